"""From the words that name a speaker to the person: she, the senator, the 71-year-old, Mr Vane.

A pronoun goes to the person of its gender who was last the subject or the speaker; a noun phrase to the one
person of the article whom it describes.  Where two people fit nearly as well the answer is not sure.
"""

from __future__ import annotations

from bot.attribution.discourse import Discourse, Speaker, weigh
from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject
from bot.attribution.phrases import called_by_place, just_named, of_a_person, of_a_place, phrase
from bot.attribution.subjects import leading
from bot.language.tables import word_set

_GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_INDEFINITE = word_set("a an one another some")
_CLEAR = 1.2


def resolve(told: Discourse, paragraph: int, row: Row, subject: Subject) -> Speaker:
    """The person or organisation that a subject stands for."""
    if subject.kind == "name" and subject.name is not None:
        name = told.name_at(row, subject.name)
        if name.kind not in ("person", "organisation") and row.items[subject.first].low in _INDEFINITE:
            return Speaker(None, False, "nobody is named")
        if name.kind in ("other", "person") and row.items[subject.first].low == "the" and of_a_place(name.full):
            return called_by_place(told, paragraph, row, subject, name.full)
        known = name.kind in ("person", "organisation") and not _of_kin(told, row, subject.name)
        return Speaker(name.full, known, "named beside the cue")
    if subject.kind == "pronoun":
        return _pronoun(told, paragraph, row, subject.first)
    return phrase(told, paragraph, row, subject)


def _of_kin(told: Discourse, row: Row, at: int) -> bool:
    """Whether a title and a surname may mean a kinsman who is named by a given name alone: his father, Peter."""
    return row.codes[at - 1 : at] == "T" and " " not in row.items[at].low and told.kin_alone


def follow_subjects(told: Discourse, paragraph: int, row: Row) -> None:
    """Enter whom the sentences of a paragraph are about where they open with a pronoun or with words for a person."""
    for start, end in row.sentences:
        head = leading(row, start, end)
        if head is None or head.kind == "name" or (paragraph, head.first) in told.resolved:
            continue
        speaker = resolve(told, paragraph, row, head)
        if not speaker.sure and (head.kind == "pronoun" or of_a_person(row, head)):
            told.open.add((paragraph, head.first))
        if speaker.name in told.people and (speaker.sure or head.kind == "phrase"):
            told.resolved[(paragraph, head.first)] = speaker.name or ""


def answering(told: Discourse, row: Row) -> Speaker | None:
    """Whose the answers of a transcript are that are only labelled A: the person it speaks of most."""
    if row.items[0].low != "a" or row.codes[1:3] != ":Q":
        return None
    ranked = sorted(told.people.values(), key=lambda person: -person.count)
    if not ranked or (len(ranked) > 1 and ranked[0].count == ranked[1].count):
        return None
    return Speaker(ranked[0].full, False, f"the article is mostly about {ranked[0].full}")


def _pronoun(told: Discourse, paragraph: int, row: Row, at: int) -> Speaker:
    """The person a pronoun stands for."""
    word = row.items[at].low
    gender = _GENDER.get(word)
    if gender is None:
        return (word == "it" and just_named(told, paragraph, row, at)) or Speaker(None, False, f"“{word}” names nobody")
    key = (paragraph, at)
    weights = weigh(told, paragraph, row, at, gender)
    if not weights:
        return Speaker(None, False, f"nobody named before fits “{word}”")
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    best, weight = ranked[0]
    runner_up = ranked[1][1] if len(ranked) > 1 else -10.0
    told.resolved[key] = best
    clear = weight - runner_up >= _CLEAR and not _unknown_nearer(told, paragraph, row, at, best)
    clear = clear and not any((paragraph, before) in told.open for before in range(at))
    sure = clear and (_named_here(told, row, at, best) or not _eclipsed(told, best, gender))
    return Speaker(best, sure, f"“{word}” fits {best}")


def _unknown_nearer(told: Discourse, paragraph: int, row: Row, at: int, best: str) -> bool:
    """Whether the paragraph, or the one before, opens a sentence with a name of two words that may be a person's."""
    for number in (paragraph, paragraph - 1):
        here = told.rows.get(number)
        for start, end in reversed(here.sentences if here is not None else ()):
            head = leading(here, start, end) if here is not None and (number < paragraph or start <= at) else None
            if here is None or head is None or head.name is None or (number == paragraph and head.name >= at):
                continue
            name = told.name_at(here, head.name)
            if name.full == best:
                return False
            if name.kind == "other" and " " in name.full:
                return True
    return False


def _named_here(told: Discourse, row: Row, at: int, full: str) -> bool:
    """Whether the paragraph names the person before the item."""
    return any(row.codes[number] == "N" and told.name_at(row, number).full == full for number in range(at))


def _eclipsed(told: Discourse, full: str, gender: str) -> bool:
    """Whether the article speaks as often of another person whom the pronoun fits: then it may mean that one."""
    return any(
        other.full != full
        and (other.gender in (gender, None) or not other.certain)
        and other.count >= told.people[full].count
        for other in told.people.values()
    )
