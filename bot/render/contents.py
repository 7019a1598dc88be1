"""The findings as a list, worst first, that leads from the head of the page to the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.models import Article
from bot.render.cards import Card
from bot.render.since import STILL_OPEN
from bot.render.words import opening

SHOWN = 5  # lines beside a headline; the others are one click away
_WORDS = 5


@dataclass(frozen=True, slots=True)
class Contents:
    """The list: what is ``shown`` at once, and the ``rest``."""

    shown: tuple[Entry, ...] = ()
    rest: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a note with findings, and ``about``, who speaks or the words that it is about."""

    card: Card
    about: str


def contents(article: Article, notes: Iterable[Card]) -> Contents:
    """The list of a report, what an edit brought before what was open; one line more than fit is shown too."""
    ranked = sorted(
        (card for card in notes if card.findings), key=lambda card: (card.rank, card.standing == STILL_OPEN)
    )
    entries = tuple(Entry(card, _about(article, card)) for card in ranked)
    cut = shown_at_once(len(entries))
    return Contents(entries[:cut], entries[cut:])


def shown_at_once(lines: int) -> int:
    """How many lines of a list are shown before the rest is folded; nobody has to unfold a single line."""
    return SHOWN if lines > SHOWN + 1 else lines


def _about(article: Article, card: Card) -> str:
    if card.speaker:
        return card.speaker
    words = opening(article.text[card.start : card.end], _WORDS)
    return f"“{words}”" if words else ""
