"""A text with a label for each speaker, with or without time codes, as stretches of speech.

Read as a transcript by itself is only a text that is one from its first label to its end: what a reporter writes
between the answers would otherwise be stored as somebody's verified words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ingest.lines import Line, lines
from bot.transcripts.labels import NAME, names_nobody
from bot.transcripts.speech import CLOCK, Stretch, second_of, stretches

_CODE = rf"[\[(]?{CLOCK}[\])]?"
_ASIDE = r"(?:\s*[\[(][^\[\]()\n]{1,40}[\])])?"
_HEADS = (
    re.compile(rf"{NAME}\s*[-–|,]?\s*{_CODE}\s*(?::\s*(?P<words>.*)|$)"),
    re.compile(rf"(?:{_CODE}\s*[-–|]?\s*)?{NAME}{_ASIDE}\s?:(?:\s+|$)(?P<words>.*)"),
    re.compile(rf"{_CODE}\s*[-–|]?\s+{NAME}$"),
)
_BRACKETED = re.compile(r"[\[(].*[\])]|[-–—_*=\s]+|" + _CODE)
_MARKS = '“”«»„"'
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Head:
    """The start of a turn: whose, at which second, and the words that stand on its line."""

    label: str
    second: int | None
    words: str


def read_labelled(text: str) -> list[Stretch]:
    """The speech of a text from its first label on."""
    return list(_spoken(lines(text)))


def labelled_throughout(text: str) -> bool:
    """Whether a text is a transcript: two labels or more, and no paragraph after the first without one.

    Words between marks are an article's, and Q and A alone may be an interview that a reporter tells.
    """
    read = lines(text)
    heads = [(at, head) for at, line in enumerate(read) if (head := _head(line.words))]
    labels = {head.label for _, head in heads}
    timed = any(head.second is not None for _, head in heads)
    if len(heads) < _FEWEST or (not timed and all(names_nobody(label) for label in labels)):
        return False
    if not timed and not all(head.label.isupper() or " " in head.label for _, head in heads):
        return False
    after = [line for line in read[heads[0][0] :] if line.after_blank]
    bare = sum(not _head(line.words) and not _BRACKETED.fullmatch(line.words) for line in after)
    spoken = sum(line.words.startswith(tuple(_MARKS)) for line in read)
    return bare == 0 and spoken * 4 < len(read)


def _spoken(read: Sequence[Line]) -> Iterator[Stretch]:
    head: _Head | None = None
    for line in read:
        opened = _head(line.words)
        if opened is not None:
            head = opened
            yield from stretches(head.words, head.second, head.label, True)
        elif head is not None:
            yield from stretches(line.words, head.second, None, False)


def _head(words: str) -> _Head | None:
    for pattern in _HEADS:
        if found := pattern.match(words):
            second = second_of(found) if found["seconds"] else None
            return _Head(found["label"], second, found.groupdict().get("words") or "")
    return None
