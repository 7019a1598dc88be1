"""Every block of every document: what can be run is run, and of the rest each line is looked up."""

from __future__ import annotations

import importlib.util
import re
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import read_settings
from tests.docs.folder import Block, Folder, blocks, documents, filled
from tests.docs.lines import ROOT, understood, words_of
from tests.docs.test_deploy import Asked

ALL = [block for path in documents() for block in blocks(path)]
SHELL = [block for block in ALL if not block.kind and not block.text.startswith("draft.txt ·")]
"""All but the README's first, a report that tests/test_docs.py holds against the demonstration."""
DATABASE = "postgresql://verbatim@db.example/newsroom"
NOT_RUN = ("verbatim serve", "verbatim browse", "verbatim demo", "--watch", "https://example", DATABASE)
"""Waits for Slack, waits to be stopped, runs elsewhere, waits for a save, wants the net, wants a server of that name."""


def name(block: Block) -> str:
    return f"{block.document}: {block.text.splitlines()[0][:40]}"


class TestLines:
    @pytest.mark.parametrize("block", SHELL, ids=name)
    def test_are_what_there_is(self, block: Block) -> None:
        """Every line is a command with options that there are, a target of make, a module, a setting, an extra."""
        assert {} == {line: why for line in block.commands if (why := against(line)) is not None}

    @pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
    def test_in_sentences_name_commands_and_options_that_there_are(self, path: Path) -> None:
        """A ``verbatim …`` in a sentence or a table is a command, and its options are that command's."""
        prose = re.sub(r"^ *```.*?^ *```$", "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
        wrong = {}
        for written in re.findall(r"`verbatim ((?!--)[^`]+)`", prose):
            words = [word for word in written.replace("\\|", "|").split() if word != "…"]
            if (why := understood([*words, "--help"])) is not None:
                wrong[written] = why
        assert {} == wrong

    def test_of_every_kind_are_looked_after(self) -> None:
        """No block is of a kind that no test knows: drafts are tried by test_editors.py, code by test_recipes.py."""
        known = {"console", "text", "sql", "yaml", "python", "toml", "verified", "draft", "edited"}
        assert set() == {block.kind.split()[0] for block in ALL if block.kind} - known


def against(line: str) -> str | None:
    """What a line of a shell names that is not there; None where all of it is."""
    words = words_of(line)
    if words[0] == "sudo":
        words = words[3:] if words[1] == "-u" else words[1:]
    if "-m" in words and words[words.index("-m") + 1] != "600":
        module, *rest = words[words.index("-m") + 1 :]
        if module == "bot":
            return understood(rest)
        return None if importlib.util.find_spec(module) else f"there is no module {module}"
    looked_up = LOOKED_UP.get(Path(words[0]).name)
    return looked_up(words[1:]) if looked_up else f"nobody looks after {words[0]}"


def target_missing(words: list[str]) -> str | None:
    makefile = (ROOT / "Makefile").read_text()
    return None if re.search(rf"^{words[0]}:", makefile, re.MULTILINE) else f"make has no target {words[0]}"


def settings_missing(words: list[str]) -> str | None:
    asked = Asked()
    read_settings(asked)
    unknown = {word.partition("=")[0] for word in words if "=" in word} - asked.names
    return f"no settings: {unknown}" if unknown else None


def extras_missing(words: list[str]) -> str | None:
    known = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"])
    named = {extra for word in words for extra in re.findall(r"\[([^\]]+)\]", word)}
    unknown = {one for extra in named for one in extra.split(",")} - known
    return f"no extras: {unknown}" if unknown else None


def files_missing(words: list[str]) -> str | None:
    return next((f"there is no {file}" for file in words[:-1] if not (ROOT / file).exists()), None)


def somebody_elses(words: list[str]) -> str | None:
    """A command of another project, which is not ours to try."""


LOOKED_UP: dict[str, Callable[[list[str]], str | None]] = {
    "verbatim": understood, "make": target_missing, "export": settings_missing, "heroku": settings_missing,
    "pip": extras_missing, "cp": files_missing,
    **dict.fromkeys(
        ("git", "podman", "useradd", "install", "systemctl", "journalctl", "litestream", "eval",
         "_VERBATIM_COMPLETE=fish_source"),
        somebody_elses,
    ),
}  # fmt: skip


def ours_in(block: Block) -> list[str]:
    """The lines of a block that call this project, and can be run."""
    lines = [line for line in block.commands if line.startswith("verbatim ")]
    return [line for line in lines if not any(words in line for words in NOT_RUN)]


class TestRun:
    @pytest.mark.parametrize("document", sorted({block.document for block in SHELL if ours_in(block)}))
    def test_every_command_ends_well(self, document: str, tmp_path: Path) -> None:
        """The commands of a document, run one after the other in a folder with the files that they name, all work."""
        ours = [line for block in SHELL if block.document == document for line in ours_in(block)]
        ours = ["verbatim add interview.docx --by kim", *ours]
        done = filled(tmp_path / "desk").run([line.replace("/backups/", "") for line in ours])
        assert {} == {line: said for line, (code, said) in zip(ours, done, strict=True) if code not in (0, 1)}

    @pytest.mark.parametrize(
        "line", [line for block in SHELL for line in block.commands if line.startswith("verbatim") and DATABASE in line]
    )
    def test_a_store_is_moved_into_a_database(self, line: str, tmp_path: Path, empty_database: str) -> None:
        """A line that moves a store to PostgreSQL does so, on a server that there is."""
        folder = filled(tmp_path / "desk")
        file = words_of(line)[2]
        ours = line.replace("/backups/", "").replace(DATABASE, shlex.quote(empty_database))
        made = f"verbatim add interview.docx --by kim --db {Path(file).name}"
        assert [0, 0] == [code for code, _ in folder.run([made, ours])]


class TestConsole:
    def test_shows_what_is_printed(self, tmp_path: Path) -> None:
        """Every session of docs/terminal.md prints what it shows, but for times and dates of today."""
        path = tmp_path / "desk"
        path.mkdir()
        folder, wrong = Folder(path), {}
        for block in blocks(ROOT / "docs/terminal.md"):
            if block.kind.startswith("text "):
                (path / block.kind.removeprefix("text ")).write_text(block.text)
            elif block.kind == "console":
                for command, shown, (_, said) in zip(
                    block.commands, shown_by(block), folder.run(block.commands), strict=True
                ):
                    if not re.fullmatch(pattern(shown), flat(said), re.DOTALL):
                        wrong[command] = said
        assert {} == wrong


def shown_by(block: Block) -> list[str]:
    """What a console shows after each command."""
    return [part.partition("\n")[2] for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]]


