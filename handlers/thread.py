"""Messages: corrections in a check's thread, edits of what was checked, and mentions of the bot.

A message outside the threads that the store knows, or is just being asked to check, is passed over, and nothing of it
is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltContext

from bot.ingest.slack_text import posted
from handlers.files import dropped
from handlers.services import Services
from handlers.sources import KEPT, is_article, passed_over, source_of_message

_WRITTEN = (None, "file_share", "thread_broadcast")
_USAGE = "Mention me with a link, an article's text or a file, or in the thread of the message you want checked."


def register(app: App, services: Services) -> None:
    """Listens to messages and mentions, and takes note of the kinds of event that need no answer."""

    @app.event("message")
    def message(event: dict[str, Any], body: dict[str, Any], context: BoltContext) -> None:
        if event.get("subtype") == "message_changed":
            _edited(services, event, body, context.bot_user_id)
        elif event.get("subtype") in _WRITTEN and not event.get("bot_id"):
            _written(services, event, body, context.bot_user_id)

    @app.event("app_mention")
    def mention(event: dict[str, Any], body: dict[str, Any], context: BoltContext) -> None:
        if not event.get("bot_id"):
            _mentioned(services, event, body, context.bot_user_id)

    @app.event("file_shared")
    def file_shared() -> None:
        """A file is answered by the message that it came with."""


def _written(services: Services, event: Mapping[str, Any], body: Mapping[str, Any], bot: str | None) -> None:
    if event.get("channel_type") == "im" and not event.get("thread_ts"):
        said = posted(event)
        if dropped(event) or said.links or is_article(said.text):
            _mentioned(services, event, body, bot)
        return
    thread, team = event.get("thread_ts"), services.team(body)
    if not thread or thread == event["ts"] or (bot and bot in posted(event).mentions):
        return
    channel = str(event["channel"])
    lane = f"{channel}:{thread}"
    if services.store.threads.find(team, channel, str(thread)) is not None or services.store.jobs.busy(team, lane):
        _enqueue(services, body, "reply", _asked(event, event, bot), lane=lane)


def _edited(services: Services, event: Mapping[str, Any], body: Mapping[str, Any], bot: str | None) -> None:
    now, before = event.get("message") or {}, event.get("previous_message") or {}
    if now.get("bot_id") or now.get("user") == bot or now.get("text") == before.get("text"):
        return
    if now.get("blocks") == before.get("blocks"):
        now = {key: value for key, value in now.items() if key != "blocks"}
    team, channel, ts = services.team(body), str(event["channel"]), str(now.get("ts"))
    thread = services.store.threads.of_message(team, channel, ts)
    lane = f"{channel}:{thread.ts if thread else now.get('thread_ts') or ts}"
    if thread is not None or services.store.jobs.busy(team, lane):
        _enqueue(services, body, "edited", _asked(event, now, bot), lane=lane)


def _mentioned(services: Services, event: Mapping[str, Any], body: Mapping[str, Any], bot: str | None) -> None:
    thread, ts = event.get("thread_ts"), str(event["ts"])
    source = source_of_message(event, bot)
    known = bool(thread) and services.store.threads.find(services.team(body), str(event["channel"]), str(thread))
    asked = {**_asked(event, event, bot), "thread": str(thread or ts), "passed_over": passed_over(event)}
    if source is None and known:
        kind = "again"
    elif source is None and thread:
        kind, asked = "check", {**asked, "source": {"message": str(thread)}, "message": str(thread)}
    elif source is None:
        kind, asked = "say", {**asked, "sentence": _USAGE}
    elif any(file.holds_quotes for file in dropped(event)):
        kind = "import"
    else:
        kind, asked = "reply" if known else "check", {**asked, "source": source, "message": ts}
    channel = str(event["channel"])
    event_id = f"mention:{channel}:{ts}"
    services.ask_or_say(services.team(body), kind, asked, lane=f"{channel}:{asked['thread']}", event=event_id)


def _asked(event: Mapping[str, Any], message: Mapping[str, Any], bot: str | None) -> dict[str, Any]:
    return {
        "channel": event["channel"],
        "user": message.get("user") or event.get("user"),
        "thread": message.get("thread_ts") or event.get("thread_ts"),
        "ts": message.get("ts"),
        "edited": (message.get("edited") or {}).get("ts"),
        "bot": bot,
        "text_of": {key: message[key] for key in KEPT if key in message},
    }


def _enqueue(services: Services, body: Mapping[str, Any], kind: str, asked: Mapping[str, Any], lane: str) -> None:
    services.enqueue(services.team(body), kind, asked, lane=lane, event=str(body["event_id"]))
