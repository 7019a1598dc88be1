"""Where the lines and the paragraphs of a text stand: a line, or several that a program broke at its own width.

A place is three code points: where it starts, where its words end, where the next one starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int, int]
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WRAPPED = range(55, 101)  # characters of a line that an editor's program broke, not the writer


def lines(text: str) -> Iterator[Place]:
    """Every line, blank ones too."""
    for found in _LINE.finditer(text):
        if found.end() > found.start():
            yield found.start(), found.start() + len(found.group().rstrip("\r\n")), found.end()


def paragraphs(text: str) -> Iterator[Place]:
    """The lines, with those joined that a program broke at its own width."""
    held: Place | None = None
    for line in lines(text):
        if held is not None and _goes_on(text, held, line):
            held = (held[0], line[1], line[2])
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _goes_on(text: str, held: Place, line: Place) -> bool:
    """Whether a line goes on the paragraph before: that one is full, and a small letter is next."""
    last = text[max(held[0], held[1] - 101) : held[1]].splitlines()[-1:]
    width = len(last[0]) if last else 0
    return width in _WRAPPED and text[line[0] : line[0] + 1].islower()
