"""The date that tells when words were said, and not when something happened that they tell of.

``said on 4 May`` dates the saying; ``said the fire of 3 May was out`` does not.  In doubt there is none,
as a wrong date would raise a hold on a sound quote.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.dates.compare import days, precision
from bot.dates.tense import last_match
from bot.models import DateMention

_CUE = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|added|adding|wrote|writes|writing|posted|tweeted|announced|claimed|"
    r"insisted|"
    r"explained|argued|warned|declared|stated|testified|recalled|replied|responded|joked|admitted|commented|"
    r"remarked|noted|"
    r"complained|promised|vowed|pledged|conceded|confirmed|spoke|speaking|talking|asked|repeated|protested|"
    r"quipped|tweeting)\b"
)
_AT_ONCE = re.compile(
    r"\s*,?\s*(?:(?:back|late|early|later|earlier|again|also)\s)*(?:on\s|in\s|at\s|,\s)?(?:the\s)?(?:early\s|late\s)?"
)
_WITHIN = re.compile(
    r"\b(?:that|was|were|is|are|had|has|have|will|would|did|does|since|until|till|about|of|if|because|between|by|"
    r"for|which|"
    r"who|whose|ahead|following)\b|[;:.“”\"]"
)
_CLOSES = re.compile(r"\s*(?:[,.;:“”\"')—–]|$|(?:that|in|at|during|after|before|from|outside|when|while|as)\b)")
_OCCASION = (
    r"(?:statement|interview|speech|address|letter|e-?mail|post|tweet|message|(?:press|news)\sconference|briefing|"
    r"hearing|"
    r"debate|rally|call|broadcast|podcast|sermon|column|memo|testimony|inquest|hustings|appearance|article|essay|"
    r"blog)"
)
_OCCASION_BEFORE = re.compile(rf"\b{_OCCASION}\b[^.;:“”\"]{{0,40}}?\s(?:on|in|from|dated|of)?\s?(?:late\s|early\s)?$")
_OCCASION_AFTER = re.compile(rf"\s(?:[a-z]+\s)?{_OCCASION}\b")
_OF_A_THING = re.compile(r"\s(?!said|told|says)[a-z-]+\s(?:that|which)\s(?:the\s|a\s|an\s)?(?:[\w’'-]+\s){1,2}$")
_SUBJECT_THEN_CUE = re.compile(r",?\s(?:[\w.’'-]+,?\s){1,7}?$")
_OPENING = re.compile(
    r"(?:^|[.!?”\"\n]\s*)(?:Speaking\s|Writing\s|Then,?\s|But\s|And\s)?(?:(?:[Oo]n|[Ii]n)\s)?(?:[Ll]ate\s|"
    r"[Ee]arly\s)?$"
)


def said_on(text: str, dates: Sequence[DateMention], start: int, end: int) -> str | None:
    """The value of the date in ``text[start:end]`` that dates the saying, or None.

    The stretch is the reporter's own words round a quote (``, the harbour master, said on 4 May``).
    """
    first = bisect_left(dates, start, key=lambda one: one.start)
    last = bisect_left(dates, end, key=lambda one: one.start)
    for date in dates[first:last]:
        if _usable(date) and _dates_the_saying(text, date, start, end):
            return date.value
    return None


def beside(dates: Sequence[DateMention], text: str, end: int) -> str | None:
    """The value of the day that stands right after an offset, at most a short word between: sagte Weber am Dienstag."""
    at = bisect_left(dates, end, key=lambda one: one.start)
    if at == len(dates) or not _usable(dates[at]) or precision(dates[at].value or "") != "day":
        return None
    between = text[end : dates[at].start]
    return (
        dates[at].value
        if between.strip(", ").isalpha() is (len(between.strip(", ")) > 0) and len(between) <= 5
        else None
    )


def _usable(date: DateMention) -> bool:
    return date.kind in ("date", "time") and days(date.value) is not None and not date.ambiguous


def _dates_the_saying(text: str, date: DateMention, start: int, end: int) -> bool:
    lead = text[start : date.start]
    cue = last_match(_CUE, lead)
    if cue is not None and _OF_A_THING.search(lead[: cue.start()]):
        return False
    if cue is not None and _after_cue(text, lead[cue.end() :], date):
        return True
    if _OCCASION_AFTER.match(text, date.end) or _OCCASION_BEFORE.search(lead[-80:]):
        return cue is not None or _CUE.search(text, date.end, end) is not None
    return cue is None and _before_cue(text, lead, date, end)


def _after_cue(text: str, between: str, date: DateMention) -> bool:
    """``said on Tuesday``, ``told reporters after the race on 14 June``."""
    if _AT_ONCE.fullmatch(between):
        return True
    if len(between) > 90 or _WITHIN.search(between) or precision(date.value or "") == "year":
        return False
    return _CLOSES.match(text, date.end) is not None


def _before_cue(text: str, lead: str, date: DateMention, end: int) -> bool:
    """``On Monday, the mayor said``, ``Speaking on Tuesday, she added``."""
    if not _OPENING.search(lead[-30:]):
        return False
    cue = _CUE.search(text, date.end, min(end, date.end + 90))
    if cue is None or re.search(r"[.;“”\"]\s", text[date.end : cue.start()]):
        return False
    return _SUBJECT_THEN_CUE.fullmatch(text, date.end, cue.start()) is not None
