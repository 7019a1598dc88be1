"""The last version beside this one: the paragraphs that an edit changed, with what it brought and cleared there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models import Change, Flag, Report
from bot.render.cards import NEW, Card
from bot.render.difference import Run, revised
from bot.render.sheet import Mark
from bot.render.since import fixed_sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """A changed paragraph: its words before and after, either empty, with the words that differ marked.

    ``anchor`` is its place in the article, ``brought`` are the notes that the edit brought there, ``cleared`` the
    findings that it cleared there, a sentence each.
    """

    before: tuple[Run, ...]
    after: tuple[Run, ...]
    anchor: str
    brought: tuple[Card, ...] = ()
    cleared: tuple[str, ...] = ()


def pairs(report: Report, notes: Sequence[Card]) -> tuple[Pair, ...]:
    """The versions side by side; empty on a first check."""
    return tuple(_pair(report, notes, index, change) for index, change in enumerate(_changes(report)))


def change_marks(report: Report) -> list[Mark]:
    """Where the changed paragraphs stand in the article."""
    return [
        Mark(change.start, change.end, "", ("edited",), anchor=_anchor(index))
        for index, change in enumerate(_changes(report))
    ]


def _changes(report: Report) -> tuple[Change, ...]:
    """The changes whose place is in the text: a report read back from a file may hold any number."""
    size = len(report.article.text)
    return tuple(change for change in report.recheck.changes if change.end <= size) if report.recheck else ()


def _anchor(index: int) -> str:
    return f"edit-{index + 1}"


def _pair(report: Report, notes: Sequence[Card], index: int, change: Change) -> Pair:
    before, after = revised(change.before, report.article.text[change.start : change.end])
    brought = (card for card in notes if card.standing == NEW.word and _is_of(card, change))
    cleared = (fixed_sentence(report, flag) for flag in _cleared(report, change))
    return Pair(before, after, _anchor(index), tuple(brought), tuple(dict.fromkeys(cleared)))


def _is_of(card: Card, change: Change) -> bool:
    """Whether a note is about this paragraph: words in it, or a quote that was taken out of it."""
    if not change.start <= card.start <= change.end:
        return False
    if card.end > card.start:
        return card.start < change.end
    return any(known.text in change.before for finding in card.findings for known in finding.flag.evidence)


def _cleared(report: Report, change: Change) -> list[Flag]:
    """The findings of the last version on the words that changed."""
    stood = range(change.before_start, change.before_start + len(change.before))
    return [flag for flag in report.recheck.fixed if flag.start in stood] if report.recheck else []
