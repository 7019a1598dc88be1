"""Whose verb it is: from a cue verb to the words that name its subject, before it or (inverted) after it.

A subject is found by what may stand between it and its verb: auxiliaries, adverbs, days, an appositive between
commas, a relative clause, a prepositional group.  Every walk is bounded by the sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.attribution.items import Row
from bot.attribution.word_kinds import FINITE
from bot.language.tables import word_set

_REACH = 45
_BINDING = word_set(
    "to of for from at in with to on near under by around against inside behind including about outside"
)
_WHEN = word_set(
    """
    last this next week month year night day morning afternoon evening weekend spring summer autumn fall
    winter early late mid earlier later monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december jan feb aug sept oct
    nov dec on in at by during the a that ago days weeks months years minutes hours minute hour moments moment
    """
)
_BARE = word_set(
    """
    police people staff officials prosecutors critics supporters aides nobody everyone someone others
    many few some several most
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


def before_verb(row: Row, verb: int, start: int) -> Subject | None:
    """The subject of the verb at item ``verb`` that stands before it, not before item ``start``."""
    codes, at = row.codes, verb - 1
    while at >= start and (codes[at] in "XA" or (codes[at] == "D" and row.items[at].low in ("all", "both", "each"))):
        at -= 1
    if at < start:
        return None
    code = codes[at]
    if code == "P":
        return Subject(at, at, "pronoun")
    if code == "H":
        return _antecedent(row, at, start)
    if code in ",)-":
        return _before_aside(row, at, start)
    if code == "C":
        return leading(row, start, at) or last_name(row, at, start)
    return _group_before(row, at, start)


def last_name(row: Row, limit: int, start: int) -> Subject | None:
    """The last name or pronoun before an item that hangs on nothing."""
    for at in range(limit - 1, start - 1, -1):
        if row.codes[at] == "P":
            return Subject(at, at, "pronoun", firm=False)
        if row.codes[at] == "N" and not governed(row, at, start):
            return Subject(at, at, "name", at, firm=False)
    return None


def named_right_before(row: Row, colon: int, start: int) -> Subject | None:
    """The name that a colon follows at once (Lind: “No.”), with its titles."""
    if colon - 1 < start or row.codes[colon - 1] != "N":
        return None
    found = _named(row, colon - 1, start)
    lead = row.items[found.first - 1].low if found.first > start else ""
    if lead not in ("", "from", "via") and governed(row, colon - 1, start):
        return None
    return None if found.first > start and row.items[found.first - 1].low in ("to", "with", "of", "on") else found


def _antecedent(row: Row, who: int, start: int) -> Subject | None:
    """Whom ``who`` stands for: the name before it, or before the phrase it belongs to."""
    at = who - 1
    if at >= start and row.codes[at] == ",":
        at -= 1
    if at < start:
        return None
    found = _group_before(row, at, start)
    if found is None:
        return None
    if found.kind == "phrase" and found.first - 2 >= start and row.codes[found.first - 1] == ",":
        before = found.first - 2
        found = _named(row, before, start) if row.codes[before] == "N" else found
    return Subject(found.first, found.last, found.kind, found.name, False)


def _before_aside(row: Row, comma: int, start: int) -> Subject | None:
    """The subject before an aside that a comma closes: Lily Vane, a tax expert in Hull, said."""
    inside = comma - 1
    if inside - 1 >= start and row.codes[inside] == "N" and row.codes[inside - 1] in ",T":
        first = inside
        while first - 1 >= start and row.codes[first - 1] == "T":
            first -= 1
        before = first - 2
        if row.codes[first - 1 : first] == "," and before >= start:
            if row.codes[before] in "wT":
                return _apposed_to(row, before, start) or Subject(first, inside, "name", inside)
            if row.codes[before] == "N" and not governed(row, before, start):
                return _named(row, before, start)
    return _across(row, comma, start) or leading(row, start, comma)


def _across(row: Row, comma: int, start: int) -> Subject | None:
    """The name that an aside stands to, between the comma that closes it and the one that opens it."""
    for at in range(comma - 1, max(start, comma - _REACH), -1):
        before, code = row.codes[at - 1], row.codes[at]
        if code in ",-(" and before == "N" and not governed(row, at - 1, start):
            return _named(row, at - 1, start)
        if code == "," and before == "H":
            return _antecedent(row, at - 1, start)
        if row.items[at].low == "whose" and row.codes[max(start, at - 2) : at] == "N,":
            return _named(row, at - 2, start)
        if code == "Q":
            break
    return None


