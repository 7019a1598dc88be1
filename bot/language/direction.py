"""Stretches of a text that are shown in another order than they are written: what turns Latin words round.

Hebrew and Arabic names bring direction characters with them, and those turn nothing that a reader of Latin script
would read otherwise.  What is asked here is whether Latin letters or figures stand where everything runs leftwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069\n\u2029]")
_OVERRIDE = "\u202e"
_LEFTWARDS = "\u202b\u202e\u2067"
_CLOSING = "\u202c\u2069"
_DEEPEST = 125  # levels that Unicode's algorithm of directions (UAX #9) knows
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")
_MARK = re.compile("[\u200f\u061c](?=[^\\w\n]{0,20}\\d)")
_LEFT_SCRIPT = re.compile("[\u0590-\u07ff\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def turned(text: str) -> Iterator[tuple[int, int]]:
    """The stretches (code points, half-open) of a text that a direction character turns round."""
    opened: list[tuple[str, int]] = []
    for found in _CONTROL.finditer(text):
        sign = found.group()
        if sign in "\n\u2029":
            yield from _ended(text, opened, found.start())
            opened = []
        elif sign in _CLOSING:
            yield from _ended(text, opened[-1:], found.start())
            opened = opened[:-1]
        else:
            opened = [*opened, (sign, found.end())][-_DEEPEST:]
    yield from _ended(text, opened, len(text))
    if not _LEFT_SCRIPT.search(text):
        yield from (found.span() for found in _MARK.finditer(text))


def _ended(text: str, opened: list[tuple[str, int]], end: int) -> Iterator[tuple[int, int]]:
    for sign, start in opened:
        if sign in _LEFTWARDS and (sign == _OVERRIDE or _LATIN.search(text, start, end)) and text[start:end].strip():
            yield start, end
