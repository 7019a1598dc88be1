"""What many quotes are known again and found by, worked out beside the writing of those before them.

An import spends as long on words as on the disk.  Large batches are therefore worked out by a process of their own
(``python -m store.indexing``), which reads batches on standard input until it is closed and answers each on standard
output.  It knows nothing of the store and is given nothing secret.  Where it cannot be had, ends or
stalls, the batch is worked out here.
"""

from __future__ import annotations

import json
import marshal
import subprocess
import sys
import threading
from array import array
from collections.abc import Sequence
from hashlib import blake2b
from types import TracebackType
from typing import IO, NamedTuple, Self

from bot.apart import own_command, own_environment
from bot.language.text import forms, search_forms
from store.postings import ID_BITS, STRETCHES, Indexed, stretches

WORTH = 4_000
"""Quotes in a batch from which on a process is started: it takes a third of a second."""
SECONDS = 300.0
"""How long a batch may take; the largest takes ten seconds on a busy machine."""
_HEAD = b"\0verbatim batch\n"


class Entry(NamedTuple):
    """By what an entry of the store is told from others: its words, who said them, its source and its date."""

    text: str
    speaker: str | None
    source: str | None
    said_on: str | None

    def identity(self) -> bytes:
        """What two entries share that are one quote, as 16 bytes."""
        same = [search_forms(self.text), forms(self.speaker or ""), self.source, self.said_on]
        return blake2b(json.dumps(same).encode(), digest_size=16).digest()


class Worked(NamedTuple):
    """A batch as the index wants it: for each entry its identity, its words and its speaker's, parted by spaces.

    ``postings`` are the batch's, stretch by stretch of their table; each holds the place in the batch where it will
    hold a number.
    """

    identities: list[bytes]
    words: list[str]
    speakers: list[str]
    postings: list[array[int]]


def worked_out(batch: Sequence[Entry]) -> Worked:
    """What the index keeps of these entries."""
    indexed = [Indexed(at, search_forms(one.text), forms(one.speaker or "")) for at, one in enumerate(batch)]
    return Worked(
        [one.identity() for one in batch],
        [" ".join(one.words) for one in indexed],
        [" ".join(one.speaker) for one in indexed],
        [array("Q", stretch) for stretch in stretches(indexed)],
    )


class Beside:
    """Works out one batch at a time while its owner does something else; to be used as a context.

    A process that ends, stalls or answers what its owner would not is not started again: the owner does the rest.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._alone = False
        self._given: Sequence[Entry] = ()
        self._limit: threading.Timer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def give(self, batch: Sequence[Entry]) -> None:
        """Hands a batch over; the one before must have been taken."""
        self._given = batch
        if self._process is None and not self._alone and len(batch) >= WORTH:
            self._process = _started()
            self._alone = self._process is None
        if self._process is not None:
            self._limit = threading.Timer(self._seconds, self._process.kill)
            self._limit.daemon = True
            self._limit.start()
            _send(self._process, batch)

    def take(self) -> Worked:
        """The batch that was given, worked out."""
        batch, self._given = self._given, ()
        if self._process is not None:
            worked = _received(self._process)
            self._let_go()
            if worked is not None and _fits(worked, batch):
                return worked
            self._end()
            self._alone = True
        return worked_out(batch)

    def _let_go(self) -> None:
        limit, self._limit = self._limit, None
        if limit is not None:
            limit.cancel()

    def _end(self) -> None:
        self._let_go()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _fits(worked: Worked, batch: Sequence[Entry]) -> bool:
    """Whether an answer is of this batch and as its owner would give it: another version of the code may be on disk."""
    lengths = {len(worked.identities), len(worked.words), len(worked.speakers)}
    if lengths != {len(batch)} or len(worked.postings) != STRETCHES:
        return False
    own = worked_out(batch[:1])
    mine = sorted(posting for stretch in own.postings for posting in stretch)
    theirs = sorted(posting for stretch in worked.postings for posting in stretch if not posting & ((1 << ID_BITS) - 1))
    same = [(worked.identities[:1], worked.words[:1], worked.speakers[:1]), theirs]
    return same == [(own.identities, own.words, own.speakers), mine]


def _started() -> subprocess.Popen[bytes] | None:
    """The process, out of reach of a Ctrl-C at the terminal, which its owner answers; None where none can be had."""
    if not sys.executable:
        return None
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(
            own_command(__name__),
            stdin=pipe,
            stdout=pipe,
            stderr=nothing,
            env=own_environment(),
            start_new_session=True,
        )
    except OSError:
        return None


def _send(process: subprocess.Popen[bytes], batch: Sequence[Entry]) -> None:
    assert process.stdin is not None
    try:
        marshal.dump([tuple(one) for one in batch], process.stdin)
        process.stdin.flush()
    except OSError:
        process.kill()  # what it would have answered is then worked out by its owner


def _received(process: subprocess.Popen[bytes]) -> Worked | None:
    """The answer, None where there is none or something else came before it."""
    assert process.stdout is not None
    try:
        head = process.stdout.read(len(_HEAD) + 8)
        if len(head) < len(_HEAD) + 8 or not head.startswith(_HEAD):
            return None
        identities, words, speakers, postings = marshal.loads(process.stdout.read(int.from_bytes(head[len(_HEAD) :])))
        return Worked(identities, words, speakers, [array("Q", stretch) for stretch in postings])
    except (EOFError, OSError, TypeError, ValueError):
        return None


def _serve(asked: IO[bytes], answers: IO[bytes]) -> None:
    """The process's side: batch after batch, until its owner is gone."""
    while True:
        try:
            batch = marshal.load(asked)
        except EOFError:
            return
        made = worked_out([Entry(*one) for one in batch])
        postings = [stretch.tobytes() for stretch in made.postings]
        answer = marshal.dumps((made.identities, made.words, made.speakers, postings))
        answers.write(_HEAD + len(answer).to_bytes(8) + answer)
        answers.flush()


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
