"""Noun groups: a name with its titles, or a phrase with all that hangs on it, read from its end or its start."""

from __future__ import annotations

from typing import NamedTuple

from bot.attribution.items import Row
from bot.attribution.word_kinds import FINITE
from bot.language.tables import word_set

_REACH = 45
_BINDING = word_set(
    "to of for from at in with to on near under by around against inside behind including about outside"
)
_OFFICES = word_set("chair head director leader chief president secretary manager minister captain master dean")
_BARE = word_set(
    """
    police people staff officials prosecutors critics supporters aides nobody everyone someone others
    many few some several most
    """
)
WHEN = word_set(
    """
    last this next week month year night day morning afternoon evening weekend spring summer autumn fall
    winter early late mid earlier later monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december jan feb aug sept oct
    nov dec on in at by during the a that ago days weeks months years minutes hours minute hour moments moment
    """
)


class Subject(NamedTuple):
    """The words that name whoever spoke: items ``first`` to ``last``, and the item of the name, if there is one.

    ``kind`` is ``name``, ``pronoun`` or ``phrase``; ``firm`` says that nothing but the verb group stood between.
    """

    first: int
    last: int
    kind: str
    name: int | None = None
    firm: bool = True


def governed(row: Row, name: int, start: int) -> bool:
    """Whether a name hangs on a preposition that has a noun before it, and so is nobody's subject."""
    at = name - 1
    while at >= start and row.codes[at] in "NTDw'9":
        at -= 1
    if at < start or row.codes[at] != "J":
        return False
    return row.items[at].low in _BINDING


def group_before(row: Row, at: int, start: int) -> Subject | None:
    """The noun group that ends at an item: a name with its titles, or a phrase with all that hangs on it."""
    name = at
    while name > start and row.codes[name] in "w9DJA" and row.items[name].low in WHEN:
        name -= 1
    if row.codes[name] == "P":
        return Subject(name, name, "pronoun")
    if row.codes[name] == "N":
        at = name
    elif row.codes[at] not in "NwTBV9'DJ":
        return None
    first = at
    while first > start and at - first < _REACH and _within_group(row, first - 1):
        first -= 1
    while first < at and row.codes[first] in "JA":
        first += 1
    found = group_after(row, first, at + 1)
    if row.codes[at] == "N" and found is not None and _holds_office(row, found.first, at):
        return Subject(found.first, at, "name", at)
    if row.codes[at] == "N" and (found is None or found.last != at):
        return _ending_on_name(row, at, start, first, found)
    if found and found.kind == "phrase" and not _stands_alone(row, found):
        return None
    return found


def _ending_on_name(row: Row, name: int, start: int, first: int, found: Subject | None) -> Subject:
    """Whose subject a group is that ends on a name: its own, or what it belongs to (the Lee letter to Bell)."""
    if found is not None and found.name is not None:
        if row.items[found.last + 1].low == "of":
            return found
        if governed(row, name, start) and "w" in row.codes[found.last + 1 : name]:
            return Subject(first, name, "phrase")
    return named(row, name, start)


def _holds_office(row: Row, first: int, name: int) -> bool:
    """Whether an office without an article stands before its holder's name: Chair of governors Alan Pike."""
    return (
        row.items[first].low in _OFFICES
        and row.codes[first + 1 : name].startswith("Jw")
        and (row.codes[first + 2 : name].strip("w'") == "")
    )


def _within_group(row: Row, at: int) -> bool:
    code = row.codes[at]
    if code == "M":
        return row.codes[at - 1] == "J"
    return code in "NDTw9'AB" or (code == "J" and row.items[at].low in _BINDING)


def _stands_alone(row: Row, found: Subject) -> bool:
    """Whether a phrase can be a subject: it has a determiner, a title or a figure, or is a plural."""
    head = row.items[found.first : found.last + 1]
    if any(item.code in "DT9'" for item in head[:3]):
        return True
    return any(item.code == "w" and (item.low.endswith("s") or item.low in _BARE) for item in head[:4])


def group_after(row: Row, first: int, limit: int) -> Subject | None:
    """The noun group that begins at an item: its name is its head unless it hangs on a preposition or an 's."""
    at, name = first, None
    while at < limit and (
        (row.codes[at] in "NDTw9'AB" and not (at > first and _verbal(row, at))) or _titled(row, at, first)
    ):
        if row.codes[at] == "'":
            name = None
        elif row.codes[at] == "N":
            name = at
        elif name is not None and row.codes[at] != "T":
            further = _described(row, name, limit)
            if further is None:
                break
            at = name = further
        at += 1
    if at == first:
        return None
    if name is not None:
        return Subject(first, name, "name", name)
    while at < limit and _within_group(row, at) and not _verbal(row, at):
        at += 1
    apposed = _apposed(row, at, limit)
    if apposed is not None:
        return Subject(first, apposed, "name", apposed)
    return Subject(first, at - 1, "phrase")


def _titled(row: Row, at: int, first: int) -> bool:
    """Whether words in marks only say of what somebody is known: The “Neon Hearts” singer."""
    return row.codes[at] == "Q" and at > first and row.codes[at - 1] == "D" and row.codes[at + 1 : at + 2] == "T"


def _verbal(row: Row, at: int) -> bool:
    """Whether a word that is no cue can only be a verb here: went, questioned."""
    item = row.items[at]
    if item.code != "w" or row.codes[at - 1] in "D'":
        return False
    return item.low in FINITE or (item.low.endswith("ed") and len(item.low) > 4 and "-" not in item.low)


def _described(row: Row, name: int, limit: int) -> int | None:
    """The name that nouns after another name lead to: Bridgerton intimacy coordinator Lizzy Talbot."""
    at = name + 1
    while at < limit and at <= name + 4 and row.codes[at] in "wT" and not _verbal(row, at):
        at += 1
    return at if at < limit and row.codes[at] == "N" and at > name + 1 else None


def _apposed(row: Row, comma: int, limit: int) -> int | None:
    """The name in apposition to a phrase that a comma ends: the engineer, Ann Lee, has said."""
    at = comma + 1
    while at < limit and row.codes[at] == "T":
        at += 1
    if row.codes[comma : comma + 1] != "," or at >= limit or row.codes[at] != "N":
        return None
    return at if at + 1 >= len(row.codes) or row.codes[at + 1] in ",.;-(JCVXAH" else None


def named(row: Row, name: int, start: int) -> Subject:
    """The name at an item with the titles and names right before it."""
    first = name
    while first > start and row.codes[first - 1] in "TN":
        first -= 1
    return Subject(first, name, "name", name)
