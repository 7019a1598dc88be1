"""The message shortcut **Check quotes**: that message, its link or its file, also inside threads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext

from handlers.services import Services
from handlers.sources import KEPT, passed_over, source_of_message

CALLBACK = "check_quotes"
_EMPTY = "There is nothing to check in this message: no text, no link, no file. Pick another one."


def register(app: App, services: Services) -> None:
    """Listens to the shortcut."""

    @app.shortcut(CALLBACK)
    def check_quotes(ack: Ack, body: dict[str, Any], context: BoltContext) -> None:
        message, channel, team = body["message"], str(body["channel"]["id"]), services.team(body)
        asked = _asked(body, message, channel, context.bot_user_id)
        own = bool(context.bot_id) and message.get("bot_id") == context.bot_id
        source = None if own else source_of_message(message, context.bot_user_id)
        if source is None:
            kind, asked = "say", {**asked, "sentence": _EMPTY}
        else:
            known = services.store.threads.find(team, channel, asked["thread"])
            kind, asked = "reply" if known else "check", {**asked, "source": source}
        event = f"shortcut:{body.get('trigger_id') or body.get('action_ts')}"
        services.ask_or_say(team, kind, asked, lane=f"{channel}:{asked['thread']}", event=event)
        ack()


def _asked(body: Mapping[str, Any], message: Mapping[str, Any], channel: str, bot: str | None) -> dict[str, Any]:
    """Who picked which message where, and what it holds."""
    ts = str(message.get("ts") or body.get("message_ts"))
    return {
        "channel": channel,
        "user": body["user"]["id"],
        "respond": body.get("response_url"),
        "thread": str(message.get("thread_ts") or ts),
        "message": ts,
        "ts": ts,
        "bot": bot,
        "text_of": {key: message[key] for key in KEPT if key in message},
        "passed_over": passed_over(message),
    }
