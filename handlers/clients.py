"""Slack's Web API, one client a workspace: the token of its installation, and patience with Slack's own faults."""

from __future__ import annotations

from typing import Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler

from bot.settings import Workspace
from handlers.problems import NotInstalled, slack_problems

TIMEOUT = 10
"""Seconds that Slack is given for one answer."""


class Installations(Protocol):
    """Where the tokens of many workspaces are kept."""

    def token(self, team: str) -> str | None:
        """The bot token of a workspace; None where it has not installed the bot."""
        ...


class Clients:
    """The way to Slack for each workspace."""

    def __init__(self, workspace: Workspace, installations: Installations | None = None) -> None:
        self._workspace = workspace
        self._installations = installations
        self._own: AuthorizeResult | None = None

    def own_team(self) -> str:
        """The workspace of the one bot token; raises the problem that keeps Slack from telling."""
        return str(self.authorized().team_id)

    def authorized(self) -> AuthorizeResult:
        """Who the one bot token is: asked of Slack once, and again until it answers; raises its problem till then.

        Bolt's own asking would take a request for answered that Slack could not vouch for, and lose it.
        """
        if self._own is None:
            with slack_problems():
                told = self.with_token(self._workspace.bot_token).auth_test()
            self._own = AuthorizeResult.from_auth_test_response(
                auth_test_response=told, bot_token=self._workspace.bot_token
            )
        return self._own

    def of(self, team: str) -> WebClient:
        """The client of a workspace; raises ``NotInstalled`` where nobody there has installed the bot."""
        return self.with_token(self.token(team))

    def token(self, team: str) -> str:
        """The bot token of a workspace; raises ``NotInstalled``."""
        token = self._workspace.bot_token or (self._installations.token(team) if self._installations else None)
        if not token:
            raise NotInstalled("The bot is not installed in this workspace; install it again.", team)
        return token

    def with_token(self, token: str | None = None) -> WebClient:
        """A client that tries again where no line could be had; where Slack asks to wait, the whole job waits."""
        return WebClient(
            token=token,
            base_url=self._workspace.api_url,
            timeout=TIMEOUT,
            retry_handlers=[
                ConnectionErrorRetryHandler(max_retry_count=1, error_types=[ConnectionRefusedError]),
            ],
        )
