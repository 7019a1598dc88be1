"""The index of one scope as the search asks it: a handful of questions, all that is SQL about searching.

Another database runs the same search by answering these questions; ids come in ascending order everywhere,
so that two databases give the same answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from store.keys import stored_keys

SPEAKER, WORDS = "s", "w"
"""The columns ``speaker`` and ``words`` as the table of terms writes them."""
LAST_CHARACTER = "\U0010ffff"
ID_BITS = 32
"""What a waiting posting keeps for the number of its quote, below its key."""


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


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A column of the index (``words`` or ``speaker``) and words of which a quote must hold one there."""

    column: str
    forms: tuple[str, ...]


@dataclass(slots=True)
class Waiting:
    """What was added to an index and not written yet: postings, and in how many quotes each word stands."""

    _postings: list[int] = field(default_factory=list)
    _words: Counter[str] = field(default_factory=Counter)
    _speakers: Counter[str] = field(default_factory=Counter)

    def add(self, quotes: Iterable[Indexed]) -> None:
        """Takes the postings and the words of quotes."""
        for one in quotes:
            id_ = one.id
            self._postings += [key << ID_BITS | id_ for key in stored_keys(one.words)]
            self._words.update(set(one.words))
            self._speakers.update(set(one.speaker))

    def postings(self) -> list[int]:
        """The postings in the order of their table, each its key above the ``ID_BITS`` of its quote's number.

        They wait no longer.
        """
        sorted_, self._postings = self._postings, []
        sorted_.sort()
        return sorted_

    def terms(self) -> list[tuple[str, str, int]]:
        """Each column and word with its quotes, in order; they wait no longer."""
        columns = ((SPEAKER, self._speakers), (WORDS, self._words))
        counted = [(column, form, count) for column, terms in columns for form, count in sorted(terms.items())]
        self._words, self._speakers = Counter(), Counter()
        return counted


class Postings(Protocol):
    """What the search asks of an index; every answer is of one scope alone."""

    @property
    def size(self) -> int:
        """How many quotes the scope holds."""
        ...

    def heads(self, keys: Iterable[int], limit: int) -> dict[int, list[int]]:
        """The first ids under each key, ``limit`` at most; a key that no quote holds is left out."""
        ...

    def counts(self, keys: Iterable[int], limit: int) -> dict[int, int]:
        """How many ids there are under each key, counted up to ``limit``."""
        ...

    def shared(self, windows: Sequence[Sequence[int]], limit: int) -> list[list[int]]:
        """The ids that stand under every key of each window, ``limit`` at most; a window is of one to three keys.

        The first key of a window is the one with the fewest ids: its list is read, the others are only looked into.
        """
        ...

    def phrase(self, forms: Sequence[str], limit: int, speaker: Sequence[str] = ()) -> list[int]:
        """The ids of quotes that hold these words one after the other, said by anybody or by this speaker."""
        ...

    def having(self, groups: Sequence[AnyOf], limit: int) -> list[int]:
        """The ids of quotes that hold one word at least of every group, ``limit`` at most."""
        ...

    def terms(self, column: str, start: str, limit: int) -> list[Term]:
        """The words of a column (``words`` or ``speaker``) that begin with ``start``, in alphabetical order."""
        ...

    def terms_of_length(self, column: str, start: str, least: int, most: int) -> list[Term]:
        """The words of a column that begin with ``start`` and have ``least`` to ``most`` letters, in order."""
        ...

    def add(self, quotes: Sequence[Indexed]) -> None:
        """Takes quotes into the index; they are found once ``settle`` has been called."""
        ...

    def settle(self) -> None:
        """Writes what was added, in the order of the index: random inserts cost five times as much."""
        ...
