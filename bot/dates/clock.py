"""The time of day that stands with a date, as ISO 8601 writes it."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"(\d\d?)(?:[.:](\d\d))?\s?([ap])?", re.IGNORECASE)


def clock_time(raw: str) -> str:
    """``T19:45`` for ``at 7.45pm``; nothing where the article gives no time, or none that a clock shows."""
    found = _CLOCK.search(raw)
    if not found:
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
