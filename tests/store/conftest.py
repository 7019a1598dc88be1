"""A store of one's own for every test: in a SQLite file, and again in a PostgreSQL database.

A test of what only a file has is marked ``sqlite_file`` and runs once.  Where no PostgreSQL server can be had, the
tests that would ask it are skipped, and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Scope, Store, open_store


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs every test of a store on both databases, and those of a file on one."""
    if "fresh_store" in metafunc.fixturenames:
        file = metafunc.definition.get_closest_marker("sqlite_file") is not None
        metafunc.parametrize("fresh_store", ["sqlite"] if file else ["sqlite", "postgres"], indirect=True)


@pytest.fixture
def fresh_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file, or a database, of its own."""
    on_server = getattr(request, "param", "sqlite") == "postgres"
    target = request.getfixturevalue("postgres_address") if on_server else tmp_path / "verbatim.db"
    store = open_store(target)
    yield store
    store.close()


@pytest.fixture
def desk(fresh_store: Store) -> Scope:
    """The whole workspace's scope of an empty store."""
    return fresh_store.scope()
