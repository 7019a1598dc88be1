"""Where the lines and the paragraphs of a text stand: a line, or several that a program broke at its own width.

A place is three code points: where it starts, where its words end, where the next one starts; a span is two.

Mail and plain text come in lines of one width.  Such a line ends where the next word had no room, which tells it from
one that its writer ended; and what is quoted goes on to where it is closed, if no blank line is between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

Place = tuple[int, int, int]
Span = tuple[int, int]
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BREAK = re.compile(r"\r\n|\r|\n")
_WRAPPED = range(40, 101)  # characters of a line that an editor's program broke, not the writer
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«»", "”": "”", '"': '"'}
_MARK = re.compile(f"[{''.join(_CLOSERS)}]")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_LOOK = 2_000  # characters that are looked through for the mark that opens, and for the one that closes


def lines(text: str) -> Iterator[Place]:
    """Every line, blank ones too."""
    for found in _LINE.finditer(text):
        if found.end() > found.start():
            yield found.start(), found.start() + len(found.group().rstrip("\r\n")), found.end()


def paragraphs(text: str) -> Iterator[Place]:
    """The lines, blank ones too, with those joined that are one paragraph."""
    every = list(lines(text))
    ends = {line[1]: line[2] for line in every}
    written = unwrapped(text, [line[:2] for line in every if line[1] > line[0]])
    blank = [line[:2] for line in every if line[1] == line[0]]
    for start, end in sorted([*written, *blank]):
        yield start, end, ends[end]


def unwrapped(text: str, spans: Sequence[Span]) -> list[Span]:
    """Lines that hold something, in order, joined where the one runs on in the next.

    It does where a small letter follows a line of such a width, where a text broken at one width has it broken for want
    of room, and where a quotation is open that the next line closes.  Blank lines are never joined over.
    """
    width = _width(text, spans)
    out: list[Span] = []
    last = (0, 0)
    for number, span in enumerate(spans):
        if out and _breaks(text, last, span) == 1 and _goes_on(text, out[-1], last, span, width if number > 1 else 0):
            out[-1] = (out[-1][0], span[1])
        else:
            out.append(span)
        last = span
    return out


def _goes_on(text: str, paragraph: Span, last: Span, span: Span, width: int) -> bool:
    if last[1] - last[0] >= _WRAPPED.stop:
        return False
    if last[1] - last[0] in _WRAPPED and text[span[0]].islower():
        return True
    if width and _full(text, last, span, width):
        return True
    opener = _open_mark(text, (max(paragraph[0], last[1] - _LOOK), last[1]))
    return bool(opener) and _closed_after(text, span[0], opener)


def _width(text: str, spans: Sequence[Span]) -> int:
    """The width at which a program broke the lines of the text; 0 where it broke none, or not all.

    Told by a line that ends in the middle of a sentence for want of room, where blank lines stand between paragraphs.
    """
    longest = max((end - start for start, end in spans), default=0)
    apart = [_breaks(text, one, other) for one, other in pairwise(spans)]
    if longest not in _WRAPPED or not any(breaks > 1 for breaks in apart):
        return 0
    for breaks, (one, other) in zip(apart, pairwise(spans), strict=True):
        goes_on = text[other[0]].islower() and not _ENDS.search(text, *one)
        if breaks == 1 and goes_on and _full(text, one, other, longest):
            return longest
    return 0


def _breaks(text: str, one: Span, other: Span) -> int:
    """How many line breaks stand between two lines; what else stands between was dropped, and parts them."""
    between = text[one[1] : other[0]]
    return 2 if between.strip() else len(_BREAK.findall(between))


def _full(text: str, one: Span, other: Span, width: int) -> bool:
    """Whether the first word of a line had no room at the end of the one before."""
    word = _WORD.search(text, *other)
    return word is not None and one[1] - one[0] + 1 + len(word.group()) > width


def _open_mark(text: str, span: Span) -> str:
    """The mark of the quotation that begins in the span and is not closed in it; empty where there is none."""
    open_ = list[str]()
    for mark in _MARK.finditer(text, *span):
        if open_ and _closes(text, mark, open_[-1], span[0]):
            open_.pop()
        elif not _follows_a_word(text, mark.start(), span[0]):
            open_.append(mark.group())
    return open_[-1] if open_ else ""


def _closed_after(text: str, start: int, opener: str) -> bool:
    """Whether the first mark from here on closes a quotation, with no blank line before it."""
    mark = _MARK.search(text, start, start + _LOOK)
    return mark is not None and not _BLANK.search(text, start, mark.start()) and _closes(text, mark, opener, start)


def _closes(text: str, mark: re.Match[str], opener: str, start: int) -> bool:
    sign = mark.group()
    return sign in _CLOSERS[opener] and (sign != opener or _follows_a_word(text, mark.start(), start))


def _follows_a_word(text: str, at: int, start: int) -> bool:
    return at > start and not text[at - 1].isspace() and text[at - 1] not in "([—–-/"
