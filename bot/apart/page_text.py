"""The paragraphs of a web page, read by a process of its own where it is large (``python -m bot.apart.page_text``)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.apart import answer

if TYPE_CHECKING:
    from bot.ingest.page_facts import Element


def page_tree(page: str) -> Element | None:
    """The tree of a page, None where there is none."""
    from trafilatura import load_html

    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree: Element | None = load_html(page)
    return tree


def page_paragraphs(tree: Element) -> list[str]:
    """The article's paragraphs on a page, without what stands round it."""
    from trafilatura import bare_extraction

    _as_shown(tree)
    found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _as_shown(tree: Element) -> None:
    """Takes out what a browser strikes through, or hides within a paragraph, and puts the marks round a ``<q>``.

    A hidden part of the page may be the article's own rest, which a button shows.
    """
    for struck in tree.xpath("//body//del | //body//s | //body//strike | //p//*[@hidden]"):
        struck.drop_tree()
    for quoted in tree.xpath("//body//q"):
        quoted.text = f"“{quoted.text or ''}"
        last = quoted[-1] if len(quoted) else None
        if last is None:
            quoted.text += "”"
        else:
            last.tail = f"{last.tail or ''}”"
        quoted.drop_tag()


def _read(content: bytes) -> list[str]:
    tree = page_tree(content.decode("utf-8"))
    return [] if tree is None else page_paragraphs(tree)


if __name__ == "__main__":
    answer(_read)
