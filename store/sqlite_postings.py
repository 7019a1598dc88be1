"""The index of one scope in a SQLite file: postings as rows in key order, words in FTS5."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from store.postings import ID_BITS, LAST_CHARACTER, AnyOf, Indexed, Term, postings_of, terms_of

_SHARED = """
WITH asked (n, a, b, c) AS MATERIALIZED (
    SELECT key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
    FROM json_each(:windows))
SELECT (SELECT group_concat(id) FROM (
    SELECT id FROM gram AS least WHERE scope = :scope AND h = a
    AND (b IS NULL OR EXISTS (SELECT 1 FROM gram WHERE scope = :scope AND h = b AND id = least.id))
    AND (c IS NULL OR EXISTS (SELECT 1 FROM gram WHERE scope = :scope AND h = c AND id = least.id))
    ORDER BY id LIMIT :limit))
FROM asked ORDER BY n
"""
_TERMS = "SELECT form, quotes FROM term WHERE scope = ? AND col = ? AND form >= ? AND form < ?"


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

    def counts(self, keys: Iterable[int], limit: int) -> dict[int, int]:
        """How many ids there are under each key; the counting never leaves SQLite."""
        rows = self.db.execute(
            "SELECT asked.value, (SELECT count(*) FROM (SELECT 1 FROM gram WHERE scope = ? AND h = asked.value"
            " LIMIT ?)) FROM json_each(?) AS asked",
            (self.scope, limit, json.dumps(list(keys))),
        )
        return dict(rows)

    def shared(self, windows: Sequence[Sequence[int]], limit: int) -> list[list[int]]:
        """The ids that stand under every key of each window, in one statement."""
        if not windows:
            return []
        rows = self.db.execute(_SHARED, {"scope": self.scope, "limit": limit, "windows": json.dumps(windows)})
        return [[int(one) for one in ids.split(",")] if ids else [] for (ids,) in rows]

    def phrase(self, forms: Sequence[str], limit: int, speaker: Sequence[str] = ()) -> list[int]:
        """The ids of quotes that hold these words one after the other, said by anybody or by this speaker."""
        wanted = [f"words : {_quoted(self._tokens(forms))}"]
        wanted += [f"speaker : {_quoted(self._token(name))}" for name in speaker]
        return self._matching(wanted, limit)

    def having(self, groups: Sequence[AnyOf], limit: int) -> list[int]:
        """The ids of quotes that hold one word at least of every group."""
        return self._matching([f"{group.column} : ({self._any(group.forms)})" for group in groups], limit)

    def terms(self, column: str, start: str, limit: int) -> list[Term]:
        """The words of a column (``words`` or ``speaker``) that begin with ``start``, in alphabetical order."""
        rows = self.db.execute(f"{_TERMS} ORDER BY form LIMIT ?", (*self._from(column, start), limit))
        return [Term(form, count) for form, count in rows]

    def terms_of_length(self, column: str, start: str, least: int, most: int) -> list[Term]:
        """The words of a column that begin with ``start`` and have ``least`` to ``most`` letters, in order."""
        asked = f"{_TERMS} AND length(form) BETWEEN ? AND ? ORDER BY form"
        rows = self.db.execute(asked, (*self._from(column, start), least, most))
        return [Term(form, count) for form, count in rows]

    def add(self, quotes: Sequence[Indexed]) -> None:
        """Takes quotes into the index whole."""
        self.add_postings(postings_of(quotes))
        self.add_words(quotes)

    def add_postings(self, postings: list[int]) -> None:
        """Writes postings in the order of their table, as one statement: row by row costs half as much again."""
        both = f"value >> {ID_BITS}, value & {(1 << ID_BITS) - 1}"
        self.db.execute(f"INSERT INTO gram SELECT ?, {both} FROM json_each(?)", (self.scope, str(postings)))

    def add_words(self, quotes: Sequence[Indexed]) -> None:
        """Writes the words of quotes, and in how many quotes each of them stands."""
        words = ((one.id, self._tokens(one.words), self._tokens(one.speaker)) for one in quotes)
        self.db.executemany("INSERT INTO word (rowid, words, speaker) VALUES (?, ?, ?)", words)
        self.db.executemany(
            "INSERT INTO term (scope, col, form, quotes) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (scope, col, form) DO UPDATE SET quotes = quotes + excluded.quotes",
            ((self.scope, *term) for term in terms_of(quotes)),
        )

    def _from(self, column: str, start: str) -> tuple[object, ...]:
        return self.scope, column[0], start, start + LAST_CHARACTER

    def _matching(self, wanted: Sequence[str], limit: int) -> list[int]:
        asked = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid LIMIT ?"
        return [row[0] for row in self.db.execute(asked, (" AND ".join(wanted), limit))]

    def _any(self, forms: Iterable[str]) -> str:
        return " OR ".join(_quoted(self._token(form)) for form in forms)

    def _token(self, form: str) -> str:
        """A word as the index keeps it: the scope goes before it, so that no list holds another scope's."""
        return f"{self.scope}_{form}"

    def _tokens(self, forms: Sequence[str]) -> str:
        mark = f" {self.scope}_"
        return (mark + mark.join(forms))[1:] if forms else ""


def _quoted(tokens: str) -> str:
    """Tokens as an FTS5 string, which no word of an editor's can break out of."""
    return '"' + tokens.replace('"', '""') + '"'
