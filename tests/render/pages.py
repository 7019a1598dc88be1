"""The page as a browser reads it, for the tests."""

from __future__ import annotations

from lxml import html

from bot.models import Report
from bot.render.html import render_page


def tree(report: Report) -> html.HtmlElement:
    """The page as a browser's parser builds it."""
    return html.document_fromstring(render_page(report).encode(), parser=html.HTMLParser(encoding="utf-8"))


def words(element: html.HtmlElement) -> str:
    """The words of an element, on one line."""
    return " ".join(str(element.text_content()).split())
