"""How long the texts of checks are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.settings import Workspace


def kept_since(workspace: Workspace) -> str:
    """The moment (ISO 8601, UTC) before which the texts of checks are forgotten."""
    return (datetime.now(UTC) - timedelta(days=workspace.retention_days)).isoformat(timespec="seconds")
