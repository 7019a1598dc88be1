"""What is said of the findings that an edit cleared, brought or left."""

from __future__ import annotations

import pytest

from bot.models import Article, Evidence, Flag, Recheck, Report, Severity, Verdict
from bot.render.since import Standings, by_severity, fixed_sentence, fixed_sentences

from .reports import Desk, evidence, verified

ENTRY = verified(7, "The cat stays on the quay.", "Elias Roake")


def mended() -> Report:
    """A draft whose one quote is verified."""
    desk = Desk("“The cat stays on the quay,” said Roake.")
    desk.quote("The cat stays on the quay,", "Elias Roake", Verdict.VERBATIM, ENTRY)
    return Report(Article(desk.text), tuple(desk.quotes))


def flag(code: str, message: str, *known: Evidence) -> Flag:
    """A finding of the last version."""
    return Flag(code, Severity.HOLD, 1, 9, message, ("q1",), known)


class TestFixed:
    @pytest.mark.parametrize(
        ("code", "message", "known", "sentence"),
        [
            (
                "material_change",
                "The draft leaves out “not”.",
                (evidence(ENTRY),),
                "“The cat stays on the quay” is now word for word.",
            ),
            (
                "words_altered",
                "The draft has “cats” for “cat”.",
                (),
                "“The cat stays on the quay” is now word for word.",
            ),
            ("impossible_date", "“31 June”: June has 30 days.", (), "a date that does not exist (“31 June”)."),
            (
                "name_conflict",
                "The draft says Judith Dunmore.",
                (Evidence("I felt it.", speaker="Joan Dunmore"),),
                "another given name (Joan Dunmore).",
            ),
            ("orphan_quote", "Nobody is named.", (), "a quote without a speaker."),
        ],
    )
    def test_a_fixed_finding_says_what_it_was_about(
        self, code: str, message: str, known: tuple[Evidence, ...], sentence: str
    ) -> None:
        """A quote by how it stands now, anything else by its headline and the words or the person."""
        assert sentence == fixed_sentence(mended(), flag(code, message, *known))

    def test_words_that_were_taken_out_are_not_called_right(self) -> None:
        """The same words may stand elsewhere in the draft, but the quote that was flagged is gone."""
        gone = Flag("words_altered", Severity.QUERY, 1, 9, "The draft has “dog” for “cat”.", (), (evidence(ENTRY),))
        assert "the words were changed (Elias Roake)." == fixed_sentence(mended(), gone)

    def test_nothing_is_said_twice(self) -> None:
        """Two findings that one mended quote cleared are one line."""
        fixed = (flag("material_change", "", evidence(ENTRY)), flag("qualifier_cut", "", evidence(ENTRY)))
        report = mended()
        again = Report(report.article, report.quotes, recheck=Recheck(fixed=fixed))
        assert ("“The cat stays on the quay” is now word for word.",) == fixed_sentences(again)


class TestStandings:
    def test_a_finding_is_new_or_still_open(self) -> None:
        """The re-check decides; a first check says neither."""
        old, new = flag("orphan_quote", ""), flag("misattributed", "")
        standings = Standings(Recheck(open=(old,), new=(new,)))
        assert ("still open", "new", "") == (standings.of(old), standings.of(new), Standings(None).of(new))

    def test_flags_are_counted_worst_first(self) -> None:
        """Only the severities that occur are named."""
        flags = [Flag("x", each, 0, 1, "") for each in (Severity.NOTE, Severity.HOLD, Severity.NOTE)]
        assert "1 hold, 2 notes" == by_severity(flags)
