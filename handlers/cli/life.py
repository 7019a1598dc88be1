"""The life of a verified quote on the command line: dispute, uphold, retract, correct, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from handlers.cli import options

if TYPE_CHECKING:
    from store import Store
    from store.audit import Event as Decided
    from store.scope import Scope

_ID = click.argument("quote_id", type=int, metavar="ID")
_DONE = {
    "verify": "verified", "confirm": "confirmed", "dispute": "disputed", "uphold": "upheld", "retract": "retracted",
    "correct": "corrected", "withdraw": "taken back", "share": "shared",
}  # fmt: skip
_WHY = click.option("--why", required=True, metavar="TEXT", help="Why; kept with the decision.")


@click.command()
@_ID
@options.who
@_WHY
@options.database
def dispute_command(quote_id: int, by: str, why: str, db: str | None) -> int:
    """Say that a verified quote is in doubt; drafts that use it are held."""
    store = options.store(db, create=False)
    store.scope().dispute(quote_id, by, why)
    click.echo(f"Quote {quote_id} is disputed. Uphold, correct or retract it to settle this.")
    _tell(store, quote_id)
    return 0


def _tell(store: Store, quote_id: int) -> None:
    """Asks the Slack bot to tell the threads whose checks relied on the quote, where there are any."""
    from uuid import uuid4

    from handlers.doubts import ask_to_tell
    from store.place import DESK

    told = ask_to_tell(store, options.settings().workspace, DESK, quote_id, uuid4().hex, None)
    if told:
        click.echo(f"The Slack bot tells {told} {'thread' if told == 1 else 'threads'} that relied on it.")


@click.command()
@_ID
@options.who
@_WHY
@options.database
def uphold_command(quote_id: int, by: str, why: str, db: str | None) -> int:
    """End a dispute: the quote stands as verified."""
    options.scope(db, create=False).uphold(quote_id, by, why)
    click.echo(f"Quote {quote_id} stands again as verified.")
    return 0


@click.command()
@_ID
@options.who
@_WHY
@options.database
def retract_command(quote_id: int, by: str, why: str, db: str | None) -> int:
    """Take a verified quote out of use; drafts that use it are held."""
    store = options.store(db, create=False)
    store.scope().retract(quote_id, by, why)
    click.echo(f"Quote {quote_id} is retracted.")
    _tell(store, quote_id)
    return 0


@click.command()
@_ID
@click.option("--text", required=True, help="The right words.")
@options.who
@_WHY
@options.database
def correct_command(quote_id: int, text: str, by: str, why: str, db: str | None) -> int:
    """Give a verified quote its right words: a new entry; drafts with the old ones are held."""
    made = options.scope(db, create=False).correct(quote_id, text, by, why)
    click.echo(f"Quote {quote_id} is corrected; its right words are quote {made.quote_id}.")
    return 0


@click.command()
@_ID
@options.as_json
@options.database
def history_command(quote_id: int, wants_json: bool, db: str | None) -> int:
    """What became of a verified quote: who decided what, when, and why."""
    scope = options.scope(db, create=False)
    quote, events = scope.quote(quote_id), scope.history(quote_id)
    if wants_json:
        from dataclasses import asdict

        from bot.render.document import verified_document

        rows = [asdict(event) for event in events]
        options.print_json({"quote": verified_document(quote), "events": rows})
        return 0
    from bot.render.listing import Event, render_history
    from bot.render.plain import desk_console

    shown = [
        Event(event.at, event.by, _DONE.get(event.what, event.what), event.why, _right_words(scope, event))
        for event in events
    ]
    render_history(quote, shown, desk_console())
    return 0


def _right_words(scope: Scope, event: Decided) -> str | None:
    """The words that a correction put in the place of the old ones."""
    if event.what != "correct" or event.other_quote is None:
        return None
    return scope.quote(event.other_quote).text
