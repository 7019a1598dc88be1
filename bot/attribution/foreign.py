"""The reporter's words of a language besides English as items, each by what it means in English.

The sentence is then read by the same rules: ``sagte`` is a finite cue verb like ``said``, ``sie`` a pronoun like
``she``.  What the language joins is taken apart: the pronoun of ``dit-il``, the article of ``l'avocat``.
"""

from __future__ import annotations

import re

from bot.attribution.word_kinds import KINDS
from bot.tongues.tongue import Tongue

_TOKEN = re.compile(
    r"(?:M|Mme|Mlle|MM|Dr|Prof|Sr|Sra|Sig|Dott|dhr|mevr|Dipl|Ing)\.|[A-Z]\.(?= )|[^\W\d_]\w*(?:['’-][^\W_]+)*"
    r"|\d[\d.,]*\d(?:\w+)?|\d\w*|--+|\.\.+|[^\w\s]"
)
_MARKS = "—–―…-"
Found = tuple[str, str, int, int]
"""A word: its letter, its English equivalent (or itself, in lower case), and its place."""


def foreign_words(text: str, start: int, end: int, tongue: Tongue) -> list[Found]:
    """The words and points of ``text[start:end]``, in order."""
    out: list[Found] = []
    for token in _TOKEN.finditer(text, start, end):
        out.extend(_read(token.group(), token.start(), tongue))
    return out


def _read(raw: str, start: int, tongue: Tongue) -> list[Found]:
    low, end = raw.casefold().replace("’", "'"), start + len(raw)
    if not raw[0].isalnum():
        return [(_point(raw), low, start, end)]
    if low.rstrip(".") in tongue.titles or low in tongue.roles:
        return [("T", low.rstrip("."), start, end)]
    if low in tongue.means:
        return _meant(tongue.means[low], start, end)
    head, _, tail = low.rpartition("-")
    if tail in tongue.clitics and head:
        verb = head.removesuffix("-t")
        return [*_read(raw[: len(verb)], start, tongue), *_read(raw[-len(tail) :], end - len(tail), tongue)]
    head, _, tail = low.partition("'")
    if tail and head in tongue.means:
        return [*_read(raw[: len(head)], start, tongue), *_read(raw[len(head) + 1 :], start + len(head) + 1, tongue)]
    return [("9" if raw[0].isdigit() else "w", low, start, end)]


def _meant(english: str, start: int, end: int) -> list[Found]:
    """A word by its English equivalent; what stands for ``according to`` is both words of it."""
    if english == "according":
        return [("S", english, start, end), ("J", "to", end, end)]
    return [(KINDS.get(english, "w"), english, start, end)]


def _point(raw: str) -> str:
    if raw[0] in _MARKS or raw.startswith(("--", "..")):
        return "-"
    return {"!": ".", "?": ".", "[": "(", "]": ")"}.get(raw, raw if raw in ".,:;()" else "w")
