"""Signed addresses of report pages: who has one may read the report until it expires, and nobody can make one up."""

from __future__ import annotations

from dataclasses import dataclass

from bot.settings import Workspace

_SALT = "verbatim report page"
_DAY = 86_400


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


def page_of(workspace: Workspace, token: str) -> Page | None:
    """The page that a token stands for; None where it was not signed here, or is older than reports are kept."""
    from itsdangerous import BadData, URLSafeTimedSerializer

    if not workspace.secret:
        return None
    serializer = URLSafeTimedSerializer(workspace.secret, salt=_SALT)
    try:
        team, check_id = serializer.loads(token, max_age=workspace.retention_days * _DAY)
    except (BadData, ValueError, TypeError):
        return None
    return Page(team, check_id) if isinstance(team, str) and isinstance(check_id, int) else None
