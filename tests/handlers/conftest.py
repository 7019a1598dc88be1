"""A desk in a folder of its own: earlier and later drafts, a store, and the command."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EARLIER = """Ferry merger off, chair says

“We will not close a depot this year,” said Priya Raman, the chair of the ferry board. “The boats are full in summer.”

Tom Ekwall, the harbour master, said: “I have watched these tides for 34 years and they have never asked my opinion.”
"""
CLEAN = """Ferry board looks ahead

“We will not close a depot this year,” said Priya Raman, the chair of the ferry board.

Work on the pier goes on.
"""
BROKEN = CLEAN.replace("will not close", "will close")


@dataclass(frozen=True)
class Desk:
    """A folder with a store, and a way to run the command in it, without the settings of whoever runs the tests."""

    folder: Path

    def __call__(self, *words: str, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        env = {k: v for k, v in os.environ.items() if not k.startswith(("VERBATIM", "SLACK", "DATABASE"))}
        env |= {"VERBATIM_DB": str(self.folder / "desk.db"), "PYTHONPATH": str(ROOT), **settings}
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env=env,
            input=stdin,
            capture_output=True,
            timeout=60,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with three texts at hand and nothing in its store."""
    (tmp_path / "earlier.txt").write_text(EARLIER)
    (tmp_path / "clean.txt").write_text(CLEAN)
    (tmp_path / "broken.txt").write_text(BROKEN)
    return Desk(tmp_path)
