"""The documents are complete: what the code can say, they explain."""

from __future__ import annotations

import re
from pathlib import Path

from click import Context
from click.testing import CliRunner

from bot.check import RULES
from bot.flags.registry import REGISTRY
from bot.render.words import FLAG_TITLES
from handlers.cli import COMMANDS, cli
from handlers.cli.demo import demo_command

ROOT = Path(__file__).resolve().parents[1]


class TestFlags:
    def test_every_flag_is_explained_with_its_severity(self) -> None:
        """docs/flags.md has a row for every flag of the registry, with its severity, and no other."""
        assert RULES
        rows = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", (ROOT / "docs/flags.md").read_text(), re.MULTILINE))
        assert {code: entry.severity.value for code, entry in REGISTRY.items()} == rows

    def test_every_flag_has_a_title(self) -> None:
        """Every flag of the registry has the headline that an editor reads."""
        assert set(REGISTRY) == set(FLAG_TITLES)


class TestTerminal:
    def test_tells_every_command_and_option(self) -> None:
        """The last table of docs/terminal.md has each command with the options that it takes, and no other."""
        table = (ROOT / "docs/terminal.md").read_text().split("## Every command and option")[1]
        rows = dict(re.findall(r"^\| `(\w+)[^`]*` \| (.*?) ?\|$", table, re.MULTILINE))
        told = {name: set(re.findall(r"`(-[-\w]+)", options)) for name, options in rows.items()}
        assert {name: options_of(name) for name in COMMANDS} == told


def options_of(name: str) -> set[str]:
    command = cli.get_command(Context(cli), name)
    assert command is not None
    return {
        option for parameter in command.params if parameter.param_type_name == "option" for option in parameter.opts
    }


class TestReadme:
    def test_names_every_command(self) -> None:
        """The README names every command of the command line."""
        text = (ROOT / "README.md").read_text()
        assert [] == [name for name in COMMANDS if f"verbatim {name}" not in text]

    def test_opens_with_what_the_command_prints(self, tmp_path: Path) -> None:
        """Every line of the README's example is a line of the demonstration."""
        done = CliRunner().invoke(demo_command, ["--page", str(tmp_path / "report.html")], standalone_mode=False)
        printed = {line.strip() for line in done.output.splitlines()}
        example = (ROOT / "README.md").read_text().split("```")[1].splitlines()
        assert [] == [line for line in example if line.strip() and line.strip() not in printed]
