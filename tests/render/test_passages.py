"""What a finding sets beside the draft's words."""

from __future__ import annotations

from bot.models import Evidence, Flag, Match, Severity, Verdict
from bot.render.passages import beside, of_match, origin, origin_in_brief, sides, verifier

from .reports import Desk, verified

STORED = verified(1, "I have asked for the accounts three times, in writing.", "Idris Vane")


def desk(said: str, verdict: Verdict) -> Desk:
    """An article of one quote."""
    one = Desk(f"“{said},” Vane told the committee.")
    one.quote(said, "Idris Vane", verdict, STORED)
    return one


class TestSides:
    def test_the_same_words_are_not_repeated(self) -> None:
        """Where only the speaker is in doubt, the verified side says that the words hold, case and commas aside."""
        one = desk("I have asked for the accounts three times in writing", Verdict.VERBATIM)
        flag = one.flag("misattributed", Severity.HOLD, "I have asked", "Ask who said it.", STORED, quotes=["q1"])
        (passage,) = sides(flag, one.quotes[0])[1]
        assert passage.same
        assert ["word for word"] == [run.text for run in passage.shown]

    def test_what_an_ellipsis_declares_is_not_marked(self) -> None:
        """A flag on the day of condensed words does not make their cut look like a fault."""
        one = desk("I have asked … three times, in writing", Verdict.CONDENSED)
        flag = one.flag("said_on_conflict", Severity.HOLD, "I have asked", "Check the day.", STORED, quotes=["q1"])
        draft, (passage,) = sides(flag, one.quotes[0])
        assert [] == [run for run in (*draft, *passage.runs) if run.mark]

    def test_a_cut_that_turns_the_sense_is_marked(self) -> None:
        """The same cut is marked where the flag is on the cut."""
        one = desk("I have asked … three times, in writing", Verdict.CONDENSED)
        flag = one.flag("material_change", Severity.HOLD, "I have asked", "Restore it.", STORED, quotes=["q1"])
        (passage,) = sides(flag, one.quotes[0])[1]
        assert ["for the accounts"] == [run.text for run in passage.runs if run.mark]

    def test_a_condition_that_was_cut_off_is_marked(self) -> None:
        """The words that the message names stand out on the verified side."""
        one = Desk("“The boats stay,” Vane told the committee.")
        entry = verified(1, "The boats stay, if the tide does.", "Idris Vane")
        one.quote("The boats stay,", "Idris Vane", Verdict.EXCERPT, entry)
        message = "The verified sentence also says “if the tide does”. Give the condition."
        flag = one.flag("qualifier_cut", Severity.QUERY, "The boats stay,", message, entry, quotes=["q1"])
        (passage,) = sides(flag, one.quotes[0])[1]
        assert ["if the tide does"] == [run.text for run in passage.runs if run.mark]

    def test_another_place_of_the_draft_is_compared(self) -> None:
        """Two wordings in one article are marked against each other."""
        one = desk("I have asked for the accounts twice", Verdict.UNVERIFIED)
        flag = Flag(
            "self_divergent",
            Severity.HOLD,
            1,
            9,
            "Use one.",
            ("q1",),
            (Evidence("I asked for the accounts", quote="q2"),),
        )
        draft, (passage,) = sides(flag, one.quotes[0])
        assert ["have", "twice"] == [run.text for run in draft if run.mark]
        assert ("also here", "") == (passage.label, passage.origin)

    def test_the_words_before_an_edit_are_called_so(self) -> None:
        """A quote that an edit broke is shown with what it read before."""
        one = desk("I have asked for the accounts twice", Verdict.ALTERED)
        before = Evidence("I have asked for the accounts three times", quote="q9")
        flag = Flag("edit_broke_quote", Severity.HOLD, 1, 9, "Put it back.", ("q1",), (before,))
        assert ["before"] == [passage.label for passage in sides(flag, one.quotes[0])[1]]

    def test_without_evidence_the_best_match_is_shown(self) -> None:
        """Altered words are never shown without what they were altered from."""
        one = desk("I have asked for the accounts twice", Verdict.ALTERED)
        flag = Flag("words_altered", Severity.QUERY, 1, 9, "Restore them.", ("q1",))
        assert [1] == [passage.quote_id for passage in sides(flag, one.quotes[0])[1]]


class TestBeside:
    def test_what_the_calendar_says_is_in_the_message(self) -> None:
        """“From 2002 it is 23 years” is no other place of the draft, and the message has said it."""
        flag = Flag("elapsed_mismatch", Severity.QUERY, 0, 7, "That is 23 years.", (), (Evidence("From 2002: 23."),))
        assert () == beside(flag, None)

    def test_evidence_that_the_message_says_is_not_shown_twice(self) -> None:
        """“Vale is 61” is said once."""
        known = (Evidence("Vale is 61."), Evidence("The plans were shown in May."))
        flag = Flag("age_conflict", Severity.QUERY, 0, 7, "Vale is 61. Check the age.", (), known)
        assert ["The plans were shown in May."] == [passage.text for passage in beside(flag, None)]


class TestOrigin:
    def test_it_says_where_when_and_who(self) -> None:
        """Outlet, day, verifier, what it was held against, and when that was."""
        expected = "The Marrow Tide, 3 Mar 2025 · verified by Odile from the recording, 4 Mar 2025"
        assert expected == origin(Match(STORED, 1.0)) == of_match(Match(STORED, 1.0)).origin
        assert origin_in_brief(Match(STORED, 1.0)) == "The Marrow Tide, 3 Mar 2025 · Odile"

    def test_the_day_of_the_words_goes_before_that_of_the_article(self) -> None:
        """What was said on a known day is told by that day, and a source stands in for an outlet."""
        entry = verified(1, "The cat stays.", "Roake", said_on="2025-03-01", outlet=None, source="notes of the meeting")
        assert origin(Match(entry, 1.0)).startswith("notes of the meeting, 1 Mar 2025 · ")

    def test_what_is_not_known_is_left_out(self) -> None:
        """No empty brackets, no stray commas."""
        bare = verified(1, "x", "Roake", source=None, outlet=None, published=None, verified_by=None)
        assert ["", ""] == [origin(Match(bare, 1.0)), origin_in_brief(Match(bare, 1.0))]
        assert verifier("kim", "my own notes", None) == "verified by kim from my own notes"
