"""How newspapers name a moment by its distance: ``last week``, ``two days later``, ``the summer``."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dates.span import Shape, Span
from bot.dates.words import COUNTS, DECADES, MONTHS, SEASONS, WEEKDAYS, count_of, ordinal_of, unit_of

_S = r"[\s-]{1,2}"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = (
    rf"\d{{1,3}}(?:,\d{{3}})?|an?\scouple\sof|a\scouple|couple\sof|a\sdozen|two\sdozen|a\sfew|several|a\shundred|"
    rf"half\sa|"
    rf"(?:{_TENS})[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b|(?:{COUNTS})\b|an?\b"
)
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie)s?\b"
_MONTH = "|".join(sorted((m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july")), key=len, reverse=True))
_WEEKDAY = "|".join(w for w in WEEKDAYS if w.endswith("day"))

COUNTED = re.compile(
    rf"(?i:(?P<count>{_COUNT})(?:{_S}(?:more|full|long|whole|consecutive|straight|or\sso|"
    rf"and\sa\shalf))?{_S}(?P<unit>{_UNIT})"
    r"(?P<old>[-\s]olds?\b|\sof\sage\b)?(?:\s(?:or\sso\s)?(?P<side>ago|earlier|before|later|afterwards?|hence|"
    r"from\snow|previously)\b)?)"
)
STEP = re.compile(
    rf"(?i:(?P<step>last|past|next|previous|preceding|prior|following|coming|this|that|same|current|latest|"
    rf"earlier\sthis|"
    rf"later\sthis|later\sthat|earlier\sthat|early\sthis|late\slast|early\slast|early\snext|late\snext|late\sthis|"
    rf"sometime\snext|"
    rf"this\spast|this\scoming|this\slast|this\snext)\s{{1,2}}"
    rf"(?P<what>day|week|weekend|month|year|decade|century|fiscal\syear|spring|summer|autumn|fall|winter|"
    rf"{_WEEKDAY}|{_MONTH}|morning|afternoon|evening|night)\b"
    r"(?P<own>['’]s)?)"
)
DAY_WORD = re.compile(
    rf"(?i:(?:(?P<far>day\sbefore|day\safter)\s)?(?P<word>today|tonight|yesterday|tomorrow)\b|"
    rf"(?P<beside>day\sbefore|day\safter)\s(?P<which>last\s|next\s)?(?P<weekday>{_WEEKDAY})\b|"
    r"this\s(?P<part>morning|afternoon|evening)\b|last\s(?P<night>night)\b)"
)
WEEKDAY = re.compile(rf"(?i:(?P<weekday>{_WEEKDAY}))\b(?P<plural>s\b)?(?:\s(?:of\s)?(?P<week>last|this|next)\sweek\b)?")
WEEKEND = re.compile(r"(?i:weekend\b)")
DECADE = re.compile(r"(?P<year>1[5-9]\d0|20[0-9]0)['’]?s\b|['’](?P<short>\d0)s\b")
SPOKEN_DECADE = re.compile(rf"(?i:(?P<word>{'|'.join(DECADES)})\b)")
CENTURY = re.compile(
    r"(?i:(?P<nth>\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third)|[a-z]{4,10}th)[\s-]century\b)"
)
SPOKEN_YEAR = re.compile(
    rf"(?i:(?P<head>nineteen|twenty)\s(?P<tens>{_TENS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    rf"seventeen|eighteen|nineteen)"
    r"(?:[\s-](?P<unit>one|two|three|four|five|six|seven|eight|nine))?\b|two\sthousand\s(?:and\s)?(?P<low>one|two|"
    r"three|four|five|six|seven|eight|nine|ten)\b)"
)
SEASON_OF = re.compile(
    r"(?i:(?P<season>spring|summer|autumn|fall|winter)(?:\sof)?\s(?:(?P<year>(?:1[5-9]|20)\d\d)\b|"
    r"(?P<spoken>(?:nineteen|twenty)\s[a-z]{3,9}(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?\b)))"
)
THE_SEASON = re.compile(
    r"(?i:(?P<season>spring|summer|autumn|fall|winter)\b)(?=[.,;)]|\s*$|\s(?:and|but|when|after|before|that|if|as)\b)"
)
OF_UNIT = re.compile(
    r"(?i:(?P<unit>year|month|week|day)\b)(?=[.,;)]|\s*$|\s(?:and|but|when|he|she|they|as|the|to|from|with|on)\b)"
)
YEAR_END = re.compile(
    r"(?i:(?:year['’]s\send|year[\s-]end|end\sof\s(?:the|this)\s(?P<unit>year|month|week|decade|century))\b)"
)
OFTEN = re.compile(
    rf"(?i:(?:every|each)\s(?P<what>day|week|month|year|night|quarter|hour|minute|{_WEEKDAY}|{_MONTH}|spring|"
    rf"summer|autumn|fall|winter)\b|(?P<adverb>daily|weekly|monthly|annually|hourly)\b)"
)
HOLIDAY = re.compile(
    r"(?P<word>Thanksgiving(?:\sDay)?|Election\sDay|Christmas\sEve|Christmas\sDay|Christmas|Boxing\sDay|"
    r"New\sYear['’]s\sEve|"
    r"New\sYear['’]s\sDay|Easter\sSunday|Easter\sMonday|Good\sFriday|Easter|Halloween|Labor\sDay|Memorial\sDay|"
    r"Independence\sDay|Fourth\sof\sJuly|Valentine['’]s\sDay|St\.?\sPatrick['’]s\sDay|Bonfire\sNight|"
    r"Inauguration\sDay|Veterans\sDay)\b"
    r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?(?P<week>\sweek\b)?"
)
_OCCASION = re.compile(
    r"\s(?:(?!and\b|or\b)[a-z-]+\s)?(?:votes?|hearing|meeting|match|games?|election|talks|session|editions?|ruling|"
    r"decision|announcement|report|summit|debate|final|(?:press|news)\sconference|strike|march|verdict|judgment|"
    r"programme|program|show|quiz|papers|newspapers|event|ceremony|funeral|launch|budget|statement|referendum|race|"
    r"rally|figures|paper|edition|broadcast|episode)\b"
)
_EVENT = re.compile(r"\s(?:the|his|her|their|its|that|a|an)\s")  # ten days before the fire
_PAST = frozenset(("ago", "earlier", "before", "previously"))
_STORY = frozenset(("earlier", "before", "later", "afterward", "afterwards", "previously"))
_SIDES = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1, "next": 1, "following": 1,
    "coming": 1,
}  # fmt: skip
_PARTS = frozenset(("morning", "afternoon", "evening", "night"))
_FROM_STORY = frozenset(("previous", "preceding", "prior", "following", "that", "same"))


def counted(found: re.Match[str]) -> list[Span]:
    """A count of units: a distance (``two days ago``) or a duration (``two days``); never an age."""
    if found["old"] or found.string.startswith((" old", "-old"), found.end()):
        return []
    count, unit, side = count_of(found["count"]), unit_of(found["unit"]), (found["side"] or "").lower()
    article = found["count"].lower() in ("a", "an")
    if not side:
        if article and unit not in "YE":
            return []
        return [Span(found.start(), found.end(), Shape.DURATION, unit=unit, count=count)]
    way = -1 if side in _PAST else 1
    if side in ("before", "after") and _EVENT.match(found.string, found.end()):
        return [Span(found.start(), found.end("unit"), Shape.DURATION, unit=unit, count=count)]
    return [Span(found.start(), found.end(), Shape.SHIFT, unit=unit, count=count, side=way, story=side in _STORY)]


def step(found: re.Match[str]) -> list[Span]:
    """The unit, weekday, month or season before, at or after now (``last week``, ``this May``)."""
    words, what = found["step"].lower().split(), found["what"].lower()
    side = next((_SIDES[word] for word in reversed(words) if word in _SIDES), 0)
    story = words[-1] in _FROM_STORY
    start, end = found.start(), found.end("what")
    if (what in WEEKDAYS or what in MONTHS) and not found["what"][0].isupper():
        return []
    if what in WEEKDAYS:
        return [Span(start, end, Shape.WEEKDAY, weekday=WEEKDAYS[what], side=side, story=story)]
    if what in MONTHS:
        return [Span(start, end, Shape.CALENDAR, month=MONTHS[what], side=side)]
    if what in SEASONS:
        return [Span(start, end, Shape.SEASON, word=SEASONS[what], side=side)]
    if what == "weekend":
        return [Span(start, end, Shape.WEEKEND, side=side)]
    if what == "fiscal year":
        return [Span(start, end, Shape.FISCAL, side=side)]
    return _unit_step(words, what, Span(start, end, Shape.UNIT, side=side, story=story))


def _unit_step(words: list[str], what: str, made: Span) -> list[Span]:
    """The day, week or year of a step; the next morning is of the next day."""
    story = made.story
    if what in _PARTS:
        if words[-1] not in ("next", "following", "same"):
            return []
        what = "day"
    if what == "day" and not story and words[-1] != "next":
        return []
    if words == ["past"] and not story:
        return [Span(made.start, made.end, Shape.DURATION, unit=unit_of(what), count=1)]
    return [replace(made, unit=unit_of(what), story=story or what == "day")]


def day_word(found: re.Match[str]) -> list[Span]:
    """Today and its neighbours; ``today`` in the sense of nowadays (``today's pupils``) is none."""
    if found["beside"]:
        return _beside(found)
    word = (found["word"] or "").lower()
    text, start = found.string, found.start()
    if word in ("today", "tomorrow") and (
        (text.startswith(("'s", "’s"), found.end()) and not _OCCASION.match(text, found.end() + 2))
        or text[max(0, start - 3) : start] == "of "
    ):
        return []
    side = {"yesterday": -1, "tomorrow": 1}.get(word, -1 if found["night"] else 0)
    far = (found["far"] or "").lower()
    side += -1 if far == "day before" else 1 if far else 0
    return [Span(found.start(), found.end(), Shape.DAY_WORD, side=side, word=word or found.group().lower())]


def _beside(found: re.Match[str]) -> list[Span]:
    """``the day before last Tuesday``: the weekday next to the one named."""
    if not found["weekday"][0].isupper():
        return []
    number = WEEKDAYS[found["weekday"].lower()] + (-1 if found["beside"].lower().endswith("before") else 1)
    side = _SIDES.get((found["which"] or "").strip().lower())
    return [Span(found.start(), found.end(), Shape.WEEKDAY, weekday=number % 7, side=side)]


_TITLE_DAY = re.compile(
    r"(?:\b(?:Super|Black|Good|Ash|Cyber|Shrove|Giving|Maundy|Bloody|Sheffield|Palm|Easter|Ruby|Joe|Man|Stormy)\s)$"
)
_TITLE_AFTER = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|World|Post|Independent|Sun|Star|Tribune|Review|Whisper|"
    r"Night\s(?:Live|Football|Lights|Fever))\b|-(?!\w*day\b)[a-z]"
)


