"""What was asked of the bot and acknowledged, held against what Slack shows and what the store keeps."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from store import Store
from tests.crash.slack import SlowSlack
from tests.scenarios.slack import seen
from tests.scenarios.web_api import BOT

CHECKED = ("check", "mention")
GIVEN_UP = "stopped the bot three times"
"""What is told of a job in which the bot was killed again and again."""
_DECIDED = re.compile(r"Verified by|:white_check_mark:\s*verified by")
"""How a quote shows that it was stored: just now, or before, where the window was sent off twice."""
TOLD = (GIVEN_UP, "stopped while it answered")


@dataclass
class Asked:
    """One request: ``mark`` is what tells it from all others, ``thread`` and ``addresses`` are where its answer goes."""

    kind: str
    mark: str
    thread: str = ""
    addresses: frozenset[str] = frozenset()
    acknowledged: bool = False


class Ledger:
    """Every request of a run, and what is owed for it."""

    def __init__(self, api: SlowSlack, store: Store) -> None:
        self._api, self._store = api, store
        self._lock = threading.Lock()
        self.asked: list[Asked] = []
        self.broken: list[str] = []

    def open(self, asked: Asked) -> Asked:
        """Writes a request down before it is sent."""
        with self._lock:
            self.asked.append(asked)
        return asked

    def posted(self) -> list[dict[str, Any]]:
        """The bot's own messages."""
        return [one for one in list(self._api.messages) if one["user"] == BOT]

    def below(self, ts: str) -> list[dict[str, Any]]:
        """The bot's messages in a thread."""
        return [one for one in self.posted() if one.get("thread_ts") == ts]

    def roots(self, title: str) -> list[dict[str, Any]]:
        """The root messages of an article."""
        return [one for one in self.posted() if step_of(one) == "root" and title in one["text"]]

    def done(self, title: str) -> dict[str, Any] | None:
        """The root message of an article that has its counts."""
        return next((one for one in self.roots(title) if "matched" in one["text"]), None)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the store."""
        with self._store._connections.reading() as db:
            return [tuple(row) for row in db.execute(sql, values)]

    def faults(self) -> list[str]:
        """Everything that does not hold, in words; empty where nothing was lost and nothing was done twice."""
        found = [f"the day broke off: {why}" for why in self.broken]
        for asked in self.asked:
            faults = [f"{asked}: {fault}" for fault in self._of_request(asked)]
            found += [*faults, *(self._shown(asked) if faults else ())]
        return [*found, *self._told_twice(), *self._posted_twice(), *self._audit(), *self._jobs(), *self._file()]

    def told_failures(self) -> int:
        """How many requests were given up, with their failure told."""
        return sum(self._failures(asked) > 0 for asked in self.asked)

    def _of_request(self, asked: Asked) -> Iterator[str]:
        answers, failures = self._answers(asked), self._failures(asked)
        if answers > 1:
            yield f"answered {answers} times"
        if asked.acknowledged and not answers + failures:
            yield "acknowledged, and neither answered nor its failure told"
        if asked.kind in CHECKED:
            yield from self._of_check(asked)
        if asked.kind == "verify":
            yield from self._of_decision(asked)

    def _shown(self, asked: Asked) -> list[str]:
        """What Slack shows where a request was made, for who looks into a fault."""
        here = [one for one in self.posted() if asked.thread and asked.thread in (one["ts"], one.get("thread_ts"))]
        return [f"  {one['ts']} {step_of(one)}: {one['text'][:200]}" for one in here]

    def _answers(self, asked: Asked) -> int:
        thread = self.below(asked.thread)
        if asked.kind in CHECKED:
            return len([one for one in self.roots(asked.mark) if "matched" in one["text"]])
        if asked.kind == "find":
            return len([one for one in self._told(asked) if "cottage" in seen(one)])
        if asked.kind == "correct":
            return len([one for one in thread if "Fixed" in seen(one)])
        if asked.kind == "ignore":
            return len([one for one in thread if "Ignored by" in seen(one)])
        if asked.kind == "report":
            return len([one for one in self._api.uploads if one.get("thread_ts") == asked.thread])
        if asked.kind == "import":
            return len([one for one in thread if "stored as verified" in seen(one)])
        asked_of = "SELECT count(*) FROM known_quote WHERE text LIKE ? AND state = 'verified'"
        stored = self.rows(asked_of, f"{asked.mark}%")
        return int(stored[0][0])

    def _failures(self, asked: Asked) -> int:
        public = {one["ts"]: one for one in [*self.below(asked.thread), *self.roots(asked.mark)]}
        return len([one for one in [*public.values(), *self._told(asked)] if any(why in seen(one) for why in TOLD)])

    def _told(self, asked: Asked) -> list[dict[str, Any]]:
        """What was said privately to who asked."""
        told, thread = list(self._api.told), asked.thread or None
        return [one for one in told if one.get("address") in asked.addresses or thread == one.get("thread_ts", "")]

    def _of_check(self, asked: Asked) -> Iterator[str]:
        roots = self.roots(asked.mark)
        if len(roots) > 1:
            yield f"{len(roots)} root messages"
        for root in roots:
            under = self.below(root.get("thread_ts") or root["ts"])
            if "matched" in root["text"] and not [one for one in under if step_of(one) == "part0"]:
                yield "counts without an answer"
            if "matched" not in root["text"] and GIVEN_UP not in seen(root):
                yield f"left as “{root['text']}”"

    def _of_decision(self, asked: Asked) -> Iterator[str]:
        """What is shown as stored is stored."""
        here = [seen(one) for one in self.below(asked.thread)]
        shown = [one for one in here if asked.mark in one and _DECIDED.search(one)]
        if shown and not self._answers(asked):
            yield "shown as verified, and not stored"
        if asked.acknowledged and not shown and not self._failures(asked):
            yield "acknowledged, and not shown as verified"

    def _told_twice(self) -> Iterator[str]:
        """Each job that was given up is told of once, or its asker that the bot was stopped while it said so."""
        given_up = len(self.rows("SELECT 1 FROM job WHERE state = 'given up'"))
        said = [seen(one) for one in [*self.posted(), *list(self._api.told)]]
        sure, perhaps = (sum(words in one for one in said) for words in TOLD)
        if not sure <= given_up <= sure + perhaps:
            yield f"{given_up} jobs were given up, {sure} failures told and {perhaps} perhaps"

    def _posted_twice(self) -> Iterator[str]:
        steps = Counter(
            (one["metadata"]["event_payload"]["job"], one["metadata"]["event_payload"]["step"])
            for one in self.posted()
            if one.get("metadata")
        )
        yield from (f"job {job} posted “{step}” {times} times" for (job, step), times in steps.items() if times > 1)

    def _audit(self) -> Iterator[str]:
        """Every line of a quote's history goes on from the line before it, and no quote is there twice."""
        last: dict[int, str] = {}
        for line, quote, old, new in self.rows("SELECT id, quote_id, old_state, new_state FROM audit ORDER BY id"):
            if old != last.get(quote) and (old is None or last.get(quote, "verified") != old):
                yield f"audit line {line} of quote {quote} leads from {old}, after {last.get(quote)}"
            last[quote] = new
        twice = (
            "SELECT text, count(*) FROM known_quote WHERE state = 'verified' GROUP BY text, speaker HAVING count(*) > 1"
        )
        yield from (f"“{text}” is stored {times} times" for text, times in self.rows(twice))
        for asked in self.asked:
            if asked.kind == "import" and asked.acknowledged and not self._failures(asked):
                stored = self.rows("SELECT count(*) FROM quote WHERE external_id LIKE ?", f"{asked.mark}%")[0][0]
                if stored != int(asked.mark.split("x")[1].rstrip("-")):
                    yield f"{asked}: {stored} rows are stored"

    def _jobs(self) -> Iterator[str]:
        for number, kind, state, why in self.rows("SELECT id, kind, state, why FROM job WHERE state <> 'finished'"):
            if state != "given up" or GIVEN_UP not in (why or ""):
                yield f"job {number} ({kind}) is {state}: {why}"

    def _file(self) -> Iterator[str]:
        if self._store._connections.dialect == "sqlite":
            for pragma in ("integrity_check", "foreign_key_check"):
                told = self.rows(f"PRAGMA {pragma}")
                if told not in ([], [("ok",)]):
                    yield f"{pragma}: {told[:3]}"


def step_of(message: dict[str, Any]) -> str:
    """The step of a job that a message is."""
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    return str(payload.get("step") or "")
