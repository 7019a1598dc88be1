"""Ages and births: how old an article says that a person is as it runs, and when it says they were born.

Only what holds on the day of publication is an age: ``at 21``, ``then 21`` and ``died aged 84`` tell of another
day and are left out, as are the ages of dogs, buildings and people without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.dates.find import find_dates
from bot.dates.tense import sentence_round
from bot.dates.words import COUNTS, count_of
from bot.facts.people import People, gender_in
from bot.models import AgeMention, BirthMention, DateMention, NameMention

_SPELLED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|"
    + COUNTS
)
_FIGURE = r"(?P<age>1[01]\d|[1-9]\d?)"
_AGE = rf"(?P<age>1[01]\d|[1-9]\d?|{_SPELLED})"
_ENDS = (
    r"(?=\s*[);:—–]|,(?!\d)|[.!?]?[\"'”’]?(?:\s|$)(?!\s*(?:and\s|or\s|to\s)?\d)|"
    r"\s(?:and|who|of|from|was|is|has|said|told|with)\b)"
)
_NO_AGE = (
    r"(?!\s(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|years?|"
    r"months?|"
    r"weeks?|days?|hours?|minutes?|miles?|km|metres|meters|points?|goals?|per|percent|million|billion|people|"
    r"times|runs|"
    r"votes|seats|seconds|others|members|men|women|of\sthe|of\sthem|of\swhose|of\stheir|of\swhom|of\sits|of\shis|"
    r"of\sher)\b))"
)
_CLOSED = r"(?=\s*[);:—–]|,(?!\d)|[.!?][\"'”’]?(?:\s|$)|[\"”’]|\sand\s|\s(?:of|from)\s[A-Z]|$)"
_AFTER_NAME = re.compile(
    rf"(?:,\s{_FIGURE}{_NO_AGE}{_CLOSED}|(?:,\s(?:now\s|who\sis\s(?:now\s)?|aged?\s)|\s\((?:now\s|aged?\s)?|"
    rf"\sis\s(?:now\s)?(?:aged\s)?){_FIGURE.replace('age', 'told')}{_NO_AGE}{_ENDS})"
)
_ASIDE = re.compile(r"(?:\s\(born\s[^()]{3,40}\)|,\s(?:who\swas\s)?born\s[^,;.()]{3,40},)(?=\s(?:is|turned|has)\b)")
_AGED_LATER = re.compile(rf",\s[^,.;()“”\"]{{3,40}},\saged?\s{_FIGURE}\b")
_HAS_DIED = re.compile(rf",?\s(?:who\s)?has\sdied(?:,|\sat\shome)?\s(?:aged|at(?:\sthe\sage\sof)?)\s{_FIGURE}\b")
_YEARS_OLD = re.compile(rf",?\s(?:who\s)?is\s(?:now\s|just\s|only\s|already\s)?{_AGE}\syears\sold\b")
_TURNED = re.compile(
    rf"(?:,\swho)?\s(?:has\s(?:just\s)?|just\s|recently\s)?turned\s{_AGE}\b(?!\s(?:in|when|then)\b|,?\s\d)"
)
_YEAR_OLD = re.compile(
    rf"\b(?P<article>[Tt]he|[Aa]n?|[Tt]his)?\s?\b(?i:{_AGE})-year-old\b(?P<more>(?:,?\s[a-z][a-z-]*){{0,4}})"
)
_OPEN = re.compile(r"\b(?:of|on|in|at|from|for|with|by|to|as|and)$")
_FOLLOWER = re.compile(
    r"\s(?:[a-z-]+\s)?(?:supporter|voter|backer|fan|aide|staffer|delegate|advis[eo]r|volunteer|employee|resident|native|"
    r"graduate|student|campaigner|worker|ally|opponent|critic|donor|activist|loyalist|spokes\w+|player|customer)\b"
)
_GOVERNED = re.compile(r"\b(?:of|by|with|for|near|and|to|from|in|at|on)\s$")
_PRONOUN = re.compile(rf"(?P<who>[SsHh]h?e)(?:\sis|[’']s)\s(?:now\s)?{_FIGURE}(?:\syears\sold)?(?=[,.;]|\sand\b)")
_NOW_FIRST = re.compile(rf"(?:^|[.!?]\s{{1,3}}|[\n“\"])(?:Now|At|Aged|Now\saged)\s{_FIGURE},\s")
_THINGS = re.compile(
    r"\b(?:dog|cat|horse|mare|colt|gelding|cow|bull|parrot|tortoise|pony|building|house|bridge|church|company|"
    r"firm|car|club|"
    r"tree|oak|boat|ship|law|ban|war|record|tradition|business|brand|paper|hotel|pub|theatre|theater|school|case|"
    r"system|"
    r"programme|program|agreement|deal|recording|photograph|plan|castle|train|engine|wine|whisky|son|daughter|"
    r"child|baby|twin)\b"
)
_BORN = re.compile(r"[Bb]orn\b")
_LIVED = re.compile(r"\((?=(?:b\.\s)?(?:\d{1,2}\s[A-Z]|[A-Z][a-z]+\s\d|1[89]\d\d\s?[-–]))")
_KIN = re.compile(
    r"\b(?:son|sons|daughter|daughters|child|children|baby|twins?|brother|sister|grandson|granddaughter)\b"
)


def find_ages(text: str, names: Sequence[NameMention]) -> tuple[AgeMention, ...]:
    """The ages in years that the text gives named persons, in order; ``person`` is the fullest name.

    Offsets are those of the figure.
    """
    people = People(text, names)
    found = {age.start: age for age in _beside_names(text, people)}
    bearers: dict[int, set[str]] = {}
    for age in found.values():
        bearers.setdefault(age.age, set()).add(age.person)
    for reader in (_year_olds, _pronouns, _openings):
        for age in reader(text, people):
            found.setdefault(age.start, _of_that_age(age, bearers) if reader is _year_olds else age)
    return tuple(found[start] for start in sorted(found))


def _of_that_age(age: AgeMention, bearers: dict[int, set[str]]) -> AgeMention:
    """``The 66-year-old`` is the one person whom the text has given that age beside the name, if there is one."""
    known = bearers.get(age.age, set())
    return replace(age, person=next(iter(known))) if len(known) == 1 else age


def find_births(
    text: str, names: Sequence[NameMention], dates: Sequence[DateMention] | None = None
) -> tuple[BirthMention, ...]:
    """The births that the text dates to a year at least; ``dates`` are its dates, found anew if not given."""
    told = [found for found in _BORN.finditer(text) if not text[max(0, found.start() - 1) : found.start()].isalnum()]
    told += _LIVED.finditer(text)
    if not told:
        return ()
    dated = find_dates(text, None) if dates is None else dates
    people = People(text, names)
    births = []
    for found in sorted(told, key=lambda found: found.start()):
        date = _date_of_birth(text, found, dated)
        person = None if date is None else _born(text, found, people)
        if date is not None and date.value and person:
            births.append(BirthMention(person, date.value, date.start, date.end))
    return tuple(births)


def _mention(person: str, found: re.Match[str]) -> Iterator[AgeMention]:
    figure = _figure(found)
    years = count_of(found[figure])
    if years is not None and 0 < years < 120:
        yield AgeMention(person, years, *found.span(figure))


def _figure(found: re.Match[str]) -> str:
    """The group that holds the figure: an age told as such (``aged 44``) may end where a bare one may not."""
    return "age" if found["age"] is not None else "told"


def _beside_names(text: str, people: People) -> Iterator[AgeMention]:
    for name in people.named:
        aside = _ASIDE.match(text, name.end, name.end + 60)
        after = aside.end() if aside else name.end
        for pattern in (_AFTER_NAME, _AGED_LATER, _YEARS_OLD, _TURNED):
            found = pattern.match(text, after, after + 80)
            if found and not _another_day(text, *found.span(_figure(found))):
                yield from _mention(name.full, found)
                break
        lately = _HAS_DIED.match(text, name.end, name.end + 80)
        if lately:
            yield from _mention(name.full, lately)


def _another_day(text: str, start: int, end: int) -> bool:
    """Whether the words round an age say that it was somebody's on another day (``then 21``, ``died, aged 84``)."""
    before, after = text[max(0, start - 40) : start], text[end : end + 24]
    if re.search(r"\b(?:then|died|dead|killed|dies|at\sthe\stime)\b[^.]{0,24}$", before):
        return True
    return re.match(r",?\s(?:at\sthe\stime|when|then|in\s\d{4}|years\sago)\b", after) is not None


