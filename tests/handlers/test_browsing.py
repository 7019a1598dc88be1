"""``verbatim browse``: the file that is written, and Datasette over it for as long as the command runs."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from .conftest import ROOT, Desk


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A desk with quotes in its store."""
    desk("add", "earlier.txt", "--by", "kim", "--outlet", "Harbour Post")
    return desk


class TestWrite:
    def test_writes_the_file_that_is_read(self, filled: Desk) -> None:
        """--write gives the file and ends; it is never written over another."""
        assert b"3 quotes are in out.db, for reading." in filled("browse", "--write", "out.db").stdout
        assert [(3,)] == sqlite3.connect(filled.folder / "out.db").execute("SELECT count(*) FROM quote").fetchall()
        again = filled("browse", "--write", "out.db")
        assert (2, 1) == (again.returncode, len(again.stderr.decode().strip().splitlines()))

    @pytest.mark.parametrize("words", [("--write", "no/out.db"), ()])
    def test_of_no_store_or_no_folder_is_one_sentence(self, desk: Desk, words: tuple[str, ...]) -> None:
        """Where there is no store none is made; where there is no folder it is told."""
        done = desk("browse", "--no-open", *words)
        assert (2, 1) == (done.returncode, len(done.stderr.decode().strip().splitlines()))
        assert not (desk.folder / "desk.db").exists()


class TestServe:
    @pytest.mark.skipif(find_spec("datasette") is None, reason="no Datasette here: pip install .[browse]")
    def test_serves_a_copy_and_takes_it_away(self, filled: Desk, tmp_path: Path) -> None:
        """Datasette answers on the port while the command runs; when it is stopped nothing is left behind."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (tmp_path / "temporary").mkdir()
        env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "temporary")}
        words = ["browse", "--no-open", "--port", str(port), "--db", str(filled.folder / "desk.db")]
        running = subprocess.Popen(
            [sys.executable, "-m", "bot", *words], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            assert b"We will not close a depot this year" in _page(f"http://127.0.0.1:{port}/quotes/quote")
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(20)
        assert [] == list((tmp_path / "temporary").iterdir())


def _page(address: str) -> bytes:
    until = time.monotonic() + 40
    while True:
        try:
            with urlopen(address, timeout=5) as answer:
                return bytes(answer.read())
        except (URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
