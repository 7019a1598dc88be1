"""Searching the store by hand."""

from __future__ import annotations

import pytest

from store import Scope, Store
from tests.store.said import said, stored

FERRY = "We will not sell the old ferry, nor raise the harbour fee."
BRIDGE = "The bridge stays shut until the engineers are done with it."
GULLS = "The gulls are back on Tern Island, and the ferry crew feeds them."


@pytest.fixture
def filled(desk: Scope) -> Scope:
    """A store with three quotes of two people."""
    desk.add_quotes([said(FERRY), said(BRIDGE, "Tomas Brandt"), said(GULLS, "Tomas Brandt")], "Ines Okafor")
    return desk


class TestFind:
    @pytest.mark.parametrize(
        ("words", "best"),
        [
            ("harbour fee", FERRY),
            ("harbor fee", FERRY),
            ("fee harbour raise", FERRY),
            ("won't sell", FERRY),
            ("engin", BRIDGE),
            ("enginers", BRIDGE),
            ("brigde shut", BRIDGE),
            ("“Tern Island”", GULLS),
            ("ferry gulls zeppelin", GULLS),
            ("gulls bridge engineers", BRIDGE),
        ],
    )
    def test_puts_the_best_first(self, filled: Scope, words: str, best: str) -> None:
        """In any order, begun, misspelled or with a word too many: the quote that was meant comes first."""
        assert best == filled.find(words)[0].text

    def test_finds_only_one_speakers_words(self, filled: Scope) -> None:
        """With a speaker, only that speaker's words are found, by surname or nearly so."""
        assert [GULLS] == [quote.text for quote in filled.find("ferry", speaker="Brandt")]
        assert [GULLS] == [quote.text for quote in filled.find("ferry", speaker="tomas brandtt")]
        assert [] == filled.find("ferry", speaker="Nobody")
        assert {BRIDGE, GULLS} == {quote.text for quote in filled.find("", speaker="Brandt")}

    @pytest.mark.parametrize("words", ["", "…", "zeppelin", '" OR words : "ferry', ") OR (", "*", "ferry*^:"])
    def test_takes_anything_as_words(self, filled: Scope, words: str) -> None:
        """Marks of a query language are only marks, and what nothing fits finds nothing."""
        found = filled.find(words)
        assert ("ferry" in words) == bool(found)

    def test_gives_no_more_than_asked_for(self, filled: Scope) -> None:
        """The answer is as long as the caller wants it at most."""
        assert 1 == len(filled.find("the", limit=1))

    def test_stays_in_its_scope(self, fresh_store: Store) -> None:
        """A channel finds the workspace's words and its own, the workspace not the channel's."""
        stored(fresh_store.scope("T1"), FERRY)
        stored(fresh_store.scope("T1", "C1"), GULLS)

        assert {FERRY, GULLS} == {quote.text for quote in fresh_store.scope("T1", "C1").find("ferry")}
        assert [FERRY] == [quote.text for quote in fresh_store.scope("T1").find("ferry")]
        assert [] == fresh_store.scope("T1").find("gulls")
        assert [] == fresh_store.scope("T11").find("ferry")


class TestSpeakers:
    @pytest.mark.parametrize(
        ("name", "known"),
        [
            ("Marta Velling", ["Marta Velling"]),
            ("Marta Veling", ["Marta Velling"]),
            ("Greta Velling", ["Marta Velling"]),
            ("VELLING", ["Marta Velling"]),
            ("Rust", ["Rush"]),
            ("Anton Christofferson", []),
            ("Anton Kristofersen", ["Anton Kristofferson"]),
            ("Marta", []),
            ("", []),
        ],
    )
    def test_are_known_by_a_near_surname(self, desk: Scope, name: str, known: list[str]) -> None:
        """Speakers with this surname, or one a slip of the keys away, are known; others are not."""
        people = ("Marta Velling", "Tomas Brandt", "Rush", "Anton Kristofferson")
        desk.add_quotes([said(f"Pier {n} is shut.", who) for n, who in enumerate(people)], "Ines Okafor")

        assert known == [speaker.name for speaker in desk.speakers_like(name)]

    def test_come_with_the_very_name_first(self, desk: Scope) -> None:
        """Of many with nearly one surname the very name comes first, then the same surname."""
        people = ("Ada Vellin", "Greta Velling", "Marta Velling")
        desk.add_quotes([said(f"Pier {n} is shut.", who, "minutes") for n, who in enumerate(people)], "Ines Okafor")

        assert ["Marta Velling", "Greta Velling", "Ada Vellin"] == [
            speaker.name for speaker in desk.speakers_like("Marta Velling")
        ]
        assert {"minutes"} == {speaker.source for speaker in desk.speakers_like("Marta Velling")}

    def test_are_known_by_another_name(self, desk: Scope) -> None:
        """A speaker who bears another name is known by both."""
        stored(desk, FERRY)
        desk.alias("Marta Velling", "Marta Holm", "Ines Okafor")
        desk.alias("Marta Velling", "Marta Holm", "Ines Okafor")

        assert ["Marta Holm"] == [speaker.name for speaker in desk.speakers_like("Holm")]
