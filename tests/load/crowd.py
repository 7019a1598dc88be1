"""A newsroom in its busiest minute: many people at once, over HTTP, and when each of them was answered."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from random import Random
from types import SimpleNamespace
from typing import Any

from store import Store
from tests.load.drafts import chatter
from tests.load.process import Served
from tests.scenarios.slack import Slack
from tests.scenarios.web_api import WebApi

PEOPLE = [f"U0PERSON{number:02}" for number in range(40)]
CHANNELS = [f"C0CHANNL{number:02}" for number in range(20)]
NEWCOMERS = [f"U0NEWCOM{number:02}" for number in range(5)]
HANDS = 12
"""How many requests are under way at a time."""
_TITLE = re.compile(r"Draft (\d+) of the harbour desk")
_CORRECTED = 10
"""One message in so many is a corrected paragraph where it stands in a check's thread; the others are talk."""
_ROPES = ("wet", "old", "lost", "new", "long", "tarred", "thin", "heavy", "short", "grey", "borrowed")


class TimedApi(WebApi):
    """A Slack that notes when each message of the bot was posted."""

    def __init__(self) -> None:
        super().__init__()
        self.posted: dict[str, float] = {}
        self.kinds = dict.fromkeys(CHANNELS, "public")

    def _chat_postmessage(self, args: dict[str, Any]) -> dict[str, Any]:
        done = super()._chat_postmessage(args)
        if "ts" in done:
            self.posted[done["ts"]] = time.monotonic()
        return done


class Crowd(Slack):
    """The people of a newsroom, before a bot that serves."""

    def __init__(self, served: Served, store: Store, api: TimedApi) -> None:
        bot: Any = SimpleNamespace(app=served.app)
        super().__init__(bot, store, api)
        self._timed = api
        self._next = count(1)
        self.sent: dict[int, float] = {}

    def verify(self, number: int, draft: str, user: str) -> None:
        """Types ``/verify`` and a draft, whose number stands in its title."""
        self.sent[number] = time.monotonic()
        self.command(draft, user, CHANNELS[number % len(CHANNELS)])

    def talk(self, number: int, thread: dict[str, Any] | None) -> None:
        """Says something in a check's thread, whose ``own`` is a paragraph of it, or where the bot has no part."""
        user, words = PEOPLE[number % len(PEOPLE)], chatter(number)
        if thread is None:
            self.say(words, f"1741000000.{number:06}", user, CHANNELS[number % len(CHANNELS)])
        elif is_correction(number):
            corrected = thread["own"].replace("ropes", f"{_ROPES[number // _CORRECTED % len(_ROPES)]} ropes")
            self.say(corrected, thread["ts"], user, thread["channel"])
        else:
            self.say(words, thread["ts"], user, thread["channel"])

    def at_work(self) -> int:
        """How many jobs are not ended."""
        return self.store.jobs.waiting()

    def rest(self, seconds: float) -> float:
        """Waits until there is no work left; gives how long that was, and fails where it is longer than allowed."""
        began = time.monotonic()
        while self.at_work():
            assert time.monotonic() - began < seconds, f"{self.at_work()} jobs are not done after {seconds} s"
            time.sleep(0.2)
        return time.monotonic() - began

    def roots(self) -> dict[int, dict[str, Any]]:
        """The bot's root messages by the number of their draft."""
        found = {}
        for message in list(self.api.messages):
            title = _TITLE.search(str(message.get("blocks")))
            if title and "thread_ts" not in message and message["ts"] in self._timed.posted:
                found[int(title[1])] = message
        return found

    def waits(self) -> dict[int, float]:
        """How long each draft waited for the answer in its thread, in seconds, by its number."""
        first: dict[str, float] = {}
        for message in list(self.api.messages):
            if message.get("thread_ts") and message["ts"] in self._timed.posted:
                first.setdefault(message["thread_ts"], self._timed.posted[message["ts"]])
        roots = self.roots()
        return {number: first[root["ts"]] - self.sent[number] for number, root in roots.items() if root["ts"] in first}

    def _number(self, before: str) -> str:
        return f"{before}{next(self._next):06}"


def spread(doings: list[Callable[[], None]], seconds: float, seed: int = 1) -> float:
    """Does all this in so many seconds, evenly and in any order; gives by how much the last of it was late."""
    Random(seed).shuffle(doings)
    began, late = time.monotonic(), 0.0
    with ThreadPoolExecutor(HANDS) as hands:
        under_way = []
        for number, do in enumerate(doings):
            due = began + seconds * number / len(doings)
            time.sleep(max(0.0, due - time.monotonic()))
            under_way.append(hands.submit(do))
        for one in under_way:
            one.result()
        late = time.monotonic() - began - seconds
    return max(0.0, late)


def is_correction(number: int) -> bool:
    """Whether a message is a corrected paragraph, where it stands in a check's thread."""
    return number % _CORRECTED == 1
