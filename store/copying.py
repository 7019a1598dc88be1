"""A whole store moved to another place, in a file or a database, and proved to be the same there.

Every row keeps its number.  The words and runs by which quotes are found are made anew from the quotes, and then
compared like all the rest: row for row, by counts and by SHA-256.  It is one transaction: where anything differs, or
the copying is stopped, the new place stays empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import Any

from bot.errors import StoreError, StoreMissing
from bot.language.text import forms, search_forms
from store.database import Connections, Database
from store.postings import Indexed, stretches

BATCH = 20_000
_KEYS = {
    "scope": "id", "article": "id", "speaker": "id", "alias": "id", "quote": "id", "audit": "id", "fact": "id",
    "fact_key": "scope, key, fact_id", "age": "id", "name": "id", '"check"': "id", "finding": "id", "decision": "id",
    "check_match": "quote_id, check_id", "job": "id", "thread": "id", "thread_message": "id", "answer": "id",
    "settled": "id", "spoken": "quote_id",
}  # fmt: skip
_INSTALLED = {"slack_bots": "id", "slack_installations": "id"}  # where the bot was installed by OAuth
_MADE = {"term": "scope, col, form", "gram": "scope, h, id"}

_OF_THE_MOMENT = {"gram": "WHERE id IN (SELECT id FROM quote)"}
"""Postings on another server are seen as of a moment later than the quotes, with those that came in between."""

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """How many rows a table holds, and the SHA-256 of them in the order of their key."""

    rows: int
    digest: str


def copy_store(source: Connections, target: Connections, progress: Progress | None = None) -> dict[str, Fingerprint]:
    """Copies all that a store holds into an empty one, and gives the fingerprint of every table, the same in both.

    ``progress`` is told the table and how many rows of it have gone over.  Raises ``StoreError`` where the target is
    not empty, or what was written there is not what was read.
    """
    tell = progress or (lambda table, rows: None)
    with source.snapshot() as old, target.writing() as new:
        keys = {**_KEYS, **_installed(old, new, target.dialect)}
        if any(new.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in keys):
            sentence = f"The store {target.place} is not empty; copy into a new one."
            raise StoreError(sentence, target.place)
        read = {table: _copy_table(old, new, table, key, tell) for table, key in keys.items()}
        _index(old, new, tell)
        read |= {table: _fingerprint(old, table, key) for table, key in _MADE.items()}
        for table, key in {**keys, **_MADE}.items():
            tell(f"checking {table}", read[table].rows)
            if _fingerprint(new, table, key) != read[table]:
                sentence = f"The copy of {table} differs from what was read; nothing was kept, try again."
                raise StoreError(sentence, table)
    return {table.strip('"'): one for table, one in read.items()}


def _installed(old: Database, new: Database, dialect: str) -> dict[str, str]:
    """The tables of installations, made in the new store where the old one has them; their tokens stay sealed."""
    if not old.tables().issuperset(_INSTALLED):
        return {}
    try:
        from store.installations import make_tables
    except ImportError as error:
        sentence = "The store holds installations; to copy it, install: pip install “.[oauth]” in the project's folder."
        raise StoreMissing(sentence, error) from error
    make_tables(new, dialect)
    return _INSTALLED


def _copy_table(old: Database, new: Database, table: str, key: str, tell: Progress) -> Fingerprint:
    columns = old.columns(table)
    marker = _Marker(_rows(old, table, columns, key), lambda rows: tell(table, rows))
    new.load(table, columns, marker)
    if key == "id":
        new.go_on_after(table)
    return marker.fingerprint()


def _index(old: Database, new: Database, tell: Progress) -> None:
    """Makes the words and runs of every scope anew."""
    done = 0
    for (scope,) in old.execute("SELECT id FROM scope ORDER BY id").fetchall():
        index = new.index(scope, 0)
        coming = old.stream("SELECT id, text, speaker FROM quote WHERE scope = ? ORDER BY id", (scope,))
        while batch := list(islice(coming, BATCH)):
            indexed = [Indexed(id_, search_forms(text), forms(speaker or "")) for id_, text, speaker in batch]
            for postings in stretches(indexed):
                index.add_postings(postings)
            index.add_words(indexed)
            done += len(batch)
            tell("words", done)


def _fingerprint(db: Database, table: str, key: str) -> Fingerprint:
    marker = _Marker(_rows(db, table, db.columns(table), key))
    for _ in marker:
        pass
    return marker.fingerprint()


def _rows(db: Database, table: str, columns: Sequence[str], key: str) -> Iterator[Sequence[Any]]:
    named = ", ".join(f'"{column}"' for column in columns)
    rows = db.stream(f"SELECT {named} FROM {table} {_OF_THE_MOMENT.get(table, '')} ORDER BY {key}")
    return ([_written(value) for value in row] for row in rows) if table in _INSTALLED else rows


def _written(value: object) -> object:
    """A value of a typed column as SQLite writes it, which PostgreSQL reads as well."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "microseconds")
    return int(value) if isinstance(value, bool) else value


class _Marker:
    """Rows on their way, each counted and taken into the digest."""

    def __init__(self, rows: Iterator[Sequence[Any]], tell: Callable[[int], None] | None = None) -> None:
        self._coming, self._tell = rows, tell
        self._digest, self._count = sha256(), 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        for row in self._coming:
            self._digest.update(json.dumps(list(row), default=bytes.hex, ensure_ascii=False).encode())
            self._count += 1
            if self._tell is not None and not self._count % BATCH:
                self._tell(self._count)
            yield row

    def fingerprint(self) -> Fingerprint:
        return Fingerprint(self._count, self._digest.hexdigest())
