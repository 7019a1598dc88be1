"""The life of a verified quote on the command line: dispute, uphold, retract, correct, history."""

from __future__ import annotations

import click

from handlers.cli import options

_ID = click.argument("quote_id", type=int, metavar="ID")
_WHY = click.option("--why", required=True, metavar="TEXT", help="Why; kept with the decision.")


@click.command()
@_ID
@options.who
@_WHY
@options.database
def dispute_command(quote_id: int, by: str, why: str, db: str | None) -> int:
    """Say that a verified quote is in doubt; drafts that use it are held."""
    options.scope(db).dispute(quote_id, by, why)
    click.echo(f"Quote {quote_id} is disputed. Uphold, correct or retract it to settle this.")
    return 0


@click.command()
@_ID
@options.who
@_WHY
@options.database
def uphold_command(quote_id: int, by: str, why: str, db: str | None) -> int:
    """End a dispute: the quote stands as verified."""
    options.scope(db).uphold(quote_id, by, why)
    click.echo(f"Quote {quote_id} stands again as verified.")
    return 0


@click.command()
@_ID
@options.who
@_WHY
@options.database
def retract_command(quote_id: int, by: str, why: str, db: str | None) -> int:
    """Take a verified quote out of use; drafts that use it are held."""
    options.scope(db).retract(quote_id, by, why)
    click.echo(f"Quote {quote_id} is retracted.")
    return 0


@click.command()
@_ID
@click.option("--text", required=True, help="The right words.")
@options.who
@_WHY
@options.database
def correct_command(quote_id: int, text: str, by: str, why: str, db: str | None) -> int:
    """Give a verified quote its right words: a new entry; drafts with the old ones are held."""
    made = options.scope(db).correct(quote_id, text, by, why)
    click.echo(f"Quote {quote_id} is corrected; its right words are quote {made.quote_id}.")
    return 0


@click.command()
@_ID
@options.as_json
@options.database
def history_command(quote_id: int, wants_json: bool, db: str | None) -> int:
    """What became of a verified quote: who decided what, when, and why."""
    scope = options.scope(db)
    quote, events = scope.quote(quote_id), scope.history(quote_id)
    if wants_json:
        from dataclasses import asdict

        from bot.render.document import verified_document

        rows = [asdict(event) for event in events]
        options.print_json({"quote": verified_document(quote), "events": rows})
        return 0
    from bot.render.listing import Event, render_history
    from bot.render.plain import desk_console

    shown = [Event(event.at, event.by, event.what, event.why) for event in events]
    render_history(quote, shown, desk_console())
    return 0
