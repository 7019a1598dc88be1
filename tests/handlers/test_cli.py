"""The command line as an editor and a script meet it: exit codes, sentences, JSON, no traceback."""

from __future__ import annotations

import json
import sqlite3

import pytest

from store import open_store
from tests.handlers.conftest import CLEAN, Desk


def added(desk: Desk) -> None:
    done = desk("add", "earlier.txt", "--by", "kim", "--published", "2025-03-03", "--outlet", "Harbour Post")
    assert (0, b"3 quotes stored as verified by kim.\n") == (done.returncode, done.stdout)


class TestCheck:
    def test_is_silent_on_a_clean_article(self, desk: Desk) -> None:
        """A draft that quotes as verified ends with exit 0 and no flag."""
        added(desk)
        done = desk("check", "clean.txt", "--json", "--published", "2025-03-05", "--outlet", "Harbour Post")
        report = json.loads(done.stdout)
        assert (0, []) == (done.returncode, report["flags"])
        assert ["verbatim"] == [quote["verdict"] for quote in report["quotes"]]
        assert "kim" == report["quotes"][0]["matches"][0]["verified_by"]

    def test_holds_a_dropped_not(self, desk: Desk) -> None:
        """A draft that drops a "not" ends with exit 1 and a hold that names the word."""
        added(desk)
        done = desk("check", "broken.txt", "--json", "--published", "2025-03-05", "--outlet", "Harbour Post")
        flags = json.loads(done.stdout)["flags"]
        assert (1, ["material_change"]) == (done.returncode, [flag["code"] for flag in flags])
        assert "“not”" in flags[0]["message"]

    def test_reads_standard_input(self, desk: Desk) -> None:
        """A dash reads the article from standard input."""
        assert 0 == desk("check", "-", "--published", "2025-03-05", stdin=CLEAN.encode()).returncode

    def test_tells_what_an_edit_did(self, desk: Desk) -> None:
        """A re-check against an earlier report says what is fixed and what an edit broke."""
        added(desk)
        first = desk("check", "clean.txt", "--json", "--published", "2025-03-05")
        (desk.folder / "first.json").write_bytes(first.stdout)
        done = desk("check", "broken.txt", "--json", "--previous", "first.json", "--published", "2025-03-05")
        recheck = json.loads(done.stdout)["recheck"]
        assert {"edit_broke_quote", "material_change"} == {flag["code"] for flag in recheck["new"]}
        (desk.folder / "second.json").write_bytes(done.stdout)
        again = desk("check", "clean.txt", "--json", "--previous", "second.json", "--published", "2025-03-05")
        assert ["material_change"] == [flag["code"] for flag in json.loads(again.stdout)["recheck"]["fixed"]]

    def test_writes_a_page(self, desk: Desk) -> None:
        """--html writes one self-contained page."""
        desk("check", "broken.txt", "--html", "page.html", "--published", "2025-03-05")
        page = (desk.folder / "page.html").read_text()
        assert page.lstrip().lower().startswith("<!doctype html>")
        assert "Priya Raman" in page


