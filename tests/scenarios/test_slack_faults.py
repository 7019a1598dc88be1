"""Slack's own faults, one after the other: no answer is lost where one can still be given, and none is given twice."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

import handlers.clients
import handlers.work
from bot.errors import JobLost
from handlers.keeping import Keeping
from handlers.telling import failed
from handlers.work import Work
from handlers.workers import Workers
from store.jobs import Job, Jobs
from store.threads import Threads

from .articles import RIGHT_PARAGRAPH, STORED, WRONG
from .slack import VERIFIER, Slack, everything, seen

PERHAPS = "The bot was stopped while it answered you"
WORDS, SPEAKER = STORED[0]
DRAFT = f"The board met\n\n“{WORDS}” {SPEAKER} said on Monday.\n\nThe board meets again in May, after the fair."
FAULTS = {
    "429": {"error": "ratelimited", "status": 429, "headers": {"Retry-After": "1"}},
    "500": {"status": 500},
    "internal_error": {"error": "internal_error"},
    "no answer": {"delay": 0.4},
    "no answer, and done": {"delay": 0.4, "done": True},
    "done late": {"delay": 0.4, "late": True},
}


@pytest.fixture
def hasty(desk: Slack, monkeypatch: pytest.MonkeyPatch) -> Slack:
    """A desk whose bot waits a moment for Slack, and not much longer for a message that may still come."""
    monkeypatch.setattr(handlers.clients, "TIMEOUT", 0.2)
    monkeypatch.setattr(handlers.work, "LATE_SECONDS", 0.6)
    return desk


@pytest.fixture
def dies(monkeypatch: pytest.MonkeyPatch) -> Callable[[Slack, str], None]:
    """Works until the process dies, as it is about to note a step."""

    def work(slack: Slack, last: str) -> None:
        note = Jobs.note

        def noted(jobs: Jobs, job: Job, step: str, value: object) -> None:
            if step == last:
                raise KeyboardInterrupt
            note(jobs, job, step, value)

        with monkeypatch.context() as patched:
            patched.setattr(Jobs, "note", noted)
            with pytest.raises(KeyboardInterrupt):
                slack.work()

    return work


class TestFault:
    @pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
    @pytest.mark.parametrize("method", ["conversations.info", "chat.postMessage", "chat.update"])
    def test_of_a_method_leaves_one_root_and_one_answer(self, hasty: Slack, method: str, fault: dict[str, Any]) -> None:
        hasty.api.fault(method, **fault)
        hasty.command(WRONG)
        hasty.work()
        for _ in range(40):
            if not hasty.store.jobs.waiting():
                break
            handlers.work.time.sleep(0.05)
            hasty.later()
        assert 2 == len(hasty.api.messages)
        assert "1 hold" in seen(hasty.root())
        assert [] == hasty.api.told


class TestMessageThatComesLate:
    def test_is_waited_for_and_not_posted_again(self, hasty: Slack) -> None:
        """Nobody answered, and the message is not there yet: it is looked for once more, not posted."""
        hasty.api.fault("chat.postMessage", delay=0.4, late=True)
        hasty.command(WRONG)
        hasty.work()
        hasty.later()
        assert [] == hasty.api.messages
        handlers.work.time.sleep(0.4)
        hasty.later()
        assert 2 == len(hasty.api.messages)

    def test_is_posted_when_it_can_come_no_more(self, hasty: Slack) -> None:
        hasty.api.fault("chat.postMessage", delay=0.4)
        hasty.command(WRONG)
        hasty.work()
        handlers.work.time.sleep(0.7)
        hasty.later()
        assert 2 == len(hasty.api.messages)

    def test_keeps_nobody_waiting_where_the_clock_was_put_back(
        self, hasty: Slack, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What was begun an hour ahead of now cannot still come for an hour."""
        now = handlers.work.time.time()
        hasty.command(WRONG)
        with monkeypatch.context() as patched:
            patched.setattr(handlers.work.time, "time", lambda: now + 3600)
            hasty.api.fault("chat.postMessage", delay=0.4)
            hasty.work()
        assert [] == hasty.api.messages
        hasty.later()
        assert 2 == len(hasty.api.messages)


