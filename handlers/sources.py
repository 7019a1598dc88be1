"""What somebody asks to have checked, and the article that it is: a link, words, a file, or an earlier message.

A source is a small JSON value, so that it can wait in a job: ``{"link": …}``, ``{"text": …}``, ``{"file": id}``, or
``{"message": ts}`` for the first message of a thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.check import dated
from bot.errors import EmptyArticle, WrongInput
from bot.ingest import parse_published, read_bytes, read_source, read_text
from bot.ingest.slack_text import Posted, posted
from bot.models import Article, Notice
from bot.settings import Desk
from handlers.files import content_of, dropped
from handlers.problems import slack_problems
from handlers.work import Work

Source = dict[str, str]
KEPT = ("text", "blocks", "files", "ts", "thread_ts")
"""What of a message waits in a job: what was written and dropped, and where."""
ENOUGH = 40
"""So many words without a quotation mark are an article; fewer may be talk."""
_MARKS = '“”"«»„‘'
_EMPTY = "There is nothing to check in this message; paste the article's text, a link, or drop a file."


@dataclass(frozen=True, slots=True)
class Known:
    """What the asker says of an article beside its text: ``published`` as written, ``outlet``, when it was posted."""

    published: str | None = None
    outlet: str | None = None
    posted_at: str | None = None


def source_of_text(said: Posted) -> Source | None:
    """What words ask for: their one link where the rest is talk, else themselves; None where there are none."""
    if said.only_link:
        return {"link": said.only_link}
    if len(said.links) == 1 and not is_article(said.text):
        return {"link": said.links[0]}
    return {"text": said.text} if said.text.strip() else None


def is_article(text: str) -> bool:
    """Whether words may be an article's rather than talk: so many of them, or a quotation mark among them."""
    return len(text.split()) >= ENOUGH or any(mark in text for mark in _MARKS)


def source_of_message(message: Mapping[str, Any], bot: str | None = None) -> Source | None:
    """What a message asks for: its first article file, its link, or its words, without a mention of the bot.

    A file of another kind is asked for only where there is nothing else.
    """
    files = dropped(message)
    for file in files:
        if file.holds_article:
            return {"file": file.id, "name": file.name}
    said = source_of_text(posted(message, without=bot))
    return said or next(({"file": file.id, "name": file.name} for file in files), None)


def first_title(source: Mapping[str, str]) -> str:
    """What a check is called until its article has been read."""
    if "link" in source:
        return source["link"]
    if "file" in source:
        return source.get("name") or "File"
    return " ".join(source.get("text", "").split()[:10]) or "Draft"


def passed_over(message: Mapping[str, Any]) -> list[str]:
    """The names of the articles in a message beside the first one, which alone is checked."""
    return [file.name for file in dropped(message) if file.holds_article][1:]


def read_article(work: Work, source: Mapping[str, str], known: Known, channel: str) -> Article:
    """The article of a source, with its day and outlet; raises ``UnreadableArticle``, ``LinkError``, ``WrongInput``."""
    desk = work.services.settings.desk
    article = _read(work, source, desk, channel)
    day = parse_published(known.published) if known.published else None
    own = known.outlet or article.outlet or (desk.outlets[0] if desk.outlets else None)
    return with_day(dated(article, day, own), desk, known.posted_at)


def with_day(article: Article, desk: Desk, posted_at: str | None) -> Article:
    """The article as of the day it was posted (a Slack ``ts``) where it has no date; the answer says so."""
    if article.published is not None:
        return article
    day = day_of(posted_at, desk)
    words = f"The draft has no date, so it is taken as of {day.day} {day:%B %Y}, the day it was posted."
    return replace(article, published=day, notices=(*article.notices, Notice("date_assumed", words)))


def day_of(ts: str | None, desk: Desk) -> date:
    """The day of a Slack ``ts`` in the desk's time zone, today where there is none."""
    try:
        moment = datetime.fromtimestamp(float(ts), UTC) if ts else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as unclear:
        raise WrongInput("Slack's time of the message cannot be read; ask again.", ts) from unclear
    return moment.astimezone(desk.timezone).date()


def _read(work: Work, source: Mapping[str, str], desk: Desk, channel: str) -> Article:
    if "link" in source:
        return read_source(source["link"], desk)
    if "file" in source:
        name, content = content_of(work, source["file"])
        return read_bytes(content, name)
    if "message" in source:
        return _read(work, _first_message(work, channel, source["message"]), desk, channel)
    return read_text(source.get("text", ""))


def _first_message(work: Work, channel: str, ts: str) -> Source:
    """What the message asks for that a thread begins with."""
    with slack_problems():
        answer = work.client.conversations_replies(channel=channel, ts=ts, limit=1)
    messages = answer.get("messages") or []
    found = source_of_message(messages[0], work.asked.get("bot")) if messages else None
    if found is None:
        raise EmptyArticle(_EMPTY, ts)
    return found
