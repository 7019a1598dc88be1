"""A text as a reader sees it: without the characters that have no shape, and disguised words as what they pass for.

Quotes, names and dates are read from it and words compared in it, so that a zero-width space in the middle of a word
or a Cyrillic letter in a Latin one hides nothing.  Every place in it has its place in the text as it was written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.lookalikes import FOREIGN, undisguised
from bot.models import Article, Dropped

HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f"
)
"""Characters without a shape, as a class of a pattern: controls, soft hyphens, zero-width and direction characters."""

_HIDDEN = re.compile(f"[{HIDDEN}]+")
_UNUSUAL = re.compile(f"[{HIDDEN}{FOREIGN}]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as a reader sees it; ``starts`` are the places in it where hidden characters are left out before,
    ``shifts`` how many are left out up to there.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where a character of the text stands as it was written."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands as it was written, hidden characters within it included."""
        return (self.place(start), self.place(end - 1) + 1) if end > start else (self.place(start), self.place(start))

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The same from the character before it to the one after, as what stands between two marks."""
        return (self.place(start - 1) + 1 if start else 0), self.place(end)

    def index(self, at: int) -> int:
        """Where a character as it was written stands in the text; of a hidden one, where the next does."""
        written = [start + shift for start, shift in zip(self.starts, self.shifts, strict=True)]
        last = bisect_right(written, at) - 1
        following = self.starts[last + 1] if last + 1 < len(self.starts) else len(self.text)
        return min(at - self.shifts[last], following)


def seen(text: str, gaps: Sequence[tuple[int, int]] = ()) -> Seen | None:
    """The text as a reader sees it, None where that is the text as it is written.

    Each of ``gaps``, white space in which a program broke a line, is one space in it.
    """
    if not gaps and not _UNUSUAL.search(text):
        return None
    spaced = _spaced(text, gaps)
    hidden = sorted([*(found.span() for found in _HIDDEN.finditer(text)), *_all_but_one(gaps)])
    shown = undisguised("".join(spaced[start:end] for start, end in _between(hidden, len(text))))
    if shown == text:
        return None
    starts, shifts = [0], [0]
    for start, end in hidden:
        at, gone = start - shifts[-1], shifts[-1] + end - start
        if at == starts[-1]:
            shifts[-1] = gone
        else:
            starts.append(at)
            shifts.append(gone)
    return Seen(shown, tuple(starts), tuple(shifts))


def _spaced(text: str, gaps: Sequence[tuple[int, int]]) -> str:
    """The text with a space at the end of each gap."""
    edges = [0, *(end for _, end in gaps)]
    parts = [f"{text[start : end - 1]} " for start, end in pairwise(edges)]
    return "".join([*parts, text[edges[-1] :]])


def _all_but_one(gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((start, end - 1) for start, end in gaps if end - start > 1)


def _between(spans: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What is left of a text without these spans."""
    at = 0
    for start, end in spans:
        yield at, start
        at = end
    yield at, length


def without_hidden(text: str) -> str:
    """The text without the characters that have no shape."""
    return _HIDDEN.sub("", text)


def as_seen(text: str) -> str:
    """The text as a reader sees it, without the way back."""
    shown = seen(text)
    return text if shown is None else shown.text


def article_as_seen(article: Article, shown: Seen) -> Article:
    """The article with the text that a reader sees, its lines of furniture where they stand in it."""
    dropped = tuple(Dropped(shown.index(one.start), shown.index(one.end), one.reason) for one in article.dropped)
    title = None if article.title is None else as_seen(article.title)
    return replace(article, text=shown.text, title=title, dropped=dropped)