def weekday(found: re.Match[str]) -> list[Span]:
    """A weekday alone; its plural is a set, and the title of a paper or a feast is neither."""
    text, start, end = found.string, found.start(), found.end("weekday")
    if (
        not found["weekday"][0].isupper()
        or _TITLE_DAY.search(text, max(0, start - 12), start)
        or _TITLE_AFTER.match(text, end)
    ):
        return []
    if re.search(r"\bThe\s$", text[max(0, start - 5) : start]) and re.match(r"\s[A-Z]", text[end : end + 2]):
        return []
    number = WEEKDAYS[found["weekday"].lower()]
    if found["plural"]:
        return [Span(start, found.end("plural"), Shape.SET, weekday=number)]
    if found["week"]:
        side = {"last": -1, "this": 0, "next": 1}[found["week"]]
        return [Span(start, found.end(), Shape.WEEKDAY, weekday=number, side=side, unit="W")]
    return [Span(start, end, Shape.WEEKDAY, weekday=number)]


def weekend(found: re.Match[str]) -> list[Span]:
    """The weekend nearest to publication."""
    before = found.string[max(0, found.start() - 5) : found.start()].lower()
    return [Span(found.start(), found.end(), Shape.WEEKEND)] if before.endswith("the ") else []


def decade(found: re.Match[str]) -> list[Span]:
    """``the 1980s`` and ``the '80s``."""
    year = int(found["year"]) if found["year"] else 1900 + int(found["short"])
    return [Span(found.start(), found.end(), Shape.DECADE, year=year)]


