"""What the desk has set: its outlet, style, time zone and date order, read from the environment once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import WrongInput

Style = Literal["strict", "light"]
DateOrder = Literal["MDY", "DMY"]
SLACK_API = "https://slack.com/api/"
USER_LIMIT, CHANNEL_LIMIT = 240, 600
"""Questions in ten minutes: somebody who asks every three seconds for ten minutes, and three of them in a channel."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How this newsroom works.

    ``outlets`` are its own names (the first one is shown); ``style`` says whether cleaned-up grammar is a
    query (``strict``: AP, NYT) or a note (``light``: Guardian, Reuters); ``date_order`` None leaves 3/4/2025
    ambiguous; ``allow_hosts`` are the private ``host[:port]`` that links may reach.
    """

    outlets: tuple[str, ...] = ()
    style: Style = "strict"
    date_order: DateOrder | None = None
    timezone: ZoneInfo | None = None
    allow_hosts: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Workspace:
    """How the bot reaches Slack, and what it may do there; tokens and secrets are never shown.

    ``bot_token`` is for one workspace, ``client_id`` and ``client_secret`` for many, by OAuth.  ``app_token``
    chooses Socket Mode.  ``verifiers`` are the ids of users and user groups that may verify, ``*`` everybody;
    nobody where it is empty.  ``retention_days`` is how long the texts of checks are kept.  ``user_limit`` and
    ``channel_limit`` are how many questions one person, and one channel, may ask in ten minutes; 0 is no limit.
    ``metrics_token`` is what who asks for ``/metrics`` has to send; nothing is served there without one.
    """

    bot_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    api_url: str = SLACK_API
    secret: str | None = field(default=None, repr=False)
    base_url: str | None = None
    verifiers: frozenset[str] = frozenset()
    second_eye: bool = False
    retention_days: int = 30
    user_limit: int = USER_LIMIT
    channel_limit: int = CHANNEL_LIMIT
    metrics_token: str | None = field(default=None, repr=False)
    port: int = 3000

    @property
    def many(self) -> bool:
        """Whether several workspaces install the bot by themselves."""
        return not self.bot_token and bool(self.client_id and self.client_secret)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is read from the environment."""

    database: str = "verbatim.db"
    desk: Desk = field(default_factory=Desk)
    workspace: Workspace = field(default_factory=Workspace)
    log_level: str = "INFO"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings as the environment gives them; raises ``WrongInput`` naming the one that cannot be read."""
    env = os.environ if environment is None else environment
    style = _one_of(env, "VERBATIM_STYLE", ("strict", "light")) or "strict"
    order = _one_of(env, "VERBATIM_DATE_ORDER", ("MDY", "DMY"))
    return Settings(
        database=env.get("VERBATIM_DB") or env.get("DATABASE_URL") or "verbatim.db",
        desk=Desk(
            outlets=_listed(env, "VERBATIM_OUTLET"),
            style="light" if style == "light" else "strict",
            date_order=None if order is None else ("MDY" if order == "MDY" else "DMY"),
            timezone=_timezone(env.get("VERBATIM_TZ")),
            allow_hosts=frozenset(_listed(env, "VERBATIM_ALLOW_HOSTS")),
        ),
        workspace=_workspace(env),
        log_level=_one_of(env, "LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")) or "INFO",
    )


def _workspace(env: Mapping[str, str]) -> Workspace:
    named = {
        "bot_token": "SLACK_BOT_TOKEN", "signing_secret": "SLACK_SIGNING_SECRET", "client_id": "SLACK_CLIENT_ID",
        "client_secret": "SLACK_CLIENT_SECRET", "app_token": "SLACK_APP_TOKEN", "secret": "VERBATIM_SECRET",
        "metrics_token": "VERBATIM_METRICS",
    }  # fmt: skip
    texts = {field_: env.get(name, "").strip() or None for field_, name in named.items()}
    return Workspace(
        **texts,
        api_url=_address(env, "SLACK_API_URL") or SLACK_API,
        base_url=_address(env, "VERBATIM_BASE_URL"),
        verifiers=frozenset(_listed(env, "VERBATIM_VERIFIERS")),
        second_eye=_one_of(env, "VERBATIM_SECOND_EYE", ("0", "1")) == "1",
        retention_days=_number(env, "VERBATIM_RETENTION_DAYS", 30, 1, 36_500),
        user_limit=_number(env, "VERBATIM_USER_LIMIT", USER_LIMIT, 0, 1_000_000),
        channel_limit=_number(env, "VERBATIM_CHANNEL_LIMIT", CHANNEL_LIMIT, 0, 1_000_000),
        port=_number(env, "PORT", 3000, 1, 65_535),
    )


def _address(env: Mapping[str, str], name: str) -> str | None:
    """An http(s) address that ends with a slash."""
    value = env.get(name, "").strip()
    if value and not value.casefold().startswith(("https://", "http://")):
        raise WrongInput(f"{name} is “{value}”; write it as https://… .", value)
    return value.rstrip("/") + "/" if value else None


def _number(env: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = env.get(name, "").strip()
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise WrongInput(f"{name} is “{value}”; set it to a whole number from {least} to {most}.", value)
    return int(value)


def _listed(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in env.get(name, "").split(",") if part.strip())


def _one_of(env: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str | None:
    value = env.get(name, "").strip()
    if not value:
        return None
    for option in allowed:
        if value.casefold() == option.casefold():
            return option
    raise WrongInput(f"{name} is “{value}”; set it to {' or '.join(allowed)}.", value)


def _timezone(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise WrongInput(
            f"VERBATIM_TZ is “{name}”, which is no time zone; write it as Europe/London.", name
        ) from unknown
