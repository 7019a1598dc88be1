"""Stretches of speech as a transcript writes them, before they are joined, and what stands between the words.

What a transcript puts in brackets nobody said.  Sounds ([applause]) are left out and the words go on over them;
anything else ([inaudible], [crosstalk], [break in recording]) may stand for words, so that what follows is not next to
what came before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLOCK = r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2})(?:[.,]\d{1,3})?"
_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]|\([^()]{0,200}\)|\*[^*\n]{1,40}\*|[♪♫][^♪♫\n]*[♪♫]?")
_TIME = re.compile(rf"[\[(]\s*{CLOCK}\s*[\])]")
_SOUND = re.compile(
    r"laugh|applau|music|cheer|sigh|cough|chuckl|gasp|sniff|clap|silence|pause|inhale|exhale|clears? \w{0,3} ?throat"
    r"|groan|sob|bell|beep|phone|knock|thunder|noise|breath|whistl|boo(?:s|ing)\b",
    re.I,
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of speech under one time code.

    ``second`` counts from the start of the recording, None where none is given; ``label`` is the speaker as written,
    None where the one before goes on; ``changes`` says that somebody else begins, who is not named.  ``apart`` says
    that words may be missing before it.
    """

    text: str
    second: int | None = None
    label: str | None = None
    changes: bool = False
    apart: bool = False


def second_of(found: re.Match[str]) -> int:
    """The second that a time code names (``1:02:03`` is 3,723)."""
    return int(found["hours"] or 0) * 3_600 + int(found["minutes"]) * 60 + int(found["seconds"])


def stretches(text: str, second: int | None, label: str | None, changes: bool) -> Iterator[Stretch]:
    """The speech of a text that may hold brackets: one stretch, or several where a bracket parts the words.

    A text without words still gives its label, for what comes next.
    """
    first, apart, at = True, False, 0
    for found in [*_BRACKETS.finditer(text), None]:
        words = _plain(text[at : found.start() if found else len(text)])
        if words or (first and (label or changes)):
            yield Stretch(words, second, label if first else None, changes and first, apart)
            first = apart = False
        if found is None:
            break
        at, time = found.end(), _TIME.fullmatch(found.group())
        second = second_of(time) if time else second
        apart = apart or not (time or _SOUND.search(found.group()))
    if apart:
        yield Stretch("", second, apart=True)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
