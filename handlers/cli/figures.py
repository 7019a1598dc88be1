"""``verbatim stats``: the desk's own figures, drafts a day and what became of what was found in them."""

from __future__ import annotations

from pathlib import Path

import click

from bot.errors import WrongInput
from handlers.cli import options


@click.command()
@click.option(
    "--days", type=click.IntRange(1, 3_660), default=30, show_default=True, metavar="N", help="So many days to today."
)
@click.option("--html", metavar="FILE", type=click.Path(dir_okay=False), help="Write a page with small plots.")
@options.as_json
@options.database
def stats_command(days: int, html: str | None, wants_json: bool, db: str | None) -> int:
    """Drafts a day, findings by kind and what became of them, and how often a finding was right."""
    from store.place import DESK

    found = options.store(db, create=False).desk_figures(DESK, days, options.desk().timezone)
    if html is not None:
        from bot.render.outcomes_page import render_figures_page

        _write(html, render_figures_page(found))
    if wants_json:
        from bot.render.outcomes import figures_document

        options.print_json(figures_document(found))
    elif html is None:
        from bot.render.outcomes import render_figures
        from bot.render.plain import desk_console

        render_figures(found, desk_console())
    else:
        click.echo(f"The figures are in {html}.")
    return 0


def _write(path: str, page: str) -> None:
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise WrongInput(f"{path} cannot be written; check the folder and the room on the disk.", path) from error
