"""Whether what was posted is a place of the draft with a correction in it, or words about that place.

Likeness alone cannot tell: “The quote “…” is wrong” holds the quote.  A correction keeps what stands around the
quotation marks, or swaps it for the like; talk puts words there that the draft does not have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.attribution.cues import PLAIN
from bot.placing.chatter import is_about_copy, is_talk, may_be_talk, outside, shapes, words_outside
from bot.placing.likeness import Likeness
from bot.placing.stretch import Stretch

FEWEST_WORDS = 3
NEAR = 0.5
"""“No depot will shut before May,” for “We will not close a depot this year,” with five words of attribution."""
NEAR_DOUBTFUL = 0.8
"""“It is wrong that …” in a paragraph is taken for the paragraph's own only where nearly all the rest is."""
NEAR_SHORT = 0.55
SHORT_WORDS = 6
"""“Never,” he said. for “Not now,” he said.: a short paragraph must be nearer, and marked as the draft's is."""
_KEPT = 0.35
"""So much of the words outside the marks must be the draft's, on either side, where nobody is said to have spoken."""
_REWORDED = 0.2
"""A quote made indirect speech (“we will close” as “they would close”) has other words; one without marks is cited."""
_SEVERAL = 3
_HEAD = re.compile(r"([^:“”\"‘]{2,80}):(?=\s)")
_MARK = re.compile(r"[\"“”‘«»„‹›]|(?<!\w)'")
_CUES = PLAIN | {"according", "called", "calls"}


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands outside quotation marks, in the posting and in the place: the texts, and the words by number.

    ``added`` are those of the posting alone, ``gone`` those of the draft alone.
    """

    ours: str
    theirs: str
    here: list[int]
    there: list[int]
    added: set[int]
    gone: set[int]


def corrects(posted: Stretch, place: Stretch, likeness: Likeness) -> bool:
    """Whether the posting reads as the place in the draft with a correction, not as words about it."""
    if likeness.score == 1:
        return True
    frame = _frame(posted, place, likeness)
    if likeness.run < 2 or not _near(posted, place, likeness, frame):
        return False
    return (
        not _talks(posted, place, likeness, frame)
        and not _heads(posted, frame)
        and _reports(posted, place, likeness, frame)
    )


def _frame(posted: Stretch, place: Stretch, likeness: Likeness) -> _Frame:
    ours, theirs = outside(posted), outside(place)
    here, there = words_outside(posted, ours), words_outside(place, theirs)
    added, gone = set(likeness.posted_only) & set(here), set(likeness.draft_only) & set(there)
    return _Frame(ours, theirs, here, there, added, gone)


def _near(posted: Stretch, place: Stretch, likeness: Likeness, frame: _Frame) -> bool:
    """Whether enough words are the same; of a short paragraph more, or all those round its quotation."""
    if max(len(posted.words), len(place.words)) >= SHORT_WORDS:
        return likeness.score >= NEAR
    same_frame = not frame.added and not frame.gone and len(frame.here) > 1
    return bool(posted.marked()) == bool(place.marked()) and (same_frame or likeness.score >= NEAR_SHORT)


def _talks(posted: Stretch, place: Stretch, likeness: Likeness, frame: _Frame) -> bool:
    """Whether the posting talks where the place does not: by its words, or by its shape."""
    shaped = shapes(frame.ours)
    if shaped and shaped - shapes(frame.theirs):
        return True
    said = {posted.forms[at] for at in frame.added} - {place.forms[at] for at in frame.there}
    if is_talk(said) and (len(frame.added) > 1 or likeness.score < NEAR_DOUBTFUL):
        return True
    if is_about_copy(said) and len(frame.added) >= _SEVERAL:
        return True
    small = posted.text[:1].islower() and not place.text[:1].islower()
    return (small or may_be_talk(said)) and likeness.score < NEAR_DOUBTFUL


def _heads(posted: Stretch, frame: _Frame) -> bool:
    """Whether a colon sets words of the posting's own before the rest, “Cut this: …”, and nobody speaks in them."""
    head = _HEAD.match(frame.ours)
    before = {at for at in frame.here if head and posted.words[at].end <= head.end(1)}
    if _HEAD.match(frame.theirs) and not before <= frame.added:
        return False
    return bool(before & frame.added) and not _CUES.intersection(posted.forms[at] for at in before)


def _reports(posted: Stretch, place: Stretch, likeness: Likeness, frame: _Frame) -> bool:
    """Whether what is quoted is reported as the draft reports it: in marks, and with an attribution as it has."""
    if place.marked() and not _MARK.search(posted.text):
        quoted = set(range(len(place.words))) - set(frame.there)
        reworded = len(quoted & set(likeness.draft_only)) >= len(quoted) * _REWORDED
        return bool(frame.there) and reworded and len(frame.gone) <= len(frame.there) / 2
    if not frame.here or not posted.marked():
        return len(frame.added) <= (1 - _KEPT) * len(frame.here) or len(frame.added) <= len(frame.gone) + 1
    kept = (len(frame.here) - len(frame.added)) / len(frame.here)
    held = (len(frame.there) - len(frame.gone)) / len(frame.there) if frame.there else 0.0
    if kept >= _KEPT and held >= _KEPT:
        return True
    return bool(_CUES.intersection(posted.forms[at] for at in frame.here)) and len(frame.added) <= len(frame.gone) + 4
