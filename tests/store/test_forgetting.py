"""Forgetting: the words of a draft are gone from the rows, and from the file that held them."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import Store, open_store
from store.place import Place

from .said import said

DRAFT = "“The night ferry never once sailed with a full crew,” said Ottoline Vasey, its first mate."
KEPT = "The harbour dues will double before the spring."
LONG = " ".join(f"{DRAFT} She said so on day {day} of the inquiry." for day in range(400))
REPORT = json.dumps({"quotes": [], "flags": [], "article": {"title": "Night ferry inquiry", "text": LONG}})
TELLTALES = ("never once sailed", "Ottoline Vasey", "Night ferry inquiry", "of the inquiry")
LATER = datetime.now(UTC) + timedelta(days=1)


def filled(store: Store) -> Store:
    """A store with two checks of a long draft, its jobs, and one verified quote."""
    store.scope().add_quotes([said(KEPT, "Odd Halvorsen")], "Ines Okafor")
    for number in range(2):
        store.jobs.enqueue(Place("desk"), "check", {"source": {"text": LONG}}, lane=f"t{number}", event=f"Ev{number}")
        job = store.jobs.claim()
        assert job is not None
        store.scope().save_check(REPORT, "Ines Okafor", thread=str(number))
        store.jobs.finish(job) if number else store.jobs.give_up(job, "no such channel")
    return store


def on_disk(path: Path) -> bytes:
    """Everything that lies in the files of a store."""
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob(f"{path.name}*")))


def found(content: bytes) -> list[str]:
    return [words for words in TELLTALES if words.encode() in content]


@pytest.mark.sqlite_file
class TestFile:
    def test_holds_the_words_until_they_are_forgotten(self, fresh_store: Store) -> None:
        """Else what the next tests look for could not be found anyway."""
        assert [*TELLTALES] == found(on_disk(filled(fresh_store).path))

    def test_holds_none_of_them_afterwards(self, fresh_store: Store) -> None:
        """While the bot goes on, with its connections open: neither a free page nor the write-ahead log has them."""
        filled(fresh_store)
        assert 2 == fresh_store.forget(LATER.isoformat())
        assert [] == found(on_disk(fresh_store.path))
        assert KEPT.encode() in on_disk(fresh_store.path)
        assert 1 == fresh_store.scope().size()

    def test_holds_none_of_a_job_that_ended(self, fresh_store: Store) -> None:
        """A draft that waited in a job is gone with the next forgetting, though its check is kept."""
        fresh_store.jobs.enqueue(Place("desk"), "check", {"source": {"text": LONG}}, lane="t1")
        job = fresh_store.jobs.claim()
        assert job is not None
        fresh_store.jobs.finish(job)
        fresh_store.forget("2001-01-01")
        assert [] == found(on_disk(fresh_store.path))

    def test_of_a_store_that_forgot_nothing_yet_is_cleaned(self, tmp_path: Path) -> None:
        """What was overwritten before, without the care that is taken now, goes with the first forgetting too."""
        store = filled(open_store(tmp_path / "old.db"))
        store.close()
        with sqlite3.connect(store.path) as careless:
            careless.execute("PRAGMA secure_delete = OFF")
            careless.execute('UPDATE "check" SET report = NULL, title = NULL')
            careless.execute("UPDATE job SET payload = '{}'")
        careless.close()
        assert found(on_disk(store.path))
        assert 0 == store.forget(LATER.isoformat())
        assert store.scrub(rewrite=True)
        assert [] == found(on_disk(store.path))
        assert 1 == store.scope().size()

    def test_waits_for_nobody_who_reads(self, fresh_store: Store) -> None:
        """An export that is under way keeps the log from being emptied; the next forgetting empties it."""
        filled(fresh_store)
        reader = sqlite3.connect(fresh_store.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM quote").fetchone()
        began = datetime.now(UTC)
        assert 2 == fresh_store.forget(LATER.isoformat())
        assert timedelta(seconds=2) > datetime.now(UTC) - began
        reader.execute("ROLLBACK")
        reader.close()
        fresh_store.forget(LATER.isoformat())
        assert [] == found(on_disk(fresh_store.path))


class TestRows:
    def test_hold_none_of_the_words(self, fresh_store: Store) -> None:
        """In no column of any table, in a file and in a database alike; the counts and the verified quote stay."""
        filled(fresh_store)
        assert 2 == fresh_store.forget(LATER.isoformat())
        with fresh_store._connections.reading() as db:
            for table in sorted(db.tables() - {"word"}):
                rows = str(db.execute(f'SELECT * FROM "{table}"').fetchall())
                assert [] == [words for words in TELLTALES if words in rows], table
            assert 2 == db.execute('SELECT count(*) FROM "check"').fetchone()[0]
        assert KEPT == fresh_store.scope().quote(1).text
