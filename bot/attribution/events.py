"""The acts of speech in a paragraph: each cue with whoever it is said of.

Finite verbs, participles (adding), base forms (critics say), ``according to``, and a name with a colon.  Passive
verbs give their agent (was called a fraud by Lee) or nobody.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.attribution.cues import MENTAL, NAMING, PLAIN, SPEECH_NOUNS
from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject, governed
from bot.attribution.subjects import after_verb, before_verb, last_name, leading, named_right_before, only_when
from bot.language.tables import word_set

_BE = word_set("is are was were be been being am 's get got")
_NEGATIONS = word_set(
    """
    never not nobody didn't don't doesn't won't wouldn't hasn't haven't hadn't can't cannot couldn't
    wasn't isn't if whether should no
    """
)
_TRANSITIVE_SPEECH = word_set(
    """
    asked told tells accused quoted cited urged pressed warned advised informed reminded ordered challenged
    charged compared
    """
)


_INTRANSITIVE = PLAIN - _TRANSITIVE_SPEECH
_MOVING = word_set(
    """
    prompted prompting prompts led leading leads forced forcing caused causing moved moving inspired inspiring drove
    driving allowed allowing compelled compelling
    """
)


_NOUN_REACH = 14
_TELLING = frozenset("VBG:")
_TELLING_WORDS = SPEECH_NOUNS | {"according", "put", "puts", "came"}
_ANSWERS = word_set("reply answer response retort")
_RECORDED = word_set("footage video audio tape recording clip image images film")


class Event(NamedTuple):
    """One act of speech: its verb's item, its subject, the cue as written.

    ``plain`` is a verb that only means to speak or write; ``denied`` marks what was never said, or only might be;
    ``aside`` is a verb of a relative clause (a man who promised).
    """

    verb: int
    subject: Subject
    cue: str
    plain: bool = False
    denied: bool = False
    aside: bool = False


def read_events(row: Row) -> tuple[Event, ...]:
    """The acts of speech of a paragraph in the order of their verbs."""
    found: list[Event] = []
    places = [at for at, item in enumerate(row.items) if item[0] in _TELLING or item[1] in _TELLING_WORDS]
    first = 0
    for start, end in row.sentences:
        here: list[Event] = []
        while first < len(places) and places[first] < end:
            event = _event(row, places[first], start, end, here)
            if event:
                here.append(event)
            first += 1
        found.extend(here)
    return tuple(found)


def _event(row: Row, at: int, start: int, end: int, here: list[Event]) -> Event | None:
    """The act of speech that an item tells of, given those ``here`` before it in its sentence."""
    code, low = row.codes[at], row.items[at].low
    if code in "VBG":
        return _verb_event(row, at, start, end, here)
    if code == ":":
        return _colon(row, at, start, end, here)
    if low == "according":
        return _according(row, at, end) if code == "S" else None
    if code != "w":
        return None
    if low == "came":
        return _came(row, at, end)
    if low in SPEECH_NOUNS:
        return _speech_noun(row, at, start, end, here)
    subject = before_verb(row, at, start) if _puts_it(row, at, end) else None
    return Event(at, subject, "put it", True) if subject else None


def _verb_event(row: Row, at: int, start: int, end: int, before: list[Event]) -> Event | None:
    item = row.items[at]
    if item.low == "compared" and at + 1 < end and row.codes[at + 1] == "J":
        return None
    subject = _subject(row, at, start, end, before)
    if subject is None:
        return None
    aside = row.codes[max(start, at - 2) : at].startswith("H") or row.codes[at - 1 : at] == "H"
    return Event(at, subject, item.low, item.low in PLAIN, _denied(row, at, start, subject), aside)


def _subject(row: Row, at: int, start: int, end: int, before: list[Event]) -> Subject | None:
    code, low = row.codes[at], row.items[at].low
    if low == "captioned":
        return leading(row, start, at)
    if code == "G":
        return _of_participle(row, at, start, before)
    to = infinitive_of(row, at, start)
    if code == "B" and to is not None:
        moved = _moved_to(row, to, start)
        return moved or (before[-1].subject if before else leading(row, start, at))
    if (
        code == "V"
        and (low not in NAMING or low in PLAIN)
        and (at == start or _inverted(row, at, start) or _closing(row, at, end))
    ):
        return _following(row, at, start, end) or before_verb(row, at, start)
    if code == "V" and (passive(row, at, start) or _called_by(row, at)):
        return _agent(row, at, end)
    found = before_verb(row, at, start)
    if found is None and code == "V" and at > start and row.codes[at - 1] in "C-":
        return before[-1].subject if before else None
    if found is None and row.tongue is not None and row.codes[at - 1] == "Q":
        return leading(row, start, at)  # a verb at the end of its clause: hat den Plan „Irrsinn“ genannt
    return found


def _following(row: Row, at: int, start: int, end: int) -> Subject | None:
    """The subject after an inverted verb; not what has a verb of its own: Lee, citing “…”, said the plan could fail."""
    found = after_verb(row, at, end)
    own = found is not None and found.kind == "phrase" and row.codes[found.last + 1 : found.last + 2] == "X"
    return (leading(row, start, at) or found) if own else found


def _closing(row: Row, at: int, end: int) -> bool:
    """Whether the verb and its subject close the sentence after a comma: …, said Ann Lee, a nurse."""
    if at == 0 or row.codes[at - 1] != "," or row.items[at].low not in _INTRANSITIVE:
        return False
    subject = after_verb(row, at, end)
    return subject is not None and subject.kind == "name" and row.codes[subject.last + 1 : subject.last + 2] in ",."


def _inverted(row: Row, at: int, start: int) -> bool:
    """Whether the verb stands right after a quote, so that its subject follows."""
    back = at - 1
    while back >= start and row.codes[back] in "XA":
        if row.items[back].low in _BE:
            return False
        back -= 1
    if back >= start and row.codes[back] in ",-":
        back -= 1
    return back >= start and row.codes[back] == "Q"


def passive(row: Row, at: int, start: int) -> bool:
    """Whether the verb is passive, so that its subject did not speak: Lee was told, Lee had been called."""
    back, low = at - 1, row.items[at].low
    while back >= start and row.codes[back] == "A":
        back -= 1
    if back < start or row.codes[back] != "X" or row.items[back].low not in _BE:
        return False
    return low in NAMING or low in _TRANSITIVE_SPEECH or (row.items[back].low != "'s" and not low.endswith("s"))


def _called_by(row: Row, at: int) -> bool:
    """Whether a participle after a comma has its agent right after the words: Lee, called “a saint” by Bell, …"""
    followed = row.codes[at + 1 : at + 2] == "Q" and at + 2 < len(row.items)
    return row.codes[at - 1 : at] == "," and followed and (row.items[at + 2].low == "by")


def _agent(row: Row, at: int, end: int) -> Subject | None:
    """Who did it, after a passive verb: was called a fraud by Lee."""
    for here in range(at + 1, min(end, at + 14)):
        if row.items[here].low == "by":
            return after_verb(row, here, end)
    return None


def _of_participle(row: Row, at: int, start: int, before: list[Event]) -> Subject | None:
    """Who is doing it (she agreed, adding): the name right before it, or the subject of what goes before."""
    near = at - 1
    while near > start and row.codes[near] == "A":
        near -= 1
    if near - 2 >= start and row.codes[near] == "N" and row.items[near - 2].low in _RECORDED:
        return Subject(near, near, "name", near, False)
    if near >= start and row.codes[near] in "NP":
        found = before_verb(row, at, start)
        hangs = bool(before) and row.codes[near] == "N" and governed(row, near, start)
        if found is not None and found.kind != "phrase" and not hangs:
            return found
    if near >= start and row.codes[near] in "wT":
        found = before_verb(row, at, start)
        if found is not None and found.first > start and row.items[found.first - 1].low == "with":
            return found
    if not row.codes[start:at].strip("AJC,"):
        return _after_clause(row, at)
    return _speaking(row, before) or leading(row, start, at)


def _after_clause(row: Row, participle: int) -> Subject | None:
    """Whom an opening participle is said of: Calling it “a scandal”, | the mayor went home."""
    _, end = row.sentence_of(participle)
    for at in range(participle + 1, end - 1):
        if row.codes[at] == "," or (row.codes[at] == "Q" and row.items[at].low == ","):
            found = leading(row, at + 1, end)
            if found is not None and found.first <= at + 2 and "Q" in row.codes[participle : at + 1]:
                return found
    return None


def _speaking(row: Row, before: list[Event]) -> Subject | None:
    """Whose speech a participle goes on with: the last who spoke, rather than one who only thought."""
    plain = [event for event in before if event.plain]
    spoken = [event for event in before if event.cue not in MENTAL and event.cue not in NAMING]
    return (plain or spoken or before)[-1].subject if before else None


def infinitive_of(row: Row, verb: int, start: int) -> int | None:
    """The ``to`` of a verb that stands in the infinitive (to say, to properly discuss), None where it does not."""
    at = verb - 1
    while at > start and row.codes[at] == "A":
        at -= 1
    return at if at >= start and row.items[at].low == "to" else None


def _moved_to(row: Row, to: int, start: int) -> Subject | None:
    """Whom something moved to speak: which led Ann Lee to say."""
    if to - 2 > start and row.items[to - 1].low in _MOVING and row.codes[to - 2] == "X":
        return before_verb(row, to - 2, start)
    found = before_verb(row, to, start)
    if found is None or found.kind == "phrase":
        return None
    for at in range(found.first - 1, max(start, found.first - 7), -1):
        if row.items[at].low in _MOVING:
            return found
        if row.codes[at] not in "wTNDJ":
            return None
    return None


def _denied(row: Row, at: int, start: int, subject: Subject) -> bool:
    """Whether the words were never said, or only might be: He never said, nobody will say."""
    if row.items[subject.first].low in ("nobody", "no", "neither", "none"):
        return True
    near = row.items[max(start, at - 3) : at]
    return any(item.code in "XASD" and item.low in _NEGATIONS for item in near)


def _speech_noun(row: Row, at: int, start: int, end: int, before: list[Event]) -> Event | None:
    """A noun of speech with its owner, and the words after it: Lee's claim that “…”, her promise to “…”."""
    if row.items[at].low == "words" and at + 2 < end and row.items[at + 1].low == "of":
        subject = after_verb(row, at + 1, end)
        return Event(at, subject, "words") if subject and subject.kind == "name" else None
    back = at - 1
    while back > start and row.codes[back] == "w" and back > at - 3:
        back -= 1
    follows = row.codes[at + 1 : min(end, at + _NOUN_REACH)]
    if "Q" not in follows or any(event.plain for event in before) or not _governs(row, at + 1, back, before):
        return None
    if row.codes[back] == "'" and back - 1 >= start and row.codes[back - 1] == "N":
        return Event(at, Subject(back - 1, back - 1, "name", back - 1, False), row.items[at].low)
    if row.items[back].low in ("his", "her", "their"):
        return Event(at, Subject(back, back, "pronoun", firm=False), row.items[at].low)
    return None


