"""Whose verb it is: from a cue verb to the words that name its subject, before it or (inverted) after it.

A subject is found by what may stand between it and its verb: auxiliaries, adverbs, days, an appositive between
commas, a relative clause, a prepositional group.  Every walk is bounded by the sentence.
"""

from __future__ import annotations

from bot.attribution.items import Row
from bot.attribution.noun_groups import WHEN, Subject, governed, group_after, group_before, named

_REACH = 45


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
    return group_before(row, at, start)


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
    found = named(row, colon - 1, start)
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
    found = group_before(row, at, start)
    if found is None:
        return None
    if found.kind == "phrase" and found.first - 2 >= start and row.codes[found.first - 1] == ",":
        before = found.first - 2
        found = named(row, before, start) if row.codes[before] == "N" else found
    return Subject(found.first, found.last, found.kind, found.name, False)


def _before_aside(row: Row, comma: int, start: int) -> Subject | None:
    """The subject before an aside that a comma closes: Lily Vane, a tax expert in Hull, said."""
    inside = comma - 1
    opening = row.codes.rfind("(", start, comma) if row.codes[comma] == ")" else -1
    if opening > start:
        return group_before(row, opening - 1, start)
    if inside - 1 >= start and row.codes[inside] == "N" and row.codes[inside - 1] in ",T":
        first = inside
        while first - 1 >= start and row.codes[first - 1] == "T":
            first -= 1
        before = first - 2
        if row.codes[first - 1 : first] == "," and before >= start:
            if row.codes[before] in "wT":
                return _apposed_to(row, before, start) or Subject(first, inside, "name", inside)
            if row.codes[before] == "N" and not governed(row, before, start):
                return named(row, before, start)
    return _across(row, comma, start) or leading(row, start, comma)


def _across(row: Row, comma: int, start: int) -> Subject | None:
    """The name that an aside stands to, between the comma that closes it and the one that opens it."""
    for at in range(comma - 1, max(start, comma - _REACH), -1):
        before, code = row.codes[at - 1], row.codes[at]
        if code in ",-(" and before == "N" and not governed(row, at - 1, start):
            return named(row, at - 1, start)
        if code == "," and before == "H":
            return _antecedent(row, at - 1, start)
        if row.items[at].low == "whose" and row.codes[max(start, at - 2) : at] == "N,":
            return named(row, at - 2, start)
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
    return None if governed(row, at - 1, start) else named(row, at - 1, start)


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
        found = group_after(row, at, limit)
        if found and (_is_adverbial(row, found, limit) or (skipped and _listed(row, found, limit))):
            at = found.last + 2
            continue
        return found and Subject(found.first, found.last, found.kind, found.name, False)
    return None


def opens(row: Row, verb: int) -> bool:
    """Whether a verb stands in an opening clause, and so is not what the sentence is about: When he asked, …"""
    start, end = row.sentence_of(verb)
    return row.codes[start] == "S" and verb < row.codes.find(",", start, end)


def _listed(row: Row, found: Subject, limit: int) -> bool:
    """Whether a bare phrase goes on with the adverbial before it: After a long, cold | night, the mayor …"""
    after = found.last + 1
    if found.kind != "phrase" or row.codes[found.first] != "w" or after + 1 >= limit:
        return False
    return row.codes[after] == "," and row.codes[after + 1] in "DNP"


def _opens_with_participle(row: Row, at: int) -> bool:
    """Whether a clause opens with what its subject was doing or suffered: Filling in for him, …; Asked by Lee, …"""
    low, after = row.items[at].low, row.codes[at + 1 : at + 2]
    if row.codes[at] == "V":
        return low.endswith(("ed", "told")) and after in ("J", "S")
    return row.codes[at] == "w" and low.endswith("ing") and len(low) > 5 and after not in ("V", "X")


def only_when(row: Row, found: Subject) -> bool:
    """Whether a phrase only says when: minutes later; a lone letter is a label (A: I wait) and says more."""
    items = row.items[found.first : found.last + 1]
    lone = len(items) == 1 and items[0].code == "D"
    return not lone and all(item.code in "A9D" or item.low in WHEN for item in items)


def _is_adverbial(row: Row, found: Subject, limit: int) -> bool:
    """Whether an opening phrase only says when, and the subject comes after its comma: Last month, she said."""
    after = found.last + 1
    if found.kind != "phrase" or after + 1 >= limit or row.codes[after] != ",":
        return False
    return row.codes[after + 1] in "PN" or (row.codes[after + 1] in "SJ" and only_when(row, found))


def after_verb(row: Row, verb: int, limit: int) -> Subject | None:
    """The subject that stands after an inverted verb: said the engineer, Ann Lee, of Hull."""
    at = verb + 1
    while at < limit and row.codes[at] == "A":
        at += 1
    if at >= limit:
        return None
    if row.codes[at] == "P":
        return Subject(at, at, "pronoun")
    return group_after(row, at, limit) if row.codes[at] in "NDTw9B" else None


def speaker_span(row: Row, subject: Subject) -> tuple[int, int]:
    """The place of a subject's words in the text."""
    return row.items[subject.first].start, row.items[subject.last].end
