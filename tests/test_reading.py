"""Articles in lines of one width, as mail brings them: read as if each paragraph were one line."""

from __future__ import annotations

import textwrap

import pytest

from bot.models import Article
from bot.reading import read_article

PARAGRAPHS = (
    "The council met on the old fish quay to hear what the town thinks of its plans for the harbour, and the hall was full.",
    "“We will not sell the pier to the firm,” said Maren Bickley, who farms at Low Ings and has done so since 4 March 2021.",
    "“The bypass costs £12 million a year, and nobody asked for it,” Tobias Rennard, 61, told the meeting on Friday, 7 March"
    " 2025. “I was never asked,” he said.",
)


@pytest.mark.parametrize("width", range(58, 92, 3))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n   "])
def test_a_name_a_date_and_an_age_go_over_the_end_of_a_line(width: int, end: str) -> None:
    """Wherever the lines end, the same is read, and every offset slices its words as they were written."""
    flat = read_article(Article("\n\n".join(PARAGRAPHS)))
    text = (
        "\n\n".join(textwrap.fill(one, width) for one in PARAGRAPHS).replace("\n", end).replace(f"{end}{end}", "\n\n")
    )
    read = read_article(Article(text))

    def told(what: str) -> str:
        return " ".join(what.split())

    assert [(one.text, one.speaker) for one in flat.quotes] == [(told(one.text), one.speaker) for one in read.quotes]
    assert [(one.text, one.value) for one in flat.dates] == [(told(one.text), one.value) for one in read.dates]
    assert [(one.person, one.age) for one in flat.ages] == [(one.person, one.age) for one in read.ages]
    assert {one.full for one in flat.names} == {one.full for one in read.names}
    assert all(text[one.start : one.end] == one.text for one in (*read.quotes, *read.dates))
