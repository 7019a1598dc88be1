"""How newspapers write calendar dates: ``Thursday, 3 November 2025``, ``Nov. 3``, ``the 3rd of May``, ``in 1998``.

Each rule starts at a known first word, so that no pattern is tried where it cannot match, and every pattern
is linear.  A day over 31 is no day (``in October 56 children``); 31 November is read, with its parts, so
that a flag can tell it.
"""

from __future__ import annotations

import re

from bot.dates.span import Shape, Span
from bot.dates.words import MONTHS, ORDINAL_WORDS, WEEKDAYS, ordinal_of

_S = r"\s{1,2}"
_WEEKDAY = (
    r"(?i:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)\b(?:(?<!day)\.)?"
)
_MONTH = (
    r"(?P<month>(?i:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec))\b(?:(?<=\b[A-Za-z]{3})\.|"
    r"(?<=\b[A-Za-z]{4})\.(?!\s+[A-Z]|\s*$)|)"
)
_NUMBER = r"3[01]|[12]\d|0?[1-9]"
_NO_DAY = r"(?![.,:/]\d|-\d{3}|%|\s?per\s?cent|\s?[ap]\.?m\b|[-\s]year)"
_ORDINALS = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
_DAY_WORD = rf"(?i:thirty-first|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|{_ORDINALS})\b"
_DAY = rf"(?P<day>(?:{_NUMBER})(?:st|nd|rd|th)?\b{_NO_DAY}|{_DAY_WORD})"
_DAY2 = rf"(?P<day2>(?:{_NUMBER})(?:st|nd|rd|th)?\b{_NO_DAY})"
_THROUGH = r"\s?(?P<through>[-–—/]|to|and|or|through|until)\s?"
_YEAR = r"(?P<year>1[1-9]\d\d|20\d\d|21\d\d)\b(?![,.:]\d|%)"
_THAT_YEAR = r"(?:of\s)?(?P<side>this|last|next)\syear\b(?!['’])"
_SHORT_YEAR = r"['’](?P<short>\d\d)\b"
_COUNTED = (
    r"(?:people|persons|men|women|boys|girls|children|students|pupils|workers|officers|soldiers|troops|police|"
    r"members|million|"
    r"billion|thousand|hundred|years?|months?|weeks?|days?|hours?|minutes?|miles?|km|points?|goals?|votes?|more|"
    r"other|new|"
    r"others|percent|per|times|jobs|homes|states|cases|deaths|dollars|pounds|metres|meters|feet|acres|seats)\b"
)
_IS_A = (
    rf"(?:\s?\((?P<told1>{_WEEKDAY})\)|,?{_S}(?:which{_S}(?:was|is|fell{_S}on|falls{_S}on|will{_S}be){_S}(?:an?{_S})?|"
    rf"an?{_S})(?P<told2>{_WEEKDAY}))?"
)
_CLOCK = r"(?:,?\s(?:at\s)?(?P<clock>\d\d?(?:[.:]\d\d)?\s?[ap]\.?m\b|at\s(?:[01]?\d|2[0-3])[:.][0-5]\d\b))?"

DAY_FIRST = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),?{_S}(?:the{_S})?)?(?:{_DAY}(?:{_THROUGH}{_DAY2})?)(?:{_S}of)?[\s-]{{1,2}}{_MONTH}"
    rf"(?:(?:,?{_S}|-){_YEAR}|{_S}{_SHORT_YEAR}|,?\s{_THAT_YEAR})?{_IS_A}{_CLOCK}"
)
MONTH_FIRST = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),?{_S})?{_MONTH}{_S}(?:the{_S})?{_DAY}(?:{_THROUGH}{_DAY2})?"
    rf"(?:(?:\s?,{_S}?|{_S}){_YEAR}|{_S}{_SHORT_YEAR}|,?\s{_THAT_YEAR}|(?!{_S}{_COUNTED})){_IS_A}{_CLOCK}"
)
WEEKDAY_AND_DAY = re.compile(
    rf"(?P<weekday>{_WEEKDAY}),?{_S}(?:the{_S})?(?P<day>(?:{_NUMBER})(?:st|nd|rd|th))\b(?!{_S}[A-Z])"
)
MONTH_AND_YEAR = re.compile(rf"{_MONTH}(?:{_S}of|,)?(?:{_S}|-)(?:{_YEAR}|{_SHORT_YEAR})")
MONTH_ALONE = re.compile(rf"{_MONTH}(?P<of>,?\s{_THAT_YEAR})?")
NUMERIC = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:1[89]|20)\d\d|\d\d)\b(?![/.-]\d|%)"
)
ISO = re.compile(
    r"(?P<year>1\d{3}|20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9])(?:[T "
    r"](?P<clock>[0-2]\d:[0-5]\d))?(?![-\d])"
)
BARE_YEAR = re.compile(rf"{_YEAR}(?:[-–/](?P<until>\d\d)(?![\d-]))?")

