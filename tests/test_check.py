"""The whole judgement against a real store, where what the store is asked decides the answer."""

from __future__ import annotations

from bot.check import check_quotes
from store import Store
from tests.store.conftest import fresh_store as fresh_store
from tests.store.said import said


class TestFragments:
    def test_are_sought_in_the_speakers_own_words(self, fresh_store: Store) -> None:
        """Two words that hundreds have said are still found where the draft's own speaker said them."""
        desk = fresh_store.scope()
        rows = [said(f"Pure theatre, day {n} of the strike.", f"Person {chr(65 + n % 26)}{n}") for n in range(600)]
        desk.add_quotes([*rows, said("It was pure theatre from the gallery.", "Tomas Brandt")], "Ines Okafor")

        report = check_quotes([("pure theatre", "Tomas Brandt")], desk)
        assert "Tomas Brandt" == report.quotes[0].matches[0].verified.speaker
