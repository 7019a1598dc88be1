"""Where the lines and the paragraphs of a text stand: a line, or several that a program broke at its own width.

A place is three code points: where it starts, where its words end, where the next one starts; a span is two.

Mail and plain text come in lines of one width.  Such a line ends where the next word had no room, which tells it from
one that its writer ended; and what is quoted goes on to where it is closed, if no blank line is between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Place = tuple[int, int, int]
Span = tuple[int, int]
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BREAK = re.compile(r"\r\n|\r|\n")
_WRAPPED = range(40, 101)  # characters of a line that an editor's program broke, not the writer
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_BEGINS = re.compile(r"[\"“„«»”‘']|[^\W\d_a-z][\w .’'-]{0,30}:\s")  # a speaker's turn: a mark that opens, or NAME:
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«»", "”": "”", '"': '"'}
_MARK = re.compile(f"[{''.join(_CLOSERS)}]")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_LOOK = 2_000  # characters that are looked through for the mark that closes
_NEARLY = 0.7
_DEEPEST = 4  # quotations within quotations


def lines(text: str) -> Iterator[Place]:
    """Every line, blank ones too."""
    for found in _LINE.finditer(text):
        if found.end() > found.start():
            yield found.start(), found.start() + len(found.group().rstrip("\r\n")), found.end()


def paragraphs(text: str) -> Iterator[Place]:
    """The lines, blank ones too, with those joined that are one paragraph."""
    every = list(lines(text))
    ends = {line[1]: line[2] for line in every}
    written = [line[:2] for line in every if text[line[0] : line[1]].strip()]
    blank = [line[:2] for line in every if not text[line[0] : line[1]].strip()]
    for start, end in sorted([*unwrapped(text, written), *blank]):
        yield start, end, ends[end]


def unwrapped(text: str, spans: Sequence[Span]) -> list[Span]:
    """Lines that hold something, in order, joined where the one runs on in the next.

    It does where a small letter follows a line of such a width, where a text broken at one width has it broken for want
    of room, and where a quotation is open that the next line closes.  Blank lines are never joined over.
    """
    out: list[Span] = []
    block: list[Span] = []
    breaks = [*(_breaks(text, one, other) for one, other in pairwise(spans)), 0]
    width, apart = _width(text, spans, breaks), any(one > 1 for one in breaks)
    for number, (span, following) in enumerate(zip(spans, breaks, strict=False)):
        block.append(span)
        if following != 1:
            first = number + 1 == len(block)
            out += _joined(text, block, _Layout(width, apart, first))
            block = []
    return out


class _Layout(NamedTuple):
    """The width at which a text was broken, or 0; whether blank lines part paragraphs; whether a block is its first."""

    width: int
    apart: bool
    first: bool


def _joined(text: str, block: Sequence[Span], layout: _Layout) -> Iterator[Span]:
    """The lines between two blank ones, as paragraphs."""
    width = layout.width
    whole = bool(width) and all(_full(text, one, other, width) for one, other in pairwise(block))
    held, open_ = block[0], _opened(text, block[0], [])
    for number, (last, span) in enumerate(pairwise(block)):
        narrow = last[1] - last[0] < _WRAPPED.stop
        if narrow and (
            (last[1] - last[0] in _WRAPPED and text[span[0]].islower())
            or (width and not (layout.first and not number) and _broken(text, last, span, layout, whole))
            or (open_ and _within(text, last, span, open_[-1], layout.apart))
        ):
            held = (held[0], span[1])
        else:
            yield held
            held, open_ = span, []
        open_ = _opened(text, span, open_)
    yield held


def _broken(text: str, last: Span, span: Span, layout: _Layout, whole: bool) -> bool:
    """Whether a program broke the lines for want of room: no line of the block was ended, or none of this sentence.

    Where blank lines part the paragraphs a line of near that width that ends in a sentence is broken too, by hand.
    """
    ended = bool(_ENDS.search(text, *last))
    if ended and (not whole or _BEGINS.match(text, *span)):
        return False
    near = layout.apart and not ended and last[1] - last[0] >= _NEARLY * layout.width
    return near or _full(text, last, span, layout.width)


def _within(text: str, last: Span, span: Span, opener: str, apart: bool) -> bool:
    """Whether a quotation that is open goes on in the next line.

    Where no blank lines part the paragraphs, the end of a sentence may be theirs, and a mark forgotten.
    """
    return (apart or not _ENDS.search(text, *last)) and _closed_after(text, span[0], opener)


def _width(text: str, spans: Sequence[Span], breaks: Sequence[int]) -> int:
    """The width at which a program broke the lines of the text; 0 where it broke none.

    Told by a line of near that width that ends in the middle of a sentence, as an editor may have made another longer;
    where no blank lines part paragraphs by two that end so for want of room.
    """
    longest = max((end - start for start, end in spans), default=0)
    if longest not in _WRAPPED:
        return 0
    apart = any(between > 1 for between in breaks)
    told = 0
    for between, (one, other) in zip(breaks, pairwise(spans), strict=False):
        goes_on = text[other[0]].islower() and not _ENDS.search(text, *one)
        near = apart and one[1] - one[0] >= _NEARLY * longest
        told += between == 1 and goes_on and (near or _full(text, one, other, longest))
    return longest if told >= (1 if apart else 2) else 0


def _breaks(text: str, one: Span, other: Span) -> int:
    """How many line breaks stand between two lines; what else stands between was dropped, and parts them."""
    between = text[one[1] : other[0]]
    return 2 if between.strip() else len(_BREAK.findall(between))


def _full(text: str, one: Span, other: Span, width: int) -> bool:
    """Whether the first word of a line had no room at the end of the one before."""
    word = _WORD.search(text, *other)
    return word is not None and one[1] - one[0] + 1 + len(word.group()) > width


def _opened(text: str, span: Span, before: list[str]) -> list[str]:
    """The marks of the quotations that are open after a line, when those were open before it."""
    open_ = [*before]
    for mark in _MARK.finditer(text, *span):
        if open_ and _closes(text, mark, open_[-1], span[0]):
            open_.pop()
        elif not _follows_a_word(text, mark.start(), span[0]):
            open_.append(mark.group())
    return open_[-_DEEPEST:]


def _closed_after(text: str, start: int, opener: str) -> bool:
    """Whether the first mark from here on closes a quotation, with no blank line before it."""
    mark = _MARK.search(text, start, start + _LOOK)
    if mark is None or _BLANK.search(text, start, mark.start()) or not _closes(text, mark, opener, start):
        return False
    return mark.group() != '"' or not text[mark.start() - 1].isdigit()  # inches


def _closes(text: str, mark: re.Match[str], opener: str, start: int) -> bool:
    sign = mark.group()
    return sign in _CLOSERS[opener] and (
        (sign in "”»" and sign != opener) or _follows_a_word(text, mark.start(), start)
    )


def _follows_a_word(text: str, at: int, start: int) -> bool:
    return at > start and not text[at - 1].isspace() and text[at - 1] not in "([—–-/"
