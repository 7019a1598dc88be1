"""Real processes of ``verbatim``, to be killed.

Each is forked from a server that has imported the bot's modules and runs nothing, so that its start takes a moment;
from there on it is the command.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(
    ["handlers.cli.serving", "handlers.serving", "handlers.logs", "waitress.server", "bot.check", "bot.ingest.fetch",
     "httpx", "dateparser.date", "trafilatura", "sqlite_utils", "store.migrations", "psycopg_pool", "jinja2"]
)  # fmt: skip


def started(command: Sequence[str], settings: Mapping[str, str], log: Path) -> BaseProcess:
    """A running ``verbatim`` with these settings and no other of a desk's; what it says goes to the end of the log."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SLACK", "VERBATIM", "DATABASE"))}
    process = _FORKING.Process(target=_run, args=(list(command), {**kept, **settings}, str(log)))
    process.start()
    return process


def _run(command: list[str], settings: dict[str, str], log: str) -> None:
    from handlers.cli import main

    os.environ.clear()
    os.environ.update(settings)
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(file, 1)
    os.dup2(file, 2)
    sys.argv = ["verbatim", *command]
    main()
