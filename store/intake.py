"""Many quotes at once: first the runs that they are found by, then the quotes, nobody else waiting for long.

A batch gets its numbers, then its postings go in, a stretch of the table after the other, then its quotes, part by
part, each in a transaction of its own.  A posting whose quote is not there finds nothing, so at no moment does the
store hold a quote that it would not find.  Stopped in between, postings stay behind of numbers that no quote will
bear.  A large batch costs less, as the table of a million quotes is written anew with every batch; short transactions
let the bot acknowledge and answer while an archive goes in.  The next batch is worked out meanwhile, in a process of
its own (``store.indexing``).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from time import sleep

from store.audit import Signature, record
from store.database import Connections
from store.indexing import Beside, Worked
from store.place import Place, own_scope
from store.postings import Indexed, numbered
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

FIRST_BATCH, BATCH = 1_000, 24_000
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
        tell = progress or (lambda dealt_with: None)
        added = dealt_with = 0
        with closing(self._worked(rows)) as batches:
            for batch, worked in batches:
                new = self._unknown(worked.identities)
                dealt_with += len(batch) - len(new)
                for part in self._indexed(batch, worked, new):
                    added += self._put(part)
                    sleep(GIVE_WAY)
                    dealt_with += len(part)
                    tell(dealt_with)
                if not new:
                    tell(dealt_with)
        return Added(added, dealt_with - added)

    def _worked(self, rows: Iterable[QuoteRow]) -> Generator[tuple[list[NewQuote], Worked], None, None]:
        """The rows batch by batch; while its receiver writes one, the next is worked out."""
        batches = self._batches(rows)
        batch = next(batches, None)
        with Beside() as beside:
            if batch:
                beside.give([one.entry() for one in batch])
            while batch:
                worked, following, wrong = beside.take(), None, None
                try:
                    following = next(batches, None)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is raised below
                    wrong = error
                if following:
                    beside.give([one.entry() for one in following])
                yield batch, worked
                if wrong is not None:
                    raise wrong
                batch = following

    def _batches(self, rows: Iterable[QuoteRow]) -> Iterator[list[NewQuote]]:
        """The rows as they are stored, in batches."""
        coming, size = iter(rows), FIRST_BATCH
        while batch := [NewQuote(signed_row(row, self.signed)) for row in islice(coming, size)]:
            for one in batch:
                refuse_nul(*one.values(self.signed))
            yield batch
            size = min(2 * size, BATCH)

    def _unknown(self, identities: Sequence[bytes]) -> list[int]:
        """The places in the batch of what the store does not hold, each entry once."""
        fresh = {identity: at for at, identity in reversed([*enumerate(identities)])}
        with self.connections.writing() as db:
            scope = own_scope(db, self.place)
        with self.connections.reading() as db:
            known = known_identities(db, scope, fresh)
        return sorted(at for identity, at in fresh.items() if identity not in known)

    def _indexed(self, batch: list[NewQuote], worked: Worked, new: list[int]) -> Iterator[list[NumberedQuote]]:
        """The quotes at these places part by part with their numbers, once their postings are written."""
        if not new:
            return
        with self.connections.writing() as db:
            scope = own_scope(db, self.place)
            numbers = dict(zip(new, db.numbers("quote", len(new)), strict=True))
        while worked.postings:
            postings = numbered(worked.postings.pop(0), numbers)
            if postings:
                with self.connections.writing() as db:
                    db.index(scope, 0).add_postings(postings)
                sleep(GIVE_WAY)
        for first in range(0, len(new), PART):
            yield [_numbered(batch, worked, at, numbers[at]) for at in new[first : first + PART]]

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


def _numbered(batch: Sequence[NewQuote], worked: Worked, at: int, number: int) -> NumberedQuote:
    words, speaker = worked.words[at].split(), worked.speakers[at].split()
    return NumberedQuote(batch[at], worked.identities[at], Indexed(number, words, speaker))
