"""Feasts with a day of their own: fixed, by the weekday of a month, or by Easter.

Movable rules are those of the United States Code (5 U.S.C. 6103) and, for Easter, of the Gregorian computus
(Meeus, Jones and Butcher).
"""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "halloween": (10, 31), "independence day": (7, 4),
    "fourth of july": (7, 4), "valentine's day": (2, 14), "st patrick's day": (3, 17), "bonfire night": (11, 5),
    "inauguration day": (1, 20), "veterans day": (11, 11),
}  # fmt: skip
_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2}


def feast(name: str, year: int) -> date:
    """The day of a feast in a year; raises ``KeyError`` for a feast that is not known."""
    key = name.lower().replace("’", "'").replace("st.", "st")
    if key in _FIXED:
        return date(year, *_FIXED[key])
    if key in _EASTER:
        return easter(year) + timedelta(days=_EASTER[key])
    if key.startswith("thanksgiving"):
        return _nth(year, 11, 3, 4)
    if key == "labor day":
        return _nth(year, 9, 0, 1)
    if key == "memorial day":
        last = date(year, 5, 31)
        return last - timedelta(days=last.weekday())
    if key == "election day":
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    raise KeyError(name)


def easter(year: int) -> date:
    """Easter Sunday of a year."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
