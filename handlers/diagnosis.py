"""What `verbatim doctor` finds out about Slack: is the token taken, which rights are missing, what is not set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from slack_sdk import WebClient

from bot.settings import Workspace
from handlers.app import SCOPES
from handlers.clients import Clients
from handlers.problems import SlackProblem, slack_problems

Finding = tuple[bool | None, str, str]
"""Whether it is well (None: not needed, but missed), what was looked at, and what to do."""
_AGAIN = "Install the app again from manifest.json (OAuth & Permissions, Reinstall)."
_CLOCK_SECONDS = 90
_GROUPS = "usergroups:read"


def diagnosis(workspace: Workspace) -> Iterator[Finding]:
    """Everything about Slack, in the order of set-up."""
    if workspace.bot_token:
        yield from _token(workspace)
    else:
        yield bool(workspace.secret), "many workspaces, by OAuth", "Set VERBATIM_SECRET, a long random text."
        yield bool(workspace.base_url), "address for installing", "Set VERBATIM_BASE_URL to the bot's https:// address."
    if workspace.app_token:
        yield _line(workspace)
    else:
        mend = "Copy it from the app's Basic Information page, or set SLACK_APP_TOKEN for Socket Mode."
        yield bool(workspace.signing_secret), "SLACK_SIGNING_SECRET", mend
    mend = "Set VERBATIM_VERIFIERS to user or user group ids, or * for everybody; until then nobody may verify."
    yield bool(workspace.verifiers) or None, "verifiers", mend
    if workspace.base_url and not workspace.secret:
        yield False, "report links", "VERBATIM_BASE_URL is set and VERBATIM_SECRET is not; links cannot be signed."


def _token(workspace: Workspace) -> Iterator[Finding]:
    try:
        with slack_problems():
            answer = Clients(workspace).with_token(workspace.bot_token).auth_test()
    except SlackProblem as refused:
        yield (
            False,
            f"SLACK_BOT_TOKEN: Slack says {refused.evidence}",
            f"Copy the token that begins with xoxb-. {_AGAIN}",
        )
        return
    yield True, f"Slack: {answer.get('user')} in {answer.get('team')}", ""
    yield from _clock(dict(answer.headers))
    granted = _scopes(dict(answer.headers))
    if granted is not None:
        wanted = [*SCOPES, *([_GROUPS] if any(one.startswith("S") for one in workspace.verifiers) else [])]
        lacking = [scope for scope in wanted if scope not in granted]
        yield not lacking, f"rights: {', '.join(lacking) + ' missing' if lacking else 'all there'}", _AGAIN


def _scopes(headers: dict[str, str]) -> set[str] | None:
    """The rights that Slack says the token has; None where it does not say."""
    granted = _header(headers, "x-oauth-scopes")
    return None if granted is None else {scope.strip() for scope in granted.split(",")}


def _clock(headers: dict[str, str]) -> Iterator[Finding]:
    """How far this machine's clock is from Slack's, where Slack says what time it is."""
    try:
        theirs = parsedate_to_datetime(_header(headers, "date") or "")
    except ValueError:
        return
    if theirs.tzinfo is None:
        return
    off = (datetime.now(UTC) - theirs).total_seconds()
    minutes = f"clock: {abs(off) / 60:.0f} minutes {'ahead of' if off > 0 else 'behind'} Slack's"
    mend = "Set this machine's clock (timedatectl set-ntp true); from five minutes on Slack's requests are refused."
    yield abs(off) < _CLOCK_SECONDS, "clock" if abs(off) < _CLOCK_SECONDS else minutes, mend


def _header(headers: dict[str, str], wanted: str) -> str | None:
    return next((value for name, value in headers.items() if name.casefold() == wanted), None)


def _line(workspace: Workspace) -> Finding:
    """Whether Socket Mode's token opens a line."""
    mend = "Make an app-level token with connections:write (Basic Information), and switch Socket Mode on."
    try:
        with slack_problems():
            client = WebClient(base_url=workspace.api_url, timeout=10)
            client.apps_connections_open(app_token=workspace.app_token or "")
    except SlackProblem as refused:
        return False, f"SLACK_APP_TOKEN: Slack says {refused.evidence}", mend
    return True, "Socket Mode", ""
