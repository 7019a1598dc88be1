"""Files of verified quotes: what goes in, and what is told of the rows that do not."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.errors import WrongInput
from store import Scope, Store, open_store
from store.columns import COLUMNS, column_of
from store.imports import ImportResult, Problem, import_file, preview_file, read_row
from store.moments import read_day, read_moment
from store.tables import RawRow
from tests.store.said import said

HEADER = "text,speaker,said_on\n"


def imported(scope: Scope, path: Path, content: str | bytes) -> ImportResult:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return import_file(scope, path, "Ines Okafor")


class TestCsv:
    def test_takes_every_column(self, desk: Scope, tmp_path: Path) -> None:
        """Each column of the contract comes in and is there in the stored quote."""
        row = (
            '"Late? Never, she said.",Marta Velling,2025-03,radio,Morning show,The Harbour Post,'
            "https://post.example/a,2025-03-06,Jo Aldous,2025-03-07,recording,tape 4,HP-17"
        )
        imported(desk, tmp_path / "quotes.csv", ",".join(COLUMNS) + "\n" + row + "\n")
        [quote] = desk.quotes()

        assert (
            "Late? Never, she said.", "Marta Velling", "2025-03", "radio", "Morning show", "The Harbour Post",
            "https://post.example/a", date(2025, 3, 6), "Jo Aldous", "2025-03-07", "recording", "tape 4", "HP-17",
        ) == tuple(getattr(quote, column) for column in COLUMNS)  # fmt: skip

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_takes_what_spreadsheets_save(
        self, desk: Scope, tmp_path: Path, delimiter: str, encoding: str, end: str
    ) -> None:
        """Commas, semicolons or tabs, in UTF-8, UTF-16 or Western European, with any line end."""
        rows = [["Said by", "Quote text"], ["Zoë Brandt", "“It’s 5 € a head; kids, too”"]]
        content = end.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows) + end
        imported(desk, tmp_path / "quotes.csv", content.encode(encoding))

        assert [("“It’s 5 € a head; kids, too”", "Zoë Brandt")] == [
            (quote.text, quote.speaker) for quote in desk.quotes()
        ]

    def test_takes_bytes_that_no_encoding_has(self, desk: Scope, tmp_path: Path) -> None:
        """Bytes that are neither UTF-8 nor Windows' are read as Latin-1 and not refused."""
        imported(desk, tmp_path / "quotes.csv", HEADER.encode() + b"Caf\xe9 \x81 stays open,Marta Velling,\n")
        assert ["Café \x81 stays open"] == [quote.text for quote in desk.quotes()]

    def test_tells_bad_rows_by_their_line(self, desk: Scope, tmp_path: Path) -> None:
        """A bad row is told with its line in the file, also after rows over several lines; good ones go in."""
        content = HEADER + (
            '"The ferry\nis never\nlate.",Marta Velling,\n'  # lines 2 to 4
            ",Marta Velling,\n"
            "\n"
            "The bridge is safe.,,\n"
            "The bridge is safe.,Tomas Brandt,30 February 2024\n"
            "The bridge, is safe, I say,Tomas Brandt,2024\n"
            "The gulls are back.,Tomas Brandt,3/4/2025\n"
            '"?!",Tomas Brandt,\n'
            "The bridge is safe.,Tomas Brandt,May 2024\n"
        )
        result = imported(desk, tmp_path / "quotes.csv", content)

        assert 2 == result.added
        assert {5: "no text", 7: "no speaker", 8: "30 February", 9: "fields", 10: "two days", 11: "no text"} == {
            problem.line: next(
                word for word in ("no text", "no speaker", "30 February", "fields", "two days") if word in problem.why
            )
            for problem in result.problems
        }
        assert ["The ferry\nis never\nlate.", "The bridge is safe."] == [quote.text for quote in desk.quotes()]

    @pytest.mark.parametrize(
        "broken",
        ['"The gulls are back.,Tomas Brandt,', '"The gulls" are "back".,Tomas Brandt,', '"The gulls\nare back,x,y"z'],
    )
    def test_loses_no_row_to_a_forgotten_mark(self, desk: Scope, tmp_path: Path, broken: str) -> None:
        """A quotation mark that is not closed costs its own row, not those after it."""
        content = HEADER + broken + '\n"We, too, will wait.",Marta Velling,2025\nThe bridge is safe.,Tomas Brandt,\n'
        result = imported(desk, tmp_path / "quotes.csv", content)

        assert {"We, too, will wait.", "The bridge is safe."} == {quote.text for quote in desk.quotes()}
        assert 2 == result.problems[0].line
        assert "do not pair" in result.problems[0].why

    def test_tells_a_mark_that_is_never_closed(self, desk: Scope, tmp_path: Path) -> None:
        """A mark in the last third of a long file, never closed, is told with the line on which it opens."""
        rows = [f"Pier {n} is shut.,Tomas Brandt,\n" for n in range(3_000)]
        rows[2_000] = '"Pier 2000 is shut.,Tomas Brandt,\n'
        result = imported(desk, tmp_path / "quotes.csv", HEADER + "".join(rows))

        assert (2_999, [2_002]) == (result.added, [problem.line for problem in result.problems])

    def test_tells_every_row_apart_in_a_file_of_marks(self, desk: Scope, tmp_path: Path) -> None:
        """A file of nothing but opening marks is told row by row, and soon."""
        begun = time.monotonic()
        result = imported(desk, tmp_path / "quotes.csv", HEADER + '"a"b\n' * 20_000)
        assert 20_000 == len(result.problems)
        assert time.monotonic() - begun < 20

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("quotes.csv", "", "no column “text” and “speaker”"),
            ("quotes.csv", "text;said_on\nLate.;2025\n", "no column “speaker”"),
            ("quotes.csv", "Marta Velling,The ferry is never late.\n", "no column"),
            ("quotes.xlsx", "PK", "neither .csv nor .jsonl"),
        ],
    )
    def test_refuses_what_is_no_such_file(
        self, desk: Scope, tmp_path: Path, name: str, content: str, sentence: str
    ) -> None:
        """A file without the wanted columns, or of another kind, is refused with what to do."""
        with pytest.raises(WrongInput, match=sentence):
            imported(desk, tmp_path / name, content)

    def test_refuses_without_words_for_the_log(self, desk: Scope, tmp_path: Path) -> None:
        """A first line that is a quote and no heading is not told to the log, the file's name is."""
        with pytest.raises(WrongInput) as refused:
            imported(desk, tmp_path / "quotes.csv", "The ferry is never late.,Marta Velling,\n")
        assert tmp_path / "quotes.csv" == refused.value.evidence

    def test_refuses_a_missing_file(self, desk: Scope, tmp_path: Path) -> None:
        """A file that is not there is told, with its name."""
        with pytest.raises(WrongInput, match=r"gone\.csv cannot be opened"):
            import_file(desk, tmp_path / "gone.csv", "Ines Okafor")


