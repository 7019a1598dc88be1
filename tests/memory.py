"""A store in memory that compares everything with everything: the yardstick for the real one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.archive import Candidates, KnownName
from bot.models import KnownAge, KnownFact, VerifiedQuote


class Memory:
    """Verified quotes in a list; every one is a candidate for everything."""

    def __init__(self, quotes: Sequence[VerifiedQuote] = (), names: Sequence[KnownName] = ()) -> None:
        self.quotes = list(quotes)
        self.known_names = tuple(names)

    @classmethod
    def of(cls, *said: tuple[str, str]) -> Memory:
        """One article's quotes in order, each (speaker, words)."""
        return cls(
            [
                VerifiedQuote(number, words, speaker, article_id=1, position=number)
                for number, (speaker, words) in enumerate(said, start=1)
            ]
        )

    def size(self) -> int:
        return len(self.quotes)

    def candidates(self, text: str, speaker: str | None = None) -> Candidates:
        return Candidates(tuple(self.quotes))

    def sequence(self, article_id: int) -> tuple[VerifiedQuote, ...]:
        return tuple(quote for quote in self.quotes if quote.article_id == article_id)

    def facts(self, keys: Sequence[str]) -> tuple[KnownFact, ...]:
        return ()

    def ages(self, surnames: Sequence[str]) -> tuple[KnownAge, ...]:
        return ()

    def names(self, article_ids: Sequence[int]) -> tuple[KnownName, ...]:
        return self.known_names

    def speakers_like(self, name: str) -> tuple[KnownName, ...]:
        return ()
