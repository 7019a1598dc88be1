"""A day, month, year or moment as a desk's files write it, as ISO 8601 at the precision written.

A date that can be read two ways (3/4/2025), or that no calendar has, is refused: a wrong date in the store
would be worse than none.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from bot.errors import WrongInput

_LONGEST = 60
_CLOCK = r"\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?"
_ISO = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d)(?:(?P<between>[T ])(?P<clock>{_CLOCK})|T(?:MO|MI|AF|EV|NI))?"
    r"|(?:FY)?\d{3}[\dX]|\d{4}-(?:0[1-9]|1[0-2])"
    r"|\d{4}-(?:Q[1-4]|H[12]|SP|SU|FA|AU|WI|W(?:0[1-9]|[1-4]\d|5[0-3])(?:-WE)?)",
    re.ASCII,
)
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)
_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*")


def read_moment(written: str) -> str:
    """The moment as ISO 8601 (TIMEX3 at less than a day); raises ``WrongInput`` where it cannot be read."""
    text = written.strip()
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _checked_iso(text, iso)
    if year_first := _YEAR_FIRST.fullmatch(text):
        year, month, number = (int(part) for part in year_first.groups())
        return _existing(f"{year:04d}-{month:02d}-{number:02d}", text)
    numeric = _NUMERIC.fullmatch(text)
    return _from_numbers(text, numeric) if numeric else _from_english(text)


def read_day(written: str) -> date:
    """The day of a moment; raises ``WrongInput`` where the day is not told."""
    iso = _ISO.fullmatch(read_moment(written))
    if iso is None or iso["day"] is None:
        raise WrongInput(f"“{written}” names no single day; write it as 2025-03-06.", written)
    return date.fromisoformat(iso["day"])


def _checked_iso(text: str, iso: re.Match[str]) -> str:
    """An ISO moment that exists; a day with a blank and midnight is how spreadsheets write a day."""
    day, clock = iso["day"], iso["clock"]
    if day is None:
        return text
    _existing(day, text)
    if clock is None:
        return text
    if iso["between"] == " " and not clock.strip("0:."):
        return day
    try:
        datetime.fromisoformat(f"{day}T{clock}")
    except ValueError as error:
        raise _no_such(text) from error
    return f"{day}T{clock}"


def _existing(day: str, text: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise _no_such(text) from error


def _from_numbers(text: str, numeric: re.Match[str]) -> str:
    first, second, year = (int(number) for number in numeric.groups())
    if first <= 12 and second <= 12 and first != second:
        raise WrongInput(f"“{text}” can be read as two days; write it as 2025-03-06.", text)
    month, day = (first, second) if first <= 12 else (second, first)
    return _existing(f"{year:04d}-{month:02d}-{day:02d}", text)


@lru_cache(maxsize=4_096)
def _from_english(text: str) -> str:
    """A day, month or year in plain English, which must name its year."""
    if len(text) > _LONGEST or not _YEAR.search(text) or not _MONTH.search(text):
        raise _unreadable(text)
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["month", "year"]})
    found = parser.get_date_data(text)
    if found is None or found.date_obj is None:
        raise _unreadable(text)
    moment, numbers = found.date_obj, {int(number) for number in _NUMBER.findall(text)}
    told = {moment.year, moment.day} if found.period in ("day", "time") else {moment.year}
    if not told <= numbers:
        raise _unreadable(text)
    return moment.strftime("%Y-%m-%d" if moment.day in told else "%Y-%m")


def _unreadable(text: str) -> WrongInput:
    return WrongInput(f"“{text[:_LONGEST]}” is not a date that can be read; write it as 2025-03-06.")


def _no_such(text: str) -> WrongInput:
    return WrongInput(f"“{text}” is not a day in the calendar; look the date up again.", text)
