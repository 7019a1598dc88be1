"""Pasted text: what is furniture, when it was published, and that not a character moves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest import furniture, read_text
from bot.ingest.published import parse_published, publication_dates

WORDS = "“We will not close the café,” said Ána Ruíz, who owns it.\n\nThe café has stood on the quay since the war."


def dropped(text: str) -> list[str]:
    return [text[line.start : line.end].strip() for line in furniture(text)]


class TestFurniture:
    @pytest.mark.parametrize(
        "line",
        [
            "Article continues below advertisement",
            "ADVERTISEMENT",
            "Read more: ‘I live in a lighthouse’ - couple's home",
            "Sign up for our morning newsletter",
            "Subscribe",
            "Follow us on Instagram",
            "© 2025 Harbour Tide Ltd. All rights reserved.",
            "Photograph: Ida Moss/Harbour Pictures",
            "Home | News | Sport | Puzzles",
            "By Perpetua Sallow",
            "4 min read",
        ],
    )
    def test_whole_lines_of_a_page_are_left_out(self, line: str) -> None:
        """What the page says about itself is no part of the article."""
        assert [line] == dropped(f"Café stays\n\n{line}\n\n{WORDS}")

    @pytest.mark.parametrize(
        "line",
        [
            "“Subscribe to that view if you like,” said Ruíz.",
            "Read more books, the mayor said.",
            "By Friday the café had served 400 breakfasts.",
            "Follow the path past the advertisement for soap and you come to the café.",
            "The photograph shows Ida Moss with a herring.",
            "“Advertisement",
        ],
    )
    def test_a_line_of_the_article_stays(self, line: str) -> None:
        """A line wrongly dropped is worse than one kept: sentences and quotes stay."""
        assert [] == dropped(f"Café stays\n\n{WORDS}\n\n{line}\n\nIt rained.")

    @settings(max_examples=200, deadline=None)
    @given(st.text(alphabet="aB .|“”\"'‘’\n\r\t©:/-", max_size=200))
    def test_whole_lines_only(self, text: str) -> None:
        """What is dropped begins and ends where lines do."""
        for line in furniture(text):
            assert line.start == 0 or text[line.start - 1] in "\n\r"
            assert line.end == len(text) or text[line.end] in "\n\r" or text[line.end - 1] in "\n\r"


class TestText:
    @settings(max_examples=150, deadline=None)
    @given(st.text(max_size=200).map(lambda text: f"{text}Ann"))
    def test_not_a_character_moves(self, text: str) -> None:
        """Offsets point into the editor's own text: only a byte order mark goes, and a broken character is replaced."""
        kept = read_text(text).text
        assert len(text.removeprefix("\ufeff")) == len(kept)

    def test_the_first_line_is_the_headline(self) -> None:
        """After furniture; a sentence is none."""
        assert "Café stays" == read_text(f"Home | News | Sport | Courts\n\nCafé stays\n\n{WORDS}").title


class TestPublished:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("April 9 2025, Published 8:10 a.m. ET", date(2025, 4, 9)),
            ("Published: 7 August 2025", date(2025, 8, 7)),
            ("First published on 12 August 2025", date(2025, 8, 12)),
            ("6th October 2025", date(2025, 10, 6)),
            ("Wed 5 Mar 2025 10.00 GMT", date(2025, 3, 5)),
        ],
    )
    def test_a_date_line_dates_the_article(self, line: str, expected: date) -> None:
        """As papers print it over the story."""
        assert expected == read_text(f"Café stays\n\n{line}\n\n{WORDS}").published

    def test_an_update_is_no_publication(self) -> None:
        """“Updated” says when somebody touched it."""
        assert () == publication_dates("Updated: 9 August 2025")

    @pytest.mark.parametrize(
        ("value", "expected"), [("2025-03-06", date(2025, 3, 6)), ("6 March 2025", date(2025, 3, 6))]
    )
    def test_the_desk_can_say_it(self, value: str, expected: date) -> None:
        """As ISO, or as it is written in the paper."""
        assert expected == parse_published(value)


class TestBrokenCharacters:
    def test_half_a_character_is_replaced_in_its_place(self) -> None:
        """A report can be written out whatever was pasted, and every other character keeps its place."""
        assert "“No \ufffd,” said Lee." == read_text("“No \ud800,” said Lee.").text
