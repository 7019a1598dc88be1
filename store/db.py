"""The store of verified quotes: opened here, and read and written through a scope of it.

``open_store`` makes the file, or takes an existing one, brings an older one up to date, and refuses what is
not a store without touching it.  A store may be used from several threads and by several processes at once.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import NotAStore, StoreBusy, StoreError, StoreMissing, StoreTooNew, WrongInput
from bot.models.outcomes import DeskFigures
from store.backups import back_up
from store.checks import Recent, forget_checks, recent_checks
from store.connection import BUSY_SECONDS, CACHE_KB, SqliteConnections
from store.copying import Fingerprint, Progress, copy_store
from store.database import Connections
from store.figures import Figures, figures
from store.jobs import Jobs
from store.outcomes import desk_figures
from store.place import DESK, Place
from store.scope import Scope
from store.threads import Threads

if TYPE_CHECKING:
    from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore

    from store.installations import Installations

SCHEMA_VERSION = 15
APPLICATION_ID = int.from_bytes(b"Vrbt", "big")
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = slice(68, 72)


class Store:
    """One store file; what may be seen and done in it is asked of a ``scope``."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @property
    def place(self) -> str:
        """The file or the address of the store, without a password."""
        return self._connections.place

    @property
    def path(self) -> Path:
        """The file, where the store is one."""
        return Path(self._connections.place)

    @property
    def schema_version(self) -> int:
        """The number of schema steps that the store has seen."""
        return self._connections.version()

    def scope(self, team: str = DESK, channel: str | None = None) -> Scope:
        """What one workspace may see and write; with ``channel``, what one private channel of it may."""
        return Scope(self._connections, Place(team, channel or None))

    @property
    def jobs(self) -> Jobs:
        """What is to be done for any workspace of the store."""
        return Jobs(self._connections)

    @property
    def threads(self) -> Threads:
        """The Slack conversations of any workspace of the store."""
        return Threads(self._connections)

    def desk_figures(self, team: str, days: int, zone: tzinfo | None = None, *, private: bool = True) -> DeskFigures:
        """How a workspace's checks went over so many days to today, in the desk's time zone (else the machine's).

        Without ``private``, those of private channels are left out.
        """
        now = datetime.now(zone).astimezone() if zone is None else datetime.now(zone)
        with self._connections.reading() as db:
            return desk_figures(db, team, days, now.tzinfo or UTC, now.date(), private)

    def figures(self) -> Figures:
        """How much the store holds, and how its work stands, over all workspaces."""
        with self._connections.reading() as db:
            return figures(db, datetime.now(UTC))

    def recent_checks(self, team: str, by: str, limit: int = 10) -> tuple[Recent, ...]:
        """Somebody's checks in all the places of a workspace, latest first; of a thread their last one."""
        with self._connections.reading() as db:
            return recent_checks(db, team, by, limit)

    def forget(self, before: str) -> int:
        """Forgets the texts and titles of all checks made before a moment (ISO 8601), and the ended jobs.

        Gives the number of checks whose text was forgotten; their counts and what was decided stay.  The words go from
        the store's file too, unless somebody is just reading it: then they go at the next forgetting (``scrub``).
        """
        moment = _moment(before)
        self.jobs.forget(moment)
        with self._connections.writing() as db:
            count = forget_checks(db, moment.isoformat(timespec="seconds"))
        self.scrub()
        return count

    def scrub(self, *, rewrite: bool = False) -> bool:
        """Leaves nothing of what was deleted in the store's files; False where a reader stands in the way just now.

        ``rewrite`` writes the tables anew, which also takes what was deleted before files were kept clean.
        """
        return self._connections.scrub(rewrite=rewrite)

    def installations(self, client_id: str, secret: str) -> tuple[Installations, SQLAlchemyOAuthStateStore]:
        """Where Bolt's OAuth keeps who installed the bot, and what is under way; the tokens are sealed with the secret.

        Raises ``StoreMissing`` where the extra is not installed, ``WrongInput`` without a secret; reading tokens that
        were sealed with another one raises ``SecretWrong``.
        """
        try:
            from store.installations import installations
        except ImportError as error:
            sentence = "Many workspaces need more; install it with: pip install “.[oauth]” in the project's folder."
            raise StoreMissing(sentence, error) from error
        return installations(self._connections, client_id, secret)

    def copy_to(self, target: Store, progress: Progress | None = None) -> dict[str, Fingerprint]:
        """Copies all that the store holds into an empty one; raises ``StoreError`` where the two are not the same then.

        Gives how many rows of every table went over, with their SHA-256.
        """
        return copy_store(self._connections, target._connections, progress)

    def back_up(self, path: Path, progress: Progress | None = None) -> int:
        """Writes the store as it stands to a new file, while others go on writing; gives its size in bytes.

        Raises ``StoreError`` where the file is there already, or cannot be written.
        """
        return back_up(self._connections, path, lambda file: open_store(file)._connections, progress or _untold)

    def close(self) -> None:
        """Closes the calling thread's connection; it opens again at the next question."""
        self._connections.close()


