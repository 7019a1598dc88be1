"""From the words that name a speaker to the person: she, the senator, the 71-year-old, Mr Vane.

A pronoun goes to the person of its gender who was last the subject or the speaker; a noun phrase to the one
person of the article whom it describes.  Where two people fit nearly as well the answer is not sure.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.attribution.items import Row
from bot.attribution.people import DESCRIBING, Person, gender_of_noun
from bot.attribution.subjects import Subject, leading
from bot.language.tables import word_set
from bot.models import NameMention

_GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_COLLECTIVE = word_set(
    """
    orchestra council board club company court police union ministry government committee school
    university hospital charity agency department bank airline firm commission church college team
    campaign party group organisation organization association council federation society foundation
    trust museum theatre paper newspaper magazine band administration
    """
)
_INDEFINITE = word_set("a an one another some")
_DEFINITE = word_set("the this that")
_SUBJECT_WEIGHT = 3.0
_MENTION_WEIGHT = 2.0
_POSSESSIVE_WEIGHT = 1.6
_SUBJECT_BONUS = 0.3
_SPEAKER_BONUS = 0.6
_PER_SENTENCE = 0.7
_PER_PARAGRAPH = 1.5
_UNKNOWN_GENDER = 0.8
_CLEAR = 1.0
_LOOK_BACK = 6
_SENTENCES = 40  # of a paragraph that are looked back on
_ITEMS = 1_000  # words, marks and names that are looked back on in all


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: the fullest name (None where nobody is named), and whether no other person came near."""

    name: str | None
    sure: bool
    reason: str


@dataclass(slots=True)
class Discourse:
    """What has been read so far: rows by paragraph, and who the pronouns were found to be.

    ``starts`` are the places of the ``names`` in the ``text``.
    """

    names: Sequence[NameMention]
    people: Mapping[str, Person]
    text: str
    starts: Sequence[int]
    rows: dict[int, Row] = field(default_factory=dict)
    resolved: dict[tuple[int, int], str] = field(default_factory=dict)
    spoken: dict[int, list[tuple[int, str, float]]] = field(default_factory=dict)
    mentioned: dict[tuple[int, int], list[tuple[str, float]]] = field(default_factory=dict)

    def enter(self, number: int, row: Row) -> None:
        """Enter a paragraph's row; rows too far back to matter are let go."""
        self.rows[number] = row
        self.rows.pop(number - _LOOK_BACK - 2, None)

    def note_subjects(self, number: int, row: Row, subjects: Sequence[Subject]) -> None:
        """Enter the named people who are subjects of acts of speech."""
        for subject in subjects:
            if subject.name is not None and self.name_at(row, subject.name).kind == "person":
                full = self.name_at(row, subject.name).full
                insort(self.spoken.setdefault(number, []), (subject.name, full, _SUBJECT_BONUS))

    def note_speaker(self, number: int, at: int, speaker: Speaker | None) -> None:
        """Enter who spoke the quote at an item."""
        if speaker is not None and speaker.name is not None:
            insort(self.spoken.setdefault(number, []), (at, speaker.name, _SPEAKER_BONUS))

    def name_at(self, row: Row, at: int) -> NameMention:
        """The name that stands at an item."""
        return self.names[row.items[at].ref]


def resolve(told: Discourse, paragraph: int, row: Row, subject: Subject) -> Speaker:
    """The person or organisation that a subject stands for."""
    if subject.kind == "name" and subject.name is not None:
        name = told.name_at(row, subject.name)
        if name.kind not in ("person", "organisation") and row.items[subject.first].low in _INDEFINITE:
            return Speaker(None, False, "nobody is named")
        return Speaker(name.full, name.kind in ("person", "organisation"), "named beside the cue")
    if subject.kind == "pronoun":
        return _pronoun(told, paragraph, row, subject.first)
    return _phrase(told, paragraph, row, subject)


def follow_subjects(told: Discourse, paragraph: int, row: Row) -> None:
    """Enter whom the sentences of a paragraph are about where they open with a pronoun or with words for a person."""
    for start, end in row.sentences:
        head = leading(row, start, end)
        if head is None or head.kind == "name" or (paragraph, head.first) in told.resolved:
            continue
        speaker = resolve(told, paragraph, row, head)
        if speaker.name in told.people and speaker.sure:
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
        return Speaker(None, False, f"“{word}” names nobody")
    key = (paragraph, at)
    weights = _weights(told, paragraph, row, at, gender)
    if not weights:
        return Speaker(None, False, f"nobody named before fits “{word}”")
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    best, weight = ranked[0]
    runner_up = ranked[1][1] if len(ranked) > 1 else -10.0
    told.resolved[key] = best
    clear = weight - runner_up >= _CLEAR and not _unknown_nearer(told, paragraph, row, at, best)
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
        other.full != full and other.gender in (gender, None) and other.count >= told.people[full].count
        for other in told.people.values()
    )


