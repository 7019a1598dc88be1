"""Articles in: whatever a desk has in hand (a paste, a file, a link) becomes one ``Article``.

Plain text stays exactly as it came, so that offsets point into the editor's own words; of pages and
documents the text is what a reader would read, a blank line between paragraphs.  Every refusal is an
``UnreadableArticle`` or a ``LinkError`` whose sentence says what to do.
"""

from bot.ingest.clean import furniture
from bot.ingest.paste import looks_cut, read_text
from bot.ingest.published import parse_published
from bot.ingest.source import read_bytes, read_source

__all__ = ["furniture", "looks_cut", "parse_published", "read_bytes", "read_source", "read_text"]
