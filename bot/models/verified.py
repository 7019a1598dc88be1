"""What the desk has verified: words, dated events and ages, with who stands for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.models.reading import DatedFact


class State(StrEnum):
    """Where a verified quote stands in its life; nothing is ever deleted.

    ``waiting`` is verified by one where a second eye is wanted, ``withdrawn`` a verification that was taken back,
    ``shared`` a channel's quote whose copy stands for the whole workspace.
    """

    VERIFIED = "verified"
    DISPUTED = "disputed"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    SHARED = "shared"

    @property
    def counts(self) -> bool:
        """Whether drafts are compared with a quote in this state, be it only to tell that it is in doubt."""
        return self not in (State.WAITING, State.WITHDRAWN, State.SHARED)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where verified words, facts and ages come from, and who stands for them."""

    source: str | None = None
    outlet: str | None = None
    link: str | None = None
    published: date | None = None
    verified_by: str | None = None
    verified_at: str | None = None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A dated event of a verified article."""

    fact: DatedFact
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class KnownAge:
    """An age (or a birth date) of a person in a verified article; one of ``age`` and ``born`` is set."""

    person: str
    age: int | None
    born: str | None
    text: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class VerifiedQuote:
    """Words that somebody at the desk has verified, with all that is known of them.

    ``article_id`` and ``position`` place it in its source: two quotes of one article and one speaker with
    neighbouring positions (no other quote between them) follow each other.  ``decided_by`` and ``decided_why``
    are of the last decision on it, which gave it its ``state``.  Of words from a recording ``second`` says when in it
    they begin, and ``times`` when each stretch does: pairs of an offset in ``text`` and a second.
    """

    quote_id: int
    text: str
    speaker: str | None
    external_id: str | None = None
    cue: str | None = None
    venue: str | None = None
    said_on: str | None = None
    source: str | None = None
    outlet: str | None = None
    link: str | None = None
    published: date | None = None
    verified_by: str | None = None
    verified_at: str | None = None
    against: str | None = None
    note: str | None = None
    state: State = State.VERIFIED
    article_id: int | None = None
    position: int = 0
    decided_by: str | None = None
    decided_why: str | None = None
    times: tuple[tuple[int, int], ...] = ()
    second: int | None = None
