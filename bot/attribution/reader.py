"""Reads an article's paragraphs in order and ties every pair of marks to whoever is said to have spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.attribution.assign import How, Tie, tie_quotes
from bot.attribution.carry import Attributed, Memory, Speech, carry_over
from bot.attribution.discourse import Discourse, Speaker
from bot.attribution.events import Event, read_events
from bot.attribution.items import Item, Row, read_row
from bot.attribution.noun_groups import Subject
from bot.attribution.people import read_people
from bot.attribution.speakers import answering, follow_subjects, resolve
from bot.attribution.subjects import leading, opens
from bot.marks.single import Marked
from bot.marks.structure import Paragraph
from bot.models import NameMention
from bot.tongues.tongue import Tongue

_SIGNATURE_ITEMS = 14
_AHEAD = 3
_OPENING = 8  # characters that may stand between a mark and the name in it: Sen., MR.


@dataclass(frozen=True, slots=True)
class _Page:
    """What every paragraph is read from, with the starts by which its marks and names are found."""

    text: str
    marks: Sequence[Marked]
    mark_starts: list[int]
    names: Sequence[NameMention]
    name_starts: list[int]
    tongue: Tongue | None = None

    def row(self, paragraph: Paragraph) -> Row:
        quotes = range(*_bounds(self.mark_starts, paragraph))
        names = range(*_bounds(self.name_starts, paragraph))
        held = [(at, self.marks[at]) for at in quotes]
        return read_row(self.text, paragraph, held, [(at, self.names[at]) for at in names], self.tongue)


def _bounds(starts: list[int], paragraph: Paragraph) -> tuple[int, int]:
    return bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)


def attribute(
    text: str,
    paragraphs: Sequence[Paragraph],
    marks: Sequence[Marked],
    names: Sequence[NameMention],
    tongue: Tongue | None = None,
) -> list[Attributed]:
    """Every pair of marks with whoever is said to have spoken it, in reading order."""
    starts = [name.start for name in names]
    told = Discourse(names, read_people(text, names, tongue), text, starts)
    page = _Page(text, marks, [mark.outer_start for mark in marks], names, starts, tongue)
    memory = Memory()
    out: list[Attributed] = []
    quoting = [left < right for left, right in (_bounds(page.mark_starts, paragraph) for paragraph in paragraphs)]
    for number, paragraph in enumerate(paragraphs):
        if not any(quoting[max(0, number - 1) : number + _AHEAD]):
            continue
        row = page.row(paragraph)
        told.enter(number, row)
        if "Q" not in row.codes and out and out[-1].paragraph == number - 1:
            _sign(out, told, number, row)
        out.extend(_read_paragraph(told, memory, number, row))
        memory.lead_in = text[paragraph.end - 1] == ":"
    return _reaching_back(out, marks)


def _reaching_back(out: list[Attributed], marks: Sequence[Marked]) -> list[Attributed]:
    """A quotation over several paragraphs is all its speaker's, also where the cue comes with the last of them."""
    for at in range(len(out) - 2, -1, -1):
        one, following = out[at], out[at + 1]
        run = marks[one.mark].run
        if run is None or run != marks[following.mark].run or following.tie is None or following.tie.event is None:
            continue
        if one.tie is None or one.tie.event is None or one.tie.how in (How.CARRIED, How.SUBJECT):
            tie = Tie(one.item, How.CARRIED, following.tie.subject, following.tie.event)
            out[at] = replace(one, tie=tie, speaker=following.speaker, source=following.source)
    return out


def _read_paragraph(told: Discourse, memory: Memory, number: int, row: Row) -> list[Attributed]:
    events = read_events(row)
    told.note_subjects(
        number, row, [event.subject for event in events if not (event.aside or opens(row, event.subject.first))]
    )
    follow_subjects(told, number, row)
    ties = tie_quotes(row, events)
    here: list[Attributed] = []
    for at, item in enumerate(row.items):
        if item.code != "Q":
            continue
        tie = ties.get(at)
        speaker = (answering(told, row) or resolve(told, number, row, tie.subject)) if tie else None
        found = Attributed(item.ref, number, at, row, tie, speaker, row if tie else None)
        here.append(_labelled(told, found, item))
        told.note_speaker(found.paragraph, at, here[-1].speaker)
    here = carry_over(row, number, here, memory)
    for found in here:
        told.note_speaker(number, found.item, found.speaker)
    memory.last = here[-1] if here else memory.last
    memory.speech = _last_speech(told, number, row, events) or memory.speech
    return here


def _labelled(told: Discourse, found: Attributed, item: Item) -> Attributed:
    """A quote whose own words begin with a name and a colon, as in a transcript, is that person's."""
    at = bisect_left(told.starts, item.start + 1)
    name = told.names[at] if at < len(told.names) else None
    if name is None or name.kind != "person" or name.start > item.start + _OPENING or name.end >= item.end:
        return found
    follows = told.text[name.end : name.end + 3]
    if follows[:2] != ": " or follows[2:] in "'‘“\"" or (found.tie and found.tie.how in (How.AFTER, How.BEFORE)):
        return found
    subject = Subject(found.item, found.item, "phrase")
    speaker = Speaker(name.full, True, "the words begin with the name")
    tie = Tie(found.item, How.AFTER, subject)
    return replace(found, tie=tie, speaker=speaker, source=found.row, label=(name.start, name.end))


def _last_speech(told: Discourse, number: int, row: Row, events: Sequence[Event]) -> Speech | None:
    """The last act of speech of a paragraph; else what its last sentence is about, if that is a person."""
    for event in reversed(events):
        speaker = resolve(told, number, row, event.subject)
        if not event.denied and (speaker.name or event.cue == ":"):
            return Speech(number, row, event.subject, speaker, event)
    if row.sentences:
        subject = leading(row, *row.sentences[-1])
        if subject and subject.kind != "phrase":
            return Speech(number, row, subject, resolve(told, number, row, subject))
    return None


def _sign(out: list[Attributed], told: Discourse, number: int, row: Row) -> None:
    """Give a quotation that is a paragraph of its own the name that signs it in the next line."""
    last = out[-1]
    if set(last.row.codes) - set("Q-.") or len(row.codes) > _SIGNATURE_ITEMS or "V" in row.codes:
        return
    first = len(row.codes) - len(row.codes.lstrip("-T"))
    if row.codes[first : first + 1] != "N" or not (first or row.codes[1:2] in ("", ",")):
        return
    subject = leading(row, 0, len(row.codes))
    if subject and subject.name is not None:
        tie = Tie(last.item, How.AFTER, subject)
        out[-1] = replace(last, tie=tie, speaker=resolve(told, number, row, subject), source=row)
