"""What has been read so far, and how near each person is to a place in it.

Subjects and speakers weigh more than mentions, and each sentence and paragraph back takes some away.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject
from bot.attribution.people import Person
from bot.attribution.subjects import leading
from bot.models import NameMention

_SUBJECT_WEIGHT = 3.0
_MENTION_WEIGHT = 2.0
_POSSESSIVE_WEIGHT = 1.85
_SUBJECT_BONUS = 0.3
_SPEAKER_BONUS = 0.6
_PER_SENTENCE = 0.7
_PER_PARAGRAPH = 1.5
_UNKNOWN_GENDER = 0.8
_LOOK_BACK = 6
SENTENCES = 40  # of a paragraph that are looked back on
_ITEMS = 1_000  # words, marks and names that are looked back on in all

_KIN_ALONE = re.compile(
    r"(?:(?<=[Hh]is )|(?<=[Hh]er )|(?<=[Tt]heir )|(?<=['’]s ))"
    r"(?:father|mother|brother|sister|wife|husband|son|daughter|uncle|aunt|parents|widow|grandfather|grandmother)"
    r",? [A-Z][a-z]+(?: and [A-Z][a-z]+)?[,.]"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: the fullest name (None where nobody is named), and whether no other person came near."""

    name: str | None
    sure: bool
    reason: str


@dataclass(slots=True)
class Discourse:
    """What has been read so far: rows by paragraph, and who the pronouns were found to be.

    ``starts`` are the places of the ``names`` in the ``text``; ``open`` are the places of the
    words (the singer, she) that open a sentence and for which the text leaves open who is meant.
    """

    names: Sequence[NameMention]
    people: Mapping[str, Person]
    text: str
    starts: Sequence[int]
    rows: dict[int, Row] = field(default_factory=dict)
    resolved: dict[tuple[int, int], str] = field(default_factory=dict)
    spoken: dict[int, list[tuple[int, str, float]]] = field(default_factory=dict)
    mentioned: dict[tuple[int, int], list[tuple[str, float]]] = field(default_factory=dict)
    open: set[tuple[int, int]] = field(default_factory=set)
    _kin: bool | None = None

    @property
    def kin_alone(self) -> bool:
        """Whether somebody's kin is named by a given name alone (his father, Peter): a surname may mean them."""
        if self._kin is None:
            self._kin = _KIN_ALONE.search(self.text) is not None
        return self._kin

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


def weigh(told: Discourse, paragraph: int, row: Row, at: int, gender: str | None) -> dict[str, float]:
    """How near each fitting person is to an item: by sentences back, subjects and speakers first."""
    weights: dict[str, float] = {}
    distance, read = 0.0, 0
    for number in range(paragraph, max(-1, paragraph - _LOOK_BACK), -1):
        here = told.rows.get(number)
        if here is None:
            continue
        latest = here.sentence_number(at) + 1 if number == paragraph else len(here.sentences)
        for start, end in reversed(here.sentences[max(0, latest - SENTENCES) : latest]):
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
