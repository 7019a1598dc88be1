"""When Slack, the line or the bot itself fails: nothing is lost, nothing is told twice, and nobody waits in silence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

import store.connection
from handlers.workers import TRIES
from store.jobs import Job, Jobs

from .articles import RIGHT_PARAGRAPH, UNKNOWN, WRONG
from .conftest import Making
from .slack import CLOSED, EDITOR, NEWS, VERIFIER, Slack, everything, seen


class TestSignature:
    @pytest.mark.parametrize("how", [{"secret": "another"}, {"age": 360}], ids=["forged", "six minutes old"])
    def test_that_is_wrong_is_refused(self, slack: Slack, how: dict[str, object]) -> None:
        assert 401 == slack.command(WRONG, **how).status
        assert 0 == slack.jobs()


class TestChannelWithoutTheBot:
    @pytest.mark.parametrize("channel", [NEWS, CLOSED])
    def test_is_answered_privately_with_how_to_invite(self, slack: Slack, channel: str) -> None:
        slack.api.away.add(channel)
        slack.command(WRONG, channel=channel)
        assert [] == slack.work()
        assert "/invite @Verbatim" in slack.told()
        assert "response_url" == slack.api.told[-1]["how"]

    def test_that_nobody_knows_is_answered_the_same_way(self, slack: Slack) -> None:
        slack.command(WRONG, channel="D0BETWEEN1")
        slack.work()
        assert "response_url" == slack.api.told[-1]["how"]

    def test_from_the_middle_of_a_check_on(self, slack: Slack) -> None:
        """The bot is removed after its root message: the editor hears of it, and the job ends."""
        slack.api.fault("chat.update", "not_in_channel", times=9)
        slack.command(WRONG)
        slack.work()
        assert "/invite @Verbatim" in slack.told()
        assert 0 == slack.store.jobs.waiting()


class TestBusySlack:
    @pytest.mark.parametrize(
        ("method", "times"), [("conversations.info", 1), ("chat.postMessage", 1), ("chat.update", 2)]
    )
    def test_has_the_job_done_later_and_answers_once(self, desk: Slack, method: str, times: int) -> None:
        """Only a count that is not shown is not worth doing again."""
        desk.api.fault(method, status=500, times=times)
        desk.command(WRONG)
        desk.work()
        assert 1 == desk.store.jobs.waiting()
        desk.later()
        assert 2 == len(desk.api.messages)
        assert "1 hold" in seen(desk.root())
        assert 0 == desk.store.jobs.waiting()

    def test_is_waited_for_as_long_as_it_asks(self, desk: Slack) -> None:
        desk.api.fault("chat.postMessage", "ratelimited", status=429, headers={"Retry-After": "1"})
        desk.command(WRONG)
        desk.work()
        assert 1 == desk.store.jobs.waiting()
        desk.later()
        assert 2 == len(desk.api.messages)

    def test_puts_the_job_back_where_it_asks_again_and_again(self, desk: Slack) -> None:
        desk.api.fault("chat.postMessage", "ratelimited", status=429, headers={"Retry-After": "0"}, times=4)
        desk.command(WRONG)
        desk.work()
        for _ in range(4):
            desk.later()
        assert 2 == len(desk.api.messages)

    def test_that_posted_but_could_not_say_so_is_not_asked_twice(self, desk: Slack) -> None:
        """The message is there and its answer was lost: the bot finds it by its metadata."""
        desk.api.fault("chat.postMessage", status=502, done=True, times=1)
        desk.command(WRONG)
        desk.work()
        desk.later()
        assert 2 == len(desk.api.messages)
        assert "1 hold" in seen(desk.root())

    def test_that_stays_so_is_given_up_and_told(self, slack: Slack) -> None:
        slack.api.fault("conversations.info", status=500, times=99)
        slack.command(WRONG)
        slack.work()
        for _ in range(TRIES):
            slack.later()
        assert 0 == slack.store.jobs.waiting()
        assert "Slack is busy" in slack.told()

    @pytest.mark.parametrize("action", ["ignore", "undo"])
    def test_at_a_click_leaves_the_decision_made(self, desk: Slack, action: str) -> None:
        root = desk.checked(WRONG)
        [answer] = desk.thread(root)
        if action == "undo":
            desk.click(answer, "ignore")
            desk.work()
        desk.api.fault("chat.update", status=500)
        desk.click(answer, action)
        desk.work()
        desk.later()
        assert ("Ignored by" in seen(answer)) == (action == "ignore")
        assert ("1 hold" in seen(root)) == (action == "undo")

    def test_at_a_verification_leaves_one_quote(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        desk.click(desk.thread(root)[0], "verify", VERIFIER)
        desk.api.fault("chat.update", status=500)
        desk.submit(desk.api.views[-1], user=VERIFIER)
        desk.work()
        desk.later()
        assert 1 == len(desk.store.scope().find("cheapest paint"))
        assert "1 matched" in seen(root)

    def test_at_the_undo_of_a_verification_still_draws_it(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        [answer] = desk.thread(root)
        desk.click(answer, "verify", VERIFIER)
        desk.submit(desk.api.views[-1], user=VERIFIER)
        desk.work()
        desk.api.fault("chat.update", status=500)
        desk.click(answer, "undo", VERIFIER)
        desk.work()
        desk.later()
        assert [] == desk.api.told
        assert "1 not in the store" in seen(root)


class TestEventToldTwice:
    def test_is_one_job(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        said = desk.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
        for _ in range(3):
            assert 200 == desk.event({"type": "message", **said}, "Ev0SAME0001").status
        assert 1 == len(desk.work())
        assert 200 == desk.event({"type": "message", **said}, "Ev0SAME0001").status
        assert [] == desk.work()

    def test_at_the_same_moment_is_one_job(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        said = desk.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
        with ThreadPoolExecutor(6) as pool:
            told = [pool.submit(desk.event, {"type": "message", **said}, "Ev0SAME0001") for _ in range(6)]
        assert {200} == {one.result().status for one in told}
        assert 1 == len(desk.work())


class TestManyWorkers:
    def test_do_each_job_once(self, desk: Slack) -> None:
        for number in range(6):
            desk.command(WRONG + "\n" * number)
        with ThreadPoolExecutor(4) as pool:
            done = [pool.submit(desk.work) for _ in range(4)]
        assert [None] * 4 == [one.exception() for one in done]
        assert 12 == len(desk.api.messages)
        assert 6 == len(desk.rows("SELECT 1 FROM thread"))


class TestStoreHeld:
    @pytest.fixture
    def held(self, make: Making, monkeypatch: pytest.MonkeyPatch) -> Slack:
        """A desk whose store another process is about to hold; the bot waits a moment for it."""
        monkeypatch.setattr(store.connection, "BUSY_SECONDS", 0.05)
        return make()

    def test_has_slack_tell_an_event_again(self, held: Slack) -> None:
        root = held.checked(WRONG)
        said = held.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
        with holding(held):
            assert 500 == held.event({"type": "message", **said}, "Ev0AGAIN001").status
        assert 200 == held.event({"type": "message", **said}, "Ev0AGAIN001").status
        assert 1 == held.store.jobs.waiting()

    def test_is_told_to_who_typed_a_command(self, held: Slack) -> None:
        with holding(held):
            answer = held.command(WRONG)
        assert 200 == answer.status
        assert "wait a moment and try again" in answer.body
        assert "ephemeral" in answer.body

    def test_is_not_taken_for_a_click_that_was_done(self, held: Slack) -> None:
        root = held.checked(UNKNOWN)
        with holding(held):
            assert 200 != held.click(root, "check_again").status


class TestCrash:
    def test_between_posting_and_noting_posts_nothing_twice(self, desk: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        """The process dies when Slack has the message and the store does not know of it yet."""
        note = Jobs.note

        def dies(jobs: Jobs, job: Job, step: str, value: object) -> None:
            if not step.startswith("begun:") and isinstance(value, str):
                raise KeyboardInterrupt
            note(jobs, job, step, value)

        desk.command(WRONG)
        with monkeypatch.context() as patched:
            patched.setattr(Jobs, "note", dies)
            with pytest.raises(KeyboardInterrupt):
                desk.work()
        desk.later()
        assert 2 == len(desk.api.messages)
        assert "1 hold" in seen(desk.root())

    def test_in_the_middle_of_a_check_is_made_good(self, desk: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patched:
            patched.setattr("handlers.checking.check", raise_interrupt)
            desk.command(WRONG)
            with pytest.raises(KeyboardInterrupt):
                desk.work()
        desk.later()
        assert 2 == len(desk.api.messages)
        assert 1 == len(desk.rows('SELECT 1 FROM "check"'))


class TestBug:
    def test_in_the_bot_is_told_in_the_root_message(self, desk: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        """Never a silence that looks like a clean check."""
        monkeypatch.setattr("handlers.checking.check", raise_zero)
        desk.command(WRONG)
        desk.work(foreseen=False)
        assert "Something went wrong in the bot itself" in seen(desk.root())


class TestMessageThatIsGone:
    def test_of_an_answer_leaves_the_rest_drawn(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        [answer] = desk.thread(root)
        pressed = dict(answer)
        desk.api.messages.remove(answer)
        desk.click(pressed, "ignore")
        desk.work()
        assert "hold" not in seen(root)

    def test_of_the_root_leaves_the_answers(self, desk: Slack) -> None:
        """Somebody deleted the root message; a correction is answered all the same."""
        root = desk.checked(WRONG)
        desk.api.messages.remove(root)
        desk.say(RIGHT_PARAGRAPH, root["ts"])
        assert "Fixed:" in everything(desk.work())


class TestPrivateWords:
    def test_reach_who_mentioned_the_bot_in_the_conversation(self, desk: Slack) -> None:
        """An event comes with no address to answer at."""
        desk.mention()
        desk.work()
        assert ("ephemeral", EDITOR) == (desk.api.told[-1]["how"], desk.api.told[-1]["user"])


@contextmanager
def holding(slack: Slack) -> Iterator[None]:
    """Another process that holds the store; it changes nothing."""
    db = sqlite3.connect(slack.store.path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    yield
    db.execute("ROLLBACK")
    db.close()


def raise_interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def raise_zero(*_: object, **__: object) -> None:
    raise ZeroDivisionError


class TestReplyThatSlackStuttersOn:
    @pytest.mark.parametrize(("method", "times"), [("chat.update", 1), ("chat.postMessage", 1)])
    def test_is_answered_all_the_same(self, desk: Slack, method: str, times: int) -> None:
        """A correction taken up again is held against the version before it, not against itself."""
        root = desk.checked(WRONG)
        before = len(desk.thread(root))
        desk.api.fault(method, status=500, times=times)
        desk.say(RIGHT_PARAGRAPH, root["ts"])
        desk.work()
        desk.later()
        assert 1 == len(desk.thread(root)) - before
        assert "Fixed" in seen(desk.thread(root)[-1])
        assert "Nothing to ask." in seen(root)


class TestWorker:
    def test_goes_on_where_nobody_can_be_told(self, desk: Slack) -> None:
        """A fault while a fault is told ends neither the worker nor leaves the job to be done for ever."""
        desk.api.fault("conversations.info", "fatal_mistake", times=9)
        desk.command(WRONG)
        desk.work(foreseen=False)
        assert 0 == desk.store.jobs.waiting()

    def test_shows_what_is_done_however_often_the_bot_was_stopped(self, desk: Slack) -> None:
        """A check that was kept is not said to have failed: it is shown."""
        desk.command(WRONG)
        desk.api.fault("chat.update", status=500, times=2)
        desk.work()
        assert 1 == len(desk.rows('SELECT 1 FROM "check"'))
        desk.change("UPDATE job SET tries = 9 WHERE state = 'waiting'")
        desk.later()
        assert "1 hold" in seen(desk.root())
        assert [] == desk.api.told

    def test_gives_up_what_has_stopped_the_bot_three_times(self, desk: Slack) -> None:
        """A job that kills its process is not tried for ever, and who asked hears of it."""
        desk.command(WRONG)
        desk.change("UPDATE job SET tries = 3")
        desk.work()
        assert "stopped the bot three times" in desk.told()
        assert 0 == desk.store.jobs.waiting()
