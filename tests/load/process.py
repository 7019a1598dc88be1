"""The bot as a process of its own, as a host runs it: what it is asked over HTTP, how long that took, what it needs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import httpx
from slack_bolt import BoltRequest, BoltResponse

from tests.e2e.world import answers

ROOT = Path(__file__).resolve().parents[2]
PROC = Path("/proc")
ACK_SECONDS = 60.0
"""After so long a request is given up; by then it is measured as far too slow."""


def missing() -> str | None:
    """Why memory cannot be measured here; None where it can."""
    return None if (PROC / "self" / "statm").exists() else "there is no /proc to read a process's memory from"


def resident_mb(pid: int | str = "self") -> float:
    """The memory that a process has in use, in MB of 10^6 bytes."""
    pages = int((PROC / str(pid) / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def shares() -> float:
    """How many processes want each processor of this machine, one where it is idle."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def cpu_seconds(pid: int) -> float:
    """The CPU time that a process has taken, in seconds."""
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Served:
    """A bot that serves; it is asked as an app is, and notes how long each of its acknowledgements took."""

    address: str
    pid: int
    log: Path
    acks: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        limits = httpx.Limits(max_connections=64, max_keepalive_connections=64)
        self._client = httpx.Client(timeout=ACK_SECONDS, trust_env=False, limits=limits)

    @property
    def app(self) -> SimpleNamespace:
        """What takes a request, where a test would have the app itself."""
        return SimpleNamespace(dispatch=self._dispatch)

    def _dispatch(self, request: BoltRequest) -> BoltResponse:
        headers = {name: value[0] for name, value in request.headers.items()}
        began = time.monotonic()
        answer = self._client.post(f"{self.address}/slack/events", content=request.raw_body, headers=headers)
        self.acks.append(time.monotonic() - began)
        if answer.status_code != 200:
            self.refused.append(answer.status_code)
        return BoltResponse(status=answer.status_code, body=answer.text)


@contextmanager
def serving(settings: dict[str, str], folder: Path) -> Iterator[Served]:
    """A bot with these settings, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SLACK", "VERBATIM", "DATABASE"))}
    log = folder / "bot.log"
    with log.open("wb") as lines:
        running = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"],
            cwd=ROOT,
            env={**kept, **settings, "PORT": str(port)},
            stdout=lines,
            stderr=lines,
        )
    try:
        answers(f"http://127.0.0.1:{port}/healthz")
        yield Served(f"http://127.0.0.1:{port}", running.pid, log)
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(30)
