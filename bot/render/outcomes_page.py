"""The desk's own figures as one page that needs nothing else: small plots drawn as SVG, without a script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.models.outcomes import DeskFigures, Outcomes
from bot.render.outcomes import EXPLAINED, NONE_YET, judged_line, span
from bot.render.words import counted, day, flag_title

if TYPE_CHECKING:
    from jinja2 import Environment

WIDE, HIGH = 640, 96  # of the plot of the days, in its own units
_BAR = 240  # of the longest bar of a kind
_ORDER = ("fixed", "disputed", "verified", "ignored", "wrong", "open")


@dataclass(frozen=True, slots=True)
class _Rect:
    """A rectangle of a plot, with what a hand over it is told."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A kind of finding: its name, its bar, how many there were and how often they were right."""

    title: str
    bar: tuple[_Rect, ...]
    total: str
    right: str
    told: str


def render_figures_page(figures: DeskFigures) -> str:
    """The page as HTML; write it as UTF-8."""
    most = max((one.drafts + one.again for one in figures.days), default=0)
    every = [figures.every] if len(figures.kinds) > 1 else []
    widest = max((kind.total for kind in figures.kinds), default=0)
    return (
        _environment()
        .get_template("outcomes.html.j2")
        .render(
            span=span(figures),
            facts=_facts(figures),
            none_yet=None if figures.drafts else NONE_YET,
            days=tuple(_days(figures, most)),
            most=most,
            first=day(figures.days[0].day),
            last=day(figures.days[-1].day),
            wide=WIDE,
            high=HIGH,
            bar=_BAR,
            rows=[_row(kind, widest) for kind in figures.kinds],
            every=[_row(kind, kind.total) for kind in every],
            order=_ORDER,
            explained=EXPLAINED,
            style=_style(),
            policy=figures_policy(),
        )
    )


@lru_cache(maxsize=1)
def figures_policy() -> str:
    """The Content-Security-Policy of the page: nothing but its own style."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("bot.render", ".")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@lru_cache(maxsize=1)
def _style() -> str:
    """The page's own style: Verbatim's words, with nothing of a draft in them."""
    from markupsafe import Markup

    return Markup(_environment().get_template("outcomes.css.j2").render())


def _facts(figures: DeskFigures) -> str:
    parts = [counted(figures.drafts, "draft"), counted(figures.quotes, "quote")]
    if figures.again:
        parts.insert(1, counted(figures.again, "later version"))
    return " · ".join(parts)


def _days(figures: DeskFigures, most: int) -> Iterator[_Rect]:
    """The bars of the days: drafts below, later versions on top."""
    step = WIDE / len(figures.days)
    unit = (HIGH - 8) / most if most else 0.0
    for number, one in enumerate(figures.days):
        told = f"{day(one.day)}: {counted(one.drafts, 'draft')}, {counted(one.again, 'later version')}"
        x, width = round(number * step, 2), round(step * 0.72, 2)
        first, later = one.drafts * unit, one.again * unit
        if one.drafts:
            yield _Rect(x, round(HIGH - first, 2), width, round(first, 2), "drafts", told)
        if one.again:
            yield _Rect(x, round(HIGH - first - later, 2), width, round(later, 2), "again", told)


def _row(kind: Outcomes, widest: int) -> _Row:
    title = "All kinds" if kind.code == "all" else flag_title(kind.code).capitalize()
    parts = [f"{getattr(kind, name)} {name}" for name in _ORDER if getattr(kind, name)]
    return _Row(title, tuple(_parts(kind, widest)), f"{kind.total:,}", judged_line(kind), ", ".join(parts))


def _parts(kind: Outcomes, widest: int) -> Iterator[_Rect]:
    x = 0.0
    for name in _ORDER:
        count = getattr(kind, name)
        width = round(count * _BAR / widest, 2) if widest else 0.0
        if count:
            yield _Rect(round(x, 2), 0, width, 14, name, f"{count} {name}")
        x += width
