"""A copy of the store as it stands at one moment, in a file, made while the bot goes on writing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.errors import NotAStore, StoreError, StoreMissing
from store.claims import is_gone, new_claim
from store.connection import SqliteConnections
from store.copying import Progress, copy_store
from store.database import Connections

_UNFINISHED, _MAKER = ".backup-", "made-by"
_PAGES = 4_096  # copied at a time; a writer of the same process waits for no more than these


def back_up(source: Connections, path: Path, made: Callable[[Path], Connections], progress: Progress) -> int:
    """Writes the store to a new SQLite file and gives its size in bytes.

    A file is copied page by page by SQLite's online backup, and checked; a database is copied row by row into a store
    that ``made`` makes.  The file appears when it is whole.  Raises ``StoreError`` where it is there already or cannot
    be written.
    """
    if os.path.lexists(path):
        raise StoreError(f"The file {path} is there already; give a new name, so that no backup is lost.", path)
    try:
        _clear(path.absolute().parent)
        with tempfile.TemporaryDirectory(dir=path.absolute().parent, prefix=_UNFINISHED) as folder:
            (Path(folder) / _MAKER).write_text(new_claim())
            unfinished = Path(folder) / "backup.db"
            if isinstance(source, SqliteConnections):
                _copy_pages(source, unfinished, progress)
            else:
                _copy_rows(source, made(unfinished), progress)
            unfinished.rename(path)
    except OSError as error:
        sentence = f"The backup cannot be written to {path}; check the folder and the room on its disk."
        raise StoreMissing(sentence, error) from error
    return path.stat().st_size


def _clear(folder: Path) -> None:
    """Takes away what backups left that were killed in the middle of their work; another that is at work stays."""
    for left in folder.glob(f"{_UNFINISHED}*/{_MAKER}"):
        if is_gone(left.read_text()):
            shutil.rmtree(left.parent)


def _copy_pages(source: SqliteConnections, path: Path, progress: Progress) -> None:
    with source.reading() as db, closing(sqlite3.connect(path)) as file:
        db.raw.execute("BEGIN")
        try:
            db.raw.execute("SELECT 1 FROM sqlite_schema").fetchone()
            db.raw.backup(
                file, pages=_PAGES, progress=lambda status, left, total: progress("pages", total - left), sleep=0
            )
        finally:
            db.raw.execute("ROLLBACK")
        file.execute("PRAGMA journal_mode = DELETE")
        if file.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise NotAStore(f"The store {source.place} is damaged; put back the last good backup.", source.place)


def _copy_rows(source: Connections, target: Connections, progress: Progress) -> None:
    try:
        copy_store(source, target, progress)
        with target.reading() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
