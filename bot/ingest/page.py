"""A web page as an article: its own text without what stands round it, a blank line between paragraphs.

The text is trafilatura's (defaults, tables kept, no comments), which kept 96.6% of the quotes of 120 real
pages; the headline goes first where the text leaves it out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.apart import read_apart
from bot.apart.page_text import page_paragraphs, page_tree
from bot.errors import NoArticleFound, TooLarge
from bot.ingest.charset import Decoded, decode, whole_characters
from bot.ingest.page_facts import Element, page_dates, page_outlet, page_title
from bot.ingest.paste import read_text
from bot.models import Article, PublicationDate

LARGEST = 8_000_000
"""The most characters of HTML that are read: the largest news pages have about 5 million."""

APART = 5_000
"""The most elements of a page that is read in the bot's own process: 1,700 tables, the worst there is, take it 2 s."""

MOST = 200_000
"""The most elements that are read at all."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,30})", re.I)
_TOO_LONG = "The page is too long to read; paste the text of the article."
_NO_ARTICLE = "There is no article on this page; paste the text, or drop the file."


def read_page(
    content: bytes, source: str | None = None, link: str | None = None, charset: str | None = None
) -> Article:
    """The article on a page; ``link`` is its address, ``charset`` what the server calls its encoding.

    Raises ``NoArticleFound`` where the page has none, ``TooLarge`` and ``UnknownFormat``.
    """
    decoded = _decoded(content, charset)
    if len(decoded.text) > LARGEST:
        raise TooLarge(_TOO_LONG, source)
    tree = page_tree(decoded.text)
    if tree is None:
        raise NoArticleFound(_NO_ARTICLE, source)
    dates, outlet = page_dates(tree, link), whole_characters(page_outlet(tree) or "") or None
    title, paragraphs = page_title(tree, outlet), _paragraphs(tree, decoded.text, source)
    if not any(len(one.split()) >= 5 and one.rstrip("\"'”’) ")[-1:] in ".!?…," for one in paragraphs):
        raise NoArticleFound(_NO_ARTICLE, source)
    if title and all(_plain(one) != _plain(title) for one in paragraphs[:3]):
        paragraphs = [title, *paragraphs]
    article = read_text("\n\n".join(paragraphs), source)
    return replace(
        _dated(article, dates),
        title=title or article.title,
        outlet=outlet,
        link=link,
        notices=decoded.notices + article.notices,
    )


def _decoded(content: bytes, charset: str | None) -> Decoded:
    named = _CHARSET.search(content[:4096])
    return decode(content, charset or (named[1].decode("ascii") if named else None))


def _paragraphs(tree: Element, page: str, source: str | None) -> list[str]:
    """The article's paragraphs; of a page so large that it could be meant to stall, from a process with limits."""
    size = sum(1 for _ in tree.iter())
    if size > MOST:
        raise TooLarge(_TOO_LONG, source)
    if size <= APART:
        return page_paragraphs(tree)
    read: list[str] = read_apart("bot.apart.page_text", page.encode("utf-8", "replace"), _NO_ARTICLE)
    return read


def _plain(words: str) -> str:
    return "".join(ch for ch in words.casefold() if ch.isalnum())


def _dated(article: Article, stated: tuple[date, ...]) -> Article:
    """The article with the dates of the page's data beside those of its text.

    A date in the text within a day of one in the data is the same publication in another time zone.
    """
    from_data = tuple(
        PublicationDate(day, 0, 0)
        for day in stated
        if all(abs((day - one.value).days) > 1 for one in article.publication_dates)
    )
    dates = from_data + article.publication_dates
    if from_data and article.publication_dates and len(from_data) < len(stated):
        dates = article.publication_dates + from_data
    return replace(article, publication_dates=dates, published=dates[0].value if dates else None)
