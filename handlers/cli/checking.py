"""``verbatim check``: an article in, verdicts and flags out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import WrongInput
from handlers.cli import options

if TYPE_CHECKING:
    from bot.models import Report
    from bot.settings import Desk
    from store.scope import Scope


@click.command()
@click.argument("source", type=options.PLACE)
@options.about_article
@options.as_json
@click.option("--html", "page", type=click.Path(dir_okay=False), help="Also write the report as a page.")
@click.option("--style", type=click.Choice(["strict", "light"]), help="Whether cleaned-up grammar is a query.")
@click.option("--previous", type=click.Path(dir_okay=False), help="An earlier --json report: makes it a re-check.")
@click.option("--watch", is_flag=True, help="Check the file again whenever it is saved; Ctrl-C ends.")
@click.option("--all", "show_all", is_flag=True, help="List the matches and what is not in the store.")
@click.option("-q", "--quiet", is_flag=True, help="Print the counts alone, and nothing of a clean article.")
@options.database
def check_command(
    source: str,
    published: str | None,
    outlet: str | None,
    wants_json: bool,
    page: str | None,
    style: str | None,
    previous: str | None,
    watch: bool,
    show_all: bool,
    quiet: bool,
    db: str | None,
) -> int:
    """Check an article: a file (.txt .md .html .docx .pdf), a link, or - for standard input.

    Exit 0: clean; 1: a hold or query stands; 2: it could not be read.
    """
    from bot.check import clean

    told = Told(wants_json, show_all, quiet)
    how = source, published, outlet, options.desk(style)
    if watch:
        from handlers.cli.watching import watch_file

        asked = Asked(*how, options.scope(db), Path(page) if page else None)
        return watch_file(asked, read_previous(previous), told)
    with options.scope_to_read(db) as scope:
        report = Asked(*how, scope, Path(page) if page else None).checked(read_previous(previous))
    show(report, told)
    return 0 if clean(report) else 1


@dataclass(frozen=True, slots=True)
class Told:
    """How a report is told: as JSON, with its lists, or in its counts alone."""

    as_json: bool = False
    with_lists: bool = False
    in_counts: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be checked against which store, and the file of the report's page, if one is wanted."""

    source: str
    published: str | None
    outlet: str | None
    desk: Desk
    scope: Scope
    page: Path | None = None

    def checked(self, previous: Report | None) -> Report:
        """The report on the article as it stands now, its page written; raises ``VerbatimError``."""
        from bot.check import check

        article = options.read_article(self.source, self.published, self.outlet, self.desk)
        report = check(article, self.scope, self.desk, previous)
        if self.page:
            write_page(report, self.page)
        return report


def read_previous(path: str | None) -> Report | None:
    """An earlier ``--json`` report from a file; raises ``WrongInput`` where it is none."""
    if path is None:
        return None
    from bot.render.previous import read_report

    try:
        document = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise WrongInput(f"{path} is no report of verbatim check --json; make it anew.", path) from problem
    return read_report(document)


def write_page(report: Report, path: Path) -> None:
    """The report as a self-contained page; raises ``WrongInput`` where it cannot be written."""
    from bot.render.html import render_page

    try:
        path.write_text(render_page(report), encoding="utf-8")
    except OSError as problem:
        raise WrongInput(f"The page cannot be written to {path}: {problem.strerror}. Give another path.") from problem


def show(report: Report, told: Told) -> None:
    """The report on standard output; of a re-check only what changed, with its lists all that stands."""
    if told.as_json:
        from bot.render.document import report_document

        options.print_json(report_document(report))
        return
    from bot.render.plain import desk_console, render_counts, render_recheck, render_report

    console = desk_console()
    if told.in_counts:
        render_counts(report, console)
    elif report.recheck is not None and not told.with_lists:
        render_recheck(report, console)
    else:
        render_report(report, console, show_all=told.with_lists)
