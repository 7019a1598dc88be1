"""Fixtures for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of real text and measuring cases beside the project; the test is skipped where it is absent."""
    if not (SHARED / "desk").is_dir():
        pytest.skip("no ../shared beside the project: nothing real to measure on")
    return SHARED