def _weights(told: Discourse, paragraph: int, row: Row, at: int, gender: str | None) -> dict[str, float]:
    """How near each fitting person is to an item: by sentences back, subjects and speakers first."""
    weights: dict[str, float] = {}
    distance, read = 0.0, 0
    for number in range(paragraph, max(-1, paragraph - _LOOK_BACK), -1):
        here = told.rows.get(number)
        if here is None:
            continue
        latest = here.sentence_number(at) + 1 if number == paragraph else len(here.sentences)
        for start, end in reversed(here.sentences[max(0, latest - _SENTENCES) : latest]):
            limit = min(end, at) if number == paragraph else end
            read += limit - start
            if read > _ITEMS:
                return weights
            for full, weight in _known(told, number, here, start, limit, number < paragraph):
                person = told.people.get(full)
                if person is None or (gender and person.gender not in (gender, None)):
                    continue
                weight -= distance * _PER_SENTENCE + (0 if person.gender else _UNKNOWN_GENDER)
                if weight > weights.get(full, -99.0):
                    weights[full] = weight
            distance += 1
        distance += _PER_PARAGRAPH
    return weights


def _known(told: Discourse, number: int, row: Row, start: int, end: int, read: bool) -> list[tuple[str, float]]:
    """The people in one sentence; of a paragraph that is ``read`` to its end they are kept."""
    if not read:
        return _mentioned(told, number, row, start, end)
    found = told.mentioned.get((number, start))
    if found is None:
        found = told.mentioned[number, start] = _mentioned(told, number, row, start, end)
    return found


def _mentioned(told: Discourse, number: int, row: Row, start: int, end: int) -> list[tuple[str, float]]:
    """The people in one sentence with the weight of their place in it."""
    out: list[tuple[str, float]] = []
    head = leading(row, start, end)
    for at in range(start, end):
        code = row.codes[at]
        if code == "N":
            name = told.name_at(row, at)
            if name.kind != "person":
                continue
            if head is not None and head.name == at:
                weight = _SUBJECT_WEIGHT
            elif at + 1 < len(row.codes) and row.codes[at + 1] == "'":
                weight = _POSSESSIVE_WEIGHT
            else:
                weight = _MENTION_WEIGHT
            out.append((name.full, weight))
        elif (number, at) in told.resolved:
            out.append((told.resolved[(number, at)], _SUBJECT_WEIGHT))
    spoken = told.spoken.get(number, [])
    first, last = bisect_left(spoken, (start,)), bisect_left(spoken, (end,))
    out.extend((name, _SUBJECT_WEIGHT + bonus) for _, name, bonus in spoken[first:last])
    return out


def _phrase(told: Discourse, paragraph: int, row: Row, subject: Subject) -> Speaker:
    """The one person (or organisation) of the article whom a noun phrase describes."""
    items = row.items[subject.first : subject.last + 1]
    head = _head(row, subject)
    noun = row.items[head].low
    if items[0].low not in _DEFINITE:
        return Speaker(None, False, "nobody is named")
    age = next((int(item.low.split("-")[0]) for item in items if item.low[:2].isdigit() and "year" in item.low), None)
    if age is not None:
        fitting = [person.full for person in told.people.values() if age in person.ages]
        return _one(fitting, "the age") or _in_focus(told, paragraph, row, subject.first, noun)
    if noun in _COLLECTIVE:
        return _just_named(told, row, subject) or _organisation(told, noun, row, subject)
    fitting = [person.full for person in told.people.values() if noun in person.roles]
    return _one(fitting, f"the {noun}") or _in_focus(told, paragraph, row, subject.first, noun)


def _head(row: Row, subject: Subject) -> int:
    """The item of a phrase's head noun: the last word before what hangs on it."""
    at = subject.first
    while at < subject.last and row.codes[at + 1] not in "JC,":
        at += 1
    return at


def _one(fitting: list[str], what: str) -> Speaker | None:
    return Speaker(fitting[0], True, f"{what} is {fitting[0]}") if len(fitting) == 1 else None


def _in_focus(told: Discourse, paragraph: int, row: Row, at: int, noun: str) -> Speaker:
    """The person the text is about where a phrase stands that can mean any person: the star, the bachelor."""
    stems = {noun, *noun.split("-")}
    if not stems & DESCRIBING and "year" not in noun:
        return Speaker(None, False, "nobody is named")
    gender = next((told_gender for stem in stems if (told_gender := gender_of_noun(stem))), None)
    weights = _weights(told, paragraph, row, at, gender)
    if not weights:
        return Speaker(None, False, "nobody is named")
    best = max(weights, key=lambda full: weights[full])
    return Speaker(best, False, f"“the {noun}” is taken for {best}")


def _just_named(told: Discourse, row: Row, subject: Subject) -> Speaker | None:
    """The organisation that the sentence before was about (Tidewell Water gave no interview. The company said)."""
    before = row.sentence_number(subject.first)
    for start, end in reversed(row.sentences[max(0, before - _SENTENCES) : before]):
        head = leading(row, start, end)
        if head is None or head.name is None:
            continue
        name = told.name_at(row, head.name)
        if name.kind in ("organisation", "other"):
            return Speaker(name.full, False, f"the phrase is taken for {name.full}")
    return None


def _organisation(told: Discourse, noun: str, row: Row, subject: Subject) -> Speaker:
    """An organisation by its kind: the one whose name holds the noun, else the phrase itself."""
    full = {name.full for name in told.names if name.kind == "organisation" and noun in name.full.casefold().split()}
    if len(full) == 1:
        only = full.pop()
        return Speaker(only, False, f"the {noun} is {only}")
    words = " ".join(item.low for item in row.items[subject.first : subject.last + 1])
    return Speaker(words, False, "an organisation, by its kind")
