"""Corrected paragraphs are put where they belong; what is only said about a draft is left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.placing import place

from .placing_cases import CHAIR, CHAIR_NOT, CHATTER, CLINIC, CORRECTIONS, COUNCIL, DERBY, FERRY, UNION, Changes

DRAFTS = (FERRY, COUNCIL, CLINIC, DERBY)


def with_changes(draft: str, changes: Changes) -> str:
    for old, new in changes:
        assert 1 == draft.count(old), old
        draft = draft.replace(old, new)
    return draft


class TestCorrection:
    @pytest.mark.parametrize(("draft", "posting", "changes"), CORRECTIONS.values(), ids=CORRECTIONS)
    def test_goes_where_it_belongs(self, draft: str, posting: str, changes: Changes) -> None:
        """The draft has the correction in its place, and every other character as before."""
        placed = place(draft, posting)
        assert placed is not None
        assert with_changes(draft, changes) == placed.text
        assert not placed.whole

    def test_says_where_it_went(self) -> None:
        """The spans are the paragraphs that came in."""
        placed = place(FERRY, "New graf: " + CHAIR_NOT + "\n\n" + UNION.replace("104", "114"))
        assert placed is not None
        assert [CHAIR_NOT, UNION.replace("104", "114")] == [placed.text[start:end] for start, end in placed.spans]

    @pytest.mark.parametrize(("draft", "posting"), CHATTER)
    def test_chatter_is_none(self, draft: str, posting: str) -> None:
        """Questions, orders, thanks, links and other articles get no answer."""
        assert place(draft, posting) is None

    def test_lines_that_a_mail_program_cut_are_one_paragraph(self) -> None:
        """A draft wrapped at a mail's width gets the posted paragraph in place of all its lines."""
        cut = CHAIR.replace("the chair of", "the chair\nof")
        placed = place(FERRY.replace(CHAIR, cut), CHAIR_NOT)
        assert placed is not None
        assert FERRY.replace(CHAIR, CHAIR_NOT) == placed.text


class TestWhole:
    @pytest.mark.parametrize("draft", DRAFTS)
    def test_the_article_again_is_the_new_text(self, draft: str) -> None:
        """With one paragraph less and one word changed, it is the whole article all the same."""
        lines = [line for line in draft.splitlines() if line]
        again = "\n\n".join([*lines[:3], *lines[4:]]).replace(" said", " repeated", 1)
        placed = place(draft, again)
        assert placed is not None
        assert (again, True) == (placed.text, placed.whole)
        assert len(lines) - 1 == len(placed.spans)

    def test_what_is_said_before_it_is_left_out(self) -> None:
        """“Here is the new version, can you check again?” is not in the article."""
        placed = place(DERBY, "Here's the new version, can you check it again?\n\n" + DERBY.replace("twice", "once"))
        assert placed is not None
        assert (DERBY.replace("twice", "once").strip(), True) == (placed.text, placed.whole)

    def test_a_much_shorter_version_is_known_by_its_ends(self) -> None:
        """Headline, a few paragraphs and the last one: the article was cut, not corrected in four places."""
        lines = [line for line in FERRY.splitlines() if line]
        short = "\n\n".join([*lines[:3], lines[4], lines[-1]])
        placed = place(FERRY, short)
        assert placed is not None
        assert (short, True) == (placed.text, placed.whole)

    def test_one_long_paragraph_is_not_the_whole(self) -> None:
        """A headline and one long paragraph: whoever posts the paragraph keeps the headline."""
        placed = place("Ferry to stop\n\n" + UNION, UNION.replace("104", "114"))
        assert placed is not None
        assert ("Ferry to stop\n\n" + UNION.replace("104", "114"), False) == (placed.text, placed.whole)

    def test_a_draft_of_one_paragraph_is_the_whole(self) -> None:
        """There the paragraph is the article."""
        placed = place(CHAIR, CHAIR_NOT)
        assert placed is not None
        assert (CHAIR_NOT, True) == (placed.text, placed.whole)


some_words = st.text(alphabet="aab  .,“”‘’'\"?!:@\n\r\t\u2028é1—", max_size=120)
lines = st.sampled_from([line for draft in DRAFTS for line in draft.splitlines() if line])
postings = st.one_of(some_words, st.text(max_size=60), st.lists(lines | some_words, max_size=4).map("\n".join))


class TestAnything:
    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(DRAFTS) | some_words, postings)
    @example("", "")
    def test_never_fails_and_points_at_what_came_in(self, draft: str, posting: str) -> None:
        """Whatever is posted on whatever draft: no fault, and every span is a paragraph that was posted."""
        placed = place(draft, posting)
        if placed is None:
            return
        assert placed.spans
        for start, end in placed.spans:
            assert 0 <= start <= end <= len(placed.text)
            assert placed.text[start:end] in posting

    @settings(max_examples=100, deadline=None)
    @given(st.sampled_from(DRAFTS), postings)
    def test_leaves_the_rest_alone(self, draft: str, posting: str) -> None:
        """What stands between the paragraphs that came in stood in the draft, in that order."""
        placed = place(draft, posting)
        if placed is None or placed.whole:
            return
        at, end = 0, 0
        for start, stop in (*placed.spans, (len(placed.text), len(placed.text))):
            rest = placed.text[end:start]
            found = draft.find(rest.strip(), at)
            assert found >= 0
            at, end = found + len(rest.strip()), stop

    @settings(max_examples=150, deadline=None)
    @given(st.lists(lines | some_words, min_size=1, max_size=8).map("\n\n".join), st.integers(0, 7))
    def test_a_paragraph_for_itself_changes_nothing(self, draft: str, number: int) -> None:
        """Posting a paragraph as it stands gives the same text, if it gives any."""
        parts = [line for line in draft.splitlines() if line.strip()]
        placed = place(draft, parts[number % len(parts)]) if parts else None
        assert placed is None or placed.text == draft or placed.whole


class TestSpeed:
    def test_three_thousand_words_take_no_time(self) -> None:
        """A posting of three hundred words is placed in so long a draft before an editor looks up."""
        parts = [
            line.replace("the", f"the{copy}")
            for copy in range(7)
            for one in DRAFTS
            for line in one.splitlines()
            if line
        ]
        draft = "\n\n".join(parts)
        posting = "\n\n".join(parts[40:53]).replace(" said", " repeated")
        place(FERRY, CHAIR)
        started = time.perf_counter()
        placed = place(draft, posting)
        assert time.perf_counter() - started < 0.5
        assert placed is not None
        assert 13 == len(placed.spans)