def _year_olds(text: str, people: People) -> Iterator[AgeMention]:
    """``the 71-year-old actress``, ``71-year-old Kim Vale``, ``Vale, a 71-year-old actress``."""
    for found in _each_year_old(text):
        if _THINGS.search(found["more"]) or _another_day(text, found.start("age"), found.end()):
            continue
        person = _year_old(text, found, people)
        if person is not None:
            yield from _mention(person, found)


def _each_year_old(text: str) -> Iterator[re.Match[str]]:
    """The ages in years old, each looked for only where the word stands."""
    at, taken = text.find("-year-old"), 0
    while at >= 0:
        found = _YEAR_OLD.search(text, max(taken, at - 24), at + 120)
        if found:
            taken = found.end()
            yield found
        at = text.find("-year-old", max(at + 9, taken))


def _year_old(text: str, found: re.Match[str], people: People) -> str | None:
    """The person of an age in years old: named after it, before it, or meant by ``the``."""
    article, start = (found["article"] or "").lower(), found.start()
    start += len(found.group()) - len(found.group().lstrip())
    named = _named_after(text, found, article, people) or _named_before(text, start, article, people)
    if named is None and article == "the":
        named = people.meant(start, gender_in(found["more"]))
    return None if named is None else named.full


def _named_after(text: str, found: re.Match[str], article: str, people: People) -> NameMention | None:
    """``71-year-old Kim Vale``, ``the 71-year-old actress, Kim Vale``; after ``a`` the name must close with a comma."""
    after = found.end("more")
    if _OPEN.search(found["more"]):
        return None
    named = people.starting_in(after + 1, after + 3)
    joint = text[after : named.start] if named else None
    if named is not None and _FOLLOWER.match(text, named.end):
        return None
    if named is None or joint == " ":
        return named
    closed = article == "the" or text[named.end : named.end + 1] == ","
    return named if joint == ", " and closed else None