def _governs(row: Row, after: int, owner: int, before: list[Event]) -> bool:
    """Whether a noun of speech leads on to what was said; not where a verb is about it (called her remarks “…”)."""
    if row.items[after].low in ("that", "to"):
        return True
    held = owner - 2 if row.codes[owner] == "'" else owner - 1
    return row.codes[after] == "Q" and not (before and before[-1].verb in (held, held - 1))


def _main_clause(row: Row, start: int, limit: int) -> int:
    """Where the main clause begins after an opening clause: When he was asked, | Ann Lee hit back."""
    if row.codes[start] != "S":
        return start
    comma = row.codes.find(",", start, limit)
    return comma + 1 if 0 <= comma < limit - 2 else start


def _came(row: Row, at: int, end: int) -> Event | None:
    """The answer that nobody is named for: “Yes,” came the reply."""
    if row.codes[at - 1 : at] not in ("Q", ",") or at + 2 >= end or row.items[at + 2].low not in _ANSWERS:
        return None
    return Event(at, Subject(at + 1, at + 2, "phrase"), "came")


def _puts_it(row: Row, at: int, end: int) -> bool:
    return row.items[at].low in ("put", "puts") and at + 1 < end and row.items[at + 1].low == "it"


def _according(row: Row, at: int, end: int) -> Event | None:
    if at + 2 >= end or row.items[at + 1].low != "to":
        return None
    subject = after_verb(row, at + 1, end)
    return Event(at, subject, "according to", True) if subject else None


