"""Elapsed time in words, held against the dates it stands with.

``almost two decades after their divorce`` of 2002 does not fit an article of 2025.  Newspapers round, so each
hedge has a band; what cannot be placed for sure (``ten years after the war ended in 1945 he moved``: the end
is not publication) is not judged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.dates.compare import days
from bot.dates.tense import IRREGULAR, last_match, sentence_round
from bot.dates.words import COUNTS, count_of, unit_of
from bot.models import DateMention

_UNDER = r"almost|nearly|just\sunder|close\sto|approaching|not\squite"
_OVER = r"more\sthan|over|upwards\sof|well\sover|just\sover|in\sexcess\sof"
_ABOUT = r"about|around|roughly|some|approximately|barely|scarcely|only|just"
_COUNT = (
    r"\d{1,3}|half\sa|a\squarter\sof\sa|a\squarter|"
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+|{COUNTS}|an?"
)
PHRASE = re.compile(
    rf"\b(?:(?P<under>{_UNDER})\s|(?P<over>{_OVER})\s|(?P<about>{_ABOUT})\s|(?P<least>at\sleast)\s|"
    rf"(?P<less>less\sthan|fewer\sthan|under)\s)?"
    rf"(?:the\s)?(?P<count>{_COUNT})[\s-](?P<unit>years?|decades?|century|"
    rf"centuries)(?P<so>\sor\sso)?\s(?P<side>after|later|ago|since|on)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:is|are|still|now|today|remains?|has|have|continues?|recently|currently|this\s(?:week|month|year)|"
    r"yesterday|will|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|it[’']s|[’']s\sstill)\b"
)
_THEN_NOW = re.compile(r",?\s(?:[\w’'-]+\s){0,4}?(?:is|are|still|remains?|has|have|continues?)\b")
_DEED = re.compile(rf"\b(?:[a-z]{{2,}}ed|{'|'.join(sorted(IRREGULAR))})\b")
_EVENTS = {
    "divorce": r"divorc\w+", "marriage": r"(?:marri\w+|wedding)", "wedding": r"(?:marri\w+|wed\w*)",
    "death": r"(?:died|death)",
    "birth": r"(?:born|birth)", "fire": r"(?:fire|burn\w*)", "opening": r"open\w+", "closure": r"clos\w+",
    "founding": r"found\w+", "foundation": r"found\w+", "launch": r"launch\w*", "collapse": r"collaps\w+",
    "retirement": r"retir\w+", "flood": r"flood\w*", "crash": r"crash\w*", "disaster": r"disaster",
    "murder": r"murder\w*", "strike": r"(?:strike|struck)", "debut": r"debut\w*", "arrest": r"arrest\w*",
    "resignation": r"resign\w+", "merger": r"merg\w+", "demolition": r"demolish\w+",
    "sinking": r"(?:sank|sinking|sunk)",
    "shooting": r"(?:shot|shooting)", "split": r"split", "separation": r"separat\w+", "release": r"releas\w+",
    "publication": r"publi\w+", "accident": r"accident", "explosion": r"explo\w+", "independence": r"independen\w+",
}  # fmt: skip
_OWNER = re.compile(rf"\s(?:the|their|his|her|its|that|this)\s(?:[a-z-]+\s){{0,3}}(?P<event>{'|'.join(_EVENTS)})\b")
_ENDS_THERE = re.compile(r",\s\(?|\s\(|\s[–—-]\s")
_CLAUSE_END = re.compile(r"[.;:,()“”\"]|\sand\s")
_YEAR_DAYS = 365.25
_UNIT_AND_SIDE = re.compile(
    r"[yYdDcC](?i:ears?|ecades?|entury|enturies)(?i:\sor\sso)?\s(?i:after|later|ago|since|on)\b"
)
_LEAD = 48  # characters before the unit that its hedge and count may take
_REACH = 300  # characters between a phrase and its date
_MOST = 500  # dates among which a named event is looked up


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A phrase that gives a span of time, and the two ends it stands between, as (first, last) days."""

    start: int
    end: int
    low: float
    high: float
    begun: tuple[date, date]
    ended: tuple[date, date]
    since: DateMention

    @property
    def years(self) -> tuple[float, float]:
        """The least and the most years that the dates allow."""
        return (
            (self.ended[0] - self.begun[1]).days / _YEAR_DAYS,
            (self.ended[1] - self.begun[0]).days / _YEAR_DAYS,
        )

    @property
    def fits(self) -> bool:
        """Whether the words and the dates can both be right."""
        least, most = self.years
        return least <= self.high and self.low <= most


def find_elapsed(text: str, dates: Sequence[DateMention], published: date | None) -> Iterator[Elapsed]:
    """The phrases whose two ends are both known from the text or from publication."""
    explicit = [one for one in dates if one.year is not None and one.kind == "date" and days(one.value)]
    for found in _phrases(text):
        bounds = band(found)
        low = bisect_left(explicit, found.start() - _REACH, key=lambda one: one.start)
        high = bisect_left(explicit, found.end() + _REACH, key=lambda one: one.start)
        ends = _ends(text, found, explicit[low:high], explicit, published) if bounds else None
        if bounds and ends:
            begun, ended, since = ends
            yield Elapsed(found.start(), found.end(), *bounds, begun, ended, since)


def _phrases(text: str) -> Iterator[re.Match[str]]:
    """The phrases in order, each looked for only where a unit of time and its side stand."""
    taken = 0
    for unit in _UNIT_AND_SIDE.finditer(text):
        found = PHRASE.search(text, max(taken, unit.start() - _LEAD), unit.end())
        if found:
            taken = found.end()
            yield found


