"""In which order verified quotes explain a draft's words, and which of many are worth aligning.

A score never judges: it orders.  What shares five running words is always kept; of the rest the best of
four rounds, each on the words that the winners before have left open, so that both sources of a splice stay
(research: 244 of 250 held-out splices had both in the first two).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from store.keys import GRAM, wordprint

KEEP = 16
WORTH, OF_ALL = 0.5, 0.9  # of what the best explains; where that is all, the others are its ties
ROUNDS = 4
ORDERED = 200  # of so many, the words in order are counted as well: the rest share fewer words than they do
LONG_RUN = 5
_BETWEEN = "\0"  # never the code of a word: no run goes over the end of a sequence


class _Stand(NamedTuple):
    """How one stored quote stands to the draft's words: which of them lie in shared runs, as a bit mask."""

    id: int
    shared: int
    long_run: bool
    order: int
    length: int


def ranked(
    sequences: Sequence[Sequence[str]], prints: Mapping[int, str], certain: Set[int]
) -> tuple[list[int], list[int]]:
    """The ids worth aligning, best first, and then the others that share words.

    Worth aligning is the winner of every round and what explains half as many words as it; ``prints`` are the
    wordprints of the gathered quotes, and those in ``certain`` are always worth it.
    """
    stands, whole = _stands(sequences, prints), (1 << len(sequences[0])) - 1 if len(sequences) == 1 else -1
    winners: list[int] = []
    kept: set[int] = {one.id for one in stands if one.long_run or one.id in certain}
    worth = set(certain)
    left = -1
    for _ in range(ROUNDS):
        best = _best(stands, left)
        if not best:
            break
        winners.append(best[0].id)
        kept.update(one.id for one in best)
        most = best[0].shared & left
        least = most.bit_count() * (OF_ALL if most == whole else WORTH)
        worth.update(one.id for one in best if (one.shared & left).bit_count() >= least)
        left &= ~best[0].shared
    first = dict.fromkeys([*winners, *(one.id for one in stands if one.id in worth)])
    return list(first), [one.id for one in stands if one.id in kept and one.id not in first]


def _stands(sequences: Sequence[Sequence[str]], prints: Mapping[int, str]) -> list[_Stand]:
    """Every quote's stand, those that share the most words first; then by words in order, length and age."""
    whole = wordprint(sequences[0]) if sequences else ""
    asked = _BETWEEN.join(wordprint(forms) for forms in sequences)
    runs = list(_places(asked).items())
    stands = []
    for one, stored in prints.items():
        begun = 0
        for run, places in runs:
            if run in stored:
                begun |= places
        shared = begun | begun << 1 | begun << 2
        stands.append((-shared.bit_count(), abs(len(stored) - len(whole)), one, shared, begun, stored))
    stands.sort()
    order = _in_order(whole, [stand[-1] for stand in stands[:ORDERED]])
    made = [
        _Stand(one, shared, _has_long_run(asked, begun, stored), order.get(at, 0), length)
        for at, (_, length, one, shared, begun, stored) in enumerate(stands)
    ]
    return sorted(made, key=lambda one: (-one.shared.bit_count(), -one.order, one.length, one.id))


def _in_order(whole: str, prints: Sequence[str]) -> dict[int, int]:
    """How many words of the draft's each print holds in their order."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import extract

    return {at: round(score) for _, score, at in extract(whole, prints, scorer=LCSseq.similarity, limit=None)}


def _has_long_run(asked: str, begun: int, stored: str) -> bool:
    """Whether the quote holds five running words of the draft: runs of three begin at three places on end there."""
    places = begun & begun >> 1 & begun >> 2
    while places:
        at = (places & -places).bit_length() - 1
        if asked[at : at + LONG_RUN] in stored:
            return True
        places &= places - 1
    return False


def _places(asked: str) -> dict[str, int]:
    """For every run of three words the mask of the places where it begins."""
    places: dict[str, int] = {}
    for at in range(len(asked) - GRAM + 1):
        run = asked[at : at + GRAM]
        if _BETWEEN not in run:
            places[run] = places.get(run, 0) | 1 << at
    return places


def _best(stands: Sequence[_Stand], left: int) -> Sequence[_Stand]:
    """The quotes that share the most of the words left open: ``KEEP`` of them, and all that tie with the last.

    The quotes come in that order for all of the words.
    """
    scored = [(-(one.shared & left).bit_count(), -one.order, one.length, one.id, one) for one in stands]
    if left != -1:
        scored = sorted(stand for stand in scored if stand[0])
    last = scored[KEEP - 1][:2] if len(scored) > KEEP else (0, 0)
    return [stand[-1] for stand in scored if stand[0] and stand[:2] <= last]
