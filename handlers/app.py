"""The Bolt app: one set of listeners, for HTTP and for Socket Mode, for one workspace and for many.

Listeners write down what is to be done and acknowledge; nothing else is done in the time that Slack waits.  What could
not be written down is not acknowledged, so that Slack tells it again.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.oauth.oauth_settings import OAuthSettings

from bot.errors import VerbatimError, WrongInput
from bot.settings import Settings
from handlers import actions, commands, home, shortcuts, thread, views
from handlers.logs import evidence_of
from handlers.problems import SlackFailed
from handlers.services import Services

log = logging.getLogger(__name__)

SCOPES = (
    "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read", "files:write",
    "groups:history", "groups:read", "im:history",
)  # fmt: skip
_LISTENERS = (commands, shortcuts, views, actions, thread, home)
_NO_TOKEN = "Set SLACK_BOT_TOKEN (one workspace), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (many)."
_NO_SIGNING = "Set SLACK_SIGNING_SECRET; it stands on the app's Basic Information page."
_NOT_NOW = "Slack did not answer the bot just now, and nothing was done. Type it again in a minute."
_NO_SECRET = "Set VERBATIM_SECRET, a long random text; the workspaces' tokens are encrypted with it."


def build(services: Services, oauth: OAuthSettings | None = None) -> App:
    """The app with every listener; raises ``WrongInput`` where a setting is missing, or Slack refuses the token."""
    workspace = services.settings.workspace
    check_settings(services.settings)
    app = App(
        logger=logging.getLogger("slack_bolt"),
        client=services.clients.with_token(workspace.bot_token),
        authorize=None if oauth else lambda: services.clients.authorized(),
        token_verification_enabled=False,
        signing_secret=workspace.signing_secret or "",
        oauth_settings=oauth,
        process_before_response=True,
    )
    for module in _LISTENERS:
        module.register(app, services)
    app.error(_failed)
    if oauth is not None:
        app.enable_token_revocation_listeners()
    else:
        _note_removal(app)
    return app


def check_settings(settings: Settings) -> None:
    """Raises ``WrongInput`` that names the first setting that is missing."""
    workspace = settings.workspace
    if not workspace.bot_token and not workspace.many:
        raise WrongInput(_NO_TOKEN)
    if not workspace.app_token and not workspace.signing_secret:
        raise WrongInput(_NO_SIGNING)
    if workspace.many and not workspace.secret:
        raise WrongInput(_NO_SECRET)


def _note_removal(app: App) -> None:
    """Of one workspace there is no token to delete: that it was taken away is only written to the log."""

    @app.event("app_uninstalled")
    def uninstalled() -> None:
        log.warning("the app was removed from the workspace")

    @app.event("tokens_revoked")
    def revoked() -> None:
        log.warning("Slack no longer takes the bot's token; install the app again")


def _failed(error: Exception, body: dict[str, Any], request: BoltRequest) -> BoltResponse | None:
    """What a request gets that could not be written down: a sentence where somebody waits for one.

    Of an event nothing is said, so that Slack tells it again.
    """
    if not isinstance(error, VerbatimError):
        log.error("a request failed", exc_info=error)
        sentence = "Something went wrong, and nothing was done. Try again; if it stays so, tell whoever runs the bot."
    else:
        log.warning("a request failed: %s (%s)", error, evidence_of(error))
        sentence = _NOT_NOW if isinstance(error, SlackFailed) else error.for_editor
    if "command" not in body:
        return None
    answer = json.dumps({"response_type": "ephemeral", "text": sentence}, ensure_ascii=False)
    return BoltResponse(status=200, body=answer, headers={"content-type": ["application/json;charset=utf-8"]})
