"""The buttons: decisions that are made at a click, and those that want a window first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.errors import VerbatimError
from bot.render.findings import counts
from bot.render.slack import Block, dispute_window, message_window, store_window, title_of, verify_window
from handlers.answering import report_of
from handlers.deciding import Target, quote_in, stored_of, target_of, thread_in
from handlers.problems import slack_problems
from handlers.services import Services

AT_ONCE = {
    "ignore": ("choose", {"choice": "ignore"}),
    "not_right": ("choose", {"choice": "not_right"}),
    "undo": ("undo", {}),
    "confirm": ("confirm", {}),
    "share": ("share", {}),
    "show": ("show", {}),
    "show_all": ("show_all", {}),
    "check_again": ("again", {}),
    "report": ("report", {}),
}
WINDOWS = ("verify", "dispute", "store_all")
QUESTIONS = ("show", "show_all", "again", "report")
"""What is asked of the bot with a button, and counts; all else is decided with one."""


def register(app: App, services: Services) -> None:
    """Listens to every button of the bot."""
    for action in AT_ONCE:
        _listen_at_once(app, services, action)
    for action in WINDOWS:
        _listen_window(app, services, action)


def _listen_at_once(app: App, services: Services, action: str) -> None:
    kind, more = AT_ONCE[action]

    @app.action(action)
    def clicked(ack: Ack, body: dict[str, Any]) -> None:
        pressed = body["actions"][0]
        if pressed.get("value"):
            _enqueue(services, body, kind, {**_about(body), "target": pressed["value"], **more})
        ack()


def _listen_window(app: App, services: Services, action: str) -> None:
    @app.action(action)
    def clicked(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        team, about = services.team(body), _about(body)
        try:
            services.roles.require(team, str(about["user"]))
            target = target_of(body["actions"][0]["value"])
            window = _window(services, team, action, target, about)
        except VerbatimError as refused:
            window = message_window("Verbatim", refused.for_editor)
        with slack_problems():
            client.views_open(trigger_id=body["trigger_id"], view=window)
        ack()


def _window(services: Services, team: str, action: str, target: Target, about: Mapping[str, Any]) -> Block:
    """The window of a decision, filled in with what the check knows; raises ``StoreError``."""
    thread = thread_in(services.store.threads.of_check(team, target.check_id), about["channel"], target)
    metadata = json.dumps({"target": target.value, "channel": thread.channel, "thread": thread.ts})
    scope = services.store.scope(thread.place.team, thread.place.channel)
    if action == "dispute":
        stored = stored_of(scope, target)
        return dispute_window(metadata, stored.text, stored.speaker)
    report = report_of(scope.check(target.check_id))
    if action == "store_all":
        return store_window(metadata, title_of(report.article), len(report.quotes), counts(report).holds)
    quote = quote_in(report, target).quote
    link = thread.about.get("source", {}).get("link") or report.article.link
    return verify_window(metadata, quote.text, quote.speaker or quote.speaker_as_written, quote.said_on, link)


def _about(body: Mapping[str, Any]) -> dict[str, Any]:
    """Where and by whom a button was pressed."""
    container, message = body.get("container") or {}, body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id")
    ts = container.get("message_ts") or message.get("ts")
    thread = message.get("thread_ts") or container.get("thread_ts") or ts
    return {
        "user": body["user"]["id"],
        "channel": channel,
        "thread": thread,
        "respond": body.get("response_url"),
    }


def _enqueue(services: Services, body: Mapping[str, Any], kind: str, asked: Mapping[str, Any]) -> None:
    pressed = body["actions"][0]
    event = f"click:{asked['user']}:{pressed.get('action_ts') or body.get('trigger_id')}:{pressed['action_id']}"
    lane = f"{asked['channel']}:{asked['thread']}"
    write = services.ask_or_say if kind in QUESTIONS else services.enqueue
    write(services.team(body), kind, asked, lane=lane, event=event)
