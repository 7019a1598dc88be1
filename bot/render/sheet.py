"""The article laid out for reading: its lines as paragraphs, cut into pieces at the bounds of every mark.

Marks may overlap (a wrong date inside a quote, two findings on one place): a piece carries the classes of
all marks over it and leads to the narrowest one.  Joined in order, the pieces and line ends of the sheet
are the article's text, with one kind of line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.paragraphs import lines, paragraphs
from bot.models import Article

_CROSSHEAD = re.compile(r"[^\W\d_][^\n\r.,:;!?“”\"…—–|@/]{2,44}")
_LONGEST_BYLINE = 70  # characters of a line between the headline and the story: author, place, date
_STORY = 60  # characters: a paragraph, not another short line
_LONGEST_HEADLINE = 120  # characters, as the longest that newspapers set


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the article: ``start`` and ``end`` in code points; equal for a point.

    ``card`` is the note that it leads to, empty where it only can be jumped to, under the name ``anchor``.
    ``classes`` say how it looks, ``sign`` and ``verdict`` stand in the margin (how grave, and how the wording
    stands), ``label`` is what a screen reader says, ``number`` is that of the printed note.
    """

    start: int
    end: int
    card: str
    classes: tuple[str, ...]
    sign: str = ""
    label: str = ""
    number: int | None = None
    verdict: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; ``mark`` is the narrowest with a note, ``over`` are all of them.

    ``opens`` are the marks that begin here (their signs stand here), ``closes`` those that end here.
    """

    text: str
    mark: Mark | None = None
    classes: str = ""
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()
    over: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the article, or several that make one paragraph.

    ``kind`` is ``headline``, ``byline``, ``crosshead``, ``paragraph``, ``blank`` or ``dropped``; ``reason``
    says why it was dropped; ``break_after`` is the line end that follows.
    """

    kind: str
    pieces: tuple[Piece, ...]
    break_after: str
    reason: str = ""

    @property
    def words(self) -> str:
        """Its text, without the line end that follows."""
        return "".join(piece.text for piece in self.pieces)


def blocks(article: Article, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The article's blocks in order."""
    cutter = _Cutter(article.text, marks)
    dropped = sorted((each.start, each.end, each.reason) for each in article.dropped)
    headline = _headline(article)
    out: list[Block] = []
    at = 0
    for start, end, stop in paragraphs(article.text):
        while at < len(dropped) and dropped[at][1] <= start:
            at += 1
        gone = at < len(dropped) and dropped[at][0] < end and end > start
        kind = "dropped" if gone else _kind(article.text, start, end, headline)
        pieces = tuple(cutter.pieces(start, end))
        out.append(Block(kind, pieces, "\n" if stop > end else "", dropped[at][2] if gone else ""))
    rest = tuple(cutter.pieces(len(article.text), len(article.text)))
    return tuple(_set([*out, Block("paragraph", rest, "")] if rest else out))


def _set(made: list[Block]) -> Iterator[Block]:
    """The blocks with the lines under the headline as bylines, and those that head a part as crossheads."""
    following = _following(made)
    above = any(block.kind == "headline" for block in made)
    begun = False
    for block, next_words in zip(made, following, strict=True):
        words = block.words.strip()
        if block.kind == "headline":
            begun = True
        if block.kind != "paragraph" or not words:
            yield block
        elif above and begun and len(words) <= _LONGEST_BYLINE and words[-1].isalnum():
            yield replace(block, kind="byline")
        else:
            above = False
            heads = _CROSSHEAD.fullmatch(words) and len(next_words) > _STORY
            yield replace(block, kind="crosshead") if heads else block


def _following(made: list[Block]) -> list[str]:
    """Of every block the words of the next one that is read."""
    out: list[str] = []
    later = ""
    for block in reversed(made):
        out.append(later)
        if block.kind == "paragraph" and (words := block.words.strip()):
            later = words
    return out[::-1]


def _kind(text: str, start: int, end: int, headline: int) -> str:
    if not text[start:end].strip():
        return "blank"
    one_line = not re.search(r"[\r\n]", text[start:end])
    return "headline" if start == headline and one_line else "paragraph"


def _headline(article: Article) -> int:
    """Where the headline stands, or -1: the line of the title, or a short first line of a longer text."""
    written = (line for line in lines(article.text) if article.text[line[0] : line[1]].strip())
    first, second = next(written, None), next(written, None)
    if first is None or second is None:
        return -1
    words = article.text[first[0] : first[1]].strip()
    if article.title is not None:
        return first[0] if words == article.title.strip() else -1
    return first[0] if len(words) <= _LONGEST_HEADLINE and not words.endswith((".", ":", ",")) else -1


class _Cutter:
    """Cuts the text at the bounds of the marks, from front to back."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._next = 0
        self._over: list[Mark] = []
        self._fresh: list[Mark] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of one line; lines are asked for in order."""
        at = start
        while True:
            yield from self._enter(at)
            self._over = [mark for mark in self._over if mark.end > at]
            if at >= end:
                return
            stop = min([end, *(mark.end for mark in self._over), *self._upcoming()])
            yield self._piece(at, stop)
            at = stop

    def _enter(self, at: int) -> Iterator[Piece]:
        """Takes up the marks that begin here; a point is a piece without text."""
        while self._next < len(self._marks) and self._marks[self._next].start <= at:
            mark = self._marks[self._next]
            self._next += 1
            if mark.end > mark.start:
                self._over.append(mark)
                self._fresh.append(mark)
            else:
                yield Piece("", mark, " ".join(mark.classes), opens=(mark,), closes=(mark,), over=(mark,))

    def _upcoming(self) -> list[int]:
        return [self._marks[self._next].start] if self._next < len(self._marks) else []

    def _piece(self, start: int, stop: int) -> Piece:
        text = self._text[start:stop]
        if not self._over:
            return Piece(text)
        over = tuple(sorted(self._over, key=lambda each: (not each.card, each.end - each.start)))
        classes = sorted({name for each in self._over for name in each.classes})
        opened, self._fresh = tuple(self._fresh), []
        ended = tuple(each for each in self._over if self._ends(each, stop))
        return Piece(text, over[0], " ".join(classes), opened, ended, over)

    def _ends(self, mark: Mark, stop: int) -> bool:
        """Whether no word of the mark is left after this place; a line end may be."""
        return mark.end <= stop or (mark.end - stop <= 2 and not self._text[stop : mark.end].strip())
