"""Dated events, and when two tellings are one event."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dates import find_dates
from bot.facts.events import find_facts, same_event
from bot.models import DatedFact
from bot.names.find import find_names


def facts(text: str) -> tuple[DatedFact, ...]:
    return find_facts(text, find_dates(text, date(2025, 8, 7)), find_names(text))


class TestFindFacts:
    @pytest.mark.parametrize(
        ("sentence", "subject", "action", "value"),
        [
            (
                "The Odeon Ballroom, which burned down on 9 April 2018, is back.",
                ("odeon", "ballroom"),
                "burn",
                "2018-04-09",
            ),
            ("The Odeon was destroyed by fire in 2018.", ("odeon",), "burn", "2018"),
            ("Ruth Ofori, the mayor, died on 3 May 2019.", ("ruth", "ofori"), "die", "2019-05-03"),
            ("Ruth Ofori's death in 2018 shook the town.", ("ruth", "ofori"), "die", "2018"),
            ("Arthur Vane founded the Larkspur Rowing Club in 1891.", ("larkspur", "rowing", "club"), "found", "1891"),
            ("The Larkspur Rowing Club was set up in 1891.", ("larkspur", "rowing", "club"), "found", "1891"),
        ],
    )
    def test_an_event_has_a_subject_an_action_and_a_value(
        self, sentence: str, subject: tuple[str, ...], action: str, value: str
    ) -> None:
        """However it is told, the same event reads the same."""
        (found,) = facts(sentence)
        assert (subject, action, value) == (found.subject, found.action, found.value)

    @pytest.mark.parametrize(
        "sentence",
        [
            "The council met on 3 May 2024.",
            "The Odeon will open in 2027.",
            "The Odeon never opened in 2004.",
            "The Larkspur Fair opened on 3 May 2024.",
            "The report was published in 2021.",
            "whom she married in 1993",
        ],
    )
    def test_what_comes_back_or_did_not_happen_is_no_fact(self, sentence: str) -> None:
        """Two dates of it would be no conflict."""
        assert () == facts(sentence)


class TestSameEvent:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            (
                "The Odeon Ballroom in Quay Street burned down in 2018.",
                "The Odeon, which burned down in 2019, is back.",
                True,
            ),
            ("Ruth Ofori died in 2018.", "Ofori, who died in 2019, was kind.", True),
            ("Ruth Ofori died in 2018.", "Horace Ofori died in 2019.", False),
            ("The Tyne Bridge opened in 1928.", "The Wear Bridge opened in 1929.", False),
            ("The Odeon opened in 1932.", "The Odeon closed in 1961.", False),
            ("Alec Vale married Kim Stark in 1993.", "Hilda Moss married Alec Vale in 2012.", False),
            ("Alec Vale married Kim Stark in 1993.", "Kim Stark married Alec Vale in 1994.", True),
            ("The Odeon Cinema burned down in 2018.", "The hall burned down in 2019.", False),
        ],
    )
    def test_one_event_needs_one_action_and_one_subject(self, one: str, other: str, same: bool) -> None:
        """Shared words are not enough."""
        (first,), (second,) = facts(one), facts(other)
        assert same is same_event(first, second)

    def test_a_named_event_can_be_found_again_by_a_shared_key(self) -> None:
        """The store looks events up by key, so two tellings must share one."""
        (first,) = facts("The Odeon Ballroom in Quay Street burned down in 2018.")
        (second,) = facts("The Odeon was gutted by fire in 2019.")
        assert {"burn:odeon"} == set(first.keys) & set(second.keys)
