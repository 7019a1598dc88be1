"""Quotes that nobody says, and marks without a partner."""

from __future__ import annotations

from datetime import date

import pytest

from bot.archive import NoArchive
from bot.check import check
from bot.models import Article
from bot.settings import Desk

OPENING = "Marlow mourns its last ferry\n\nThe ferry was sold on a wet morning in front of a small crowd.\n\n"


def told(text: str, code: str) -> list[str]:
    report = check(Article(text, published=date(2025, 11, 5)), NoArchive(), Desk())
    return [text[flag.start : flag.end] for flag in report.flags if flag.code == code]


class TestOrphans:
    @pytest.mark.parametrize(
        "paragraph",
        [
            "“We were promised a bench, and there is still no bench.”",
            "The pumps ran all night. “We have nothing left to sell.” By dawn the quay was dry.",
        ],
    )
    def test_a_quote_with_nobody_near_is_asked_about(self, paragraph: str) -> None:
        """A reader could not tell who speaks."""
        assert 1 == len(told(f"{OPENING}{paragraph}\n\nIt rained.", "orphan_quote"))

    @pytest.mark.parametrize(
        "paragraph",
        [
            "“We were promised a bench,” one of the drinkers said.",
            "“We were promised a bench,” is how many here put it.",
            "Ines Calloway hung up. “We were promised a bench, and there is no bench.”",
            "The sign over the bar read: “We were promised a bench.”",
            "What the leaflet promises is plain:\n\n“We will build a bench by the spring of next year.”",
            "“It is a long and a wet story,” Elias Roake said, wearing a “Save the ferry” badge. “We lost.”",
        ],
    )
    def test_where_a_reader_can_tell_nothing_is_asked(self, paragraph: str) -> None:
        """An unnamed speaker, a sign, or somebody in the paragraph is enough."""
        assert [] == told(f"{OPENING}{paragraph}\n\nIt rained.", "orphan_quote")


class TestUnbalanced:
    @pytest.mark.parametrize(
        "paragraph",
        [
            "“We were promised a bench, Ines Calloway said, and sat down.",
            "We were promised a bench,” said Ines Calloway.",
            '"We were promised a bench, said Ines Calloway.\n\nWe got a bin", said Elias Roake.',
        ],
    )
    def test_a_mark_without_its_partner_is_asked_about(self, paragraph: str) -> None:
        """Nobody can tell where the words end."""
        assert told(f"{OPENING}{paragraph}\n\nIt rained.", "unbalanced_marks")

    @pytest.mark.parametrize(
        "paragraph",
        [
            "“We were promised a bench.\n\n“We got a bin,” said Ines Calloway.",
            "The plank was 6' 2\" long and the '90s were kind to rock 'n' roll.",
            "‘It was the drivers’ fault,’ said Ines Calloway. ‘They’d had no sleep.’",
            "“He said ‘never’ and meant it,” said Ines Calloway.",
        ],
    )
    def test_marks_that_papers_leave_open_are_right(self, paragraph: str) -> None:
        """A quotation over paragraphs, inches, decades and apostrophes lack no partner."""
        assert [] == told(f"{OPENING}{paragraph}\n\nIt rained.", "unbalanced_marks")
