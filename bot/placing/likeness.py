"""How like two stretches of text are, by the words that both have in the same order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.language.commonness import STOP_WORDS
from bot.placing.stretch import Stretch

_STOP_WORD = 0.3
"""“the”, “of”, “said” stand in the same order in any two paragraphs: three of them count like one other word."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words of a posting and of a draft side by side.

    ``score`` is 1 for the same words and 0 for none in common; ``run`` is the longest run of words in both,
    ``head`` how many they begin with alike; ``posted_only`` and ``draft_only`` number the words of one alone.
    """

    score: float
    run: int
    head: int
    posted_only: tuple[int, ...]
    draft_only: tuple[int, ...]


def weight(forms: Collection[str]) -> float:
    """What words weigh together."""
    return len(forms) - (1 - _STOP_WORD) * sum(map(STOP_WORDS.__contains__, forms))


def liken(posted: Stretch, draft: Stretch) -> Likeness:
    """The likeness of what was posted to a stretch of the draft."""
    from rapidfuzz.distance import LCSseq

    ours, theirs = posted.forms, draft.forms
    run = head = 0
    posted_only: list[int] = []
    draft_only: list[int] = []
    for step in LCSseq.opcodes(ours, theirs):
        if step.tag == "equal":
            run = max(run, step.src_end - step.src_start)
            head = step.src_end if step.src_start == step.dest_start == 0 else head
        else:
            posted_only += range(step.src_start, step.src_end)
            draft_only += range(step.dest_start, step.dest_end)
    alone = weight([ours[at] for at in posted_only]) + weight([theirs[at] for at in draft_only])
    whole = weight(ours) + weight(theirs)
    return Likeness(1 - alone / whole if whole else 0.0, run, head, tuple(posted_only), tuple(draft_only))


def shared(posted: Sequence[str], draft: Sequence[str]) -> int:
    """How many words stand in both in the same order."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(posted, draft)
