"""``verbatim check --watch``: a draft is checked again whenever it is saved, and only what changed is told.

The file is looked at by its time and size.  The notices of the operating system would come sooner, but not from the
network drives on which a desk keeps its drafts.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import StoreBusy, UnreadableArticle, WrongInput
from handlers.cli.checking import Asked, Told, show

if TYPE_CHECKING:
    from bot.models import Report

LOOK_SECONDS = 0.4
"""How often the file is looked at; a save is read once it has stood still for as long, so it is never read half."""


def watch_file(asked: Asked, previous: Report | None, told: Told) -> int:
    """Checks a file at once and after every save until Ctrl-C; gives the exit code of the last check.

    A version that cannot be read is told and waited over; raises ``WrongInput`` where there is no file to watch.
    """
    if told.as_json or not Path(asked.source).is_file():
        raise WrongInput("--watch wants a file that is there, and no --json; name the draft's file.", asked.source)
    last = previous
    try:
        for _ in saves(Path(asked.source)):
            last = _checked_again(asked, last, told)
    except KeyboardInterrupt:
        click.echo(err=True)
    from bot.check import clean

    return 0 if last is None or clean(last) else 1


def saves(path: Path) -> Iterator[None]:
    """Once at the start, and then whenever the file has been saved and has stood still since; without end."""
    seen = before = _state(path)
    yield
    while True:
        time.sleep(LOOK_SECONDS)
        now = _state(path)
        if now is not None and now == before and now != seen:
            seen = now
            yield
        before = now


def _state(path: Path) -> tuple[int, int, int] | None:
    """What changes with a save; None while an editor has put the file aside."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size, known.st_ino


def _checked_again(asked: Asked, last: Report | None, told: Told) -> Report | None:
    """The report on the file as it is saved now, told; the last one where it cannot be read, or the store is held."""
    try:
        report = asked.checked(last)
    except (UnreadableArticle, StoreBusy) as problem:
        click.echo(problem.for_editor, err=True)
        return last
    if report.recheck is None or told.in_counts or told.with_lists:
        show(report, told)
    else:
        _show_changes(report)
    click.echo(
        f"{datetime.now():%H:%M:%S} · watching {asked.source}: save it to check it again, Ctrl-C ends.", err=True
    )
    return report


def _show_changes(report: Report) -> None:
    from bot.render.plain import desk_console, render_recheck

    render_recheck(report, desk_console(), list_open=True)
