"""Drafts by the thousand, none like another: of words that a store holds, with people and days of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random

from bench.corpus import Said, article, quotes
from store import Store
from store.place import DESK

SAMPLE = 400
_FIRST_DAY = date(2012, 1, 2)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def known_quotes(store: Store) -> list[Said]:
    """Some hundred verified quotes of a store to write drafts with, from all over it; of an empty one none."""
    with store._connections.reading() as db:
        last = db.execute("SELECT coalesce(max(id), 0) FROM quote").fetchone()[0]
        step = max(1, last // SAMPLE)
        asked = "SELECT speaker, text FROM quote WHERE id % ? = 0 AND team_id = ? AND speaker IS NOT NULL LIMIT ?"
        return [Said(speaker, text) for speaker, text in db.execute(asked, (step, DESK, SAMPLE))]


def fill(store: Store, size: int) -> None:
    """Stores so many made-up quotes as verified."""
    from store.quotes import QuoteRow

    store.scope().add_quotes(
        [QuoteRow(one.text, one.speaker, source="Harbour Post") for one in quotes(size)], "U0LOAD0001"
    )


def drafts(known: list[Said], words: int, quoted: int, seed: int = 0) -> Iterator[str]:
    """Drafts of so many words and quotes without end, each with a title, a speaker and a day that no other has."""
    for number in count(seed):
        name = f"Tamsin {_LETTERS[number % 26].upper()}{_spelled(number)}ley"
        day = _FIRST_DAY + timedelta(days=number % 4_000)
        own = f"“Nobody counted the {number} ropes on the quay,” said {name}, on {day:%A}, {day.day} {day:%B %Y}.\n"
        body = article(known, quoted, words, seed=number + 3).partition("\n\n")[2]
        yield f"Draft {number} of the harbour desk\n\n{own}\n{body}"


def chatter(number: int) -> str:
    """Talk of colleagues in a thread."""
    return Random(number).choice(
        ("Thanks, on it.", "Who has the recording?", "I will call her back after lunch.", "Moved to page 4.", "+1")
    )


def _spelled(number: int) -> str:
    """A number as letters, so that a name is no other's."""
    return _LETTERS[number % 26] + (_spelled(number // 26) if number >= 26 else "")
