"""Flags on the calendar: days that do not exist, weekdays that do not fit, the past told in the future.

A weekday named with a date is wrong in hardly any real story, so each rule gives the draft every reading that a
newspaper could mean before it speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from bot.dates.compare import days, precision
from bot.dates.resolve import nearest
from bot.dates.tense import tense
from bot.dates.told import told_as_past
from bot.dates.words import MONTH_NAMES, WEEKDAY_NAMES
from bot.flags.registry import Case, rule
from bot.models import DateMention, Evidence, Flag, Severity

_GRACE = timedelta(days=1)  # a story is read, and dated, in other time zones
_REACH = 1_500  # characters of the paragraphs round a date
_FAR = 300  # days: no paper leaves out the year of a day so far off
_SOON = 60  # days: nearer than this, a day without a year can only be the one ahead
_YEAR = re.compile(r"\d{4}")
_LEAP_TALK = re.compile(r"\b(?:leap|birthday|born|every|each|years?)\b")
_FORECAST = re.compile(
    r"\b(?:forecasts?|outlook|projections?|estimates?|targets?|budgets?|contract|deal|plans?|bid|term|loan)\b"
)


@rule("impossible_date", Severity.HOLD, "a day is named that no calendar has, such as 30 February or 31 June")
def impossible_date(case: Case) -> Iterator[Flag]:
    """30 February, 31 June, and 29 February of a year that is no leap year."""
    for one in _own_dates(case):
        last = _last_day(case, one)
        if one.day is None or one.month is None or last is None or one.day <= last:
            continue
        month = MONTH_NAMES[one.month - 1] + (f" {one.year}" if one.year and one.month == 2 else "")
        message = f"“{one.text}”: {month} has {last} days. Ask the reporter for the right date."
        yield _flag("impossible_date", Severity.HOLD, one, message, f"{month} has {last} days.")


@rule("weekday_mismatch", Severity.HOLD, "a weekday is named with a date that falls on another weekday")
def weekday_mismatch(case: Case) -> Iterator[Flag]:
    """A weekday beside a date; without a year, of the nearest such date on the side that the tense tells."""
    for one in _own_dates(case):
        meant = _meant_days(case, one)
        if not meant or any(day.weekday() == one.weekday for day in meant):
            continue
        real, weekday = meant[0], WEEKDAY_NAMES[meant[0].weekday()]
        fact = f"{_long(real)} is a {weekday}."
        message = f"“{one.text}”: {_long(real)} is a {weekday}. Check which of the two is right."
        yield _flag("weekday_mismatch", Severity.HOLD, one, message, fact)


@rule("future_past", Severity.HOLD, "something told as past is dated after publication")
def future_past(case: Case) -> Iterator[Flag]:
    """A date after publication (with a day of grace) that the sentence tells as past."""
    published = case.reading.article.published
    if published is None:
        return
    for one in _own_dates(case):
        told = _after_publication(case, one, published)
        if told is None or not told_as_past(case.reading.article.text, one.start, one.end, strict=one.day is None):
            continue
        message = (
            f"“{one.text}” is told as past, but the article is of {_long(published)}. "
            "Check the date, or say that it is still to come."
        )
        yield _flag("future_past", Severity.HOLD, one, message, f"The article is dated {_long(published)}.")


@rule("relative_date_unanchored", Severity.QUERY, "“yesterday” or “last week” stands in an article with no date")
def relative_date_unanchored(case: Case) -> Iterator[Flag]:
    """Once an article, at the first relative date of the reporter's own words."""
    if case.reading.article.published is not None:
        return
    for one in _own_dates(case):
        if one.relative and one.kind in ("date", "time") and not _in_quote(case, one):
            message = (
                f"“{one.text}” counts from a day that the draft does not give. "
                "Give the publication date, or name the day."
            )
            yield _flag("relative_date_unanchored", Severity.QUERY, one, message)
            return


@rule("ambiguous_numeric_date", Severity.NOTE, "a date such as 3/4/2025 can be read two ways, and no date order is set")
def ambiguous_numeric_date(case: Case) -> Iterator[Flag]:
    """A date in figures whose day and month could change places."""
    for one in _own_dates(case):
        if one.ambiguous and case.desk.date_order is None:
            first, second = (int(part) for part in re.findall(r"\d+", one.text)[:2])
            readings = f"{second} {MONTH_NAMES[first - 1]} or {first} {MONTH_NAMES[second - 1]}"
            message = f"“{one.text}” can be {readings}. Write the month as a word."
            yield _flag("ambiguous_numeric_date", Severity.NOTE, one, message)


