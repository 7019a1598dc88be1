"""How business pages name the stretches of a year: ``the third quarter``, ``the year-ago period``, ``fiscal 2024``."""

from __future__ import annotations

import re

from bot.dates.span import Shape, Span
from bot.dates.words import ordinal_of

_S = r"[\s-]{1,2}"
ORDINAL_QUARTER = re.compile(
    r"(?i:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?P<what>quarter|half)\b"
    r"(?:\s(?:of|in)\s(?:(?P<year>(?:19|20)\d\d)|(?P<rel>last|this|next|the)\s(?:fiscal\s)?year\b|"
    r"fiscal\s(?:year\s)?(?P<fiscal>(?:19|20)\d\d))|\s(?P<after>(?:19|20)\d\d)\b)?)"
)
SHORT_QUARTER = re.compile(r"(?P<what>[QH])(?P<nth>[1-4])\b(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d))?")
YEAR_AND_QUARTER = re.compile(
    r"(?i:(?P<year>(?:19|20)\d\d)\s(?:fiscal\s)?(?P<nth>first|second|third|fourth)[\s-]quarter\b)"
)
STORY_QUARTER = re.compile(
    rf"(?i:(?P<back>(?:comparable\s)?year[\s-](?:ago|earlier|before)\s)?(?P<latest>(?:latest|same|"
    rf"comparable)\s)?(?P<what>quarter|period)\b(?P<of>{_S}a\syear\s(?:ago|earlier))?)"
)
YEAR_BACK = re.compile(
    r"(?i:year-(?:ago|earlier)\b(?:\s(?:(?P<nth>first|second|third|fourth)[\s-])?(?P<what>quarter|period|figure|"
    r"level|result)s?\b)?)"
)
FISCAL = re.compile(r"(?:FY\s?|(?i:fiscal|financial)\s(?:(?i:year)\s)?)(?P<year>(?:19|20)\d\d|\d\d(?!\d))\b")


def ordinal_quarter(found: re.Match[str]) -> list[Span]:
    """A quarter or half of a year; without a year only a quarter, as halves and quarters are of games too."""
    year = found["year"] or found["after"] or found["fiscal"]
    rel = (found["rel"] or "").lower()
    what = "Q" if found["what"].lower() == "quarter" else "H"
    if what == "H" and not (year or rel):
        return []
    side = {"last": -1, "this": 0, "the": 0, "next": 1}.get(rel)
    number = ordinal_of(found["nth"])
    return [
        Span(
            found.start(),
            found.end(),
            Shape.QUARTER,
            year=int(year) if year else None,
            count=number,
            side=side,
            unit=what,
        )
    ]


def year_and_quarter(found: re.Match[str]) -> list[Span]:
    """``the 1988 third quarter``."""
    year, number = int(found["year"]), ordinal_of(found["nth"])
    return [Span(found.start(), found.end(), Shape.QUARTER, year=year, count=number, unit="Q")]


def short_quarter(found: re.Match[str]) -> list[Span]:
    """``Q3`` and ``H1``, with a year or without."""
    if found["what"] == "H" and (int(found["nth"]) > 2 or not found["year"]):
        return []
    year = int(found["year"]) if found["year"] else None
    return [Span(found.start(), found.end(), Shape.QUARTER, year=year, count=int(found["nth"]), unit=found["what"])]


def story_quarter(found: re.Match[str]) -> list[Span]:
    """The quarter that the story is about (``the quarter``, ``the latest quarter``)."""
    text, start = found.string, found.start()
    led = text[max(0, start - 5) : start].lower()
    if text.startswith(("-to-", "-on-"), found.end()):
        return []
    if found["what"].lower() == "period" and not (found["back"] or found["of"]):
        return []
    if not (found["back"] or found["latest"] or led.endswith(("the ", "that "))):
        return []
    back = -1 if found["back"] or found["of"] else 0
    return [Span(start, found.end(), Shape.QUARTER, unit="Q", side=back, story=True)]


def year_back(found: re.Match[str]) -> list[Span]:
    """The same stretch a year before (``the year-ago quarter``)."""
    nth = ordinal_of(found["nth"]) if found["nth"] else None
    return [Span(found.start(), found.end(), Shape.QUARTER, count=nth, unit="Q", side=-1, story=True)]


def fiscal(found: re.Match[str]) -> list[Span]:
    """``FY2024``, ``fiscal 1989``, ``financial year 2024``."""
    year = int(found["year"])
    return [Span(found.start(), found.end(), Shape.FISCAL, year=year if year > 99 else 2000 + year)]
