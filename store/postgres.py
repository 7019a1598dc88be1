"""The way to a PostgreSQL database: a pool of connections, transactions, and errors in the desk's words.

The store's statements are read as PostgreSQL reads them (``in_postgres``); values are put in on this side, so that a
value that is missing needs no type.  Everything of the store stands in a schema of its own, ``verbatim``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import ConnectionPool, PoolTimeout

from bot.errors import StoreBusy, StoreError, StoreFailing, StoreMissing, WrongInput
from store.database import Rows, Values
from store.postgres_postings import PostgresPostings

SCHEMA = "verbatim"
LOCK = int.from_bytes(b"Verbatim", "big")
MOST_CONNECTIONS = 8
ANSWER_SECONDS = 10.0
LOCK_SECONDS = 15
_STREAMED = 1_000  # rows of a long answer that are fetched at once
_MACRO = re.compile(r"\b(INTS|TEXTS)\(([^()]*)\)")
_NAMED = re.compile(r"(?<![:\w]):([a-z_]+)")
_TYPES = {"INTS": "bigint", "TEXTS": "text"}


@lru_cache(maxsize=512)
def in_postgres(statement: str) -> str:
    """A statement of the store as psycopg reads it."""
    written = statement.replace("%", "%%").replace("ifnull(", "coalesce(").replace("?", "%s")
    written = _MACRO.sub(_listed, written).replace("SKIP_LOCKED", "FOR UPDATE SKIP LOCKED")
    return _NAMED.sub(r"%(\1)s", written)


def _listed(found: re.Match[str]) -> str:
    asked = f"SELECT CAST(value AS {_TYPES[found[1]]})"
    return f"({asked} FROM json_array_elements_text(CAST({found[2]} AS json)) AS value)"


class PostgresDatabase:
    """A connection to a PostgreSQL database."""

    __slots__ = ("raw",)

    def __init__(self, raw: psycopg.Connection[Any]) -> None:
        self.raw = raw

    def execute(self, statement: str, values: Values = ()) -> Rows:
        """Runs one statement."""
        return psycopg.ClientCursor(self.raw).execute(in_postgres(statement), values)

    def stream(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """The rows of a long answer, a thousand at a time, as the database was when they were asked for."""
        with self.raw.transaction(), psycopg.ClientCursor(self.raw) as cursor:
            asked = cursor.mogrify(in_postgres(statement), values)
            with self.raw.cursor(name="stream") as rows:
                rows.itersize = _STREAMED
                yield from rows.execute(asked)

    def insert(self, statement: str, values: Values) -> int:
        """Runs the INSERT of one row and gives its number."""
        row = self.execute(f"{statement} RETURNING id", values).fetchone()
        return int(row[0])

    def insert_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs an INSERT for each of the rows, sent together."""
        with self.raw.cursor() as cursor:
            cursor.executemany(in_postgres(statement), rows)

    def tables(self) -> set[str]:
        """The tables of the store's schema."""
        asked = "SELECT tablename FROM pg_tables WHERE schemaname = %s"
        return {row[0] for row in self.raw.execute(asked, (SCHEMA,))}

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in alphabetical order."""
        asked = self.raw.execute(f"SELECT * FROM {table} LIMIT 0".encode())
        return sorted(column.name for column in asked.description or ())

    def size(self) -> int:
        """The tables of the schema with their indexes; postings on a further server are not counted."""
        asked = (
            "SELECT coalesce(sum(pg_total_relation_size(pg_class.oid)), 0) FROM pg_class"
            " JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = %s AND relkind = 'r'"
        )
        row = self.raw.execute(asked, (SCHEMA,)).fetchone()
        return int(row[0]) if row else 0

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Writes rows as they are, with COPY."""
        named = ", ".join(f'"{column}"' for column in columns)
        with self.raw.cursor() as cursor, cursor.copy(f"COPY {table} ({named}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def go_on_after(self, table: str) -> None:
        """Sets the table's own sequence after the highest number."""
        highest = f"SELECT max(id) FROM {table}"
        self.raw.execute(f"SELECT setval(pg_get_serial_sequence('{SCHEMA}.{table}', 'id'), ({highest}))".encode())

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """Numbers of the table's own sequence, which gives none twice whoever asks."""
        asked = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
        return [row[0] for row in self.raw.execute(asked, (f"{SCHEMA}.{table}", count))]

    def hold(self, table: str, number: int) -> None:
        """Locks a row until the transaction ends."""
        self.execute(f'SELECT 1 FROM "{table}" WHERE id = ? FOR UPDATE', (number,))

    def keep_others_out(self) -> None:
        """Takes the lock under which tables are made."""
        self.raw.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))

    def index(self, scope: int, size: int) -> PostgresPostings:
        """The index of one scope."""
        return PostgresPostings(self.raw, scope, size)


