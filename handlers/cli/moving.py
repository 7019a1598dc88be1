"""``verbatim copy`` and ``verbatim backup``: a whole store, moved or kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from handlers.cli import options


@click.command("copy")
@click.argument("source", metavar="FROM", type=options.PLACE)
@click.argument("target", metavar="TO", type=options.PLACE)
def copy_command(source: str, target: str) -> int:
    """Copy a whole store, FROM and TO each a file or a postgresql:// address; the copy is checked row for row."""
    from store import open_store

    with _progress() as tell:
        old = open_store(source, create=False)
        copied = old.copy_to(open_store(target), tell)
    for table, found in copied.items():
        if found.rows:
            click.echo(f"{found.rows:>12,}  {table:<12} {found.digest[:16]}")
    count = copied["quote"].rows
    quotes = "quote" if count == 1 else "quotes"
    click.echo(f"{count:,} verified {quotes} copied; counts and hashes are the same on both sides.")
    return 0


@click.command("backup")
@click.argument("file", metavar="FILE", type=options.PLACE)
@options.database
def backup_command(file: str, db: str | None) -> int:
    """Write the store as it stands to a new FILE, while the bot goes on writing."""
    from store import open_store

    with _progress() as tell:
        store = open_store(db or options.settings().database, create=False)
        size = store.back_up(Path(file), tell)
    click.echo(f"The store is in {file} ({size / 1e6:,.1f} MB); it opens like any other, with --db {file}.")
    return 0


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """What is being done and how far it is, on standard error, for somebody who watches."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,.0f}"))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Opening the store", total=None)
        yield lambda what, done: progress.update(task, description=what, completed=done)
