"""The store on a full disk, or on one that may only be read: a sentence for the editor, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.check import check
from bot.errors import StoreFailing
from bot.models import Report
from store import open_store

from .articles import RIGHT_PARAGRAPH, WRONG
from .slack import Slack, everything, seen

ROWS = 3_000
ROOT = Path(__file__).resolve().parents[2]
LONG = WRONG + "\n".join(f"The pump was painted again in the spring of {1700 + year}." for year in range(250))
Breaking = Callable[[Slack], AbstractContextManager[None]]


@contextmanager
def full(slack: Slack) -> Iterator[None]:
    """No page can be added to the store's file."""
    yield from _set(slack, "max_page_count = 1", "max_page_count = 1073741823")


@contextmanager
def read_only(slack: Slack) -> Iterator[None]:
    """Nothing can be written to the store's file."""
    yield from _set(slack, "query_only = 1", "query_only = 0")


def _set(slack: Slack, bad: str, good: str) -> Iterator[None]:
    with slack.store._connections.reading() as db:
        db.execute(f"PRAGMA {bad}")
    yield
    with slack.store._connections.reading() as db:
        db.execute(f"PRAGMA {good}")


@pytest.mark.parametrize(
    ("broken", "sentence"), [(full, "is full"), (read_only, "open for reading only")], ids=["full", "read-only"]
)
class TestStoreThatCannotBeWritten:
    def test_is_told_to_who_types_a_command(self, desk: Slack, broken: Breaking, sentence: str) -> None:
        """Nothing was written down, and nothing is promised; typed again when there is room, it is done."""
        with broken(desk):
            answer = desk.command(LONG)
        assert (200, True) == (answer.status, sentence in answer.body)
        desk.checked(LONG)
        assert 2 == len(desk.api.messages)

    def test_has_slack_tell_an_event_again(self, desk: Slack, broken: Breaking, sentence: str) -> None:
        root = desk.checked(WRONG)
        said = desk.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
        told = {"type": "message", **said, "files": [{"id": "F1", "mode": "tombstone", "title": LONG}]}
        with broken(desk):
            assert 500 == desk.event(told, "Ev0FULL0001").status
        assert 200 == desk.event(told, "Ev0FULL0001").status
        assert "Fixed" in everything(desk.work())

    def test_in_the_middle_of_a_check_is_told_in_its_root_and_made_good(
        self, desk: Slack, broken: Breaking, sentence: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The check cannot be kept; when it can, it is answered, once."""
        with ExitStack() as stack:

            def breaks(*given: Any, **more: Any) -> Report:
                stack.enter_context(broken(desk))
                return check(*given, **more)

            monkeypatch.setattr("handlers.checking.check", breaks)
            desk.command(LONG)
            with suppress(StoreFailing):
                desk.work()
                desk.later()
            assert sentence in seen(desk.root())
        monkeypatch.setattr("handlers.checking.check", check)
        desk.later()
        assert 2 == len(desk.api.messages)
        assert "1 hold" in seen(desk.root())
        assert 0 == desk.store.jobs.waiting()


class TestSmallDisk:
    def test_takes_no_part_of_an_import_that_does_not_fit(self, tmp_path: Path) -> None:
        """The command ends with a sentence; what went in is whole, and the rest goes in when there is room."""
        rows = [f"Barge {row} carries {row * 7} kettles to the fair,Tove Arnesen,R{row}" for row in range(ROWS)]
        table, database = tmp_path / "rows.csv", tmp_path / "desk.db"
        table.write_text("\n".join(["text,speaker,external_id", *rows]), encoding="utf-8")
        with small_disk(tmp_path) as disk:
            database = disk / "desk.db"
            told = verbatim("import", str(table), "--by", "Kim", database=database)
            assert 2 == told.returncode
            assert "make room and try again" in told.stderr
            assert "Traceback" not in told.stderr
            kept = open_store(database).scope().size()
            assert kept in (0, 1_000)
            (disk / "ballast").unlink()
            assert 0 == verbatim("import", str(table), "--by", "Kim", database=database).returncode
            assert ROWS == open_store(database).scope().size()


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of a few megabytes, most of them taken by a file of ballast; skips where none can be had."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here: run as the superuser where mounting is allowed")
    try:
        (disk / "ballast").write_bytes(bytes(15 * 2**20))
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def verbatim(*command: str, database: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VERBATIM_DB": str(database)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
