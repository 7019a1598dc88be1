"""How the speaker of verified words stands to the speaker of a draft's quote, which decides what is recognisable."""

from __future__ import annotations

from enum import StrEnum

from bot.models import Quote
from bot.names.relation import Relation, relation
from bot.wording.passages import Passage


class Bearing(StrEnum):
    """A passage's speaker: the draft's own, one of like name, one not named, or somebody else."""

    OWN = "own"
    KIN = "kin"
    OPEN = "open"
    OTHER = "other"


def bearing_of(quote: Quote, passage: Passage) -> Bearing:
    """The nearest that any speaker of a passage stands to the quote's."""
    found = {relation(quote.speaker, one.speaker) for one in passage.quotes}
    if Relation.SAME in found:
        return Bearing.OWN
    if found & {Relation.NEAR, Relation.CONFLICT}:
        return Bearing.KIN
    return Bearing.OPEN if Relation.UNKNOWN in found else Bearing.OTHER
