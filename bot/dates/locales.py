"""The dated spans of an article in a language besides English, by the month and day names of dateparser's locales.

The same shapes come out as of an English text (a calendar date, a weekday, a step such as last week), so that
one resolver places them all.  What stands between day, month and year (``3 de marzo de 2025``, ``3. März``) is
common to the languages; a month counts only beside a day or a year, a weekday only by its full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateparser.languages.loader import default_loader

from bot.dates.grammar import ISO, NUMERIC, iso, numeric
from bot.dates.span import Shape, Span
from bot.dates.words import MONTH_NAMES, TIME_UNITS, WEEKDAY_NAMES
from bot.tongues.tongue import Tongue

_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:\.|er|º|°|ª)?"
_OF = r"\s(?:de\s|del\s|di\s|d['’])?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_BARE_YEAR = r"(?<![\w.,/-])(?P<alone>1[7-9]\d\d|20\d\d)(?![\w/-]|[.,]\d|\s(?:euro|€|%))"
_STEP = re.compile(r"(?P<count>[01]) (?P<unit>day|week|month|year) ago|in 1 (?P<ahead>day|week|month|year)")
_COUNTED = re.compile(r"\\1 (?P<unit>day|week|month|year) ago|in \\1 (?P<ahead>day|week|month|year)")
_SHORTEST = 4  # letters of a name that counts without a day beside it


@dataclass(frozen=True, slots=True, eq=False)
class _Locale:
    """What one locale names its times by, ready to be looked for."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    steps: Mapping[str, tuple[str, int]]
    counted: Sequence[tuple[re.Pattern[str], str, int]]
    tongue: Tongue


def foreign_spans(text: str, tongue: Tongue, skip: Sequence[tuple[int, int]] = ()) -> Iterator[Span]:
    """The dated spans of a text in order, none overlapping another; ``skip`` holds stretches that are not read."""
    locale = _locale(tongue)
    for found in locale.pattern.finditer(text):
        if any(start < found.end() and found.start() < end for start, end in skip):
            continue
        yield from _read(found, locale)


def _read(found: re.Match[str], locale: _Locale) -> list[Span]:
    parts = found.groupdict()
    start, end = found.span()
    if parts["iso"]:
        return _again(ISO, found, iso)
    if parts["numeric"]:
        return _again(NUMERIC, found, numeric)
    weekday = locale.weekdays.get((parts["weekday"] or "").casefold())
    month = parts["month"] or parts["month2"]
    if month:
        day = int(parts["day"]) if parts["day"] else None
        year = parts["year"] or parts["year2"]
        number = locale.months[month.casefold()]
        return [Span(start, end, Shape.CALENDAR, weekday, day, number, int(year) if year else None)]
    if parts["alone"]:
        return [Span(start, end, Shape.CALENDAR, year=int(parts["alone"]))]
    if parts["counted"]:
        return _counted(found, locale)
    if parts["step"]:
        unit, side = locale.steps[parts["step"].casefold()]
        if unit == "D":
            return [Span(start, end, Shape.DAY_WORD, side=side, word=parts["step"].casefold())]
        return [Span(start, end, Shape.UNIT, unit=unit, side=side)]
    named = locale.weekdays.get((parts["named"] or "").casefold())
    return [Span(start, end, Shape.WEEKDAY, weekday=named, side=_side(parts, locale.tongue))]


def _side(parts: Mapping[str, str | None], tongue: Tongue) -> int | None:
    """Which side of now a weekday is on by the word before or after it: nächsten Dienstag, mardi prochain."""
    word = (parts["before"] or parts["after"] or "").casefold()
    return 1 if word in tongue.ahead else -1 if word in tongue.behind else None


def _again(pattern: re.Pattern[str], found: re.Match[str], read: Any) -> list[Span]:
    once = pattern.match(found.string, found.start())
    return list(read(once)) if once else []


def _counted(found: re.Match[str], locale: _Locale) -> list[Span]:
    """A count of units from now: vor drei Tagen, il y a 3 jours."""
    for pattern, unit, side in locale.counted:
        once = pattern.fullmatch(found.group())
        if once:
            return [Span(*found.span(), Shape.SHIFT, unit=unit, count=int(once[1]), side=side)]
    return []


@cache
def _locale(tongue: Tongue) -> _Locale:
    info = default_loader.get_locale(tongue.code).info
    months = {form.casefold(): at for at, name in enumerate(MONTH_NAMES, 1) for form in info.get(name.lower(), ())}
    weekdays = {form: at for at, name in enumerate(WEEKDAY_NAMES) for form in _full(info.get(name.lower(), ()))}
    steps, counted = _relative(info)
    near = _any([*tongue.ahead, *tongue.behind]) or "(?!)"
    month, weekday = _any(months), _any(weekdays)
    counts = "|".join(pattern for pattern, _, _ in counted) or "(?!)"
    pattern = re.compile(
        rf"(?<![\w])(?:(?P<iso>\d{{4}}-\d\d-\d\d(?!\d))|(?P<numeric>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}(?!\d))"
        rf"|(?:(?P<weekday>{weekday}),?\s(?:(?:den|le|el|il|o|de)\s)?)?{_DAY}{_OF}(?P<month>{month})\b\.?(?:{_OF}{_YEAR})?"
        rf"|(?P<month2>{month})\b{_OF}{_YEAR.replace('year', 'year2')}"
        rf"|(?P<counted>{counts.replace('(?P<', '(?:(?#')})"
        rf"|(?P<step>{_any(steps)})(?!\w)"
        rf"|(?:(?P<before>{near})\s)?(?P<named>{weekday})(?!\w)(?:\s(?P<after>{near})\b)?"
        rf"|{_BARE_YEAR})",
        re.IGNORECASE,
    )
    read = tuple((re.compile(rule, re.IGNORECASE), unit, side) for rule, unit, side in counted)
    return _Locale(pattern, months, weekdays, steps, read, tongue)


def _full(forms: Sequence[str]) -> list[str]:
    """The full names of a weekday, without those that are other words as well (quarta beside quarta-feira)."""
    long = [form.casefold() for form in forms if len(form) > _SHORTEST]
    joined = [form for form in long if "-" in form]
    return joined or long


def _relative(info: Mapping[str, Any]) -> tuple[dict[str, tuple[str, int]], list[tuple[str, str, int]]]:
    """What a locale says for yesterday, last week, three days ago."""
    steps: dict[str, tuple[str, int]] = {}
    for key, forms in info.get("relative-type", {}).items():
        told = _STEP.fullmatch(key)
        if told:
            unit, side = TIME_UNITS[told["unit"] or told["ahead"]], 1 if told["ahead"] else -int(told["count"])
            steps.update({form.casefold(): (unit, side) for form in forms if len(form) >= _SHORTEST})
    counted: list[tuple[str, str, int]] = []
    for key, forms in info.get("relative-type-regex", {}).items():
        told = _COUNTED.fullmatch(key)
        if told:
            unit, side = TIME_UNITS[told["unit"] or told["ahead"]], 1 if told["ahead"] else -1
            long = [form for form in forms if len(form.split(" ")[-1]) >= _SHORTEST - 1]
            counted.extend((re.sub(r"\(\\d\+\+.*?\)", r"(\\d{1,3})", form), unit, side) for form in long)
    return steps, sorted(counted, key=lambda rule: -len(rule[0]))


def _any(words: Sequence[str] | Mapping[str, Any]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