def band(found: re.Match[str]) -> tuple[float, float] | None:
    """The years that a phrase may mean, least and most; None where its count is not plain.

    ``almost`` is 85 to 100 per cent, ``more than`` up to 145 (or ten years more, in decades), ``about`` 15
    either way; a bare count of years is right within one, of decades within two below and four above.
    """
    words = found["count"].lower()
    scale = {"Y": 1, "E": 10, "C": 100}[unit_of(found["unit"])]
    fraction = 0.5 if words.startswith("half") else 0.25 if "quarter" in words else None
    count = fraction if fraction is not None else count_of(words)
    if count is None or (
        scale == 1 and found["count"].lower() in ("a", "an") and found["side"].lower() in ("on", "since")
    ):
        return None
    years = count * scale
    if found["under"]:
        return years * 0.85, years
    if found["over"]:
        return years, years + max(0.45 * years, 10 if scale > 1 else 5)
    if found["least"]:
        return years, years * 3
    if found["less"]:
        return 0, years
    if found["about"] or found["so"]:
        return years - max(1, 0.15 * years), years + max(1, 0.15 * years)
    if scale == 1:
        return years - 1, years + 1
    return years - max(2, 0.06 * years), years + max(4, 0.06 * years)


_Ends = tuple[tuple[date, date], tuple[date, date], DateMention]


def _ends(
    text: str, found: re.Match[str], explicit: list[DateMention], every: list[DateMention], published: date | None
) -> _Ends | None:
    side = found["side"].lower()
    if side in ("later", "on"):
        return _later(text, found, explicit, published)
    if side == "ago":
        return _ago(text, found, explicit, published)
    return _after(text, found, explicit, every, published)


def _covered(one: DateMention) -> tuple[date, date]:
    covered = days(one.value)
    return covered if covered is not None else (date.min, date.max)


def _later(text: str, found: re.Match[str], explicit: list[DateMention], published: date | None) -> _Ends | None:
    """``in 1999 and still teaches there almost four decades later``; ``in 1993 and, nine years later, in 2002``."""
    left, right = sentence_round(text, found.start())
    before = [one for one in explicit if left <= one.start and one.end <= found.start()]
    if not before or len({one.year for one in before}) != 1:
        return None
    after = [one for one in explicit if found.end() <= one.start < right]
    if after:
        joint = text[found.end() : after[0].start]
        return (
            (_covered(before[-1]), _covered(after[0]), before[-1])
            if re.fullmatch(r"\s?[,(]?\s?(?:in\s|on\s)?", joint)
            else None
        )
    lead = text[before[-1].end : found.start()]
    now = last_match(_NOW, lead)
    opens = re.search(r"(?:[,;—–]|\band)\s(?:and\s)?$", lead) and _THEN_NOW.match(text, found.end())
    if published is None or not (opens or (now and not _DEED.search(lead, now.end()))):
        return None
    return _covered(before[-1]), (published, published), before[-1]


def _ago(text: str, found: re.Match[str], explicit: list[DateMention], published: date | None) -> _Ends | None:
    """``21 years ago, in 2004``; ``in 2004, more than 21 years ago``: the date right beside the phrase."""
    if published is None:
        return None
    for one in explicit:
        ahead = text[found.end() : one.start] if one.start >= found.end() else None
        behind = text[one.end : found.start()] if one.end <= found.start() else None
        if (ahead is not None and re.fullmatch(r",?\s\(?(?:in|on)\s|\s\(", ahead)) or (
            behind is not None and re.fullmatch(r",?\s\(?|\s[–—-]\s", behind)
        ):
            return _covered(one), (published, published), one
    return None


def _after(
    text: str, found: re.Match[str], explicit: list[DateMention], every: list[DateMention], published: date | None
) -> _Ends | None:
    """``two decades after the mill shut in 2004``: from then to the day named right before, else to now."""
    left, right = sentence_round(text, found.start())
    left, right = max(left, found.start() - _REACH), min(right, found.end() + _REACH)
    since = _dated_here(text, found, explicit, right) or _dated_event(text, found, every[:_MOST])
    if since is None:
        return None
    end = next((one for one in explicit if _ENDS_THERE.fullmatch(text[one.end : max(one.end, found.start())])), None)
    if end is not None:
        return (_covered(since), _covered(end), since) if _covered(since)[1] < _covered(end)[0] else None
    if published is None:
        return None
    others = [one for one in explicit if left <= one.start < right and one is not since and one.year != since.year]
    rest = text[left : found.start()] + " " + _main_clause(text, found, since, right)
    if others or not _NOW.search(rest):
        return None
    return _covered(since), (published, published), since


def _main_clause(text: str, found: re.Match[str], since: DateMention, right: int) -> str:
    start = since.end if found.end() <= since.start < right else found.end()
    comma = text.find(",", start, right)
    return text[comma:right] if comma >= 0 else ""


def _dated_here(text: str, found: re.Match[str], explicit: list[DateMention], right: int) -> DateMention | None:
    """The first date of the clause that the phrase opens."""
    for one in explicit:
        if found.end() <= one.start < min(right, found.end() + 90):
            return None if _CLAUSE_END.search(text, found.end(), one.start) else one
    return None


def _dated_event(text: str, found: re.Match[str], explicit: list[DateMention]) -> DateMention | None:
    """The date that the article gives elsewhere to the event named after the phrase, if it gives one only."""
    named = _OWNER.match(text, found.end())
    if not named:
        return None
    stem = _EVENTS[named["event"]]
    told = re.compile(rf"\b{stem}\s(?:[A-Z][\w’'-]+\s){{0,4}}(?:in|on)\s$")
    dated = [one for one in explicit if told.search(text, max(0, one.start - 40), one.start)]
    dated += [one for one in explicit if re.match(rf"\s{named['event']}\b", text[one.end : one.end + 30])]
    return dated[0] if len({one.year for one in dated}) == 1 else None
