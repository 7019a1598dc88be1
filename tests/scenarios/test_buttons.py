"""The buttons on findings and on checks, pressed on the messages as the bot has drawn them."""

from __future__ import annotations

from .articles import COTTAGES, UNKNOWN, WRONG, long_article
from .conftest import Making
from .slack import EDITOR, NEWS, OTHER, VERIFIER, Slack, everything, seen

TWICE_WRONG = WRONG.replace("handed in my keys", "never handed in my keys")
ALL_WRONG = TWICE_WRONG.replace("leak less", "leak more")


class TestIgnore:
    def test_shows_who_and_takes_the_finding_from_the_counts(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        [answer] = desk.thread(root)
        desk.click(answer, "ignore")
        assert [] == desk.work()
        assert f"Ignored by <@{EDITOR}>" in seen(answer)
        assert "hold" not in seen(root)

    def test_is_taken_back_by_undo(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        [answer] = desk.thread(root)
        before = seen(answer)
        desk.click(answer, "ignore")
        desk.work()
        desk.click(answer, "undo")
        desk.work()
        assert before == seen(answer)
        assert "1 hold" in seen(root)

    def test_holds_after_a_recheck(self, desk: Slack) -> None:
        """What was ignored stays ignored in the next version, while a new finding is told."""
        root = desk.checked(WRONG)
        desk.click(desk.thread(root)[0], "ignore")
        desk.work()
        desk.say(TWICE_WRONG.split("\n\n")[2], root["ts"])
        [answer] = desk.work()
        assert "New hold" in seen(answer)
        assert "will sell" not in seen(answer)
        assert "2 holds  :white_check_mark: 1 matched" in seen(root)

    def test_pressed_twice_in_a_row_is_one_decision(self, desk: Slack) -> None:
        """Slack may send one click twice."""
        [answer] = desk.thread(desk.checked(WRONG))
        desk.stutters = True
        desk.click(answer, "ignore")
        desk.click(answer, "ignore")
        desk.work()
        assert [(1,)] == desk.rows("SELECT count(*) FROM decision")

    def test_of_one_finding_leaves_the_others(self, desk: Slack) -> None:
        root = desk.checked(TWICE_WRONG)
        [answer] = desk.thread(root)
        assert "2 holds" in seen(root)
        desk.click(answer, "ignore", at=1)
        desk.work()
        assert "1 hold" in seen(root)
        assert 1 == seen(answer).count("Ignored by")


class TestNotRight:
    def test_is_counted_as_a_wrong_alarm(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        [answer] = desk.thread(root)
        desk.click(answer, "not_right")
        desk.work()
        assert f"Called a wrong alarm by <@{EDITOR}>" in seen(answer)
        assert {"material_change": 1} == dict(desk.store.scope().wrong_alarms())
        assert "hold" not in seen(root)


class TestShowAll:
    def test_posts_what_the_answer_left_out(self, desk: Slack) -> None:
        root = desk.checked(long_article(30))
        said = everything(desk.thread(root))
        assert "dragons" not in said
        desk.click(root, "show_all")
        assert "dragons" in everything(desk.work())

    def test_buttons_in_it_work_too(self, desk: Slack) -> None:
        root = desk.checked(long_article(30))
        desk.click(root, "show_all")
        last = desk.work()[-1]
        desk.click(last, "verify", VERIFIER, at=2)
        desk.submit(desk.api.views[-1], user=VERIFIER)
        desk.work()
        assert f"verified by <@{VERIFIER}>" in seen(last)
        assert "29 not in the store" in seen(root)


class TestLongArticle:
    def test_of_sixty_quotes_takes_a_root_and_at_most_three_messages(self, desk: Slack) -> None:
        root = desk.checked(long_article(60))
        assert "60 not in the store" in seen(root)
        assert 1 <= len(desk.thread(root)) <= 3


class TestCheckAgain:
    def test_says_that_nothing_has_changed(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.click(root, "check_again")
        [answer] = desk.work()
        assert "Checked again: nothing has changed." in seen(answer)

    def test_compares_with_what_was_stored_since(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        desk.stored("Green was the cheapest paint in the shed.", "Tove Arnesen")
        desk.click(root, "check_again")
        desk.work()
        assert "1 matched" in seen(root)
        assert "not in the store" not in seen(root)


class TestStoreAsVerified:
    def test_stores_every_quote_and_says_so_in_the_thread(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        desk.click(root, "store_all", VERIFIER)
        window = desk.api.views[-1]
        assert "Stores 1 quote of Weir to be painted" in seen(window)
        desk.submit(window, {"against": "article", "source_link": "https://weir.example/paint"}, VERIFIER)
        [said] = desk.work()
        assert "1 quote of “Weir to be painted”" in seen(said)
        assert "stored as verified" in seen(said)
        [found] = desk.store.scope().find("cheapest paint")
        assert (VERIFIER, "article", "https://weir.example/paint") == (found.verified_by, found.against, found.link)


class TestDispute:
    def disputed(self, desk: Slack, root: dict[str, object]) -> None:
        desk.click(desk.thread(root)[0], "dispute", VERIFIER)
        window = desk.api.views[-1]
        assert COTTAGES in seen(window)
        desk.submit(window, {"reason": "The recording is of another year."}, VERIFIER)

    def test_holds_the_quote_and_says_who_and_why(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        self.disputed(desk, root)
        desk.work()
        assert f"Stored quote disputed by <@{VERIFIER}>" in seen(desk.thread(root)[0])
        quote = desk.store.scope().quote(1)
        assert ("disputed", VERIFIER, "The recording is of another year.") == (
            quote.state.value, quote.decided_by, quote.decided_why,
        )  # fmt: skip

    def test_is_told_once_in_every_other_thread_that_matched(self, desk: Slack) -> None:
        root, other = desk.checked(WRONG), desk.checked(WRONG, channel=OTHER)
        unconcerned = desk.checked(UNKNOWN)
        told = {one["ts"]: len(desk.thread(one)) for one in (root, other, unconcerned)}
        self.disputed(desk, root)
        [notice] = desk.work()
        assert (OTHER, other["ts"]) == (notice["channel"], notice["thread_ts"])
        assert "A stored quote that this check matched is disputed." in seen(notice)
        assert "The recording is of another year." in seen(notice)
        assert told[unconcerned["ts"]] == len(desk.thread(unconcerned))
        assert [] == desk.later()

    def test_holds_every_draft_with_the_words(self, desk: Slack) -> None:
        root, other = desk.checked(WRONG), desk.checked(WRONG, channel=OTHER)
        self.disputed(desk, root)
        desk.work()
        desk.click(other, "check_again")
        assert "disputed" in everything(desk.work())

    def test_needs_a_reason(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.click(desk.thread(root)[0], "dispute", VERIFIER)
        desk.submit(desk.api.views[-1], {"reason": "   "}, VERIFIER)
        desk.work()
        assert "verified" == desk.store.scope().quote(1).state.value

    def test_ends_with_undo(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        self.disputed(desk, root)
        desk.work()
        desk.click(desk.thread(root)[0], "undo", VERIFIER)
        desk.work()
        assert "verified" == desk.store.scope().quote(1).state.value
        assert desk.button(desk.thread(root)[0], "dispute")


class TestNumbersFromElsewhere:
    def test_are_refused_where_the_check_is_another_channels(self, desk: Slack) -> None:
        """A button's value comes back from Slack: a number of another channel's check is no key to it."""
        root = desk.checked(WRONG)
        [answer] = desk.thread(root)
        desk.click({**answer, "channel": OTHER}, "ignore")
        desk.work()
        assert "1 hold" in seen(root)
        assert "no longer known here" in desk.told()

    def test_are_refused_in_another_workspace(self, make: Making) -> None:
        desk = make()
        desk.stored(COTTAGES, "Mirela Danzig")
        root = desk.checked(WRONG)
        desk.click(desk.thread(root)[0], "ignore", team_id="T0OTHER001")
        desk.work()
        assert "1 hold" in seen(desk.api.message(NEWS, root["ts"]))