def _named_before(text: str, start: int, article: str, people: People) -> NameMention | None:
    """``Vale, a 71-year-old actress`` and ``Vale is a 71-year-old actress``, but not ``the bridge of Vale is``."""
    for joint in (", ", ",", " is "):
        if text[max(0, start - len(joint)) : start] == joint:
            named = people.ending_at(start - len(joint))
            owned = named is not None and _GOVERNED.search(text, max(0, named.start - 9), named.start)
            return None if owned or (joint == " is " and article not in ("a", "an")) else named
    return None


def _pronouns(text: str, people: People) -> Iterator[AgeMention]:
    for found in _PRONOUN.finditer(text):
        if text[max(0, found.start() - 1) : found.start()].isalnum():
            continue
        meant = people.meant(found.start(), gender_in(found["who"]))
        if meant is not None:
            yield from _mention(meant.full, found)


def _openings(text: str, people: People) -> Iterator[AgeMention]:
    """``Now 29, Ines Vale …``: the sentence goes on with the name."""
    for found in _NOW_FIRST.finditer(text) if any(word in text for word in ("Now", "At ", "Aged")) else ():
        named = people.starting_in(found.end(), found.end() + 1)
        tense = (
            re.match(r"\s(?:was|had|were|became|joined|left|won|moved|married|started|began)\b", text[named.end :])
            if named
            else None
        )
        if named is not None and tense is None:
            yield from _mention(named.full, found)


def _date_of_birth(text: str, found: re.Match[str], dates: Sequence[DateMention]) -> DateMention | None:
    """The first dated year after the word, in reach and in its clause."""
    end = found.end()
    for date in dates[bisect_left(dates, end, key=lambda one: one.start) :][:3]:
        if date.value is None:
            continue
        between = text[end : date.start]
        if len(between) > 60 or re.search(r"[.;()“”\"]|\b(?:and|who|but|died|moved|when|to)\b", between):
            return None
        return date if date.year is not None and date.kind == "date" else None
    return None


def _born(text: str, found: re.Match[str], people: People) -> str | None:
    """The person who was born: named right before, or right after (``Born in 1954, Vale …``), or a pronoun."""
    start, end = sentence_round(text, found.start())
    start = max(start, found.start() - 200)
    if found.start() - start <= 2:
        named = people.starting_in(found.end(), min(end, found.end() + 90))
        return None if named is None else named.full
    beside = people.last_before(found.start(), start)
    lead = text[beside.end if beside else start : found.start()]
    if _KIN.search(lead):
        return None
    if pronoun := re.fullmatch(r"\s*(?P<who>[Ss]he|[Hh]e)\swas\s", lead if beside is None else ""):
        meant = people.meant(start, gender_in(pronoun["who"]))
        return None if meant is None else meant.full
    if beside is None:
        return None
    plain = re.fullmatch(r"(?:,?\s(?:who\s)?(?:was|is)\s|,\s|\s?\(?|,\s[^,.;]{1,40},\s(?:who\s)?(?:was\s)?)", lead)
    return beside.full if plain else None
