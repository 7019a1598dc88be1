"""A whole store moved, and backed up, from and to every kind of place."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.check import check
from bot.errors import StoreError, StoreMissing
from bot.ingest import read_text
from bot.models import Article
from bot.reading import read_article
from bot.render.document import report_document
from bot.settings import Desk
from bot.transcripts import Transcript, Turn
from store import Scope, Store, open_store
from store.place import Place
from store.quotes import QuoteRow

FERRY = "We will not close a depot this year, and the boats stay full in summer."
EARLIER = f"""Ferry merger off, chair says

“{FERRY}” said Priya Raman, 61, the chair of the ferry board, on 6 May 2019.

Tom Ekwall, the harbour master, was born in 1957. “Nobody asked the tides,” he said.
"""
PLACES = (Place("T1"), Place("T1", "C1"), Place("T2"))


def filled(store: Store) -> None:
    """Something in every table that a desk fills, in two workspaces and a private channel."""
    article = read_text(EARLIER, "earlier.txt")
    for place in PLACES:
        scope = store.scope(place.team, place.channel)
        scope.add_article(article, read_article(article, Desk()), "Ines Okafor", at="2031-05-06T12:00:00+00:00")
        first = [quote.quote_id for quote in scope.quotes()][-1]
        scope.dispute(first, "Ines Okafor", "the tape is not clear")
        scope.uphold(first, "Ines Okafor", "heard again")
        scope.correct(first, "Nobody asked the tides or the gulls.", "Ines Okafor", "a word was lost — “gulls”")
        scope.add_quotes([QuoteRow(f"The {n} boats of {place.team} came in late.", "Åse Lind") for n in range(9)], "i")
        talk = Transcript((Turn(f"The boats of {place.team} are spoken for.", "Åse Lind", None, ((0, 83),)),))
        scope.add_transcript(Article(talk.text, link="https://harbour.example/talk"), talk, "Ines Okafor")
        scope.alias("Åse Lind", "Aase Lind", "Ines Okafor")
        draft = read_text(EARLIER.replace("not close", "close"), "draft.txt")
        number = scope.save_check(
            json.dumps(report_document(check(draft, scope, Desk()))), "Ines Okafor", thread="17.1"
        )
        scope.decide_finding(scope.check(number).findings[0].id, "ignore", "Ines Okafor", "known")
        scope.verify(QuoteRow("We wait for the second eye.", "Åse Lind"), "Jo Aldous", second_eye=True)
        thread = store.threads.open(place, "C7", "17.1", "U1", {"link": "https://harbour.example/1"}, source="17.0")
        store.threads.note_message(thread.id, "17.5")
        store.threads.note_answer(thread.id, number, "17.2", ["f0"])
        scope.settle(number, "q2", "verify", "Jo Aldous", first)
        store.jobs.enqueue(place, "check", {"text": "“x”"}, lane="17.1", event="Ev1")


def asked(scope: Scope) -> list[object]:
    """What a desk sees of a store."""
    texts = [FERRY, FERRY.replace("not close", "close"), "The 3 boats of T1 came in late.", "asked the tides"]
    return [
        list(scope.quotes()),
        [scope.candidates(text, "Åse Lind") for text in texts],
        scope.find("boats late"),
        scope.find("deopt", "Raman"),
        [scope.history(quote.quote_id) for quote in scope.quotes()],
        scope.speakers_like("Aase Lind"),
        scope.ages(["ekwall", "raman"]),
        scope.wrong_alarms(),
        scope.waiting(),
        [scope.settled(recent.check.id) for recent in scope.recent_checks("Ines Okafor")],
    ]


@pytest.fixture(params=["sqlite", "postgres"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of another place."""
    if request.param == "postgres":
        store = open_store(request.getfixturevalue("empty_database"))
    else:
        store = open_store(tmp_path / "copied.db")
    yield store
    store.close()


