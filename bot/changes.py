"""Two versions of a text, paragraph beside paragraph: reworded, put in, taken out.

Paragraphs are paired in their order: the same words first, and between those the nearest wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.paragraphs import paragraphs
from bot.models import Change

_MOST = 2_000  # paragraphs that differ: two texts of that size are not versions of one article
_TRIED = 10_000  # pairs between two paragraphs that stayed, before they are paired as they stand
_LONGEST = 2_000  # words of a paragraph that are compared, more than an article has: aligning is quadratic
_REWORDED = 0.5
"""“I did not stop the chair …” for “I stopped the chair …”: half of the words in order make it the same paragraph."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    words: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """A paragraph of each version, or of one; ``place`` is where the new paragraph before them ends."""

    old: _Paragraph | None
    new: _Paragraph | None
    place: int


class Versions:
    """The last version of a text beside the new one.

    Versions that differ in more than 2,000 paragraphs are not set side by side, since that would tell nothing.
    """

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        self._pairs = tuple(_paired(list(_read(before)), list(_read(after))))

    def changes(self) -> tuple[Change, ...]:
        """The paragraphs that differ in their words, in the order of the new version."""
        return tuple(self._change(pair) for pair in self._pairs if not _same(pair))

    def place_of(self, at: int) -> int:
        """Where a place of the last version would stand in the new one.

        In words that were taken out it is the place of the cut, at the end of what still stands before it.
        """
        held = [pair for pair in self._pairs if pair.old is not None and pair.old.start <= at]
        if not held or held[-1].old is None:
            return min(at, len(self._after))
        old, new = held[-1].old, held[-1].new
        if new is None:
            return held[-1].place
        return _in_words(self._before, old, at, self._after, new)

    def _change(self, pair: _Pair) -> Change:
        place = pair.place if pair.new is None else pair.new.start
        end = place if pair.new is None else pair.new.end
        if pair.old is None:
            return Change("", 0, place, end)
        return Change(self._before[pair.old.start : pair.old.end], pair.old.start, place, end)


def _same(pair: _Pair) -> bool:
    return pair.old is not None and pair.new is not None and pair.old.words == pair.new.words


def _read(text: str) -> Iterator[_Paragraph]:
    for start, end, _ in paragraphs(text):
        if words := tuple(text[start:end].split()):
            yield _Paragraph(words, start, end)


def _paired(old: Sequence[_Paragraph], new: Sequence[_Paragraph]) -> Iterator[_Pair]:
    """Every paragraph of both versions; none where they differ too much."""
    from rapidfuzz.distance import Indel

    before, after = [each.words for each in old], [each.words for each in new]
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(gone), len(come)) > _MOST:
        return
    yield from (_Pair(a, b, 0) for a, b in zip(old[:head], new[:head], strict=True))
    place, at, on = new[head - 1].end if head else 0, 0, 0
    for op in Indel.opcodes([each.words for each in gone], [each.words for each in come]):
        if op.tag != "equal":
            continue
        yield from _block(gone[at : op.src_start], come[on : op.dest_start], place)
        stayed = zip(gone[op.src_start : op.src_end], come[op.dest_start : op.dest_end], strict=True)
        yield from (_Pair(a, b, 0) for a, b in stayed)
        at, on, place = op.src_end, op.dest_end, come[op.dest_end - 1].end
    yield from _block(gone[at:], come[on:], place)
    yield from (_Pair(a, b, 0) for a, b in zip(old[len(old) - tail :], new[len(new) - tail :], strict=True))


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many paragraphs, or words, the two begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _block(old: Sequence[_Paragraph], new: Sequence[_Paragraph], place: int) -> Iterator[_Pair]:
    """What stands between two paragraphs that stayed, paired in order."""
    at = 0
    for each in old:
        partner = _partner(each, new, at, len(old))
        if partner is None:
            yield _Pair(each, None, place)
            continue
        yield from (_Pair(None, added, place) for added in new[at:partner])
        yield _Pair(each, new[partner], place)
        at, place = partner + 1, new[partner].end
    yield from (_Pair(None, added, place) for added in new[at:])


def _partner(old: _Paragraph, new: Sequence[_Paragraph], at: int, rows: int) -> int | None:
    """Which of the new paragraphs, from ``at`` on, is this one reworded: the nearest, of equals the first."""
    from rapidfuzz.distance import Indel

    reach = len(new) if rows * len(new) <= _TRIED else min(at + 1, len(new))
    words = old.words[:_LONGEST]
    scored = ((Indel.normalized_similarity(words, new[index].words[:_LONGEST]), -index) for index in range(at, reach))
    best, index = max(scored, default=(0.0, 0))
    return -index if best >= _REWORDED else None


def _in_words(before: str, old: _Paragraph, at: int, after: str, new: _Paragraph) -> int:
    """A place of a paragraph in its new wording: the end of the last word before it that is in both.

    Of a paragraph too long to be aligned, the last word before the first change.
    """
    from rapidfuzz.distance import Indel

    passed = sum(word.end() <= at for word in _WORD.finditer(before, old.start, old.end))
    ends = [word.end() for word in _WORD.finditer(after, new.start, new.end)]
    if max(len(old.words), len(new.words)) > _LONGEST:
        stayed = min(passed, _common(old.words, new.words))
        return ends[stayed - 1] if stayed else new.start
    kept = [op for op in Indel.opcodes(old.words, new.words) if op.tag == "equal" and op.src_start < passed]
    if not kept:
        return new.start
    last = kept[-1].dest_start + min(passed, kept[-1].src_end) - kept[-1].src_start
    return ends[last - 1]
