"""Who decided what on a verified quote, when and why: lines that are added and never changed.

The last line of a quote gives its present state, so that no state is kept beside the audit that could
differ from it.  A quote without a line is verified, by whom and when its own row says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.errors import WrongInput
from bot.models import State
from store.database import Database
from store.place import VISIBLE, Place

_HISTORY = f"""
SELECT 0 AS line, added_at, added_by, 'verify', NULL, 'verified', NULL, corrects, team_id, channel_id FROM quote
WHERE id = :quote AND {VISIBLE} AND NOT EXISTS (SELECT 1 FROM audit WHERE quote_id = :quote AND old_state IS NULL)
UNION ALL
SELECT id, at, by, action, old_state, new_state, why, other_quote, team_id, channel_id FROM audit
WHERE quote_id = :quote AND {VISIBLE} ORDER BY 1"""
"""The first line of a quote that was verified when it was added is the quote's own row."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a quote's history: ``what`` is verify, confirm, dispute, uphold, retract, correct, withdraw or share.

    ``at`` is ISO 8601 in UTC; ``old_state`` is None for the first line.
    ``other_quote`` is the number of the quote that corrects this one, or that this one corrects, or its other side
    where it was shared.
    """

    at: str
    by: str
    what: str
    old_state: State | None
    new_state: State
    why: str | None
    other_quote: int | None
    team: str
    channel: str | None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who stands for something that is written, and when: ISO 8601 in UTC, to the second."""

    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a quote, and the states it leads from and to."""

    action: str
    old_state: State | None
    new_state: State
    why: str | None = None
    other_quote: int | None = None


def signature(by: str, at: str | None = None) -> Signature:
    """The signature of somebody, now where no time is given; raises ``WrongInput`` where nobody signs."""
    if not by.strip():
        raise WrongInput("Nobody is named for this; say who decides with --by.", by)
    return Signature(by.strip(), at or datetime.now(UTC).isoformat(timespec="seconds"))


def record(db: Database, place: Place, quote_ids: Iterable[int], decision: Decision, signed: Signature) -> None:
    """Adds one line to the history of each quote."""
    before = (place.team, place.channel)
    states = (decision.action, decision.old_state, decision.new_state)
    after = (*states, signed.by, signed.at, decision.why, decision.other_quote)
    db.insert_many(
        "INSERT INTO audit (team_id, channel_id, quote_id, action, old_state, new_state, by, at, why,"
        " other_quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*before, one, *after) for one in quote_ids],
    )


def events(db: Database, place: Place, quote_id: int) -> tuple[Event, ...]:
    """The history of a quote, the first line first, as far as the place may see it."""
    rows = db.execute(_HISTORY, place.named(quote=quote_id))
    return tuple(
        Event(at, by, what, State(old) if old else None, State(new), why, other, team, channel)
        for _, at, by, what, old, new, why, other, team, channel in rows
    )
