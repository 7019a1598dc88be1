"""Which act of speech a quote belongs to, within its paragraph.

The order of belief: a cue right after the quote, a cue right before it, another cue of its sentence, the
sentence before it, and last the mere subject of its own sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from bot.attribution.cues import MENTAL, NAMING
from bot.attribution.events import Event, infinitive_of, passive
from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject, named
from bot.attribution.subjects import before_verb, leading, only_when
from bot.attribution.word_kinds import FINITE


class How(IntEnum):
    """By what a quote is tied to its speaker, the surest first."""

    AFTER = 1
    BEFORE = 2
    BOUND = 3
    SAME_SENTENCE = 4
    FLOATING = 5
    LEAD_IN = 6
    CARRIED = 7
    POSSESSOR = 8
    SUBJECT = 9


_CLOSING = (",", "?", "!", "…", "-", "–", "—")
_SIGNED = re.compile(r"-(T*N)(?:$|[,.(-])")
_UNLISTED_INVERTED = re.compile(r",?(?=w(T*N)[,.])(w)")
_UNLISTED = re.compile(r",?((?:Dw{0,2})?T*N|P)A?(w)[.,AJCSDM-]")
_UNLISTED_BEFORE = re.compile(r"(T*N|P)A?(w)A{0,2}w?[,:]$")
_TURN = 5  # items
_GOING = frozenset(("went", "goes", "shot", "broke", "hit", "threw", "came"))
_OTHER_FINITE = FINITE - _GOING
_BEING = frozenset(("is", "are", "was", "were", "am", "be", "been"))


class Tie(NamedTuple):
    """The tie of a quote (item ``quote``) to a subject, by an event or by the sentence alone."""

    quote: int
    how: How
    subject: Subject
    event: Event | None = None

    def gap(self) -> int:
        """The number of items between the cue and the quote, 0 where there is no cue."""
        return abs(self.quote - self.event.verb) - 1 if self.event is not None else 0


def tie_quotes(row: Row, events: tuple[Event, ...]) -> dict[int, Tie]:
    """The tie of each quote that has one in its own paragraph, by the quote's item."""
    ties: dict[int, Tie] = {}
    for start, end in row.sentences:
        inside = list(_within(events, start, end))
        for at in range(start, end):
            if row.codes[at] == "Q":
                tie = _in_sentence(row, at, start, end, inside)
                if tie:
                    ties[at] = tie
    _float(row, events, ties)
    return ties


def _within(events: Sequence[Event], start: int, end: int) -> Sequence[Event]:
    """The events whose verbs stand from one item up to another."""
    first = bisect_left(events, start, key=lambda event: event.verb)
    return events[first : bisect_left(events, end, lo=first, key=lambda event: event.verb)]


def _in_sentence(row: Row, at: int, start: int, end: int, events: list[Event]) -> Tie | None:
    after = _cue_after(row, at, end, events)
    before = _nearest_before(row, at, events)
    framing = _framing(row, at, end, events)
    if before and framing and not before.plain and not after:
        return Tie(at, How.SAME_SENTENCE, framing.subject, framing)
    if before and _owned(row, at) and at + 1 < end and row.codes[at + 1] == "w":
        return _possessor(at)
    if before and not (after and _claims(row, after, before, at, end)):
        how = How.BEFORE if _introduces(row, before, at) else How.BOUND
        return Tie(at, how, before.subject, before)
    if after:
        return Tie(at, How.AFTER, after.subject, after)
    if before:
        return Tie(at, How.BOUND, before.subject, before)
    later = next((event for event in events if event.verb > at and event.subject.first > at), None)
    if later:
        return Tie(at, How.SAME_SENTENCE, later.subject, later)
    return _without_cue(row, at, start)


def _owned(row: Row, at: int) -> bool:
    """Whether a name with its 's stands right before a quote: Bell's “betrayal” line."""
    return at > 1 and row.codes[at - 1] == "'" and row.codes[at - 2] == "N"


def _possessor(at: int) -> Tie:
    return Tie(at, How.POSSESSOR, Subject(at - 2, at - 2, "name", at - 2))


def _framing(row: Row, at: int, end: int, events: list[Event]) -> Event | None:
    """The plain cue that closes the sentence and frames the whole of it: …, said Ann Lee."""
    for event in reversed(events):
        if event.verb <= at:
            return None
        if event.plain and event.subject.last >= event.verb and row.codes[event.verb - 1] == ",":
            return event
        if (
            event.plain
            and row.codes[event.subject.first - 1] == ","
            and row.codes[event.verb + 1 : event.verb + 2] == "."
        ):
            return event
    return None


def _claims(row: Row, after: Event, before: Event, at: int, end: int) -> bool:
    """Whether the cue after a quote goes before the one that stands earlier in its sentence."""
    closed = row.items[at].low in _CLOSING or (at + 1 < end and row.codes[at + 1] in ",-")
    if not closed:
        return not _introduces(row, before, at)
    if before.cue in NAMING and not after.plain:
        return False
    return after.plain or not _introduces(row, before, at) or after.verb <= at + 2


def _cue_after(row: Row, at: int, end: int, events: list[Event]) -> Event | None:
    """The cue that follows a quote at once: Q, said Lee; Q, Lee said; Q the mayor, Ann Lee, has said."""
    first = at + 1
    while first < end and row.codes[first] in ",-A":
        first += 1
    if (
        first < end
        and row.codes[first] in "SC"
        and row.items[first].low not in ("as", "according")
        and row.codes[first + 1 : first + 2] != "V"
    ):
        return None
    for event in events:
        if event.verb <= at or row.codes[event.verb] == ":":
            continue
        if event.verb == first or (event.verb > first and row.codes[first : event.verb].strip("XA") == ""):
            return event
        if first <= event.subject.first <= first + 1 and event.subject.first < event.verb <= first + 30:
            return None if "Q" in row.codes[first : event.verb] else event
        if row.items[first : first + 1] and row.items[first].low == "according" and event.verb == first:
            return event
        return None
    return None