_BEFORE_YEAR = re.compile(
    r"(?:[$£€#@/+=&.:’']|(?<!mid)(?<!pre)(?<!post)(?<!early)(?<!late)-|\b(?:no|number|route|highway|room|flight|box|page|section|least|over|nearly|almost|than|"
    r"some|only|another|model|chapter|article|number|apollo|windows|hr|studio|area)\.?\s)$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(
    rf"\s?(?:{_COUNTED}|[°€£]|-(?:foot|mile|page|seat|acre|strong|member|pound|square|odd|ton|word|room|plus|year)|"
    r"(?:words|yards|calories|pieces|letters|books|square|GMT|rpm|copies|residents|employees|delegates|fans|inmates|"
    r"kilometers|kilometres|tons|tonnes|pages|houses|families|rooms|patients|teachers|firms|stores|BC|B\.C\.|hrs)\b|"
    r"\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Place|Court)\b)"
)
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|last|next|this|from|of|through|during|before|after|for|between|to|and|or|early|"
    r"late|mid|"
    r"around|about|every|each|past|coming|following|previous|beginning|end|starting|late-|early-|"
    r"mid-)[\s-]{1,2}(?:the\s)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:[Aa]|[Tt]he|its|his|her|their)\s$")
_THING = re.compile(
    r"\s(?:agreement|meeting|election|vote|deadline|report|summit|hearing|ruling|attack|deal|speech|interview|trial|"
    r"decision|accession|poll|survey|referendum|launch|accident|crash|fire|storm|floods?|protests?|raid|shooting|"
    r"bombing|conference|visit|issue|figures|sales|contract|delivery|letter|memo|statement|primary|budget|[0-9]+)\b"
)
_TITLED = re.compile(r"\b(?:called|named|dubbed|titled|entitled)\s(?:[A-Z][\w’'-]+\s){1,2}$")
_THAT = {"last": -1, "this": 0, "next": 1}
_CLEAR_MONTHS = frozenset("january february july september october november december".split())


def calendar(found: re.Match[str]) -> list[Span]:
    """The spans of a written date, one for each end of a range (``9-11 May``)."""
    parts = found.groupdict()
    raw_month = parts["month"]
    if not raw_month[0].isupper() or _lower(parts.get("weekday")):
        return []
    day, day2 = ordinal_of(parts["day"]), parts.get("day2")
    said = parts.get("weekday") or parts.get("told1") or parts.get("told2")
    weekday = None if said is None else _weekday(said)
    year = _year(parts)
    month, end = MONTHS[raw_month.lower()], found.end()
    side = _THAT.get(parts.get("side") or "")
    word = "" if side is None else "year"
    if not day2:
        clock = parts.get("clock") or ""
        return [Span(found.start(), end, Shape.CALENDAR, weekday, day, month, year, side=side, word=word, clock=clock)]
    second = ordinal_of(day2)
    if second <= day:
        return []
    first_end = max(found.end("day"), found.end("month") if found.start("month") < found.start("day") else 0)
    second_start = found.start("day2")
    return [
        Span(found.start(), first_end, Shape.CALENDAR, weekday, day, month, year, side=side, word=word),
        Span(second_start, end, Shape.CALENDAR, None, second, month, year, side=side, word=word),
    ]


