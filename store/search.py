"""Which verified quotes could share words with a draft's: found through an index, never by a scan.

Complete by construction: a shared run of five words is a window of three overlapping runs of three, and a quote that
holds it stands in all three of their lists, which the database puts side by side from the shortest on; quotes of up
to seven words one edit away are found too.  The one cut is at ``CAP`` quotes and is told (``truncated``).  See
``store.keys`` for what a quote is kept under, and ``store.ranking`` for the order of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log

from bot.language.text import forms, search_forms
from store.keys import GRAM, SHORT, gram_keys, short_keys
from store.postings import Postings

READ = 32  # a list of up to so many ids is read at once; research: 31 reads and 621 rows a query at 1M quotes
WINDOW = 3  # runs of three words in a window of five words
LESS = 24  # quotes that share fewer words in a row, and all that tie with the last of them
CAP = 4_000
PHRASES = 200
FIRST_COUNT, DEEPER, DEEPEST = 1_024, 16, 262_144
MAX_WORDS = 5_000

Words = tuple[str, ...]
Window = tuple[int, ...]
_OMISSION = re.compile(r"…|\.(?:\s?\.){2,}|[\[(]\s*(?:…|\.{3})\s*[\])]")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_BRACKET = re.compile(r"[\[\]]")


@dataclass(slots=True)
class Gathered:
    """Quotes that an index gave: a weight each (rare shared runs weigh more), and those kept for certain."""

    weights: dict[int, float] = field(default_factory=dict)
    certain: set[int] = field(default_factory=set)
    truncated: bool = False

    def add(self, ids: Sequence[int], size: int) -> None:
        """Counts one shared run for each of these quotes."""
        weight = log(1 + size / max(len(ids), 1))
        for one in ids:
            self.weights[one] = self.weights.get(one, 0.0) + weight


def wordings(text: str) -> list[Words]:
    """The word sequences to look for: the text as it stands, and as its omissions and brackets let it be read.

    Those are the parts between … and [ ], what a bracket holds, a bracket round part of a word (``[H]e``)
    read as the word, and the text with its brackets left out.  The first one is the text as it stands.
    """
    found = [search_forms(text)]
    if _OMISSION.search(text) or _BRACKETED.search(text):
        parts = [part for stretch in _OMISSION.split(text) for part in _BRACKETED.split(stretch)]
        readings = [_BRACKET.sub("", text), _BRACKETED.sub(" ", text), *_BRACKETED.findall(text), *parts]
        found.extend(search_forms(reading) for reading in readings)
    return [words[:MAX_WORDS] for words in dict.fromkeys(found) if words]


def gather(postings: Postings, sequences: Sequence[Words], speaker: str | None = None) -> Gathered:
    """Every quote of one scope that shares five running words with a sequence, or is nearly it if short."""
    gathered = Gathered(truncated=any(len(words) == MAX_WORDS for words in sequences))
    runs = [gram_keys(words) for words in sequences]
    heads = postings.heads({key for run in runs for key in run}, READ + 1)
    for ids in heads.values():
        if len(ids) <= READ:
            gathered.add(ids, postings.size)
    windows = list(dict.fromkeys(window for run in runs for window in _windows(run, heads)))
    certain = _gather_long_runs(postings, windows, heads, gathered)
    _keep_rarest(gathered, certain)
    _gather_fragments(postings, sequences, forms(speaker or "")[-1:], gathered)
    _gather_short(postings, sequences, gathered)
    return _capped(gathered)


def _gather_long_runs(
    postings: Postings, windows: Sequence[Window], heads: Mapping[int, list[int]], gathered: Gathered
) -> set[int]:
    """Adds and gives the quotes that stand in all the lists of a window, and so share its five words.

    Lists that were read whole are laid side by side here; the database does it for the windows with a longer one.
    """
    whole = {key: set(ids) for key, ids in heads.items() if len(ids) <= READ}
    found: set[int] = set()
    left: list[Window] = []
    for window in windows:
        read = [whole[key] for key in window if key in whole]
        shared = read[0].intersection(*read[1:]) if read else set[int]()
        if len(read) == len(window):
            found |= shared
        elif shared or not read:
            left.append(window)
    counts = {key: len(ids) for key, ids in heads.items()}
    counts |= _counted(postings, [window for window in left if min(counts[key] for key in window) > READ])
    least_first = [tuple(sorted(window, key=counts.__getitem__)) for window in left]
    for window, ids in zip(least_first, postings.shared(least_first, CAP + 1), strict=True):
        gathered.truncated |= len(ids) > CAP
        found.update(ids)
        if counts[window[0]] > READ:
            gathered.add(ids, postings.size)
    return found


def _counted(postings: Postings, windows: Sequence[Window]) -> dict[int, int]:
    """How long the lists of these windows are, so far as it takes to tell the shortest of each."""
    counts: dict[int, int] = {}
    limit, wanted = FIRST_COUNT, {key for window in windows for key in window}
    while wanted:
        counts.update(postings.counts(wanted, limit))
        if limit >= DEEPEST:
            break
        wanted = {key for window in windows if min(counts[key] for key in window) >= limit for key in window}
        limit *= DEEPER
    return counts


def _keep_rarest(gathered: Gathered, certain: Set[int]) -> None:
    """Lets go of what shares no five words, but for the quotes that share the rarest and the most runs."""
    others = sorted(gathered.weights.keys() - certain, key=lambda one: (-gathered.weights[one], one))
    if len(others) > LESS:
        last = gathered.weights[others[LESS - 1]]
        for one in others[LESS:]:
            if gathered.weights[one] < last:
                del gathered.weights[one]


def _windows(run: Sequence[int], heads: Mapping[int, list[int]]) -> Iterator[Window]:
    """The windows of a sequence's keys whose every key some quote holds; a short sequence is one window."""
    width = min(WINDOW, len(run))
    for at in range(len(run) - width + 1 if width else 0):
        window = tuple(run[at : at + width])
        if all(key in heads for key in window):
            yield window


def _gather_fragments(postings: Postings, sequences: Sequence[Words], surname: Words, gathered: Gathered) -> None:
    """Adds what holds one or two words in a row, where those are all there is to look for."""
    brief = [words for words in sequences if len(words) < GRAM]
    if brief and (len(brief) == len(sequences) or not gathered.weights):
        for words in brief:
            if surname:
                _keep(postings, postings.phrase(words, PHRASES, surname), PHRASES, gathered)
            _keep(postings, postings.phrase(words, PHRASES + 1), PHRASES, gathered)


def _gather_short(postings: Postings, sequences: Sequence[Words], gathered: Gathered) -> None:
    """Adds the same whole wordings, and the short ones one edit away."""
    whole = [words for words in sequences if GRAM <= len(words) <= SHORT + 1 or words is sequences[0]]
    near = {key for words in whole for key in short_keys(words, SHORT + 1)}
    for ids in postings.heads(near, CAP + 1).values():
        _keep(postings, ids, CAP, gathered)


def _keep(postings: Postings, ids: Sequence[int], limit: int, gathered: Gathered) -> None:
    gathered.truncated |= len(ids) > limit
    gathered.add(ids[:limit], postings.size)
    gathered.certain.update(ids[:limit])


def _capped(gathered: Gathered) -> Gathered:
    """The heaviest ``CAP`` quotes, where there are more."""
    if len(gathered.weights) <= CAP:
        return gathered
    heaviest = sorted(gathered.weights, key=lambda one: (-gathered.weights[one], one))[:CAP]
    weights = {one: gathered.weights[one] for one in heaviest}
    return Gathered(weights, gathered.certain & weights.keys(), truncated=True)
