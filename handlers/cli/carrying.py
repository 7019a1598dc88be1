"""``verbatim import`` and ``verbatim export``: verified quotes as .csv or .jsonl, in and out."""

from __future__ import annotations

from pathlib import Path

import click

from handlers.cli import options
from handlers.cli.watched import watched


@click.command("import")
@click.argument("file", metavar="FILE", type=options.PLACE)
@click.option("--by", default="import", show_default=True, metavar="NAME", help="Who stands for rows that do not say.")
@options.database
def import_command(file: str, by: str, db: str | None) -> int:
    """Take verified quotes in from .csv or .jsonl; bad rows are told with their line, the good ones go in."""
    from store.imports import import_file

    with watched("Reading quotes", _lines(file)) as tell:
        result = import_file(options.scope(db), Path(file), by, tell)
    for problem in result.problems:
        click.echo(f"line {problem.line}: {problem.why}", err=True)
    click.echo(f"{result.added} quotes stored, {result.already} there already, {len(result.problems)} not read.")
    return 1 if result.problems else 0


def _lines(file: str) -> int | None:
    try:
        with Path(file).open("rb") as content:
            return sum(1 for _ in content)
    except OSError:
        return None


@click.command("export")
@click.argument("file", metavar="FILE", type=options.PLACE)
@options.database
def export_command(file: str, db: str | None) -> int:
    """Write every verified quote to .csv or .jsonl, in the columns that import reads."""
    from store.exports import export_file

    count = export_file(options.scope(db, create=False), Path(file))
    click.echo(f"{count} {'quote' if count == 1 else 'quotes'} written to {file}.")
    return 0
