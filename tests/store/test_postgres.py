"""What only a PostgreSQL database can do wrong, and several processes at one store."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.errors import DecisionRefused, StoreError, StoreMissing, StoreTooNew, VerbatimError, WrongInput
from bot.models import State
from store import open_store
from store.db import SCHEMA_VERSION
from store.migrations import migrations
from store.postgres_schema import FIRST_VERSION, STEPS
from store.quotes import QuoteRow
from tests.store.said import said, stored

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = "The bridge stays shut until the spring."


def together(count: int, work: Callable[[int], object]) -> list[object]:
    """What the same work gives in so many threads at once; an error of the tree is a result."""

    def guarded(number: int) -> object:
        try:
            return work(number)
        except VerbatimError as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(guarded, range(count)))


class TestOpening:
    def test_counts_its_steps_as_a_file_does(self) -> None:
        """Both kinds of store are at one version, so that a copy of either is up to date."""
        assert SCHEMA_VERSION == len(migrations._migrations) == FIRST_VERSION + len(STEPS) - 1

    def test_makes_the_store_once(self, empty_database: str) -> None:
        first = open_store(empty_database)
        stored(first.scope(), BRIDGE)
        first.close()
        again = open_store(empty_database, create=False)
        assert (1, SCHEMA_VERSION) == (again.scope().size(), again.schema_version)
        again.close()

    def test_of_several_processes_at_once_makes_it_once(self, empty_database: str) -> None:
        """They wait for the one that makes the tables, and none fails."""
        code = (
            "import sys; from store import open_store; from store.quotes import QuoteRow;"
            f"open_store({empty_database!r}).scope().add_quotes([QuoteRow(sys.argv[1], 'Åse Lind')], 'i')"
        )
        words = [f"We tied up boat {number} at noon." for number in range(5)]
        running = [
            subprocess.Popen([sys.executable, "-c", code, one], cwd=ROOT, stderr=subprocess.PIPE) for one in words
        ]
        errors = [process.communicate(timeout=60)[1].decode() for process in running]
        assert [""] * 5 == errors
        store = open_store(empty_database)
        assert sorted(words) == sorted(quote.text for quote in store.scope().quotes())
        store.close()

    def test_makes_nothing_where_it_may_not(self, empty_database: str) -> None:
        with pytest.raises(StoreMissing, match="There is no store at postgresql://"):
            open_store(empty_database, create=False)
        assert 0 == len(_tables(empty_database))

    def test_refuses_a_newer_store(self, postgres_address: str) -> None:
        _run(postgres_address, f"INSERT INTO verbatim.schema_step VALUES ({SCHEMA_VERSION + 1})")
        with pytest.raises(StoreTooNew, match="newer Verbatim"):
            open_store(postgres_address)

    def test_names_a_server_that_does_not_answer_without_the_password(self) -> None:
        with pytest.raises(StoreMissing, match="does not answer") as failed:
            open_store("postgresql://ines:hunter2@127.0.0.1:1/desk")
        assert "ines@127.0.0.1:1/desk" in failed.value.for_editor
        assert "hunter2" not in failed.value.for_editor

    def test_names_a_database_that_is_not_there(self, postgres_server: str) -> None:
        with pytest.raises(StoreMissing, match="check that it runs, its name, user and password"):
            open_store(f"{postgres_server}/nowhere")

    @pytest.mark.parametrize("address", ["postgresql://[half", "postgres://h/x?nonsense=1"])
    def test_refuses_an_address_that_is_none(self, address: str) -> None:
        pytest.importorskip("psycopg")
        with pytest.raises(StoreMissing, match="address of the database cannot be read"):
            open_store(address)

    def test_says_how_to_get_the_driver(self) -> None:
        """Without the extra the command line works on; an address gets one sentence."""
        code = (
            "import sys; sys.modules['psycopg'] = None; from store import open_store; from bot.errors import StoreMissing\n"
            "try: open_store('postgresql://h/x')\n"
            "except StoreMissing as error: print(error.for_editor)"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, timeout=60)
        assert b"pip install" in done.stdout
        assert b"[postgres]" in done.stdout


class TestRows:
    def test_decided_ones_can_never_be_changed(self, postgres_address: str) -> None:
        """Every table that the desk decides in refuses UPDATE and DELETE, whoever asks."""
        import psycopg

        store = open_store(postgres_address)
        [quote_id] = stored(store.scope(), BRIDGE)
        store.scope().dispute(quote_id, "Kim Aalto", "The tape says otherwise.")
        store.close()
        for statement in ("UPDATE verbatim.quote SET text = 'x'", "DELETE FROM verbatim.audit"):
            with pytest.raises(psycopg.errors.RaiseException, match="is append-only"):
                _run(postgres_address, statement)
        guarded = _rows(postgres_address, "SELECT DISTINCT event_object_table FROM information_schema.triggers")
        wanted = "quote audit article alias fact age name finding decision check_match settled spoken"
        assert set(wanted.split()) == {row[0] for row in guarded}

    def test_all_name_their_workspace(self, postgres_address: str) -> None:
        named = _rows(
            postgres_address,
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'verbatim'"
            " AND column_name IN ('team_id', 'channel_id') GROUP BY table_name HAVING count(*) = 2",
        )
        indexes = {"gram", "term", "fact_key", "word", "schema_step"}
        without = {table for table in _tables(postgres_address) if not table.startswith("gram_")} - indexes
        assert without == {row[0] for row in named} - {"known_quote"}

    def test_may_be_read_and_not_written_by_a_reader(self, postgres_address: str) -> None:
        open_store(postgres_address).close()
        reader = open_store(postgres_address, readonly=True)
        assert 0 == reader.scope().size()
        with pytest.raises(StoreError, match="may only be read"):
            stored(reader.scope(), BRIDGE)
        reader.close()


class TestFaults:
    def test_leave_no_words_for_the_log(self, empty_database: str) -> None:
        """The server repeats the statement that it refuses, with the words in it; the log is told the kind of fault."""
        store = open_store(empty_database)
        with pytest.raises(WrongInput) as refused, store._connections.reading() as db:
            db.execute("SELECT CAST(? AS bigint)", (BRIDGE,))
        assert "InvalidTextRepresentation" == refused.value.evidence
        store.close()


class TestSeveralWriters:
    def test_of_one_file_add_every_quote_once(self, postgres_address: str) -> None:
        """Two imports of the same rows at once: each row stands in the store once, counted once, and is found."""
        rows = [
            QuoteRow(f"We tied up boat {number} at noon and ate.", f"Åse Lind {number % 7}") for number in range(300)
        ]
        stores = [open_store(postgres_address) for _ in range(3)]
        added = together(3, lambda number: stores[number].scope().add_quotes(rows, "Ines Okafor").added)
        scope = stores[0].scope()
        assert 300 == sum(one for one in added if isinstance(one, int)) == scope.size() == len(list(scope.quotes()))
        assert rows[17].text == scope.candidates(rows[17].text).quotes[0].text
        assert 300 == _rows(postgres_address, "SELECT quotes FROM verbatim.term WHERE form = 'noon'")[0][0]
        for store in stores:
            store.close()

    def test_of_one_quote_decide_one_after_the_other(self, postgres_address: str) -> None:
        """Of four who dispute it at once one does, and the others are told that it is disputed already."""
        stores = [open_store(postgres_address) for _ in range(4)]
        number = stored(stores[0].scope(), BRIDGE)[0]
        done = together(4, lambda who: stores[who].scope().dispute(number, f"Editor {who}", "not on the tape"))
        assert 3 == sum(isinstance(one, DecisionRefused) for one in done)
        states = [event.new_state for event in stores[0].scope().history(number)]
        assert [State.VERIFIED, State.DISPUTED] == states
        for store in stores:
            store.close()

    def test_in_two_places_do_not_wait_for_each_other(self, postgres_address: str) -> None:
        """While one workspace's import is under way, another's is done."""
        first, second = open_store(postgres_address), open_store(postgres_address)

        def rows() -> Iterator[QuoteRow]:
            yield said("We tied up at noon.")
            assert 1 == second.scope("T2").add_quotes([said(BRIDGE)], "Ines Okafor").added
            yield said("We ate at one.")

        assert 2 == first.scope("T1").add_quotes(rows(), "Ines Okafor").added
        first.close()
        second.close()


def _run(address: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(address) as db:
        db.execute(statement.encode())


def _rows(address: str, statement: str) -> list[tuple[object, ...]]:
    import psycopg

    with psycopg.connect(address) as db:
        return db.execute(statement.encode()).fetchall()


def _tables(address: str) -> set[str]:
    asked = (
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'verbatim' AND table_type = 'BASE TABLE'"
    )
    return {str(row[0]) for row in _rows(address, asked)}
