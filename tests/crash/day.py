"""An editor's day in requests: each story is one article, checked, corrected, decided on, asked about.

What was asked, and whether the bot acknowledged it, is written into the ledger; what came of it is seen in Slack.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from itertools import count
from random import Random
from typing import Any

from tests.crash.ledger import Asked, Ledger
from tests.crash.slack import People
from tests.scenarios.articles import COTTAGES, KEYS, LOCKS
from tests.scenarios.slack import NEWS, OTHER, VERIFIER
from tests.scenarios.web_api import BOT

PATIENCE = 180.0
"""Seconds that an editor waits for the answer that a story goes on from; the bot may be killed often meanwhile."""
PRESSES = 6
"""How often somebody presses a button that Slack says has failed."""
ROWS = 300
_STORIES = count(1)


class Day:
    """One editor who works through stories until it is evening."""

    def __init__(self, people: People, ledger: Ledger, seed: int) -> None:
        self._people, self._ledger, self._random = people, ledger, Random(seed)
        self.evening = threading.Event()

    def work(self) -> None:
        """Story after story."""
        try:
            while not self.evening.is_set():
                self._story(next(_STORIES))
        except Exception as unforeseen:  # noqa: BLE001 - whatever it was, the ledger tells it
            self._ledger.broken.append(repr(unforeseen))

    def _story(self, number: int) -> None:
        title, channel = f"Pump house diary {number:05}", self._random.choice((NEWS, OTHER))
        checked = self._ask("check", title, lambda: self._people.command(article(number), channel=channel).status)
        root = self._awaited(lambda: self._ledger.done(title)) if checked.acknowledged else None
        if root is None:
            self.evening.wait(0.3)
            return
        steps = [self._find, self._correct, self._verify, self._ignore, self._report, self._import, self._mention]
        self._random.shuffle(steps)
        for step in steps[: self._random.randint(2, len(steps))]:
            step(number, root)
            if self.evening.wait(self._random.random()):
                return

    def _find(self, number: int, root: Mapping[str, Any]) -> None:
        self._ask("find", f"find {number}", lambda: self._people.command("find cottage year").status)

    def _correct(self, number: int, root: Mapping[str, Any]) -> None:
        """The altered quote put right, told by Slack until the bot has taken it."""
        right = paragraphs(number, right=True)[1]
        said = self._people.say(right, root["ts"], channel=root["channel"], tell=False)
        told = {"type": "message", "channel_type": "channel", **said}
        self._ask("correct", f"correct {number}", lambda: self._people.event(told).status, root["ts"])

    def _mention(self, number: int, root: Mapping[str, Any]) -> None:
        """Another article, checked where it was posted."""
        title = f"Slipway diary {number:05}"
        said = self._people.say(article(number).replace("Pump house", "Slipway"), tell=False, channel=OTHER)
        said["text"] = f"<@{BOT}> {said['text']}"
        said.pop("blocks")
        self._ask("mention", title, lambda: self._people.event({"type": "app_mention", **said}).status, said["ts"])

    def _import(self, number: int, root: Mapping[str, Any]) -> None:
        """A table of quotes, dropped with a mention."""
        mark = f"I{number}x{ROWS}-"
        rows = [
            f"Ladder {row} of barge {number} was leased to the heron,Tove Arnesen,{mark}{row}" for row in range(ROWS)
        ]
        file = self._people.api.drop(f"{mark}.csv", "\n".join(["text,speaker,external_id", *rows]).encode())
        said = self._people.say("", tell=False, channel=OTHER, files=[file], user=VERIFIER)
        said["text"] = f"<@{BOT}>"
        self._ask("import", mark, lambda: self._people.event({"type": "app_mention", **said}).status, said["ts"])

    def _ignore(self, number: int, root: Mapping[str, Any]) -> None:
        answer = self._answer(root, "ignore")
        if answer is not None:
            press = self._pressing(lambda: self._clicked(answer, "ignore"))
            self._ask("ignore", f"ignore {number}", press, root["ts"])

    def _report(self, number: int, root: Mapping[str, Any]) -> None:
        if '"action_id": "report"' in json.dumps(root["blocks"]):
            self._ask("report", f"report {number}", lambda: self._people.click(root, "report").status, root["ts"])

    def _verify(self, number: int, root: Mapping[str, Any]) -> None:
        """The quote that is not in the store yet; its window is opened, and sent off, as often as it takes."""
        answer = self._answer(root, "verify")
        if answer is None:
            return
        self._pressing(lambda: self._people.click(answer, "verify", VERIFIER).status)()
        window = next((one for one in self._people.api.views if barrow(number) in json.dumps(one)), None)
        if window is not None:
            send = self._pressing(lambda: self._people.submit(window, user=VERIFIER).status)
            self._ask("verify", barrow(number), send, root["ts"])

    def _answer(self, root: Mapping[str, Any], action: str) -> dict[str, Any] | None:
        """The message in a thread that has a button."""
        below = self._ledger.below(root["ts"])
        return next((one for one in below if f'"action_id": "{action}"' in json.dumps(one["blocks"])), None)

    def _ask(self, kind: str, mark: str, send: Callable[[], int], thread: str = "") -> Asked:
        asked = self._ledger.open(Asked(kind, mark, thread=thread))
        before = len(self._people.responses)
        asked.acknowledged = send() == 200
        asked.addresses = frozenset(self._people.responses[before:])
        return asked

    def _clicked(self, message: Mapping[str, Any], action: str) -> int:
        """Presses a button; where it is gone, what was pressed before has been done after all."""
        there = f'"action_id": "{action}"' in json.dumps(message["blocks"])
        return self._people.click(message, action).status if there else 200

    def _pressing(self, press: Callable[[], int]) -> Callable[[], int]:
        """Presses again until Slack shows no failure."""

        def pressed() -> int:
            for _ in range(PRESSES):
                if (status := press()) == 200:
                    break
                time.sleep(0.5)
            return status

        return pressed

    def _awaited(self, see: Callable[[], Any]) -> Any:
        until = time.monotonic() + PATIENCE
        while not (found := see()) and time.monotonic() < until and not self.evening.is_set():
            time.sleep(0.05)
        return found


def barrow(number: int) -> str:
    """Words that only one article has, and that nobody has verified."""
    return f"Barrow number {number} was painted green before the fair opened"


def paragraphs(number: int, *, right: bool = False) -> list[str]:
    """An article's headline and paragraphs: one quote turned round, two right, one that nobody has verified."""
    first = COTTAGES if right else COTTAGES.replace("will not sell", "will sell")
    return [
        f"Pump house diary {number:05}",
        f"“{first[:-1]},” said Mirela Danzig, who chairs the canal trust. “{LOCKS}”",
        f"Osk Brandvold, the last keeper of Low Weir, said: “{KEYS}”",
        f"“{barrow(number)},” said Tove Arnesen, the harbour painter.",
        "The trust meets again in the pump house.",
    ]


def article(number: int) -> str:
    """The article of a story."""
    return "\n\n".join(paragraphs(number))
