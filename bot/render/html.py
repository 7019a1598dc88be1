"""The report as one page that needs nothing else: the article, set to be read, and its notes beside it.

The page makes no request of its own, and its policy allows only the style and the script it carries, named
by their hashes; a server should send the same policy (``page_policy``).  Every text of the draft or the
store is escaped by the template.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.models import Article, Report
from bot.render.cards import ABSENT, MATCHED, cards, details, marks
from bot.render.findings import counts
from bot.render.fragments import web_link
from bot.render.jsonld import quotations, web_annotations
from bot.render.sheet import blocks
from bot.render.words import SEVERITIES, VERDICTS, counted, day

if TYPE_CHECKING:
    from jinja2 import Environment

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render_page(report: Report) -> str:
    """The whole page as HTML; write it as UTF-8.

    Characters that HTML cannot hold (controls, lone surrogates) are shown as U+FFFD.
    """
    notes = cards(report)
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            article=report.article,
            heading=_heading(report.article),
            facts=_facts(report),
            blocks=blocks(report.article, marks(notes)),
            notes=notes,
            details=details,
            tallies=_tallies(report),
            verdicts=VERDICTS.values(),
            style=_part("page.css.j2"),
            script=_part("page.js.j2"),
            policy=page_policy(),
            linked=(quotations(report), web_annotations(report)),
        )
    )
    return _UNWRITABLE.sub("\ufffd", page)


@lru_cache(maxsize=1)
def page_policy() -> str:
    """The Content-Security-Policy of the page: nothing but its own style and script."""
    style, script = (_hash(_part(name)) for name in ("page.css.j2", "page.js.j2"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("bot.render", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=4)
def _part(name: str) -> str:
    """The page's own style or script: Verbatim's words, with nothing of a draft in them."""
    from markupsafe import Markup

    return Markup(_environment().get_template(name).render())


def _heading(article: Article) -> str | None:
    """The title, unless the text begins with it."""
    if article.title is None or article.text.lstrip().startswith(article.title.strip()):
        return None
    return article.title


def _facts(report: Report) -> tuple[str, ...]:
    """The line under the headline: outlet, date, length, store."""
    article = report.article
    published = f"{day(article.published)}" if article.published else "undated"
    rows = (
        article.outlet,
        published,
        counted(len(article.text.split()), "word"),
        counted(len(report.quotes), "quote"),
        f"{report.store_size:,} in the store",
    )
    source = None if web_link(article.source) else article.source
    return tuple(row for row in (source, *rows) if row)


def _tallies(report: Report) -> tuple[tuple[str, str, str, str], ...]:
    """The counts that filter: level, sign, what is counted, what it means."""
    figures = counts(report)
    numbers = (figures.holds, figures.queries, figures.notes)
    rows = [
        (severity.value, label.sign, counted(number, label.word), label.meaning)
        for (severity, label), number in zip(SEVERITIES.items(), numbers, strict=True)
    ]
    rows.append(("matched", MATCHED.sign, f"{figures.matched:,} {MATCHED.word}", MATCHED.meaning))
    rows.append(("absent", ABSENT.sign, f"{figures.not_in_store:,} {ABSENT.word}", ABSENT.meaning))
    return tuple(rows)
