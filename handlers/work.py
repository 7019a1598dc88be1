"""One job in hand: what it asks, which of its steps are done, and posting that happens once.

A step that was noted is not done again by whoever takes the job over.  Before a message is posted the job says so;
where its process died between that and the answer of Slack, or Slack never answered, the conversation is looked through
for the message, and nothing is posted anew while the first may still come.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

from slack_sdk import WebClient

from bot.render.slack import Message
from handlers.problems import SlackFailed, SlackProblem, slack_problems
from handlers.services import Services
from store.jobs import Job

T = TypeVar("T")
EVENT = "verbatim_post"
_BEGUN = "begun:"
_LOOKED_THROUGH = 200
_CLOCKS_APART = 300.0
"""Seconds by which Slack's clock may be apart from ours; it refuses to be signed for when they are more."""
LATE_SECONDS = 20.0
"""How long a message may come after it was sent, if nobody answered: twice the time that Slack is given."""
_MAY_COME = "Slack does not say whether it took a message; ask again in a few minutes."
_DELETED = "message_not_found"
_OUTCOMES = {"check", "stored", "shared", "taken", "decided", "chosen", "settled", "undone"}
"""The first words of the steps in which what was asked is done."""


class Work:
    """A claimed job with the services it is done by."""

    def __init__(self, services: Services, job: Job) -> None:
        self.services = services
        self.job = job
        self._done = dict(job.done)

    @property
    def team(self) -> str:
        """The workspace that asked."""
        return self.job.place.team

    @property
    def asked(self) -> Mapping[str, Any]:
        """What the job was given to do."""
        return self.job.payload

    @property
    def asked_at(self) -> datetime:
        """When somebody asked, in UTC; a job that another job made goes back to the same moment."""
        since = self.asked.get("since")
        return datetime.fromisoformat(str(since)) if since else self.job.asked_at

    @property
    def client(self) -> WebClient:
        """Slack's API for the workspace that asked."""
        return self.services.clients.of(self.team)

    def did(self, step: str) -> Any:
        """What came of a step, None where it is not done."""
        return self._done.get(step)

    @property
    def only_to_show(self) -> bool:
        """Whether what was asked is done, so that it is only to be shown: that it was not done must not be said."""
        return any(step.partition(" ")[0] in _OUTCOMES for step in self._done)

    def note(self, step: str, value: object) -> None:
        """Notes a step as done, for whoever may have to take the job over; raises ``JobLost``."""
        self.services.store.jobs.note(self.job, step, value)
        self._done[step] = value

    def once(self, step: str, do: Callable[[], T]) -> T:
        """Does a step unless it is noted, and gives what came of it (a value that JSON holds)."""
        if step in self._done:
            known: T = self._done[step]
            return known
        value = do()
        self.note(step, value)
        return value

    def post(self, step: str, message: Message, channel: str, thread: str | None = None) -> str:
        """Posts a message once, and gives its ``ts``; raises the ``SlackProblem`` that keeps it from being posted."""
        if (known := self._done.get(step)) is not None:
            return str(known)
        ts = self._come(step, channel, thread) or self._sent(step, message, channel, thread)
        self.note(step, ts)
        return ts

    def update(self, channel: str, ts: str, message: Message) -> None:
        """Draws a message of the bot anew, unless somebody has deleted it; raises any other ``SlackProblem``."""
        try:
            with slack_problems():
                self.client.chat_update(channel=channel, ts=ts, text=message.text, blocks=list(message.blocks))
        except SlackProblem as problem:
            if problem.evidence != _DELETED:
                raise

    def _come(self, step: str, channel: str, thread: str | None) -> str | None:
        """The message of a step that was begun before; raises ``SlackFailed`` where it may still come."""
        begun = self._done.get(_BEGUN + step)
        if begun is None:
            return None
        at, until = begun
        found = self._found(step, channel, thread, at)
        wait = until - time.time()
        if found is None and 0 < wait <= LATE_SECONDS:
            raise SlackFailed(_MAY_COME, step, wait)
        return found

    def _sent(self, step: str, message: Message, channel: str, thread: str | None) -> str:
        """Posts a message, and notes before that it may come, and after an answer that it will not come late."""
        now = time.time()
        self.note(_BEGUN + step, (now, now + LATE_SECONDS))
        try:
            return self._posted(step, message, channel, thread)
        except SlackProblem as problem:
            if not (isinstance(problem, SlackFailed) and problem.unclear):
                self.note(_BEGUN + step, (now, now))
            raise

    def _posted(self, step: str, message: Message, channel: str, thread: str | None) -> str:
        with slack_problems():
            answer = self.client.chat_postMessage(
                channel=channel,
                thread_ts=thread,
                text=message.text,
                blocks=list(message.blocks),
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": EVENT, "event_payload": {"job": self.job.id, "step": step}},
            )
        return str(answer["ts"])

    def _found(self, step: str, channel: str, thread: str | None, begun: float) -> str | None:
        """The message of this job and step, where the conversation holds it already."""
        wanted = {"job": self.job.id, "step": step}
        for message in self._around(channel, thread, begun):
            metadata = message.get("metadata") or {}
            if metadata.get("event_type") == EVENT and metadata.get("event_payload") == wanted:
                return str(message["ts"])
        return None

    def _around(self, channel: str, thread: str | None, begun: float) -> Iterator[Mapping[str, Any]]:
        """The messages of a conversation or a thread from the minutes about a moment (seconds of the epoch)."""
        first, last = begun - _CLOCKS_APART, begun + LATE_SECONDS + _CLOCKS_APART
        wanted: dict[str, Any] = {"limit": _LOOKED_THROUGH, "include_all_metadata": True}
        wanted |= {"oldest": f"{first:.6f}", "latest": f"{last:.6f}"}
        while True:
            with slack_problems():
                if thread is None:
                    answer = self.client.conversations_history(channel=channel, **wanted)
                else:
                    answer = self.client.conversations_replies(channel=channel, ts=thread, **wanted)
            messages, more = answer.get("messages"), answer.get("response_metadata") or {}
            yield from messages if isinstance(messages, list) else ()
            if not isinstance(more, Mapping) or not more.get("next_cursor"):
                return
            wanted["cursor"] = more["next_cursor"]
