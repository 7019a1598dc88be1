"""Signed addresses of pages: who has one may read the page until it expires, and nobody can make one up."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot.settings import Workspace

_SALT, _FIGURES = "verbatim report page", "verbatim figures page"
_DAY = 86_400
FIGURES_DAYS = 30
"""The days that the home and its page of figures look back on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A report by the workspace and the number of its check."""

    team: str
    check_id: int


def page_link(workspace: Workspace, page: Page) -> str | None:
    """The address of a report page; None where the desk serves none (no base address, or no secret to sign with)."""
    if not workspace.base_url or not workspace.secret:
        return None
    from itsdangerous import URLSafeTimedSerializer

    token = URLSafeTimedSerializer(workspace.secret, salt=_SALT).dumps([page.team, page.check_id])
    return f"{workspace.base_url}report/{token}"


def figures_link(workspace: Workspace, team: str) -> str | None:
    """The address of the page of a workspace's figures; None where the desk serves none."""
    if not workspace.base_url or not workspace.secret:
        return None
    from itsdangerous import URLSafeTimedSerializer

    return f"{workspace.base_url}figures/{URLSafeTimedSerializer(workspace.secret, salt=_FIGURES).dumps(team)}"


def figures_of(workspace: Workspace, token: str) -> str | None:
    """The workspace whose figures a token shows; None where it was not signed here, or is too old."""
    from itsdangerous import BadData, URLSafeTimedSerializer

    if not workspace.secret:
        return None
    serializer = URLSafeTimedSerializer(workspace.secret, salt=_FIGURES)
    try:
        team = serializer.loads(token, max_age=workspace.retention_days * _DAY)
    except (BadData, ValueError, TypeError):
        return None
    return team if isinstance(team, str) else None


def page_of(workspace: Workspace, token: str) -> Page | None:
    """The page that a token stands for; None where it was not signed here, or is older than reports are kept.

    One that was signed by a clock ahead of ours is as good as new.
    """
    from itsdangerous import BadData, URLSafeTimedSerializer

    if not workspace.secret:
        return None
    serializer = URLSafeTimedSerializer(workspace.secret, salt=_SALT)
    try:
        (team, check_id), signed = serializer.loads(token, return_timestamp=True)
    except (BadData, ValueError, TypeError):
        return None
    if time.time() - signed.timestamp() > workspace.retention_days * _DAY:
        return None
    return Page(team, check_id) if isinstance(team, str) and isinstance(check_id, int) else None
