"""Entries that do not count, whatever store gives them to the judgement."""

from __future__ import annotations

import pytest

from bot.archive import Candidates, NoArchive
from bot.check import check
from bot.ingest import read_text
from bot.models import State, Verdict, VerifiedQuote
from bot.settings import Desk

FIRST, SECOND = "We sail at noon on every working day.", "The boats come home before the tide has turned."


class Shelf(NoArchive):
    """One article of two quotes, the second of them in some state."""

    def __init__(self, state: State) -> None:
        self._quotes = tuple(
            VerifiedQuote(number, text, "Marta Velling", state=one, article_id=1, position=number)
            for number, text, one in ((1, FIRST, State.VERIFIED), (2, SECOND, state))
        )

    def candidates(self, text: str, speaker: str | None = None) -> Candidates:
        return Candidates(self._quotes)

    def sequence(self, article_id: int) -> tuple[VerifiedQuote, ...]:
        return self._quotes


def verdict(words: str, state: State) -> Verdict:
    draft = read_text(f"Ferries run\n\n“{words}” said Marta Velling.\n", "draft.txt")
    return check(draft, Shelf(state), Desk()).quotes[0].verdict


@pytest.mark.parametrize("state", [state for state in State if not state.counts])
def test_words_that_do_not_count_match_nothing(state: State) -> None:
    """Neither alone nor as what follows on a quote that counts."""
    assert Verdict.UNVERIFIED is verdict(SECOND, state)
    assert Verdict.PARTLY_VERIFIED is verdict(f"{FIRST} {SECOND}", state)
    assert Verdict.VERBATIM is verdict(FIRST, state)


@pytest.mark.parametrize("state", [state for state in State if state.counts])
def test_words_in_doubt_are_still_matched(state: State) -> None:
    """What is disputed, retracted or corrected must be seen to be told."""
    assert Verdict.VERBATIM is verdict(SECOND, state)
