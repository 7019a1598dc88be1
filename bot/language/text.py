"""Words as the desk compares them, each with its place in the text it came from.

Two writings that differ only in marks, case, spacing, punctuation or house spelling have the same forms:
curly or straight, ``20`` or ``twenty``, ``%`` or ``per cent``, ``colour`` or ``color``, ``Mr`` or ``Mr.``.
Tense, person and number are never folded, nor is a contraction written out: those are the speaker's words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.language.numbers import NUMBER_WORDS, SHORT_SCALES, digits, figure, read_number
from bot.language.seen import as_seen, seen
from bot.language.spelling import house_spelling

APOSTROPHES = "'’‘‛′`´ʼ＇"
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"
    rf"|\d+(?:,\d+)*(?:\.\d+)?(?i:st|nd|rd|th|s|k|mn|m|bn|tn)?(?![^\W_])|\d+"
    rf"|[^\W\d_](?:[^\W_]|[{_ACCENTS}])*(?:[{APOSTROPHES}](?=[^\W\d_])(?:[^\W_]|[{_ACCENTS}])+)*"
    rf"|[%&£$€¥½¼¾⅓⅔]"
)
_LATIN = re.compile("[A-Za-z0-9]")
_CURRENCY = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen"}
_FRACTION = {"½": "half", "¼": "quarter", "¾": "threequarters", "⅓": "third", "⅔": "twothirds"}
_SIGNS = {"%": "percent", "&": "and"}
_PLAIN = frozenset((True,))
_USUAL = 32  # letters and marks between two spaces
_KEEP_APOSTROPHE = frozenset("we're i'll he'll she'll we'll we'd she'd i'd".split())
_CONTRACTIONS = {
    "cant": "can not", "cannot": "can not", "wont": "will not", "shant": "shall not", "aint": "is not",
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not", "arent": "are not",
    "wasnt": "was not", "werent": "were not", "hasnt": "has not", "havent": "have not", "hadnt": "had not",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not", "mustnt": "must not",
    "neednt": "need not", "mightnt": "might not", "oughtnt": "ought not", "mustve": "must have",
    "im": "i am", "ive": "i have", "i'll": "i will", "i'd": "i would", "youre": "you are",
    "youve": "you have", "youll": "you will", "youd": "you would", "hes": "he is", "he'll": "he will",
    "hed": "he would", "shes": "she is", "she'll": "she will", "she'd": "she would", "its": "it is",
    "itll": "it will", "itd": "it would", "we're": "we are", "weve": "we have", "we'll": "we will",
    "we'd": "we would", "theyre": "they are", "theyve": "they have", "theyll": "they will",
    "theyd": "they would", "thats": "that is", "thatll": "that will", "theres": "there is",
    "whats": "what is", "whos": "who is", "wheres": "where is", "heres": "here is", "lets": "let us",
    "couldve": "could have", "wouldve": "would have", "shouldve": "should have", "gonna": "going to",
    "wanna": "want to", "gotta": "got to",
}  # fmt: skip


class Word(NamedTuple):
    """One word: its form for comparing, and where it stands (code points, half-open)."""

    form: str
    start: int
    end: int


@lru_cache(maxsize=4_096)
def fold(raw: str) -> str:
    """The form of a single word as written: NFKC, no case, no accents, one kind of apostrophe, house spelling."""
    form = unicodedata.normalize("NFKD", as_seen(raw).translate(_FOLD)).casefold()
    form = "".join(ch for ch in form if not unicodedata.combining(ch)).rstrip(".")
    if "." in form and not form[0].isdigit():
        form = form.replace(".", "")
    if "'" in form and form not in _KEEP_APOSTROPHE:
        form = form.replace("'", "")
    return house_spelling(form)


_FOLD = {ord(ch): "'" for ch in APOSTROPHES} | {ord(","): None}


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in reading order.

    A number over several words is one word (``thirty-four``), and a currency sign follows its amount, so
    that ``£5m`` and ``five million pounds`` are the same words.  What a reader does not see parts no word.
    """
    shown = seen(text)
    if shown is None:
        return _words(text)
    return tuple(Word(word.form, *shown.span(word.start, word.end)) for word in _words(shown.text))


def _words(text: str) -> tuple[Word, ...]:
    found = [(one.group(), *one.span()) for one in _WORD.finditer(text)]
    shapes = [_shape(raw) for raw, _, _ in found]
    if _all_plain(shapes):
        return tuple([Word(form, start, end) for form, (_, start, end) in zip(shapes, found, strict=True)])
    return tuple(Word(form, found[first][1], found[last][2]) for form, first, last in _read(shapes))


