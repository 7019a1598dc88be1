"""A store of one's own for every test: in a SQLite file, and again in a PostgreSQL database.

With ``--spread`` once more in a database whose posting partitions lie on two servers.

A test of what only a file has is marked ``sqlite_file`` and runs once.  Where no PostgreSQL server can be had, the
tests that would ask it are skipped, and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Scope, Store, open_store
from tests.conftest import SPREAD

_SERVERS = {"postgres": "postgres_address", "spread": "spread_address"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs every test of a store on both databases, and those of a file on one."""
    if "fresh_store" in metafunc.fixturenames:
        file = metafunc.definition.get_closest_marker("sqlite_file") is not None
        both = ["sqlite", "postgres", *(["spread"] if metafunc.config.getoption(SPREAD) else [])]
        metafunc.parametrize("fresh_store", ["sqlite"] if file else both, indirect=True)


@pytest.fixture
def fresh_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file, or a database, of its own."""
    server = _SERVERS.get(getattr(request, "param", "sqlite"))
    target = request.getfixturevalue(server) if server else tmp_path / "verbatim.db"
    store = open_store(target)
    yield store
    store.close()


@pytest.fixture
def desk(fresh_store: Store) -> Scope:
    """The whole workspace's scope of an empty store."""
    return fresh_store.scope()
