"""Links that open a page at the very words (``#:~:text=``), so that a finding is one tap from its source.

The syntax is the WICG's *URL Fragment Text Directives*: a long passage is named by its first and its last
words.  A browser that does not know it opens the page at its top.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

LONGEST_WHOLE = 12  # words: a longer passage is more surely found by its ends
ENDS = 5  # words at each end of a long passage
_CLOSING = " \t\r\n.,;:!?…"
"""What closes a quote is the page's own: “this year,” she said, or “this year.” alone."""


def web_link(link: str | None) -> str | None:
    """The link if a browser may follow it (http or https with a host), else None: never ``javascript:``."""
    if not link:
        return None
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return None
    return link.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def fragment_link(link: str | None, text: str) -> str | None:
    """The link to these words on that page; None where the link cannot be followed."""
    address = web_link(link)
    words = text.rstrip(_CLOSING).split() or text.split()
    if address is None or not words:
        return address
    page, _, anchor = address.partition("#")
    anchor = anchor.partition(":~:")[0]
    return f"{page}#{anchor}:~:text={_directive(words)}"


def _directive(words: list[str]) -> str:
    if len(words) <= LONGEST_WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:ENDS])},{_encoded(words[-ENDS:])}"


def _encoded(words: list[str]) -> str:
    """Percent-encoded with the three signs that the syntax uses itself: dash, comma, ampersand."""
    text = " ".join(words).encode("utf-8", "replace")
    return quote(text, safe="").replace("-", "%2D")
