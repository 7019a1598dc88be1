"""Command lines as the documents write them, read by the command line itself without being run."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from handlers.cli import cli

ROOT = Path(__file__).resolve().parents[2]
_ENDS = {"|", ">", "<", "&&", ";", "||"}


def words_of(line: str) -> list[str]:
    """The words of the first command of a line, without its comment and without where its output goes."""
    words = shlex.split(line, comments=True)
    end = next((at for at, word in enumerate(words) if word in _ENDS), len(words))
    return words[:end]


def understood(words: list[str]) -> str | None:
    """What the command line has against the words after ``verbatim``; None where it would run them."""
    try:
        with cli.make_context("verbatim", list(words)) as ctx:
            name, command, rest = cli.resolve_command(ctx, list(words))
            assert command is not None
            command.make_context(name, rest, parent=ctx)
    except click.exceptions.Exit:
        return None
    except click.UsageError as wrong:
        return wrong.format_message()
    return None
