"""The dates of an article in the order of the calendar, for the strip above it: what it says happened when.

Dates known to the month or the year stand before the days that fall in them; durations and what has no place
in the calendar (31 June, an unanchored "yesterday") are left to the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.dates.compare import days
from bot.models import DateMention, Report
from bot.render.cards import Card
from bot.render.sheet import Mark
from bot.render.words import day

STRIP = 24  # dates that two lines of a wide page hold; more are folded away
_STEPS = (7, 60, 400, 4_000)  # days: a week, two months, a year and a bit, a decade and a bit
_PLACED = frozenset({"date", "time"})
_PART = re.compile(r"(\d{4})-(?:(SP|SU|FA|WI)|(Q\d|H\d)|W(\d\d)(-WE)?)")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_TIME = re.compile(r".*T(\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date on the strip, with every place of the article that names it.

    ``year`` is set where another year begins, ``label`` is the rest (empty for a whole year), ``full`` the whole
    date in words; ``card`` is the worst finding on it; ``published`` that it is the day of publication; ``gap``
    how far the next one is, from 0 (within a week) to 4 (more than a decade).
    """

    value: str
    year: str
    label: str
    full: str
    places: tuple[str, ...]
    card: Card | None = None
    published: bool = False
    gap: int = 0


def moments(report: Report, notes: Sequence[Card]) -> tuple[Moment, ...]:
    """The strip of a report; empty where the article gives fewer than two dates."""
    published = report.article.published.isoformat() if report.article.published else None
    named: dict[str, list[int]] = {published: []} if published else {}
    for index, mention in enumerate(report.dates):
        if mention.kind in _PLACED and mention.value and days(mention.value):
            named.setdefault(mention.value, []).append(index)
    if len(named) < 2:
        return ()
    made = [
        Moment(
            value=value,
            year="",
            label=_label(value),
            full=_full(value),
            places=tuple(_anchor(index) for index in named[value]),
            card=_worst([report.dates[index] for index in named[value]], notes),
            published=value == published,
        )
        for value in sorted(named, key=_order)
    ]
    return tuple(_spaced(made))


def date_marks(report: Report) -> list[Mark]:
    """The places that the strip jumps to: every date of the article, under its own name."""
    return [
        Mark(mention.start, mention.end, "", ("when",), anchor=_anchor(index))
        for index, mention in enumerate(report.dates)
        if mention.end > mention.start
    ]


def _anchor(index: int) -> str:
    return f"date-{index + 1}"


def _order(value: str) -> tuple[date, int, str]:
    """The first day, and of several that begin together the longest stretch first."""
    first, last = days(value) or (date.max, date.max)
    return first, -(last - first).days, value


def _spaced(made: Sequence[Moment]) -> Iterable[Moment]:
    """The moments with their distances, and with the year where it is another than before."""
    before = ""
    for moment, following in zip(made, [*made[1:], None], strict=True):
        year = moment.value[:4] if before != moment.value[:4] else ""
        before = moment.value[:4]
        yield replace(moment, year=year, gap=0 if following is None else _gap(moment.value, following.value))


def _gap(earlier: str, later: str) -> int:
    first, second = days(earlier), days(later)
    apart = (second[0] - min(first[1], second[0])).days if first and second else 0
    return sum(apart > step for step in _STEPS)


def _full(value: str) -> str:
    """The date in words, with its year: ``3 Mar 2025``, ``autumn 2025``, ``the 1980s``."""
    label = _label(value)
    if value[3:4] == "X" or not label:
        return label or value[:4]
    return f"{label} {value[:4]}"


def _label(value: str) -> str:
    """The date in words, without its year."""
    if value[3:4] == "X":
        return f"the {value[:3]}0s"
    if part := _PART.fullmatch(value.partition("T")[0]):
        return _SEASONS.get(part[2] or "") or part[3] or f"{'weekend of ' if part[5] else ''}week {int(part[4])}"
    plain = (day(value.partition("T")[0]) or value).removesuffix(value[:4]).strip()
    time = _TIME.match(value)
    return f"{plain}, {time[1]}" if time else plain


def _worst(mentions: Iterable[DateMention], notes: Sequence[Card]) -> Card | None:
    """The gravest finding that is about these words and not about a quote round them."""
    on_it = [
        card
        for mention in mentions
        for card in notes
        if card.verdict is None and card.findings and card.start < mention.end and mention.start < card.end
    ]
    return min(on_it, key=lambda card: card.rank, default=None)
