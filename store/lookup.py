"""Searching the store by hand: words in any order, begun or misspelled, best first.

Each word stands for the store's words that begin with it, or, where none does, for those nearly like it.
All the words are wanted at first; where no quote has them all, one may be missing; then the rarest few do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.language.text import search_forms
from store.keys import wordprint
from store.postings import AnyOf, Postings, Term
from store.speakers import SLIPS, near

BEGINNINGS = 40
NEAR = 6
SHORTEST_SLIP = 4  # “or” is one slip from “of”, “on” and “nor”: no shorter word is held to be misspelled
MOST = 400
_RAREST = 3


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of the search, and the words of the index that stand for it, with the quotes that hold them."""

    form: str
    stands_for: tuple[str, ...]
    quotes: int


def look_up(postings: Postings, words: str, speaker: str | None = None) -> list[int]:
    """The ids of one scope's quotes that hold the words, in ascending order, ``MOST`` at most.

    With a ``speaker`` only that speaker's; with no words all of them.
    """
    asked = [_asked(postings, "words", form) for form in dict.fromkeys(search_forms(words))]
    of_speaker = [_asked(postings, "speaker", form) for form in search_forms(speaker or "")]
    if not asked:
        return _having(postings, [], of_speaker) if of_speaker else []
    for wanted in _ever_fewer(asked):
        found = sorted({one for some in wanted for one in _having(postings, some, of_speaker)})
        if found:
            return found[:MOST]
    return []


def best_first(words: str, prints: Iterable[tuple[int, str]]) -> list[int]:
    """The ids by how much of the search each wording holds: together, in order, or at all."""
    from rapidfuzz.distance import LCSseq

    asked = wordprint(search_forms(words))
    scored = [
        (asked not in stored, -len(set(asked) & set(stored)), -LCSseq.similarity(asked, stored), id_)
        for id_, stored in prints
    ]
    return [one[-1] for one in sorted(scored)]


def _ever_fewer(asked: Sequence[_Asked]) -> Iterable[list[Sequence[_Asked]]]:
    """What to ask for in turn: all the words, all but one, one of the rarest few."""
    known = [one for one in asked if one.stands_for]
    if not known:
        return
    if len(known) == len(asked):
        yield [known]
    if len(known) > 1:
        yield [known] if len(known) < len(asked) else _all_but_one(known)
    yield [[one] for one in sorted(known, key=lambda one: one.quotes)[:_RAREST]]


def _all_but_one(known: Sequence[_Asked]) -> list[Sequence[_Asked]]:
    return [[*known[:at], *known[at + 1 :]] for at in range(len(known))]


def _having(postings: Postings, wanted: Sequence[_Asked], of_speaker: Sequence[_Asked]) -> list[int]:
    if not all(one.stands_for for one in of_speaker):
        return []
    groups = [AnyOf("words", one.stands_for) for one in wanted]
    groups += [AnyOf("speaker", one.stands_for) for one in of_speaker]
    return postings.having(groups, MOST)


def _asked(postings: Postings, column: str, form: str) -> _Asked:
    found = postings.terms(column, form, BEGINNINGS)
    if not found and len(form) >= SHORTEST_SLIP:
        found = _misspelled(postings, column, form, form[0]) or _misspelled(postings, column, form, "")
    return _Asked(form, tuple(term.form for term in found), sum(term.quotes for term in found))


def _misspelled(postings: Postings, column: str, form: str, start: str) -> list[Term]:
    """The commonest words that begin so and are nearly this one."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    terms = postings.terms_of_length(column, start, len(form) - SLIPS, len(form) + SLIPS)
    forms = [term.form for term in terms]
    alike = extract(form, forms, scorer=OSA.distance, score_cutoff=SLIPS, limit=None)
    found = [terms[at] for other, _, at in alike if near(form, other)]
    return sorted(found, key=lambda term: (-term.quotes, term.form))[:NEAR]
