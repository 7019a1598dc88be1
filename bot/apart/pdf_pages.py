"""The lines of a PDF's pages, read by a process of its own (``python -m bot.apart.pdf_pages``)."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

from bot.apart import answer
from bot.errors import Encrypted, TooLarge, UnreadableArticle

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 200
"""The most pages that are read: a newspaper of the day has under 100."""

LONGEST = 2_000_000
"""The most characters that are read: as many as an article may have."""

DAMAGED = "The PDF is damaged and could not be read; save it again, or paste the text."
"""What is said of a PDF that the parser cannot follow, or that brings it down."""

_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, RecursionError,
    RuntimeError, TypeError, ValueError, zlib.error,
)  # fmt: skip
_NO_READER = (
    "PDFs are not read here yet; paste the text, or install their reader: pip install “.[pdf]” in the project's folder."
)
_LOCKED = "The PDF is locked with a password; save it without one, or paste the text."


class Pages(TypedDict):
    """The lines of each page, and whether there are more pages than are read."""

    pages: list[list[str]]
    more: bool


def pdf_pages(content: bytes) -> Pages:
    """The pages of a PDF.

    Raises ``Encrypted``, ``TooLarge``, and ``UnreadableArticle`` where it is damaged, or where the extra ``pdf`` is
    not installed.
    """
    try:
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError as missing:
        raise UnreadableArticle(_NO_READER) from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        return _read(content)
    except (DependencyError, FileNotDecryptedError) as locked:
        raise Encrypted(_LOCKED) from locked
    except (PyPdfError, *_BROKEN) as damaged:
        raise UnreadableArticle(DAMAGED) from damaged


def _read(content: bytes) -> Pages:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Encrypted(_LOCKED)
    return {"pages": list(_texts(reader)), "more": len(reader.pages) > PAGES}


def _texts(reader: PdfReader) -> Iterator[list[str]]:
    length = 0
    for page, _ in zip(reader.pages, range(PAGES), strict=False):
        text = page.extract_text()
        length += len(text)
        if length > LONGEST:
            raise TooLarge("The PDF is too long to read; send the pages of the article alone.")
        yield text.splitlines()


if __name__ == "__main__":
    answer(pdf_pages)
