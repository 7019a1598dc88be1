"""A Slack without Slack, from the stand-in beside the project: emulator, strict proxy, the bot, and its people.

The stand-in (``../shared/slack``) is copied to a folder that goes with it, where its node packages are installed.
Everything listens on loopback.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = ROOT.parent / "shared" / "slack"
TOKEN, SECRET = "xoxb-judge-bot", "judge-signing-secret"


def missing() -> str | None:
    """Why the story cannot be told here; None where it can."""
    if not STAND_IN.is_dir():
        return f"there is no stand-in for Slack at {STAND_IN}"
    if not shutil.which("node") or not shutil.which("npm"):
        return "node is not installed"
    return None


@dataclass
class Newsroom:
    """The people of a newsroom, their Slack, and the log of all that the bot asked of it."""

    folder: Path
    driver: Any
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def calls(self, method: str | None = None) -> list[dict[str, Any]]:
        """What the bot asked of Slack, in order."""
        lines = map(json.loads, (self.folder / "calls.jsonl").read_text(encoding="utf-8").splitlines())
        return [line for line in lines if line.get("kind") == "api" and method in (None, line["method"])]

    def of_bot(self, channel: str, thread: str | None = None) -> list[dict[str, Any]]:
        """The bot's messages in a channel, or in one thread of it, oldest first."""
        if thread is None:
            return list(self.driver.messages(channel, by="verbatim"))
        return list(self.driver.thread(channel, thread, by="verbatim"))

    def wait(self, see: Callable[[], Any], what: str, seconds: float = 10.0) -> Any:
        """What is seen as soon as it is there; raises ``AssertionError`` with what was waited for."""
        found = self.driver.wait(see, seconds)
        assert found, f"waited {seconds} s in vain: {what}"
        return found

    def judged(self) -> subprocess.CompletedProcess[str]:
        """The recorded calls held against Slack's limits and types."""
        asked = [sys.executable, "blockcheck.py", str(self.folder / "calls.jsonl")]
        return subprocess.run(asked, cwd=self.folder / "slack", capture_output=True, text=True, timeout=300)


@contextmanager
def newsroom(pages: dict[str, str], settings: dict[str, str] | None = None) -> Iterator[Newsroom]:
    """A running newsroom whose web site has these pages (path to HTML); everything stops at the end."""
    with tempfile.TemporaryDirectory(prefix="verbatim-e2e-", ignore_cleanup_errors=True) as name, _site(pages) as site:
        folder = Path(name)
        slack = _stand_in(folder)
        emulator, proxy, port = (_free_port() for _ in range(3))
        sys.path.insert(0, str(slack))
        from slackdrive import World

        events = f"http://127.0.0.1:{port}/slack/events"
        room = Newsroom(folder, World(events, f"http://127.0.0.1:{proxy}", SECRET))
        room.driver.site = site
        try:
            _start(room, ["node", "emulator.mjs", "seed.json", str(emulator), f"http://127.0.0.1:{proxy}"], slack)
            log = ["--log", str(folder / "calls.jsonl"), "--app", events, "--port", str(proxy)]
            upstream = ["--upstream", f"http://127.0.0.1:{emulator}"]
            _start(room, [sys.executable, "strictproxy.py", *log, *upstream], slack)
            answers(f"http://127.0.0.1:{proxy}/_judge/state")
            people = {"VERBATIM_VERIFIERS": room.driver.uid("editor")}
            _start(
                room,
                [sys.executable, "-m", "bot", "serve"],
                ROOT,
                _settings(folder, proxy, port, site, people | (settings or {})),
            )
            answers(f"http://127.0.0.1:{port}/healthz")
            room.driver.members("newsdesk", ["verbatim", "editor", "reporter"])
            room.driver.members("investigations", ["verbatim", "editor"])
            room.driver.members("sports", ["editor"])
            room.driver.subscribe(["message", "file_shared"])
            yield room
        finally:
            sys.path.remove(str(slack))
            _stop(room)


def log_of(room: Newsroom) -> str:
    """What the bot wrote to its log."""
    return (room.folder / "bot.log").read_text(encoding="utf-8", errors="replace")


def _settings(folder: Path, proxy: int, port: int, site: str, more: dict[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SLACK", "VERBATIM", "DATABASE"))}
    own = {
        "SLACK_API_URL": f"http://127.0.0.1:{proxy}/api/",
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "PORT": str(port),
        "VERBATIM_DB": str(folder / "desk.db"),
        "VERBATIM_OUTLET": "Harbour Post",
        "VERBATIM_ALLOW_HOSTS": site,
    }
    return {**kept, **own, **more}


def _stand_in(folder: Path) -> Path:
    slack = folder / "slack"
    shutil.copytree(STAND_IN, slack, ignore=shutil.ignore_patterns("node_modules"))
    for path in (slack, *slack.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund"], cwd=slack, check=True, capture_output=True, timeout=300
    )
    return slack


def _start(room: Newsroom, command: Sequence[str], cwd: Path, env: dict[str, str] | None = None) -> None:
    name = "bot" if env else Path(command[1]).stem
    with (room.folder / f"{name}.log").open("wb") as log:
        room.processes.append(subprocess.Popen(command, cwd=cwd, env=env, stdout=log, stderr=log))


def _stop(room: Newsroom) -> None:
    for process in reversed(room.processes):
        process.send_signal(signal.SIGTERM)
    for process in room.processes:
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def answers(address: str) -> None:
    """Waits until something answers at an address, half a minute at most."""
    for _ in range(300):
        try:
            if httpx.get(address, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _site(pages: dict[str, str]) -> Iterator[str]:
    """A web site on loopback; gives its ``host:port``."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(403 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((body or "no").encode())

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the story is told by the script."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
