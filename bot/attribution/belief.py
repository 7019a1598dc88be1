"""How sure an attribution is, and why, in words that an editor can follow.

``HIGH`` is given only where ties of that make are right in 98 of 100 (measured on people's annotation of US
news): a plain cue joined to the quote, whose subject stands right beside it and names one person.
"""

from __future__ import annotations

from bot.attribution.assign import How
from bot.attribution.carry import Attributed
from bot.attribution.items import Row
from bot.attribution.noun_groups import Subject
from bot.marks.structure import Role
from bot.models import Confidence, Kind

_JOINED = (How.AFTER, How.BEFORE, How.FLOATING)
_WHY = {
    How.AFTER: "the cue follows the quote",
    How.BEFORE: "the cue leads into the quote",
    How.BOUND: "the cue stands earlier in the sentence",
    How.SAME_SENTENCE: "the cue stands later in the sentence",
    How.FLOATING: "it goes on from the words before it",
    How.LEAD_IN: "the paragraph before leads into it",
    How.CARRIED: "it goes on from the paragraph before",
    How.POSSESSOR: "the name before it has an ’s",
    How.SUBJECT: "the sentence is about them, with no cue",
}


def believe(found: Attributed, kind: Kind, role: Role) -> tuple[Confidence, str]:
    """The confidence of an attribution, and a short reason."""
    tie, speaker = found.tie, found.speaker
    if tie is None or speaker is None:
        return Confidence.GUESS, "nobody is named as the speaker"
    reason = f"{_WHY[tie.how]}; {speaker.reason}"
    if tie.event is None:
        return (Confidence.LIKELY if tie.how is How.AFTER else Confidence.GUESS), reason
    if tie.event.denied:
        return Confidence.GUESS, "the sentence does not say that the words were said"
    if speaker.name is None:
        return (Confidence.LIKELY if tie.how in _JOINED else Confidence.GUESS), reason
    if _joined_at_once(found, kind) and speaker.sure and role is Role.BODY:
        return Confidence.HIGH, reason
    return (Confidence.GUESS if tie.how is How.SAME_SENTENCE else Confidence.LIKELY), reason


def _joined_at_once(found: Attributed, kind: Kind) -> bool:
    """Whether a plain cue with its subject beside it is joined to the quote with nothing in between."""
    tie, row = found.tie, found.source
    if tie is None or tie.event is None or row is None or not (tie.event.plain and tie.subject.firm):
        return False
    if _joint(row, tie.subject):
        return False
    if tie.how in (How.AFTER, How.FLOATING):
        return True
    if tie.how is not How.BEFORE or row.codes[tie.event.verb] == "G":
        return False
    between = row.codes[tie.event.verb + 1 : tie.quote]
    if row.codes[tie.event.verb] == ":":
        return tie.subject.first == row.sentence_of(tie.event.verb)[0]
    return len(between) <= 2 or (kind is Kind.DIRECT and between.endswith(":"))


def _joint(row: Row, subject: Subject) -> bool:
    """Whether another name is joined to the subject by and: then the words are both people's, and surely neither's."""
    before, after = row.codes[max(0, subject.first - 2) : subject.first], row.codes[subject.last + 1 : subject.last + 3]
    return (before[-1:] == "C" and before[:1] in ("N", ")")) or (after[:1] == "C" and after[1:] in ("N", "T"))