class TestPrivateAnswer:
    def test_is_not_given_twice_after_a_crash(self, desk: Slack, dies: Callable[[Slack, str], None]) -> None:
        """It cannot be looked for in Slack, so the asker is told that it may stand there."""
        desk.command("find cottage")
        dies(desk, "answered")
        desk.later()
        assert ["cottage" in seen(one) for one in desk.api.told] == [True, False]
        assert PERHAPS in desk.told()

    def test_that_slack_refused_is_given_when_it_takes_it(self, desk: Slack) -> None:
        """An answer of Slack's is no doubt: it did not take the sentence, so the sentence is said again."""
        desk.api.fault("chat.postEphemeral", status=500)
        desk.api.fault("chat.postMessage", status=500)
        desk.mention()
        desk.work()
        assert [] == desk.api.told
        desk.later()
        assert PERHAPS not in desk.told()

    def test_of_a_failure_is_given_once(self, slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        """The process dies between the sentence and the end of the job."""
        slack.api.away.add("C0NEWS0001")
        slack.command(WRONG)
        with monkeypatch.context() as patched:
            patched.setattr(Jobs, "give_up", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                slack.work()
        slack.later()
        assert 1 == len(slack.api.told)
        assert 0 == slack.store.jobs.waiting()


class TestCheckThatWasKept:
    def test_is_the_threads_own_after_a_crash(self, desk: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        """The process dies when the check is kept and its thread does not know of it: a correction still finds it."""
        desk.command(WRONG)
        with monkeypatch.context() as patched:
            patched.setattr(Threads, "set_check", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                desk.work()
        desk.later()
        desk.say(RIGHT_PARAGRAPH, desk.root()["ts"])
        assert "Fixed" in everything(desk.work())


class TestReportFile:
    def test_is_shared_once_after_a_crash(self, desk: Slack, dies: Callable[[Slack, str], None]) -> None:
        root = desk.checked(WRONG)
        desk.click(root, "report")
        dies(desk, "shared")
        desk.later()
        assert [root["ts"]] == [one.get("thread_ts") for one in desk.api.uploads]

    @pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
    def test_is_shared_when_slack_takes_it(self, desk: Slack, method: str) -> None:
        root = desk.checked(WRONG)
        desk.api.fault(method, status=500)
        desk.click(root, "report")
        desk.work()
        desk.later()
        assert [root["ts"]] == [one.get("thread_ts") for one in desk.api.uploads]

    def test_that_was_shared_without_an_answer_is_not_shared_again(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.api.fault("files.completeUploadExternal", status=502, done=True)
        desk.click(root, "report")
        desk.work()
        desk.later()
        assert 1 == len(desk.api.asked("files.completeUploadExternal"))


class TestImport:
    def test_that_ended_with_its_process_is_told_as_it_went(
        self, desk: Slack, dies: Callable[[Slack, str], None]
    ) -> None:
        """The quotes are in and the process dies: the next one says how many went in, not that they are there already."""
        table = "text,speaker\nThe weir is older than the mill,Tove Arnesen\n"
        file = desk.api.drop("quotes.csv", table.encode())
        desk.mention(files=[file], user=VERIFIER)
        dies(desk, f"begun:imported {file['id']}")
        desk.later()
        [told] = desk.api.messages[1:]
        assert "1 quote stored as verified" in seen(told)
        assert "already" not in seen(told)


class TestToken:
    def test_that_is_revoked_in_the_middle_is_told_where_no_token_is_wanted(self, desk: Slack) -> None:
        desk.api.fault("chat.update", "token_revoked", times=99)
        desk.api.fault("chat.postEphemeral", "token_revoked", times=99)
        desk.command(WRONG)
        desk.work()
        assert "install the bot again" in desk.told()
        assert "response_url" == desk.api.told[-1]["how"]
        assert 0 == desk.store.jobs.waiting()


class TestThreadThatIsGone:
    def test_is_told_to_who_asked(self, desk: Slack) -> None:
        """The message was deleted with its thread while the check was under way."""
        desk.api.fault("chat.postMessage", "thread_not_found", times=99)
        desk.mention(DRAFT)
        desk.work()
        assert "ask again in a new one" in desk.told()


class TestEditsOutOfOrder:
    def test_leave_the_newest(self, desk: Slack) -> None:
        """Slack tells the second edit first, and the first one when its retry comes."""
        asked = desk.mention(DRAFT)
        desk.work()
        before = dict(asked)
        first = {**asked, "text": DRAFT.replace("Monday", "Tuesday"), "edited": {"ts": "1741262500.000000"}}
        second = {**asked, "text": DRAFT.replace("Monday", "Friday"), "edited": {"ts": "1741262560.000000"}}
        for one in (first, second):
            one.pop("blocks")
        desk.changed(second, before)
        desk.work()
        desk.changed(first, before)
        desk.work()
        [last] = desk.rows('SELECT report FROM "check" ORDER BY id DESC LIMIT 1')
        assert "Friday" in last[0]
        assert "Tuesday" not in last[0]


class TestReplyToldAgainMuchLater:
    def test_is_answered_once(self, desk: Slack) -> None:
        """The first telling failed on its way back: the retry of five minutes later finds it done."""
        root = desk.checked(WRONG)
        said = desk.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
        desk.event({"type": "message", **said}, "Ev0LATE0001")
        assert "Fixed" in everything(desk.work())
        desk.change("UPDATE job SET asked_at = '2001-01-01T00:00:00.000000+00:00'")
        assert 200 == desk.event({"type": "message", **said}, "Ev0LATE0001").status
        assert [] == desk.work()


class TestStopping:
    def test_hands_back_what_is_not_done_in_time(self, desk: Slack) -> None:
        """The job is the next process's at once, counts as no crash, and who had it can post nothing more."""
        begun, over, lost = Event(), Event(), Event()

        def slow(work: Work) -> None:
            begun.set()
            over.wait(20)
            try:
                work.note("too late", True)
            except JobLost:
                lost.set()
                raise

        workers = Workers(desk.bot.services, {"check": slow}, failed, count=1)
        workers.start()
        desk.command(WRONG)
        assert begun.wait(10)
        assert not workers.stop(1.2)
        again = desk.store.jobs.claim()
        over.set()
        assert again is not None
        assert (2, 0) == (again.tries, again.crashes)
        assert lost.wait(10)

    def test_lets_what_is_nearly_done_be_finished(self, desk: Slack) -> None:
        begun = Event()

        def quick(work: Work) -> None:
            begun.set()
            handlers.work.time.sleep(0.3)

        workers = Workers(desk.bot.services, {"check": quick}, failed, count=1)
        workers.start()
        desk.command(WRONG)
        assert begun.wait(10)
        assert workers.stop(8)
        assert 0 == desk.store.jobs.waiting()


def test_keeping_sees_who_is_gone(desk: Slack) -> None:
    """A job of a process of this machine that lives no more is released at the next look, one in hand is not."""
    desk.command(WRONG)
    job = desk.store.jobs.claim()
    assert job is not None
    keeping = Keeping(desk.store.jobs)
    keeping.take(job)
    assert 0 == keeping.look()
    keeping.let_go(job)
    assert 0 == keeping.look()
    machine, _, claim = job.claim.rpartition("/")
    if not machine:
        pytest.skip("this system does not tell processes apart by their start: there is no /proc")
    desk.change("UPDATE job SET claim = ? WHERE id = ?", f"{machine}0/{claim}", job.id)
    assert 1 == keeping.look()
    assert job.id == getattr(desk.store.jobs.claim(), "id", None)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
