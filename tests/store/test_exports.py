"""Verified quotes out of the store and in again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import WrongInput
from store import Scope, open_store
from store.columns import COLUMNS
from store.exports import export_file
from store.imports import import_file
from store.quotes import QuoteRow
from tests.store.said import article_of, stored

CELL = st.text(
    st.one_of(
        st.sampled_from(",;\t\"'“”\n\r\u2028\x0b\x85 aé…[]=@-"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=24,
)
WORDS = CELL.map(lambda cell: "we" + cell)
ROWS = st.builds(
    QuoteRow,
    text=st.tuples(CELL, WORDS).map(lambda pair: pair[0] + " " + pair[1]),
    speaker=st.tuples(st.sampled_from(["Marta Velling", "Zoë “Zip” Brandt", "O’Dell, Ann"]), CELL).map(" ".join),
    said_on=st.sampled_from([None, "2024", "2024-07", "2024-07-03", "2024-07-03T19:45", "2024-Q3", "2024-07-03TEV"]),
    venue=st.none() | CELL,
    source=st.none() | CELL,
    outlet=st.none() | CELL,
    link=st.none() | CELL,
    published=st.none() | st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)),
    verified_by=st.none() | CELL,
    verified_at=st.sampled_from([None, "2025-03-07T09:00:00+00:00", "2025-03-07T00:00:00Z", "2025-03"]),
    against=st.none() | CELL,
    note=st.none() | CELL,
    external_id=st.none() | CELL,
)


class TestRoundTrip:
    @pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".tsv"])
    @given(rows=st.lists(ROWS, min_size=1, max_size=8))
    @settings(max_examples=60, deadline=None)
    def test_gives_the_same_file(
        self, tmp_path_factory: pytest.TempPathFactory, suffix: str, rows: list[QuoteRow]
    ) -> None:
        """What is exported, imported into an empty store and exported again is the same file, byte for byte."""
        folder = tmp_path_factory.mktemp("round")
        first, second = open_store(folder / "first.db"), open_store(folder / "second.db")
        first.scope().add_quotes(rows, "Ines Okafor")
        written = export_file(first.scope(), folder / f"first{suffix}")
        result = import_file(second.scope(), folder / f"first{suffix}", "somebody else")
        export_file(second.scope(), folder / f"second{suffix}")

        assert (written, 0, ()) == (result.added, result.already, result.problems)
        assert (folder / f"first{suffix}").read_bytes() == (folder / f"second{suffix}").read_bytes()
        assert [[getattr(quote, column) for column in COLUMNS] for quote in first.scope().quotes()] == [
            [getattr(quote, column) for column in COLUMNS] for quote in second.scope().quotes()
        ]
        first.close()
        second.close()


class TestExport:
    def test_writes_what_an_article_said(self, desk: Scope, tmp_path: Path) -> None:
        """Quotes that were added with their article are written with its source, outlet and day."""
        desk.add_article(
            *article_of(("Marta Velling", "Never late, never.")), "Jo Aldous", at="2025-03-07T09:00:00+00:00"
        )
        export_file(desk, tmp_path / "out.csv")

        assert (
            '"Never late, never.",Marta Velling,,,Bridge vote put off,The Harbour Post,,2025-03-06,Jo Aldous,'
            "2025-03-07T09:00:00+00:00,,,"
        ) == (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1]

    def test_leaves_out_what_is_not_verified_now(self, desk: Scope, tmp_path: Path) -> None:
        """Disputed, retracted and corrected quotes would come back as verified, so they stay."""
        first, second, third, _ = stored(desk, "The ferry is late.", "The bridge is safe.", "Gulls are back.", "Wait.")
        desk.dispute(first, "Ines Okafor", "Doubt.")
        desk.retract(second, "Ines Okafor", "Never said.")
        desk.correct(third, "The gulls are back.", "Ines Okafor", "Tape.")

        assert 2 == export_file(desk, tmp_path / "out.jsonl")
        kept = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
        assert [True, True] == ["Wait." in kept, "The gulls are back." in kept]

    @pytest.mark.parametrize(("name", "sentence"), [("out.pdf", "neither"), ("no/out.csv", "cannot be written")])
    def test_refuses_what_it_cannot_write(self, desk: Scope, tmp_path: Path, name: str, sentence: str) -> None:
        """Another kind of file, or a folder that is not there, is refused with what to do."""
        with pytest.raises(WrongInput, match=sentence):
            export_file(desk, tmp_path / name)

    def test_leaves_an_older_file_whole_where_it_fails(
        self, desk: Scope, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An export that fails half way leaves the file of before, and nothing beside it."""
        (tmp_path / "out.csv").write_text("before")

        def broken(state: object = None) -> object:
            raise OSError("the disk went away")

        monkeypatch.setattr(desk, "quotes", broken)
        with pytest.raises(WrongInput, match="cannot be written"):
            export_file(desk, tmp_path / "out.csv")
        assert "before" == (tmp_path / "out.csv").read_text()
        assert ["out.csv"] == [path.name for path in tmp_path.iterdir() if not path.name.startswith("verbatim.db")]
