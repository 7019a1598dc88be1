"""A Slack whose clock runs, whose answers take their time, and which is told of its people over HTTP."""

from __future__ import annotations

import hashlib
import hmac
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from random import Random
from typing import Any

import httpx
from slack_bolt import BoltResponse

from tests.scenarios.slack import NEWS, OTHER, SIGNING, Slack
from tests.scenarios.web_api import Answer, Call, WebApi, serving

RETRIES = (0.0, 0.5, 2.0, 4.0, 6.0, 8.0)
"""Seconds before Slack tells an event again: its own at once, one and five minutes, quickened."""
STUTTER = 0.2
"""How often Slack tells an event again although it was answered."""
_NUMBERS = threading.Lock()


class SlowSlack(WebApi):
    """Answers late at random, on both sides of the moment in which it does what was asked; its messages carry now."""

    def __init__(self, seed: int, slowest: float = 0.15) -> None:
        super().__init__()
        self._random, self._slowest, self._last = Random(seed), slowest, 0.0
        self.kinds = {NEWS: "public", OTHER: "public"}

    def tick(self) -> str:
        """The next message's ``ts``: now, and never the same twice."""
        with self._lock:
            self._last = max(time.time(), self._last + 1e-5)
            return f"{self._last:.6f}"

    def answer(self, call: Call) -> Answer:
        """The answer, after a pause; a bot that dies in the first pause has asked all the same."""
        time.sleep(self._random.random() * self._slowest)
        answered = super().answer(call)
        time.sleep(self._random.random() * self._slowest)
        return answered

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing is said of a bot that died while it was being answered."""

    def _conversations_history(self, args: dict[str, Any]) -> dict[str, Any]:
        return self._within(args, super()._conversations_history({**args, "limit": 10**9}), newest_first=True)

    def _conversations_replies(self, args: dict[str, Any]) -> dict[str, Any]:
        return self._within(args, super()._conversations_replies({**args, "limit": 10**9}), newest_first=False)

    @staticmethod
    def _within(args: Mapping[str, Any], answer: dict[str, Any], *, newest_first: bool) -> dict[str, Any]:
        """The messages of an answer between two moments, a page of them, as Slack's own API gives them."""
        oldest, latest = float(args.get("oldest") or 0), float(args.get("latest") or 1e12)
        here = [one for one in answer.get("messages", ()) if oldest < float(one["ts"]) < latest]
        begin, limit = int(args.get("cursor") or 0), int(args["limit"])
        more = {"response_metadata": {"next_cursor": str(begin + limit)}} if len(here) > begin + limit else {}
        return {**answer, **({"messages": here[begin : begin + limit]} if "messages" in answer else {}), **more}


@contextmanager
def slow_slack(seed: int) -> Iterator[SlowSlack]:
    """A slow Slack for the time of a run."""
    api = SlowSlack(seed)
    with serving(api):
        yield api


class People(Slack):
    """Somebody at work in Slack: signed requests over HTTP, told again where Slack would tell them again."""

    count = 0

    def __init__(self, api: WebApi, addresses: Callable[[], str], seed: int) -> None:
        self.api, self._addresses, self._random = api, addresses, Random(seed)
        self.stutters = False
        self.responses: list[str] = []
        """The addresses at which the bot may answer, in the order in which they were given out."""

    def dispatch(self, body: str, kind: str = "application/x-www-form-urlencoded", **more: Any) -> BoltResponse:
        """Sends a request; an event is told again until it is answered, and at times once more."""
        answer = self._sent(body, kind, 0)
        if kind != "application/json":
            return answer
        for number, pause in enumerate(RETRIES, 1):
            if answer.status == 200 and self._random.random() > STUTTER:
                break
            time.sleep(pause)
            again = self._sent(body, kind, number)
            answer = answer if answer.status == 200 else again
        return answer

    def _sent(self, body: str, kind: str, retry: int) -> BoltResponse:
        at = str(int(time.time()))
        signed = hmac.new(SIGNING.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        headers = {"content-type": kind, "x-slack-request-timestamp": at, "x-slack-signature": f"v0={signed}"}
        headers |= {"x-slack-retry-num": str(retry), "x-slack-retry-reason": "http_timeout"} if retry else {}
        try:
            with httpx.Client(trust_env=False, timeout=3) as client:
                answer = client.post(f"{self._addresses()}slack/events", content=body.encode(), headers=headers)
        except httpx.HTTPError as unanswered:
            return BoltResponse(status=599, body=repr(unanswered))
        return BoltResponse(status=answer.status_code, body=answer.text)

    def _number(self, before: str) -> str:
        with _NUMBERS:
            People.count += 1
            return f"{before}{People.count:06}"

    def _response_url(self) -> str:
        address = f"/_resp/{self._number('')}"
        self.responses.append(address)
        return self.api.url.rstrip("/") + address