def spoken_decade(found: re.Match[str]) -> list[Span]:
    """``the sixties``, but neither somebody in his sixties nor a temperature in the sixties."""
    before = found.string[max(0, found.start() - 14) : found.start()].lower()
    if not re.search(r"\b(?:in|of|since|during|from)\sthe\s(?:early\s|late\s|mid-?)?$", before):
        return []
    return [Span(found.start(), found.end(), Shape.DECADE, year=1900 + 10 * DECADES[found["word"].lower()])]


def century(found: re.Match[str]) -> list[Span]:
    """``the 20th century``."""
    number = ordinal_of(found["nth"]) if re.match(r"\d|twenty-|[a-z]+", found["nth"], re.I) else 0
    return [Span(found.start(), found.end(), Shape.CENTURY, count=number)] if 1 <= number <= 22 else []


def spoken_year(found: re.Match[str]) -> list[Span]:
    """``nineteen ninety-one``, ``two thousand and eight``."""
    if found["low"]:
        year = 2000 + (count_of(found["low"]) or 0)
    else:
        tail = (count_of(found["tens"]) or 0) + (count_of(found["unit"] or "") or 0)
        year = (1900 if found["head"].lower() == "nineteen" else 2000) + tail
    return [Span(found.start(), found.end(), Shape.CALENDAR, year=year)]


