"""A Slack of our own on loopback: it keeps what the bot posts, refuses what Slack refuses, and fails on order."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.render.slack import Message
from tests.render.slack.limits import refused, refused_view

TEAM, BOT, TOKEN = "T0DESK0001", "U0BOT00001", "xoxb-42-keep-me-out-of-the-log"
NOON = 1_741_262_400  # 6 March 2025, 12:00 UTC
Answer = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True)
class Call:
    """One call of the Web API, its arguments as they were meant."""

    method: str
    args: dict[str, Any]
    token: str = ""


@dataclass
class Fault:
    """What a method answers instead of its own answer, so many times.

    ``done`` does what was asked all the same, ``late`` after the delay, when nobody may wait for it any more.
    """

    method: str
    error: str = "internal_error"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    times: int = 1
    done: bool = False
    late: bool = False


class WebApi(ThreadingHTTPServer):
    """The conversations of one workspace and everything that was asked about them."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.calls: list[Call] = []
        self.messages: list[dict[str, Any]] = []
        self.told: list[dict[str, Any]] = []
        self.views: list[dict[str, Any]] = []
        self.homes: dict[str, dict[str, Any]] = {}
        self.kinds: dict[str, str] = {}
        self.away: set[str] = set()
        self.files: dict[str, dict[str, Any]] = {}
        self.contents: dict[str, tuple[str, bytes]] = {}
        self.groups: dict[str, list[str]] = {}
        self.faults: list[Fault] = []
        self.uploads: list[dict[str, Any]] = []
        self.teams = {TOKEN: TEAM}
        self._ticks = 0
        self._lock = threading.RLock()

    @property
    def url(self) -> str:
        """The base address, as SLACK_API_URL would have it without ``api/``."""
        return f"http://127.0.0.1:{self.server_port}/"

    def tick(self) -> str:
        """The next message's ``ts``: seconds after noon of one day."""
        with self._lock:
            self._ticks += 1
            return f"{NOON + self._ticks}.{self._ticks:06}"

    def fault(self, method: str, error: str = "internal_error", **more: Any) -> None:
        """Orders a fault of the next calls of a method."""
        self.faults.append(Fault(method, error, **more))

    def asked(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of a method."""
        return [call.args for call in self.calls if call.method == method]

    def message(self, channel: str, ts: str) -> dict[str, Any]:
        """A message as it stands now."""
        return next(one for one in self.messages if (one["channel"], one["ts"]) == (channel, ts))

    def drop(self, name: str, content: bytes, kind: str = "application/octet-stream", **more: Any) -> dict[str, Any]:
        """A file somebody dropped, as a message names it."""
        number = f"F{len(self.files) + 1:08}"
        self.contents[f"/files/{number}"] = (kind, content)
        address = f"{self.url}files/{number}"
        self.files[number] = {"id": number, "name": name, "size": len(content), "url_private_download": address, **more}
        return {"id": number, "name": name, "mode": "hosted"}

    def answer(self, call: Call) -> Answer:
        """What Slack answers to a call, or the fault that was ordered."""
        with self._lock:
            self.calls.append(call)
            fault = next((one for one in self.faults if one.method == call.method and one.times), None)
            if fault is None:
                return _json(self._done(call))
            fault.times -= 1
            if fault.done:
                self._done(call)
        time.sleep(fault.delay)
        if fault.late:
            with self._lock:
                return _json(self._done(call))
        return _json({"ok": False, "error": fault.error}, fault.status, fault.headers)

    def _done(self, call: Call) -> dict[str, Any]:
        verb = getattr(self, "_" + call.method.replace(".", "_").lower(), None)
        if verb is None:
            return {"ok": False, "error": "unknown_method"}
        if call.token not in self.teams and call.method != "oauth.v2.access":
            return {"ok": False, "error": "invalid_auth"}
        answer: dict[str, Any] = verb({**call.args, "team": self.teams.get(call.token)})
        return {"ok": "error" not in answer, **answer}

    def _auth_test(self, args: dict[str, Any]) -> dict[str, Any]:
        return {
            "team_id": args["team"], "user_id": BOT, "bot_id": "B0BOT00001", "user": "verbatim", "team": "Weir Gazette",
            "url": "https://weir-gazette.example/",
        }  # fmt: skip

    def _oauth_v2_access(self, args: dict[str, Any]) -> dict[str, Any]:
        team = args["code"]
        token = f"xoxb-{team}-keep-me-out-of-the-log"
        self.teams[token] = team
        return {
            "app_id": "A0VERBATIM", "authed_user": {"id": "U0OWNER001"}, "scope": "commands,chat:write",
            "token_type": "bot", "access_token": token, "bot_user_id": BOT, "team": {"id": team, "name": "Sluice"},
            "enterprise": None, "is_enterprise_install": False,
        }  # fmt: skip

    def _conversations_info(self, args: dict[str, Any]) -> dict[str, Any]:
        kind = self.kinds.get(args["channel"])
        if kind is None or (kind != "public" and args["channel"] in self.away):
            return {"error": "channel_not_found"}
        about = {"is_private": kind == "private", "is_im": kind == "im", "is_ext_shared": kind == "shared"}
        return {"channel": {"id": args["channel"], "name": kind, **about}}

    def _chat_postmessage(self, args: dict[str, Any]) -> dict[str, Any]:
        refusal = self._refusal(args)
        if refusal:
            return {"error": refusal}
        message = {**_shown(args), "channel": args["channel"], "ts": self.tick(), "user": BOT, "bot_id": "B0BOT00001"}
        message |= {key: args[key] for key in ("thread_ts", "metadata") if args.get(key)}
        self.messages.append(message)
        return {"channel": args["channel"], "ts": message["ts"], "message": message}

    def _chat_update(self, args: dict[str, Any]) -> dict[str, Any]:
        refusal = self._refusal(args)
        if refusal:
            return {"error": refusal}
        for one in self.messages:
            if (one["channel"], one["ts"], one["user"]) == (args["channel"], args["ts"], BOT):
                one.update(_shown(args))
                return {"channel": args["channel"], "ts": args["ts"]}
        return {"error": "message_not_found"}

    def _chat_postephemeral(self, args: dict[str, Any]) -> dict[str, Any]:
        refusal = self._refusal(args)
        if refusal:
            return {"error": refusal}
        self.told.append({**args, "how": "ephemeral"})
        return {"message_ts": self.tick()}

    def _refusal(self, args: Mapping[str, Any]) -> str:
        channel = args["channel"]
        if channel in self.away:
            return "not_in_channel" if self.kinds.get(channel) == "public" else "channel_not_found"
        if channel not in self.kinds and not channel.startswith("U"):
            return "channel_not_found"
        return "invalid_blocks" if refused(Message(args["text"], tuple(args["blocks"]))) else ""

    def _views_open(self, args: dict[str, Any]) -> dict[str, Any]:
        if refused_view(args["view"]):
            return {"error": "invalid_arguments"}
        view = {**args["view"], "id": f"V{len(self.views) + 1:08}", "trigger_id": args["trigger_id"]}
        self.views.append(view)
        return {"view": view}

    def _views_publish(self, args: dict[str, Any]) -> dict[str, Any]:
        if refused_view(args["view"]):
            return {"error": "invalid_arguments"}
        self.homes[args["user_id"]] = args["view"]
        return {"view": args["view"]}

    def _files_info(self, args: dict[str, Any]) -> dict[str, Any]:
        found = self.files.get(args["file"]) or next((one for one in self.uploads if one["id"] == args["file"]), None)
        return {"file": {**found, "content": None}} if found else {"error": "file_not_found"}

    def _usergroups_users_list(self, args: dict[str, Any]) -> dict[str, Any]:
        found = self.groups.get(args["usergroup"])
        return {"error": "no_such_subteam"} if found is None else {"users": found}

    def _conversations_history(self, args: dict[str, Any]) -> dict[str, Any]:
        here = [one for one in self.messages if one["channel"] == args["channel"] and not one.get("thread_ts")]
        return {"messages": here[::-1][: int(args["limit"])]}

    def _conversations_replies(self, args: dict[str, Any]) -> dict[str, Any]:
        here = [one for one in self.messages if one["channel"] == args["channel"]]
        thread = [one for one in here if args["ts"] in (one["ts"], one.get("thread_ts"))]
        return {"messages": thread[: int(args["limit"])]} if thread else {"error": "thread_not_found"}

    def _files_getuploadurlexternal(self, args: dict[str, Any]) -> dict[str, Any]:
        number = f"F{len(self.uploads) + 900:08}"
        self.uploads.append({"id": number, "name": args["filename"]})
        return {"upload_url": f"{self.url}upload/{number}", "file_id": number}

    def _files_completeuploadexternal(self, args: dict[str, Any]) -> dict[str, Any]:
        for named in args["files"]:
            upload = next(one for one in self.uploads if one["id"] == named["id"])
            upload |= {"title": named.get("title"), "channel": args["channel_id"], "thread_ts": args.get("thread_ts")}
            upload["shares"] = {"public": {args["channel_id"]: [{"thread_ts": args.get("thread_ts")}]}}
        return {"files": args["files"]}


class _Handler(BaseHTTPRequestHandler):
    server: WebApi

    def do_GET(self) -> None:
        kind, content = self.server.contents.get(self.path, ("text/plain", b""))
        self.server.calls.append(Call(self.path, {}, self._token()))
        allowed = self._token() in self.server.teams
        known = self.path in self.server.contents
        self._send((200 if known and allowed else 404, {"Content-Type": kind}, content))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urlsplit(self.path).path
        if path.startswith("/upload/"):
            next(one for one in self.server.uploads if one["id"] == path[8:])["content"] = body
            self._send(_json({"ok": True}))
        elif path.startswith("/_resp/"):
            self.server.calls.append(Call("response_url", json.loads(body)))
            self.server.told.append({**json.loads(body), "how": "response_url", "address": path})
            self._send((200, {}, b"ok"))
        else:
            args = self._args(body)
            self._send(
                self.server.answer(Call(path.removeprefix("/api/"), args, args.pop("token", "") or self._token()))
            )

    def _token(self) -> str:
        return (self.headers.get("Authorization") or "").removeprefix("Bearer ")

    def _args(self, body: bytes) -> dict[str, Any]:
        if "json" in (self.headers.get("Content-Type") or ""):
            return dict(json.loads(body or b"{}"))
        read = {key: values[0] for key, values in parse_qs(body.decode(), keep_blank_values=True).items()}
        return {key: json.loads(one) if one[:1] in ("[", "{") and key != "text" else one for key, one in read.items()}

    def _send(self, answer: Answer) -> None:
        status, headers, body = answer
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def _shown(args: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": args["text"], "blocks": args["blocks"]}


def _json(answer: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    return status, {"Content-Type": "application/json", **(headers or {})}, json.dumps(answer).encode()


@contextmanager
def web_api() -> Iterator[WebApi]:
    """A Slack for the time of a test."""
    api = WebApi()
    with serving(api):
        yield api


@contextmanager
def serving(api: WebApi) -> Iterator[None]:
    """Lets a Slack answer until the end of the block."""
    thread = threading.Thread(target=api.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        api.shutdown()
        api.server_close()
        thread.join(5)
