"""The bot as real processes that are killed and started again: one on a SQLite file, or two on one PostgreSQL."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import httpx

from tests.crash.processes import started
from tests.scenarios.slack import SECOND, SIGNING, VERIFIER
from tests.scenarios.web_api import TOKEN, WebApi

READY_SECONDS = 60.0


class Bots:
    """The processes of one desk's bot, each at its own port."""

    def __init__(self, api: WebApi, database: str, folder: Path, count: int, seed: int) -> None:
        self._api, self._database, self._folder = api, database, folder
        self._random = Random(seed)
        self._ports = [_free_port() for _ in range(count)]
        self._processes: dict[int, BaseProcess] = {}
        self.kills = 0

    def address(self) -> str:
        """Where the next request goes: to any of the processes, as a balancer would send it, also to a dead one."""
        return f"http://127.0.0.1:{self._random.choice(self._ports)}/"

    def start(self) -> None:
        """Starts what does not run, and waits until it answers."""
        for port in self._ports:
            if port not in self._processes:
                self._processes[port] = started(["serve"], self._settings(port), self._folder / f"bot-{port}.log")
        for port in self._ports:
            self._wait(port)

    def kill(self) -> None:
        """Kills one process without a word."""
        port = self._random.choice(self._ports)
        process = self._processes.pop(port)
        process.kill()
        process.join()
        self.kills += 1

    def terminate(self) -> float:
        """Asks every process to stop, and gives the seconds that the slowest took, a minute at most."""
        began = time.monotonic()
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            process.join(60)
        self._processes.clear()
        return time.monotonic() - began

    def end(self) -> None:
        """Kills whatever runs."""
        for process in self._processes.values():
            process.kill()
            process.join()
        self._processes.clear()

    def log(self) -> str:
        """What all the processes wrote."""
        return "".join(path.read_text(errors="replace") for path in sorted(self._folder.glob("bot-*.log")))

    def _settings(self, port: int) -> dict[str, str]:
        return {
            "VERBATIM_DB": self._database,
            "SLACK_API_URL": f"{self._api.url}api/",
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING,
            "PORT": str(port),
            "VERBATIM_OUTLET": "Weir Gazette",
            "VERBATIM_VERIFIERS": f"{VERIFIER},{SECOND}",
            "VERBATIM_USER_LIMIT": "0",
            "VERBATIM_CHANNEL_LIMIT": "0",
        }

    def _wait(self, port: int) -> None:
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until:
            if self._processes[port].exitcode is not None:
                break
            try:
                if httpx.get(f"http://127.0.0.1:{port}/healthz", trust_env=False, timeout=5).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.02)
        raise AssertionError(f"the bot does not answer:\n{self.log()[-3000:]}")


@contextmanager
def bots(api: WebApi, database: str, folder: Path, count: int, seed: int) -> Iterator[Bots]:
    """Running processes of the bot; nothing of them is left at the end."""
    running = Bots(api, database, folder, count, seed)
    try:
        running.start()
        yield running
    finally:
        running.end()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
