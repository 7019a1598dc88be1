"""Alignment, offsets and the normal form, by properties that hold of any words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.check import check_quotes
from bot.language.text import forms, words
from bot.models import VerifiedQuote
from bot.wording.align import chain, contiguous, hunks, same_letters
from bot.wording.passages import Passage, draft_passage, verified_passage
from tests.memory import Memory

WORDS = st.sampled_from(
    "the a not boats are full of rain we will never close depot this year and but 34 harbour".split()
)
SAID = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
ANY = st.text(max_size=300)


def verified(text: str) -> Passage:
    return verified_passage([VerifiedQuote(1, text, "Ana Ruiz")])


class TestChain:
    @given(SAID, SAID)
    @settings(deadline=None)
    def test_blocks_are_equal_words_in_order(self, one: str, other: str) -> None:
        """Every block holds the same words on both sides, and blocks never cross or overlap."""
        draft, source = draft_passage(one), verified(other)
        blocks = chain(draft, source)
        for block in blocks:
            mine = draft.forms[block.draft : block.draft_end]
            assert mine == source.forms[block.verified : block.verified_end]
        for left, right in pairwise(blocks):
            assert left.draft_end <= right.draft
            assert left.verified_end <= right.verified

    @given(SAID, SAID)
    @settings(deadline=None)
    def test_hunks_and_blocks_make_up_the_whole_draft(self, one: str, other: str) -> None:
        """With its differences put in place of its own words, the draft becomes a part of the verified text."""
        draft, source = draft_passage(one), verified(other)
        blocks = chain(draft, source)
        if not blocks:
            return
        edited, at = [], 0
        for hunk in hunks(draft, source, blocks):
            edited += draft.forms[at : hunk.draft] + source.forms[hunk.verified : hunk.verified_end]
            at = hunk.draft_end
        edited += draft.forms[at:]
        assert same_letters(edited, source.forms)

    @given(SAID)
    @settings(deadline=None)
    def test_a_text_differs_from_itself_in_nothing(self, text: str) -> None:
        """Any text laid against itself has no difference."""
        draft = draft_passage(text)
        assert [] == hunks(draft, verified(text), chain(draft, verified(text)))

    @given(SAID, st.data())
    def test_every_part_is_found_in_the_whole(self, text: str, data: st.DataObject) -> None:
        """Any run of words of a text is found as a contiguous part of it."""
        every = list(forms(text))
        start = data.draw(st.integers(0, max(0, len(every) - 1)))
        end = data.draw(st.integers(start + 1, len(every))) if every else 0
        if every:
            assert start in contiguous(every[start:end], every)
            assert (start, end) in same_letters(every[start:end], every)


class TestWords:
    @given(ANY)
    def test_offsets_point_at_the_words(self, text: str) -> None:
        """Words stand in order inside the text, whatever it holds."""
        found = words(text)
        assert all(0 <= word.start < word.end <= len(text) for word in found)
        assert [word.start for word in found] == sorted(word.start for word in found)


class TestVerdictProperties:
    @given(SAID, st.data())
    @settings(deadline=None, max_examples=300)
    def test_an_altered_quote_is_never_called_clean(self, text: str, data: st.DataObject) -> None:
        """A word dropped, swapped or put in makes a quote that is no part of the verified one: never word for word."""
        said = text.split()
        at = data.draw(st.integers(0, len(said) - 1))
        change = data.draw(st.sampled_from(("drop", "swap", "add")))
        draft = {
            "drop": said[:at] + said[at + 1 :],
            "swap": [*said[:at], "perhaps", *said[at + 1 :]],
            "add": [*said[:at], "perhaps", *said[at:]],
        }[change]
        if not draft or same_letters(forms(" ".join(draft)), forms(text)):
            return
        judged = check_quotes([(" ".join(draft), "Ana Ruiz")], Memory.of(("Ana Ruiz", text))).quotes[0]
        assert judged.verdict.value not in ("verbatim", "excerpt", "condensed")

    @given(ANY, ANY)
    @settings(deadline=None)
    def test_no_text_stops_the_judgement(self, draft: str, stored: str) -> None:
        """Whatever stands between the marks gets a verdict, and its differences point into both texts."""
        judged = check_quotes([(draft, "Ana Ruiz")], Memory.of(("Ana Ruiz", stored))).quotes[0]
        for match in judged.matches:
            for edit in match.diff:
                assert edit.verified == match.verified.text[edit.verified_start : edit.verified_end]
                assert edit.draft == (draft + "\n")[edit.draft_start : edit.draft_end]