def open_store(target: str | Path, *, create: bool = True, readonly: bool = False, cache_kb: int = CACHE_KB) -> Store:
    """The store in a file or at a ``postgresql://`` address, made there if it is not there yet and ``create`` is set.

    ``cache_kb`` is what every thread that uses a file keeps of it in memory.
    Raises ``StoreMissing`` (nothing there, or it cannot be made there), ``NotAStore``, ``StoreTooNew`` (the
    store stays untouched in both) and ``StoreBusy``.
    """
    if str(target).startswith(("postgresql://", "postgres://")):
        return Store(_in_postgres(str(target), create=create and not readonly, readonly=readonly))
    path = _path_of(target)
    _check_place(path, create=create and not readonly)
    connections = SqliteConnections(path, readonly=readonly, cache_kb=cache_kb)
    _make_ready(connections, readonly)
    return Store(connections)


def _moment(written: str) -> datetime:
    """A moment in UTC; raises ``WrongInput`` where it cannot be read."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise WrongInput(f"“{written}” is not a moment; write it as 2025-03-06T12:00:00+00:00.", written) from error
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _untold(what: str, done: int) -> None:
    """Progress that nobody wants to hear of."""


def _version(connections: Connections) -> int:
    version = connections.version()
    if version > SCHEMA_VERSION:
        connections.close()
        sentence = f"The store {connections.place} was made by a newer Verbatim; update Verbatim to read it."
        raise StoreTooNew(sentence, connections.place)
    return version


def _in_postgres(address: str, *, create: bool, readonly: bool) -> Connections:
    try:
        from store.postgres import PostgresConnections
        from store.postgres_schema import bring_up_to_date
    except ImportError as error:
        sentence = "PostgreSQL needs its driver; install it with: pip install “.[postgres]” in the project's folder."
        raise StoreMissing(sentence, error) from error
    connections = PostgresConnections(address, readonly=readonly)
    version = _version(connections)
    if not version and not create:
        place = connections.place
        connections.close()
        raise StoreMissing(f"There is no store at {place}; add an article first, or give another one with --db.", place)
    if version < SCHEMA_VERSION and not readonly:
        with connections.reading() as db:
            bring_up_to_date(db.raw)
    return connections


def _path_of(target: str | Path) -> Path:
    if not str(target).strip():
        raise StoreMissing("No file is named for the store; give one with --db.", target)
    return Path(target).expanduser()


def _check_place(path: Path, *, create: bool) -> None:
    """Raises unless the path holds a store, or may come to hold one; opens nothing for writing."""
    if path.is_dir():
        raise NotAStore(f"{path} is a folder; give a file in it with --db.", path)
    if not os.path.lexists(path):
        _check_folder(path, create)
    elif not _is_store(path) and (not create or path.stat().st_size):
        raise NotAStore(f"{path} is not a store of verified quotes; give another file with --db.", path)


def _check_folder(path: Path, create: bool) -> None:
    folder = path.absolute().parent
    if not create:
        raise StoreMissing(f"There is no store at {path}; add an article first, or give another file with --db.", path)
    if not folder.is_dir():
        raise StoreMissing(f"There is no folder {folder}; make it, or give another file with --db.", path)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StoreMissing(f"The folder {folder} may not be written to; give another file with --db.", path)


def _is_store(path: Path) -> bool:
    """Whether the first page of the file carries the mark of a store, read without SQLite."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError(f"The store {path} may not be read; check who may read the file.", path) from error
    return head.startswith(_MAGIC) and head[_APPLICATION_ID_AT] == APPLICATION_ID.to_bytes(4, "big")


def _make_ready(connections: SqliteConnections, readonly: bool) -> None:
    """Brings a file up to date; SQLite refuses at once, without waiting, while another turns the write-ahead log on."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if _version(connections) < SCHEMA_VERSION:
                _bring_up_to_date(connections)
            if not readonly:
                _log_ahead(connections)
            return
        except StoreBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _bring_up_to_date(connections: SqliteConnections) -> None:
    """Makes what is missing, in one transaction; two processes may try it at once."""
    from store.migrations import apply_all

    with connections.writing() as db:
        apply_all(db.raw)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _log_ahead(connections: SqliteConnections) -> None:
    """Turns the write-ahead log on, where it is not on yet, so that readers never wait for a writer.

    It comes after the tables are made: so the mark of a store always stands in the file's own first page.
    """
    with connections.reading() as db:
        if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            db.execute("PRAGMA journal_mode = WAL")
