"""A speaker carried over from one paragraph to the next: the quotation that goes on, the lead-in with a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.attribution.assign import How, Tie
from bot.attribution.discourse import Speaker
from bot.attribution.events import Event
from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject


@dataclass(frozen=True, slots=True)
class Attributed:
    """A pair of marks (by its number) with its tie and its speaker; ``source`` is the row the tie's items are of.

    ``label`` is the place of the name with which the words themselves begin (“RUIZ: We wait.”).
    """

    mark: int
    paragraph: int
    item: int
    row: Row
    tie: Tie | None = None
    speaker: Speaker | None = None
    source: Row | None = None
    label: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """The last act of speech (or the last person a sentence was about) that a later quote may go on from."""

    paragraph: int
    row: Row
    subject: Subject
    speaker: Speaker
    event: Event | None = None


@dataclass(slots=True)
class Memory:
    """What the paragraphs before leave behind; ``lead_in`` says that the last one ended in a colon."""

    last: Attributed | None = None
    speech: Speech | None = None
    lead_in: bool = False


def carry_over(row: Row, number: int, here: Sequence[Attributed], memory: Memory) -> list[Attributed]:
    """The quotes of a paragraph, those that open it without a cue tied to what stands before."""
    opening = len(row.codes) - len(row.codes.lstrip("Q-"))
    return [_carried(number, found, memory) if found.item <= opening else found for found in here]


def _carried(number: int, found: Attributed, memory: Memory) -> Attributed:
    if found.tie is not None:
        return found
    speech, last = memory.speech, memory.last
    if memory.lead_in and speech is not None and speech.paragraph == number - 1:
        return _tied(found, How.LEAD_IN, speech)
    if last is not None and last.tie is not None and last.source is not None and _had_the_floor(last, speech, number):
        tie = Tie(found.item, How.CARRIED, last.tie.subject, last.tie.event)
        return replace(found, tie=tie, speaker=last.speaker, source=last.source)
    if speech is not None and speech.paragraph == number - 1:
        return _tied(found, How.CARRIED if speech.event else How.SUBJECT, speech)
    return found


def _had_the_floor(last: Attributed, speech: Speech | None, number: int) -> bool:
    """Whether the last quote stands in the paragraph before and nobody spoke after it."""
    if last.paragraph != number - 1:
        return False
    return speech is None or speech.paragraph < number - 1 or not _spoke_after(speech, last)


def _spoke_after(speech: Speech, last: Attributed) -> bool:
    """Whether somebody spoke after the last quote of the paragraph before."""
    return speech.event is not None and speech.paragraph == last.paragraph and speech.event.verb > last.item + 8


def _tied(found: Attributed, how: How, speech: Speech) -> Attributed:
    tie = Tie(found.item, how, speech.subject, speech.event)
    return replace(found, tie=tie, speaker=speech.speaker, source=speech.row)
