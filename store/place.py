"""Where a row may be seen: in a whole workspace, or in one private channel of it.

Every row names its workspace (``team_id``) and, where it is private, its channel (``channel_id``; null is
the whole workspace).  The indexes hold a small number for that pair, the scope, as the first part of
their key: what one newsroom or channel stores can neither be seen from another, nor crowd it out, nor
slow it down.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.database import Database

DESK = "desk"
"""The workspace of a newsroom that has only one, in Slack and on the command line."""
VISIBLE = "team_id = :team AND (channel_id IS NULL OR channel_id = :channel)"


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace, or one private channel of it."""

    team: str
    channel: str | None = None

    def named(self, **values: object) -> dict[str, object]:
        """The values by which ``VISIBLE`` is asked, with any others that the question has."""
        return {"team": self.team, "channel": self.channel, **values}


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """A scope as the indexes know it: its number, and how many verified quotes are in it."""

    id: int
    quotes: int


def visible_scopes(db: Database, place: Place) -> tuple[ScopeRow, ...]:
    """The scopes that this place reads, those where something is stored: its own and the workspace's."""
    rows = db.execute(f"SELECT id, quotes FROM scope WHERE {VISIBLE} ORDER BY id", place.named())
    return tuple(ScopeRow(*row) for row in rows)


def own_scope(db: Database, place: Place) -> int:
    """The number of the scope that this place writes to, made at the first writing."""
    while (number := known_scope(db, place)) is None:
        new = "INSERT INTO scope (team_id, channel_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
        db.execute(new, (place.team, place.channel))
    db.hold("scope", number)
    return number


def known_scope(db: Database, place: Place) -> int | None:
    """The number of the scope that this place writes to; None where it has written nothing yet."""
    asked = "SELECT id FROM scope WHERE team_id = ? AND ifnull(channel_id, '') = ?"
    row = db.execute(asked, (place.team, place.channel or "")).fetchone()
    return None if row is None else int(row[0])
