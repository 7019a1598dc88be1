"""How often one person, and one channel, may ask within ten minutes, so that nobody's haste is everybody's wait.

What was asked is counted in the store, in the transaction that writes the question down: several processes count alike,
and two questions at once cannot both be the last that is allowed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import LimitReached
from store.database import Database

WINDOW_SECONDS = 600.0
CLOCKS_APART = 60.0
"""Seconds by which two clocks may differ; what lies further ahead was asked before a clock was put back."""
_WINDOW = "ten minutes"
_YOU = "You have asked {count} times in {window}, which is as often as one person may here; ask again in {wait}."
_HERE = "This channel has asked {count} times in {window}, which is as often as one may here; ask again in {wait}."


@dataclass(frozen=True, slots=True)
class Limits:
    """How many questions one person, and one channel, may ask in ten minutes; 0 is as many as they like."""

    user: int = 0
    channel: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody's question as it is counted: the channel that it was asked in, and how many are allowed."""

    channel: str
    limits: Limits


def refuse_too_many(db: Database, team: str, user: str, question: Question, now: datetime) -> None:
    """Raises ``LimitReached``, which says when to ask again, where the person or the channel has asked enough."""
    for count, column, value, sentence in (
        (question.limits.user, "asker", user, _YOU),
        (question.limits.channel, "asked_in", question.channel, _HERE),
    ):
        wait = _wait(db, team, column, value, count, now) if count else 0.0
        if wait > 0:
            told = sentence.format(count=count, window=_WINDOW, wait=_in_words(wait))
            raise LimitReached(told, round(wait))


def _wait(db: Database, team: str, column: str, value: str, count: int, now: datetime) -> float:
    """Seconds until fewer than so many questions lie within the window; those of a clock that was far ahead do not."""
    since, until = (
        (now + timedelta(seconds=seconds)).isoformat(timespec="microseconds")
        for seconds in (-WINDOW_SECONDS, CLOCKS_APART)
    )
    row = db.execute(
        f"SELECT asked_at FROM job WHERE team_id = ? AND {column} = ? AND asked_in IS NOT NULL AND asked_at > ?"
        " AND asked_at <= ?"
        " ORDER BY asked_at DESC LIMIT 1 OFFSET ?",
        (team, value, since, until, count - 1),
    ).fetchone()
    if row is None:
        return 0.0
    return WINDOW_SECONDS - (now - datetime.fromisoformat(row[0])).total_seconds()


def _in_words(seconds: float) -> str:
    """A time to wait, never shorter than it is."""
    if seconds > 60:
        return f"{math.ceil(seconds / 60)} minutes"
    tens = math.ceil(seconds / 10) * 10
    return "a minute" if tens == 60 else f"{tens} seconds"
