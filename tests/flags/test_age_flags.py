"""The rule on ages."""

from __future__ import annotations

from datetime import date

import pytest

from bot.models import Judged, Kind, Match, Quote, Verdict, VerifiedQuote
from tests.flags.cases import Shelf, codes, flags

THURSDAY = date(2025, 3, 6)
EARLIER = "Tess Averil, 67, has a drawer of warts."


class TestWithinTheDraft:
    @pytest.mark.parametrize(
        "passage",
        [
            "Gemma Vale, 75, was born in 1953.",
            "Gemma Vale, 71, smiled. Later the 70-year-old Vale left.",
            "Gemma Vale, born on 7 March 1954, is 71.",
            "Born in 1980, Tom Birk, 34, is the youngest.",
            "Tom Birk (born 1980) turned 40 last month.",
            "Ruth Ofori, 60, is here. The 62-year-old said no.",
            "Gemma Vale (born 1953) is a potter. Vale, 61, lives alone.",
            "Nora Lacey, 16, plays the oboe. Nora Lacey, 17, hums.",
            "Dame Gemma Vale, who has died aged 91, made pots. Gemma Rook was born on 2 May 1940 in Hull.",
        ],
    )
    def test_two_ages_that_cannot_both_hold_are_a_query(self, passage: str) -> None:
        """By birth, or by another age of the same person."""
        assert ["age_conflict"] == codes(passage, THURSDAY)

    @pytest.mark.parametrize(
        "passage",
        [
            "Gemma Vale, 71, was born in 1953.",
            "Born in 1990, Tom Birk, 34, is the youngest.",
            "Gemma Vale, 71, and Horace Vale, 74, wed.",
            "Tom Birk, 34, was 21 when he joined.",
            "Tom Birk (born 1980) turned 45 last month.",
            "Emma, 7, and Emma Vale, 30, came.",
            "Gemma Vale, 71, met Horace Vale, who was 40 when he left.",
            "Gemma Vale, 71, and her dog, a four-year-old, left.",
            "Gemma Vale, 71, wed Horace Vale, 74, in May. The 74-year-old is a potter.",
            "Gemma Vale, who has died aged 84, made pots. Gemma Rook was born on 2 May 1940 in Hull.",
            "Gemma Vale, 71, met Gemma Rook and Gemma Ash. Gemma Rook was born in 1990.",
        ],
    )
    def test_what_fits_raises_nothing(self, passage: str) -> None:
        """A birthday may or may not have passed, and people share surnames."""
        assert [] == codes(passage, THURSDAY)


class TestAgainstTheStore:
    @pytest.mark.parametrize(
        ("age", "published", "conflict"),
        [
            (67, date(2025, 3, 13), False),
            (68, date(2025, 3, 13), False),
            (70, date(2025, 3, 13), True),
            (66, date(2025, 3, 13), True),
            (69, date(2027, 3, 1), False),
            (67, date(2027, 3, 1), True),
            (66, date(2024, 9, 1), False),
            (68, date(2024, 9, 1), True),
        ],
    )
    def test_time_that_passed_between_two_articles_counts(self, age: int, published: date, conflict: bool) -> None:
        """67 on 6 March 2025 is 67 or 68 a week later, and 68 or 69 two years on."""
        found = flags(f"Tess Averil, {age}, is back.", published, shelf=Shelf.of(EARLIER, THURSDAY))
        assert (["age_conflict"] if conflict else []) == [flag.code for flag in found]

    @pytest.mark.parametrize("name", ["Tara Averil", "Magnus Averil"])
    def test_another_person_of_the_surname_raises_nothing(self, name: str) -> None:
        """Two people may share a surname and not an age."""
        assert [] == flags(f"{name}, 70, is back.", THURSDAY, shelf=Shelf.of(EARLIER, THURSDAY))

    def test_two_names_given_the_same_words_are_one_person(self) -> None:
        """Where a quote joins Tara to Tess, her age is Tess's."""
        quote = Quote("q1", "I was the second witch,", 30, 53, Kind.DIRECT, speaker="Tara Averil")
        match = Match(VerifiedQuote(1, "I was the second witch.", "Tess Averil"), 1.0)
        judged = (Judged(quote, Verdict.VERBATIM, (match,)),)
        (flag,) = flags("Tara Averil, 70, is back.", THURSDAY, shelf=Shelf.of(EARLIER, THURSDAY), judged=judged)
        assert ("age_conflict", "Tess Averil") == (flag.code, flag.evidence[0].speaker)

    def test_without_any_date_one_year_is_let_pass(self) -> None:
        """Nobody knows how far apart two undated articles are; a year is nothing."""
        shelf = Shelf.of(EARLIER, None)
        assert [[], ["age_conflict"]] == [
            [flag.code for flag in flags(f"Tess Averil, {age}, is back.", None, shelf=shelf)] for age in (68, 70)
        ]
