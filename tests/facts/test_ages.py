"""How old an article says that somebody is, and when it says they were born."""

from __future__ import annotations

import pytest

from bot.facts.ages import find_ages, find_births
from bot.names.find import find_names


def ages(text: str) -> list[tuple[str, int]]:
    return [(age.person, age.age) for age in find_ages(text, find_names(text))]


def births(text: str) -> list[tuple[str, str]]:
    return [(birth.person, birth.born) for birth in find_births(text, find_names(text))]


class TestWhoseAge:
    @pytest.mark.parametrize(
        "sentence",
        [
            "A few had a good word for Gemma Vale, 43 said the same of Ruth Ofori.",
            "The county gave 42 votes to Percy Adair, 18 for Gemma Vale and 16 for nobody.",
            "The film shows the 78-year-old Adair supporter. Percy Adair left.",
            "She was a 24-year-old clerk at Ofori Hill.",
        ],
    )
    def test_a_figure_that_counts_others_is_nobodys_age(self, sentence: str) -> None:
        """Polls, votes and supporters stand beside names too."""
        assert [] == ages(sentence)

    def test_a_name_within_the_words_of_a_quote_is_not_the_one_who_speaks(self) -> None:
        """``“Adair is a leader,” said the 46-year-old``: another person is 46."""
        assert [("Gemma Vale", 46)] == ages("Gemma Vale is pleased. “Percy Adair is a leader,” said the 46-year-old.")


class TestAges:
    @pytest.mark.parametrize(
        ("sentence", "person", "age"),
        [
            ("Nora Lacey, 16, who plays the oboe, left.", "Nora Lacey", 16),
            ("Rufus Demery turned 80 last week.", "Rufus Demery", 80),
            ("Ruth Ofori, aged 44, of Elm Road, was fined.", "Ruth Ofori", 44),
            ("Gemma Vale (71) smiled.", "Gemma Vale", 71),
            ("Gemma Vale, now 29, lives alone.", "Gemma Vale", 29),
            ("Now 29, Gemma Vale lives alone.", "Gemma Vale", 29),
            ("Percy Adair, a 58-year-old teacher, said so.", "Percy Adair", 58),
            ("A 58-year-old teacher, Percy Adair, said so.", "Percy Adair", 58),
            ("Enter 58-year-old Percy Adair.", "Percy Adair", 58),
            ("Gemma Vale is back. She is 71.", "Gemma Vale", 71),
            ("Gemma Vale is back. The 71-year-old actress smiled.", "Gemma Vale", 71),
            ("Gemma Vale, born on 7 March 1954, is 71.", "Gemma Vale", 71),
        ],
    )
    def test_an_age_is_given_to_the_person_it_is_told_of(self, sentence: str, person: str, age: int) -> None:
        """By name, in apposition, by pronoun or by noun phrase."""
        assert [(person, age)] == ages(sentence)

    def test_a_surname_alone_stands_for_the_fullest_name(self) -> None:
        """The person is the fullest name that the article gives."""
        assert [("Gemma Vale", 71)] == ages("Gemma Vale is back. Vale, 71, smiled.")

    @pytest.mark.parametrize(
        "sentence",
        [
            "Tom Birch was 21 when he left.",
            "Tom Birch, then 21, left.",
            "Horace Vale, who died aged 84, was kind.",
            "Tom Birch, 12 of whose books sold, smiled.",
            "Tom Birch, 40 years a member, smiled.",
            "The 4-year-old dog of Tom Birch barked.",
            "Tom Birch beat Horace Vale 14-2 on Tuesday, 14 May.",
            "The bridge of Tom Birch is a 58-year-old wreck.",
        ],
    )
    def test_what_is_not_somebodys_age_today_is_none(self, sentence: str) -> None:
        """Another day, another thing, another count."""
        assert [] == ages(sentence)


class TestBirths:
    @pytest.mark.parametrize(
        ("sentence", "born"),
        [
            ("Gemma Vale was born on 3 March 1954 in Leeds.", "1954-03-03"),
            ("Gemma Vale, who was born in 1954, said no.", "1954"),
            ("Gemma Vale (born 3 March 1954) is a potter.", "1954-03-03"),
            ("Born in 1954, Gemma Vale grew up in Leeds.", "1954"),
            ("Gemma Vale is a potter. She was born in 1954.", "1954"),
        ],
    )
    def test_a_birth_is_given_to_the_person_born(self, sentence: str, born: str) -> None:
        """The name stands before the word, after it, or a sentence back."""
        assert [("Gemma Vale", born)] == births(sentence)

    def test_the_birth_of_a_child_is_not_the_parents(self) -> None:
        """Her daughter's year is not hers."""
        assert [] == births("Gemma Vale, whose daughter was born in 1990, is a potter.")
