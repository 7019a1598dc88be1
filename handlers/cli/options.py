"""Options that several commands share, and how their words become values."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from bot.settings import Desk, Settings, read_settings

if TYPE_CHECKING:
    from bot.models import Article
    from store import Store
    from store.scope import Scope

P = ParamSpec("P")
R = TypeVar("R")

PLACE = click.Path(readable=False)
"""A file, link or ``-``: what is wrong with it is told when it is read; a shell completes the names of files."""


def database(function: Callable[P, R]) -> Callable[P, R]:
    """``--db``: the store, before ``$VERBATIM_DB`` and ``$DATABASE_URL``."""
    told = "The store: a SQLite file, or postgresql://… [default: $VERBATIM_DB, $DATABASE_URL, verbatim.db]"
    return click.option("--db", metavar="STORE", help=told)(function)


def as_json(function: Callable[P, R]) -> Callable[P, R]:
    """``--json``: for programs."""
    return click.option("--json", "wants_json", is_flag=True, help="Print JSON.")(function)


def about_article(function: Callable[P, R]) -> Callable[P, R]:
    """``--published`` and ``--outlet``: what the caller knows of the article."""
    published = click.option("--published", metavar="DATE", help="When the article is or was published.")
    outlet = click.option("--outlet", metavar="NAME", help="The article's outlet. [default: $VERBATIM_OUTLET]")
    return published(outlet(function))


def who(function: Callable[P, R]) -> Callable[P, R]:
    """``--by``: who decides, kept with the decision."""
    return click.option("--by", required=True, metavar="NAME", help="Who decides this.")(function)


@functools.cache
def settings() -> Settings:
    """The settings of this process's environment."""
    return read_settings()


def desk(style: str | None = None) -> Desk:
    """The desk as set, with the style that the command line names."""
    known = settings().desk
    if style is None:
        return known
    return replace(known, style="light" if style == "light" else "strict")


def store(db: str | None, create: bool = True) -> Store:
    """The store that the command line, or else the environment, names."""
    from store import open_store

    return open_store(db or settings().database, create=create)


def scope(db: str | None, create: bool = True) -> Scope:
    """The whole workspace's scope of the store that the command line, or else the environment, names."""
    return store(db, create).scope()


@contextmanager
def scope_to_read(db: str | None) -> Iterator[Scope]:
    """The same for who only looks: of an empty store where there is none yet, so that none is left behind."""
    from store import open_store

    target = db or settings().database
    file = Path(target).expanduser()
    if "://" in target or file.exists() or not file.parent.is_dir():
        yield scope(db)
        return
    with TemporaryDirectory(prefix="verbatim-") as folder:
        empty = open_store(Path(folder) / "empty.db")
        try:
            yield empty.scope()
        finally:
            empty.close()


def read_article(source: str, published: str | None, outlet: str | None, known: Desk) -> Article:
    """The article at a path or link, or on standard input, with what the caller knows of it."""
    from bot.ingest import read_source

    stdin = sys.stdin.buffer.read() if source == "-" else None
    article = read_source(source, known, stdin)
    day = parse_day(published)
    own = outlet or article.outlet or (known.outlets[0] if known.outlets else None)
    return replace(article, published=day or article.published, outlet=own)


def parse_day(value: str | None) -> date | None:
    """A whole date as a caller writes it; raises ``WrongInput`` with a sentence."""
    if value is None:
        return None
    from bot.ingest.published import parse_published

    return parse_published(value)


def print_json(document: object) -> None:
    """A document for programs, as UTF-8 whatever the terminal is set to."""
    sys.stdout.buffer.write(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")
    sys.stdout.buffer.flush()
