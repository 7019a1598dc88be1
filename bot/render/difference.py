"""The words that differ between a draft and its source, cut into runs that a face can mark.

A run is text with a mark: none for words that stand in both, ``changed`` for words that stand on this side
only, ``gap`` for a long stretch that was left out of view.  Joined, the runs of a side give its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.language.text import words
from bot.models import Edit

Mark = Literal["", "changed", "gap"]
IN_VIEW = 12  # words kept on each side of a difference: one line of the page
LONGEST = 60  # words of an unmarked passage before its middle leaves the view
COMPARED = 400  # words: longer passages are shown without marks, since comparing them is quadratic
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words and how it is marked."""

    text: str
    mark: Mark = ""


Span = tuple[int, int]
_Token = tuple[str, int, int]


def runs(text: str, spans: Iterable[Span]) -> tuple[Run, ...]:
    """The text with these spans (code points of it, half-open) marked as changed; overlaps are joined."""
    out: list[Run] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            out.append(Run(text[at:start]))
        out.append(Run(text[start:end], "changed"))
        at = end
    if at < len(text):
        out.append(Run(text[at:]))
    return tuple(out)


def draft_runs(text: str, start: int, diff: Iterable[Edit]) -> tuple[Run, ...]:
    """The draft's side of a diff; ``start`` is where ``text`` stands in the article."""
    return runs(text, [(edit.draft_start - start, edit.draft_end - start) for edit in diff])


def verified_runs(text: str, diff: Iterable[Edit]) -> tuple[Run, ...]:
    """The verified side of a diff."""
    return runs(text, [(edit.verified_start, edit.verified_end) for edit in diff])


def compared(ours: str, theirs: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Two wordings of one thing, each with the words marked that the other has not."""
    left, right = ([(word.form, word.start, word.end) for word in words(text)] for text in (ours, theirs))
    return _marked(ours, left, theirs, right)


def revised(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Two versions of a paragraph, each with what the other has not: marks and capitals count here."""
    left, right = ([(word.group(), *word.span()) for word in _WORD.finditer(text)] for text in (before, after))
    return _marked(before, left, after, right)


def _marked(
    ours: str, left: Sequence[_Token], theirs: str, right: Sequence[_Token]
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    if max(len(left), len(right)) > COMPARED:
        return runs(ours, ()), runs(theirs, ())
    matcher = SequenceMatcher(None, [token[0] for token in left], [token[0] for token in right], autojunk=False)
    mine: list[Span] = []
    other: list[Span] = []
    for op, a, b, c, d in matcher.get_opcodes():
        if op != "equal" and b > a:
            mine.append((left[a][1], left[b - 1][2]))
        if op != "equal" and d > c:
            other.append((right[c][1], right[d - 1][2]))
    return runs(ours, mine), runs(theirs, other)


def abridged(side: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with long unmarked stretches shortened to the words next to a difference."""
    if len(side) == 1 and not side[0].mark:
        return _shortened(side[0].text, LONGEST // 2, LONGEST // 2)
    out: list[Run] = []
    for index, run in enumerate(side):
        if run.mark:
            out.append(run)
            continue
        out.extend(_shortened(run.text, IN_VIEW if index else 0, IN_VIEW if index + 1 < len(side) else 0))
    return tuple(out)


def _shortened(text: str, head: int, tail: int) -> tuple[Run, ...]:
    """The first and last words of a text, with a gap between where more than a few would be left out."""
    found = list(_WORD.finditer(text))
    if len(found) <= head + tail + 4:
        return (Run(text),)
    out: list[Run] = []
    if head:
        out.append(Run(text[: found[head - 1].end()] + " "))
    out.append(Run("[…]", "gap"))
    if tail:
        out.append(Run(" " + text[found[-tail].start() :]))
    return tuple(out)


def passage(text: str, start: int, end: int, reach: int = 60) -> tuple[Run, ...]:
    """The words around a span of a long text, with the span marked; ``reach`` is in characters."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    before, after = _after_break(text[low:start], low > 0), _before_break(text[end:high], high < len(text))
    marked = Run(" ".join(text[start:end].split()), "changed")
    return tuple(run for run in (Run(before), marked, Run(after)) if run.text)


def _after_break(text: str, cut: bool) -> str:
    """What stands before the span in its own line, from a whole word on."""
    line = re.split(r"[\r\n]", text)[-1]
    if cut and line == text:
        return "…" + line.partition(" ")[2]
    return line


def _before_break(text: str, cut: bool) -> str:
    """What stands after the span in its own line, up to a whole word."""
    line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    if cut and line == text:
        return line.rpartition(" ")[0] + "…"
    return line
