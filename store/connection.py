"""The way to one SQLite file: a connection a thread, short transactions, and errors in the desk's words.

A caller asks for ``reading()`` or ``writing()`` and gets the ``sqlite3.Connection`` of its own thread.
Writing takes the write lock at once (``BEGIN IMMEDIATE``), so that what is read inside it still holds when
it is written; everything in the block is kept, or nothing is.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import NotAStore, StoreBusy, StoreError, StoreFailing, StoreMissing
from store.database import SqliteDatabase

BUSY_SECONDS = 5.0
SCRUB_SECONDS = 0.5
"""How long writers may be kept waiting while the write-ahead log is emptied."""
CACHE_KB = 32_768
THREAD_CACHE_KB = 2_048
"""Pages that a connection keeps, and one of many threads that each have their own: a check is no slower with few."""


class SqliteConnections:
    """The connections to one store file, one a thread; a thread's connection closes when the thread ends."""

    def __init__(self, path: Path, *, readonly: bool = False, cache_kb: int = CACHE_KB) -> None:
        self.path = path
        self.readonly = readonly
        self._cache_kb = cache_kb
        self._local = threading.local()
        self._writer = threading.Lock()

    @property
    def place(self) -> str:
        """The file."""
        return str(self.path)

    def version(self) -> int:
        """The number of schema steps that the file has seen."""
        with self.reading() as db:
            return int(db.raw.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def reading(self) -> Iterator[SqliteDatabase]:
        """A connection to read with; raises the ``StoreError`` that says what is wrong with the file."""
        try:
            yield SqliteDatabase(self._of_this_thread())
        except sqlite3.DatabaseError as error:
            explained = self._explained(error)
            if explained is None:
                raise
            raise explained from error

    @contextmanager
    def snapshot(self) -> Iterator[SqliteDatabase]:
        """A connection to read with that sees the file of one moment."""
        with self.reading() as db:
            db.raw.execute("BEGIN")
            try:
                yield db
            finally:
                db.raw.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[SqliteDatabase]:
        """One transaction: kept whole at the end of the block, undone whole where the block raises."""
        with self._alone(), self.reading() as db:
            db.raw.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.raw.execute("COMMIT")
            except BaseException:
                if db.raw.in_transaction:
                    db.raw.execute("ROLLBACK")
                raise

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keeps this process's other writers waiting in turn: SQLite lets them poll, and some of them starve."""
        if not self._writer.acquire(timeout=BUSY_SECONDS):
            raise StoreBusy(_BUSY.format(path=self.path), self.path)
        try:
            yield
        finally:
            self._writer.release()

    def scrub(self, *, rewrite: bool) -> bool:
        """Empties the write-ahead log into the file, whose free pages hold zeros; False where somebody reads the log.

        With ``rewrite`` the whole file is written anew, which takes as much room again while it lasts.
        """
        with self._alone(), self.reading() as db:
            if rewrite:
                db.raw.execute("VACUUM")
            db.raw.execute(f"PRAGMA busy_timeout = {SCRUB_SECONDS * 1000:.0f}")
            try:
                busy, *_ = db.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                db.raw.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")
            return not busy

    @property
    def dialect(self) -> str:
        """SQLite."""
        return "sqlite"

    def another(self) -> sqlite3.Connection:
        """A connection that any thread may use, one after the other."""
        return sqlite3.connect(self._address(), uri=True, timeout=BUSY_SECONDS, check_same_thread=False)

    def close(self) -> None:
        """Closes the connection of the calling thread, if it has one."""
        db: sqlite3.Connection | None = self._local.__dict__.pop("db", None)
        if db is not None:
            db.close()

    def _of_this_thread(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = self._local.__dict__.get("db")
        if db is None:
            db = self._local.db = self._connected()
        return db

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._address(), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA cache_size = -{self._cache_kb}")
        db.execute("PRAGMA secure_delete = ON")  # a draft that was forgotten is overwritten, not only let go
        return db

    def _address(self) -> str:
        return f"{self.path.absolute().as_uri()}?mode={'ro' if self.readonly else 'rwc'}"

    def _explained(self, error: sqlite3.DatabaseError) -> StoreError | None:
        """The error for the editor; None for a fault of the code itself (a broken rule, wrong SQL)."""
        code = getattr(error, "sqlite_errorcode", None)
        kind, sentence = _EXPLAINED.get(None if code is None else code & 0xFF, (None, ""))
        return None if kind is None else kind(sentence.format(path=self.path), self.path)


_BUSY = "The store {path} is in use by another process; wait a moment and try again."
_EXPLAINED: dict[int | None, tuple[type[StoreError] | None, str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, _BUSY),
    sqlite3.SQLITE_LOCKED: (StoreBusy, _BUSY),
    sqlite3.SQLITE_READONLY: (
        StoreFailing,
        "The store {path} is open for reading only; allow writing to the file, or give another one with --db.",
    ),
    sqlite3.SQLITE_PERM: (StoreError, "The store {path} may not be opened; check who may read and write it."),
    sqlite3.SQLITE_IOERR: (
        StoreFailing,
        "The disk with the store {path} gave an error; check the disk and try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        StoreError,
        "The store {path} is damaged; put back the last good copy of the file.",
    ),
    sqlite3.SQLITE_FULL: (StoreFailing, "The disk with the store {path} is full; make room and try again."),
    sqlite3.SQLITE_CANTOPEN: (
        StoreMissing,
        "The store {path} cannot be opened there; check that the folder exists and may be written to.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotAStore,
        "{path} is not a store of verified quotes; give another file with --db.",
    ),
}
