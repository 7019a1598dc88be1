"""What every part of the Slack bot works with: the settings, the store, Slack's clients, and the queue of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.errors import LimitReached
from bot.settings import Settings
from handlers.channels import Channels
from handlers.clients import Clients
from handlers.metrics import Meters
from handlers.roles import Roles
from store import Store
from store.limits import Limits, Question
from store.place import DESK, Place

_ASKER = ("channel", "user", "thread", "respond")


def _nobody() -> None:
    """Nobody waits for work: it is found at the next look."""


@dataclass(frozen=True, slots=True)
class Services:
    """One desk's bot: everything that listeners and jobs ask of each other.

    ``wake`` tells the workers of this process that there is something to do; ``meters`` count what they did.
    """

    settings: Settings
    store: Store
    clients: Clients
    channels: Channels
    roles: Roles
    wake: Callable[[], None] = field(default=_nobody)
    meters: Meters = field(default_factory=Meters)

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
        return self._write(team, kind, payload, lane, event, None)

    def ask(self, team: str, kind: str, payload: Mapping[str, Any], *, lane: str, event: str) -> int | None:
        """Writes down what somebody asks for, and counts it; raises ``LimitReached`` where it is one too many.

        Messages in a thread and decisions are not counted: neither a correction nor a dispute may be passed over.
        """
        workspace = self.settings.workspace
        limits = Limits(workspace.user_limit, workspace.channel_limit)
        return self._write(team, kind, payload, lane, event, Question(str(payload.get("channel") or ""), limits))

    def ask_or_say(self, team: str, kind: str, payload: Mapping[str, Any], *, lane: str, event: str) -> int | None:
        """The same; where it is one too many, who asked is told so by a job of its own."""
        try:
            return self.ask(team, kind, payload, lane=lane, event=event)
        except LimitReached as full:
            told = {key: payload[key] for key in _ASKER if key in payload} | {"sentence": full.for_editor}
            return self.enqueue(team, "say", told, lane=f"limit:{payload.get('user')}", event=event)

    def _write(
        self,
        team: str,
        kind: str,
        payload: Mapping[str, Any],
        lane: str,
        event: str | None,
        question: Question | None,
    ) -> int | None:
        asker = str(payload.get("user") or "")
        number = self.store.jobs.enqueue(
            Place(team), kind, payload, lane=lane, event=event, asker=asker, question=question
        )
        if number is not None:
            self.wake()
        return number
