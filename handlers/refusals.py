"""Requests to the bot that are not signed as Slack signs: refused, and told in the log, for it may be Slack's own.

A wrong signing secret or a clock that is off makes every request of Slack's one of them, and nothing else would say so.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

log = logging.getLogger(__name__)

OFF_SECONDS = 300
"""How far a request's time may be from this machine's; Slack's own advice, and what Bolt holds requests to."""
PAUSE_SECONDS = 60
"""Who sends a thousand such requests a minute gets one line in the log."""

_ANOTHER_SECRET = (
    "refused a request that SLACK_SIGNING_SECRET does not sign; if /verify does not answer in Slack, copy the secret"
    " again from the app's Basic Information page (%d such since the last line)"
)
_OFF = (
    "refused a request whose time is %d minutes %s this machine's; if /verify does not answer in Slack, set the clock"
    " of this machine (%d such since the last line)"
)


class Refusals:
    """Refused requests since the last line of the log."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._told_at = float("-inf")
        self._refused = 0

    def note(self, timestamp: str) -> None:
        """Tells of a request that was refused; ``timestamp`` is what it says of its own time, seconds since 1970."""
        self._refused += 1
        now = self._now()
        if abs(now - self._told_at) < PAUSE_SECONDS:
            return
        refused, self._refused, self._told_at = self._refused, 0, now
        off = int(timestamp) - now if timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 13 else 0
        if abs(off) > OFF_SECONDS:
            log.warning(_OFF, round(abs(off) / 60), "ahead of" if off > 0 else "behind", refused)
        else:
            log.warning(_ANOTHER_SECRET, refused)
