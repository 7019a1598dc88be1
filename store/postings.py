"""The index of one scope as the search asks it: a handful of questions, all that is SQL about searching.

Another database runs the same search by answering these questions; ids come in ascending order everywhere,
so that two databases give the same answers.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from store.keys import stored_keys

SPEAKER, WORDS = "s", "w"
"""The columns ``speaker`` and ``words`` as the table of terms writes them."""
LAST_CHARACTER = "\U0010ffff"
ID_BITS = 32
"""What a posting keeps for the number of its quote, below its key."""
STRETCHES = 16
_SHELF_BITS = 27  # of the 31 of a key


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


def postings_of(quotes: Iterable[Indexed]) -> list[int]:
    """The postings of quotes in the order of their table, each its key above the ``ID_BITS`` of its quote's number."""
    return sorted(key << ID_BITS | one.id for one in quotes for key in stored_keys(one.words))


def stretches(quotes: Iterable[Indexed]) -> Iterator[list[int]]:
    """The postings of many quotes as ``postings_of`` gives them, in ``STRETCHES`` of the table one after the other."""
    shelves = [array("Q") for _ in range(STRETCHES)]
    for one in quotes:
        id_ = one.id
        for key in stored_keys(one.words):
            shelves[key >> _SHELF_BITS].append(key << ID_BITS | id_)
    yield from map(sorted, shelves)


def numbered(stretch: Sequence[int], numbers: Mapping[int, int]) -> list[int]:
    """Postings of places in a batch as those of the quotes there; a place without a number is left out.

    Numbers ascend with the places, so that the order of the table stays.
    """
    place = (1 << ID_BITS) - 1
    return [both & ~place | numbers[at] for both in stretch if (at := both & place) in numbers]


def terms_of(quotes: Sequence[Indexed]) -> list[tuple[str, str, int]]:
    """Each column and word of quotes, in order, and in how many of the quotes it stands."""
    speakers = Counter(form for one in quotes for form in set(one.speaker))
    words = Counter(form for one in quotes for form in set(one.words))
    columns = ((SPEAKER, speakers), (WORDS, words))
    return [(column, form, count) for column, terms in columns for form, count in sorted(terms.items())]


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
        """Takes quotes into the index whole."""
        ...

    def add_postings(self, postings: list[int]) -> None:
        """Writes postings, as ``postings_of`` gives them: random inserts would cost five times as much."""
        ...

    def add_words(self, quotes: Sequence[Indexed]) -> None:
        """Writes the words of quotes, and in how many quotes each of them stands."""
        ...
