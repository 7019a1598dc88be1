"""What a web page says of itself outside its text: when it was published, and by whom.

Only statements of a publication date count (JSON-LD, ``article:published_time`` and its kin, a marked
``<time>``, the day in the address), never a date of change and never a guess from the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol


class Element(Protocol):
    """What is asked of an element of a parsed page (lxml's)."""

    @property
    def text(self) -> str | None:
        """The text before the first element inside it."""

    def get(self, key: str) -> str | None:
        """The attribute of that name."""

    def iter(self, tag: str | None = None) -> Iterator[Element]:
        """The elements of that name inside it, in document order."""

    def text_content(self) -> str:
        """All text inside it."""

    def xpath(self, path: str) -> list[Any]:
        """The elements on a path."""


_META = frozenset(
    "article:published_time og:article:published_time og:published_time parsely-pub-date sailthru.date pubdate"
    " publishdate publish-date publish_date publication_date date.issued dc.date dc.date.issued dcterms.created"
    " dcterms.date datepublished cxenseparse:recs:publishtime article.published originalpublicationdate"
    " citation_publication_date".split()
)
_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle"
    " ReviewNewsArticle BlogPosting LiveBlogPosting Report WebPage Interview".split()
)
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
_SUFFIX = re.compile(r" [|–—-] ")
_DEEPEST = 12


def page_dates(tree: Element, link: str | None) -> tuple[date, ...]:
    """The days on which the page says it was published, most trusted first, each day once.

    Neighbouring days are one publication seen from two time zones.
    """
    stated = [day for raw in _statements(tree) if (day := _day(_DAY.match(raw)))]
    in_address = _day(_IN_ADDRESS.search(link or ""))
    if in_address and not stated:
        stated = [in_address]
    days: list[date] = []
    for day in stated:
        if all(abs((day - other).days) > 1 for other in days):
            days.append(day)
    return tuple(days)


def page_title(tree: Element, outlet: str | None) -> str | None:
    """The headline: the one that readers see, else the page's own data, without the outlet's name behind it."""
    seen = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    titles = [title for title in seen if len(title.split()) >= 3 and title != outlet] if len(seen) <= 3 else []
    titles += [content for name, content in _metas(tree) if name == "og:title" and content]
    titles += [" ".join(title.text_content().split()) for title in tree.iter("title")]
    shown = next((title for title in titles if title), "")
    behind = _SUFFIX.split(shown)[-1]
    if outlet and behind != shown and behind.casefold() == outlet.casefold():
        shown = shown.removesuffix(behind).rstrip(" |–—-")
    return shown or None


def page_outlet(tree: Element) -> str | None:
    """The name of the outlet as the page's own data gives it."""
    for wanted in ("og:site_name", "application-name"):
        for name, content in _metas(tree):
            if name == wanted and content:
                return content
    for thing in _linked_data(tree):
        publisher = thing.get("publisher")
        called = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(called, str) and called.strip():
            return called.strip()
    return None


def _metas(tree: Element) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.casefold(), " ".join((meta.get("content") or "").split())


def _statements(tree: Element) -> Iterator[str]:
    for thing in _linked_data(tree):
        if isinstance(thing.get("datePublished"), str):
            yield thing["datePublished"]
    for name, content in _metas(tree):
        if name in _META:
            yield content
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or (time.get("itemprop") or "").casefold() == "datepublished":
            yield time.get("datetime") or ""


def _linked_data(tree: Element) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes; broken JSON is passed over, as browsers do."""
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold().strip() != "application/ld+json":
            continue
        try:
            yield from _articles(json.loads(script.text or "null"))
        except (ValueError, RecursionError):
            continue


def _articles(thing: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(thing, list):
        for part in thing:
            yield from _articles(part, depth + 1)
    elif isinstance(thing, dict):
        kind = thing.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(isinstance(one, str) and one in _ARTICLES for one in kinds):
            yield thing
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(thing.get(key), depth + 1)


def _day(written: re.Match[str] | None) -> date | None:
    if not written:
        return None
    try:
        return date(int(written[1]), int(written[2]), int(written[3]))
    except ValueError:
        return None
