"""Quotation marks and their partners: double and single, curly, straight, mixed, and the odd ones.

Doubles are paired within a paragraph by their shape (what stands on either side) and by what is open; singles
only outside doubles, and an apostrophe is never taken for one.  A paragraph that opens and does not close is
right where the next one opens again or closes for it.  All else that lacks a partner is reported, and never
swallows more than its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.marks.single import Marked, pair_singles
from bot.marks.structure import Paragraph, Role
from bot.models import UnpairedMark

_DOUBLE = re.compile(r"''|``|[\"“”„‟″«»＂]")
_OPENING = "([{—–-/‘'“«<…"
_CLOSING = ".,;:!?)]}—–-/’'”»>…"
_MEASURE = re.compile(r"\d ?['’′] ?\d{1,2}(?:\.\d)?$")
_SPEECH = (
    "said|says|added|adds|told|explained|recalled|replied|asked|wrote|insisted|warned|argued|continued|admitted|noted"
)
_NAMED = "[A-Z][\\w.’'-]*"
_CUE_END = re.compile(
    rf"[,!?](?= (?:{_SPEECH}) (?:[A-Z]|the |a |an |his |her |one )"
    rf"|(?: {_NAMED}){{1,4}} (?:{_SPEECH})\b| (?:he|she|they|I|we|it) (?:{_SPEECH})\b)"
)
_CUE_LAST = re.compile(
    rf", (?:(?:{_SPEECH})(?: {_NAMED}){{1,4}}|(?:{_NAMED} ){{1,4}}(?:{_SPEECH})|(?:he|she|they) (?:{_SPEECH}))\.?$"
)
_SHOWN = 160
_MOST = 12


@dataclass(slots=True)
class _Paired:
    """What one paragraph's marks come to: pairs, openers left open, closers with nothing to close."""

    pairs: list[Marked]
    open: list[tuple[int, int]]
    stray: list[tuple[int, int]]
    run: int | None = None


def pair_marks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Marked, ...], tuple[UnpairedMark, ...]]:
    """The outermost pairs of marks in reading order, and the marks whose partner is missing."""
    read = [_doubles(text, paragraph) for paragraph in paragraphs]
    for at in range(len(paragraphs) - 1):
        _carry_over(text, paragraphs[at : at + 2], read[at : at + 2], at)
    unpaired: list[UnpairedMark] = []
    for paragraph, here in zip(paragraphs, read, strict=True):
        unpaired.extend(_leftovers(text, paragraph, here))
    doubles = [_outermost(here.pairs) for here in read]
    singles, open_singles = pair_singles(text, paragraphs, doubles)
    return singles, tuple(sorted([*unpaired, *open_singles], key=lambda mark: mark.start))


