"""What a wording is found again by: hashes of its three-word runs, and of the whole where it is short.

A form is a word as ``bot.language.text.search_forms`` gives it.  The keys are those of research on a million quotes:
every three-word run (nothing sampled, so nothing can be missed), the whole wording, and for a wording of up
to seven words each wording with one word left out, so that one edit cannot hide it.  Keys are 31-bit; two
wordings that share one by chance add a candidate and never lose one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from zlib import crc32

GRAM = 3
SHORT = 7
_MASK = 0x7FFFFFFF
_CODES = 63_487  # of two bytes: neither 0, which stands between sequences, nor half a surrogate pair
_SURROGATES, _NONE_LEFT = 0xD800, 0x800


@lru_cache(maxsize=65_536)
def _code(form: str) -> str:
    """One character that stands for a word."""
    return code_of(crc32(form.encode("utf-8", "surrogatepass")) & 0xFFFFF)


def code_of(hashed: int) -> str:
    """The character of a word by 20 bits of its hash; two words may share one, which only ever orders candidates."""
    code = 1 + hashed % _CODES
    return chr(code if code < _SURROGATES else code + _NONE_LEFT)


def packed(print_: str) -> bytes:
    """A wordprint as it is stored: two bytes a word."""
    return print_.encode("utf-16-le")


def unpacked(stored: bytes) -> str:
    """A stored wordprint as a string again."""
    return bytes(stored).decode("utf-16-le")


def wordprint(forms: Sequence[str]) -> str:
    """The words as a string of one character each, so that word runs are compared at the speed of strings."""
    return "".join(map(_code, forms))


def gram_keys(forms: Sequence[str]) -> list[int]:
    """The key of every three-word run, in reading order; none where there are fewer than three words.

    Each run is a slice of the words joined once, which costs a third of joining every run.
    """
    text = " ".join(forms)
    if not text.isascii():
        return [_key(forms[at : at + GRAM]) for at in range(len(forms) - GRAM + 1)]
    joined = text.encode()
    ends = [end - 1 for end in accumulate([len(form) + 1 for form in forms])]
    starts = [0, *[end + 1 for end in ends]]
    return [crc32(joined[start:end]) & _MASK for start, end in zip(starts, ends[GRAM - 1 :], strict=False)]


def short_keys(forms: Sequence[str], longest: int = SHORT) -> set[int]:
    """The keys of the whole wording and, up to ``longest`` words, of it with each one word left out."""
    keys = {_key(forms, "=")} if forms else set()
    if 2 <= len(forms) <= longest:
        keys.update(_key([*forms[:at], *forms[at + 1 :]], "=") for at in range(len(forms)))
    return keys


def stored_keys(forms: Sequence[str]) -> set[int]:
    """Every key that a stored wording is kept under."""
    return set(gram_keys(forms)) | short_keys(forms)


def _key(forms: Sequence[str], mark: str = "") -> int:
    return crc32((mark + " ".join(forms)).encode("utf-8", "surrogatepass")) & _MASK
