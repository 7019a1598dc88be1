"""A desk with its Slack, its store and its bot, put together as they are when it serves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Desk, Settings, Workspace
from handlers.serving import put_together
from store import open_store

from .articles import STORED
from .slack import CLOSED, NEWS, OTHER, SECOND, SHARED, SIGNING, VERIFIER, Slack
from .web_api import TOKEN, WebApi, web_api

Making = Callable[..., Slack]


@pytest.fixture
def api() -> Iterator[WebApi]:
    """A Slack with two open channels, a private one and one that another company reads."""
    with web_api() as made:
        made.kinds = {NEWS: "public", OTHER: "public", CLOSED: "private", SHARED: "shared", "D0DIRECT01": "im"}
        yield made


@pytest.fixture
def make(api: WebApi, tmp_path: Path) -> Iterator[Making]:
    """Puts a bot together; ``desk`` are settings of the desk, all others those of the workspace."""
    stores = []

    def make(desk: Desk | None = None, **workspace: Any) -> Slack:
        given = {
            "bot_token": TOKEN, "signing_secret": SIGNING, "api_url": f"{api.url}api/",
            "verifiers": frozenset({VERIFIER, SECOND}), **workspace,
        }  # fmt: skip
        store = open_store(tmp_path / "verbatim.db")
        stores.append(store)
        settings = Settings(desk=desk or Desk(outlets=("Weir Gazette",)), workspace=Workspace(**given))
        return Slack(put_together(settings, store), store, api)

    yield make
    for store in stores:
        store.close()


@pytest.fixture
def slack(make: Making) -> Slack:
    """The desk's Slack with two verifiers."""
    return make()


@pytest.fixture
def desk(slack: Slack) -> Slack:
    """The same, with three verified quotes in the store."""
    for words, speaker in STORED:
        slack.stored(words, speaker)
    return slack