class TestJsonl:
    def test_tells_bad_rows_by_their_line(self, desk: Scope, tmp_path: Path) -> None:
        """Rows that are not JSON, no object, of the wrong type or without words are told; good ones go in."""
        rows = [
            '{"text": "The ferry is never late.", "speaker": "Marta Velling", "id": 17}',
            "{not JSON}",
            "[1, 2]",
            "",
            '{"text": 5, "speaker": "Marta Velling"}',
            '{"text": "Late.", "speaker": null}',
            '{"text": "Late.", "speaker": "Marta Velling", "note": ["a"]}',
            '{"text": "Late \\ud83d.", "speaker": "Marta Velling"}',
            "[" * 100_000,
            '{"quote": "The bridge\u2028is safe.", "who": "Tomas Brandt", "date": 2024, "mood": "glum"}',
        ]
        result = imported(desk, tmp_path / "quotes.jsonl", "\n".join(rows))

        assert (2, [2, 3, 5, 6, 7, 8, 9]) == (result.added, [problem.line for problem in result.problems])
        assert [("17", None), (None, "2024")] == [(quote.external_id, quote.said_on) for quote in desk.quotes()]

    def test_takes_a_column_by_its_own_name_first(self, desk: Scope, tmp_path: Path) -> None:
        """Where a row has both ``speaker`` and ``name``, the speaker speaks."""
        row = {"name": "Morning show", "speaker": "Marta Velling", "text": "Never late."}
        imported(desk, tmp_path / "quotes.jsonl", json.dumps(row))
        assert ["Marta Velling"] == [quote.speaker for quote in desk.quotes()]


class TestRows:
    @pytest.mark.parametrize(
        ("row", "evidence"),
        [
            (RawRow(7, {"text": "The ferry is never late.", "speaker": ""}), 7),
            (RawRow(7, {"text": "The ferry is never late."}, "its quotation marks do not pair"), 7),
            (RawRow(7, {"text": ["The ferry is never late."], "speaker": "Åse Lind"}), "text"),
            (RawRow(7, {"text": "The ferry\0is never late.", "speaker": "Åse Lind"}), "text"),
            (RawRow(7, {"text": "The ferry \ud83d is late.", "speaker": "Åse Lind"}), "text"),
            (RawRow(7, {"text": "x", "speaker": "Åse Lind", "said_on": "The ferry is never late."}), None),
        ],
    )
    def test_that_are_refused_leave_no_words_for_the_log(self, row: RawRow, evidence: object) -> None:
        """The log is told the line or the column."""
        with pytest.raises(WrongInput) as refused:
            read_row(row)
        assert evidence == refused.value.evidence


