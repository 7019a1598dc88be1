"""``verbatim find``: the store, searched."""

from __future__ import annotations

import click

from handlers.cli import options


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--speaker", metavar="NAME", help="Only this speaker's words.")
@options.as_json
@options.database
def find_command(words: tuple[str, ...], speaker: str | None, wants_json: bool, db: str | None) -> int:
    """Search the store, however the words are spelled or ordered."""
    with options.scope_to_read(db) as scope:
        found = scope.find(" ".join(words), speaker=speaker)
    if wants_json:
        from bot.render.document import verified_document

        options.print_json([verified_document(quote) for quote in found])
        return 0
    from bot.render.listing import render_found
    from bot.render.plain import desk_console

    render_found(found, desk_console())
    return 0
