"""The desk's words: dates, counts, signs, and what a text may not do."""

from __future__ import annotations

from datetime import date

import pytest

from bot.flags.registry import REGISTRY
from bot.models import Confidence, Kind, Quote, Severity, Verdict
from bot.render.words import FLAG_TITLES, SEVERITIES, VERDICTS, counted, day, flag_title, opening, said_by, visible


class TestTables:
    def test_every_state_has_its_own_sign(self) -> None:
        """No two verdicts and no two severities look alike without colour."""
        assert set(Verdict) == set(VERDICTS)
        assert set(Severity) == set(SEVERITIES)
        signs = [label.sign for label in (*VERDICTS.values(), *SEVERITIES.values())]
        assert len(set(signs)) == len(signs)

    def test_every_registered_flag_has_a_headline(self) -> None:
        """A rule that is added must be given desk words."""
        assert set(REGISTRY) <= set(FLAG_TITLES)

    def test_no_word_says_that_anybody_told_an_untruth(self) -> None:
        """A tool that compares wordings does not know what is true."""
        said = [*FLAG_TITLES.values(), *(f"{label.word} {label.meaning}" for label in VERDICTS.values())]
        assert [words for words in said if {"false", "fake", "wrong", "lie"} & set(words.lower().split())] == []

    def test_an_unknown_code_is_shown_in_plain_words(self) -> None:
        """A report of a later release is still readable."""
        assert flag_title("tone_shift") == "tone shift"


class TestDay:
    @pytest.mark.parametrize(
        ("moment", "shown"),
        [
            (date(2025, 3, 3), "3 Mar 2025"),
            ("2025-03-03", "3 Mar 2025"),
            ("2025-03-04T09:30:00+00:00", "4 Mar 2025"),
            ("2025-03", "Mar 2025"),
            ("2025", "2025"),
            ("2024-Q3", "2024-Q3"),
            ("2024-13-01", "2024-13-01"),
            ("in the spring", "in the spring"),
            ("", None),
            (None, None),
        ],
    )
    def test_a_date_is_told_at_the_precision_known(self, moment: date | str | None, shown: str | None) -> None:
        """A month stays a month, and what is no date is left alone."""
        assert shown == day(moment)


class TestText:
    @pytest.mark.parametrize(
        ("number", "noun", "shown"),
        [(0, "hold", "0 holds"), (1, "query", "1 query"), (2, "query", "2 queries"), (12408, "day", "12,408 days")],
    )
    def test_numbers_agree_with_their_nouns(self, number: int, noun: str, shown: str) -> None:
        """One query, two queries, and a comma in thousands."""
        assert shown == counted(number, noun)

    def test_controls_are_shown_as_dots(self) -> None:
        """What would move the cursor or turn the text round is made visible; line ends stay."""
        assert visible("a\x1b[2J\u202eb\n\ud800") == "a·[2J·b\n·"

    def test_an_opening_is_one_line(self) -> None:
        """The first nine words, without a comma before the ellipsis."""
        assert opening("We will not\nclose a depot this year, or, if I can help it, ever.") == (
            "We will not close a depot this year, or…"
        )
        assert opening("The cat stays.") == "The cat stays."


class TestSpeaker:
    @pytest.mark.parametrize(
        ("confidence", "shown"),
        [
            (Confidence.HIGH, "Ann Lee"),
            (Confidence.LIKELY, "Ann Lee, likely"),
            (Confidence.GUESS, "Ann Lee, a guess"),
        ],
    )
    def test_is_shown_with_how_sure_it_is(self, confidence: Confidence, shown: str) -> None:
        """An editor sees where the reading of a speaker is not certain."""
        quote = Quote("q1", "No", 0, 2, Kind.DIRECT, speaker="Ann Lee", speaker_as_written="she", confidence=confidence)
        assert shown == said_by(quote)

    def test_of_nobody_named_is_as_written(self) -> None:
        """Words that name nobody stand as the draft has them."""
        assert "one resident" == said_by(Quote("q1", "No", 0, 2, Kind.DIRECT, speaker_as_written="one resident"))
