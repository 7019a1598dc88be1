"""The index of one scope in a PostgreSQL database: the same postings as in SQLite, words as text search vectors.

The postings are partitioned by the hash of their key, and every partition has a key of its own, so that some of them
may lie on another server.  Words carry the scope before them, as in SQLite: no list holds another scope's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import psycopg

from store.postings import ID_BITS, LAST_CHARACTER, AnyOf, Indexed, Term, postings_of, terms_of

_PLACES = 256  # of one word in a text search vector, and the last place that it tells
_LAST_PLACE = 16_383
_BLOCK = 20_000  # postings that are sent together
_SHARED = """
SELECT (SELECT array_agg(id) FROM (
    SELECT id FROM gram WHERE scope = %(scope)s AND h = c AND id = ANY (ARRAY(
        SELECT id FROM gram WHERE scope = %(scope)s AND h = b AND id = ANY (ARRAY(
            SELECT id FROM gram WHERE scope = %(scope)s AND h = a))))
    ORDER BY id LIMIT %(limit)s) AS found)
FROM unnest(%(a)s::int[], %(b)s::int[], %(c)s::int[]) WITH ORDINALITY AS asked (a, b, c, n) ORDER BY n
"""  # arrays, not joins: a partition on another server is asked once for each list
_TERMS = "SELECT form, quotes FROM term WHERE scope = %s AND col = %s AND form >= %s AND form < %s"


@dataclass(frozen=True, slots=True)
class PostgresPostings:
    """The index of one scope in a PostgreSQL database."""

    db: psycopg.Connection[Any]
    scope: int
    size: int

    def heads(self, keys: Iterable[int], limit: int) -> dict[int, list[int]]:
        """The first ids under each key, in one statement."""
        asked = (
            "SELECT asked.h, (SELECT array_agg(id) FROM (SELECT id FROM gram WHERE scope = %s AND gram.h = asked.h"
            " ORDER BY id LIMIT %s) AS head) FROM unnest(%s::int[]) AS asked (h)"
        )
        return {key: ids for key, ids in self.db.execute(asked, (self.scope, limit, list(keys))) if ids}

    def counts(self, keys: Iterable[int], limit: int) -> dict[int, int]:
        """How many ids there are under each key, in one statement."""
        asked = (
            "SELECT asked.h, (SELECT count(*) FROM (SELECT 1 FROM gram WHERE scope = %s AND gram.h = asked.h"
            " LIMIT %s) AS head) FROM unnest(%s::int[]) AS asked (h)"
        )
        return dict(self.db.execute(asked, (self.scope, limit, list(keys))))

    def shared(self, windows: Sequence[Sequence[int]], limit: int) -> list[list[int]]:
        """The ids that stand under every key of each window, in one statement."""
        if not windows:
            return []
        first, second, third = map(list, zip(*([*window, window[0], window[0]][:3] for window in windows), strict=True))
        asked = {"scope": self.scope, "limit": limit, "a": first, "b": second, "c": third}
        rows = self.db.execute(_SHARED, asked)
        return [ids or [] for (ids,) in rows]

    def phrase(self, forms: Sequence[str], limit: int, speaker: Sequence[str] = ()) -> list[int]:
        """The ids of quotes that hold these words one after the other, said by anybody or by this speaker."""
        wanted = [("words", " <-> ".join(self._lexeme(form) for form in forms))]
        wanted += [("speaker", self._lexeme(name)) for name in speaker]
        return self._matching(wanted, limit)

    def having(self, groups: Sequence[AnyOf], limit: int) -> list[int]:
        """The ids of quotes that hold one word at least of every group."""
        any_of = [(group.column, " | ".join(self._lexeme(form) for form in group.forms)) for group in groups]
        return self._matching(any_of, limit)

    def terms(self, column: str, start: str, limit: int) -> list[Term]:
        """The words of a column that begin with ``start``, in alphabetical order."""
        rows = self.db.execute(f"{_TERMS} ORDER BY form LIMIT %s", (*self._from(column, start), limit))
        return [Term(form, count) for form, count in rows]

    def terms_of_length(self, column: str, start: str, least: int, most: int) -> list[Term]:
        """The words of a column that begin with ``start`` and have ``least`` to ``most`` letters, in order."""
        asked = f"{_TERMS} AND length(form) BETWEEN %s AND %s ORDER BY form"
        rows = self.db.execute(asked, (*self._from(column, start), least, most))
        return [Term(form, count) for form, count in rows]

    def add(self, quotes: Sequence[Indexed]) -> None:
        """Takes quotes into the index whole."""
        self.add_postings(postings_of(quotes))
        self.add_words(quotes)

    def add_postings(self, postings: list[int]) -> None:
        """Writes postings in the order of their table."""
        coming, ids = iter(postings), (1 << ID_BITS) - 1
        with self.db.cursor() as cursor, cursor.copy("COPY gram (scope, h, id) FROM STDIN") as copy:
            while block := [f"{self.scope}\t{both >> ID_BITS}\t{both & ids}\n" for both in islice(coming, _BLOCK)]:
                copy.write("".join(block))

    def add_words(self, quotes: Sequence[Indexed]) -> None:
        """Writes the words of quotes, and in how many quotes each of them stands."""
        words = [(one.id, self._vector(one.words), self._vector(one.speaker)) for one in quotes]
        terms = [(self.scope, *term) for term in terms_of(quotes)]
        with self.db.cursor() as cursor:
            cursor.executemany("INSERT INTO word (id, words, speaker) VALUES (%s, %s::tsvector, %s::tsvector)", words)
            cursor.executemany(
                "INSERT INTO term AS known (scope, col, form, quotes) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (scope, col, form) DO UPDATE SET quotes = known.quotes + excluded.quotes",
                terms,
            )

    def _from(self, column: str, start: str) -> tuple[object, ...]:
        return self.scope, column[0], start, start + LAST_CHARACTER

    def _matching(self, wanted: Sequence[tuple[str, str]], limit: int) -> list[int]:
        """The lowest ids first; what fits is found by the index before it is put in order."""
        conditions = " AND ".join(f"{column} @@ %s::tsquery" for column, _ in wanted)
        asked = (
            f"WITH hit AS MATERIALIZED (SELECT id FROM word WHERE {conditions}) SELECT id FROM hit ORDER BY id LIMIT %s"
        )
        rows = self.db.execute(asked.encode(), [*(query for _, query in wanted), limit])
        return [row[0] for row in rows]

    def _lexeme(self, form: str) -> str:
        """A word of this scope as a text search query or vector holds it, whatever characters it is of."""
        return "'" + f"{self.scope}_{form}".replace("\\", "\\\\").replace("'", "''") + "'"

    def _vector(self, forms: Sequence[str]) -> str:
        places: dict[str, list[str]] = {}
        for at, form in enumerate(forms[:_LAST_PLACE], 1):
            places.setdefault(form, []).append(str(at))
        return " ".join(f"{self._lexeme(form)}:{','.join(at[:_PLACES])}" for form, at in places.items())
