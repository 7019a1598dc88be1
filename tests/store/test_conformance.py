"""One search over every kind of store: the same quotes in the same order, for two thousand drafts' words.

The third kind is a PostgreSQL store half of whose posting partitions lie on a second server.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bench.corpus import Said
from bench.grown import grown
from bench.queries import Query, queries
from store import Scope, Store, open_store
from store.quotes import QuoteRow

QUOTES, QUERIES, SEARCHES = 4_000, 2_000, 200
FAR_QUERIES = 120  # every list of a second server is a question over the wire
AT = "2031-05-06T12:00:00+00:00"
PLACES = ((None, 0), (None, 1), ("C1", 2))  # two thirds for the whole workspace, one for a channel


@dataclass(frozen=True)
class Filled:
    """A store in a file, with what it was filled from."""

    store: Store
    said: list[Said]
    asked: list[Query]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    said = list(grown(QUOTES, seed=11))
    store = fill(open_store(tmp_path_factory.mktemp("conformance") / "desk.db"), said)
    return Filled(store, said, queries(said, QUERIES, seed=12))


def fill(store: Store, said: list[Said]) -> Store:
    for channel, share in PLACES:
        rows = [QuoteRow(one.text, one.speaker) for at, one in enumerate(said) if at % len(PLACES) == share]
        store.scope("desk", channel).add_quotes(rows, "bench", at=AT)
    return store


def answers(scope: Scope, filled: Filled, count: int) -> list[object]:
    found = [scope.candidates(query.text, query.speaker) for query in filled.asked[:count]]
    words = [" ".join(sorted(one.text.split())[-3:]) for one in filled.said[:SEARCHES]]
    searched = [scope.find(one) for one in words]
    begun = [scope.find(one.text.split()[0][:3], one.speaker) for one in filled.said[:SEARCHES]]
    return [*found, *searched, *begun]


def same(filled: Filled, other: Store, count: int = QUERIES) -> None:
    """In the channel, which sees two scopes, every answer is one; and nothing is found from another workspace."""
    want = answers(filled.store.scope("desk", "C1"), filled, count)
    got = answers(other.scope("desk", "C1"), filled, count)
    for at, (one, two) in enumerate(zip(want, got, strict=True)):
        assert one == two, at
    assert not any(answers(other.scope("else"), filled, 5)[5:])


def test_postgres_answers_as_a_file_does(filled: Filled, postgres_address: str) -> None:
    """Filled by import or by copy, every answer is the same list."""
    store = fill(open_store(postgres_address), filled.said)
    same(filled, store)
    store.close()


def test_postings_on_two_servers_answer_as_a_file_does(filled: Filled, spread_address: str) -> None:
    """A part of the postings lies on the second server, and no answer changes."""
    store = open_store(spread_address)
    filled.store.copy_to(store)
    with store._connections.reading() as db:
        far = db.execute("SELECT count(*) FROM gram_7").fetchone()[0]
        every = db.execute("SELECT count(*) FROM gram").fetchone()[0]
    assert every / 12 < far < every / 6
    same(filled, store, FAR_QUERIES)
    store.close()
