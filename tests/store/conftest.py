"""A store of one's own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import Scope, Store, open_store


@pytest.fixture
def fresh_store(tmp_path: Path) -> Store:
    """An empty store in a file of its own."""
    return open_store(tmp_path / "verbatim.db")


@pytest.fixture
def desk(fresh_store: Store) -> Scope:
    """The whole workspace's scope of an empty store."""
    return fresh_store.scope()
