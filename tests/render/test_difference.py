"""The words that differ, cut into runs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import Edit
from bot.render.difference import Run, abridged, compared, draft_runs, passage, runs, verified_runs


class TestRuns:
    def test_both_sides_of_a_diff_are_marked(self) -> None:
        """A swapped word is marked where it stands on each side; the draft's place is that in the article."""
        edit = Edit("replace", "crews", 104, 109, "people", 4, 10)
        assert (Run("The "), Run("crews", "changed"), Run(" stay.")) == draft_runs("The crews stay.", 100, [edit])
        assert (Run("The "), Run("people", "changed"), Run(" stay.")) == verified_runs("The people stay.", [edit])

    def test_words_left_out_are_marked_on_the_other_side_only(self) -> None:
        """The draft has nothing to mark where it dropped a word."""
        edit = Edit("delete", "", 7, 7, "not ", 8, 12)
        assert (Run("We will close."),) == draft_runs("We will close.", 0, [edit])
        assert (Run("We will "), Run("not ", "changed"), Run("close.")) == verified_runs("We will not close.", [edit])

    @given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=6))
    @settings(deadline=None)
    def test_runs_join_to_the_text(self, text: str, spans: list[tuple[int, int]]) -> None:
        """Whatever the spans, nothing is lost or said twice."""
        assert text == "".join(run.text for run in runs(text, spans))


class TestCompared:
    def test_two_wordings_are_marked_against_each_other(self) -> None:
        """Case and spelling of the house are no difference; other words are."""
        ours, theirs = compared("Bury two ferries", "bury three ferries")
        assert [Run("two", "changed")] == [run for run in ours if run.mark]
        assert [Run("three", "changed")] == [run for run in theirs if run.mark]

    def test_very_long_passages_are_left_unmarked(self) -> None:
        """Comparing is quadratic, so a passage of more than 400 words is shown as it is."""
        assert (Run("a " * 500),) == compared("a " * 500, "b")[0]


class TestAbridged:
    def test_a_long_stretch_far_from_a_difference_leaves_the_view(self) -> None:
        """Only the words next to a difference are needed to see it."""
        before = " ".join(f"w{n}" for n in range(100))
        side = abridged(runs(before + " crews stay", [(len(before) + 1, len(before) + 6)]))
        assert Run("[…]", "gap") == side[0]
        assert side[1].text == " " + " ".join(f"w{n}" for n in range(88, 100)) + " "
        assert Run(" stay") == side[-1]

    def test_a_short_passage_stays_whole(self) -> None:
        """A gap that would save three words is no help."""
        side = runs("We will not close a depot this year", [(8, 11)])
        assert side == abridged(side)

    def test_an_unmarked_passage_keeps_its_ends(self) -> None:
        """Of a very long quote without differences, thirty words at each end are shown."""
        side = abridged((Run(" ".join(f"w{n}" for n in range(200))),))
        assert [run.mark for run in side] == ["", "gap", ""]
        assert side[0].text.startswith("w0 ")
        assert side[-1].text.endswith(" w199")


class TestPassage:
    def test_the_span_is_shown_in_its_line(self) -> None:
        """Words are whole, other lines stay out, and a cut is shown."""
        text = "A line before.\nThe plans can be seen in the sail loft until 31 June.\nA line after."
        start = text.index("31 June")
        expected = (Run("The plans can be seen in the sail loft until "), Run("31 June", "changed"), Run("."))
        assert expected == passage(text, start, start + 7)
        assert passage(text, start, start + 7, reach=10)[0] == Run("…until ")
