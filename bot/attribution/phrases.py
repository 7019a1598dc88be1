"""From a noun phrase to whom it stands for: the senator, the 71-year-old, the German, the company."""

from __future__ import annotations

import re

from bot.attribution.discourse import SENTENCES, Discourse, Speaker, weigh
from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject
from bot.attribution.people import DESCRIBING, PERSON_NOUNS, gender_of_noun
from bot.attribution.subjects import leading
from bot.language.tables import word_set
from bot.names.words import NATIONS, ROLES

_COLLECTIVE = word_set(
    """
    orchestra council board club company court police union ministry government committee school
    university hospital charity agency department bank airline firm commission church college team
    campaign party group organisation organization association council federation society foundation
    trust museum theatre paper newspaper magazine band administration
    """
)
_ANY_BODY = word_set(
    """
    company firm group organisation organization agency charity airline bank club society foundation federation
    association trust department ministry campaign band party
    """
)
"""What may stand for the organisation that was just named; the police and the court are bodies of their own."""
_BODIES_BACK = 3  # paragraphs
_JOBS = ROLES - PERSON_NOUNS
"""What only who is so called is: the coach is not the striker; anybody may be the star."""
_AGED = re.compile(r"([0-9]{1,3})-years?\b")
_DEFINITE = word_set("the this that")
_OWNERS = word_set("his her their its our my")


def phrase(told: Discourse, paragraph: int, row: Row, subject: Subject) -> Speaker:
    """The one person (or organisation) of the article whom a noun phrase describes."""
    items = row.items[subject.first : subject.last + 1]
    head = _head(row, subject)
    noun = row.items[head].low
    if noun not in _COLLECTIVE and ("'" in row.codes[subject.first : head] or items[0].low in _OWNERS):
        fitting = [person.full for person in told.people.values() if noun in person.roles]
        return _one(fitting, f"the {noun}", False) or Speaker(None, False, "nobody is named")
    if items[0].low not in _DEFINITE:
        return Speaker(None, False, "nobody is named")
    age = next((int(aged[1]) for item in items if (aged := _AGED.match(item.low))), None)
    if age is not None:
        fitting = [person.full for person in told.people.values() if age in person.ages]
        return _one(fitting, "the age") or _in_focus(told, paragraph, row, subject.first, noun)
    if noun in _COLLECTIVE:
        named = just_named(told, paragraph, row, subject.first) if noun in _ANY_BODY else None
        return named or _organisation(told, noun, row, subject)
    fitting = [person.full for person in told.people.values() if noun in person.roles]
    return _one(fitting, f"the {noun}") or _in_focus(told, paragraph, row, subject.first, noun)


def of_a_person(row: Row, subject: Subject) -> bool:
    """Whether a phrase can only mean a person: the singer, her widow."""
    return row.items[_head(row, subject)].low in DESCRIBING


def of_a_place(name: str) -> bool:
    """Whether a name only says where somebody is from, or which party is theirs: German, Nevada Democrat."""
    last = name.casefold().split()[-1]
    return last in NATIONS or last.endswith(("an", "ish", "ese", "yorker", "ite"))


def called_by_place(told: Discourse, paragraph: int, row: Row, subject: Subject, name: str) -> Speaker:
    """The person whom the text calls by where they are from, else the one it is about: the German said."""
    noun = name.casefold().split()[-1]
    fitting = [person.full for person in told.people.values() if noun in person.roles]
    weights = weigh(told, paragraph, row, subject.first, None)
    found = _one(fitting, f"the {name}", False)
    if found is not None or not weights:
        return found or Speaker(None, False, "nobody is named")
    best = max(weights, key=lambda full: weights[full])
    return Speaker(best, False, f"“the {name}” is taken for {best}")


def _head(row: Row, subject: Subject) -> int:
    """The item of a phrase's head noun: the last word before what hangs on it."""
    at = subject.first
    while at < subject.last and row.codes[at + 1] not in "JC,":
        at += 1
    return at


def _one(fitting: list[str], what: str, sure: bool = True) -> Speaker | None:
    return Speaker(fitting[0], sure, f"{what} is {fitting[0]}") if len(fitting) == 1 else None


def _in_focus(told: Discourse, paragraph: int, row: Row, at: int, noun: str) -> Speaker:
    """The person the text is about where a phrase stands that can mean any person: the star, the bachelor."""
    stems = {noun, *noun.split("-")}
    if not stems & DESCRIBING and "year" not in noun:
        return Speaker(None, False, "nobody is named")
    gender = next((told_gender for stem in stems if (told_gender := gender_of_noun(stem))), None)
    weights = weigh(told, paragraph, row, at, gender)
    if noun in _JOBS:
        weights = {full: weight for full, weight in weights.items() if not told.people[full].roles & _JOBS}
    if not weights:
        return Speaker(None, False, "nobody is named")
    best = max(weights, key=lambda full: weights[full])
    return Speaker(best, False, f"“the {noun}” is taken for {best}")


def just_named(told: Discourse, paragraph: int, row: Row, at: int) -> Speaker | None:
    """The organisation that the text was just about (Tidewell Water gave no interview. The company said).

    A sentence of the same paragraph may be about any name that is no person's; one of the paragraphs before must be
    about what is surely an organisation.
    """
    for number in range(paragraph, max(-1, paragraph - _BODIES_BACK), -1):
        here = row if number == paragraph else told.rows.get(number)
        if here is None:
            continue
        latest = here.sentence_number(at) if number == paragraph else len(here.sentences)
        kinds = ("organisation", "other") if number == paragraph else ("organisation",)
        for start, end in reversed(here.sentences[max(0, latest - SENTENCES) : latest]):
            head = leading(here, start, end)
            if head is not None and head.name is not None and told.name_at(here, head.name).kind in kinds:
                full = told.name_at(here, head.name).full
                return Speaker(full, False, f"the words are taken for {full}’s")
    return None


def _organisation(told: Discourse, noun: str, row: Row, subject: Subject) -> Speaker:
    """An organisation by its kind: the one whose name holds the noun, else the phrase itself."""
    full = {name.full for name in told.names if name.kind == "organisation" and noun in name.full.casefold().split()}
    if len(full) == 1:
        only = full.pop()
        return Speaker(only, False, f"the {noun} is {only}")
    words = told.text[row.items[subject.first].start : row.items[subject.last].end]
    return Speaker(words[0].lower() + words[1:], False, "an organisation, by its kind")