def _apposed_to(row: Row, noun: int, start: int) -> Subject | None:
    """The name before an aside whose last noun has a name of its own: Lee, who edits the paper, the Post, said."""
    at = noun
    while at > start and row.codes[at] in "wTNDJ'A9":
        at -= 1
    if at - 1 < start or row.codes[at] != "," or row.codes[at - 1] != "N" or at + 1 > noun - 2:
        return None
    return None if governed(row, at - 1, start) else _named(row, at - 1, start)


def governed(row: Row, name: int, start: int) -> bool:
    """Whether a name hangs on a preposition that has a noun before it, and so is nobody's subject."""
    at = name - 1
    while at >= start and row.codes[at] in "NTDw'9":
        at -= 1
    if at < start or row.codes[at] != "J":
        return False
    return row.items[at].low in _BINDING


def leading(row: Row, start: int, limit: int) -> Subject | None:
    """The first subject of a sentence: its opening name, pronoun or phrase, after an opening adverbial."""
    at = start
    while at < limit and row.codes[at] == "Q":
        at += 1
    for skipped in range(6):
        while at < limit and row.codes[at] in "AC(,-":
            at += 1
        if at >= limit:
            return None
        if row.codes[at] == "P":
            return Subject(at, at, "pronoun", firm=False)
        comma = row.codes.find(",", at, limit)
        if comma >= 0 and (row.codes[at] in "JSGX" or _opens_with_participle(row, at)):
            at = comma + 1
            continue
        found = _group_after(row, at, limit)
        if found and (_is_adverbial(row, found, limit) or (skipped and _listed(row, found, limit))):
            at = found.last + 2
            continue
        return found and Subject(found.first, found.last, found.kind, found.name, False)
    return None


def _listed(row: Row, found: Subject, limit: int) -> bool:
    """Whether a bare phrase goes on with the adverbial before it: After a long, cold | night, the mayor …"""
    after = found.last + 1
    if found.kind != "phrase" or row.codes[found.first] != "w" or after + 1 >= limit:
        return False
    return row.codes[after] == "," and row.codes[after + 1] in "DNP"


def _opens_with_participle(row: Row, at: int) -> bool:
    """Whether a clause opens with what its subject was doing: Filling in for him, …"""
    low = row.items[at].low
    return (
        row.codes[at] == "w" and low.endswith("ing") and len(low) > 5 and row.codes[at + 1 : at + 2] not in ("V", "X")
    )


def only_when(row: Row, found: Subject) -> bool:
    """Whether a phrase only says when: minutes later; a lone letter is a label (A: I wait) and says more."""
    items = row.items[found.first : found.last + 1]
    lone = len(items) == 1 and items[0].code == "D"
    return not lone and all(item.code in "A9D" or item.low in _WHEN for item in items)


def _is_adverbial(row: Row, found: Subject, limit: int) -> bool:
    """Whether an opening phrase only says when, and the subject comes after its comma: Last month, she said."""
    after = found.last + 1
    if found.kind != "phrase" or after + 1 >= limit or row.codes[after] != ",":
        return False
    return row.codes[after + 1] in "PN" or (row.codes[after + 1] in "SJ" and only_when(row, found))


def _group_before(row: Row, at: int, start: int) -> Subject | None:
    """The noun group that ends at an item: a name with its titles, or a phrase with all that hangs on it."""
    name = at
    while name > start and row.codes[name] in "w9DJA" and row.items[name].low in _WHEN:
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
    found = _group_after(row, first, at + 1)
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
    return _named(row, name, start)


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


def _group_after(row: Row, first: int, limit: int) -> Subject | None:
    """The noun group that begins at an item: its name is its head unless it hangs on a preposition or an 's."""
    at, name = first, None
    while at < limit and row.codes[at] in "NDTw9'AB" and not (at > first and _verbal(row, at)):
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


def _named(row: Row, name: int, start: int) -> Subject:
    first = name
    while first > start and row.codes[first - 1] in "TN":
        first -= 1
    return Subject(first, name, "name", name)


def after_verb(row: Row, verb: int, limit: int) -> Subject | None:
    """The subject that stands after an inverted verb: said the engineer, Ann Lee, of Hull."""
    at = verb + 1
    while at < limit and row.codes[at] == "A":
        at += 1
    if at >= limit:
        return None
    if row.codes[at] == "P":
        return Subject(at, at, "pronoun")
    return _group_after(row, at, limit) if row.codes[at] in "NDTw9B" else None


def speaker_span(row: Row, subject: Subject) -> tuple[int, int]:
    """The place of a subject's words in the text."""
    return row.items[subject.first].start, row.items[subject.last].end
