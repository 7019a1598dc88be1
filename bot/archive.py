"""What the judgement asks of a store of verified quotes, and nothing about how it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.models import KnownAge, KnownFact, VerifiedQuote


@dataclass(frozen=True, slots=True)
class Candidates:
    """Every verified quote that could share words with some text.

    ``truncated`` says that a cut may have lost one, which the report must tell.  The first ``nearest`` explain
    the text best, or some part of it nearly as well as the best does; None where all of them may.  After these come
    the speaker's own; what others said that explains less is known by number only (``others``).
    """

    quotes: tuple[VerifiedQuote, ...] = ()
    truncated: bool = False
    nearest: int | None = None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as a verified article spells it, with that article's standing."""

    name: str
    kind: str
    source: str | None = None
    outlet: str | None = None
    link: str | None = None


class Archive(Protocol):
    """A scope of the store: all that one workspace (and one private channel of it) may see."""

    def size(self) -> int:
        """The number of verified quotes in this scope."""
        ...

    def candidates(self, text: str, speaker: str | None = None) -> Candidates:
        """Every verified quote that shares five running words with the text, or is nearly the same if short.

        Quotes in every state are among them: a disputed entry must be seen to be told.  Of a text of one or
        two words, which very many people have said, the ``speaker``'s own words come first.
        """
        ...

    def sequence(self, article_id: int) -> tuple[VerifiedQuote, ...]:
        """The verified quotes of one article in the order in which they stand in it."""
        ...

    def facts(self, keys: Sequence[str]) -> tuple[KnownFact, ...]:
        """The dated events of verified articles that carry any of these keys."""
        ...

    def ages(self, surnames: Sequence[str]) -> tuple[KnownAge, ...]:
        """The ages and birth dates of people with any of these surnames (folded)."""
        ...

    def names(self, article_ids: Sequence[int]) -> tuple[KnownName, ...]:
        """The names that these verified articles use."""
        ...

    def speakers_like(self, name: str) -> tuple[KnownName, ...]:
        """Speakers of verified quotes whose name is this one, or is spelled nearly like it."""
        ...


class NoArchive:
    """The store of a desk that has verified nothing yet."""

    def size(self) -> int:
        """Nothing."""
        return 0

    def candidates(self, text: str, speaker: str | None = None) -> Candidates:
        """Nothing."""
        return Candidates()

    def sequence(self, article_id: int) -> tuple[VerifiedQuote, ...]:
        """Nothing."""
        return ()

    def facts(self, keys: Sequence[str]) -> tuple[KnownFact, ...]:
        """Nothing."""
        return ()

    def ages(self, surnames: Sequence[str]) -> tuple[KnownAge, ...]:
        """Nothing."""
        return ()

    def names(self, article_ids: Sequence[int]) -> tuple[KnownName, ...]:
        """Nothing."""
        return ()

    def speakers_like(self, name: str) -> tuple[KnownName, ...]:
        """Nothing."""
        return ()
