"""The report as one page that needs nothing else: the article, set to be read, and its notes beside it.

The page makes no request of its own, and its policy allows only the style and the script it carries, named
by their hashes; a server should send the same policy (``page_policy``).  Every text of the draft or the
store is escaped by the template.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.models import Article, Recheck, Report
from bot.render.cards import ABSENT, MATCHED, NEW, cards, details, marks
from bot.render.contents import contents, shown_at_once
from bot.render.findings import counts
from bot.render.fragments import web_link
from bot.render.jsonld import quotations, web_annotations
from bot.render.sheet import Block, blocks
from bot.render.since import by_severity, fixed_sentences
from bot.render.timeline import STRIP, date_marks, moments
from bot.render.versions import change_marks, pairs
from bot.render.words import SEVERITIES, VERDICTS, Label, counted, day
from bot.tongues.tongue import language_of

if TYPE_CHECKING:
    from jinja2 import Environment

_QUOTED = re.compile("(“[^“”]*”)")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render_page(report: Report) -> str:
    """The whole page as HTML; write it as UTF-8.

    Characters that HTML cannot hold (controls, lone surrogates) are shown as U+FFFD, those that turn the order of
    the words round them as a middle dot: the page's own bounds keep each script in its direction.
    """
    notes, recheck = cards(report), report.recheck or Recheck()
    fixed = fixed_sentences(report)
    laid = blocks(report.article, [*marks(notes), *date_marks(report), *change_marks(report)])
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            article=report.article,
            title=_title(report.article, laid),
            heading=_heading(report.article),
            headed=any(block.kind == "headline" for block in laid),
            language=language_of(report.article.text),
            facts=_facts(report),
            page_link=web_link(report.article.link or report.article.source),
            moments=moments(report, notes),
            strip=STRIP,
            pairs=pairs(report, notes),
            contents=contents(report.article, notes),
            blocks=laid,
            notes=notes,
            details=details,
            tallies=_tallies(report),
            fixed=fixed,
            fixed_shown=shown_at_once(len(fixed)),
            brought=by_severity(recheck.new),
            still_open=by_severity(recheck.open),
            verdicts=VERDICTS,
            severities=SEVERITIES,
            apart=_apart,
            style=_part("page.css.j2"),
            script=_part("page.js.j2"),
            policy=page_policy(),
            linked=(quotations(report), web_annotations(report)),
        )
    )
    return _TURNING.sub("·", _UNWRITABLE.sub("\ufffd", page))


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


def _title(article: Article, laid: Iterable[Block]) -> str:
    """What the browser's tab says: the headline, or where the text came from."""
    headline = next((block.words for block in laid if block.kind == "headline"), None)
    return article.title or headline or article.source or "Draft"


def _apart(sentence: str) -> list[tuple[str, bool]]:
    """A sentence with the words that it quotes apart, so that those of another script keep their own direction."""
    return [(part, part.startswith("“")) for part in _QUOTED.split(sentence) if part]


def _heading(article: Article) -> str | None:
    """The title, unless the text begins with it."""
    if article.title is None or article.text.lstrip().startswith(article.title.strip()):
        return None
    return article.title


def _facts(report: Report) -> tuple[str, ...]:
    """The line under the head: outlet, date, length, and the size of the store where it is known."""
    article = report.article
    published = f"{day(article.published)}" if article.published else "undated"
    rows = (
        article.outlet,
        published,
        counted(len(article.text.split()), "word"),
        counted(len(report.quotes), "quote"),
        f"{report.store_size:,} in the store" if report.store_size else None,
    )
    source = None if web_link(article.source) else article.source
    return tuple(row for row in (source, *rows) if row)


@dataclass(frozen=True, slots=True)
class Tally:
    """A count on top of the page that filters the notes by ``level``; ``meaning`` is its hint."""

    level: str
    sign: str
    figure: str
    word: str
    meaning: str


def _tallies(report: Report) -> tuple[Tally, ...]:
    """The counts in the order in which they are read; what is new leads in a re-check."""
    figures = counts(report)
    numbers = zip(SEVERITIES.items(), (figures.holds, figures.queries, figures.notes), strict=True)
    rows = [_tally(severity.value, label, number, counted(number, label.word)) for (severity, label), number in numbers]
    rows.append(_tally("matched", MATCHED, figures.matched))
    rows.append(_tally("absent", ABSENT, figures.not_in_store))
    if report.recheck is not None:
        rows.insert(0, _tally("new", NEW, len(report.recheck.new)))
    return tuple(rows)


def _tally(level: str, label: Label, number: int, phrase: str = "") -> Tally:
    word = phrase.partition(" ")[2] or label.word
    return Tally(level, label.sign, f"{number:,}", word, label.meaning)