def flat(text: str) -> str:
    """Words alone: where a line breaks depends on how long today's date is."""
    return " ".join(text.split())


def pattern(shown: str) -> str:
    return re.escape(flat(shown)).replace(re.escape("[…]"), ".*?")


class TestOthers:
    @pytest.mark.parametrize("block", [one for one in ALL if one.kind == "sql"], ids=name)
    def test_tables_on_another_server_are_the_stores(self, block: Block) -> None:
        """The columns of a partition in the documents are those of the table that it is a part of."""
        schema = (ROOT / "store/postgres_schema.py").read_text()
        for table, columns in re.findall(r"CREATE TABLE (gram)_\d \((.*)\);", block.text):
            [own] = re.findall(rf"CREATE TABLE {table} \((.*?)\) PARTITION", schema)
            assert f"{flat(own)}, PRIMARY KEY (scope, h, id)" == flat(columns)
            assert "ADD PRIMARY KEY (scope, h, id)" in schema
        for partition in re.findall(r"PARTITION OF (\w+)", block.text):
            assert partition == "gram"

    @pytest.mark.parametrize("block", [one for one in ALL if one.kind == "yaml"], ids=name)
    def test_prometheus_settings_are_yaml(self, block: Block) -> None:
        """The block is read, and asks with a token."""
        yaml = pytest.importorskip("yaml", reason="no reader of YAML is here")
        [job] = yaml.safe_load(block.text)["scrape_configs"]
        assert job["authorization"]["credentials"]
