"""In which order verified quotes explain a draft's words, and which of many are worth aligning.

A score never judges: it orders.  What shares five running words is always kept; of the rest the best of
four rounds, each on the words that the winners before have left open, so that both sources of a splice stay
(research: 244 of 250 held-out splices had both in the first two).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from store.keys import GRAM, wordprint

KEEP = 16
WORTH, OF_ALL = 0.5, 0.9  # of what the best explains; where that is all, the others are its ties
ROUNDS = 4
ORDERED = 200  # of so many, the words in order are counted as well: the rest share fewer words than they do
LONG_RUN = 5
_BETWEEN = "\0"  # never the code of a word: no run goes over the end of a sequence


@dataclass(frozen=True, slots=True)
class _Stand:
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
    from rapidfuzz.distance import LCSseq

    whole = wordprint(sequences[0]) if sequences else ""
    asked = _BETWEEN.join(wordprint(forms) for forms in sequences)
    runs = _places(asked)
    long_runs = {asked[at : at + LONG_RUN] for at in range(len(asked) - LONG_RUN + 1)}
    stands = []
    for one, stored in prints.items():
        shared = 0
        for run, places in runs.items():
            if run in stored:
                shared |= places
        long_run = shared.bit_count() >= LONG_RUN and any(
            stored[at : at + LONG_RUN] in long_runs for at in range(len(stored) - LONG_RUN + 1)
        )
        stands.append((-shared.bit_count(), abs(len(stored) - len(whole)), one, shared, long_run, stored))
    stands.sort(key=lambda stand: stand[:3])
    made = [
        _Stand(one, shared, long_run, LCSseq.similarity(whole, stored) if at < ORDERED else 0, length)
        for at, (_, length, one, shared, long_run, stored) in enumerate(stands)
    ]
    return sorted(made, key=lambda one: (-one.shared.bit_count(), -one.order, one.length, one.id))


def _places(asked: str) -> dict[str, int]:
    """For every run of three words the mask of the words it covers, wherever it stands."""
    places: dict[str, int] = {}
    for at in range(len(asked) - GRAM + 1):
        run = asked[at : at + GRAM]
        if _BETWEEN not in run:
            places[run] = places.get(run, 0) | 0b111 << at
    return places


def _best(stands: Sequence[_Stand], left: int) -> list[_Stand]:
    """The quotes that share the most of the words left open: ``KEEP`` of them, and all that tie with the last."""
    scored = [(-(one.shared & left).bit_count(), -one.order, one.length, one.id, one) for one in stands]
    scored = sorted(stand for stand in scored if stand[0])
    last = scored[KEEP - 1][:2] if len(scored) > KEEP else (0, 0)
    return [stand[-1] for stand in scored if stand[:2] <= last]
