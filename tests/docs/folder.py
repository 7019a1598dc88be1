"""A folder as the documents suppose it: the files that their examples name, and the command that they call."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from handlers.cli import main
from handlers.cli.options import settings
from tests.docs.lines import ROOT
from tests.ingest.makers import para, word_file

_BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHELLS = set("|<>;$&(){}")


@dataclass(frozen=True)
class Block:
    """A fenced block of a document: what stands after the fence, and its lines."""

    document: str
    kind: str
    text: str

    @property
    def commands(self) -> list[str]:
        """The lines that somebody types, without their comments; those of a console have a ``$`` in front."""
        lines = self.text.splitlines()
        if self.kind == "console":
            return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        return [line.split("  #")[0].strip() for line in lines if line.strip()]


def documents() -> list[Path]:
    """Every document that people read."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a document, in order; those in lists are taken out of their indent."""
    text = re.sub(r"^ {3}(?=\S| {4})", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [Block(path.name, kind.strip(), body) for kind, body in _BLOCK.findall(text)]


class Folder:
    """A folder with a shell in which ``verbatim`` is this project's, and nobody's settings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        bin_ = path.parent / "bin"
        bin_.mkdir()
        (bin_ / "verbatim").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bot "$@"\n')
        (bin_ / "verbatim").chmod(0o755)
        ours = {k: v for k, v in os.environ.items() if not k.startswith(("VERBATIM", "SLACK", "DATABASE"))}
        self.environment = ours | {"PATH": f"{bin_}:{ours['PATH']}", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}

    def run(self, commands: list[str]) -> list[tuple[int, str]]:
        """Runs commands one after the other; gives each one's exit code and what it printed."""
        return [self._in_a_shell(one) if set(one) & _SHELLS else self._here(one) for one in commands]

    def _here(self, command: str) -> tuple[int, str]:
        """A command of ours in this process, which is many times as fast as one of its own."""
        name, *words = shlex.split(command)
        assert name == "verbatim"
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        settings.cache_clear()
        with (
            patch.dict(os.environ, self.environment, clear=True),
            patch.object(sys, "argv", [name, *words]),
            patch.object(sys, "stdout", out),
            chdir(self.path),
            pytest.raises(SystemExit) as ended,
        ):
            main()
        settings.cache_clear()
        return int(ended.value.code or 0), out.buffer.getvalue().decode().rstrip("\n")

    def _in_a_shell(self, command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.path, env=self.environment, capture_output=True, text=True, timeout=120
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout.rstrip("\n")


def filled(path: Path) -> Folder:
    """A folder with an interview, two drafts, a transcript and quotes under the names that the documents use."""
    path.mkdir()
    said = "“We will not close a depot this year,” said Priya Raman, the chair of the ferry board."
    (path / "interview.docx").write_bytes(word_file(para("Ferry merger off") + para(said)))
    for name in ("draft.txt", "draft-2.txt"):
        (path / name).write_text(f"Ferry board looks ahead\n\n{said}\n")
    (path / "talk.vtt").write_text(
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana Ruiz>The pier is closed until the spring.\n"
    )
    (path / "hearing.txt").write_text("SPEAKER 1: The pier is closed until the spring.\n")
    (path / "quotes.csv").write_text('text,speaker\n"The pier is closed until the spring.",Ana Ruiz\n')
    return Folder(path)
