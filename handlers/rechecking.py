"""A draft that is being edited: corrected paragraphs, edited messages, new files, and checks made again.

Only what the store knows as a check's thread is read; what is no correction of its draft is left alone, without a word,
and nothing of it is kept.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.check import check
from bot.errors import LinkError, UnreadableArticle, WrongInput
from bot.ingest import read_text
from bot.ingest.slack_text import posted
from bot.models import Article, Notice, Report
from bot.placing import is_chatter, place
from bot.reading import read_article as read_in
from bot.render.slack import plain_message, recheck_answer
from handlers.answering import draw_failed, draw_root, keep, post_parts, report_of, scope_of, shown
from handlers.checking import answer_check, check_asked, tell_passed_over
from handlers.deciding import target_of, thread_of
from handlers.files import dropped
from handlers.importing import import_dropped
from handlers.sources import ENOUGH, Known, read_article, source_of_message
from handlers.work import Work
from store.threads import Thread

_FORGOTTEN = "The text of this check is no longer kept. Check the article again."
_NOTHING = "Checked again: nothing has changed."
_OF_ONE_READING = ("truncated", "text_cut")
"""Notices that a new version of the text has, or has not, of its own."""


def reply_posted(work: Work) -> None:
    """Does a job of kind ``reply``: a message in the thread of a check, or one there that mentions the bot.

    A mention that is no correction asks for a check of its own, in the same thread.
    """
    channel, ts = str(work.asked["channel"]), str(work.asked["thread"])
    thread = work.services.store.threads.find(work.team, channel, ts)
    if thread is None:
        return
    message = work.asked["text_of"]
    files = dropped(message)
    for file in files:
        if file.holds_quotes:
            import_dropped(work, channel, thread.ts, file)
    article = next((file for file in files if file.holds_article and not file.holds_quotes), None)
    if article is not None:
        _whole(work, thread, {"file": article.id, "name": article.name}, asked_for=True)
        tell_passed_over(work, thread)
    elif not _words(work, thread, message, str(work.asked["ts"])) and work.asked.get("source"):
        check_asked(work)


def message_edited(work: Work) -> None:
    """Does a job of kind ``edited``: a message was changed that had been checked, or taken as a correction."""
    ts = str(work.asked["ts"])
    thread = work.services.store.threads.of_message(work.team, str(work.asked["channel"]), ts)
    if thread is None:
        return
    if (thread := _newest(work, thread, ts)) is None:
        return
    message = work.asked["text_of"]
    if ts != thread.source:
        _words(work, thread, message, ts)
    elif (source := source_of_message(message, _bot(work))) is not None:
        _whole(work, thread, source)


def _newest(work: Work, thread: Thread, ts: str) -> Thread | None:
    """The thread with this edit noted; None where a later edit of the message was told before this one."""
    known, edited = dict(thread.about.get("edited") or {}), work.asked.get("edited")
    if not edited:
        return thread
    if float(known.get(ts, 0)) > float(edited):
        return None
    about = {**thread.about, "edited": known | {ts: edited}}
    work.services.store.threads.set_about(thread.id, about)
    return replace(thread, about=about)


def checked_again(work: Work) -> None:
    """Does a job of kind ``again``: the article as it stands now, against the store as it stands now."""
    thread = _asked_again(work)
    source = thread.about.get("source") or {}
    before = _last(work, thread)
    if before is not None and "link" not in source:
        _answer(work, thread, before.article, before, asked_for=True)
    elif source:
        _whole(work, thread, source, asked_for=True)
    else:
        work.post("nothing", plain_message(_FORGOTTEN), thread.channel, thread.ts)


def _asked_again(work: Work) -> Thread:
    """The thread of the check whose button was pressed, or in which the bot was mentioned."""
    if "target" in work.asked:
        return thread_of(work, target_of(work.asked["target"]))
    thread = work.services.store.threads.find(work.team, str(work.asked["channel"]), str(work.asked["thread"]))
    if thread is None:
        raise UnreadableArticle("This thread is no longer known; check the article again.", work.asked["thread"])
    return thread


def _words(work: Work, thread: Thread, message: Mapping[str, Any], ts: str) -> bool:
    """Takes the words of a message as a correction of the draft, or as its text where a check waits for one.

    True where they were taken.
    """
    said = posted(message, without=_bot(work)).text
    before = _last(work, thread)
    if before is None:
        return _first(work, thread, source_of_message(message, _bot(work)), said)
    placed = place(before.article.text, said)
    if placed is None:
        return False
    work.services.store.threads.note_message(thread.id, ts)
    asked_for = bool(work.asked.get("source"))
    if asked_for or placed.text != before.article.text:
        article = replace(read_text(placed.text, before.article.source), title=before.article.title)
        _forget_source(work, thread)
        _answer(work, thread, _of_same_draft(article, before), before, asked_for=asked_for)
    return True


def _first(work: Work, thread: Thread, source: Mapping[str, str] | None, said: str) -> bool:
    """The article of a check that could not be read, posted by hand; talk about it is left alone."""
    if source is None or ("text" in source and not _is_draft(said)):
        return False
    work.services.channels.of(work.team, thread.channel)
    try:
        article = read_article(work, source, _known(thread), thread.channel)
    except (UnreadableArticle, LinkError, WrongInput) as unreadable:
        draw_failed(work, thread, unreadable.for_editor)
        return True
    if "text" in source:
        _forget_source(work, thread)
    answer_check(work, thread, article, time.monotonic())
    return True


def _is_draft(said: str) -> bool:
    """Whether words are an article's: many of them, or a quote that is somebody's, and no talk about it."""
    if len(said.split()) >= ENOUGH:
        return True
    return not is_chatter(said) and any(quote.speaker for quote in read_in(read_text(said)).quotes)


def _whole(work: Work, thread: Thread, source: Mapping[str, str], *, asked_for: bool = False) -> None:
    """The whole article again."""
    work.services.channels.of(work.team, thread.channel)
    try:
        article = read_article(work, source, _known(thread), thread.channel)
    except (UnreadableArticle, LinkError, WrongInput) as unreadable:
        work.post("unreadable", plain_message(unreadable.for_editor), thread.channel, thread.ts)
        return
    if "link" not in source:
        _forget_source(work, thread)
    before = _last(work, thread)
    if before is None:
        answer_check(work, thread, article, time.monotonic())
        return
    _answer(work, thread, article, before, asked_for=asked_for)


def _answer(work: Work, thread: Thread, article: Article, before: Report, *, asked_for: bool = False) -> None:
    """Checks a new version and says what changed; that nothing did is said only to who asked."""
    work.services.channels.of(work.team, thread.channel)
    scope, desk = scope_of(work, thread), work.services.settings.desk
    check_id = keep(work, thread, lambda: check(article, scope, desk, previous=before))
    thread = replace(thread, check_id=check_id)
    now = shown(work, thread, check_id)
    draw_root(work, thread, now)
    parts = recheck_answer(now.report, check_id, now.standings)
    post_parts(work, thread, check_id, parts)
    if not parts and asked_for:
        work.post("nothing", plain_message(_NOTHING), thread.channel, thread.ts)


def _last(work: Work, thread: Thread) -> Report | None:
    """The report that a thread had when the job began; None where it had none, or its text is no longer kept.

    It is noted by its number: a job that is taken up again must not compare its own report with itself.
    """
    number = work.once("before", lambda: thread.check_id)
    kept = None if number is None else scope_of(work, thread).check(number)
    return None if kept is None or kept.report is None else report_of(kept)


def _forget_source(work: Work, thread: Thread) -> None:
    """Notes that the draft is the one of the thread from now on, and no longer what its link shows."""
    if thread.about.get("source"):
        work.services.store.threads.set_about(thread.id, {**thread.about, "source": {}})


def _known(thread: Thread) -> Known:
    """What was said of the draft when its check was asked for; without a date it stays as of the day of that."""
    told = thread.about
    return Known(told.get("published"), told.get("outlet"), thread.source or thread.ts)


def _of_same_draft(article: Article, before: Report) -> Article:
    """A corrected draft keeps the day, the outlet, the link and the notices that were known of it."""
    old = before.article
    notices = tuple(one for one in before.notices if one.code not in _OF_ONE_READING and _is_new(one, article))
    return replace(
        article,
        published=article.published or old.published,
        outlet=old.outlet,
        link=old.link,
        notices=(*article.notices, *notices),
    )


def _is_new(notice: Notice, article: Article) -> bool:
    return notice.code not in {one.code for one in article.notices}


def _bot(work: Work) -> str | None:
    return work.asked.get("bot")