def month_and_year(found: re.Match[str]) -> list[Span]:
    """A month with its year (``July 2024``, ``June '24``)."""
    if not found["month"][0].isupper():
        return []
    month, year = MONTHS[found["month"].lower()], _year(found.groupdict())
    return [Span(found.start(), found.end(), Shape.CALENDAR, month=month, year=year)]


def month_alone(found: re.Match[str]) -> list[Span]:
    """A month without day or year, where it is no name and no verb (``in May``, but not ``Theresa May``)."""
    raw = found["month"]
    name, text = raw.lower(), found.string
    if not raw[0].isupper() or (len(name) < 5 and name not in ("may", "june", "july")):
        return []
    after = found.end("month")
    led = _MONTH_LEAD.search(text, max(0, found.start() - 16), found.start()) is not None
    led = led or _agreed(text, found.start(), after)
    follows = text[after : after + 2]
    named = follows[:1] == " " and follows[1:].isupper()
    if follows[:1] in ("-", "’", "'") and not text.startswith(("'s", "’s"), after):
        return []
    if not led and (name not in _CLEAR_MONTHS or named or _name_before(text, found.start())):
        return []
    if found["of"]:
        return [Span(*found.span(), Shape.CALENDAR, month=MONTHS[name], side=_THAT[found["side"]], word="year")]
    return [Span(*found.span("month"), Shape.CALENDAR, month=MONTHS[name])]


def _agreed(text: str, start: int, end: int) -> bool:
    """Whether a month names the thing after it (``a June agreement``)."""
    return _ARTICLE.search(text, max(0, start - 6), start) is not None and _THING.match(text, end) is not None


def weekday_and_day(found: re.Match[str]) -> list[Span]:
    """A weekday with the day of a month that is not named (``Saturday the 14th``)."""
    if _lower(found["weekday"]):
        return []
    day = ordinal_of(found["day"])
    return [Span(found.start(), found.end(), Shape.CALENDAR, _weekday(found["weekday"]), day)]


def numeric(found: re.Match[str]) -> list[Span]:
    """A date in figures; which of the first two is the month is settled later, by the desk's date order."""
    a, b, year = int(found["a"]), int(found["b"]), int(found["year"])
    if not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return []
    if len(found["year"]) == 2:
        if found["mark"] != "/":
            return []
        year = _century(year)
    return [Span(found.start(), found.end(), Shape.NUMERIC, day=a, month=b, year=year, word=found["mark"])]


def iso(found: re.Match[str]) -> list[Span]:
    """An ISO 8601 date."""
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    return [Span(found.start(), found.end(), Shape.CALENDAR, None, day, month, year, clock=found["clock"] or "")]


def bare_year(found: re.Match[str]) -> list[Span]:
    """A year alone, where the figure counts nothing and numbers nothing."""
    text, start = found.string, found.start()
    year = int(found["year"])
    if _TITLED.search(text, max(0, start - 24), start) and not found["until"]:
        return []
    if not 1500 <= year <= 2100 or _BEFORE_YEAR.search(text, max(0, start - 12), start):
        return []
    end = found.end("year")
    if text.startswith("s", end) or _AFTER_YEAR.match(text, end):
        return []
    return [Span(start, end, Shape.CALENDAR, year=year)]


def _lower(word: str | None) -> bool:
    return word is not None and not word[0].isupper()


def _weekday(raw: str) -> int:
    return WEEKDAYS[raw.rstrip(".").lower()]


def _year(parts: dict[str, str | None]) -> int | None:
    if parts.get("year"):
        return int(parts["year"] or 0)
    short = parts.get("short")
    return None if short is None else _century(int(short))


def _century(short: int) -> int:
    """The year of two figures; 68 is the POSIX turn of the century."""
    return 2000 + short if short <= 68 else 1900 + short


def _name_before(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before, as in ``Theresa May`` or ``Black October``."""
    before = re.search(r"([A-Z][\w.]+)\s$", text[max(0, start - 20) : start])
    return before is not None and before[1].lower() not in ("in", "since", "by", "on", "last", "this", "next")
