"""Who may verify, dispute, share and import: the users and user groups that the desk has named, and nobody else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from bot.errors import VerbatimError
from handlers.clients import Clients
from handlers.problems import SlackProblem, slack_problems

KNOWN_SECONDS = 300.0
"""How long the members of a user group are remembered."""
_NOBODY = "Nobody may do this yet. Ask whoever runs the bot to set VERBATIM_VERIFIERS to the ids of those who may."
_NOT_YOU = "Only the desk's verifiers may do this. Ask one of them, or whoever runs the bot."
_UNKNOWN = "Slack does not say just now who is in the verifiers' group, so nothing was done. Try again in a minute."


class MayNot(VerbatimError):
    """Somebody without the role asked for what only verifiers may do."""


class Roles:
    """The verifiers of a desk; a group's members are asked of Slack, and where it does not answer nobody may."""

    def __init__(
        self, verifiers: frozenset[str], clients: Clients, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._verifiers = verifiers
        self._clients = clients
        self._clock = clock
        self._members: dict[tuple[str, str], tuple[float, frozenset[str]]] = {}
        self._lock = threading.Lock()

    def require(self, team: str, user: str) -> None:
        """Raises ``MayNot`` with a sentence unless the user is a verifier."""
        if not self._verifiers:
            raise MayNot(_NOBODY, user)
        if "*" in self._verifiers or user in self._verifiers:
            return
        groups = sorted(one for one in self._verifiers if one.startswith("S"))
        try:
            if any(user in self._group(team, group) for group in groups):
                return
        except SlackProblem as unanswered:
            raise MayNot(_UNKNOWN, unanswered) from unanswered
        raise MayNot(_NOT_YOU, user)

    def may(self, team: str, user: str) -> bool:
        """Whether the user is a verifier, as far as can be told."""
        try:
            self.require(team, user)
        except MayNot:
            return False
        return True

    def _group(self, team: str, group: str) -> frozenset[str]:
        with self._lock:
            until, members = self._members.get((team, group), (0.0, frozenset[str]()))
        if self._clock() < until:
            return members
        with slack_problems():
            answer = self._clients.of(team).usergroups_users_list(usergroup=group)
        users = answer.get("users")
        members = frozenset(users if isinstance(users, list) else ())
        with self._lock:
            self._members[team, group] = (self._clock() + KNOWN_SECONDS, members)
        return members
