"""Bytes as text, in whatever encoding a newsroom's system wrote them.

UTF-8, UTF-16 and a declared encoding are certain.  Anything else is read by guess, and the reader is told
so, because a wrong guess shows in the accents and quotation marks.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from bot.errors import UnknownFormat
from bot.models import Notice

_HALF = re.compile("[\ud800-\udfff]")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = ["cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r"]
_WESTERN = frozenset("‘’“”–—…•€£¥©®™°·«»§½¼¾²³×\u00a0¡¿‚„‹›†‡ºª\u00ad¢µ")
_NO_TEXT = "This is no text; send a .docx, .pdf, .html, .md or .txt file, or paste the text."
_SAMPLE = 8_192


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text read from bytes, with a notice where its encoding was a guess."""

    text: str
    notices: tuple[Notice, ...] = ()


def whole_characters(text: str) -> str:
    """The text with each half of a character (a lone surrogate) replaced by U+FFFD, everything else in its place."""
    return _HALF.sub("\ufffd", text)


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text that bytes hold; ``declared`` is the encoding that a page or server names.

    Raises ``UnknownFormat`` where the bytes are no text in any encoding that is known.
    """
    decoded = _certain(content, declared) or _guessed(content)
    if _is_binary(decoded.text):
        raise UnknownFormat(_NO_TEXT, content[:16])
    return decoded


def _certain(content: bytes, declared: str | None) -> Decoded | None:
    for mark, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strictly(content, name)
    wide = _wide_encoding(content)
    if wide:
        return _strictly(content, wide)
    for encoding in ("utf-8", declared):
        decoded = _strictly(content, encoding) if encoding else None
        if decoded:
            return decoded
    return None


def _strictly(content: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(content.decode(name).removeprefix("\ufeff"))
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without its mark: in Latin script every second byte is zero."""
    sample = content[:_SAMPLE]
    if len(content) % 2 or len(sample) < 4 or 0 not in sample:
        return None
    half = len(sample) / 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else None


def _guessed(content: bytes) -> Decoded:
    if 0 in content:
        raise UnknownFormat(_NO_TEXT, content[:16])
    return _damaged_utf8(content) or _single_byte(content)


def _damaged_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a stray byte here and there, as two systems joined by hand leave it."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for ch in text[:1_000_000] if ch > "\x7f") - broken
    if whole < 2 * broken:
        return None
    return Decoded(text, (_notice("as UTF-8, with characters that could not be read"),))


def _single_byte(content: bytes) -> Decoded:
    western = _strictly(content, "cp1252")
    if western and all(_is_western(ch) for ch in western.text if ch > "\x7f"):
        return Decoded(western.text, (_notice("as Windows-1252"),))
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000], cp_isolation=_SINGLE_BYTE).best()
    name = best.encoding if best else "latin-1"
    return Decoded(content.decode(name, errors="replace"), (_notice(f"as {name.replace('_', '-')}"),))


def _is_western(ch: str) -> bool:
    """A sign or small letter of Western Europe; capitals amid words are what Mac and Cyrillic files look like."""
    return ch in _WESTERN or ("à" <= ch <= "ÿ" and ch != "÷") or ch in "ÉÀÁÂÄÅÆÇÈÊÖØÜÑßŒœŠšŽž"


def _notice(how: str) -> Notice:
    return Notice(
        "encoding_guessed", f"The file is not in UTF-8 and was read {how}; look at its accents and quote marks."
    )


def _is_binary(text: str) -> bool:
    sample = text[:200_000]
    control = sum(1 for ch in sample if unicodedata.category(ch) == "Cc" and ch not in "\t\n\r\f\v\x1a\x85")
    unreadable = sample.count("\ufffd")
    is_short_prose = sum(1 for ch in sample[:400] if ch.isalpha() or ch == " ") > 0.8 * len(sample)
    return control + unreadable > max(3 if is_short_prose else 0, len(sample) // 100)
