"""What every part of the Slack bot works with: the settings, the store, Slack's clients, and the queue of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.settings import Settings
from handlers.channels import Channels
from handlers.clients import Clients
from handlers.roles import Roles
from store import Store
from store.place import DESK, Place


def _nobody() -> None:
    """Nobody waits for work: it is found at the next look."""


@dataclass(frozen=True, slots=True)
class Services:
    """One desk's bot: everything that listeners and jobs ask of each other.

    ``wake`` tells the workers of this process that there is something to do.
    """

    settings: Settings
    store: Store
    clients: Clients
    channels: Channels
    roles: Roles
    wake: Callable[[], None] = field(default=_nobody)

    def team(self, body: Mapping[str, Any]) -> str:
        """Whose store a request is about: the desk's own, which the command line uses too, or a workspace's.

        Where the bot serves one workspace, that is the desk; every other workspace has a store of its own.
        """
        told = body.get("team_id") or (body.get("team") or {}).get("id")
        single = self.settings.workspace.bot_token is not None
        return DESK if single and told == self.clients.own_team() else str(told)

    def enqueue(
        self, team: str, kind: str, payload: Mapping[str, Any], *, lane: str, event: str | None = None
    ) -> int | None:
        """Writes a job down and wakes a worker; None where this event has been written down before."""
        number = self.store.jobs.enqueue(Place(team), kind, payload, lane=lane, event=event)
        if number is not None:
            self.wake()
        return number
