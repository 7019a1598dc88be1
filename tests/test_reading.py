"""Articles in lines of one width, as mail brings them: read as if each paragraph were one line."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from bot.check import check
from bot.models import Article
from bot.reading import read_article
from tests.memory import Memory

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


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_reporters_own_not_counts_over_the_end_of_a_line(end: str) -> None:
    """What the verified sentence denies, the draft denies in its own words, on the line before."""
    verified = "I do not believe that the mayor lied to the inquiry about the flood wall."
    told = "Priya Wexcombe told the whole of the meeting that she did not believe that"
    draft = (
        textwrap.fill(" ".join(PARAGRAPHS[:1] * 3), len(told)) + f"\n\n{told}\n"
        "“the mayor lied to the inquiry about the flood wall”, and then went home.\n"
    ).replace("\n", end)
    report = check(Article(draft, published=date(2025, 3, 3)), Memory.of(("Priya Wexcombe", verified)))
    assert ["excerpt"] == [one.verdict.value for one in report.quotes]
    assert () == report.flags
    assert all(draft[one.quote.start : one.quote.end] == one.quote.text for one in report.quotes)
