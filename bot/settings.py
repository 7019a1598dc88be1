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
class Settings:
    """Everything that is read from the environment."""

    database: str = "verbatim.db"
    desk: Desk = field(default_factory=Desk)


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
    )


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
