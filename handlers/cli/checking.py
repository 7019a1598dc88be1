"""``verbatim check``: an article in, verdicts and flags out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import WrongInput
from handlers.cli import options

if TYPE_CHECKING:
    from bot.models import Report


@click.command()
@click.argument("source")
@options.about_article
@options.as_json
@click.option("--html", "page", type=click.Path(dir_okay=False), help="Also write the report as a page.")
@click.option("--style", type=click.Choice(["strict", "light"]), help="Whether cleaned-up grammar is a query.")
@click.option("--previous", type=click.Path(dir_okay=False), help="An earlier --json report: makes it a re-check.")
@click.option("--all", "show_all", is_flag=True, help="List the matches and what is not in the store.")
@options.database
@click.pass_context
def check_command(
    ctx: click.Context,
    source: str,
    published: str | None,
    outlet: str | None,
    wants_json: bool,
    page: str | None,
    style: str | None,
    previous: str | None,
    show_all: bool,
    db: str | None,
) -> int:
    """Check an article: a file (.txt .md .html .docx .pdf), a link, or - for standard input.

    Exit 0: clean; 1: a hold or query stands; 2: it could not be read.
    """
    from bot.check import check, clean

    known = options.desk(style)
    article = options.read_article(source, published, outlet, known)
    report = check(article, options.scope(db), known, read_previous(previous))
    if page:
        write_page(report, Path(page))
    show(report, wants_json, show_all)
    return 0 if clean(report) else 1


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


def show(report: Report, wants_json: bool, show_all: bool) -> None:
    """The report on standard output."""
    if wants_json:
        from bot.render.document import report_document

        options.print_json(report_document(report))
        return
    from bot.render.plain import desk_console, render_recheck, render_report

    console = desk_console()
    if report.recheck is not None:
        render_recheck(report, console)
    else:
        render_report(report, console, show_all=show_all)