@lru_cache(maxsize=1_024)
def forms(text: str) -> tuple[str, ...]:
    """The forms alone."""
    return tuple(word.form for word in words(text))


@lru_cache(maxsize=1_024)
def search_forms(text: str) -> tuple[str, ...]:
    """The forms with contractions written out: what the index keeps, so that ``don't`` finds ``do not``."""
    chunks = as_seen(text).split()  # no word goes over a space
    shapes = [one for chunk in chunks for one in (_known_shapes(chunk) if len(chunk) <= _USUAL else _shapes(chunk))]
    read = shapes if _all_plain(shapes) else _read_forms(shapes)
    return tuple(" ".join([_CONTRACTIONS.get(form, form) for form in read]).split())


def has_words(text: str) -> bool:
    """Whether a text has words to compare at all, told at a glance for most: reading a million takes a minute."""
    return bool(_LATIN.search(text)) or bool(search_forms(text))


def _shapes(chunk: str) -> tuple[str, ...]:
    """The forms of the tokens in what stands between two spaces."""
    return tuple(map(_shape, _WORD.findall(chunk)))


_known_shapes = lru_cache(maxsize=65_536)(_shapes)


@lru_cache(maxsize=8_192)
def expand(form: str) -> tuple[str, ...]:
    """A folded word with its contraction written out: ``dont`` as ``do``, ``not``."""
    return tuple(_CONTRACTIONS.get(form, form).split())


@lru_cache(maxsize=16_384)
def _shape(raw: str) -> str:
    """The form of one token as it stands: of a sign or a fraction its word, of a currency sign the sign itself."""
    if raw in _SIGNS or raw in _FRACTION:
        return _SIGNS.get(raw) or _FRACTION[raw]
    if raw[0].isdigit() and raw[-1].isalpha():
        return _figure_with_letters(raw)
    return raw if raw in _CURRENCY else fold(raw)


def _figure_with_letters(raw: str) -> str:
    """``5m`` as ``5000000``; ``1990s`` and ``21st`` stay one word."""
    raw = raw.casefold()
    written = raw.rstrip("abcdefghijklmnopqrstuvwxyz")
    scale = SHORT_SCALES.get(raw[len(written) :])
    amount = figure(written.replace(",", ""))
    return fold(raw) if scale is None or amount is None else digits(amount * scale)


def _read(shapes: list[str]) -> Iterator[tuple[str, int, int]]:
    """The forms with the first and the last token of each: numbers, amounts and ``per cent`` read together."""
    at = 0
    while at < len(shapes):
        if _is_plain(shapes[at]):
            yield shapes[at], at, at
            at += 1
        else:
            read, last = _read_together(shapes, at)
            yield from ((form, at, last) for form in read)
            at = last + 1


def _read_forms(shapes: list[str]) -> list[str]:
    """The forms alone, the plain words between numbers taken as they stand."""
    plain, out, at = [*map(_is_plain, shapes), False], list[str](), 0
    while (special := plain.index(False, at)) < len(shapes):
        read, last = _read_together(shapes, special)
        out += shapes[at:special] + read
        at = last + 1
    return out + shapes[at:]


def _read_together(shapes: list[str], at: int) -> tuple[list[str], int]:
    """The forms that a number, an amount or ``per`` and what belongs to it are, and the last token of them."""
    shape = shapes[at]
    currency = _CURRENCY.get(shape)
    first = at + 1 if currency else at
    number = read_number(shapes, first) if first < len(shapes) and _starts_number(shapes[first]) else None
    if number:
        return [number[1], *([currency] if currency else [])], first + number[0] - 1
    if shape == "per" and shapes[at + 1 : at + 2] == ["cent"]:
        return ["percent"], at + 1
    return [] if currency else [shape], at


def _all_plain(shapes: list[str]) -> bool:
    return _PLAIN.issuperset(map(_is_plain, shapes))


@lru_cache(maxsize=16_384)
def _is_plain(shape: str) -> bool:
    """Whether a form means the same whatever stands beside it: no figure, no number word, no currency, no ``per``."""
    return not (_starts_number(shape) or shape in _CURRENCY or shape == "per")


def _starts_number(form: str) -> bool:
    return form in NUMBER_WORDS or form[:1].isdigit()
