"""What a file is, told by its first bytes and only then by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.errors import Encrypted, UnknownFormat

_PAGE_START = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,3}<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)
_TAG = re.compile(r"<(?:p|div|article|h1|span|br|meta|title)\b[^<>]{0,500}>", re.I)
_WIDE_TAG = re.compile(rb"^(?:\xff\xfe|\xfe\xff)?\x00?<\x00?(?:!\x00?d\x00?o\x00?c|h\x00?t\x00?m\x00?l)", re.I)
_NOT_TEXT = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"RIFF", "a recording or a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)


class Format(StrEnum):
    """A kind of file that is read."""

    TEXT = "text"
    PAGE = "page"
    WORD = "word"
    PDF = "pdf"


def format_of(content: bytes, name: str | None = None) -> Format:
    """The kind of a file by its content, then by its name; text where nothing speaks against it.

    Raises ``UnknownFormat`` for files that are known not to be read, ``Encrypted`` for locked Office files.
    """
    ending = (name or "").rpartition(".")[2].casefold()
    if content.startswith(b"%PDF-") or (ending == "pdf" and b"%PDF-" in content[:1024]):
        return Format.PDF
    if content.startswith(b"PK\x03\x04") or content.startswith(b"PK\x05\x06"):
        return Format.WORD
    _refuse_known(content)
    if ending in {"docx", "pdf"} and b"\x00" in content[:1024] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnknownFormat(f"This is no .{ending} file, or it is damaged; save it again, or paste the text.", name)
    if _PAGE_START.match(content.removeprefix(b"\xef\xbb\xbf")) or _WIDE_TAG.match(content):
        return Format.PAGE
    named_page = ending in {"html", "htm", "xhtml"}
    return Format.PAGE if named_page and _TAG.search(content[:100_000].decode("latin-1")) else Format.TEXT


def _refuse_known(content: bytes) -> None:
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Encrypted("The document is locked with a password; save it without one, or paste the text.")
        raise UnknownFormat("This is an old Word file (.doc); save it as .docx, or paste the text.")
    if content.startswith(b"{\\rtf"):
        raise UnknownFormat("This is an .rtf file; save it as .docx, or paste the text.")
    for opening, what in _NOT_TEXT:
        if content.startswith(opening) and (b"\x00" in content[:4096] or len(opening) > 3):
            raise UnknownFormat(f"This is {what}, not an article; send a .docx, .pdf, .html, .md or .txt file.", what)