class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("empty.txt", b""),
            ("blank.txt", b" \n\n"),
            ("picture.png", bytes(range(256)) * 40),
            ("huge.txt", b"The boats are full. " * 1_100_000),
            ("archive.docx", b"PK\x03\x04" + b"\x00" * 200),
            ("broken.pdf", b"%PDF-1.7\n%nothing more"),
        ],
    )
    def test_gets_one_sentence(self, desk: Desk, name: str, content: bytes) -> None:
        """What cannot be read gets one sentence on standard error, and exit 2."""
        (desk.folder / name).write_bytes(content)
        done = desk("check", name)
        assert (2, b"") == (done.returncode, done.stdout)
        assert 1 == len(done.stderr.decode().strip().splitlines())

    @pytest.mark.parametrize(
        "words",
        [
            ("check", "nowhere.txt"),
            ("check", "http://127.0.0.1:9/a"),
            ("check", "http://169.254.169.254/latest"),
            ("check", "clean.txt", "--published", "the day before"),
            ("check", "clean.txt", "--previous", "earlier.txt"),
            ("check", "clean.txt", "--db", "no/such/folder/desk.db"),
            ("check", "clean.txt", "--db", "earlier.txt"),
            ("dispute", "99", "--by", "kim", "--why", "misheard"),
            ("import", "nowhere.csv"),
        ],
    )
    def test_of_the_caller_gets_one_sentence(self, desk: Desk, words: tuple[str, ...]) -> None:
        """A wrong path, link, date, report, store or number gets one sentence, and exit 2."""
        done = desk(*words)
        assert 2 == done.returncode
        assert 1 == len(done.stderr.decode().strip().splitlines())

    def test_a_locked_store_is_said_to_be_busy(self, desk: Desk) -> None:
        """Nothing is lost and the sentence says that another program holds the store."""
        added(desk)
        holder = sqlite3.connect(desk.folder / "desk.db", isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        done = desk("add", "clean.txt", "--by", "lee")
        holder.execute("ROLLBACK")
        assert 2 == done.returncode
        assert 1 == len(done.stderr.decode().strip().splitlines())
        assert b"1 quote" in desk("find", "depot", "--json").stdout or b"depot" in desk("find", "depot").stdout

    @pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig", "cp1252"])
    def test_other_encodings_are_read(self, desk: Desk, encoding: str) -> None:
        """Latin-1, UTF-16 and a byte order mark are read, not refused."""
        straight = CLEAN.replace("“", '"').replace("”", '"').replace("Raman", "Ramán")
        (desk.folder / "other.txt").write_bytes(straight.encode(encoding))
        report = json.loads(desk("check", "other.txt", "--json", "--published", "2025-03-05").stdout)
        assert ["Priya Ramán"] == [quote["speaker"] for quote in report["quotes"]]


class TestReading:
    @pytest.mark.parametrize(
        "words",
        [("check", "clean.txt"), ("check", "-"), ("find", "depot"), ("match", "quotes.jsonl"), ("history", "1")],
    )
    def test_makes_no_store(self, desk: Desk, words: tuple[str, ...]) -> None:
        """Who only looks leaves no file behind in the folder of the draft."""
        (desk.folder / "quotes.jsonl").write_text('{"id": 1, "text": "We will not close a depot.", "speaker": null}\n')
        before = sorted(desk.folder.iterdir())
        done = desk(*words, stdin=CLEAN.encode())
        assert done.returncode == (2 if words[0] == "history" else 0)
        assert before == sorted(desk.folder.iterdir())

    def test_that_goes_on_finds_what_is_stored_meanwhile(self, desk: Desk) -> None:
        """The next check sees the store that was made after the first."""
        assert b"depot" not in desk("find", "depot").stdout
        added(desk)
        assert b"depot" in desk("find", "depot").stdout


class TestStoreCommands:
    def test_the_same_text_again_adds_nothing(self, desk: Desk) -> None:
        """Adding an article twice stores its quotes once."""
        added(desk)
        done = desk("add", "earlier.txt", "--by", "kim", "--published", "2025-03-03", "--outlet", "Harbour Post")
        assert b"0 quotes stored" in done.stdout

    def test_a_dispute_holds_the_draft_until_it_is_upheld(self, desk: Desk) -> None:
        """A disputed entry holds a draft that uses it; upholding it clears the draft; the history tells both."""
        added(desk)
        number = str(json.loads(desk("find", "depot", "--json").stdout)[0]["quote_id"])
        desk("dispute", number, "--by", "lee", "--why", "misheard")
        assert 1 == desk("check", "clean.txt", "--published", "2025-03-05").returncode
        desk("uphold", number, "--by", "kim", "--why", "heard again")
        assert 0 == desk("check", "clean.txt", "--published", "2025-03-05").returncode
        history = desk("history", number).stdout.decode()
        assert "misheard" in history
        assert "heard again" in history

    def test_a_correction_flags_only_the_old_words(self, desk: Desk) -> None:
        """After a correction the old words are held and the new ones are clean."""
        added(desk)
        number = str(json.loads(desk("find", "depot", "--json").stdout)[0]["quote_id"])
        new = "We will not shut a depot this year"
        desk("correct", number, "--text", new, "--by", "kim", "--why", "heard again")
        old = json.loads(desk("check", "clean.txt", "--json", "--published", "2025-03-05").stdout)
        assert ["disputed_source"] == [flag["code"] for flag in old["flags"]]
        (desk.folder / "new.txt").write_text(CLEAN.replace("not close", "not shut"))
        assert 0 == desk("check", "new.txt", "--published", "2025-03-05").returncode

    def test_quotes_go_out_and_in_unchanged(self, desk: Desk) -> None:
        """An export read into an empty store and exported again is the same file."""
        added(desk)
        assert 0 == desk("export", "out.jsonl").returncode
        assert 0 == desk("import", "out.jsonl", "--db", "other.db").returncode
        assert 0 == desk("export", "again.jsonl", "--db", "other.db").returncode
        assert (desk.folder / "out.jsonl").read_bytes() == (desk.folder / "again.jsonl").read_bytes()

    def test_a_bad_row_is_told_with_its_line(self, desk: Desk) -> None:
        """The good rows go in, the bad one is told with its line number, exit 1."""
        (desk.folder / "rows.csv").write_text('text,speaker\n"All quiet on the pier tonight",Ana Ruiz\n,Nobody\n')
        done = desk("import", "rows.csv")
        assert 1 == done.returncode
        assert "line 3" in done.stderr.decode()
        assert b"All quiet" in desk("find", "quiet", "pier").stdout

    def test_match_answers_line_by_line(self, desk: Desk) -> None:
        """Bare quotes come back with their ids and verdicts, in order."""
        added(desk)
        rows = [
            {"id": 1, "text": "We will close a depot this year", "speaker": "Priya Raman"},
            {"id": 2, "text": "The boats are full in summer", "speaker": "Priya Raman"},
        ]
        done = desk("match", "-", stdin="\n".join(map(json.dumps, rows)).encode())
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert [(1, "altered"), (2, "verbatim")] == [(answer["id"], answer["verdict"]) for answer in answers]


class TestWholeStore:
    def test_a_backup_answers_as_the_store_did(self, desk: Desk) -> None:
        """backup writes a file that opens like any other, and never one over another."""
        added(desk)
        assert 0 == desk("backup", "kept.db").returncode
        assert desk("find", "depot", "--json").stdout == desk("find", "depot", "--json", "--db", "kept.db").stdout
        again = desk("backup", "kept.db")
        assert (2, True) == (again.returncode, b"there already" in again.stderr)

    def test_a_copy_is_told_with_its_counts(self, desk: Desk) -> None:
        """copy says what went over; the copy holds the same; a second copy into it is refused."""
        added(desk)
        done = desk("copy", "desk.db", "other.db")
        assert (0, True, b"") == (done.returncode, b"3 verified quotes copied" in done.stdout, done.stderr)
        desk("export", "a.jsonl")
        desk("export", "b.jsonl", "--db", "other.db")
        assert (desk.folder / "a.jsonl").read_bytes() == (desk.folder / "b.jsonl").read_bytes()
        again = desk("copy", "desk.db", "other.db")
        assert (2, True) == (again.returncode, b"not empty" in again.stderr)

    def test_of_nothing_makes_nothing(self, desk: Desk) -> None:
        """Neither makes a store where there is none, nor a copy of it."""
        for words in (("backup", "kept.db"), ("copy", "none.db", "kept.db")):
            done = desk(*words)
            assert (2, True) == (done.returncode, b"There is no store" in done.stderr)
        assert not (desk.folder / "kept.db").exists()


class TestForget:
    def test_takes_the_words_of_old_checks_out_of_the_file(self, desk: Desk) -> None:
        """With the day given, or after as many days as are set; a day that is none gets one sentence."""
        words = "The ferry was late, and nobody was told."
        report = json.dumps({"quotes": [], "flags": [], "article": {"title": "Ferry late", "text": words}})
        store = open_store(desk.folder / "desk.db")
        store.scope().save_check(report, "Kim")
        store.close()
        assert b"Forgot the texts of 0 checks" in desk("forget").stdout
        assert words.encode() in (desk.folder / "desk.db").read_bytes()
        assert b"is not a moment" in desk("forget", "--before", "Easter").stderr
        assert b"Forgot the texts of 1 check made before 2999-01-01." in desk("forget", "--before", "2999-01-01").stdout
        assert words.encode() not in (desk.folder / "desk.db").read_bytes()

    def test_says_that_somebody_reads(self, desk: Desk) -> None:
        """What could not be done yet is told, with what to do, and not passed off as done."""
        store = open_store(desk.folder / "desk.db")
        with store._connections.snapshot() as db:
            db.execute('SELECT count(*) FROM "check"').fetchone()
            done = desk("forget", "--rewrite")
        assert 1 == done.returncode
        assert b"run this again" in done.stderr
        assert 0 == desk("forget", "--rewrite").returncode


class TestPostgres:
    def test_is_named_by_option_or_setting(self, desk: Desk, empty_database: str) -> None:
        """An address does wherever a file does: --db first, then VERBATIM_DB, then DATABASE_URL in either spelling."""
        added(desk)
        assert 0 == desk("copy", "desk.db", empty_database).returncode
        want = desk("check", "broken.txt", "--json").stdout
        short = empty_database.replace("postgresql://", "postgres://")
        assert want == desk("check", "broken.txt", "--json", "--db", empty_database).stdout
        assert want == desk("check", "broken.txt", "--json", VERBATIM_DB=empty_database).stdout
        assert want == desk("check", "broken.txt", "--json", VERBATIM_DB="", DATABASE_URL=short).stdout

    def test_is_looked_at_by_doctor_without_its_password(self, desk: Desk, empty_database: str) -> None:
        """doctor says where the store is; on a host whose disk does not last a database is right."""
        secret = empty_database.replace("verbatim@", "verbatim:hunter2@")
        done = desk("doctor", "--db", secret, DYNO="web.1")
        text = done.stdout.decode()
        assert (0, True, False) == (done.returncode, "verbatim@127.0.0.1" in text, "hunter2" in text)
        file = desk("doctor", DYNO="web.1")
        assert (1, True) == (file.returncode, "postgresql://" in file.stdout.decode())

    def test_that_does_not_answer_gets_one_sentence(self, desk: Desk) -> None:
        """The address is named and the password is not."""
        done = desk("check", "clean.txt", "--db", "postgresql://ines:hunter2@127.0.0.1:1/desk")
        assert (2, 1) == (done.returncode, len(done.stderr.decode().splitlines()))
        assert b"hunter2" not in done.stderr


class TestPeople:
    def test_help_names_every_command(self, desk: Desk) -> None:
        """--help lists the commands without importing them."""
        text = desk("--help").stdout.decode()
        for name in (
            "check",
            "extract",
            "add",
            "import",
            "export",
            "find",
            "dispute",
            "backup",
            "copy",
            "doctor",
            "demo",
        ):
            assert name in text

    def test_doctor_says_what_to_set(self, desk: Desk) -> None:
        """doctor names what is missing and how to mend it."""
        done = desk("doctor")
        assert 0 == done.returncode
        assert "VERBATIM_OUTLET" in done.stdout.decode()

    def test_demo_runs_without_settings(self, desk: Desk) -> None:
        """The bundled example runs in an empty folder and writes its page."""
        done = desk("demo")
        assert 0 == done.returncode
        assert (desk.folder / "demo" / "report.html").exists()
