"""The answer to an edit: only what it changed."""

from __future__ import annotations

from dataclasses import replace

from bot.models import Article, Evidence, Flag, Recheck, Report, Severity
from bot.render.slack import Standing, recheck_answer

from .articles import KIM, long_report
from .limits import buttons, shown

REPORT = long_report(3, 2, 1)
OLD, NEW = REPORT.flags


def edited(**found: tuple[Flag, ...]) -> Report:
    """The report after an edit."""
    return replace(REPORT, recheck=Recheck(**found))


class TestRecheck:
    def test_says_what_is_fixed_new_and_still_open(self) -> None:
        """The new finding in full with its buttons, the old one only counted."""
        gone = Flag("impossible_date", Severity.HOLD, 0, 2, "“31 June”: June has 30 days.")
        (part,) = recheck_answer(edited(fixed=(gone,), open=(OLD,), new=(NEW,)), 7)
        text = shown(part.message)
        assert text.startswith(" Fixed: a date that does not exist (“31 June”).")
        assert "New hold: words that turn the sense are missing" in text
        assert "Still open: 1 hold" in text
        assert ("fixed:0", "f1", "open:1-0") == part.items
        assert [("Dispute", "dispute", "7:f1:2"), ("Show", "show", "7")] == buttons(part.message)[-2:]

    def test_nothing_changed_is_no_message(self) -> None:
        """Chatter and small edits get no answer."""
        assert () == recheck_answer(edited(open=(OLD, NEW)), 7)
        assert () == recheck_answer(REPORT, 7)

    def test_says_that_nothing_is_open(self) -> None:
        """Only where the edit brought nothing either, and what was ignored is not open."""
        gone = Flag("impossible_date", Severity.HOLD, 0, 2, "No such day.")
        clean = Report(Article("The cat stays."), recheck=Recheck(fixed=(gone,)))
        assert shown(recheck_answer(clean, 7)[0].message).endswith("Nothing is open.")
        both = {"f0": Standing("ignored", KIM), "f1": Standing("ignored", KIM)}
        assert "Nothing is open." in shown(recheck_answer(edited(fixed=(gone,), open=(OLD, NEW)), 7, both)[0].message)
        assert "Nothing is open." not in shown(recheck_answer(edited(new=(OLD, NEW)), 7)[0].message)

    def test_what_is_still_open_is_said_however_much_is_new(self) -> None:
        """It ends the last message, below how many new findings had no room."""
        held = long_report(80, 80)
        parts = recheck_answer(replace(held, recheck=Recheck(open=held.flags[:1], new=held.flags[1:])), 7)
        told = sum(item[0] == "f" for part in parts for item in part.items)
        assert 3 == len(parts)
        assert f"And {79 - told:,} more: {79 - told} holds.ReportStill open: 1 hold" in shown(parts[-1].message)
        assert ["open:1-0"] == [item for part in parts for item in part.items if item.startswith("open")]

    def test_a_new_quote_can_be_verified(self) -> None:
        """It is shown as what it is, not as a note."""
        judged = REPORT.quotes[2]
        added = Flag("quote_added", Severity.NOTE, judged.quote.start, judged.quote.end, "This quote is new.", ("q3",))
        report = replace(REPORT, flags=(*REPORT.flags, added), recheck=Recheck(open=REPORT.flags, new=(added,)))
        (part,) = recheck_answer(report, 7)
        assert ("added", "q3", "open:2-0") == part.items
        assert ("Verify", "verify", "7:q3") in buttons(part.message)

    def test_a_quote_that_was_taken_out_is_one_line(self) -> None:
        """There is nothing to decide about it."""
        evidence = (Evidence("The cat stays on the quay.", speaker="Elias Roake"),)
        gone = Flag("quote_removed", Severity.NOTE, 4, 4, "This quote was taken out.", (), evidence)
        (part,) = recheck_answer(replace(REPORT, flags=(gone,), recheck=Recheck(new=(gone,))), 7)
        assert shown(part.message).startswith(" A quote was taken out: “The cat stays on the quay.”")
        assert [] == buttons(part.message)
