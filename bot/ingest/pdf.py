"""A PDF as an article: its lines joined to paragraphs, hyphens at line ends undone, running heads left out.

At most ``PAGES`` pages are read, and the reader is told where there are more.  A scan holds no text, and a
locked file is refused unless it opens without a password.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.apart import read_apart
from bot.apart.pdf_pages import DAMAGED, PAGES, Pages
from bot.errors import UnreadableArticle
from bot.ingest.paste import read_text
from bot.ingest.pdf_lines import paragraphs, without_running_heads
from bot.models import Article, Notice

_SCAN = "The PDF holds no text, as a scan does; paste the text, or send the file it was made from."


def read_pdf(content: bytes, source: str | None = None) -> Article:
    """The article in a PDF, a blank line between its paragraphs; the parser runs in a process of its own.

    Raises ``Encrypted``, ``TooLarge``, and ``UnreadableArticle`` where it is damaged or holds no text, or where the
    extra ``pdf`` is not installed.
    """
    read: Pages = read_apart("bot.apart.pdf_pages", content, DAMAGED)
    kept, left_out = without_running_heads(read["pages"])
    text = "\n\n".join(paragraphs(kept))
    if not any(ch.isalpha() for ch in text):
        raise UnreadableArticle(_SCAN, source)
    article = read_text(text, source)
    return replace(article, notices=(*_notices(read["more"], left_out), *article.notices))


def _notices(more: bool, left_out: int) -> Iterator[Notice]:
    if more:
        yield Notice("truncated", f"Only the first {PAGES} pages of the PDF were read; send the rest on its own.")
    if left_out:
        yield Notice("running_heads", "Running heads and page numbers of the PDF were left out.")