@rule("publication_date_conflict", Severity.NOTE, "the page gives two publication dates")
def publication_date_conflict(case: Case) -> Iterator[Flag]:
    """Two statements of the page that it was published on different days."""
    stated = case.reading.article.publication_dates
    first = next(iter(stated), None)
    other = next((one for one in stated if first and one.value != first.value), None)
    if first is None or other is None:
        return
    place = other if other.end > other.start else first
    both = f"{_long(first.value)} and {_long(other.value)}"
    message = f"The page gives two publication dates, {both}. Find out which one holds."
    evidence = tuple(Evidence(f"{_long(one.value)}", published=one.value) for one in (first, other))
    yield Flag("publication_date_conflict", Severity.NOTE, place.start, place.end, message, evidence=evidence)


def _flag(code: str, severity: Severity, one: DateMention, message: str, fact: str | None = None) -> Flag:
    evidence = () if fact is None else (Evidence(fact),)
    return Flag(code, severity, one.start, one.end, message, evidence=evidence)


def _own_dates(case: Case) -> Iterator[DateMention]:
    """The dates of the story itself, without those that only say when the page was published."""
    stated = [(one.start, one.end) for one in case.reading.article.publication_dates if one.end > one.start]
    stated += [(name.start, name.end) for name in case.reading.names if name.kind == "work"]
    for one in case.reading.dates:
        if not any(start < one.end and one.start < end for start, end in stated):
            yield one


def _in_quote(case: Case, one: DateMention) -> bool:
    quotes = case.reading.quotes
    at = bisect_right(quotes, one.start, key=lambda quote: quote.start) - 1
    return at >= 0 and one.start < quotes[at].end


def _long(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _last_day(case: Case, one: DateMention) -> int | None:
    """The last day of the month as this date means it; 29 where the leap year is open."""
    if one.month is None or one.day is None:
        return None
    if one.month != 2:
        return monthrange(2001, one.month)[1]
    if one.year is not None:
        return 29 if isleap(one.year) else 28
    return 28 if one.day == 29 and _no_leap_day_near(case, one) else 29


def _no_leap_day_near(case: Case, one: DateMention) -> bool:
    """Whether 29 February without a year can be no day within the year round publication."""
    published, value = case.reading.article.published, days(one.value)
    if published is None or value is None or abs((value[0] - published).days) <= _FAR:
        return False
    text = case.reading.article.text
    return not _LEAP_TALK.search(text, max(0, one.start - 80), one.end + 80) and not _years_near(case, one)


def _meant_days(case: Case, one: DateMention) -> list[date]:
    """Every day that a weekday with a date could mean, the likeliest first; none where nothing is to compare."""
    if one.weekday is None or one.day is None or one.month is None or one.ambiguous:
        return []
    if one.year is not None:
        value = days(one.value)
        return [value[0]] if value else []
    published = case.reading.article.published
    if published is None:
        return []
    side = tense(case.reading.article.text, one.start, one.end)
    meant = [day for day in (nearest(one.month, one.day, published, side),) if day]
    near = nearest(one.month, one.day, published)
    if meant and near and abs((meant[0] - published).days) > _FAR and abs((near - published).days) <= _SOON:
        meant.append(near)
    told = [year for year in _years_near(case, one) if side != "future" or year >= published.year]
    return meant + [day for year in told if (day := _day(year, one.month, one.day))]


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _years_near(case: Case, one: DateMention) -> list[int]:
    """The years that the paragraph of a date, or the one before it, names: a tale of another year."""
    text = case.reading.article.text
    near = max(0, one.start - _REACH)
    left = text.rfind("\n", near, max(near, text.rfind("\n", near, one.start) - 1))
    right = text.find("\n", one.end, one.end + _REACH)
    every = case.reading.dates
    first = bisect_left(every, max(left, one.start - _REACH), key=lambda other: other.start)
    last = bisect_left(every, min(right if right >= 0 else len(text), one.end + _REACH), key=lambda other: other.start)
    years: list[int] = []
    for other in every[first:last]:
        value = days(other.value)
        if other is not one and value and (_YEAR.search(other.text) or precision(other.value or "") == "year"):
            years.extend(range(value[0].year, min(value[1].year, value[0].year + 2) + 1))
    return years


def _after_publication(case: Case, one: DateMention, published: date) -> date | None:
    """The first day of a written date that lies after publication, or None."""
    value = days(one.value)
    if value is None or one.kind not in ("date", "time") or one.ambiguous or value[0] <= published + _GRACE:
        return None
    if one.day is not None and one.month is not None:
        if one.year is None and one.weekday is not None and one.weekday != value[0].weekday():
            return None
        return value[0] if one.year is not None or _near_and_plain(case, one, value[0], published) else None
    if one.year is None:
        return None
    text = case.reading.article.text
    return None if _FORECAST.search(text, max(0, one.start - 120), one.end + 60) else value[0]


def _near_and_plain(case: Case, one: DateMention, day: date, published: date) -> bool:
    """Whether a date without a year can only be the one ahead: near, and not in anybody's mouth."""
    text = case.reading.article.text
    plain = re.search(r"\bon\s(?:the\s)?$", text[max(0, one.start - 8) : one.start]) is not None
    return plain and (day - published).days <= _SOON and not _in_quote(case, one) and not _years_near(case, one)
