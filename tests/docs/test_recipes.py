"""The recipes of CONTRIBUTING.md, followed in a copy of the house: a flag, a language and a renderer come of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.folder import Block, blocks
from tests.docs.lines import ROOT
from tests.handlers.conftest import CLEAN

CODE = [block for block in blocks(ROOT / "CONTRIBUTING.md") if block.kind.split()[:1] in (["python"], ["toml"])]
SWEDISH = """Färjan går igen

”Vi har inte sålt färjan till någon”, säger Astrid Lindqvist, ordförande för hamnen. Hon var på kajen när båten kom in.
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rooms with everything in it that the recipes say."""
    copy = tmp_path_factory.mktemp("house")
    for room in ("bot", "store", "handlers"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    for block in CODE:
        put(block, copy / block.kind.split()[1])
    return copy


def put(block: Block, file: Path) -> None:
    """A new file, a function at the end of a module, or a row at the top of the table of titles."""
    if not file.exists():
        file.write_text(block.text)
    elif block.text.startswith("    "):
        head = "FLAG_TITLES: dict[str, str] = {\n"
        file.write_text(file.read_text().replace(head, head + block.text))
    else:
        file.write_text(f"{file.read_text()}\n\n{block.text}")


def said(house: Path, *command: str, text: str = "") -> str:
    """What the copied house prints."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("VERBATIM", "SLACK", "DATABASE", "PYTHON"))}
    env |= {"PYTHONPATH": str(house), "VERBATIM_DB": str(house / "desk.db"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *command], cwd=house, env=env, input=text, capture_output=True, text=True, timeout=120
    )
    assert "" == done.stderr
    return done.stdout


class TestRecipes:
    def test_are_all_here(self) -> None:
        """The document has code for each: a flag with its title, a language, a renderer."""
        assert [
            "python bot/flags/marks.py", "python bot/render/words.py", "toml bot/tongues/sv.toml", "python bot/render/brief.py",
        ] == [block.kind for block in CODE]  # fmt: skip

    def test_of_a_flag_raises_it(self, house: Path) -> None:
        """The new flag is told under its title, and a draft without it stays clean."""
        loud = CLEAN.replace("We will not close a depot this year,", "WE WILL NOT CLOSE A DEPOT,")
        told = said(house, "-m", "bot", "check", "-", text=loud)
        assert "QUERY  a quote in capitals · Priya Raman" in told
        assert "Write it as it was said." in told
        assert "capitals" not in said(house, "-m", "bot", "check", "-", text=CLEAN)

    def test_of_a_language_reads_it(self, house: Path) -> None:
        """The file alone makes the bot read who said what in that language; without it there is no quote."""
        read = json.loads(said(house, "-m", "bot", "extract", "-", "--json", text=SWEDISH))
        assert [("Vi har inte sålt färjan till någon", "Astrid Lindqvist", "säger")] == [
            (quote["text"], quote["speaker"], quote["cue"]) for quote in read["quotes"]
        ]

    def test_of_a_renderer_shows_a_report(self, house: Path) -> None:
        """The function gives a report in its own face."""
        code = """
from bot.check import check
from bot.models import Article
from bot.render.brief import render_brief
from store import open_store
print(render_brief(check(Article("“We were promised a bench, and there is no bench.”"), open_store("new.db").scope())))
"""
        assert "query 1 a quote without a speaker" == said(house, "-c", code).strip()
