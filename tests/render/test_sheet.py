"""The article as paragraphs of marked pieces."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import Article, Dropped
from bot.render.sheet import Block, Mark, blocks

from .reports import place
from .strategies import texts


def mark(text: str, words: str, name: str = "n1") -> Mark:
    """A mark on some words."""
    start = text.index(words)
    return Mark(start, start + len(words), name, (name,))


def kinds(text: str, **more: Any) -> list[str]:
    """The kinds of the blocks of a text, blank lines aside."""
    return [block.kind for block in blocks(Article(text, **more), []) if block.kind != "blank"]  # fmt: skip


def joined(laid: tuple[Block, ...]) -> str:
    """The text of the blocks."""
    return "".join("".join(piece.text for piece in block.pieces) + block.break_after for block in laid)


def unified(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class TestBlocks:
    @given(texts, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 60)), max_size=8))
    @settings(max_examples=150, deadline=None)
    def test_blocks_join_to_the_text(self, text: str, places: list[tuple[int, int]]) -> None:
        """However marks overlap, the sheet is the article, and every mark is opened and closed once."""
        spans = [(min(a, len(text)), min(a + n, len(text))) for a, n in places]
        marks = [Mark(a, b, f"n{i}", (f"c{i}",)) for i, (a, b) in enumerate(spans)]
        laid = blocks(Article(text), marks)
        assert unified(text) == unified(joined(laid))
        opened = [each.card for block in laid for piece in block.pieces for each in piece.opens]
        seen = {each.card for each in marks if each.start == each.end or text[each.start : each.end].strip("\r\n")}
        assert sorted(opened) == sorted(set(opened))
        assert seen <= set(opened)

    def test_a_short_first_line_is_the_headline(self) -> None:
        """A line without a full stop above a text is set as its headline."""
        assert kinds("Cat stays on\n\nThe cat will stay.") == ["headline", "paragraph"]

    def test_short_lines_under_the_headline_are_bylines(self) -> None:
        """Author and date stand apart from the story, until its first sentence."""
        text = "Cat stays on\n\nBy Odile Marsh\n\n14 May 2025\n\nThe cat will stay.\n\nBy the quay"
        assert kinds(text) == ["headline", "byline", "byline", "paragraph", "paragraph"]

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("How it came to this", "crosshead"),
            ("— Nell Pomeroy", "paragraph"),
            ("Photograph: Ana Ruiz", "paragraph"),
            ("“We stay”", "paragraph"),
            ("It stays.", "paragraph"),
        ],
    )
    def test_a_short_line_above_a_part_is_its_crosshead(self, line: str, kind: str) -> None:
        """Credits, captions, quotes and short sentences are not set as headings."""
        story = "The cat has lived in the boiler house since before the merger was thought of."
        assert kinds(f"{story}\n\n{line}\n\n{story}") == ["paragraph", kind, "paragraph"]

    def test_a_last_short_line_heads_nothing(self) -> None:
        """A line with no part below it is no heading."""
        assert kinds("The cat will stay on the quay.\n\nPublished on Monday") == ["paragraph", "paragraph"]

    @pytest.mark.parametrize("text", ["The cat will stay.\n\nSo will the puffin.", "The cat", "Dear sirs:\nThe cat."])
    def test_a_sentence_is_no_headline(self, text: str) -> None:
        """A text that begins at once has none, nor has one of a single line."""
        assert "headline" not in kinds(text)

    def test_the_title_decides_where_it_is_known(self) -> None:
        """A first line other than the title is a paragraph."""
        assert kinds("Cat stays on\n\nThe cat.", title="Cat stays on") == ["headline", "paragraph"]
        assert kinds("Harbour desk\n\nThe cat.", title="Cat stays on") == ["paragraph", "paragraph"]

    def test_furniture_is_dropped_by_lines(self) -> None:
        """A dropped line keeps its text and says why it was not read."""
        text = "The cat stays.\nSign up for our newsletter\nThe puffin too."
        laid = blocks(Article(text, dropped=(Dropped(15, 41, "newsletter line"),)), [])
        assert [block.kind for block in laid] == ["paragraph", "dropped", "paragraph"]
        assert laid[1].reason == "newsletter line"
        assert text == joined(laid)

    def test_lines_broken_by_a_program_are_joined(self) -> None:
        """A line full to the margin with a small letter below it goes on; a short line does not."""
        full = "The two companies that carry the town to work said on Monday that"
        assert kinds(f"{full}\nthey would become one.") == ["paragraph"]
        assert kinds("The cat stays,\nthe puffin goes.") == ["paragraph", "paragraph"]


class TestPieces:
    def test_overlapping_marks_share_a_piece(self) -> None:
        """A date inside a quote has the looks of both and leads to the narrower one."""
        text = "“We met on 31 June,” he said."
        outer, inner = mark(text, "We met on 31 June", "quote"), mark(text, "31 June", "date")
        pieces = blocks(Article(text), [outer, inner])[0].pieces
        assert [piece.text for piece in pieces] == ["“", "We met on ", "31 June", ",” he said."]
        assert ("date quote", inner) == (pieces[2].classes, pieces[2].mark)
        assert (outer,) == pieces[1].opens
        assert {outer, inner} == set(pieces[2].closes)

    def test_a_place_without_a_note_leaves_the_words_to_one_that_has(self) -> None:
        """A date inside a quote can be jumped to, and a tap on it still opens the note of the quote."""
        text = "“We met on 3 June,” he said."
        quote = mark(text, "We met on 3 June", "quote")
        when = Mark(*place(text, "3 June"), "", ("when",), anchor="date-1")
        inside = blocks(Article(text), [quote, when])[0].pieces[2]
        assert ("3 June", quote, (when,)) == (inside.text, inside.mark, inside.opens)

    def test_two_marks_on_one_place_are_both_opened(self) -> None:
        """Neither sign is lost."""
        text = "The cat stays."
        first, second = mark(text, "cat", "a"), mark(text, "cat", "b")
        pieces = blocks(Article(text), [first, second])[0].pieces
        assert {first, second} == set(pieces[1].opens)

    def test_a_mark_over_two_paragraphs_goes_on(self) -> None:
        """It is opened in the first and closed in the second."""
        text = "“One.\n\n“Two,” she said."
        both = mark(text, "One.\n\n“Two")
        first, *_, second = blocks(Article(text), [both])
        assert ((both,), ()) == (first.pieces[1].opens, first.pieces[1].closes)
        assert ((), (both,)) == (second.pieces[0].opens, second.pieces[0].closes)

    def test_a_point_is_an_empty_piece(self) -> None:
        """The place of a cut is shown between the words, at the very end too."""
        point = Mark(3, 3, "cut", ("cut",))
        assert [piece.text for piece in blocks(Article("The cat"), [point])[0].pieces] == ["The", "", " cat"]
        last = Mark(8, 8, "cut", ("cut",))
        assert last == blocks(Article("The cat\n"), [last])[-1].pieces[0].mark