class PostgresConnections:
    """A pool of connections to one database, shared by all threads."""

    def __init__(self, address: str, *, readonly: bool = False) -> None:
        self.readonly = readonly
        try:
            parts = conninfo_to_dict(address)
        except psycopg.ProgrammingError as error:
            raise StoreMissing(
                "The address of the database cannot be read; write it as postgresql://user:password@host/name."
            ) from error
        host, port = parts.get("host") or "", parts.get("port")
        user = f"{parts['user']}@" if parts.get("user") else ""
        self.place = f"postgresql://{user}{host}{f':{port}' if port else ''}/{parts.get('dbname') or ''}"
        options = f"-c search_path={SCHEMA} -c lock_timeout={LOCK_SECONDS}s -c default_transaction_read_only="
        options += "on" if readonly else "off"
        self._address = make_conninfo(address, options=options, connect_timeout=int(ANSWER_SECONDS))
        self._pool = ConnectionPool(
            self._address,
            kwargs={"autocommit": True},
            min_size=0,
            max_size=MOST_CONNECTIONS,
            timeout=ANSWER_SECONDS,
            reconnect_timeout=ANSWER_SECONDS,
            open=False,
            check=ConnectionPool.check_connection,
        )
        self._try_once(address)
        self._pool.open()

    @contextmanager
    def reading(self) -> Iterator[PostgresDatabase]:
        """A connection to ask with; raises the ``StoreError`` that says what is wrong."""
        with self._explaining(), self._pool.connection() as raw:
            yield PostgresDatabase(raw)

    @contextmanager
    def snapshot(self) -> Iterator[PostgresDatabase]:
        """A connection to ask with that sees the database of one moment."""
        with self.reading() as db, db.raw.transaction():
            db.raw.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield db

    @contextmanager
    def writing(self) -> Iterator[PostgresDatabase]:
        """One transaction: kept whole at the end of the block, undone whole where the block raises."""
        with self._explaining(), self._pool.connection() as raw, raw.transaction():
            yield PostgresDatabase(raw)

    def version(self) -> int:
        """The number of schema steps that the database has seen, 0 where the store is not in it yet."""
        with self.reading() as db:
            there = db.raw.execute("SELECT to_regclass('verbatim.schema_step')").fetchone()
            if there is None or there[0] is None:
                return 0
            row = db.raw.execute("SELECT max(step) FROM verbatim.schema_step").fetchone()
            return int(row[0] or 0) if row else 0

    def scrub(self, *, rewrite: bool) -> bool:
        """Vacuums the tables that hold drafts; only ``rewrite``, which locks them, leaves nothing in their files."""
        with self.reading() as db:
            db.raw.execute(f'VACUUM {"(FULL) " if rewrite else ""}"check", job'.encode())
        return True

    @property
    def dialect(self) -> str:
        """PostgreSQL by psycopg."""
        return "postgresql+psycopg"

    def another(self) -> psycopg.Connection[Any]:
        """A connection beside the pool."""
        return psycopg.connect(self._address)

    def close(self) -> None:
        """Closes the connections of every thread."""
        self._pool.close()

    def _try_once(self, address: str) -> None:
        """Connects once, so that what is wrong with the address is told with the server's own reason."""
        try:
            psycopg.connect(address, connect_timeout=int(ANSWER_SECONDS)).close()
        except psycopg.Error as error:
            sentence = f"The database {self.place} does not answer; check that it runs, its name, user and password."
            raise StoreMissing(sentence, str(error)) from error

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except (psycopg.Error, PoolTimeout) as error:
            explained = self._explained(error)
            if explained is None:
                raise
            raise explained from error

    def _explained(self, error: Exception) -> StoreError | WrongInput | None:
        """The error for the editor; None for a fault of the code itself (a broken rule, wrong SQL)."""
        for kinds, made, sentence in _EXPLAINED:
            if isinstance(error, kinds):
                return made(sentence.format(place=self.place), _kind_of(error))
        return None


def _kind_of(error: Exception) -> str:
    """What the log is told: what a server says of a statement may repeat it, with an article's words in it."""
    refused = isinstance(error, psycopg.Error) and error.sqlstate is not None
    return type(error).__name__ if refused else str(error)


_E = psycopg.errors
_Explained = tuple[tuple[type[Exception], ...], type[StoreError] | type[WrongInput], str]
_EXPLAINED: tuple[_Explained, ...] = (
    (
        (_E.LockNotAvailable, _E.DeadlockDetected, _E.SerializationFailure, PoolTimeout),
        StoreBusy,
        "The store {place} is in use by another process; wait a moment and try again.",
    ),
    (
        (_E.ReadOnlySqlTransaction, _E.InsufficientPrivilege),
        StoreFailing,
        "The store {place} may only be read; allow this user to write, or give another store with --db.",
    ),
    ((_E.DiskFull,), StoreFailing, "The disk with the store {place} is full; make room and try again."),
    (
        (psycopg.DataError,),
        WrongInput,
        "The text holds a character that cannot be stored; take it out and try again.",
    ),
    (
        (psycopg.OperationalError,),
        StoreFailing,
        "The database {place} does not answer; check that it runs and try again.",
    ),
)
