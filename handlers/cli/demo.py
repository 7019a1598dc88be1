"""``verbatim demo``: earlier articles fill a store, a draft is checked, an edit is checked again."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import WrongInput
from bot.settings import Desk

if TYPE_CHECKING:
    from bot.models import Article, Report
    from store.scope import Scope

EXAMPLES = files("handlers") / "examples"


@dataclass(frozen=True, slots=True)
class Piece:
    """One bundled article: its file, outlet, publication date, and who verified it against what."""

    file: str
    outlet: str | None = None
    published: date | None = None
    by: str = "desk"
    against: str | None = None
    link: str | None = None


@click.command()
@click.option(
    "--page",
    default="demo/report.html",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the report's page is written; that of the corrected draft goes beside it.",
)
def demo_command(page: Path) -> int:
    """Run the main job on the bundled example and write its pages; needs no Slack and no settings."""
    from bot.render.plain import desk_console, render_recheck, render_report

    programme = read_programme()
    drafts = programme.drafts
    with filled_store(programme) as scope:
        console = desk_console()
        click.echo(f"{len(programme.earlier)} earlier articles read, {scope.size()} quotes stored as verified.\n")
        report = _checked(drafts["draft"], scope)
        render_report(report, console, show_all=True)
        click.echo("\nThe draft comes back corrected:\n")
        again = _checked(drafts["corrected"], scope, report)
        render_recheck(again, console)
        click.echo("\nA note without a date:\n")
        render_report(_checked(drafts["undated"], scope), console)
    corrected = page.with_name(f"{page.stem}-corrected{page.suffix}")
    _write(page, report)
    _write(corrected, again)
    click.echo(f"\nThe pages: {page}, {corrected}")
    return 0


def _write(page: Path, report: Report) -> None:
    from bot.render.html import render_page

    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(render_page(report), encoding="utf-8")
    except OSError as problem:
        raise WrongInput(f"The page cannot be written to {page}: {problem.strerror}. Give another path.") from problem


@dataclass(frozen=True, slots=True)
class Dispute:
    """A verified quote that is in doubt: some of its words, who says so and why."""

    words: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Programme:
    """What the demonstration runs: articles verified earlier, disputes, and the drafts by name."""

    earlier: tuple[Piece, ...]
    disputes: tuple[Dispute, ...]
    drafts: dict[str, Piece]


def read_programme() -> Programme:
    """The bundled programme, from ``demo.toml``."""
    rows = tomllib.loads((EXAMPLES / "demo.toml").read_text(encoding="utf-8"))
    return Programme(
        tuple(Piece(**row) for row in rows["earlier"]),
        tuple(Dispute(**row) for row in rows["dispute"]),
        {name: Piece(**row) for name, row in rows["drafts"].items()},
    )


@contextmanager
def filled_store(programme: Programme) -> Iterator[Scope]:
    """A store in a temporary folder that holds the earlier articles, and what is disputed of them."""
    from bot.reading import read_article
    from store import open_store

    with tempfile.TemporaryDirectory(prefix="verbatim-demo-") as folder:
        store = open_store(Path(folder) / "demo.db")
        scope = store.scope()
        for piece in programme.earlier:
            article = replace(_article(piece), link=piece.link)
            the_day_after = None if piece.published is None else f"{piece.published + timedelta(days=1)}T09:00:00+00:00"
            scope.add_article(article, read_article(article), piece.by, against=piece.against, at=the_day_after)
        for doubt in programme.disputes:
            scope.dispute(scope.find(doubt.words)[0].quote_id, doubt.by, doubt.why)
        yield scope
        store.close()


def _article(piece: Piece) -> Article:
    from bot.ingest import read_text

    article = read_text((EXAMPLES / piece.file).read_text(encoding="utf-8"), piece.file)
    return replace(article, outlet=piece.outlet, published=piece.published or article.published)


def _checked(piece: Piece, scope: Scope, previous: Report | None = None) -> Report:
    from bot.check import check

    return check(_article(piece), scope, Desk(), previous)
