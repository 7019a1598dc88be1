"""What the store asks of a database: statements in one dialect, and a handful of things that databases do differently.

Statements are written as SQLite reads them (``?`` or ``:name``), with words of the store's own: ``INTS(x)`` and
``TEXTS(x)`` are the numbers or the texts of a JSON array, to be used after ``IN``; and a third, ``SKIP_LOCKED``, takes
rows that no other writer is deciding on.  Each database reads them as it can.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, Protocol

from store.postings import Postings

Values = Sequence[Any] | Mapping[str, Any]
_SKIPPED = re.compile(r"\s*\bSKIP_LOCKED\b")
_LISTS = re.compile(r"\b(?:INTS|TEXTS)\(([^()]*)\)")


class Rows(Protocol):
    """What a statement gave: rows one after the other, and how many it touched."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        ...

    def fetchone(self) -> Any:
        """The next row, None after the last."""
        ...

    def fetchall(self) -> list[Any]:
        """All the rows."""
        ...

    def __iter__(self) -> Iterator[Any]:
        """The rows."""
        ...


class Database(Protocol):
    """One connection, as a question or a transaction of the store uses it."""

    def execute(self, statement: str, values: Values = ()) -> Rows:
        """Runs one statement."""
        ...

    def stream(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """The rows of a long answer, never all of them in memory."""
        ...

    def insert(self, statement: str, values: Values) -> int:
        """Runs the INSERT of one row and gives its number."""
        ...

    def insert_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs an INSERT for each of the rows."""
        ...

    def tables(self) -> set[str]:
        """The tables of the store."""
        ...

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in alphabetical order."""
        ...

    def size(self) -> int:
        """How many bytes the store takes on disk."""
        ...

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Writes rows as they are, in the fastest way there is."""
        ...

    def go_on_after(self, table: str) -> None:
        """Lets the numbers of new rows go on after the highest that was written."""
        ...

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """So many numbers for new rows of a table, ascending, that no other row has or will get."""
        ...

    def hold(self, table: str, number: int) -> None:
        """Keeps other writers from deciding on a row until the transaction ends."""
        ...

    def keep_others_out(self) -> None:
        """Keeps everybody else from making tables until the transaction ends."""
        ...

    def index(self, scope: int, size: int) -> Postings:
        """The index of one scope, which holds ``size`` quotes."""
        ...


class Connections(Protocol):
    """The way to a database from any thread: questions, and transactions kept whole or undone whole."""

    @property
    def place(self) -> str:
        """The file or the address, without a password."""
        ...

    def version(self) -> int:
        """The number of schema steps that the store has seen."""
        ...

    def reading(self) -> AbstractContextManager[Database]:
        """A connection to ask with; raises the ``StoreError`` that says what is wrong."""
        ...

    def snapshot(self) -> AbstractContextManager[Database]:
        """A connection to ask with that sees the store of one moment, whatever is written meanwhile."""
        ...

    def writing(self) -> AbstractContextManager[Database]:
        """One transaction: kept whole at the end of the block, undone whole where the block raises."""
        ...

    def scrub(self, *, rewrite: bool) -> bool:
        """Leaves nothing of what was deleted on the disk; False where a reader stands in the way just now.

        With ``rewrite`` the tables that held it are written anew.
        """
        ...

    @property
    def dialect(self) -> str:
        """What SQLAlchemy calls this kind of database."""
        ...

    def another(self) -> Any:
        """A connection of its own, for somebody who asks tables of this database in another way."""
        ...

    def close(self) -> None:
        """Lets go of the calling thread's connection."""
        ...


class SqliteDatabase:
    """A connection to a SQLite file."""

    __slots__ = ("raw",)

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw

    def execute(self, statement: str, values: Values = ()) -> Rows:
        """Runs one statement."""
        return self.raw.execute(in_sqlite(statement), values)

    def stream(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """The rows of a long answer."""
        yield from self.raw.execute(in_sqlite(statement), values)

    def insert(self, statement: str, values: Values) -> int:
        """Runs the INSERT of one row and gives its number."""
        return int(self.raw.execute(in_sqlite(statement), values).lastrowid or 0)

    def insert_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs an INSERT for each of the rows."""
        self.raw.executemany(in_sqlite(statement), rows)

    def tables(self) -> set[str]:
        """The tables of the file."""
        return {row[0] for row in self.raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in alphabetical order."""
        return sorted(found[0] for found in self.raw.execute(f"SELECT * FROM {table} LIMIT 0").description)

    def size(self) -> int:
        """The pages of the file in bytes, without the log beside it."""
        pages, each = (int(self.raw.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
        return pages * each

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Writes rows as they are."""
        named, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
        self.raw.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows)

    def go_on_after(self, table: str) -> None:
        """Nothing: new numbers always come after the highest."""

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """The numbers after the highest that is written or was given out."""
        asked = f'SELECT max((SELECT coalesce(max(id), 0) FROM "{table}"), coalesce(max(last), 0)) FROM numbering'
        first = int(self.raw.execute(f"{asked} WHERE name = ?", (table,)).fetchone()[0]) + 1
        given = "INSERT INTO numbering (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = excluded.last"
        self.raw.execute(given, (table, first + count - 1))
        return range(first, first + count)

    def hold(self, table: str, number: int) -> None:
        """Nothing: the transaction already keeps every other writer out."""

    def keep_others_out(self) -> None:
        """Nothing: the transaction already does."""

    def index(self, scope: int, size: int) -> Postings:
        """The index of one scope."""
        from store.sqlite_postings import SqlitePostings

        return SqlitePostings(self.raw, scope, size)


@lru_cache(maxsize=512)
def in_sqlite(statement: str) -> str:
    """A statement as SQLite reads it."""
    return _LISTS.sub(r"(SELECT value FROM json_each(\1))", _SKIPPED.sub("", statement))
