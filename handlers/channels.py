"""What kind of conversation a request came from, and so which part of the store it may see.

Decided by the channel that is answered in, not by who asks: whatever the bot posts is read by all its members.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers.clients import Clients
from handlers.problems import SharedChannel, slack_problems
from store.place import Place

KNOWN_SECONDS = 60.0
"""How long a channel is taken to be what it was; what is written asks anew."""
_SHARED = ("is_ext_shared", "is_pending_ext_shared")
_REFUSED = "Other companies read this channel, so quotes are not checked here. Ask in a channel of your own."


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation: its place in the store, and its name where it has one."""

    id: str
    place: Place
    name: str | None = None

    @property
    def private(self) -> bool:
        """Whether only its members read it."""
        return self.place.channel is not None


class Channels:
    """The conversations of every workspace, asked of Slack and remembered for a minute."""

    def __init__(self, clients: Clients, clock: Callable[[], float] = time.monotonic) -> None:
        self._clients = clients
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[float, Channel]] = {}
        self._lock = threading.Lock()

    def of(self, team: str, channel: str, *, anew: bool = False) -> Channel:
        """A conversation; raises ``SharedChannel``, ``MayNotPost`` and the other problems of Slack.

        ``anew`` asks Slack whatever is remembered: a public channel can have turned private.
        """
        with self._lock:
            until, known = self._known.get((team, channel), (0.0, None))
        if known is not None and not anew and self._clock() < until:
            return known
        with slack_problems():
            answer = self._clients.of(team).conversations_info(channel=channel)
        found = _channel(team, channel, answer.get("channel") or {})
        with self._lock:
            self._known[team, channel] = (self._clock() + KNOWN_SECONDS, found)
        return found


def _channel(team: str, channel: str, told: Mapping[str, Any]) -> Channel:
    within = told.get("is_org_shared") and not told.get("is_ext_shared")
    if any(told.get(name) for name in _SHARED) or (told.get("is_shared") and not within):
        raise SharedChannel(_REFUSED, channel)
    closed = any(told.get(name) for name in ("is_private", "is_im", "is_mpim", "is_group"))
    return Channel(channel, Place(team, channel if closed else None), told.get("name"))
