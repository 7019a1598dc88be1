"""How the person whom a draft names stands to the person in the store."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from bot.names.forms import given, given_names_conflict, near_spelling, same_person


class Relation(StrEnum):
    """The draft's speaker and the store's: one person, one name spelled two ways, another given name, or another."""

    SAME = "same"
    NEAR = "near"
    CONFLICT = "conflict"
    OTHER = "other"
    UNKNOWN = "unknown"


@lru_cache(maxsize=8_192)
def relation(draft: str | None, verified: str | None) -> Relation:
    """How two speakers stand to each other; ``UNKNOWN`` where one of them is not named."""
    if not draft or not verified:
        return Relation.UNKNOWN
    if same_person(draft, verified):
        return Relation.SAME
    if given_names_conflict(draft, verified):
        return Relation.CONFLICT
    if near_spelling(draft, verified, same_kind=True) and (given(draft) or not given(verified)):
        return Relation.NEAR
    return Relation.OTHER