class TestColumns:
    @pytest.mark.parametrize(
        ("heading", "column"),
        [
            ("quote", "text"), ("Quote text", "text"), ("WORDS", "text"), ("said by", "speaker"), ("Name", "speaker"),
            ("who", "speaker"), ("Date", "said_on"), ("Said-on", "said_on"), (" url ", "link"), ("Verified By", "verified_by"),
            ("checked_by", "verified_by"), ("Publication", "outlet"), ("Publication date", "published"),
            ("ID", "external_id"), ("told to", "venue"), ("Comments:", "note"), ("mood", None), ("", None),
        ],
    )  # fmt: skip
    def test_are_known_by_common_headings(self, heading: str, column: str | None) -> None:
        """The headings that desks use stand for the columns, in any case and with any joints."""
        assert column == column_of(heading)


class TestMoments:
    @pytest.mark.parametrize(
        ("written", "moment"),
        [
            ("2024", "2024"), ("2024-07", "2024-07"), (" 2024-07-03 ", "2024-07-03"), ("2024-Q3", "2024-Q3"),
            ("2024-07-03T19:45", "2024-07-03T19:45"), ("2024-03-05 00:00:00", "2024-03-05"), ("198X", "198X"),
            ("5 March 2024", "2024-03-05"), ("March 5th, 2024", "2024-03-05"), ("Tues., Mar. 5, 2024", "2024-03-05"),
            ("March 2024", "2024-03"), ("Sept 2021", "2021-09"), ("2024/3/5", "2024-03-05"), ("25/12/2024", "2024-12-25"),
            ("12/25/2024", "2024-12-25"), ("4.4.2025", "2025-04-04"),
        ],
    )  # fmt: skip
    def test_are_read_at_the_precision_written(self, written: str, moment: str) -> None:
        """A year stays a year and a month a month; spreadsheets' midnights are days."""
        assert moment == read_moment(written)

    @pytest.mark.parametrize(
        "written",
        ["3/4/2025", "2024-02-30", "30 February 2024", "2024-13", "2024-01-01T25:00", "yesterday", "May", "5 March",
         "We 2024", "$48", "2024-01-01-01", "٢٠٢٤", "March " * 20 + "2024"],
    )  # fmt: skip
    def test_are_refused_where_they_are_in_doubt(self, written: str) -> None:
        """A date with two readings, without a year, or that no calendar has is never guessed."""
        with pytest.raises(WrongInput, match=r"2025-03-06|calendar"):
            read_moment(written)

    @pytest.mark.parametrize("written", ["2024", "March 2024", "2024-W27"])
    def test_of_publication_name_a_day(self, written: str) -> None:
        """A month or a year is no publication day."""
        with pytest.raises(WrongInput, match="no single day"):
            read_day(written)


class TestNul:
    @pytest.mark.parametrize("field", ["text", "speaker", "source", "venue", "note"])
    def test_is_refused_by_every_store(self, desk: Scope, field: str) -> None:
        """PostgreSQL keeps it in no text: so that both kinds of store hold the same, no store takes it."""
        row = replace(said("We tied up at noon."), **{field: "half\0done"})
        with pytest.raises(WrongInput, match="NUL character") as refused:
            desk.add_quotes([row], "Ines Okafor")
        assert refused.value.evidence is None
        assert 0 == desk.size()

    def test_in_a_file_costs_its_row(self, desk: Scope, tmp_path: Path) -> None:
        """The row is told with its line and the others go in."""
        result = imported(desk, tmp_path / "q.csv", HEADER + "We tied\0up,Åse Lind,\nWe ate at one.,Åse Lind,\n")
        assert (1, [2]) == (result.added, [problem.line for problem in result.problems])


