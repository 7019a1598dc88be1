"""One language as the desk reads it: the words by which its newspapers say who said what, from one file.

A file (``de.toml``) gives for English words of speech, pronouns and joints the forms that stand for them, so
that a sentence of that language is read by the same rules as an English one.  A newcomer adds a language by
adding a file; nothing else names it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.language.tables import word_set

_ENGLISH = word_set(
    """
    the of and to in a is that for was on with he it as his by at be this from are have has had she her they
    not but were an will would who which said after been their its about or one all when what there we i you
    """
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2_000  # characters of a text by which its language is told
_GLANCE, _PLAIN = 500, 0.25  # characters and share of English words that settle it at once
_FEWEST = 3
_SHARE = 0.2  # of a text's words: in running text of any of the seven languages every third word is a common one


@dataclass(frozen=True, eq=False, slots=True)
class Tongue:
    """The words of one language.

    ``means`` gives a word in lower case its English equivalent; ``common`` words open no name; ``roles`` and
    ``titles`` stand before one, ``titles`` and ``given`` with the gender they tell (``f`` or ``m``).  ``finite``
    verbs make a clause; ``clitics`` are pronouns joined to a verb; ``after_quote`` words are cues only right after
    a quote; ``ahead`` and ``behind`` say which side of now a weekday is on (next, last).  ``capital_nouns``: a
    capital makes no name; ``dialogue_dash``: a paragraph that opens with a dash is spoken; ``cue_inside``: the cue
    may stand between the marks.
    """

    code: str
    name: str
    means: Mapping[str, str]
    common: frozenset[str]
    roles: frozenset[str]
    titles: Mapping[str, str]
    given: Mapping[str, str]
    finite: frozenset[str]
    clitics: frozenset[str]
    after_quote: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]
    capital_nouns: bool
    dialogue_dash: bool
    cue_inside: bool


def tongue_of(text: str) -> Tongue | None:
    """The language of a text by its commonest words, None for English and wherever no other is plain."""
    first = _WORD.findall(text, 0, _GLANCE)
    if sum(word.casefold() in _ENGLISH for word in first) > _PLAIN * len(first):
        return None
    words = [word.casefold() for word in _WORD.findall(text, 0, _SAMPLE)]
    english = sum(word in _ENGLISH for word in words)
    if not words or english >= _SHARE * len(words):
        return None
    counted = [
        (sum(word in tongue.common or word in tongue.means for word in words), tongue.code, tongue) for tongue in _all()
    ]
    best, _, tongue = max(counted)
    if best < _FEWEST or best < _SHARE * len(words) or best < 2 * english:
        return None
    return tongue


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; empty where it is none of those that the desk reads.

    By it a screen reader chooses its voice, and a browser where to hyphenate.
    """
    tongue = tongue_of(text)
    if tongue is not None:
        return tongue.code
    words = [word.casefold() for word in _WORD.findall(text, 0, _SAMPLE)]
    return "en" if sum(word in _ENGLISH for word in words) >= _SHARE * len(words) else ""


@cache
def _all() -> tuple[Tongue, ...]:
    """Every language that has a file, read when the first text that is not plainly English comes in."""
    folder = files("bot.tongues")
    return tuple(
        _read(file.name.removesuffix(".toml"), file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    )


def _read(code: str, written: str) -> Tongue:
    held = tomllib.loads(written)
    means = {form: english for english, forms in held["words"].items() for form in forms.split()}
    return Tongue(
        code=code,
        name=held["name"],
        means=means,
        common=word_set(held["common"]),
        roles=word_set(held["roles"]),
        titles=_gendered(held.get("titles", {})),
        given=_gendered(held.get("given", {})),
        finite=word_set(held["finite"]),
        clitics=word_set(held.get("clitics", "")),
        after_quote=word_set(held.get("after_quote", "")),
        ahead=word_set(held["dates"]["ahead"]),
        behind=word_set(held["dates"]["behind"]),
        capital_nouns=held.get("capital_nouns", False),
        dialogue_dash=held.get("dialogue_dash", False),
        cue_inside=held.get("cue_inside", False),
    )


def _gendered(table: Mapping[str, str]) -> dict[str, str]:
    return {word: gender[0].replace("w", "f") for gender, words in table.items() for word in words.split()}
