"""Many quotes at once: first the runs that they are found by, then the quotes, nobody else waiting for long.

A batch gets its numbers, then its postings go in, a stretch of the table after the other, then its quotes, part by
part, each in a transaction of its own.  A posting whose quote is not there finds nothing, so at no moment does the
store hold a quote that it would not find.  Stopped in between, postings stay behind of numbers that no quote will
bear.  A large batch costs less, as the table of a million quotes is written anew with every batch; short transactions
let the bot acknowledge and answer while an archive goes in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from time import sleep

from store.audit import Signature, record
from store.database import Connections
from store.place import Place, own_scope
from store.postings import stretches
from store.quotes import (
    WAITING,
    NewQuote,
    NumberedQuote,
    QuoteRow,
    known_identities,
    refuse_nul,
    signed_row,
    write_rows,
)

FIRST_BATCH, BATCH = 1_000, 32_000
PART = 2_000
"""The rows of the first batch and the most of a later one, each twice the one before; and quotes a transaction."""
GIVE_WAY = 0.01
"""Seconds between two transactions: a writer in another process asks again every few, and would else find none."""

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Added:
    """How many rows of an import went in, and how many were there already."""

    added: int
    already: int


@dataclass(frozen=True, slots=True)
class Intake:
    """An import as it is signed, into its own place; with ``second_eye`` those wait that only the signer stands for."""

    connections: Connections
    place: Place
    signed: Signature
    second_eye: bool

    def take(self, rows: Iterable[QuoteRow], progress: Progress | None = None) -> Added:
        """Adds the rows that the place does not hold yet; ``progress`` is told how many have been dealt with.

        Raises ``WrongInput`` for a row that no database keeps; the batches before it have gone in.
        """
        coming, tell = iter(rows), progress or (lambda dealt_with: None)
        added = dealt_with = 0
        size = FIRST_BATCH
        while batch := list(islice(coming, size)):
            new = self._unknown(batch)
            dealt_with += len(batch) - len(new)
            for part in self._indexed(new):
                added += self._put(part)
                sleep(GIVE_WAY)
                dealt_with += len(part)
                tell(dealt_with)
            if not new:
                tell(dealt_with)
            size = min(2 * size, BATCH)
        return Added(added, dealt_with - added)

    def _unknown(self, batch: Iterable[QuoteRow]) -> list[NumberedQuote]:
        """The rows that the place does not hold, each once; their numbers are still to come."""
        fresh: dict[bytes, NumberedQuote] = {}
        for row in batch:
            one = NewQuote(signed_row(row, self.signed)).numbered(0)
            refuse_nul(*one.quote.values(self.signed))
            fresh.setdefault(one.identity, one)
        with self.connections.writing() as db:
            scope = own_scope(db, self.place)
        with self.connections.reading() as db:
            known = known_identities(db, scope, fresh)
        return [one for identity, one in fresh.items() if identity not in known]

    def _indexed(self, new: Sequence[NumberedQuote]) -> Iterator[Sequence[NumberedQuote]]:
        """The quotes part by part with their numbers, once their postings are written."""
        if not new:
            return
        with self.connections.writing() as db:
            scope = own_scope(db, self.place)
            numbers = db.numbers("quote", len(new))
        numbered = [replace(one, indexed=replace(one.indexed, id=id_)) for id_, one in zip(numbers, new, strict=True)]
        for postings in stretches(one.indexed for one in numbered):
            if postings:
                with self.connections.writing() as db:
                    db.index(scope, 0).add_postings(postings)
                sleep(GIVE_WAY)
        for at in range(0, len(new), PART):
            yield numbered[at : at + PART]

    def _put(self, part: Sequence[NumberedQuote]) -> int:
        """Writes those of the quotes that nobody has added meanwhile, and gives how many those are."""
        with self.connections.writing() as db:
            scope = own_scope(db, self.place)
            known = known_identities(db, scope, [one.identity for one in part])
            new = [one for one in part if one.identity not in known]
            write_rows(db, self.place, scope, new, self.signed)
            db.index(scope, 0).add_words([one.indexed for one in new])
            if self.second_eye:
                alone = [one.indexed.id for one in new if one.quote.row.verified_by == self.signed.by]
                record(db, self.place, alone, WAITING, self.signed)
        return len(new)
