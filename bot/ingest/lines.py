"""The lines of a draft, each with its place, for whoever reads a page line by line.

Offsets are code points of the text, half-open, without the line end; ``\\n``, ``\\r\\n``, ``\\r`` and the
Unicode line and paragraph separators end a line.  Blank lines are left out but remembered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r|\u2029")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$|[.!?…,][\"”»]$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it.

    ``words`` is the line without outer white space; ``after_blank`` says that a blank line, or the start
    of the text, stands before it.
    """

    start: int
    end: int
    words: str
    after_blank: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a sentence does: a stop, with or without a closing mark."""
        return bool(_SENTENCE_END.search(self.words[-8:]))

    @property
    def count(self) -> int:
        """How many words stand on the line."""
        return len(_SPACES.split(self.words))


@lru_cache(maxsize=16)
def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank, in order."""
    found: list[Line] = []
    end = 0
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if not words:
            continue
        apart = not found or bool(_BLANK_BETWEEN.search(text, end, line.start()))
        found.append(Line(line.start(), line.end(), words, apart))
        end = line.end()
    return tuple(found)


def is_body(line: Line) -> bool:
    """Whether a line reads as a paragraph of an article: a dozen words or more that end as a sentence does."""
    return line.ends_sentence and line.count >= 12
