"""Two versions of a text, paragraph beside paragraph."""

from __future__ import annotations

import time
import timeit

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.changes import Versions
from bot.models import Change

FERRY = "The ferry left the quay at nine with forty people on board and a cat."
CAT = "Nobody had asked the cat whether it wished to cross the estuary."
MAYOR = "“We will mend the pier by the spring,” said Ines Calloway, the mayor of Marrow."
RAIN = "It rained all the way to Sallow Point."

paragraph = st.lists(st.sampled_from("the cat ferry pier said left nine not".split()), min_size=1, max_size=8).map(
    " ".join
)
drafts = st.lists(paragraph | st.just(""), max_size=8).map("\n".join)


def versions(before: list[str], after: list[str]) -> tuple[Change, ...]:
    """The changes between two drafts, given as paragraphs with a blank line between them."""
    return Versions("\n\n".join(before), "\n\n".join(after)).changes()


def side_by_side(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """The changed paragraphs, each before and after."""
    text = "\n\n".join(after)
    return [(change.before, text[change.start : change.end]) for change in versions(before, after)]


class TestChanges:
    def test_the_same_words_have_not_changed(self) -> None:
        """Line ends, blank lines and spaces are no change."""
        assert () == Versions(f"{FERRY}\n\n{CAT}\n", f"{FERRY}\r\n{CAT.replace(' ', '  ')}").changes()

    def test_a_reworded_paragraph_stands_beside_its_old_words(self) -> None:
        """Half of its words in their order make it the same paragraph."""
        reworded = MAYOR.replace("will mend", "will not mend").replace("spring", "autumn")
        assert [(MAYOR, reworded)] == side_by_side([FERRY, MAYOR, CAT], [FERRY, reworded, CAT])

    def test_a_paragraph_that_was_taken_out_stands_beside_nothing(self) -> None:
        """Its place is the end of what stands before it."""
        (change,) = versions([FERRY, MAYOR, CAT], [FERRY, CAT])
        assert Change(MAYOR, len(FERRY) + 2, len(FERRY), len(FERRY)) == change

    def test_a_new_paragraph_stands_beside_nothing(self) -> None:
        """What was put in has no words before."""
        assert [("", RAIN)] == side_by_side([FERRY, CAT], [FERRY, RAIN, CAT])

    def test_another_paragraph_is_not_taken_for_the_old_one(self) -> None:
        """One that shares few words was taken out, and the other put in."""
        assert [(MAYOR, ""), ("", RAIN)] == side_by_side([FERRY, MAYOR, CAT], [FERRY, RAIN, CAT])

    def test_a_reworded_paragraph_is_found_among_new_ones(self) -> None:
        """Paragraphs put in before it do not hide it."""
        reworded = CAT.replace("cross", "see")
        expected = [("", RAIN), ("", MAYOR), (CAT, reworded)]
        assert expected == side_by_side([FERRY, CAT], [FERRY, RAIN, MAYOR, reworded])

    def test_lines_that_a_program_broke_are_one_paragraph(self) -> None:
        """A paragraph that was broken anew has not changed."""
        broken = "The ferry left the quay at nine with forty people on board\nand a cat."
        assert () == Versions(broken, FERRY).changes()

    @given(drafts, drafts)
    @settings(max_examples=150, deadline=None)
    def test_what_is_not_listed_is_the_same(self, before: str, after: str) -> None:
        """Without the changed paragraphs both versions read alike, whatever was edited."""
        found = Versions(before, after).changes()
        for change in sorted(found, key=lambda each: -each.before_start):
            if change.before:
                end = change.before_start + len(change.before)
                assert change.before == before[change.before_start : end]
                before = before[: change.before_start] + before[end:]
        for change in sorted(found, key=lambda each: -each.start):
            after = after[: change.start] + after[change.end :]
        assert before.split() == after.split()

    def test_two_articles_of_many_paragraphs_are_not_compared(self) -> None:
        """Where thousands of paragraphs differ the versions are not set side by side, and it takes no time."""
        before, after = ("\n".join(f"{word} {n}" for n in range(20_000)) for word in ("cat", "puffin"))
        assert () == Versions(before, after).changes()
        assert min(timeit.repeat(lambda: Versions(before, after), number=1, repeat=2)) < 1

    def test_a_paragraph_without_an_end_takes_no_time(self) -> None:
        """Two hundred thousand words in one paragraph, every tenth of them changed, are one change within a second."""
        before = " ".join(f"cat{n % 97}" for n in range(200_000))
        after = before.replace("cat10 ", "puffin ")
        started = time.perf_counter()
        both = Versions(before, after)
        assert [(0, len(after))] == [(change.start, change.end) for change in both.changes()]
        assert both.place_of(len(before) // 2) <= len(after)
        assert time.perf_counter() - started < 3


class TestPlace:
    def test_a_place_in_a_paragraph_that_stayed_moves_with_it(self) -> None:
        """What was put in before it does not matter."""
        text = f"{RAIN}\n\n{CAT}"
        assert text.index(" cat") == Versions(CAT, text).place_of(CAT.index(" cat"))

    def test_a_place_in_words_taken_out_is_where_they_were_cut(self) -> None:
        """It is the end of the last word that still stands before them."""
        before, after = f"{RAIN} {MAYOR} {CAT}", f"{RAIN} {CAT}"
        assert len(RAIN) == Versions(before, after).place_of(before.index("mend"))

    def test_a_place_in_a_paragraph_taken_out_is_between_its_neighbours(self) -> None:
        """It is the end of the paragraph before."""
        before, after = "\n\n".join([FERRY, RAIN, MAYOR, CAT]), "\n\n".join([FERRY, CAT])
        assert len(FERRY) == Versions(before, after).place_of(before.index("mend"))

    @given(drafts, drafts, st.integers(0, 200))
    @settings(max_examples=150, deadline=None)
    def test_every_place_is_in_the_new_text(self, before: str, after: str, at: int) -> None:
        """However the versions differ."""
        assert 0 <= Versions(before, after).place_of(min(at, len(before))) <= len(after)
