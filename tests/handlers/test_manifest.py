"""The app's manifest agrees with what the bot listens to, asks for and explains."""

from __future__ import annotations

import json
from pathlib import Path

from bot.settings import read_settings
from handlers.actions import AT_ONCE, WINDOWS
from handlers.app import SCOPES
from handlers.commands import COMMAND
from handlers.shortcuts import CALLBACK

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))


class TestManifest:
    def test_asks_for_the_rights_that_the_bot_uses(self) -> None:
        """The manifest's rights are those that an installation by OAuth asks for, and user groups are an option."""
        assert sorted(SCOPES) == MANIFEST["oauth_config"]["scopes"]["bot"]
        assert ["usergroups:read"] == MANIFEST["oauth_config"]["scopes"]["bot_optional"]

    def test_names_the_command_and_the_shortcut(self) -> None:
        """Slack offers exactly what the bot answers to."""
        features = MANIFEST["features"]
        assert [COMMAND] == [one["command"] for one in features["slash_commands"]]
        assert [CALLBACK] == [one["callback_id"] for one in features["shortcuts"]]


class TestDocuments:
    def test_explain_every_setting(self) -> None:
        """docs/slack.md names every variable of the environment that the settings read."""
        asked: set[str] = set()

        class Environment(dict[str, str]):
            def get(self, name: str, default: object = None) -> object:
                asked.add(name)
                return default

        read_settings(Environment())
        text = (ROOT / "docs/slack.md").read_text() + (ROOT / "README.md").read_text()
        assert len(asked) > 15
        assert [] == [name for name in sorted(asked) if f"`{name}" not in text]

    def test_explain_every_button(self) -> None:
        """docs/slack.md has a row for every button."""
        text = (ROOT / "docs/slack.md").read_text()
        names = {"store_all": "Store as verified"}
        buttons = [names.get(one, one.replace("_", " ").capitalize()) for one in (*AT_ONCE, *WINDOWS)]
        assert [] == [button for button in buttons if f"| **{button}** |" not in text]
