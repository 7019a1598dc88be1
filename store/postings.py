"""The index of one scope as the search asks it: a handful of questions, all that is SQL about searching.

Another database runs the same search by answering these questions; ids come in ascending order everywhere,
so that two databases give the same answers.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from store.keys import stored_keys

LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the index, and in how many of the scope's quotes it stands."""

    form: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index keeps of a quote: its words for searching, and those of its speaker's name."""

    id: int
    words: Sequence[str]
    speaker: Sequence[str]


class Postings(Protocol):
    """What the search asks of an index; every answer is of one scope alone."""

    @property
    def size(self) -> int:
        """How many quotes the scope holds."""
        ...

    def heads(self, keys: Iterable[int], limit: int) -> dict[int, list[int]]:
        """The first ids under each key, ``limit`` at most; a key that no quote holds is left out."""
        ...

    def all(self, key: int, limit: int) -> list[int]:
        """The ids under one key, ``limit`` at most."""
        ...

    def count(self, key: int, limit: int) -> int:
        """How many ids there are under a key, counted up to ``limit``."""
        ...

    def phrase(self, forms: Sequence[str], limit: int, speaker: Sequence[str] = ()) -> list[int]:
        """The ids of quotes that hold these words one after the other, said by anybody or by this speaker."""
        ...


@dataclass(frozen=True, slots=True)
class SqlitePostings:
    """The index of one scope in a SQLite store."""

    db: sqlite3.Connection
    scope: int
    size: int

    def heads(self, keys: Iterable[int], limit: int) -> dict[int, list[int]]:
        """The first ids under each key, in one statement."""
        rows = self.db.execute(
            "SELECT asked.value, (SELECT group_concat(id) FROM (SELECT id FROM gram"
            " WHERE scope = ? AND h = asked.value ORDER BY id LIMIT ?)) FROM json_each(?) AS asked",
            (self.scope, limit, json.dumps(list(keys))),
        )
        return {key: [int(one) for one in ids.split(",")] for key, ids in rows if ids}

    def all(self, key: int, limit: int) -> list[int]:
        """The ids under one key."""
        asked = "SELECT id FROM gram WHERE scope = ? AND h = ? ORDER BY id LIMIT ?"
        return [row[0] for row in self.db.execute(asked, (self.scope, key, limit))]

    def count(self, key: int, limit: int) -> int:
        """How many ids there are under a key; the counting never leaves SQLite."""
        asked = "SELECT count(*) FROM (SELECT 1 FROM gram WHERE scope = ? AND h = ? LIMIT ?)"
        return int(self.db.execute(asked, (self.scope, key, limit)).fetchone()[0])

    def phrase(self, forms: Sequence[str], limit: int, speaker: Sequence[str] = ()) -> list[int]:
        """The ids of quotes that hold these words one after the other, said by anybody or by this speaker."""
        wanted = [f"words : {quoted(self._tokens(forms))}"]
        wanted += [f"speaker : {quoted(self.token(name))}" for name in speaker]
        return self.matching(" AND ".join(wanted), limit)

    def matching(self, expression: str, limit: int) -> list[int]:
        """The ids of quotes that an FTS5 expression of scoped tokens fits, ``limit`` at most."""
        asked = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid LIMIT ?"
        return [row[0] for row in self.db.execute(asked, (expression, limit))]

    def terms(self, column: str, start: str, limit: int) -> list[Term]:
        """The words of a column (``words`` or ``speaker``) that begin with ``start``, in alphabetical order."""
        first = self.token(start)
        rows = self.db.execute(
            "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? AND col = ? LIMIT ?",
            (first, first + LAST_CHARACTER, column, limit),
        )
        return [Term(term.partition("_")[2], count) for term, count in rows]

    def token(self, form: str) -> str:
        """A word as the index keeps it: the scope goes before it, so that no list holds another scope's."""
        return f"{self.scope}_{form}"

    def add(self, quotes: Sequence[Indexed]) -> None:
        """Puts quotes into the index."""
        grams = sorted((self.scope, key, one.id) for one in quotes for key in stored_keys(one.words))
        self.db.executemany("INSERT INTO gram (scope, h, id) VALUES (?, ?, ?)", grams)
        words = [(one.id, self._tokens(one.words), self._tokens(one.speaker)) for one in quotes]
        self.db.executemany("INSERT INTO word (rowid, words, speaker) VALUES (?, ?, ?)", words)

    def _tokens(self, forms: Sequence[str]) -> str:
        return " ".join(self.token(form) for form in forms)


def quoted(tokens: str) -> str:
    """Tokens as an FTS5 string, which no word of an editor's can break out of."""
    return '"' + tokens.replace('"', '""') + '"'
