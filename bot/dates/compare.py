"""Dates known at different precision: they disagree only where both are known and say otherwise.

``2025-10`` and ``2025-10-21`` agree; ``2025-10`` and ``2025-11-01`` do not.  Seasons, quarters and weeks are
held against dates by the days they cover.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}


def differ(a: str | None, b: str | None) -> bool:
    """Whether two values cannot mean the same time; False where either is unknown or is no calendar date."""
    first, second = days(a), days(b)
    if first is None or second is None:
        return False
    return first[1] < second[0] or second[1] < first[0]


@lru_cache(maxsize=4_096)
def days(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that a value covers, or None where it covers no stretch of the calendar."""
    if not value or value.startswith(("P", "X", "FY")):
        return None
    try:
        return _read(value.partition("T")[0])
    except ValueError:
        return None


def precision(value: str) -> str:
    """``day``, ``month``, ``year``, or ``other`` (a week, a quarter, a season, a decade)."""
    plain = value.partition("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        return "day"
    if re.fullmatch(r"\d{4}-\d\d", plain):
        return "month"
    return "year" if re.fullmatch(r"\d{4}", plain) else "other"


def _read(value: str) -> tuple[date, date] | None:
    if decade := re.fullmatch(r"(\d{3})X", value):
        return date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31)
    if not (parts := re.fullmatch(r"(\d{4})(?:-(Q\d|H\d|SP|SU|FA|WI|\d\d)(?:-(\d\d))?|-W(\d\d)(-WE)?)?", value)):
        return None
    year, part, day, week = int(parts[1]), parts[2], parts[3], parts[4]
    if week:
        monday = date.fromisocalendar(year, int(week), 1)
        return (monday + timedelta(days=5 if parts[5] else 0), monday + timedelta(days=6))
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if part == "WI":
        return date(year - 1, 12, 1), date(year + 1, 3, 20)
    if part in _SEASONS:
        first, last = _SEASONS[part]
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if part in _QUARTERS:
        first, last = _QUARTERS[part]
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if day:
        return date(year, int(part), int(day)), date(year, int(part), int(day))
    return date(year, int(part), 1), date(year, int(part), monthrange(year, int(part))[1])
