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
            ("It sank in the winter of nineteen ninety-four.", "winter of nineteen ninety-four", "1994-WI"),
            ("It sank in the '90s.", "'90s", "199X"),
            ("It was quiet over the past century.", "past century", "P100Y"),
            ("It sank on Thanksgiving Day, 2021.", "Thanksgiving Day, 2021", "2021-11-25"),
            ("It sank in mid-2009.", "2009", "2009"),
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
            ("The board met nearly 20 years ago.", "2005"),
            ("The board met earlier this week.", "2025-W45"),
            ("The board met two Sundays ago.", "2025-10-26"),
            ("The board met a year ago today.", "2024-11-05"),
            ("The board met two weeks ago yesterday.", "2025-10-21"),
            ("The board met on the second Tuesday of October.", "2025-10-14"),
            ("The board meets on the last Friday in January 2026.", "2026-01-30"),
            ("The board met late last month.", "2025-10"),
            ("The board on Thursday agreed to sell the hall.", "2025-10-30"),
            ("The board agreed to sell the hall on Thursday.", "2025-11-06"),
            ("The board is supposed to decide by May.", "2026-05"),
            ("The loan was extended through January.", "2026-01"),
            ("Sales through September fell.", "2025-09"),
            ("The hall will open in the summer.", "2026-SU"),
            ("The hall opened in the early summer.", "2025-SU"),
            ("The board met the day before last Tuesday.", "2025-11-03"),
            ("The board will meet the week of 17 November.", "2025-W47"),
            ("The board meets next Tuesday, November 11.", "2025-11-11"),
            ("Under a June agreement the hall stays.", "2025-06"),
            ("Tomorrow's vote is on the hall.", "2025-11-06"),
            ("The buyers are likely to return as soon as trading opened Friday.", "2025-11-07"),
            ("She resigned, telling reporters on Friday of a vote to leave.", "2025-10-31"),
            ("Takings fell in the half ended Nov. 9.", "2024-11-09"),
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

    @pytest.mark.parametrize(
        ("story", "found"),
        [
            ("The hall burned down on 3 May 2024. The next morning the roof fell.", "2024-05-04"),
            ("The hall burned down on 3 May 2024. It had been sold two days earlier.", "2024-05-01"),
            ("The hall was sold in 2019. A year later it burned down.", "2020"),
            ("Third-quarter profit fell to $4 million from $6 million a year earlier.", "2024-Q3"),
            ("Profit rose in the third quarter. Sales were $9 million, up from $8 million a year ago.", "2024-Q3"),
            ("The hall burned down on 3 May 2024. Ten days before the fire it had been sold.", "P10D"),
            ("Profit in 2024 was $4 million, compared with $6 million in the year a year earlier.", "2024"),
            ("The first hearing was on 3 May 2024. Later in the day, the judge ruled.", "2024-05-03"),
        ],
    )
    def test_what_counts_from_the_story_counts_from_the_date_told_before(self, story: str, found: str) -> None:
        """Distances in a tale are from its own days; figures are held against the same stretch a year before."""
        assert found == values(story)[-1][1]

    @pytest.mark.parametrize(
        ("sentence", "ends"),
        [
            ("He ran the mill from 1993 to 2002.", ["1993", "2002"]),
            ("He ran the mill from March 2001 until May 2002.", ["2001-03", "2002-05"]),
            ("He ran the mill between the 1960s and the 1980s.", ["196X", "198X"]),
        ],
    )
    def test_both_ends_of_a_range_are_dates(self, sentence: str, ends: list[str]) -> None:
        """A range gives two dates, each at its own precision."""
        assert ends == [value for _, value in values(sentence)]

    @pytest.mark.parametrize(("published", "value"), [(date(2026, 1, 6), "2025"), (date(2025, 12, 30), "2024")])
    def test_last_year_turns_with_the_year(self, published: date, value: str) -> None:
        """The error of January: ``last year`` of a story of 6 January is the year that ended a week ago."""
        assert [("last year", value)] == values("It shut last year.", published=published)

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
            "They set up a company called Orion 1980.",
            "Rain fell on the spring and on the fall of Rome.",
            "The quarter-to-quarter figures and year-end results are due.",
        ],
    )
    def test_names_and_counts_are_no_dates(self, sentence: str) -> None:
        """A made-up date would raise a false alarm."""
        assert [] == values(sentence)

    def test_a_skipped_stretch_is_not_read(self) -> None:
        """Furniture lines have no dates."""
        text = "Posted 3 May 2024\nIt sank on 4 May 2024."
        assert ["2024-05-04"] == [one.value for one in find_dates(text, None, skip=[(0, 17)])]
