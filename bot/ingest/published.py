"""When a page says it was published: the lines of a draft that state it, and the date an editor types.

Only a line that holds nothing but a date, a label, a time and a byline states a publication date; prose
("the memoir, published on 5 March 2025, …") never does, and "Updated" is no publication.
"""

from __future__ import annotations

import re
from datetime import date

from bot.errors import WrongInput
from bot.ingest.lines import is_body, lines
from bot.models import PublicationDate
from bot.settings import DateOrder

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ \u00a0]{_MONTH.format('month')}\.?,?[ \u00a0](?P<year>\d{{4}})"
    rf"|{_MONTH.format('month2')}\.?[ \u00a0](?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?[ \u00a0](?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year3>\d{4}))(?![\w/])",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = re.compile(
    r"\b(?:(?P<published>(?:(?:first|originally|date|article|story) )?(?:published|posted)(?: date)?(?: on| at)?\b"
    r"|(?:publication|pub) date\b|date(?=:))"
    r"|(?P<changed>(?:(?:last|date|most recently) )?(?:updated|modified|edited|corrected|revised)(?: on| at)?\b))",
    re.I,
)
_BYLINE = re.compile(r"^by ([^\d|•·–—(]{2,80})", re.I)
_SMALL = frozenset("and de da di del der den van von la le for".split())
_FILLING = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d(?::\d\d)?)? ?(?:[ap]\.?m\b\.?)?|\b(?:GMT|BST|UTC|CES?T|IST|A?[ACEMP][SD]?T)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:at|on|and|min(?:ute)?s? read)\b"
    r"|[\W_]",
    re.I,
)
_LONGEST = 160
_WHOLE_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_RELATIVE = frozenset({"today", "yesterday"})
_AMBIGUOUS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def publication_dates(text: str) -> tuple[PublicationDate, ...]:
    """Every statement of a publication date in a text, in order, with the place of the date itself.

    A labelled line ("First published on 12 August 2025") counts anywhere; a date alone on its line counts
    only above the first paragraph, where no labelled one is, and not where such lines head a chronicle.
    """
    labelled: list[PublicationDate] = []
    bare: list[PublicationDate] = []
    body_at: int | None = None
    for line in lines(text):
        if body_at is None and is_body(line):
            body_at = line.start
        if len(line.words) > _LONGEST or not _YEAR.search(line.words):
            continue
        for found, label in _stated(text[line.start : line.end]):
            value = _value(found)
            if value and label != "changed":
                place = PublicationDate(value, line.start + found.start(), line.start + found.end())
                (labelled if label else bare).append(place)
    if labelled:
        return tuple(labelled)
    heads_a_chronicle = len({statement.value for statement in bare}) > 1
    above = tuple(one for one in bare if body_at is None or one.start < body_at)
    return () if heads_a_chronicle else above[:1]


def parse_published(value: str, order: DateOrder | None = None) -> date:
    """The date that an editor gave for ``--published``: ISO, or any whole English date with its year.

    ``order`` decides 3/4/2025.  Raises ``WrongInput`` for anything that is not one certain day.
    """
    raw = " ".join(value.split())
    refused = WrongInput(f"“{raw[:60]}” is no date; write the publication date as 2025-03-06.", value)
    try:
        return date.fromisoformat(raw)
    except ValueError:
        written = _DATE.fullmatch(raw[:60])
    if written:
        day = _value(written, order)
        if day is None and written["first"] and _valid(written["year3"], written["second"], written["first"]):
            raise WrongInput(f"“{raw}” could be two dates; write it as 2025-03-06.", value)
        if day is None:
            raise refused
        return day
    spelled = _spelled(raw)
    if spelled is None:
        raise refused
    return spelled


def _spelled(raw: str) -> date | None:
    """Dates in any other English writing, by dateparser: a year of four figures, or today and yesterday."""
    if len(raw) > 60 or _AMBIGUOUS.search(raw):
        return None
    if raw.casefold() not in _RELATIVE and not _WHOLE_YEAR.search(raw):
        return None
    from dateparser.date import DateDataParser

    parsed = DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    found = parsed.get_date_data(raw)
    return found.date_obj.date() if found.date_obj and found.period == "day" else None


def _stated(line: str) -> list[tuple[re.Match[str], str | None]]:
    """The dates of a line that holds nothing else, each with its label; none where the line is prose."""
    dates = list(_DATE.finditer(line))
    if not dates:
        return []
    rest = _without_byline(_LABEL.sub(" ", _DATE.sub(" ", line)).strip())
    if _FILLING.sub("", rest):
        return []
    labels = list(_LABEL.finditer(line))
    return [(found, _label_of(found, labels)) for found in dates]


def _without_byline(rest: str) -> str:
    byline = _BYLINE.match(rest)
    if byline and all(word[:1].isupper() or word in _SMALL for word in re.findall(r"[^\W\d_]+", byline[1])):
        return rest[byline.end() :]
    return rest


def _label_of(found: re.Match[str], labels: list[re.Match[str]]) -> str | None:
    before = [label for label in labels if label.end() <= found.start()]
    after = [label for label in labels if label.start() >= found.end()]
    nearest = before[-1] if before else after[0] if after else None
    return None if nearest is None else nearest.lastgroup


def _value(found: re.Match[str], order: DateOrder | None = None) -> date | None:
    """The day that a written date names; None where there is no such day, or two readings of it."""
    if found["iso"]:
        return _valid(*found["iso"].split("-"))
    if found["year3"]:
        return _numeric(found["year3"], found["first"], found["second"], order)
    month = _MONTHS.index((found["month"] or found["month2"])[:3].casefold()) + 1
    return _valid(found["year"] or found["year2"], str(month), found["day"] or found["day2"])


def _numeric(year: str, first: str, second: str, order: DateOrder | None) -> date | None:
    if order == "MDY" or (order is None and int(second) > 12):
        return _valid(year, first, second)
    if order == "DMY" or int(first) > 12 or first.lstrip("0") == second.lstrip("0"):
        return _valid(year, second, first)
    return None


def _valid(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
