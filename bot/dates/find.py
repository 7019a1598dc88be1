"""The dates of an article: every span that names one, with its value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.dates.compare import days, precision
from bot.dates.resolve import resolve
from bot.dates.scan import spans
from bot.dates.span import Shape, Span
from bot.dates.story import Story
from bot.dates.stretches import compares
from bot.models import DateMention
from bot.tongues.tongue import Tongue

_JOINED = re.compile(r"\s?(?:-|–|—|and|to|or|through|until)\s?(?:on\s)?")
_BUSINESS = re.compile(
    r"\b(?:earnings|revenues?|profits?|net income|net loss|shares|sales|analysts?|GDP|economy|growth|shipments|"
    r"dividend|"
    r"fiscal|inflation|results|orders)\b",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"\bweek\sof\s$")
_NOW = frozenset((Shape.DAY_WORD, Shape.WEEKDAY, Shape.WEEKEND, Shape.ANNIVERSARY))


def find_dates(
    text: str,
    published: date | None,
    *,
    date_order: str | None = None,
    skip: Sequence[tuple[int, int]] = (),
    tongue: Tongue | None = None,
) -> tuple[DateMention, ...]:
    """The dates, times, durations and sets that a text names, in order.

    ``published`` anchors what is relative; ``date_order`` (``MDY`` or ``DMY``) settles 3/4/2025, which else is
    known to the year (other languages put the day first); ``skip`` holds spans that are not read (page furniture).
    """
    if tongue is not None:
        return _foreign(text, Story(text, published, date_order or "DMY"), tongue, skip)
    story = Story(text, published, date_order)
    found = _with_years(text, _joined(text, spans(text, skip)))
    if any(span.shape is Shape.QUARTER for span in found) and not _BUSINESS.search(text):
        found = [span for span in found if span.shape is not Shape.QUARTER or span.year]
    return tuple(_mention(span, story) for span in found)


def _foreign(text: str, story: Story, tongue: Tongue, skip: Sequence[tuple[int, int]]) -> tuple[DateMention, ...]:
    """The dates of another language; its locales are read only then, as they cost a tenth of a second."""
    from bot.dates.locales import foreign_spans

    return tuple(_mention(span, story) for span in foreign_spans(text, tongue, skip))


def _joined(text: str, every: Iterable[Span]) -> list[Span]:
    """The spans, with a weekday that is told apart joined to its date (``next Tuesday, March 3``), and weeks named
    by a day of theirs (``the week of 6 March``)."""
    found: list[Span] = []
    for span in every:
        last = found[-1] if found else None
        if span.shape is Shape.CALENDAR and span.day is not None and span.weekday is None:
            week = _WEEK_OF.search(text, max(0, span.start - 12), span.start)
            if week:
                span = replace(span, start=week.start(), unit="W")
            elif last and last.shape is Shape.WEEKDAY and text[last.end : span.start] == ", ":
                span = replace(span, start=last.start, weekday=last.weekday)
                found.pop()
        found.append(span)
    return found


def _with_years(text: str, found: list[Span]) -> list[Span]:
    """The spans, with the year of a range's end given to its beginning (``between 3 March and 5 April 2019``)."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if not (_yearless(first) and second.shape is Shape.CALENDAR and second.year and second.month):
            continue
        if (first.day is None) == (second.day is None) and _JOINED.fullmatch(text, first.end, second.start):
            found[at] = replace(first, year=second.year)
    return found


def _yearless(span: Span) -> bool:
    return span.shape is Shape.CALENDAR and span.year is None and span.month is not None and span.side is None


def _mention(span: Span, story: Story) -> DateMention:
    value = resolve(span, story)
    _remember(span, value, story)
    ambiguous = span.shape is Shape.NUMERIC and value is not None and precision(value) == "year"
    day, month = (span.day, span.month) if span.shape is not Shape.NUMERIC else _figures(span, value, story.order)
    return DateMention(
        text=story.text[span.start : span.end],
        start=span.start,
        end=span.end,
        value=value,
        kind=_kind(span, value),
        weekday=span.weekday if span.shape is not Shape.SET else None,
        day=day,
        month=month,
        year=span.year if span.shape in (Shape.CALENDAR, Shape.NUMERIC) else None,
        relative=_relative(span),
        ambiguous=ambiguous,
    )


def _figures(span: Span, value: str | None, order: str | None) -> tuple[int | None, int | None]:
    """Day and month of a date in figures, also where no such day exists (30/2/2025)."""
    if value is not None:
        return (None, None) if precision(value) == "year" else (int(value[8:10]), int(value[5:7]))
    a, b = span.day, span.month
    return (a, b) if (a or 0) > 12 or span.word == "." or order == "DMY" else (b, a)


def _kind(span: Span, value: str | None) -> str:
    if span.shape is Shape.DURATION:
        return "duration"
    if span.shape is Shape.SET:
        return "set"
    return "time" if value and "T" in value else "date"


def _relative(span: Span) -> bool:
    """Whether the span counts from publication."""
    if span.story:
        return False
    if span.shape in _NOW:
        return True
    return span.shape is Shape.SHIFT or (span.shape in (Shape.UNIT, Shape.SEASON) and span.year is None)


def _remember(span: Span, value: str | None, story: Story) -> None:
    """Keep what a later ``the following year`` or ``a year earlier`` counts from."""
    if span.shape is Shape.DURATION and span.unit == "M":
        story.quarter_at = -1
    if value is None or span.shape in (Shape.DURATION, Shape.SET):
        return
    if span.shape is Shape.QUARTER and (quarter := re.fullmatch(r"(\d{4})-Q(\d)", value)):
        told = days(value)
        if not span.side and told and (story.published is None or told[1] <= story.published):
            story.quarter = (int(quarter[1]), int(quarter[2]))
            story.quarter_at = span.start
        return
    covered = days(value)
    if covered is None or span.shape is Shape.DECADE or (span.shape is Shape.SHIFT and compares(span, story)):
        return
    story.year = covered[0].year
    grain = precision(value)
    if grain in ("day", "month"):
        story.month = (covered[0].year, covered[0].month)
    if grain == "day":
        story.day = covered[0]
