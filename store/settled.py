"""What people did from an answer with the quotes of a check: verified one, shared it, took it back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.audit import Signature
from store.checks import own_check
from store.database import Database
from store.place import Place
from store.quotes import read_quote

UNDONE = "undo"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done with an item of a check, by whom and when, and the stored quote that came of it."""

    what: str
    by: str
    at: str
    quote_id: int | None


def settle(
    db: Database, place: Place, check_id: int, item: str, what: str, signed: Signature, quote_id: int | None
) -> None:
    """Adds a line on an item of this place's check; ``undo`` takes the last one back."""
    own_check(db, place, check_id)
    if quote_id is not None:
        read_quote(db, place, quote_id)
    db.execute(
        "INSERT INTO settled (team_id, channel_id, check_id, item, what, by, at, quote_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (place.team, place.channel, check_id, item, what, signed.by, signed.at, quote_id),
    )


def settled(db: Database, place: Place, check_id: int) -> Mapping[str, Settled]:
    """The items of this place's check with the last that was done with each; without those that were undone."""
    own_check(db, place, check_id)
    asked = "SELECT item, what, by, at, quote_id FROM settled WHERE check_id = ? ORDER BY id"
    last = {item: Settled(*line) for item, *line in db.execute(asked, (check_id,))}
    return {item: one for item, one in last.items() if one.what != UNDONE}


def items_of(db: Database, place: Place, quote_id: int) -> tuple[tuple[int, str], ...]:
    """The checks of this place, each with its item, from which a stored quote was verified, shared or disputed.

    The first one is where the quote came from.
    """
    asked = (
        "SELECT check_id, item FROM settled WHERE quote_id = :quote AND team_id = :team"
        " AND coalesce(channel_id, '') = coalesce(:channel, '') GROUP BY check_id, item ORDER BY min(id)"
    )
    return tuple((check_id, item) for check_id, item in db.execute(asked, place.named(quote=quote_id)))