class TestInterrupted:
    @pytest.mark.sqlite_file
    def test_leaves_a_whole_store(self, fresh_store: Store, tmp_path: Path) -> None:
        """An import killed in the middle leaves quotes that are all indexed, and is finished by starting it again."""
        path = tmp_path / "quotes.csv"
        path.write_text(HEADER + "".join(f"Pier {n} on quay {n % 7} is shut.,Tomas Brandt,\n" for n in range(8_000)))
        code = (
            "import sys; from store import open_store; from store.imports import import_file;"
            f" import_file(open_store({str(fresh_store.path)!r}).scope(), {str(path)!r}, 'Ines Okafor',"
            " lambda done: print(done, flush=True))"
        )
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=30)
        process.stdout.close()

        desk = open_store(fresh_store.path).scope()
        before = desk.size()
        assert 0 < before < 8_000
        db = sqlite3.connect(fresh_store.path)
        lost = "SELECT count(*), sum(id NOT IN (SELECT id FROM gram)) FROM quote"
        assert (before, 0) == db.execute(lost).fetchone()
        assert ("ok",) == db.execute("PRAGMA integrity_check").fetchone()
        db.close()
        assert ImportResult(8_000 - before, before) == import_file(desk, path, "Ines Okafor")

    def test_loses_nothing_whose_runs_were_written_before_it(
        self, desk: Scope, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Stopped between its index and its quotes, an import leaves none that cannot be found, and goes on later."""
        monkeypatch.setattr("store.intake.PART", 100)
        rows = [said(" ".join(f"w{n * word % 911}" for word in range(1, 12)), source=str(n)) for n in range(300)]

        def stop(dealt_with: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            desk.add_quotes(rows, "Ines Okafor", progress=stop)
        assert 100 == desk.size()
        assert () == desk.candidates(rows[200].text).quotes
        desk.verify(said("I was born on pier five, and not on pier six."), "Ines Okafor")

        assert (200, 100) == ((again := desk.add_quotes(rows, "Ines Okafor")).added, again.already)
        assert all(row.text == desk.candidates(row.text).quotes[0].text for row in rows)

    @pytest.mark.sqlite_file
    def test_leaves_room_for_the_desk(self, fresh_store: Store) -> None:
        """While another process takes an archive in, quotes are verified, none of them kept waiting for its end."""
        rows = "(QuoteRow(f'Pier {n} on quay {n % 7} is shut, said {n}.', 'Åse Lind') for n in range(8_000))"
        code = (
            "from store import open_store; from store.quotes import QuoteRow;"
            f" open_store({str(fresh_store.path)!r}).scope('T2').add_quotes({rows}, 'i')"
        )
        desk, verified = fresh_store.scope("T1"), 0
        process = subprocess.Popen([sys.executable, "-c", code])
        while process.poll() is None:
            verified += 1
            desk.verify(said(f"We sail at {verified}, and not before."), "Ines Okafor")
            time.sleep(0.05)
        assert (0, 8_000) == (process.returncode, fresh_store.scope("T2").size())
        assert verified == desk.size() > 10

    def test_keeps_what_came_before_an_unreadable_end(self, desk: Scope, tmp_path: Path) -> None:
        """Rows are told apart one by one: a problem holds its line and a sentence."""
        result = imported(desk, tmp_path / "quotes.csv", HEADER + "The ferry is late.,Marta Velling,\nx,,\n")
        assert (Problem(3, "The row has no speaker; fill it in."),) == result.problems


class TestPreview:
    def test_stores_nothing_and_tells_what_an_import_would_do(self, desk: Scope, tmp_path: Path) -> None:
        """New rows, rows that are there, rows twice in the file and bad ones are counted as the import finds them."""
        desk.add_quotes([said("The ferry is late.")], "Ines Okafor")
        path = tmp_path / "quotes.csv"
        path.write_text(
            "Quote text,Said by,Mood\nThe ferry is late.,Marta Velling,glad\nGulls are back.,Tomas Brandt,\n"
            "Gulls are back!,Tomas Brandt,\nThe pier is wet.,,\n"
        )
        seen = preview_file(desk, path, "Jo Aldous")
        assert (1, 1, 1) == (seen.new, seen.already, seen.twice)
        assert [(5, "The row has no speaker; fill it in.")] == [(one.line, one.why) for one in seen.problems]
        assert ({"text": "Quote text", "speaker": "Said by"}, ("Mood",)) == (seen.columns, seen.unread)
        assert ["Gulls are back."] == [row.text for row in seen.first]
        assert 1 == desk.size()
        done = import_file(desk, path, "Jo Aldous")
        assert (seen.new, seen.already + seen.twice, seen.problems) == (done.added, done.already, done.problems)

    def test_reads_a_columns_own_name_before_others(self, desk: Scope, tmp_path: Path) -> None:
        """Where two headings stand for one column the preview names the one that is read."""
        path = tmp_path / "quotes.jsonl"
        path.write_text('{"quote": "Never.", "text": "The ferry is late.", "speaker": "Marta Velling"}\n')
        seen = preview_file(desk, path, "Jo Aldous")
        assert ("text", "The ferry is late.") == (seen.columns["text"], seen.first[0].text)

    def test_sees_what_a_later_thousand_repeats(self, desk: Scope, tmp_path: Path) -> None:
        """A row is known as twice in the file however far apart the two stand."""
        path = tmp_path / "quotes.csv"
        rows = [f"The {number} boats came in.,Marta Velling" for number in range(1_500)]
        path.write_text("text,speaker\n" + "\n".join([*rows, rows[0]]) + "\n")
        seen = preview_file(desk, path, "Jo Aldous")
        assert (1_500, 0, 1) == (seen.new, seen.already, seen.twice)
