"""The desk of the command line's tests, for what the documents show of it."""

from __future__ import annotations

from tests.handlers.conftest import desk

__all__ = ["desk"]
