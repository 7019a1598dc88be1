"""A PDF as an article: its lines joined to paragraphs, hyphens at line ends undone, running heads left out.

At most ``PAGES`` pages are read, and the reader is told where there are more.  A scan holds no text, and a
locked file is refused unless it opens without a password.
"""

from __future__ import annotations

import io
import logging
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import Encrypted, TooLarge, UnreadableArticle
from bot.ingest.paste import LONGEST, read_text
from bot.ingest.pdf_lines import paragraphs, without_running_heads
from bot.models import Article, Notice

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 200
"""The most pages that are read: a newspaper of the day has under 100."""

SECONDS = 30.0
"""The longest that the pages may take to read, in seconds."""

_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, RecursionError,
    RuntimeError, TypeError, ValueError, zlib.error,
)  # fmt: skip
_DAMAGED = "The PDF is damaged and could not be read; save it again, or paste the text."
_LOCKED = "The PDF is locked with a password; save it without one, or paste the text."
_NO_READER = (
    "PDFs are not read here yet; paste the text, or install their reader: pip install “.[pdf]” in the project's folder."
)
_SCAN = "The PDF holds no text, as a scan does; paste the text, or send the file it was made from."


def read_pdf(content: bytes, source: str | None = None) -> Article:
    """The article in a PDF, a blank line between its paragraphs.

    Raises ``Encrypted``, ``TooLarge``, and ``UnreadableArticle`` where it is damaged or holds no text, or where the
    extra ``pdf`` is not installed.
    """
    try:
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError as missing:
        raise UnreadableArticle(_NO_READER, source) from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        pages, more = _pages(content, source)
    except (DependencyError, FileNotDecryptedError) as locked:
        raise Encrypted(_LOCKED, source) from locked
    except (PyPdfError, *_BROKEN) as damaged:
        raise UnreadableArticle(_DAMAGED, source) from damaged
    kept, left_out = without_running_heads(pages)
    text = "\n\n".join(paragraphs(kept))
    if not any(ch.isalpha() for ch in text):
        raise UnreadableArticle(_SCAN, source)
    article = read_text(text, source)
    return replace(article, notices=(*_notices(more, left_out), *article.notices))


def _pages(content: bytes, source: str | None) -> tuple[list[list[str]], bool]:
    """The lines of each page, and whether there are more pages than are read."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Encrypted(_LOCKED, source)
    return list(_texts(reader, source)), len(reader.pages) > PAGES


def _texts(reader: PdfReader, source: str | None) -> Iterator[list[str]]:
    started, length = time.monotonic(), 0
    for page, _ in zip(reader.pages, range(PAGES), strict=False):
        text = page.extract_text()
        length += len(text)
        if length > LONGEST or time.monotonic() - started > SECONDS:
            raise TooLarge("The PDF is too long to read; send the pages of the article alone.", source)
        yield text.splitlines()


def _notices(more: bool, left_out: int) -> Iterator[Notice]:
    if more:
        yield Notice("truncated", f"Only the first {PAGES} pages of the PDF were read; send the rest on its own.")
    if left_out:
        yield Notice("running_heads", "Running heads and page numbers of the PDF were left out.")
