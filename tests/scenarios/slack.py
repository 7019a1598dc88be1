"""People at work in Slack, as the bot meets them: signed requests, real buttons of real messages, and jobs done."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from slack_bolt import BoltRequest, BoltResponse

from bot.render.slack import Message
from handlers.serving import Bot
from store import Store
from store.place import DESK
from store.quotes import QuoteRow
from tests.render.slack.limits import nodes

from .web_api import BOT, TEAM, WebApi

SIGNING = "a-signing-secret"
EDITOR, VERIFIER, SECOND, STRANGER = "U0EDITOR01", "U0VERIFY01", "U0SECOND01", "U0STRANGE1"
NEWS, OTHER, CLOSED, SHARED = "C0NEWS0001", "C0OTHER001", "C0CLOSED01", "C0SHARED01"
UNFORESEEN = "Something went wrong in the bot itself"


class Slack:
    """The desk's Slack: what people do in it, and what the bot has made of it.

    While it ``stutters`` it sends the same trigger, or click, with everything that it sends.
    """

    def __init__(self, bot: Bot, store: Store, api: WebApi) -> None:
        self.bot, self.store, self.api = bot, store, api
        self.stutters = False
        self._numbers = 0

    def stored(self, words: str, speaker: str, channel: str | None = None, **more: Any) -> int:
        """Puts a verified quote into the store; gives its number."""
        scope = self.store.scope(DESK, channel)
        return scope.verify(
            QuoteRow(words, speaker, source=more.pop("source", "Weir Gazette"), **more), VERIFIER
        ).quote_id

    def work(self, *, foreseen: bool = True) -> list[dict[str, Any]]:
        """Does every job that is due; gives the messages that were posted meanwhile."""
        before = len(self.api.messages)
        while (job := self.store.jobs.claim()) is not None:
            self.bot.workers.do(job)
        if foreseen:
            assert [] == [why for _, why in self.store.jobs.given_up() if why.startswith(UNFORESEEN)]
        return self.api.messages[before:]

    def later(self) -> list[dict[str, Any]]:
        """The same, after the time for which jobs were put back or claimed."""
        self.change("UPDATE job SET due = '2001' WHERE state IN ('waiting', 'taken')")
        return self.work()

    def change(self, sql: str, *values: object) -> None:
        """Changes a row of the store behind the bot's back, as time or another process would."""
        with self.store._connections.writing() as db:
            db.execute(sql, values)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the store."""
        with self.store._connections.reading() as db:
            return [tuple(row) for row in db.execute(sql, values)]

    def jobs(self) -> int:
        """How many jobs were ever written down."""
        return int(self.rows("SELECT count(*) FROM job")[0][0])

    # what people do

    def command(self, text: str, user: str = EDITOR, channel: str = NEWS, **more: Any) -> BoltResponse:
        """Types ``/verify`` and some words."""
        form = {
            "token": "old", "team_id": TEAM, "team_domain": "weir", "channel_id": channel, "channel_name": "news",
            "user_id": user, "user_name": "kim", "command": "/verify", "text": text, "api_app_id": "A0VERBATIM",
            "response_url": self._response_url(), "trigger_id": self._number("trigger"),
        }  # fmt: skip
        return self.dispatch(urlencode(form | {key: more.pop(key) for key in ("team_id",) if key in more}), **more)

    def say(
        self,
        text: str,
        thread: str | None = None,
        user: str = EDITOR,
        channel: str = NEWS,
        *,
        files: Sequence[Mapping[str, Any]] = (),
        blocks: bool = True,
        tell: bool = True,
        **more: Any,
    ) -> dict[str, Any]:
        """Posts a message, and Slack tells the bot; gives the message."""
        message = {"channel": channel, "ts": self.api.tick(), "user": user, "text": _escaped(text)}
        message |= {"blocks": [rich(text)]} if blocks and text else {}
        message |= {"thread_ts": thread} if thread else {}
        message |= {"files": list(files)} if files else {}
        message |= more
        self.api.messages.append(message)
        if tell:
            subtype = {"subtype": "file_share"} if files else {}
            self.event({"type": "message", "channel_type": "channel", **message, **subtype})
        return message

    def mention(
        self, text: str = "", thread: str | None = None, user: str = EDITOR, channel: str = NEWS, **more: Any
    ) -> dict[str, Any]:
        """Posts a message that names the bot: Slack tells of it twice, as a message and as a mention."""
        words = [{"type": "user", "user_id": BOT}, *([{"type": "text", "text": f" {text}"}] if text else [])]
        blocks = [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": words}]}]
        said = self.say(f"<@{BOT}> {text}", thread, user, channel, blocks=False, tell=False, **more)
        said |= {"text": f"<@{BOT}> {_escaped(text)}".strip(), "blocks": blocks}
        subtype = {"subtype": "file_share"} if "files" in said else {}
        self.event({"type": "app_mention", **said})
        self.event({"type": "message", "channel_type": "channel", **said, **subtype})
        return said

    def edit(self, message: dict[str, Any], text: str, **more: Any) -> BoltResponse:
        """Changes the words of a message."""
        before = dict(message)
        message |= {"text": _escaped(text), "blocks": [rich(text)], "edited": {"user": message["user"], "ts": "1.0"}}
        return self.changed(message, before, **more)

    def changed(self, now: Mapping[str, Any], before: Mapping[str, Any], **more: Any) -> BoltResponse:
        """Tells the bot that a message is another now."""
        event = {"type": "message", "subtype": "message_changed", "hidden": True, "channel": now["channel"]}
        inner = [{key: one[key] for key in one if key != "channel"} for one in (now, before)]
        return self.event(
            {**event, "ts": self.api.tick(), "message": {"type": "message", **inner[0]}, "previous_message": inner[1]},
            **more,
        )

    def click(
        self, message: Mapping[str, Any], action: str, user: str = EDITOR, at: int = 0, **more: Any
    ) -> BoltResponse:
        """Presses the button of a message that says so, as it stands there now."""
        pressed = self.button(message, action, at)
        about = {
            "type": "message",
            "message_ts": message["ts"],
            "channel_id": message["channel"],
            "is_ephemeral": False,
        }
        payload = {
            "type": "block_actions", "channel": {"id": message["channel"], "name": "news"}, "message": dict(message),
            "container": about, "actions": [{**pressed, "action_ts": self._number("1.")}],
            "response_url": self._response_url(),
        }  # fmt: skip
        return self.interact(payload, user, **more)

    def button(self, message: Mapping[str, Any], action: str, at: int = 0) -> dict[str, Any]:
        """The button of a message that stands for an action; the test fails where it has none."""
        found = [node for node in nodes(list(message["blocks"])) if node.get("action_id") == action]
        assert len(found) > at, f"no button {action} in: {seen(message)}"
        return {key: found[at][key] for key in ("type", "action_id", "value", "text") if key in found[at]}

    def click_home(self, user: str, action: str, **more: Any) -> BoltResponse:
        """Presses a button of somebody's own home."""
        pressed = self.button(self.api.homes[user], action)
        view = {**self.api.homes[user], "id": "V0HOME0001", "type": "home"}
        payload = {
            "type": "block_actions", "view": view, "container": {"type": "view", "view_id": "V0HOME0001"},
            "actions": [{**pressed, "action_ts": self._number("1.")}],
        }  # fmt: skip
        return self.interact(payload, user, **more)

    def submit(
        self, view: Mapping[str, Any], values: Mapping[str, Any] | None = None, user: str = EDITOR, **more: Any
    ) -> BoltResponse:
        """Sends a window off, its fields filled in by name; the others keep what they came with."""
        given = dict(values or {})
        fields: dict[str, Any] = {}
        for block in view["blocks"]:
            if block["type"] == "input":
                element = block["element"]
                state = _state(element, given.pop(block["block_id"], element.get("initial_value")))
                fields[block["block_id"]] = {element["action_id"]: state}
        assert not given, f"no fields {list(given)}"
        sent = {**view, "team_id": TEAM, "hash": "1.2", "state": {"values": fields}}
        return self.interact({"type": "view_submission", "view": sent, "response_urls": []}, user, **more)

    def shortcut(self, message: Mapping[str, Any], user: str = EDITOR, **more: Any) -> BoltResponse:
        """Picks **Check quotes** in the menu of a message."""
        payload = {
            "type": "message_action", "callback_id": "check_quotes", "action_ts": self._number("1."),
            "channel": {"id": message["channel"], "name": "news"}, "message_ts": message["ts"],
            "message": {"type": "message", **message}, "response_url": self._response_url(),
        }  # fmt: skip
        return self.interact(payload, user, **more)

    def open_home(self, user: str = EDITOR) -> dict[str, Any]:
        """Opens the app's home; gives what is shown there."""
        self.event({"type": "app_home_opened", "user": user, "channel": "D0HOME0001", "tab": "home"})
        self.work()
        return self.api.homes[user]

    def event(self, event: Mapping[str, Any], event_id: str | None = None, **more: Any) -> BoltResponse:
        """Tells the bot of something, as Slack's Events API does."""
        team = more.pop("team_id", TEAM)
        body = {
            "token": "old", "team_id": team, "api_app_id": "A0VERBATIM", "type": "event_callback",
            "event": dict(event), "event_id": event_id or self._number("Ev"), "event_time": int(time.time()),
            "authorizations": [{"enterprise_id": None, "team_id": team, "user_id": BOT, "is_bot": True}],
        }  # fmt: skip
        return self.dispatch(json.dumps(body), "application/json", **more)

    def interact(self, payload: Mapping[str, Any], user: str, **more: Any) -> BoltResponse:
        """Sends what Slack sends of a button, a window or a menu."""
        team = more.pop("team_id", TEAM)
        full = {
            "team": {"id": team, "domain": "weir"}, "user": {"id": user, "username": "kim", "team_id": team},
            "api_app_id": "A0VERBATIM", "token": "old", "trigger_id": self._number("trigger"), **payload,
        }  # fmt: skip
        return self.dispatch(urlencode({"payload": json.dumps(full)}), **more)

    def dispatch(
        self,
        body: str,
        kind: str = "application/x-www-form-urlencoded",
        *,
        age: int = 0,
        secret: str = SIGNING,
    ) -> BoltResponse:
        """A request as Slack signs it."""
        at = str(int(time.time()) - age)
        signature = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {"content-type": kind, "x-slack-request-timestamp": at, "x-slack-signature": f"v0={signature}"}
        return self.bot.app.dispatch(BoltRequest(body=body, headers=headers))

    # what there is to see

    def root(self, channel: str = NEWS) -> dict[str, Any]:
        """The bot's latest root message in a channel: the one with the counts."""
        ids = [ts for (ts,) in self.rows("SELECT root FROM thread WHERE channel = ? ORDER BY id", channel)]
        return self.api.message(channel, ids[-1])

    def thread(self, root: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The bot's answers below a root message, or beside it where it stands in a thread itself."""
        under = root.get("thread_ts") or root["ts"]
        here = [one for one in self.api.messages if one["channel"] == root["channel"] and one["user"] == BOT]
        return [one for one in here if one.get("thread_ts") == under and one["ts"] != root["ts"]]

    def told(self) -> str:
        """What was last said privately."""
        return seen(self.api.told[-1])

    def checked(self, text: str, **more: Any) -> dict[str, Any]:
        """Has a text checked by the command; gives the root message, which stands as it is drawn anew."""
        assert 200 == self.command(text, **more).status
        self.work()
        return self.root(more.get("channel", NEWS))

    def _number(self, before: str) -> str:
        self._numbers += not self.stutters
        return f"{before}{self._numbers:06}"

    def _response_url(self) -> str:
        return f"{self.api.url}_resp/{self._number('')}"


def rich(text: str) -> dict[str, Any]:
    """Words as Slack's composer keeps them."""
    words = [{"type": "text", "text": text}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": words}]}


def seen(message: Mapping[str, Any] | Message) -> str:
    """What a reader sees of a message, a window or a home: a line a part, buttons in brackets, people by id."""
    blocks = message["blocks"] if isinstance(message, Mapping) else message.blocks
    return "\n".join(_seen(block) for block in blocks)


def everything(messages: Sequence[Mapping[str, Any]]) -> str:
    """What a reader sees of several messages."""
    return "\n".join(seen(one) for one in messages)


def _seen(node: Any) -> str:
    if isinstance(node, list):
        return "\n".join(_seen(one) for one in node)
    kind = node.get("type")
    if kind in ("button", "plain_text_input"):
        return f"[{node['text']['text']}]" if kind == "button" else ""
    if kind == "rich_text_section" or kind == "rich_text_quote":
        return "".join(_seen(one) for one in node["elements"])
    if kind in ("user", "emoji"):
        return f"<@{node['user_id']}>" if kind == "user" else f":{node['name']}:"
    text = node.get("text")
    if isinstance(text, str):
        return text
    inner = [
        node[key] for key in ("text", "label", "hint", "elements", "element") if isinstance(node.get(key), dict | list)
    ]
    return "\n".join(_seen(one) for one in inner)


def _state(element: Mapping[str, Any], value: Any) -> dict[str, Any]:
    kind = element["type"]
    if kind == "rich_text_input":
        return {"type": kind, "rich_text_value": rich(value) if isinstance(value, str) else value}
    if kind == "file_input":
        return {"type": kind, "files": list(value or ())}
    if kind == "datepicker":
        return {"type": kind, "selected_date": value}
    if kind == "static_select":
        return {"type": kind, "selected_option": {"value": value} if value else None}
    return {"type": kind, "value": value}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
