"""What is said privately, or of a job that could not be done: never a silence that looks like a clean check."""

from __future__ import annotations

import logging
from typing import Any

from bot.errors import JobLost, StoreError, VerbatimError
from bot.render.slack import Message, plain_message
from handlers.answering import draw_failed
from handlers.logs import evidence_of
from handlers.problems import MayNotPost, SharedChannel, SlackFailed, SlackProblem, slack_problems
from handlers.roles import MayNot
from handlers.work import Work

log = logging.getLogger(__name__)

_SEEN_BY_ALL = ("check", "reply", "edited", "again")
_PERHAPS = "The bot was stopped while it answered you. If there is no answer above, ask again."


def privately(work: Work, message: Message, step: str = "answered") -> None:
    """Says something once to whoever asked, and to nobody else.

    What only one person sees cannot be looked for in Slack: where the bot died while it said it, or Slack never
    answered, that is told instead, and the answer is not given twice.
    """
    if work.did(step):
        return
    begun = f"begun:{step}"
    said = plain_message(_PERHAPS) if work.did(begun) else message
    _note(work, begun, True)
    try:
        _say(work, said)
    except SlackFailed as failed:
        if not failed.unclear:
            _note(work, begun, False)
        raise
    _note(work, step, True)


def _note(work: Work, step: str, value: object) -> None:
    """Notes a step; that the store takes no notes keeps nobody from being told so.  Raises ``JobLost``."""
    try:
        work.note(step, value)
    except JobLost:
        raise
    except StoreError as unwritten:
        log.warning("job %s: “%s” is not noted: %s", work.job.id, step, unwritten)


def _say(work: Work, message: Message) -> None:
    """Over the request's own address where it has one, which works in channels that the bot is not in.

    Else in the conversation, else in a message of its own.
    """
    if work.asked.get("respond") and _responded(work, str(work.asked["respond"]), message):
        return
    user, channel = str(work.asked.get("user") or ""), str(work.asked.get("channel") or "")
    if not user:
        return
    body: dict[str, Any] = {"text": message.text, "blocks": list(message.blocks)}
    try:
        with slack_problems():
            work.client.chat_postEphemeral(channel=channel, user=user, thread_ts=work.asked.get("thread"), **body)
    except SlackProblem:
        with slack_problems():
            work.client.chat_postMessage(channel=user, unfurl_links=False, unfurl_media=False, **body)


def failed(work: Work, problem: VerbatimError) -> None:
    """Tells of a job that could not be done: in its thread, where the desk sees it, or privately to who asked."""
    if not isinstance(problem, (MayNot, MayNotPost, SharedChannel)) and _told_in_thread(work, problem):
        return
    privately(work, plain_message(problem.for_editor), "failed")


def _told_in_thread(work: Work, problem: VerbatimError) -> bool:
    """Whether a check that failed said so in its root message, or another reading of the draft in a message below."""
    ts = work.asked.get("thread") or work.did("root")
    thread = ts and work.services.store.threads.find(work.team, str(work.asked.get("channel")), str(ts))
    if not thread or work.job.kind not in _SEEN_BY_ALL:
        return False
    try:
        if work.job.kind == "check" and thread.root is not None:
            draw_failed(work, thread, problem.for_editor)
        else:
            work.post("failed", plain_message(problem.for_editor), thread.channel, thread.ts)
    except JobLost:
        raise
    except (SlackProblem, StoreError) as unwritable:
        log.info("job %s: not told in the thread: %s", work.job.id, evidence_of(unwritable))
        return False
    return True


def _responded(work: Work, address: str, message: Message) -> bool:
    """Whether Slack took an answer at the address that came with the request (five times in half an hour)."""
    from slack_sdk.webhook import WebhookClient

    with slack_problems():
        answer = WebhookClient(address, timeout=10).send(
            text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
        )
    return answer.status_code == 200
