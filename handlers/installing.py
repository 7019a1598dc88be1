"""Many workspaces: each installs the bot by OAuth, and its token is kept encrypted in the product's database."""

from __future__ import annotations

from dataclasses import dataclass

from slack_bolt.oauth.oauth_settings import OAuthSettings

from bot.settings import Settings
from handlers.app import SCOPES
from handlers.web import INSTALL, REDIRECT
from store import Store
from store.installations import Installations

_GROUPS = "usergroups:read"


@dataclass(frozen=True, slots=True)
class Installed:
    """The workspaces that have installed the bot, and how another one does."""

    kept: Installations
    oauth: OAuthSettings

    def token(self, team: str) -> str | None:
        """The bot token of a workspace; None where it has not installed the bot, or has taken it away."""
        return self.kept.token_of(team)


def installing(settings: Settings, store: Store) -> Installed:
    """The installations of a store; raises ``StoreError`` where they cannot be read with the secret that is set."""
    workspace = settings.workspace
    kept, states = store.installations(workspace.client_id or "", workspace.secret or "")
    groups = any(one.startswith("S") for one in workspace.verifiers)
    base = workspace.base_url
    oauth = OAuthSettings(
        client_id=workspace.client_id,
        client_secret=workspace.client_secret,
        scopes=[*SCOPES, *([_GROUPS] if groups else [])],
        redirect_uri=f"{base.rstrip('/')}{REDIRECT}" if base else None,
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        installation_store=kept,
        state_store=states,
    )
    return Installed(kept, oauth)
