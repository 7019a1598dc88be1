"""Single quotation marks, as British papers use them, told apart from apostrophes.

A mark at the start of a word opens, unless the word is one that drops its first letters ('em, '90s); the mark
that closes it is never inside a word, and after an s only where nothing better follows (the drivers' fault).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.marks.structure import Paragraph, Role
from bot.models import UnpairedMark


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: their place without the marks, and the place with them.

    ``closed`` is False where the closing mark is missing; ``run`` is shared by the paragraphs of one
    quotation that opens again in each of them.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    single: bool = False
    run: int | None = None


_SINGLE = re.compile(r"['‘’‛`´‹›‚]")
_ELIDED = re.compile(
    r"(?:em|n|til|till|tis|twas|twere|twill|cause|cos|cuz|round|bout|fore|neath|tween|gainst|nuff|fraid|ere|is|"
    r"appen|owt|hood|burbs|kay|sup|Tis|Twas|Til|Cause|Round|Bout|Em|N)(?![\w-])|\d\d['’]?s\b",
)
_YEAR = re.compile(r"\d\d(?!\w)")
_YEAR_AFTER = re.compile(r"\b(?:of|in|since|from|the|by|until|early|late|mid|to|and|summer|winter|class)[ -]$", re.I)
_DROPPED = re.compile(r"(?:\w(?:in|an|o|th)|\b(?:o|an|th|ol|wi|de))$")
_FIRM = '.,!?…;:—–)]}"”»'
_AFTER = '.,;:!?)]}"”»—–-/'
_BEFORE = '([{—–-/"“«|'
_SHOWN = 160
_LEAD = re.compile(r"[:,][ ]$")


def pair_singles(
    text: str, paragraphs: Sequence[Paragraph], doubles: Sequence[Sequence[Marked]]
) -> tuple[tuple[Marked, ...], tuple[UnpairedMark, ...]]:
    """Every outermost pair of the article, double and single, in reading order; and single marks left open."""
    out: list[Marked] = []
    unpaired: list[UnpairedMark] = []
    run: int | None = None
    for number, paragraph in enumerate(paragraphs):
        pairs, left_open = _pairs(text, paragraph, doubles[number])
        if run is not None and pairs and pairs[0].outer_start == paragraph.start:
            pairs[0] = replace(pairs[0], run=run)
        if left_open is not None and _opens(text, paragraphs, number + 1):
            run = -number - 1 if run is None else run
            pairs.append(Marked(left_open + 1, paragraph.end, left_open, paragraph.end, False, True, run))
        else:
            run = None
            if left_open is not None and _meant(text, paragraph, left_open):
                unpaired.append(UnpairedMark(left_open, min(paragraph.end, left_open + _SHOWN)))
        out.extend(_merged(doubles[number], pairs))
    return tuple(out), tuple(unpaired)


def _opens(text: str, paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a paragraph opens with a single mark, and so goes on with what the one before left open."""
    if number >= len(paragraphs) or paragraphs[number].role is not Role.BODY:
        return False
    start = paragraphs[number].start
    return text[start] in "'‘" and not _elided(text, start, start)


def _meant(text: str, paragraph: Paragraph, mark: int) -> bool:
    """Whether an unclosed single mark was meant to open a quotation: at the start, or after a colon."""
    if paragraph.role is not Role.BODY or len(text[mark : paragraph.end].split()) < 4:
        return False
    return mark == paragraph.start or bool(_LEAD.search(text, paragraph.start, mark))


def _merged(doubles: Sequence[Marked], singles: Sequence[Marked]) -> list[Marked]:
    inside = [pair for pair in doubles if not any(_holds(single, pair) for single in singles)]
    return sorted([*inside, *singles], key=lambda pair: pair.outer_start)


def _holds(outer: Marked, inner: Marked) -> bool:
    return outer.outer_start <= inner.outer_start and inner.outer_end <= outer.outer_end


def _pairs(text: str, paragraph: Paragraph, doubles: Sequence[Marked]) -> tuple[list[Marked], int | None]:
    """The single pairs of one paragraph, and the last opener that found no closer."""
    marks = _outside(text, paragraph, doubles)
    openers = [at for at, mark in enumerate(marks) if _is_opener(text, paragraph, mark)]
    pairs: list[Marked] = []
    left_open: int | None = None
    for number, at in enumerate(openers):
        limit = openers[number + 1] if number + 1 < len(openers) else len(marks)
        low = text[marks[at]] == "‚"
        closer = _closer(text, paragraph, marks[at + 1 : limit], low)
        if closer is None or any(_straddles(pair, marks[at], closer) for pair in doubles):
            left_open = marks[at]
            continue
        left_open = None
        start, end = marks[at] + 1, closer
        while start < end and text[start].isspace():
            start += 1
        if end > start:
            pairs.append(Marked(start, end, marks[at], closer + 1, single=True))
    return pairs, left_open


def _outside(text: str, paragraph: Paragraph, doubles: Sequence[Marked]) -> list[int]:
    """The single marks that stand outside every double pair."""
    out, number = [], 0
    for found in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = found.start()
        while number < len(doubles) and doubles[number].outer_end <= at:
            number += 1
        if number == len(doubles) or not doubles[number].outer_start < at < doubles[number].outer_end:
            out.append(at)
    return out


def _straddles(pair: Marked, start: int, end: int) -> bool:
    return (pair.outer_start < start < pair.outer_end) != (pair.outer_start < end < pair.outer_end)


def _is_opener(text: str, paragraph: Paragraph, mark: int) -> bool:
    before = text[mark - 1] if mark > paragraph.start else " "
    after = text[mark + 1] if mark + 1 < paragraph.end else " "
    if not (before.isspace() or before in _BEFORE) or text[mark] in "´›":
        return False
    if not (after.isalnum() or after in '…$£€[("“.¿¡') or (text[mark] == "’" and not after.isupper()):
        return False
    return not _elided(text, mark, paragraph.start)


def _elided(text: str, mark: int, first: int) -> bool:
    if _ELIDED.match(text, mark + 1):
        return True
    return bool(_YEAR.match(text, mark + 1) and _YEAR_AFTER.search(text, max(first, mark - 10), mark))


def _closer(text: str, paragraph: Paragraph, marks: Sequence[int], low: bool) -> int | None:
    """The first mark that surely closes, else the last one after an s that could; what ‚ opens a ‘ closes."""
    doubtful: list[int] = []
    for mark in marks:
        before = text[mark - 1]
        after = text[mark + 1] if mark + 1 < paragraph.end else " "
        if low and text[mark] == "‘" and not after.isalnum():
            return mark
        if before.isspace() or after.isalnum() or text[mark] in "‘‛‹":
            continue
        if before in _FIRM:
            return mark
        if before in "sS" or _DROPPED.search(text, max(paragraph.start, mark - 4), mark):
            doubtful.append(mark)
        elif after.isspace() or after in _AFTER:
            return mark
    ended = [mark for mark in doubtful if mark + 1 >= paragraph.end or text[mark + 1] in _AFTER]
    return next(iter(ended or doubtful), None)
