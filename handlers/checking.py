"""A new check, whole: where it was asked, the root message, the article, the report, and the answer in its thread."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from bot.check import check
from bot.errors import LinkError, UnreadableArticle, WrongInput
from bot.models import Article, Report
from bot.render.slack import Asked, answer, plain_message, root_counting, root_reading, title_of
from handlers.answering import (
    KEPT,
    asked_in,
    draw_failed,
    draw_root,
    keep,
    post_parts,
    scope_of,
    shown,
)
from handlers.problems import SlackProblem
from handlers.sources import Known, first_title, read_article
from handlers.work import Work
from store.threads import Thread

log = logging.getLogger(__name__)

UPDATE_SECONDS = 1.5
"""The least time between two counts in the root message; Slack allows about one a second."""
SLOW_SECONDS = 10.0
"""An answer that took longer says how long."""


def check_asked(work: Work) -> None:
    """Does a job of kind ``check``: ``channel``, ``user``, ``source``, and where known ``thread`` and ``message``.

    ``thread`` is the ts under which to answer, ``message`` that of the message to be checked.
    """
    began = time.monotonic()
    channel = work.services.channels.of(work.team, str(work.asked["channel"]))
    thread = _opened(work, channel.id, channel.place.channel)
    if not work.asked.get("thread"):
        _goes_on_in(work, thread)
        return
    if (check_id := work.did(KEPT)) is None:
        try:
            article = read_article(work, work.asked["source"], _known(work), channel.id)
        except (UnreadableArticle, LinkError, WrongInput) as unreadable:
            draw_failed(work, thread, unreadable.for_editor)
            return
        answer_check(work, thread, article, began)
    else:
        work.services.store.threads.set_check(thread.id, check_id)
        _show(work, thread, check_id)
    tell_passed_over(work, thread)


def _goes_on_in(work: Work, thread: Thread) -> None:
    """Leaves the check to a job in its new thread's lane, so that what is posted there waits its turn."""
    asked = {**work.asked, "thread": thread.ts, "root": thread.root, "since": work.asked_at.isoformat()}
    lane = f"{thread.channel}:{thread.ts}"
    work.services.enqueue(work.team, "check", asked, lane=lane, event=f"check:{work.job.id}")


def tell_passed_over(work: Work, thread: Thread) -> None:
    """Says which other files of a message were not read: one check is of one article."""
    if names := work.asked.get("passed_over"):
        told = (
            f"Only the first file was checked. Drop {' and '.join(f'“{name}”' for name in names)} in its own message."
        )
        work.post("passed over", plain_message(told), thread.channel, thread.ts)


def answer_check(work: Work, thread: Thread, article: Article, began: float) -> None:
    """Checks an article for a thread and answers there."""
    check_id = keep(work, thread, lambda: _checked(work, thread, article))
    took = time.monotonic() - began
    _show(work, thread, check_id, took if took > SLOW_SECONDS else None)


def _show(work: Work, thread: Thread, check_id: int, slow_seconds: float | None = None) -> None:
    """Shows a check that was kept: its counts in the root message, its answer below."""
    thread = replace(thread, check_id=check_id)
    now = shown(work, thread, check_id)
    draw_root(work, thread, now, slow_seconds)
    post_parts(work, thread, check_id, answer(now.report, check_id, now.standings))


def _opened(work: Work, channel: str, private: str | None) -> Thread:
    """The thread of a check with its root message in it."""
    asked = work.asked
    under, message = asked.get("thread"), asked.get("message")
    source = dict(asked["source"])
    first = Asked(str(asked["user"]), first_title(source))
    root = asked.get("root") or work.post("root", root_reading(first), channel, under)
    place = replace(work.job.place, channel=private)
    again = {key: source[key] for key in ("link", "file", "message") if key in source}
    named = first.title if again else None
    told = {"source": again, "published": asked.get("published"), "outlet": asked.get("outlet"), "title": named}
    threads = work.services.store.threads
    return threads.open(place, channel, str(under or root), str(asked["user"]), told, root=root, source=message)


def _known(work: Work) -> Known:
    asked = work.asked
    return Known(asked.get("published"), asked.get("outlet"), asked.get("message") or asked.get("root"))


def _checked(work: Work, thread: Thread, article: Article) -> Report:
    told = replace(asked_in(work, thread), title=title_of(article))
    return check(article, scope_of(work, thread), work.services.settings.desk, progress=_counting(work, thread, told))


def _counting(work: Work, thread: Thread, asked: Asked) -> Callable[[int, int], None]:
    """Tells in the root message how many quotes are done: the first at once, the others as Slack allows."""
    next_at = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal next_at
        if thread.root is None or time.monotonic() < next_at or (next_at and done == total):
            return
        next_at = time.monotonic() + UPDATE_SECONDS
        try:
            work.update(thread.channel, thread.root, root_counting(asked, done, total))
        except SlackProblem as unseen:
            log.info("the count is not shown: %s", unseen.evidence)

    return tell
