"""The dates of an article: which spans are found, and what they mean."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dates import find_dates

WEDNESDAY = date(2025, 11, 5)


def values(text: str, published: date | None = WEDNESDAY, order: str | None = None) -> list[tuple[str, str | None]]:
    return [(one.text, one.value) for one in find_dates(text, published, date_order=order)]


class TestWrittenDates:
    @pytest.mark.parametrize(
        ("sentence", "span", "value"),
        [
            ("It sank on 3 March 1921 off Skarn.", "3 March 1921", "1921-03-03"),
            ("It sank on March 3, 1921, off Skarn.", "March 3, 1921", "1921-03-03"),
            ("It sank on the 3rd of March 1921.", "3rd of March 1921", "1921-03-03"),
            ("It sank on Thursday, 3 March 1921.", "Thursday, 3 March 1921", "1921-03-03"),
            ("It sank on 2021-03-04.", "2021-03-04", "2021-03-04"),
            ("It sank on 25/12/2021.", "25/12/2021", "2021-12-25"),
            ("It sank on 4.3.2021.", "4.3.2021", "2021-03-04"),
            ("Doors open on 3 July 2024 at 7.45pm.", "3 July 2024 at 7.45pm", "2024-07-03T19:45"),
            ("It sank in July 2024.", "July 2024", "2024-07"),
            ("It sank in June '24.", "June '24", "2024-06"),
            ("It sank in 1811.", "1811", "1811"),
            ("It sank in the summer of 2012.", "summer of 2012", "2012-SU"),
            ("It sank in the 1980s.", "1980s", "198X"),
            ("It sank in the 20th century.", "20th century", "19XX"),
            ("It sank in nineteen ninety-one.", "nineteen ninety-one", "1991"),
            ("Revenue fell in the third quarter of 2024.", "third quarter of 2024", "2024-Q3"),
            ("Revenue fell in Q3 2024.", "Q3 2024", "2024-Q3"),
            ("The budget for FY2024 is late.", "FY2024", "FY2024"),
            ("She stayed for two days.", "two days", "P2D"),
            ("She stayed for three decades.", "three decades", "P30Y"),
            ("It runs every Friday.", "every Friday", "XXXX-WXX-5"),
        ],
    )
    def test_a_date_written_out_has_its_value_at_the_precision_known(
        self, sentence: str, span: str, value: str
    ) -> None:
        """What a paper writes out is read as written."""
        assert [(span, value)] == values(sentence)

    def test_the_year_of_a_range_holds_for_its_beginning_too(self) -> None:
        """``between 3 March and 5 April 2019`` dates both ends to 2019."""
        assert [("3 March", "2019-03-03"), ("5 April 2019", "2019-04-05")] == values(
            "Between 3 March and 5 April 2019 it was shut."
        )

    def test_both_ends_of_a_range_of_days_are_dates(self) -> None:
        """``9-11 May 2024`` names two days."""
        assert ["2024-05-09", "2024-05-11"] == [value for _, value in values("The fair ran from 9-11 May 2024.")]


class TestRelativeDates:
    @pytest.mark.parametrize(
        ("sentence", "value"),
        [
            ("The board met yesterday.", "2025-11-04"),
            ("The board meets tomorrow.", "2025-11-06"),
            ("The board met on Tuesday.", "2025-11-04"),
            ("The board will meet on Tuesday.", "2025-11-11"),
            ("The board met last Friday.", "2025-10-31"),
            ("The board met on Friday last week.", "2025-10-31"),
            ("The board met last week.", "2025-W44"),
            ("The board met last month.", "2025-10"),
            ("The board met last year.", "2024"),
            ("The board met two days ago.", "2025-11-03"),
            ("The board met three months ago.", "2025-08"),
            ("The board met almost four years ago.", "2021"),
            ("The board met last summer.", "2025-SU"),
            ("The board met over the weekend.", "2025-W44-WE"),
            ("The board met on 28 October.", "2025-10-28"),
            ("The board meets on 10 January.", "2026-01-10"),
            ("The board met in December.", "2024-12"),
            ("The board will meet in December.", "2025-12"),
            ("The board met on 3 May last year.", "2024-05-03"),
            ("The board met on Christmas Eve.", "2024-12-24"),
        ],
    )
    def test_a_relative_date_counts_from_publication_on_the_side_of_its_verb(self, sentence: str, value: str) -> None:
        """The story of a Wednesday looks back or ahead as its verbs do."""
        assert [value] == [found for _, found in values(sentence)]

    def test_the_following_year_counts_from_the_date_told_before(self) -> None:
        """A tale of 1998 goes on in 1999, not in the year after publication."""
        assert [("1998", "1998"), ("following year", "1999")] == values(
            "It shut in 1998. The following year it burned."
        )

    def test_without_publication_a_relative_date_has_no_value(self) -> None:
        """``yesterday`` of an undated draft is found and left open."""
        assert [("yesterday", None)] == values("The board met yesterday.", published=None)


class TestFigures:
    @pytest.mark.parametrize(
        ("order", "value", "ambiguous"),
        [(None, "2025", True), ("MDY", "2025-03-04", False), ("DMY", "2025-04-03", False)],
    )
    def test_the_date_order_of_the_desk_settles_day_and_month(
        self, order: str | None, value: str, ambiguous: bool
    ) -> None:
        """3/4/2025 is known to the year until the desk says how it writes dates."""
        (found,) = find_dates("It was proposed on 3/4/2025.", None, date_order=order)
        assert (value, ambiguous) == (found.value, found.ambiguous)

    def test_a_day_that_no_month_has_keeps_its_parts_and_has_no_value(self) -> None:
        """31 November must be seen to be flagged."""
        (found,) = find_dates("It is to be reviewed by 31 November.", WEDNESDAY)
        assert (None, 31, 11) == (found.value, found.day, found.month)


class TestWhatIsNoDate:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Theresa May marched on, and may march again.",
            "The bill came to $1,998, or 2012 people at £1 each.",
            "He lives at 1600 Elm Tree Road.",
            "A 71-year-old in her sixties came second.",
            "She reads The Sunday Whisper on Black Friday.",
            "Route 1999 leads to room 1984.",
            "Today's pupils are the pupils of today.",
            "Ardle led at the end of the third quarter.",
        ],
    )
    def test_names_and_counts_are_no_dates(self, sentence: str) -> None:
        """A made-up date would raise a false alarm."""
        assert [] == values(sentence)

    def test_a_skipped_stretch_is_not_read(self) -> None:
        """Furniture lines have no dates."""
        text = "Posted 3 May 2024\nIt sank on 4 May 2024."
        assert ["2024-05-04"] == [one.value for one in find_dates(text, None, skip=[(0, 17)])]