def _doubles(text: str, paragraph: Paragraph) -> _Paired:
    """One paragraph's double marks, paired by shape with a stack of what is open."""
    out = _Paired([], [], [])
    found = [(mark.start(), mark.end()) for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    low = text.find("„", paragraph.start, paragraph.end)
    for at, (start, end) in enumerate(found):
        shape = _shape(text, start, end, paragraph, low)
        if shape == "either":
            shape = "close" if out.open else "open"
        if shape == "close" and _is_measure(text, start, end, paragraph, bool(out.open), len(found) - at - 1):
            continue
        if shape == "open":
            out.open.append((start, end))
        elif out.open:
            opener = out.open.pop()
            out.pairs.append(_between(text, opener, (start, end)))
        else:
            out.stray.append((start, end))
    return out


def _shape(text: str, start: int, end: int, paragraph: Paragraph, low: int) -> str:
    """Whether a mark opens, closes, or could do either, by its own form and what stands beside it.

    ``low`` is the place of the paragraph's first „, which makes a “ after it a closing mark; -1 without one.
    """
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    left = before.isspace() or before in _OPENING
    right = after.isspace() or after in _CLOSING
    mark = text[start]
    if mark == "«" and right and not left:
        return "close"
    if mark in "„«" or (mark in "“‟" and not (right and not left)):
        return "close" if mark == "“" and 0 <= low < start else "open"
    if mark in "”»" and not (left and not right):
        return "close"
    if left == right:
        return "either"
    return "open" if left else "close"


def _is_measure(text: str, start: int, end: int, paragraph: Paragraph, is_open: bool, marks_after: int) -> bool:
    """Whether a mark after a figure means inches or seconds: 6' 2\", a 12\" record."""
    if not text[start - 1 : start].isdigit() or text[start] in "“«»„" or end - start > 1:
        return False
    if _MEASURE.search(text, max(paragraph.start, start - 8), start):
        return True
    follows = text[end : end + 2]
    return (not is_open or marks_after % 2 == 1) and follows[:1] == " " and follows[1:].islower()


def _between(text: str, opener: tuple[int, int], closer: tuple[int, int]) -> Marked:
    start, end = _trimmed(text, opener[1], closer[0])
    return Marked(start, end, opener[0], closer[1])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _outermost(pairs: list[Marked]) -> list[Marked]:
    out: list[Marked] = []
    for pair in sorted(pairs, key=lambda pair: (pair.outer_start, -pair.outer_end)):
        if pair.end > pair.start and (not out or pair.outer_start >= out[-1].outer_end):
            out.append(pair)
    return out


def _carry_over(text: str, paragraphs: Sequence[Paragraph], read: Sequence[_Paired], number: int) -> None:
    """Give an open paragraph its end where the next one opens again, or closes, for it."""
    (paragraph, following), (here, after) = paragraphs, read
    if not here.open or following.role is not Role.BODY:
        return
    opener = here.open[-1]
    run = here.run if here.run is not None and opener[0] == paragraph.start else number
    if _CUE_LAST.search(text, max(opener[1], paragraph.end - 80), paragraph.end):
        return
    opens_again = _DOUBLE.match(text, following.start) and text[following.start] not in "”»"
    if opens_again:
        _begin_next(text, following, after, run)
    elif not opens_again and _closes_first(after):
        closer = after.stray.pop(0)
        start, end = _trimmed(text, following.start, closer[0])
        after.pairs.append(Marked(start, end, following.start, closer[1], run=run))
    else:
        return
    here.open.pop()
    start, end = _trimmed(text, opener[1], paragraph.end)
    here.pairs = [pair for pair in here.pairs if pair.outer_end <= opener[0]]
    here.pairs.append(Marked(start, end, opener[0], paragraph.end, closed=False, run=run))


def _begin_next(text: str, following: Paragraph, after: _Paired, run: int) -> None:
    """Enter the pair that opens the next paragraph into the run; one that stays open is entered in its turn."""
    after.run = run
    after.pairs = [replace(pair, run=run) if pair.outer_start == following.start else pair for pair in after.pairs]


def _closes_first(after: _Paired) -> bool:
    first = min((pair.outer_start for pair in after.pairs), default=None)
    opened = min((start for start, _ in after.open), default=None)
    return bool(after.stray) and all(after.stray[0][0] < mark for mark in (first, opened) if mark is not None)


def _leftovers(text: str, paragraph: Paragraph, here: _Paired) -> list[UnpairedMark]:
    """What lacks a partner, a dozen at most; an opener whose end a cue shows still gives a quote."""
    out = []
    for start, end in here.open[:_MOST]:
        out.append(UnpairedMark(start, min(paragraph.end, start + _SHOWN)))
        nearest = min((pair.outer_start for pair in here.pairs if pair.outer_start > start), default=paragraph.end)
        cue = _CUE_END.search(text, end, nearest)
        if cue:
            first, last = _trimmed(text, end, cue.end())
            here.pairs = [pair for pair in here.pairs if not start < pair.outer_start < last]
            here.pairs.append(Marked(first, last, start, last, closed=False))
    for start, end in here.stray[:_MOST]:
        out.append(UnpairedMark(max(paragraph.start, start - _SHOWN), end))
    return out
