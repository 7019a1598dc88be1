"""Flags on ages: one person, two ages that cannot both be right on the days they were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from bot.dates.compare import days
from bot.dates.written import written
from bot.flags.registry import Case, rule
from bot.models import AgeMention, BirthMention, Evidence, Flag, KnownAge, Severity
from bot.names.forms import fold_name, given, near_word, same_person, surname

_YEAR = 365.25  # days


@rule(
    "age_conflict",
    Severity.QUERY,
    "an age does not fit a birth date, another age in the article, or one in a verified article",
)
def age_conflict(case: Case) -> Iterator[Flag]:
    """An age against the births and ages of the draft first, then against those of verified articles."""
    known = case.archive.ages(_surnames(case)) if case.reading.ages else ()
    births = {birth.person: birth for birth in reversed(case.reading.births)}
    told: dict[str, list[AgeMention]] = {}
    flagged: set[str] = set()
    for age in case.reading.ages:
        if age.person in flagged:
            continue
        before = told.setdefault(age.person, [])
        flag = (
            _against_birth(case, age, births.get(age.person) or _maiden_birth(case, age))
            or _against_age(case, age, before[:1])
            or _against_verified(case, age, known)
        )
        if flag is not None:
            flagged.add(age.person)
            yield flag
        before.append(age)


def _surnames(case: Case) -> tuple[str, ...]:
    """The folded surnames of the people with an age, and of the verified speakers whose words the draft gives them."""
    found = {fold_name(surname(age.person)) for age in case.reading.ages}
    for judged in case.judged:
        found.update(fold_name(surname(match.verified.speaker)) for match in judged.matches if match.verified.speaker)
    return tuple(sorted(found))


def _against_birth(case: Case, age: AgeMention, birth: BirthMention | None) -> Flag | None:
    band = None if birth is None else _age_of(birth.born, case.reading.article.published)
    if birth is None or band is None or band.holds(age.age):
        return None
    fact = case.reading.article.text[birth.start : birth.end]
    message = f"{age.person}, born {fact}, is {band}, not {age.age}. Ask which of the two is right."
    return _flag(age, message, Evidence(f"born {fact}"))


def _maiden_birth(case: Case, age: AgeMention) -> BirthMention | None:
    """The birth of a woman told under the name she was born with: one given name, borne by no third person."""
    first = fold_name(given(age.person))
    people = {name.full for name in case.reading.names if name.kind == "person"}
    bearers = {full for full in people if first and fold_name(given(full)) == first}
    born = [birth for birth in case.reading.births if birth.person in bearers - {age.person}]
    return born[0] if len(born) == 1 and bearers == {age.person, born[0].person} else None


def _against_age(case: Case, age: AgeMention, told: list[AgeMention]) -> Flag | None:
    for other in told:
        if other.age != age.age:
            text = case.reading.article.text
            line = text[text.rfind("\n", 0, other.start) + 1 : other.end].strip()[-80:]
            message = (
                f"{age.person} is {age.age} here and {other.age} elsewhere in the draft. Ask which of the two is right."
            )
            return _flag(age, message, Evidence(line))
    return None


def _against_verified(case: Case, age: AgeMention, known: tuple[KnownAge, ...]) -> Flag | None:
    found = None
    for one in known:
        if not _one_person(case, age.person, one.person):
            continue
        band = _expected(one, case.reading.article.published)
        if band is None:
            continue
        if band.holds(age.age):
            return None
        found = found or (one, band)
    if found is None:
        return None
    one, band = found
    where = one.provenance.outlet or one.provenance.source or "a verified article"
    stood = f"{one.age}" if one.age is not None else f"born {written(one.born or '')}"
    when = (
        f" on {written(one.provenance.published.isoformat())}"
        if one.provenance.published and one.age is not None
        else ""
    )
    message = (
        f"{age.person} is {age.age} here; {where} had {one.person} as {stood}{when}, so {band} now. Check the age."
    )
    return _flag(age, message, _evidence(one))


@dataclass(frozen=True, slots=True)
class _Band:
    """The ages, in whole years, that somebody can be."""

    low: int
    high: int

    def holds(self, age: int) -> bool:
        return self.low <= age <= self.high

    def __str__(self) -> str:
        return f"{self.low}" if self.low == self.high else f"{self.low} or {self.high}"


def _expected(one: KnownAge, published: date | None) -> _Band | None:
    """The age that a verified article lets expect; one year either way where neither day is known."""
    if one.born is not None:
        return _age_of(one.born, published)
    if one.age is None:
        return None
    then = one.provenance.published
    if then is None and published is None:
        return _Band(one.age - 1, one.age + 1)
    if then is None or published is None:
        return None
    passed = (published - then).days / _YEAR
    return _Band(one.age + floor(passed), one.age + ceil(passed))


def _age_of(born: str, published: date | None) -> _Band | None:
    """The age on the day of publication of somebody born then, with a day of grace for a birthday."""
    covered = days(born)
    if covered is None or published is None or covered[1] > published:
        return None
    return _Band(_whole_years(covered[1], published), _whole_years(covered[0], published))


def _whole_years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _one_person(case: Case, name: str, verified: str) -> bool:
    """Whether a verified person is the draft's: by name, near spelling, or the words that both are given."""
    whole = " " in name and " " in verified
    if whole and same_person(name, verified):
        return True
    if whole and fold_name(surname(name)) == fold_name(surname(verified)):
        one, other = fold_name(given(name)), fold_name(given(verified))
        if one and other and near_word(one, other):
            return True
    return any(
        judged.quote.speaker == name and any(match.verified.speaker == verified for match in judged.matches)
        for judged in case.judged
    )


def _flag(age: AgeMention, message: str, evidence: Evidence) -> Flag:
    return Flag("age_conflict", Severity.QUERY, age.start, age.end, message, evidence=(evidence,))


def _evidence(one: KnownAge) -> Evidence:
    source = one.provenance
    return Evidence(
        one.text,
        speaker=one.person,
        source=source.source,
        outlet=source.outlet,
        link=source.link,
        published=source.published,
        verified_by=source.verified_by,
        verified_at=source.verified_at,
    )
