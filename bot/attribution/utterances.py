"""Which parts belong to one utterance: “A,” she said. “B.”, and a quotation over several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.attribution.assign import How
from bot.attribution.carry import Attributed
from bot.attribution.cues import NAMING
from bot.marks.single import Marked
from bot.marks.structure import Role
from bot.models import Kind


@dataclass(frozen=True, slots=True)
class Kept:
    """A pair of marks that quotes somebody, with its kind and the role of its paragraph."""

    found: Attributed
    mark: Marked
    kind: Kind
    role: Role


def group_parts(kept: Sequence[Kept]) -> list[str | None]:
    """The group of each quote: shared by neighbours that are parts of one utterance, None for one alone."""
    joined = [at > 0 and _goes_on(kept[at - 1], item) for at, item in enumerate(kept)]
    groups: list[str | None] = []
    number = 0
    for at in range(len(kept)):
        if joined[at]:
            groups.append(f"g{number}")
        elif at + 1 < len(kept) and joined[at + 1]:
            number += 1
            groups.append(f"g{number}")
        else:
            groups.append(None)
    return groups


def _goes_on(before: Kept, item: Kept) -> bool:
    """Whether a quote goes on with the utterance of the one before it."""
    if item.mark.run is not None and item.mark.run == before.mark.run:
        return True
    one, other = before.found.tie, item.found.tie
    if before.found.paragraph != item.found.paragraph or one is None or other is None:
        return False
    if one.event is None or one.event is not other.event or one.event.cue in NAMING:
        return False
    if before.kind is not Kind.DIRECT or item.kind is not Kind.DIRECT:
        return False
    if other.how is How.FLOATING:
        return True
    return one.how is How.AFTER and other.how in (How.BEFORE, How.BOUND) and other.event is one.event
