"""Dates as a newspaper writes them: ``9 February 2018`` for ``2018-02-09``."""

from __future__ import annotations

from bot.dates.compare import precision
from bot.dates.words import MONTH_NAMES


def written(value: str) -> str:
    """A day, month or year value in words; any other value as it is."""
    grain, parts = precision(value), value.partition("T")[0].split("-")
    if grain == "day":
        return f"{int(parts[2])} {MONTH_NAMES[int(parts[1]) - 1]} {parts[0]}"
    return f"{MONTH_NAMES[int(parts[1]) - 1]} {parts[0]}" if grain == "month" else value
