"""Placing what lasts longer than a day: weeks, months, seasons, quarters, years, and spans of time.

Every function takes a span and the story so far and gives the TIMEX3 value, or None where nothing anchors it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.dates.span import Span
from bot.dates.story import Story
from bot.dates.tense import Tense, sentence_round

_SCALE = {"D": 1, "W": 7, "F": 14}
_COMPARISON = re.compile(r"\b(?:from|than|with|against|versus)\s(?:[a-z]+\s){0,6}(?:of\s)?(?:about\s)?[$£€A-Z]{0,4}\d")
_REACH = 160  # characters of a sentence that are looked at before a span
_YEARS = {"Y": 1, "E": 10, "C": 100}


def unit(span: Span, story: Story) -> str | None:
    """A day, week, month, year, decade or century, so many before or after (``last week``)."""
    base, side = _base(span, story), span.side or 0
    if base is None or (span.unit == "D" and span.story and side and story.day is None):
        return None
    if span.unit in _YEARS:
        year = base.year + side * _YEARS[span.unit]
        if span.unit == "E":
            return f"{year // 10:03d}X"
        return f"{year // 100:02d}XX" if span.unit == "C" else f"{year:04d}"
    if span.unit == "M":
        return _months(base, side)
    if span.unit in "WF":
        return week_of(base + timedelta(days=side * _SCALE[span.unit]))
    return (base + timedelta(days=side)).isoformat()


def _base(span: Span, story: Story) -> date | None:
    """What the span counts from: the date told before, where it says so and there is one, else publication."""
    if not span.story:
        return story.published
    if span.unit == "D" and story.day is not None:
        return story.day
    if span.unit == "M" and story.month is not None:
        return date(*story.month, 1)
    if span.unit in _YEARS and story.year is not None:
        return date(story.year, 1, 1)
    return story.published


def shift(span: Span, story: Story) -> str | None:
    """A count of units before or after: as precise as the unit."""
    base, count, side = _base(span, story), span.count, span.side or 0
    if base is None or count is None or span.unit.startswith("T"):
        return None
    if compares(span, story):
        if story.quarter and story.quarter_at >= 0:
            year, quarter = story.quarter
            return f"{year - 1:04d}-Q{quarter}"
        base = story.published or base
    if span.unit in _YEARS:
        return f"{base.year + side * count * _YEARS[span.unit]:04d}"
    if span.unit == "M":
        return _months(base, side * count)
    if span.unit == "Q":
        return _months(base, side * 3 * count)
    moved = base + timedelta(days=side * count * _SCALE[span.unit])
    if span.unit == "D":
        return moved.isoformat()
    return week_of(moved)


def compares(span: Span, story: Story) -> bool:
    """Whether a figure is held against that of the year before (``from $93 million a year earlier``)."""
    if span.unit != "Y" or span.count != 1 or span.side != -1:
        return False
    left, _ = sentence_round(story.text, span.start)
    return _COMPARISON.search(story.text, max(left, span.start - _REACH), span.start) is not None


def week_of(day: date) -> str:
    """The ISO week that a day belongs to."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _months(base: date, by: int) -> str:
    year, month = divmod(base.year * 12 + base.month - 1 + by, 12)
    return f"{year:04d}-{month + 1:02d}"


def season(span: Span, story: Story) -> str | None:
    """A season by its months on the northern half of the globe: the last, this or the next one, or of a year."""
    if span.year is not None:
        return f"{span.year:04d}-{span.word}"
    base = story.published
    side = story.tense(span) if span.side is None else None
    if base is None or side is Tense.UNKNOWN:
        return None
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[span.word]
    year = base.year
    if side is Tense.PAST:
        year -= base.month < starts
    elif side is Tense.FUTURE:
        year += base.month >= starts + 3
    elif span.side == -1:
        year -= base.month < starts + 3
    elif span.side == 1:
        year += base.month >= starts
    return f"{year:04d}-{span.word}"


def quarter(span: Span, story: Story) -> str | None:
    """A quarter or half of a year; without a year the latest that has begun by publication."""
    base, letter = story.published, span.unit or "Q"
    if span.year is not None:
        return f"{span.year:04d}-{letter}{span.count}"
    if base is None:
        return None
    length = 3 if letter == "Q" else 6
    if span.count is None:
        year, quarter = story.quarter or _last_quarter(base)
        return f"{year + (span.side or 0):04d}-Q{quarter}"
    year = base.year
    if span.side is None or span.story:
        year -= (span.count - 1) * length + 1 > base.month
        year += (span.side or 0) if span.story else 0
    else:
        year += span.side
    return f"{year:04d}-{letter}{span.count}"


def _last_quarter(base: date) -> tuple[int, int]:
    year, quarter = divmod(base.year * 4 + (base.month - 1) // 3 - 1, 4)
    return year, quarter + 1


def fiscal(span: Span, story: Story) -> str | None:
    """A fiscal year, by the number it bears."""
    if span.year is not None:
        return f"FY{span.year:04d}"
    return None if story.published is None else f"FY{story.published.year + (span.side or 0):04d}"


def duration(span: Span, story: Story) -> str | None:
    """A length of time (``P2D``), with X for a count that is not told; decades and centuries in years."""
    unit, count = span.unit, span.count
    figure = "X" if count is None else str(count)
    if unit == "F":
        unit, figure = "W", "X" if count is None else str(2 * count)
    if unit in "EC":
        unit, figure = "Y", "X" if count is None else str(count * _YEARS[span.unit])
    return f"PT{figure}{unit[1]}" if unit.startswith("T") else f"P{figure}{unit}"


def repeated(span: Span, story: Story) -> str | None:
    """What comes back: every Friday, each July, daily."""
    if span.weekday is not None:
        return f"XXXX-WXX-{span.weekday + 1}"
    if span.month is not None:
        return f"XXXX-{span.month:02d}"
    if span.word:
        return f"XXXX-{span.word}"
    return f"PT1{span.unit[1]}" if span.unit.startswith("T") else f"P1{span.unit}"
