"""Cases for the rules on time: a draft as it is read, and a store that holds what the test puts in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.archive import NoArchive
from bot.dates import find_dates
from bot.facts.ages import find_ages, find_births
from bot.facts.events import find_facts
from bot.flags import ages, calendar, events
from bot.flags.registry import REGISTRY, Case
from bot.models import Article, Flag, Judged, KnownAge, KnownFact, Provenance, PublicationDate, Quote, Reading
from bot.names.find import find_names
from bot.names.forms import fold_name, surname
from bot.settings import DateOrder, Desk

RULES = (ages, calendar, events)
PUBLISHED = date(2025, 11, 5)  # a Wednesday


def read(text: str, published: date | None = PUBLISHED, stated: tuple[PublicationDate, ...] = ()) -> Reading:
    """What the rules on time look at, of a text."""
    names, dates = find_names(text), find_dates(text, published)
    return Reading(
        Article(text, published=published, publication_dates=stated),
        dates=dates,
        ages=find_ages(text, names),
        births=find_births(text, names, dates),
        names=names,
        facts=find_facts(text, dates, names),
    )


@dataclass(frozen=True)
class Shelf(NoArchive):
    """A store of one verified article's facts and ages."""

    known_facts: tuple[KnownFact, ...] = ()
    known_ages: tuple[KnownAge, ...] = ()

    @classmethod
    def of(cls, text: str, published: date | None) -> Shelf:
        reading = read(text, published)
        source = Provenance("earlier.txt", "Wharf Weekly", published=published, verified_by="L. Day")
        return cls(
            tuple(KnownFact(fact, source) for fact in reading.facts),
            tuple(KnownAge(age.person, age.age, None, text, source) for age in reading.ages),
        )

    def facts(self, keys: Sequence[str]) -> tuple[KnownFact, ...]:
        return tuple(one for one in self.known_facts if set(one.fact.keys) & set(keys))

    def ages(self, surnames: Sequence[str]) -> tuple[KnownAge, ...]:
        return tuple(one for one in self.known_ages if fold_name(surname(one.person)) in surnames)


def flags(
    text: str,
    published: date | None = PUBLISHED,
    *,
    shelf: Shelf | None = None,
    judged: tuple[Judged, ...] = (),
    quotes: tuple[Quote, ...] = (),
    order: DateOrder | None = None,
    stated: tuple[PublicationDate, ...] = (),
) -> list[Flag]:
    """Every flag on time that a text raises."""
    reading = replace(read(text, published, stated), quotes=quotes)
    case = Case(reading, judged, shelf or Shelf(), Desk(date_order=order))
    own = {module.__name__ for module in RULES}
    rules = [entry.rule for entry in REGISTRY.values() if entry.rule and entry.rule.__module__ in own]
    return [flag for rule in rules for flag in rule(case)]


def codes(text: str, published: date | None = PUBLISHED) -> list[str]:
    """The codes of those flags."""
    return [flag.code for flag in flags(text, published)]
