"""Words from a recording: when each stretch of a quote was said, by offset in its text and second."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from store.database import Database
from store.place import Place

Times = tuple[tuple[int, int], ...]


def write_times(db: Database, place: Place, times: Iterable[tuple[int, Sequence[tuple[int, int]]]]) -> None:
    """Keeps the times of quotes, each with its number; a quote without time codes has none."""
    rows = [(id_, place.team, place.channel, json.dumps(list(one))) for id_, one in times if one]
    db.insert_many("INSERT INTO spoken (quote_id, team_id, channel_id, times) VALUES (?, ?, ?, ?)", rows)


def read_times(stored: str | None) -> Times:
    """The times of a quote as they were kept."""
    return tuple((start, second) for start, second in json.loads(stored)) if stored else ()
