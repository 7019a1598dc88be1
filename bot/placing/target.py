"""What of a draft a posted paragraph would replace: paragraphs, some of the sentences of one, or a quotation alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bot.placing.chatter import outside, words_outside
from bot.placing.correction import FEWEST_WORDS, corrects
from bot.placing.draft import Draft
from bot.placing.likeness import Likeness, liken, weight
from bot.placing.stretch import Stretch, stretch

NEAR_QUOTATION = 0.7
FEWEST_QUOTED = 4
"""“We will not close a depot” for “We will close a depot”: a quotation alone has no attribution to be known by."""
PART = 0.6
"""A posting of less than this share of a paragraph corrects the sentences it resembles, and the others stay;"""
CUT = 0.5
"""… where it changes nothing of them, from this share on the others were cut."""
_JOINED = 8
_HALF = 0.5
"""A neighbour was joined to the paragraph only where half of its words stand in the posting too."""
_SENTENCES = 12


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the draft, and how near it comes; ``first`` to ``last`` are the paragraphs that it touches.

    ``quotation`` says that only the words between marks are meant.
    """

    place: Stretch
    first: int
    last: int
    likeness: Likeness
    quotation: bool = False

    @property
    def nearness(self) -> float:
        """The score, a little higher where both begin alike: of two twins the one with the same name in front."""
        return self.likeness.score + 0.02 * self.likeness.head / (len(self.place.words) + 1)


def targets(posted: Stretch, draft: Draft) -> list[Target]:
    """The places that a posted paragraph may be a correction of, nearest first; only those where it stands as it is."""
    same = draft.alike.get(posted.text, ())[:_JOINED]
    if same:
        return [Target(draft.parts[at], at, at, liken(posted, draft.parts[at])) for at in same]
    if len(posted.words) < FEWEST_WORDS:
        return []
    found: dict[tuple[int, int], Target] = {}
    for at in draft.nearest(posted):
        target = _target(posted, draft.parts, at)
        quoted = _quotation(posted, target)
        target = quoted or target
        if quoted or corrects(posted, target.place, target.likeness):
            found.setdefault((target.place.start, target.place.end), target)
    return sorted(found.values(), key=lambda one: -one.nearness)


def _target(posted: Stretch, draft: Sequence[Stretch], at: int) -> Target:
    """The nearest place in a paragraph: all of it with what follows or goes before, or a few sentences of it."""
    whole = Target(draft[at], at, at, liken(posted, draft[at]))
    if len(posted.words) > len(draft[at].words):
        return _joined(posted, draft, whole)
    part = _sentences(posted, whole)
    share = len(posted.words) / len(draft[at].words)
    changed = bool(part.likeness.posted_only or part.likeness.draft_only)
    return part if share < (PART if changed else CUT) else whole


def _joined(posted: Stretch, draft: Sequence[Stretch], target: Target) -> Target:
    """The paragraph with its neighbours as long as that comes nearer: the posting may be several of them joined."""
    ours = frozenset(posted.forms)
    while target.last - target.first < _JOINED:
        wider = [target]
        for first, last, new in ((target.first - 1, target.last, 0), (target.first, target.last + 1, -1)):
            if 0 <= first and last < len(draft):
                parts = draft[first : last + 1]
                if weight(ours.intersection(parts[new].forms)) >= _HALF * weight(frozenset(parts[new].forms)):
                    place = _over(parts)
                    wider.append(Target(place, first, last, liken(posted, place)))
        best = max(wider, key=lambda one: one.likeness.score)
        if best is target:
            break
        target = best
    return target


def _over(parts: Sequence[Stretch]) -> Stretch:
    """Several paragraphs as one stretch; of the text between them only its length counts."""
    start, text = parts[0].start, ""
    for one in parts:
        text = text.ljust(one.start - start) + one.text
    return stretch(text, start)


def _sentences(posted: Stretch, whole: Target) -> Target:
    """The run of sentences in a paragraph that comes nearest to the posting."""
    spans = whole.place.sentences()
    if len(spans) < 2:
        return whole
    missing = set(whole.likeness.draft_only)
    kept, total = [0.0] * (len(spans) + 1), [0.0] * (len(spans) + 1)
    ends = [end for _, end in spans]
    for at, word in enumerate(whole.place.words):
        number = min(bisect_right(ends, word.start), len(spans) - 1) + 1
        total[number] += weight((word.form,))
        kept[number] += weight((word.form,)) * (at not in missing)
    kept, total = list(accumulate(kept)), list(accumulate(total))
    ours = weight(posted.forms)

    def near(run: tuple[int, int]) -> float:
        first, last = run
        return 2 * (kept[last] - kept[first]) / (ours + total[last] - total[first])

    runs = ((i, j) for i in range(len(spans)) for j in range(i + 1, min(i + _SENTENCES, len(spans)) + 1))
    first, last = max(runs, key=near)
    place = whole.place.part(spans[first][0], spans[last - 1][1])
    return replace(whole, place=place, likeness=liken(posted, place))


def _quotation(posted: Stretch, target: Target) -> Target | None:
    """The words between marks alone, where nothing but a quotation was posted and the draft says who spoke it."""
    inner = _only_quotation(posted)
    if inner is None or len(inner.words) < FEWEST_QUOTED or not words_outside(target.place, outside(target.place)):
        return None
    best = None
    for mark in target.place.marked():
        place = bare(target.place.part(mark.start, mark.end))
        likeness = liken(inner, place)
        if likeness.score >= NEAR_QUOTATION and (best is None or likeness.score > best.likeness.score):
            best = Target(place, target.first, target.last, likeness, quotation=True)
    return best


def _only_quotation(posted: Stretch) -> Stretch | None:
    marked = posted.marked()
    if len(marked) != 1 or not marked[0].closed or words_outside(posted, outside(posted)):
        return None
    return posted.part(marked[0].start, marked[0].end)


def bare(quotation: Stretch) -> Stretch:
    """A quotation without the comma or stop before its closing mark: that belongs to the sentence around it."""
    return quotation.part(0, len(quotation.text.rstrip(" ,.")))


def spoken(posted: Stretch) -> Stretch:
    """What stands between the marks of a posting that is nothing but a quotation."""
    return bare(_only_quotation(posted) or posted)
