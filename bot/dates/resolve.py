"""Placing a span in the calendar: its ISO 8601 (TIMEX3) value at the precision known.

What is relative counts from publication, or from the date told before it (``the following year``); without
publication it has no value.  A weekday, a day or a month without its year is the one nearest to publication on
the side that the tense of its clause tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from bot.dates import stretches
from bot.dates.clock import clock_time
from bot.dates.counted_days import anniversary, nth_day
from bot.dates.holidays import feast
from bot.dates.span import Shape, Span
from bot.dates.story import Story
from bot.dates.tense import Tense

_ENDED = re.compile(r"\b(?:quarter|half|year|period|months|weeks)\s(?:that\s)?ended\s$")
_SEASON = 100  # days


def resolve(span: Span, story: Story) -> str | None:
    """The value of a span, or None where nothing anchors it or no such day exists."""
    try:
        return _RESOLVERS[span.shape](span, story)
    except (ValueError, OverflowError):
        return None


def nearest(month: int, day: int, base: date, side: Tense = Tense.UNKNOWN) -> date | None:
    """The day and month nearest to ``base``, on one side of it where the side is known.

    The past takes in one day of grace, as a story is read in other time zones; None where no year of the
    nine round ``base`` has such a day (30 February).
    """
    found = []
    for year in range(max(MINYEAR, base.year - 4), min(MAXYEAR, base.year + 4) + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if side is Tense.PAST:
        found = [one for one in found if (one - base).days <= 1]
    elif side is Tense.FUTURE:
        found = [one for one in found if one >= base]
    return min(found, key=lambda one: abs((one - base).days), default=None)


def _placed(month: int, day: int, story: Story, side: Callable[[], Tense], ended: bool = False) -> date | None:
    """The day in the year that a newspaper means: within a season of publication the nearest, else as its tense tells.

    A paper leaves the year out where no other could be meant, so that ``on Oct. 31`` in a story of 26 October
    is five days ahead whatever the verb; the verb decides only where both years are far.
    A period that ``ended`` lies behind.
    """
    if story.published is None:
        return None
    near = nearest(month, day, story.published)
    if ended:
        return nearest(month, day, story.published, Tense.PAST)
    if near is None or abs((near - story.published).days) <= _SEASON:
        return near
    return nearest(month, day, story.published, side())


def _calendar(span: Span, story: Story) -> str | None:
    if span.word == "year" and story.published is not None:
        span = replace(span, year=story.published.year + (span.side or 0))
    if span.day is None:
        return _month_or_year(span, story)
    if span.month is None:
        return _day_of_month(span, story)
    if span.year is not None:
        found: date | None = date(span.year, span.month, span.day)
    else:
        ended = _ENDED.search(story.text, max(0, span.start - 20), span.start) is not None
        found = _placed(span.month, span.day, story, lambda: story.tense(span), ended)
    if found is None:
        return None
    if span.unit == "W":
        return stretches.week_of(found)
    return found.isoformat() + clock_time(span.clock)


def _month_or_year(span: Span, story: Story) -> str | None:
    if span.month is None:
        return f"{span.year:04d}"
    if span.year is not None:
        return f"{span.year:04d}-{span.month:02d}"
    if story.published is None:
        return None
    base = story.published
    year = base.year
    if span.side == -1:
        year -= span.month >= base.month
    elif span.side == 1:
        year += span.month <= base.month
    elif span.side is None:
        year = _year_of_month(span.month, base, story.tense(span))
    return f"{year:04d}-{span.month:02d}"


def _year_of_month(month: int, base: date, side: Tense) -> int:
    ahead = (month - base.month) % 12
    if side is Tense.PAST:
        return base.year - (month > base.month)
    if side is Tense.FUTURE or ahead <= 4:
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _day_of_month(span: Span, story: Story) -> str | None:
    """``Saturday the 14th``: the nearest month in which the day is that weekday."""
    if story.published is None or span.day is None:
        return None
    base = story.published
    near = [base + timedelta(days=offset) for offset in range(-45, 46)]
    fit = [one for one in near if one.day == span.day and one.weekday() == span.weekday]
    best = min(fit, key=lambda one: abs((one - base).days), default=None)
    return None if best is None else best.isoformat()


def _numeric(span: Span, story: Story) -> str | None:
    a, b, year = span.day or 0, span.month or 0, span.year or 0
    if a > 12 or (span.word == "." and b <= 12):
        day, month = a, b
    elif b > 12:
        day, month = b, a
    elif a == b or story.order:
        day, month = (a, b) if story.order == "DMY" else (b, a)
    else:
        return f"{year:04d}"
    return date(year, month, day).isoformat()


def _day_word(span: Span, story: Story) -> str | None:
    if story.published is None:
        return None
    if span.word in ("this morning", "this afternoon", "this evening", "tonight"):
        part = {"morning": "MO", "afternoon": "AF"}.get(span.word.split()[-1], "EV" if "evening" in span.word else "NI")
        return f"{story.published.isoformat()}T{part}"
    return (story.published + timedelta(days=span.side or 0)).isoformat()


def _weekday(span: Span, story: Story) -> str | None:
    base = story.published
    if base is None or span.weekday is None:
        return None
    back, ahead = (base.weekday() - span.weekday) % 7, (span.weekday - base.weekday()) % 7
    if span.count is not None:
        return (base - timedelta(days=(back or 7) + 7 * (span.count - 1))).isoformat()
    if span.unit == "W":
        return (base + timedelta(days=7 * (span.side or 0) + span.weekday - base.weekday())).isoformat()
    if span.story and story.day is not None and span.side == 1:
        return (story.day + timedelta(days=(span.weekday - story.day.weekday()) % 7 or 7)).isoformat()
    if span.side == -1:
        return (base - timedelta(days=back or 7)).isoformat()
    if span.side == 1:
        return (base + timedelta(days=ahead or 7)).isoformat()
    if span.side == 0:
        return (base + timedelta(days=span.weekday - base.weekday())).isoformat()
    if story.tense(span) is Tense.FUTURE:
        return (base + timedelta(days=ahead)).isoformat()
    return (base - timedelta(days=back)).isoformat()


def _weekend(span: Span, story: Story) -> str | None:
    base = story.published
    if base is None:
        return None
    side = span.side
    if side is None:
        side = 1 if story.tense(span) is Tense.FUTURE else (0 if base.weekday() >= 5 else -1)
    week = base + timedelta(days=7 * (side if side < 0 else 0))
    if span.side == 1:
        week = base + timedelta(days=7)
    year, number, _ = week.isocalendar()
    return f"{year:04d}-W{number:02d}-WE"


def _holiday(span: Span, story: Story) -> str | None:
    if span.year is not None:
        day = feast(span.word, span.year)
    elif story.published is None:
        return None
    else:
        base, side = story.published, story.tense(span)
        every = [feast(span.word, year) for year in (base.year - 1, base.year, base.year + 1)]
        near = timedelta(days=7 if span.unit == "W" else 1)
        fit = [one for one in every if side is not Tense.PAST or one <= base + near]
        fit = [one for one in fit if side is not Tense.FUTURE or one >= base - near]
        day = min(fit, key=lambda one: abs((one - base).days))
    return stretches.week_of(day) if span.unit == "W" else day.isoformat()


def _nth(span: Span, story: Story) -> str | None:
    """The nth weekday of a month, in the year that is written or that the month alone would mean."""
    if span.weekday is None or span.month is None or span.count is None:
        return None
    month = _month_or_year(replace(span, shape=Shape.CALENDAR), story)
    return None if month is None else nth_day(int(month[:4]), span.month, span.weekday, span.count).isoformat()


def _anniversary(span: Span, story: Story) -> str | None:
    if story.published is None or span.count is None:
        return None
    return anniversary(story.published, span.unit, span.count, span.side or 0).isoformat()


_RESOLVERS: dict[Shape, Callable[[Span, Story], str | None]] = {
    Shape.CALENDAR: _calendar,
    Shape.NUMERIC: _numeric,
    Shape.DAY_WORD: _day_word,
    Shape.UNIT: stretches.unit,
    Shape.SHIFT: stretches.shift,
    Shape.WEEKDAY: _weekday,
    Shape.WEEKEND: _weekend,
    Shape.SEASON: stretches.season,
    Shape.QUARTER: stretches.quarter,
    Shape.DECADE: lambda span, story: f"{(span.year or 0) // 10:03d}X",
    Shape.CENTURY: lambda span, story: f"{(span.count or 1) - 1:02d}XX",
    Shape.HOLIDAY: _holiday,
    Shape.FISCAL: stretches.fiscal,
    Shape.DURATION: stretches.duration,
    Shape.SET: stretches.repeated,
    Shape.NTH: _nth,
    Shape.ANNIVERSARY: _anniversary,
}
