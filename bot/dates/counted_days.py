"""Days that newspapers count out: the second Tuesday of March, two Sundays ago, a year ago today."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.dates.span import Shape, Span
from bot.dates.words import COUNTS, MONTHS, WEEKDAYS, count_of, unit_of

_WEEKDAY = "|".join(word for word in WEEKDAYS if word.endswith("day"))
_MONTH = "|".join(sorted((word for word in MONTHS if len(word) > 4 or word in ("may", "june", "july")), key=len)[::-1])
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_SIDES = {"last": -1, "this": 0, "next": 1}

NTH_WEEKDAY = re.compile(
    rf"(?i:(?P<nth>{'|'.join(_NTH)})\s(?P<weekday>{_WEEKDAY})\s(?:of|in)\s(?P<month>{_MONTH})\b"
    r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)\b|\s(?:of\s)?(?P<side>last|this|next)\syear\b)?)"
)
WEEKDAYS_AGO = re.compile(rf"(?i:(?P<count>{COUNTS})\s(?P<weekday>{_WEEKDAY})s\sago\b)")
AGO_TODAY = re.compile(
    rf"(?i:(?P<count>an?|\d{{1,3}}|{COUNTS})\s(?P<unit>(?:week|month|year)s?)\sago\s(?P<day>today|yesterday)\b)"
)


def nth_weekday(found: re.Match[str]) -> list[Span]:
    """The nth of its weekdays in a month; ``count`` is -1 for the last."""
    if not (found["weekday"][0].isupper() and found["month"][0].isupper()):
        return []
    return [
        Span(
            *found.span(),
            Shape.NTH,
            WEEKDAYS[found["weekday"].lower()],
            month=MONTHS[found["month"].lower()],
            year=int(found["year"]) if found["year"] else None,
            count=_NTH[found["nth"].lower()],
            side=_SIDES.get((found["side"] or "").lower()),
        )
    ]


def weekdays_ago(found: re.Match[str]) -> list[Span]:
    """So many of a weekday back: two Sundays ago."""
    if not found["weekday"][0].isupper():
        return []
    weekday = WEEKDAYS[found["weekday"].lower()]
    return [Span(*found.span(), Shape.WEEKDAY, weekday, count=count_of(found["count"]), side=-1)]


def ago_today(found: re.Match[str]) -> list[Span]:
    """The same day so many weeks, months or years back."""
    back = -1 if found["day"].lower() == "yesterday" else 0
    return [
        Span(*found.span(), Shape.ANNIVERSARY, count=count_of(found["count"]), unit=unit_of(found["unit"]), side=back)
    ]


def nth_day(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth of a weekday in a month, the last one for -1; raises ``ValueError`` where there is none."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def anniversary(base: date, unit: str, count: int, side: int) -> date:
    """The day so many weeks, months or years before ``base``; raises ``ValueError`` where there is no such day."""
    day = base + timedelta(days=side)
    if unit == "W":
        return day - timedelta(days=7 * count)
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "Y" else 1)
    return day.replace(year=months // 12, month=months % 12 + 1)
