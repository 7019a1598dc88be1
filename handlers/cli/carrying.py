"""``verbatim import`` and ``verbatim export``: verified quotes as .csv or .jsonl, in and out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handlers.cli import options
from handlers.cli.watched import watched

if TYPE_CHECKING:
    from store.imports import Problem


@click.command("import")
@click.argument("file", metavar="FILE", type=options.PLACE)
@click.option("--by", default="import", show_default=True, metavar="NAME", help="Who stands for rows that do not say.")
@click.option("--dry-run", is_flag=True, help="Store nothing: say what would go in, what is there, what is bad.")
@options.database
def import_command(file: str, by: str, dry_run: bool, db: str | None) -> int:
    """Take verified quotes in from .csv or .jsonl; bad rows are told with their line, the good ones go in."""
    if dry_run:
        return _preview(file, by, db)
    from store.imports import import_file

    with watched("Reading quotes", _lines(file)) as tell:
        result = import_file(options.scope(db), Path(file), by, tell)
    _tell(result.problems)
    click.echo(f"{result.added} quotes stored, {result.already} there already, {len(result.problems)} not read.")
    return 1 if result.problems else 0


def _preview(file: str, by: str, db: str | None) -> int:
    """Prints what an import would do."""
    from bot.render.plain import desk_console
    from bot.render.preview import render_preview
    from store.imports import preview_file

    with options.scope_to_read(db) as scope, watched("Reading quotes", _lines(file)) as tell:
        seen = preview_file(scope, Path(file), by, tell)
    _tell(seen.problems)
    first = [(row.text, row.speaker, row.said_on) for row in seen.first]
    counts = {"new": seen.new, "there already": seen.already, "twice in the file": seen.twice}
    counts["not read"] = len(seen.problems)
    render_preview(counts, seen.columns, seen.unread, first, desk_console())
    return 1 if seen.problems else 0


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(f"line {problem.line}: {problem.why}", err=True)


def _lines(file: str) -> int | None:
    try:
        with Path(file).open("rb") as content:
            return sum(1 for _ in content)
    except OSError:
        return None


@click.command("export")
@click.argument("file", metavar="FILE", type=options.PLACE)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "tsv", "jsonl", "quotation", "claimreview", "annotation"]),
    help="csv, tsv and jsonl have the columns that import reads; quotation and claimreview are schema.org's, annotation"
    " is the W3C's. [default: by FILE's name, quotation for .jsonld]",
)
@click.option("--outlet", metavar="NAME", help="Who signs a claim review. [default: $VERBATIM_OUTLET]")
@options.database
def export_command(file: str, kind: str | None, outlet: str | None, db: str | None) -> int:
    """Write every verified quote to a file: .csv, .jsonl, or linked data (.jsonld)."""
    from store.exports import export_file

    own = outlet or next(iter(options.desk().outlets), None)
    count = export_file(options.scope(db, create=False), Path(file), kind, own)
    left_out = "; those without a link are left out" if kind == "annotation" else ""
    click.echo(f"{count} {'quote' if count == 1 else 'quotes'} written to {file}{left_out}.")
    return 0
