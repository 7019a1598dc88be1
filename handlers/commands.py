"""``/verify``: a link or words to check, a window to paste into, a search of the store, or help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.errors import LimitReached
from bot.ingest.slack_text import command_text
from bot.render.slack import Message, article_window, help_message, plain_message
from handlers.problems import slack_problems
from handlers.services import Services
from handlers.sources import source_of_text

COMMAND = "/verify"
_SEARCHED = 20
"""More words after “find” are a pasted article that begins with it."""


def register(app: App, services: Services) -> None:
    """Listens to the command."""

    @app.command(COMMAND)
    def verify(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        text = str(body.get("text") or "").strip()
        verb, _, rest = text.partition(" ")
        if not text:
            with slack_problems():
                client.views_open(trigger_id=body["trigger_id"], view=article_window(str(body["channel_id"])))
            ack()
        elif text.casefold() in ("help", "find"):
            _answer(ack, help_message())
        elif verb.casefold() == "find" and len(rest.split()) <= _SEARCHED:
            _ask(ack, services, body, "find", {"words": rest.strip()})
        else:
            _ask(ack, services, body, "check", {"source": source_of_text(command_text(text)) or {"text": text}})


def _answer(ack: Ack, message: Message) -> None:
    """Answers at once, and only to who asked."""
    ack(text=message.text, blocks=list(message.blocks), response_type="ephemeral")


def _ask(ack: Ack, services: Services, body: Mapping[str, Any], kind: str, asked: Mapping[str, Any]) -> None:
    trigger = str(body["trigger_id"])
    payload = {**asked, "channel": body["channel_id"], "user": body["user_id"], "respond": body.get("response_url")}
    try:
        services.ask(services.team(body), kind, payload, lane=f"command:{trigger}", event=f"command:{trigger}")
    except LimitReached as full:
        _answer(ack, plain_message(full.for_editor))
    else:
        ack()
