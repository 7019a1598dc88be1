"""Opening a store: what is made, what is refused, and what is left alone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.errors import NotAStore, StoreBusy, StoreError, StoreMissing, StoreTooNew
from store import Scope, Store, connection, open_store
from store.db import SCHEMA_VERSION
from store.migrations import migrations
from store.place import Place
from tests.store.older import TO_VERSION_8
from tests.store.said import said, stored


def sqlite(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


class TestOpening:
    def test_makes_a_store_where_there_is_none(self, tmp_path: Path) -> None:
        """The first opening makes the file, and what goes in is there at the next."""
        first = open_store(tmp_path / "new.db")
        stored(first.scope(), "The bridge stays shut until the spring.")
        first.close()

        assert 1 == open_store(tmp_path / "new.db", create=False).scope().size()

    def test_takes_an_empty_file(self, tmp_path: Path) -> None:
        """A file of no bytes, as a temporary file is, becomes a store."""
        (tmp_path / "empty.db").touch()

        assert 0 == open_store(tmp_path / "empty.db").scope().size()

    def test_counts_its_migrations(self, fresh_store: Store) -> None:
        """The version that the code knows is the number of its migrations, and a new store has them all."""
        assert SCHEMA_VERSION == len(migrations._migrations) == fresh_store.schema_version

    @pytest.mark.sqlite_file
    def test_counts_the_words_of_an_older_store(self, fresh_store: Store) -> None:
        """A store of version 8, which kept no list of its words, has one after the next opening."""
        words = "The bridge stays shut until the bridge engineers are done."
        fresh_store.scope("T1", "C1").add_quotes([said(words, "Åse Brandt")], "Ines Okafor")
        fresh_store.close()
        before = "SELECT scope, col, form, quotes FROM term"
        terms = sqlite3.connect(fresh_store.path).execute(before).fetchall()
        sqlite(fresh_store.path, *TO_VERSION_8)

        found = open_store(fresh_store.path).scope("T1", "C1").find("enginers")

        assert ["Åse Brandt"] == [quote.speaker for quote in found]
        assert terms == sqlite3.connect(fresh_store.path).execute(before).fetchall()

    @pytest.mark.sqlite_file
    def test_logs_ahead(self, fresh_store: Store) -> None:
        """Readers never wait for a writer: the store is in WAL mode."""
        assert ("wal",) == sqlite3.connect(fresh_store.path).execute("PRAGMA journal_mode").fetchone()

    @pytest.mark.sqlite_file
    def test_needs_no_sqlite_utils_for_an_existing_store(self, fresh_store: Store) -> None:
        """An up-to-date store opens without importing sqlite_utils, which would cost a check 90 ms."""
        code = (
            f"import sys; from store import open_store; open_store({str(fresh_store.path)!r}).scope().size();"
            " print('sqlite_utils' in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
        assert "False" == done.stdout.strip()

    def test_survives_being_made_twice_at_once(self, tmp_path: Path) -> None:
        """Threads that all make the same store at once all get it."""
        with ThreadPoolExecutor(6) as pool:
            stores = list(pool.map(lambda _: open_store(tmp_path / "race.db"), range(6)))

        assert [0] * 6 == [store.scope().size() for store in stores]

    @pytest.mark.sqlite_file
    def test_reads_without_writing(self, fresh_store: Store) -> None:
        """A store opened for reading only answers, and refuses to be written to."""
        stored(fresh_store.scope(), "The bridge stays shut until the spring.")
        readonly = open_store(fresh_store.path, readonly=True).scope()

        assert 1 == readonly.size()
        with pytest.raises(StoreError, match="for reading only"):
            stored(readonly, "The ferry runs.")


class TestRefusing:
    @pytest.mark.parametrize("readonly", [False, True])
    def test_names_a_missing_store(self, tmp_path: Path, readonly: bool) -> None:
        """Where a store is only to be read, a missing one is said to be missing and none is made."""
        with pytest.raises(StoreMissing, match="There is no store at"):
            open_store(tmp_path / "gone.db", create=readonly, readonly=readonly)
        assert [] == list(tmp_path.iterdir())

    def test_names_a_missing_folder(self, tmp_path: Path) -> None:
        """A store in a folder that is not there names the folder."""
        with pytest.raises(StoreMissing, match="There is no folder"):
            open_store(tmp_path / "no" / "such" / "verbatim.db")

    def test_names_a_file_in_the_place_of_a_folder(self, tmp_path: Path) -> None:
        """A path that leads through a file is no place for a store."""
        (tmp_path / "notes.txt").write_text("Call the harbour master.")
        with pytest.raises(StoreMissing, match="There is no folder"):
            open_store(tmp_path / "notes.txt" / "verbatim.db")

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
    def test_names_a_folder_that_may_not_be_written(self, tmp_path: Path) -> None:
        """A folder that may not be written to is named."""
        tmp_path.chmod(0o500)
        with pytest.raises(StoreMissing, match="may not be written to"):
            open_store(tmp_path / "verbatim.db")

    @pytest.mark.parametrize(
        "content", [b"Call the harbour master.\n", b"SQLite format 3\0" + b"\xff" * 4_000, os.urandom(5_000), b"\0"]
    )
    @pytest.mark.parametrize("create", [True, False])
    def test_leaves_another_file_alone(self, tmp_path: Path, content: bytes, create: bool) -> None:
        """A file that is no store is refused and stays as it was, byte for byte."""
        path = tmp_path / "notes.db"
        path.write_bytes(content)

        with pytest.raises(NotAStore, match="is not a store of verified quotes"):
            open_store(path, create=create)
        assert content == path.read_bytes()
        assert [path] == list(tmp_path.iterdir())

    def test_leaves_another_database_alone(self, tmp_path: Path) -> None:
        """A SQLite file of another program is refused and stays as it was."""
        path = tmp_path / "other.db"
        sqlite(path, "CREATE TABLE quote (id INTEGER)", "PRAGMA user_version = 5")
        before = path.read_bytes()

        with pytest.raises(NotAStore):
            open_store(path)
        assert before == path.read_bytes()

    def test_refuses_a_folder(self, tmp_path: Path) -> None:
        """A folder is no store."""
        with pytest.raises(NotAStore, match="is a folder"):
            open_store(tmp_path)

    @pytest.mark.sqlite_file
    def test_refuses_a_newer_store(self, fresh_store: Store) -> None:
        """A store of a newer version is refused, and nothing is written to it."""
        sqlite(fresh_store.path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        before = fresh_store.path.read_bytes()

        with pytest.raises(StoreTooNew, match="update Verbatim"):
            open_store(fresh_store.path)
        assert before == fresh_store.path.read_bytes()

    @pytest.mark.sqlite_file
    def test_says_that_a_store_is_damaged(self, fresh_store: Store) -> None:
        """A store whose pages are overwritten is said to be damaged, in a sentence."""
        stored(fresh_store.scope(), *(f"Line {number} of the bridge is shut." for number in range(300)))
        fresh_store.close()
        size = fresh_store.path.stat().st_size
        with fresh_store.path.open("r+b") as file:
            file.seek(4_096)
            file.write(b"\xee" * (size - 4_096))

        with pytest.raises(StoreError, match="put back the last good copy"):
            list(open_store(fresh_store.path).scope().quotes())

    @pytest.mark.sqlite_file
    def test_says_that_the_disk_is_full(self, fresh_store: Store) -> None:
        """Where there is no room left the sentence says so, and the store is as it was before."""
        connections = connection.SqliteConnections(fresh_store.path)
        with connections.reading() as db:
            pages = db.raw.execute("PRAGMA page_count").fetchone()[0]
            db.raw.execute(f"PRAGMA max_page_count = {pages + 4}")
        desk = Scope(connections, Place("desk"))

        with pytest.raises(StoreError, match="is full; make room"):
            desk.add_quotes([said(f"Pier {n} is shut. " * 40) for n in range(200)], "Ines Okafor")
        assert 0 == desk.size() == len(list(desk.quotes()))


class TestSharing:
    @pytest.mark.sqlite_file
    def test_waits_no_longer_than_it_says(self, fresh_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """A store that another process keeps locked is said to be in use; reading goes on meanwhile."""
        monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
        other = sqlite3.connect(fresh_store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        waiting = open_store(fresh_store.path).scope()

        assert 0 == waiting.size()
        with pytest.raises(StoreBusy, match="in use by another process"):
            stored(waiting, "The ferry runs.")
        other.execute("ROLLBACK")
        assert 1 == len(stored(waiting, "The ferry runs."))

    def test_is_used_from_many_threads(self, fresh_store: Store) -> None:
        """One store serves several threads that write and read at once, and loses nothing."""
        desk = fresh_store.scope()

        def add(number: int) -> int:
            desk.add_quotes([said(f"Pier number {number} will open in May.")], "Ines Okafor")
            return len(desk.candidates("number of piers will open in May").quotes)

        with ThreadPoolExecutor(5) as pool:
            list(pool.map(add, range(1, 41)))
        assert 40 == desk.size()
        assert 40 == len({quote.quote_id for quote in desk.quotes()})

    def test_gives_every_thread_its_own_connection(self, fresh_store: Store) -> None:
        """A scope made in one thread answers in another."""
        desk, sizes = fresh_store.scope(), list[int]()
        thread = threading.Thread(target=lambda: sizes.append(desk.size()))
        thread.start()
        thread.join()
        assert [0] == sizes
