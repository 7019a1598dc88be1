"""The file that is read in Datasette: what is in it, what is not, and what its views and questions answer."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from store import Scope, Store
from store.quotes import QuoteRow
from store.shelf import NAME, VIEWS, metadata, write_shelf
from tests.store.said import stored
from tests.store.test_outcomes import FIRST
from tests.store.test_transcripts import LINK, added

PRIVATE = "Nobody but the harbour committee hears this."
WAITS = "This waits for somebody to look again."
WITHDRAWN = "This was taken back the same evening."


@pytest.fixture
def shelf(fresh_store: Store, tmp_path: Path) -> Path:
    """The file of a desk with quotes in every state, a private channel, another workspace, and a check."""
    desk = fresh_store.scope()
    numbers = stored(desk, "The ferry is late.", "The bridge is safe.", "Gulls are back.", WITHDRAWN)
    desk.dispute(numbers[0], "Jo Aldous", "The tape is unclear.")
    desk.correct(numbers[2], "The gulls are back.", "Ines Okafor", "Tape.")
    desk.withdraw(numbers[3], "Ines Okafor")
    desk.verify(QuoteRow(WAITS, "Marta Velling"), "Jo Aldous", second_eye=True)
    desk.add_quotes(
        [
            QuoteRow("The depot stays.", "Priya Raman", "2025-03-03", outlet="Harbour Post"),
            QuoteRow("The depot may go.", "Priya Raman", "2024-07", link="javascript:alert(1)"),
            QuoteRow("No depot of mine.", "Tom Ekwall", published=date(2024, 7, 2)),
        ],
        "Ines Okafor",
    )
    added(desk)
    desk.save_check(FIRST, "U1")
    fresh_store.scope("desk", "C0CLOSED01").add_quotes([QuoteRow(PRIVATE, "Tom Ekwall")], "Ines Okafor")
    fresh_store.scope("T2").add_quotes([QuoteRow("Of another newsroom.", "Tom Ekwall")], "Ines Okafor")
    path = tmp_path / f"{NAME}.db"
    write_shelf(path, desk.quotes())
    return path


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    return sqlite3.connect(path).execute(sql).fetchall()


class TestFile:
    def test_leaves_out_what_is_not_the_workspaces_or_does_not_count(self, shelf: Path) -> None:
        """No byte of the file tells of private, waiting or withdrawn words, of another newsroom, or of a draft."""
        content = shelf.read_bytes()
        for words in (PRIVATE, WAITS, WITHDRAWN, "Of another newsroom", "Never late"):
            assert words.encode() not in content
        assert {"quote", "quote_fts"} == {
            name for (name,) in rows(shelf, "SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("quote_fts_")
        }  # fmt: skip

    def test_tells_what_is_known_of_a_quote(self, shelf: Path) -> None:
        """The day said, or else published, the time in a recording, and only links that a browser may follow."""
        assert [("2024-07-02", "2024-07", "2024")] == rows(
            shelf, "SELECT said, month, year FROM quote WHERE text = 'No depot of mine.'"
        )
        assert [(None,)] == rows(shelf, "SELECT link FROM quote WHERE text = 'The depot may go.'")
        assert [(f"{LINK}?t=6", "0:06")] == rows(
            shelf, "SELECT link, at FROM quote WHERE text LIKE 'We will not close%'"
        )


class TestViews:
    def test_count_by_speaker(self, shelf: Path) -> None:
        """A line a speaker, with the first and the last day."""
        assert ("Priya Raman", 4, "2024-07", "2025-03-03") == rows(
            shelf, "SELECT speaker, quotes, first, last FROM by_speaker WHERE speaker = 'Priya Raman'"
        )[0]

    def test_tell_what_is_in_doubt_and_why(self, shelf: Path) -> None:
        """Disputed ones first, each with who decided so and why; what is verified is not there."""
        assert [
            ("disputed", "Jo Aldous", "The tape is unclear.", "The ferry is late."),
            ("corrected", "Ines Okafor", "Tape.", "Gulls are back."),
        ] == rows(shelf, "SELECT state, decided_by, decided_why, text FROM in_doubt")

    def test_tell_who_verified_how_many_against_what(self, shelf: Path) -> None:
        """A line a verifier and what the words were held to."""
        assert ("Ines Okafor", "transcript", 3) in rows(
            shelf, "SELECT verified_by, against, quotes FROM verified_by_whom"
        )

    def test_count_by_month(self, shelf: Path) -> None:
        """Months in order, only of quotes whose month is known."""
        assert [("2024-07", 2, 2), ("2025-03", 4, 2)] == rows(
            shelf, "SELECT month, quotes, speakers FROM quotes_a_month"
        )


@pytest.mark.sqlite_file
class TestDatasette:
    def ask(self, shelf: Path, path: str, **values: str) -> Any:
        """What Datasette itself answers, opened as the command opens it."""
        app = pytest.importorskip("datasette.app", reason="no Datasette here: pip install .[browse]")
        site = app.Datasette(immutables=[str(shelf)], metadata=metadata("noon"))
        return asyncio.run(site.client.get(f"/{NAME}{path}?{urlencode(values)}"))

    def test_tells_what_a_speaker_said_on_a_subject(self, shelf: Path) -> None:
        """The words in any form, of one speaker, oldest first."""
        answer = self.ask(shelf, "/on_a_subject.json", words="depots", speaker="raman", _shape="array")
        assert ["The depot may go.", "The depot stays."] == [
            row["text"] for row in answer.json() if not row["link"]
        ]  # fmt: skip

    def test_searches_and_counts_facets(self, shelf: Path) -> None:
        """The table has a search and the facets by which a desk looks."""
        answer = self.ask(shelf, "/quote.json", _search="depot", _size="100").json()
        assert 5 == answer["filtered_table_rows_count"]
        assert {"speaker", "outlet", "state", "verified_by", "against", "year"} == set(answer["facet_results"])

    @pytest.mark.parametrize("path", ["", *(f"/{view}" for view in VIEWS), "/quote", "/on_a_subject"])
    def test_opens_every_page(self, shelf: Path, path: str) -> None:
        """Each view, the table, the question and the front page open."""
        assert 200 == self.ask(shelf, path).status_code

    @pytest.mark.parametrize("sql", ["DELETE FROM quote", "SELECT * FROM audit", 'SELECT * FROM "check"'])
    def test_cannot_change_the_file_nor_see_the_store(self, shelf: Path, sql: str) -> None:
        """A question of one's own reads this file and nothing else."""
        assert 400 == self.ask(shelf, ".json", sql=sql).status_code


class TestEmpty:
    def test_store_has_an_empty_file(self, desk: Scope, tmp_path: Path) -> None:
        """Nothing verified yet: a table without rows, and views that answer."""
        assert 0 == write_shelf(tmp_path / "empty.db", desk.quotes())
        assert [] == rows(tmp_path / "empty.db", "SELECT * FROM by_speaker")
