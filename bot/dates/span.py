"""A stretch of text that names a moment, read into its parts but not yet placed in the calendar.

The parts are those that are written: a flag on a weekday or on 30 February must see what stands there, not
what a calendar made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a span names its moment."""

    CALENDAR = "calendar"  # any of weekday, day, month, year
    NUMERIC = "numeric"  # 3/4/2025
    DAY_WORD = "day word"  # today, yesterday
    UNIT = "unit"  # last week, this month, the following year
    SHIFT = "shift"  # two days ago, a year earlier
    WEEKDAY = "weekday"  # Friday, last Friday
    WEEKEND = "weekend"
    SEASON = "season"
    QUARTER = "quarter"
    DECADE = "decade"
    CENTURY = "century"
    HOLIDAY = "holiday"
    FISCAL = "fiscal"
    DURATION = "duration"
    SET = "set"
    NTH = "nth weekday"  # the second Tuesday of March
    ANNIVERSARY = "anniversary"  # a year ago today


@dataclass(frozen=True, slots=True)
class Span:
    """The parts of one span as written; ``start`` and ``end`` are code points of the text, half-open.

    ``weekday`` is 0 for Monday.  ``side`` is -1 for the past, 0 for now, 1 for the time to come, None where
    the words do not say.  ``story`` marks what counts from the date told before, not from publication.
    """

    start: int
    end: int
    shape: Shape
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    unit: str = ""
    count: int | None = None
    side: int | None = None
    story: bool = False
    word: str = ""
    clock: str = ""
