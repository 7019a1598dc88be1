"""``verbatim doctor``: what is set up, what is missing, and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import click

from bot.errors import VerbatimError
from handlers.cli import options

_PASSING_HOSTS = {"DYNO": "Heroku", "RENDER": "Render", "RAILWAY_ENVIRONMENT": "Railway", "K_SERVICE": "Cloud Run"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: ``state`` is ``ok``, ``missing`` or ``wrong``; ``mend`` says what to do."""

    state: str
    what: str
    mend: str = ""


@click.command()
@options.database
def doctor_command(db: str | None) -> int:
    """Say what is set up, what is missing, and how to mend it. Exit 0 unless something is wrong."""
    signs = {"ok": "✓", "missing": "–", "wrong": "✗"}
    worst = 0
    for line in examined(db):
        click.echo(f"{signs[line.state]} {line.what}" + (f"\n    {line.mend}" if line.mend else ""))
        worst = max(worst, 1 if line.state == "wrong" else 0)
    return worst


def examined(db: str | None) -> Iterator[Line]:
    """Everything that ``doctor`` looks at, in the order of set-up."""
    try:
        desk = options.settings().desk
    except VerbatimError as problem:
        yield Line("wrong", "settings", problem.for_editor)
        return
    yield from _store(db or options.settings().database)
    yield _wanted(bool(desk.outlets), f"outlet: {', '.join(desk.outlets)}", "outlet not set",
                  "Set VERBATIM_OUTLET to your paper's name, or second-hand quotes are not noticed.")  # fmt: skip
    yield _wanted(desk.date_order is not None, f"date order: {desk.date_order}", "date order not set",
                  "Set VERBATIM_DATE_ORDER to MDY or DMY; without it, 3/4/2025 stays ambiguous.")  # fmt: skip
    yield _wanted(desk.timezone is not None, f"time zone: {desk.timezone}", "time zone not set",
                  "Set VERBATIM_TZ (Europe/London); without it, the machine's own is used.")  # fmt: skip
    yield Line("ok", f"style: {desk.style}")
    yield _wanted(find_spec("pypdf") is not None, "PDF: read", "PDF: not read",
                  "Install the reader: pip install “.[pdf]” in the project's folder.")  # fmt: skip
    yield from _slack()


def _store(target: str) -> Iterator[Line]:
    from store import open_store

    try:
        store = open_store(target)
        size = store.scope().size()
    except VerbatimError as problem:
        yield Line("wrong", "store", problem.for_editor)
        return
    yield Line("ok", f"store: {store.place}, {size:,} verified {'quote' if size == 1 else 'quotes'}")
    if store.place.startswith("postgresql://"):
        return
    host = next((name for key, name in _PASSING_HOSTS.items() if os.environ.get(key)), None)
    if host:
        mend = "The disk of this host does not last. Set VERBATIM_DB or DATABASE_URL to a postgresql:// address."
        yield Line("wrong", f"the store is a file on {host}", mend)


def _slack() -> Iterator[Line]:
    workspace = options.settings().workspace
    if not workspace.bot_token and not workspace.many:
        yield Line(
            "missing", "Slack: no token", "Set SLACK_BOT_TOKEN for `verbatim serve`; the command line needs none."
        )
        return
    from handlers.diagnosis import diagnosis

    for ok, what, mend in diagnosis(workspace):
        yield Line("ok" if ok else "wrong" if ok is False else "missing", what, "" if ok else mend)


def _wanted(there: bool, ok: str, missing: str, mend: str) -> Line:
    return Line("ok", ok) if there else Line("missing", missing, mend)
