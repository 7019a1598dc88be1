"""Slack conversations in which checks are answered: which draft one is about, and what the bot has written there.

A thread is known by its workspace, its Slack channel and the ts under which replies come.  What is kept of it is what
a check takes to be made again (a link, a file's id, a date), never a word of the article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.errors import StoreError
from store.database import Connections, Database
from store.place import Place

_READ = "id, team_id, channel_id, channel, ts, root, source, by, at, about, check_id"


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation about one draft.

    ``place`` is whose quotes it sees; ``ts`` the message under which replies come, ``root`` the bot's root message in
    it, ``source`` the message that was checked, where one was; ``about`` what is needed to check again.
    """

    id: int
    place: Place
    channel: str
    ts: str
    root: str | None
    source: str | None
    by: str
    at: str
    about: Mapping[str, Any]
    check_id: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A message of the bot's that shows part of a check: where it stands, and the keys of what it shows."""

    ts: str
    items: tuple[str, ...]
    channel: str
    thread_ts: str


class Threads:
    """The conversations of a store; ``clock`` gives the present time in UTC."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime] | None = None) -> None:
        self._connections = connections
        self._clock = clock or (lambda: datetime.now(UTC))

    def open(
        self,
        place: Place,
        channel: str,
        ts: str,
        by: str,
        about: Mapping[str, Any],
        *,
        root: str | None = None,
        source: str | None = None,
    ) -> Thread:
        """Begins a conversation, or begins it anew: then it keeps its number, and the messages that nobody names.

        Where it comes to see other quotes than before, its last check, made in the old place, is its own no more.
        """
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        row = (place.team, place.channel, channel, ts, root, source, by, at, json.dumps(dict(about)))
        with self._connections.writing() as db:
            db.execute(
                "INSERT INTO thread (team_id, channel_id, channel, ts, root, source, by, at, about)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (team_id, channel, ts) DO UPDATE SET"
                " check_id = CASE WHEN coalesce(thread.channel_id, '') = coalesce(excluded.channel_id, '')"
                " THEN thread.check_id END, channel_id = excluded.channel_id, by = excluded.by, at = excluded.at,"
                " about = excluded.about, root = coalesce(excluded.root, thread.root),"
                " source = coalesce(excluded.source, thread.source)",
                row,
            )
            return _read(db, "team_id = ? AND channel = ? AND ts = ?", place.team, channel, ts)[0]

    def find(self, team: str, channel: str, ts: str) -> Thread | None:
        """The conversation whose replies come under this ts."""
        return self._one("team_id = ? AND channel = ? AND ts = ?", team, channel, ts)

    def of_message(self, team: str, channel: str, ts: str) -> Thread | None:
        """The latest conversation about this message: it was checked there, or taken as a corrected paragraph."""
        noted = "SELECT thread_id FROM thread_message WHERE team_id = ? AND ts = ?"
        condition = f"team_id = ? AND channel = ? AND (source = ? OR id IN ({noted}))"
        return self._one(condition, team, channel, ts, team, ts)

    def get(self, team: str, thread_id: int) -> Thread | None:
        """The workspace's conversation of this number."""
        return self._one("team_id = ? AND id = ?", team, thread_id)

    def of_check(self, team: str, check_id: int) -> Thread | None:
        """The conversation in which a check was made, be it not the last one there."""
        asked = 'SELECT thread FROM "check" WHERE team_id = ? AND id = ?'
        with self._connections.reading() as db:
            found = threads_of(db, team, db.execute(asked, (team, check_id)))
        return found[0] if found else None

    def note_message(self, thread_id: int, ts: str) -> None:
        """Notes a message that was taken as a corrected paragraph, so that its later edits are re-checked."""
        with self._connections.writing() as db:
            team, channel = _placed(db, thread_id)
            new = "INSERT INTO thread_message (team_id, channel_id, thread_id, ts) VALUES (?, ?, ?, ?)"
            db.execute(f"{new} ON CONFLICT DO NOTHING", (team, channel, thread_id, ts))

    def set_check(self, thread_id: int, check_id: int) -> None:
        """Notes the latest check."""
        self._set(thread_id, "check_id", check_id)

    def set_about(self, thread_id: int, about: Mapping[str, Any]) -> None:
        """Notes what is needed to check again, in the place of what was."""
        self._set(thread_id, "about", json.dumps(dict(about)))

    def note_answer(self, thread_id: int, check_id: int, ts: str, items: Sequence[str]) -> None:
        """Notes a message of an answer with the keys of what it shows; the same message again shows this instead."""
        with self._connections.writing() as db:
            team, channel = _placed(db, thread_id)
            db.execute(
                "INSERT INTO answer (team_id, channel_id, thread_id, check_id, ts, items) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (thread_id, ts) DO UPDATE SET check_id = excluded.check_id, items = excluded.items",
                (team, channel, thread_id, check_id, ts, json.dumps(list(items))),
            )

    def answers(self, check_id: int) -> tuple[Answer, ...]:
        """The messages that show a check, in the order in which they were noted."""
        asked = (
            "SELECT answer.ts, answer.items, thread.channel, thread.ts FROM answer"
            " JOIN thread ON thread.id = answer.thread_id WHERE answer.check_id = ? ORDER BY answer.id"
        )
        with self._connections.reading() as db:
            rows = db.execute(asked, (check_id,)).fetchall()
        return tuple(Answer(ts, tuple(json.loads(items)), channel, thread_ts) for ts, items, channel, thread_ts in rows)

    def that_matched(self, team: str, quote_id: int, since: str) -> tuple[Thread, ...]:
        """The workspace's conversations, of any place, with a check after ``since`` that matched this stored quote.

        Each once, oldest first; what matched a channel's quote has matched the copy that was shared of it.
        """
        asked = (
            'SELECT DISTINCT thread FROM check_match JOIN "check" ON "check".id = check_match.check_id'
            ' WHERE "check".team_id = :team AND "check".at > :since AND (quote_id = :quote OR quote_id IN'
            " (SELECT other_quote FROM audit WHERE audit.quote_id = :quote AND action = 'share'))"
        )
        with self._connections.reading() as db:
            return threads_of(db, team, db.execute(asked, {"team": team, "quote": quote_id, "since": since}))

    def _one(self, condition: str, *values: object) -> Thread | None:
        with self._connections.reading() as db:
            found = _read(db, condition, *values)
        return found[-1] if found else None

    def _set(self, thread_id: int, column: str, value: object) -> None:
        with self._connections.writing() as db:
            _placed(db, thread_id)
            db.execute(f"UPDATE thread SET {column} = ? WHERE id = ?", (value, thread_id))


def threads_of(db: Database, team: str, named: Any) -> tuple[Thread, ...]:
    """The workspace's conversations whose numbers checks name, oldest first; a check may name none."""
    ids = [int(one) for (one,) in named if one and one.isdecimal()]
    return tuple(_read(db, "team_id = ? AND id IN INTS(?)", team, json.dumps(ids)))


def _read(db: Database, condition: str, *values: object) -> list[Thread]:
    rows = db.execute(f"SELECT {_READ} FROM thread WHERE {condition} ORDER BY id", values)
    return [
        Thread(id_, Place(team, private), channel, ts, root, source, by, at, json.loads(about), check_id)
        for id_, team, private, channel, ts, root, source, by, at, about, check_id in rows
    ]


def _placed(db: Database, thread_id: int) -> tuple[str, str | None]:
    """The workspace and the private channel of a conversation, for the rows that hang on it."""
    row = db.execute("SELECT team_id, channel_id FROM thread WHERE id = ?", (thread_id,)).fetchone()
    if row is None:
        raise StoreError(f"There is no conversation {thread_id} here; check the article again.", thread_id)
    return str(row[0]), row[1]
