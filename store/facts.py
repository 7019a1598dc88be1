"""What verified articles say of the world beside their quotes: dated events, and how old people are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bot.models import DatedFact, KnownAge, KnownFact, Provenance, Reading
from store.database import Database
from store.place import Place, ScopeRow
from store.speakers import surname

MOST = 500
_AROUND = 160  # characters of the line to each side of an age, shown as its evidence
_PROVENANCE = (
    "coalesce(article.title, article.source), article.outlet, article.link, article.published,"
    " article.added_by, article.added_at"
)


def write_facts(db: Database, place: Place, scope: int, article_id: int, facts: Iterable[DatedFact]) -> None:
    """Stores the dated events of an article under each of their keys."""
    for fact in facts:
        subject, keys = json.dumps(fact.subject), json.dumps(fact.keys)
        fact_id = db.insert(
            "INSERT INTO fact (team_id, channel_id, article_id, subject, action, value, text, start,"
            ' "end", keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
            (
                *(place.team, place.channel, article_id, subject, fact.action, fact.value, fact.text),
                *(fact.start, fact.end, keys),
            ),
        )
        rows = [(scope, key, fact_id) for key in dict.fromkeys(fact.keys)]
        db.insert_many("INSERT INTO fact_key (scope, key, fact_id) VALUES (?, ?, ?)", rows)


def write_ages(db: Database, place: Place, scope: int, article_id: int, text: str, reading: Reading) -> None:
    """Stores the ages and births that an article gives, each with the words around it."""
    rows = [(one.person, one.age, None, _around(text, one.start, one.end)) for one in reading.ages]
    births = [(one.person, None, one.born, _around(text, one.start, one.end)) for one in reading.births]
    db.insert_many(
        "INSERT INTO age (team_id, channel_id, scope, article_id, surname, person, age, born, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(place.team, place.channel, scope, article_id, surname(row[0]), *row) for row in [*rows, *births]],
    )


def known_facts(db: Database, scopes: Iterable[ScopeRow], keys: Sequence[str]) -> tuple[KnownFact, ...]:
    """The dated events that carry any of these keys, in the order in which they were stored."""
    asked = (
        f'SELECT subject, action, value, text, start, fact."end", keys, {_PROVENANCE} FROM fact'
        " JOIN article ON article.id = fact.article_id WHERE fact.id IN (SELECT fact_id FROM fact_key"
        " WHERE fact_key.scope IN INTS(:scopes)"
        " AND key IN TEXTS(:keys)) ORDER BY fact.id LIMIT :most"
    )
    rows = db.execute(asked, _asked(scopes, keys=keys))
    return tuple(KnownFact(_fact(row[:7]), _provenance(row[7:])) for row in rows)


def known_ages(db: Database, scopes: Iterable[ScopeRow], surnames: Sequence[str]) -> tuple[KnownAge, ...]:
    """The ages and births of people with any of these surnames, in the order in which they were stored."""
    asked = (
        f"SELECT person, age, born, text, {_PROVENANCE} FROM age JOIN article ON article.id = age.article_id"
        " WHERE age.scope IN INTS(:scopes)"
        " AND surname IN TEXTS(:keys) ORDER BY age.id LIMIT :most"
    )
    rows = db.execute(asked, _asked(scopes, keys=[surname(one) for one in surnames]))
    return tuple(KnownAge(person, age, born, text, _provenance(origin)) for person, age, born, text, *origin in rows)


def _asked(scopes: Iterable[ScopeRow], keys: Sequence[str]) -> dict[str, object]:
    ids = [scope.id for scope in scopes]
    return {"scopes": json.dumps(ids), "keys": json.dumps(list(keys)), "most": MOST}


def _fact(row: Sequence[Any]) -> DatedFact:
    subject, action, value, text, start, end, keys = row
    return DatedFact(tuple(json.loads(subject)), action, value, text, start, end, tuple(json.loads(keys)))


def _provenance(row: Sequence[Any]) -> Provenance:
    source, outlet, link, published, by, at = row
    return Provenance(source, outlet, link, date.fromisoformat(published) if published else None, by, at)


def _around(text: str, start: int, end: int) -> str:
    """The line that an age stands in, cut at whole words where the line is long."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if "\n" in before:
        before = before.rpartition("\n")[2]
    elif start > _AROUND:
        before = before.partition(" ")[2]
    if "\n" in after:
        after = after.partition("\n")[0]
    elif end + _AROUND < len(text):
        after = after.rpartition(" ")[0]
    return (before + text[start:end] + after).strip()
