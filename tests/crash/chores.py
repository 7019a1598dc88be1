"""The commands of a desk that are killed at any moment of their work: an import, a migration, a backup."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from store import Store, open_store
from store.place import DESK
from store.quotes import QuoteRow
from tests.crash.processes import started
from tests.scenarios.slack import VERIFIER
from tests.store.older import TO_VERSION_8

ROWS = 2_500
"""Quotes of a store and of a file: three batches of an import."""


class Chores:
    """A desk's commands on stores of their own in a folder, killed at moments that a seed tells."""

    def __init__(self, folder: Path, seed: int, database: str | None = None) -> None:
        self._folder, self._random = folder, Random(seed)
        self._database = database or str(folder / "chores.db")
        self._log = folder / "chores.log"
        self._table = folder / "rows.csv"
        lines = [f"Barge {row} carries {row * 7} kettles to the fair,Tove Arnesen,R{row}" for row in range(ROWS)]
        self._table.write_text("\n".join(["text,speaker,external_id", *lines]), encoding="utf-8")
        self._seconds: dict[str, float] = {}
        self.cut_off = 0
        """How many commands were killed before they were done."""

    def imported(self, kills: int) -> Iterator[str]:
        """An import killed again and again, and at last let go through: every row is there once."""
        command = ["import", str(self._table), "--by", "Kim"]
        for _ in range(kills):
            self._killed(command, self._database, "import")
            yield from _damage(self._database)
        self._done(command, self._database)
        store = open_store(self._database)
        there = [quote.external_id for quote in store.scope().quotes()]
        if sorted(there, key=str) != sorted((f"R{row}" for row in range(ROWS)), key=str):
            yield f"of {ROWS} rows {len(set(there))} are stored, {len(there)} times"
        for row in (0, 999, 1_000, ROWS - 1):
            found = store.scope().candidates(f"Barge {row} carries {row * 7} kettles to the fair").quotes
            if f"R{row}" not in [quote.external_id for quote in found]:
                yield f"row {row} is stored and not found"
        store.close()

    def migrated(self, kills: int) -> Iterator[str]:
        """An older store whose first opening is killed: the next one finds all that was in it."""
        old = self._folder / "old.db"
        _older(_filled(old), old)
        for number in range(kills):
            path = self._folder / f"migrated-{number}.db"
            shutil.copy(old, path)
            self._killed(["find", "kettles"], str(path), "migration")
            yield from _damage(str(path))
            store = open_store(path)
            if store.scope().size() != ROWS or not store.scope().find("kettels 7 fair"):
                yield f"after a migration that was killed: {store.scope().size()} quotes of {ROWS}"
            store.close()

    def backed_up(self, kills: int) -> Iterator[str]:
        """A backup that is killed: there is none, or a whole one."""
        size = open_store(self._database).scope().size()
        for number in range(kills):
            path = self._folder / f"backup-{number}.db"
            self._killed(["backup", str(path)], self._database, "backup")
            yield from _damage(self._database)
            if path.exists():
                yield from _damage(str(path))
                if (found := open_store(path).scope().size()) != size:
                    yield f"a backup of {found} quotes of {size}"
        self._done(["backup", str(self._folder / "last.db")], self._database)
        if left := list(self._folder.glob(".backup-*")):
            yield f"backups that were killed left {left}"

    def _killed(self, command: list[str], database: str, kind: str) -> None:
        """Runs a command and kills it at any moment of the time that it took before; the first run is timed."""
        within = self._seconds.get(kind, 1.0)
        began = time.monotonic()
        process = started(command, {"VERBATIM_DB": database}, self._log)
        process.join(self._random.random() * within)
        if process.exitcode is None:
            self.cut_off += 1
            process.kill()
        process.join()
        self._seconds[kind] = max(0.2, time.monotonic() - began if process.exitcode == 0 else within)

    def _done(self, command: list[str], database: str) -> None:
        process = started(command, {"VERBATIM_DB": database}, self._log)
        process.join(120)
        assert process.exitcode == 0, self._log.read_text(encoding="utf-8")


def _filled(path: Path) -> Store:
    """A store with as many quotes as an import brings."""
    store = open_store(path)
    rows = (QuoteRow(f"Barge {row} carries {row * 7} kettles to the fair", "Tove Arnesen") for row in range(ROWS))
    store.scope(DESK).add_quotes(rows, VERIFIER)
    return store


def _older(store: Store, path: Path) -> None:
    """Takes a store back to an older version."""
    store.close()
    with sqlite3.connect(path) as db:
        for statement in TO_VERSION_8:
            db.execute(statement)
    db.close()


def _damage(database: str) -> Iterator[str]:
    """What is broken in a SQLite file, read as it was left."""
    if database.startswith("postgres") or not Path(database).exists():
        return
    db = sqlite3.connect(database)
    for pragma in ("integrity_check", "foreign_key_check"):
        told = db.execute(f"PRAGMA {pragma}").fetchall()
        if told not in ([], [("ok",)]):
            yield f"{database}: {pragma}: {told[:3]}"
    db.close()