def season_of(found: re.Match[str]) -> list[Span]:
    """``the summer of 2012``, ``the winter of nineteen ninety-four``."""
    spoken = SPOKEN_YEAR.fullmatch(found["spoken"] or "")
    if not (found["year"] or spoken):
        return []
    year = int(found["year"]) if spoken is None else spoken_year(spoken)[0].year
    return [Span(found.start(), found.end(), Shape.SEASON, year=year, word=SEASONS[found["season"].lower()])]


_IN_THE = re.compile(
    r"\b(?:in|into|over|during|through|throughout|until|since|by|of|for)\sthe\s(?:early\s|late\s)?$", re.IGNORECASE
)
_PART_OF_THE = re.compile(
    r"\b(?:(?P<now>months|half|quarters?|weeks)\sof|(?:earlier|later|early|late|rest|remainder)\s(?:of|in))\sthe\s$"
)


def the_season(found: re.Match[str]) -> list[Span]:
    """The season that the tense points to (``in the summer``)."""
    if not _IN_THE.search(found.string, max(0, found.start() - 24), found.start()):
        return []
    return [Span(*found.span(), Shape.SEASON, word=SEASONS[found["season"].lower()], story=True)]


def of_unit(found: re.Match[str]) -> list[Span]:
    """The year, month or day of which a part is told (``the first nine months of the year``, ``later in the day``)."""
    led = _PART_OF_THE.search(found.string, max(0, found.start() - 24), found.start())
    if led is None:
        return []
    return [Span(*found.span(), Shape.UNIT, unit=unit_of(found["unit"]), side=0, story=not led["now"])]


def year_end(found: re.Match[str]) -> list[Span]:
    """The end of this year, month or week, at the precision of the unit; not ``year-end results``."""
    if "-" in found.group() and re.match(
        r"\s(?!in\b|and\b|to\b|as\b|or\b|if\b|with\b|from\b)[a-z]", found.string[found.end() :][:8]
    ):
        return []
    return [Span(found.start(), found.end(), Shape.UNIT, unit=unit_of(found["unit"] or "year"), side=0)]


def often(found: re.Match[str]) -> list[Span]:
    """What comes back (``every Friday``, ``daily``)."""
    what = (found["what"] or "").lower()
    start, end = found.span()
    if what in WEEKDAYS:
        return [Span(start, end, Shape.SET, weekday=WEEKDAYS[what])]
    if what in MONTHS:
        return [Span(start, end, Shape.SET, month=MONTHS[what])] if found["what"][0].isupper() else []
    if what in SEASONS:
        return [Span(start, end, Shape.SET, word=SEASONS[what])]
    word = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "hourly": "hour"}.get(
        (found["adverb"] or "").lower(), what
    )
    return [Span(start, end, Shape.SET, unit=unit_of(word))]


def holiday(found: re.Match[str]) -> list[Span]:
    """A feast with a day of its own."""
    year = int(found["year"]) if found["year"] else None
    unit = "W" if found["week"] else ""
    return [Span(found.start(), found.end(), Shape.HOLIDAY, year=year, word=found["word"], unit=unit)]
