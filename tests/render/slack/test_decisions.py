"""What people decide shows where it was decided, and counts."""

from __future__ import annotations

import pytest

from bot.models import Report
from bot.render.slack import Asked, Standing, Standings, answer, answer_part, root_done

from .articles import KIM, long_report
from .limits import buttons, nodes, shown

REPORT = long_report(4, 2, 1)  # q1, q2 changed; q3 not in the store; q4 matched


def after(standings: Standings, report: Report = REPORT) -> str:
    """The counts of the root message."""
    return root_done(Asked(KIM, "Piers", check_id=7), report, standings).text.removeprefix("Piers: ")


def redrawn(standings: Standings) -> tuple[str, list[tuple[str, str, str]]]:
    """What the answer shows after decisions, and its buttons."""
    (part,) = answer(REPORT, 7)
    message = answer_part(REPORT, 7, part.items, standings)
    return shown(message), buttons(message)


class TestDecisions:
    @pytest.mark.parametrize(
        ("what", "line"),
        [("ignored", "Ignored by "), ("not_right", "Called a wrong alarm by "), ("verified", "verified by ")],
    )
    def test_a_settled_finding_keeps_its_words_and_the_way_back(self, what: str, line: str) -> None:
        """Its evidence goes, who settled it comes, and only Undo is left."""
        text, made = redrawn({"f0": Standing(what, KIM)})
        assert f"{line}{KIM}" in text
        assert 1 == text.count("The draft leaves out “not”.")
        assert "pier 0" in text
        assert [("Undo", "undo", "7:f0")] == [each for each in made if each[2].startswith("7:f0")]

    def test_a_disputed_stored_quote_leaves_the_finding_standing(self) -> None:
        """Who disputed it is said below it; the hold counts still."""
        text, made = redrawn({"f0": Standing("disputed", KIM, 1)})
        assert f"Stored quote disputed by {KIM}" in text
        assert 2 == text.count("The draft leaves out “not”.")
        assert ("Undo", "undo", "7:f0:1") in made
        assert after({}) == after({"f0": Standing("disputed", KIM, 1)})

    def test_a_verified_quote_says_who_verified_it(self) -> None:
        """In a private channel it can be shared."""
        text, made = redrawn({"q3": Standing("verified", KIM, 40, shareable=True)})
        assert f"verified by {KIM}" in text
        assert [("Share", "share", "7:q3:40"), ("Undo", "undo", "7:q3:40")] == made[-2:]

    def test_a_second_eye_can_confirm(self) -> None:
        """Until then it is not in the store."""
        text, made = redrawn({"q3": Standing("waiting", "Kim", 40)})
        assert "verified by Kim, waiting for a second eye" in text
        assert [("Confirm", "confirm", "7:q3:40"), ("Undo", "undo", "7:q3:40")] == made[-2:]
        assert after({}) == after({"q3": Standing("waiting", "Kim", 40)})

    def test_a_second_eye_is_named_beside_the_first(self) -> None:
        """Both as Slack's users, so that either can be asked."""
        (part,) = answer(REPORT, 7)
        message = answer_part(REPORT, 7, part.items, {"q3": Standing("verified", KIM, 40, confirmed_by="U0DANA0001")})
        assert f"verified by {KIM}, confirmed by U0DANA0001" in shown(message)
        assert {KIM, "U0DANA0001"} == {node["user_id"] for node in nodes(message.blocks) if node.get("type") == "user"}

    @pytest.mark.parametrize("item", ["f0", "q3"])
    def test_shared_words_are_not_taken_back_here(self, item: str) -> None:
        """They are the workspace's now: who verified them is said, and there is no button."""
        text, made = redrawn({item: Standing("shared", KIM, 40)})
        assert f"verified by {KIM}, shared with the workspace" in text
        assert [] == [each for each in made if each[2].startswith(f"7:{item}")]

    def test_words_that_were_in_the_store_before_are_not_shared_from_here(self) -> None:
        """They read as verified by whoever did; only this item's decision can be undone."""
        text, made = redrawn({"q3": Standing("known", KIM, 40, shareable=True)})
        assert f"verified by {KIM}" in text
        assert [("Undo", "undo", "7:q3:40")] == [each for each in made if each[2].startswith("7:q3")]

    def test_the_notification_counts_what_was_verified_since(self) -> None:
        """An answer without findings tells its counts, as the root message does."""
        report = long_report(3, 0, 3)
        (part,) = answer(report, 7)
        assert "0 matched, 3 not in the store" == part.message.text
        verified = {item: Standing("verified", KIM, 40) for item in ("q1", "q2")}
        assert "2 matched, 1 not in the store" == answer_part(report, 7, part.items, verified).text


class TestCounts:
    @pytest.mark.parametrize(
        ("standings", "counts"),
        [
            ({}, "2 holds, 1 matched, 1 not in the store"),
            ({"f0": Standing("ignored", KIM)}, "1 hold, 1 matched, 1 not in the store"),
            ({"f0": Standing("not_right", KIM)}, "1 hold, 1 matched, 1 not in the store"),
            ({"f0": Standing("verified", KIM, 9)}, "1 hold, 2 matched, 1 not in the store"),
            ({"q3": Standing("verified", KIM, 9)}, "2 holds, 2 matched"),
            ({"q3": Standing("known", KIM, 9)}, "2 holds, 2 matched"),
            ({"q3": Standing("shared", KIM, 9)}, "2 holds, 2 matched"),
            (
                {key: Standing("verified", KIM, 9) for key in ("f0", "f1", "q3")},
                "Nothing to ask. 4 matched",
            ),
        ],
    )
    def test_the_root_counts_what_is_left(self, standings: Standings, counts: str) -> None:
        """What was ignored or was no alarm is no hold; what was verified since is matched."""
        assert counts == after(standings)

    @pytest.mark.parametrize("what", ["verified", "known", "shared"])
    def test_verified_words_settle_every_finding_on_them(self, what: str) -> None:
        """An edit that broke a quote and the changed word are one wording."""
        flag = REPORT.flags[0]
        again = Report(REPORT.article, REPORT.quotes, flags=(*REPORT.flags, type(flag)("edit_broke_quote", flag.severity, flag.start, flag.end, "Put it back.", flag.quotes)))  # fmt: skip
        assert after({}, again).startswith("3 holds")
        assert after({"f2": Standing(what, KIM, 9)}, again).startswith("1 hold, 2 matched")