def _sent(row: Row, at: int) -> bool:
    """Whether an item is what words come in: a letter from Lee: “…”."""
    low = row.items[at].low
    return low in SPEECH_NOUNS or low in ("text", "note", "card", "texts", "posts", "voicemail", "telegram")


def _colon(row: Row, at: int, start: int, end: int, before: list[Event]) -> Event | None:
    """A colon before a quote: after a name alone (Lind: “No.”), or after what the subject did."""
    if at + 1 < end and row.codes[at + 1] != "Q":
        return None
    if row.codes[at - 1 : at] == "V" and passive(row, at - 1, start):
        return None
    signed = named_right_before(row, at, start)
    if signed and signed.first > start and row.codes[signed.first - 1] == "-":
        return Event(at, signed, ":", True)
    if (
        signed
        and signed.first - 1 > start
        and row.items[signed.first - 1].low == "from"
        and _sent(row, signed.first - 2)
    ):
        return Event(at, signed._replace(firm=False), ":", True)
    clause = _main_clause(row, start, at)
    if any(clause <= event.verb < at for event in before):
        return None
    subject = named_right_before(row, at, start) or leading(row, clause, at) or last_name(row, at, clause)
    if subject is None or (subject.kind == "phrase" and only_when(row, subject)):
        return None
    return Event(at, subject, ":", subject.last == at - 1 and subject.kind == "name")
