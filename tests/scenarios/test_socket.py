"""Socket Mode: the same listeners, over the line that the bot opens itself."""

from __future__ import annotations

from typing import Any

from slack_bolt.adapter.socket_mode.internals import run_bolt_app
from slack_sdk.socket_mode.request import SocketModeRequest

from handlers.web import site

from .articles import WRONG
from .conftest import Making
from .slack import EDITOR, NEWS, TEAM, Slack, seen


def over_the_line(slack: Slack, kind: str, payload: dict[str, Any]) -> int:
    """Sends a request as Socket Mode does, without a signature; gives the status of the answer."""
    return int(run_bolt_app(slack.bot.app, SocketModeRequest(kind, "an-envelope", payload)).status)


class TestSocketMode:
    def test_takes_a_command(self, make: Making) -> None:
        """What comes over the line needs no signature, since nobody else can send it there."""
        slack = make(app_token="xapp-1", signing_secret=None)
        for words in (WRONG, "help"):
            payload = {
                "team_id": TEAM, "channel_id": NEWS, "user_id": EDITOR, "command": "/verify", "text": words,
                "trigger_id": f"trigger {len(words)}", "response_url": f"{slack.api.url}_resp/1",
            }  # fmt: skip
            assert 200 == over_the_line(slack, "slash_commands", payload)
        slack.work()
        assert "No quotes in it." not in seen(slack.root())
        assert "not in the store" in seen(slack.root())

    def test_takes_nothing_over_http(self, make: Making) -> None:
        """The address for Slack's requests is closed: unsigned ones would be taken there."""
        slack = make(app_token="xapp-1", signing_secret=None)
        answers: list[str] = []

        def start(status: str, headers: list[tuple[str, str]]) -> None:
            answers.append(status)

        served = site(slack.bot.app, slack.bot.services)
        list(served({"PATH_INFO": "/slack/events", "REQUEST_METHOD": "POST"}, start))
        list(served({"PATH_INFO": "/healthz", "REQUEST_METHOD": "GET"}, start))
        assert ["404 Not Found", "200 OK"] == answers