def _nearest_before(row: Row, at: int, events: list[Event]) -> Event | None:
    """The last act of speech before a quote in its sentence; what is only meant or wished yields to what is said."""
    found = None
    led = row.codes[at - 1] == ":"
    for event in events:
        if event.verb >= at or (event.subject.first >= at and row.items[event.subject.first - 1].low != "by"):
            break
        weak = (
            event.cue in MENTAL
            or (led and event.aside)
            or (event.cue == "quote" and row.items[event.subject.first].low == "i")
            or row.items[event.subject.first].low in ("it", "which")
            or (row.codes[event.verb] == "B" and infinitive_of(row, event.verb, 0) is not None)
        )
        if found is None or not weak:
            found = event
    return found


def _introduces(row: Row, event: Event, at: int) -> bool:
    """Whether little stands between a cue and the quote: said, said that, told Variety:, called it."""
    between = row.codes[event.verb + 1 : at]
    if len(between) <= 2 or between.endswith((":", ",:")):
        return True
    return len(between) <= 6 and "." not in between and "V" not in between and "Q" not in between


def _without_cue(row: Row, at: int, start: int) -> Tie | None:
    """What is left in a sentence without a cue: whose words they are by an 's, or the sentence's subject."""
    uttered = _unlisted(row, at, start)
    if uttered:
        return uttered
    if at - 2 >= start and _owned(row, at):
        return _possessor(at)
    if at == start or set(row.codes[start:at]) <= set("QC,-"):
        return None
    if row.codes[at - 2 : at] in ("V:", "V,") and passive(row, at - 2, start):
        return None
    subject_before = _of_predicate(row, at, start) or leading(row, start, at)
    if subject_before is None or (subject_before.kind == "phrase" and only_when(row, subject_before)):
        return None
    return Tie(at, How.SUBJECT, subject_before)


def _unlisted(row: Row, at: int, start: int) -> Tie | None:
    """Whoever utters a quote with a verb of no list: — Ann Lee; “No,” an angry Lee retaliated; Lee shot back, “No.”"""
    for shape, ended in ((_SIGNED, False), (_UNLISTED_INVERTED, True), (_UNLISTED, True)):
        found = shape.match(row.codes, at + 1)
        if found and (not ended or _uttering(row.items[found.start(2)].low)):
            name = found.end(1) - 1
            kind = "name" if row.codes[name] == "N" else "pronoun"
            return Tie(at, How.AFTER, Subject(found.start(1), name, kind, name if kind == "name" else None))
    led = _UNLISTED_BEFORE.search(row.codes, max(start, at - 8), at)
    if led and row.items[led.start(2)].low not in _OTHER_FINITE:
        name = led.end(1) - 1
        kind = "name" if row.codes[name] == "N" else "pronoun"
        return Tie(at, How.BEFORE, Subject(led.start(1), name, kind, name if kind == "name" else None))
    return None


def _uttering(low: str) -> bool:
    return low.endswith("ed") or low in _GOING


def _of_predicate(row: Row, at: int, start: int) -> Subject | None:
    """Whose predicate the words are: though the company is “confident …”."""
    verb = at - 1
    if verb <= start or row.codes[verb] != "X" or row.items[verb].low not in _BEING:
        return None
    return before_verb(row, verb, start)


def _float(row: Row, events: Sequence[Event], ties: dict[int, Tie]) -> None:
    """A quote that is a sentence of its own goes with the quote, or the act of speech, in the sentences before it."""
    last: Tie | None = None
    for start, end in row.sentences:
        for at in range(start, end):
            if row.codes[at] != "Q":
                continue
            if at not in ties and last is not None:
                alone = not row.codes[start:at].strip("Q-")
                how = How.FLOATING if alone else How.LEAD_IN if row.codes[at - 1] == ":" else How.CARRIED
                ties[at] = Tie(at, how, last.subject, last.event)
            elif at not in ties and at == start:
                about = _about(row, start)
                if about is not None:
                    ties[at] = Tie(at, How.SUBJECT, about)
            if row.codes[start] != "Q" or at == start or last is None:
                last = ties.get(at, last)
        spoken = _spoken(_within(events, start, end))
        if spoken is not None and "Q" not in row.codes[start:end]:
            last = Tie(start, How.FLOATING, spoken.subject, spoken)
        elif last is not None and "Q" not in row.codes[start:end]:
            last = _turned(row, start, end) or last


def _turned(row: Row, start: int, end: int) -> Tie | None:
    """Whom a sentence without a verb turns to: And Ann Moss? Not so Ann Lee."""
    telling = {row.codes[at] for at in range(start, end) if row.items[at].low != "not"} & set("VXBG")
    if telling or end - start > _TURN or row.codes[end - 2 : end] != "N.":
        return None
    return Tie(start, How.SUBJECT, named(row, end - 2, start))


def _about(row: Row, start: int) -> Subject | None:
    """Whom the sentence before is about, where it names a person or uses a pronoun: Ann Lee is firm. “No.”"""
    number = row.sentence_number(start)
    if number < 1:
        return None
    found = leading(row, *row.sentences[number - 1])
    return found if found is not None and found.kind != "phrase" else None


def _spoken(events: Sequence[Event]) -> Event | None:
    """The act of speech of a sentence that a quote after it goes on from: the last that was more than a thought."""
    told = [event for event in events if not event.denied]
    firm = [event for event in told if event.cue not in MENTAL and not event.aside]
    return next(reversed(firm or told), None)