class TestCopy:
    def test_answers_as_the_first_store_does(self, fresh_store: Store, target: Store) -> None:
        """Every question, in every place, has the same answer; and the jobs go on where they were."""
        filled(fresh_store)
        copied = fresh_store.copy_to(target)
        for place in PLACES:
            want, got = (asked(store.scope(place.team, place.channel)) for store in (fresh_store, target))
            assert want == got
        assert 2 == target.jobs.waiting() == copied["job"].rows
        for team in ("T1", "T2"):
            thread = target.threads.of_message(team, "C7", "17.5")
            assert fresh_store.threads.of_message(team, "C7", "17.5") == thread is not None
        assert all(found.rows for found in copied.values()), copied

    def test_goes_on_with_new_numbers(self, fresh_store: Store, target: Store) -> None:
        """What is added to the copy gets numbers of its own, and is found."""
        filled(fresh_store)
        fresh_store.copy_to(target)
        before = {quote.quote_id for quote in target.scope("T1").quotes()}
        target.scope("T1").add_quotes([QuoteRow("A new quay is no quay at all.", "Åse Lind")], "Ines Okafor")
        new = target.scope("T1").find("new quay")
        assert [False] == [quote.quote_id in before for quote in new]
        assert target.jobs.enqueue(PLACES[0], "check", {}, lane="x")

    def test_of_an_empty_store_is_an_empty_store(self, fresh_store: Store, target: Store) -> None:
        assert {0} == {found.rows for found in fresh_store.copy_to(target).values()}

    def test_into_a_store_that_is_not_empty_is_refused(self, fresh_store: Store, target: Store) -> None:
        filled(fresh_store)
        target.scope("T9").add_quotes([QuoteRow("We stay.", "Åse Lind")], "Ines Okafor")
        with pytest.raises(StoreError, match="is not empty"):
            fresh_store.copy_to(target)
        assert 1 == target.scope("T9").size()
        assert 0 == target.scope("T1").size()

    def test_that_differs_is_not_kept(self, fresh_store: Store, tmp_path: Path) -> None:
        """A place that writes something else than it is given is found out, and stays empty."""
        filled(fresh_store)
        target = open_store(tmp_path / "bad.db")
        db = sqlite3.connect(tmp_path / "bad.db")
        db.execute(
            "CREATE TRIGGER bad AFTER INSERT ON speaker BEGIN"
            " UPDATE speaker SET name = 'Asa Lind' WHERE name = 'Åse Lind'; END"
        )
        db.close()
        with pytest.raises(StoreError, match="copy of speaker differs"):
            fresh_store.copy_to(target)
        assert 0 == target.scope("T1").size()


class TestBackup:
    def test_answers_as_the_store_did(self, fresh_store: Store, tmp_path: Path) -> None:
        filled(fresh_store)
        want = [asked(fresh_store.scope(place.team, place.channel)) for place in PLACES]
        size = fresh_store.back_up(tmp_path / "kept.db")
        fresh_store.scope("T1").add_quotes([QuoteRow("Not in the backup.", "Åse Lind")], "Ines Okafor")
        kept = open_store(tmp_path / "kept.db", create=False)
        assert want == [asked(kept.scope(place.team, place.channel)) for place in PLACES]
        assert size == (tmp_path / "kept.db").stat().st_size
        assert ["kept.db"] == [path.name for path in tmp_path.iterdir() if "kept" in path.name or "backup" in path.name
                               if not path.name.endswith(("-wal", "-shm"))]  # fmt: skip

    def test_is_of_one_moment_while_others_write(self, fresh_store: Store, tmp_path: Path) -> None:
        """Every batch stands in it whole or not at all, and can be found."""
        stop, failed = threading.Event(), list[BaseException]()
        scope = fresh_store.scope()

        def write() -> None:
            number = 0
            while not stop.is_set():
                rows = [QuoteRow(f"Batch {number} has boat {boat} in it.", "Åse Lind") for boat in range(10)]
                scope.add_quotes(rows, "Ines Okafor")
                number += 1
            fresh_store.close()

        writer = threading.Thread(target=write)
        writer.start()
        try:
            while scope.size() < 50:
                pass
            fresh_store.back_up(tmp_path / "kept.db")
        finally:
            stop.set()
            writer.join()
        assert not failed
        kept = open_store(tmp_path / "kept.db", create=False).scope()
        texts = [quote.text for quote in kept.quotes()]
        assert kept.size() == len(texts) >= 50
        assert 0 == len(texts) % 10
        assert texts[-1] == kept.candidates(texts[-1]).quotes[0].text

    def test_never_writes_over_a_file(self, fresh_store: Store, tmp_path: Path) -> None:
        (tmp_path / "kept.db").write_text("somebody's notes")
        with pytest.raises(StoreError, match="there already"):
            fresh_store.back_up(tmp_path / "kept.db")
        assert "somebody's notes" == (tmp_path / "kept.db").read_text()

    def test_names_a_folder_that_is_not_there(self, fresh_store: Store, tmp_path: Path) -> None:
        with pytest.raises(StoreMissing, match="check the folder"):
            fresh_store.back_up(tmp_path / "nowhere" / "kept.db")
