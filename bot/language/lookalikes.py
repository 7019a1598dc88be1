"""Letters of other alphabets that look like Latin ones, and the words that are disguised with them.

The table holds the single letters that Unicode's *confusables* (UTS #39, version 15.1) call the same as a plain
Latin letter, of the alphabets that hold more than a few.  A word in one alphabet is honest: Cyrillic names stay
Cyrillic.  Disguised is a Latin word with such a letter in it, or one of look-alikes alone amid Latin words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CYRILLIC = dict(
    zip("АВЕЅІЈКМНОРСТУХҮҺԌԚԜӀЁЇаеорсухѕіјүһӏкԁԛԝёї", "ABESIJKMHOPCTYXYhGQWIËÏaeopcyxsijyhlkdqwëï", strict=True)
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΆΈΉΊΌΎοό", "ABEZHIKMNOPTYXÁÉHÍÓÝoó", strict=True))
_SYMBOLS = dict(zip("αινρυάίύ", "aivpuáíú", strict=True))
_OTHERS = dict(
    zip("օոսհցՕՍᎠᎢᎪᎫᎬᎳᎷᎻᏃᏒᏔᏚᏞᏟᏢᏦⲟⲤⲞɑɡɢɪɴʀʏʟʜʙᴄᴏᴠᴡᴢꜱ", "onuhgOUDTAJEWMHZRWSLCPKoCOagginrylhbcovwzs", strict=True)
)
LOOKALIKES = {**_CYRILLIC, **_GREEK, **_SYMBOLS, **_OTHERS}
"""Each letter with the Latin one that a reader takes it for."""

_AS_LATIN = str.maketrans(LOOKALIKES)
FOREIGN = (
    "\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1f00-\u1fff\u2c80-\u2cff"
    "ɑɡɢɪɴʀʏʟʜʙᴄᴏᴠᴡᴢꜱ\ua640-\ua69f\uab70-\uabbf"
)
"""Letters of the alphabets that hold look-alikes, as a class of a pattern."""

_FOREIGN = re.compile(f"[{FOREIGN}]")
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")
_SMALL = re.compile("[a-z]")
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")


class Disguise(NamedTuple):
    """A disguised word: its place (code points, half-open), and what a reader takes it for."""

    start: int
    end: int
    shown: str

    @property
    def is_initials(self) -> bool:
        """Whether it is capitals in one alphabet (СССР), which an honest text may hold."""
        return self.end - self.start > 1 and self.shown.isupper()


def disguises(text: str) -> Iterator[Disguise]:
    """The disguised words of a text in their order; none in a text that is all Latin, without looking at its words."""
    if not _FOREIGN.search(text):
        return
    found = list(_LETTERS.finditer(text))
    words = [one.group() for one in found]
    for at, word in enumerate(words):
        if _FOREIGN.search(word) and _is_disguised(words, at):
            yield Disguise(*found[at].span(), word.translate(_AS_LATIN))


def undisguised(text: str) -> str:
    """The text as a reader takes it, letter for letter: its length stays, and so does every honest word."""
    out, done = [], 0
    for word in disguises(text):
        out += [text[done : word.start], word.shown]
        done = word.end
    return "".join([*out, text[done:]]) if out else text


def imitates(labels: Sequence[str]) -> bool:
    """Whether a part of a host name, as a browser shows it, passes for Latin: alphabets mixed, or look-alikes alone."""
    return any(_imitates(label, labels[-1].isascii()) for label in labels)


def _imitates(label: str, among_latin: bool) -> bool:
    letters = [ch for ch in label if ch.isalpha()]
    foreign = [ch for ch in letters if _FOREIGN.match(ch)]
    if not foreign:
        return False
    return len(foreign) < len(letters) or (among_latin and all(ch in LOOKALIKES for ch in letters))


def _is_disguised(words: Sequence[str], at: int) -> bool:
    word = words[at]
    foreign = [ch for ch in word if _FOREIGN.match(ch)]
    if not all(ch in LOOKALIKES for ch in foreign):
        return False
    if not _LATIN.search(word):
        return not any(ch in _SYMBOLS for ch in word) and _amid_latin(words, at)
    return len(_SMALL.findall(word)) > 1 or not any(ch in _SYMBOLS for ch in foreign)


def _amid_latin(words: Sequence[str], at: int) -> bool:
    """Whether the words before and after are Latin, and there is one."""
    beside = [*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]]
    return bool(beside) and all(_LATIN.search(word) and not _FOREIGN.search(word) for word in beside)
