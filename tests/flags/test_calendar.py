"""The rules on the calendar: what they raise, and on what they stay silent."""

from __future__ import annotations

from datetime import date

import pytest

from bot.models import Kind, PublicationDate, Quote
from tests.flags.cases import codes, flags


class TestWeekdayMismatch:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The strike began on Thursday, November 3, and went on.",
            "The fair opened on Thursday, 14 June 2024.",
            "The fair opened on Friday 13th June 2024.",
            "Ruth Ofori was born on Monday, March 3, 2013.",
            "The council will meet on Tuesday 10 November.",
            "The match was on Sunday, Nov. 1.",
            "The bridge closed on Wed., Oct. 30, 2025.",
            "On 3 November 2025, a Tuesday, the roof fell.",
            "The deadline is 1 December (Sunday).",
            "Doors open on Friday the 22nd of November.",
            "She died on Sunday 4 October 2025 at home.",
            "The vote is set for Monday, 2 December.",
            "The meeting will be on Monday, 2 December. There is one item, the mower, as there has been since 2019.",
            "Bloody Sunday, 31 January 1972, is marked each year.",
        ],
    )
    def test_a_weekday_that_is_not_that_dates_is_held(self, sentence: str) -> None:
        """With a year or without, before the date or after it."""
        assert ["weekday_mismatch"] == codes(sentence)

    def test_the_flag_names_the_words_and_the_real_weekday(self) -> None:
        """Either side may be wrong, so the desk is asked which."""
        text = "The strike began on Thursday, November 3, and went on."
        (flag,) = flags(text)
        assert "Thursday, November 3" == text[flag.start : flag.end]
        assert "3 November 2025 is a Monday" in flag.message
        assert ["3 November 2025 is a Monday."] == [one.text for one in flag.evidence]

    def test_a_tale_of_another_year_keeps_its_own_weekdays(self) -> None:
        """The year that the paragraph names is one that its dates may mean."""
        assert [] == codes("The winter of 1944 was hard. The bridge fell on Thursday, 2 November, at noon.")


class TestImpossibleDate:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The lease is to be signed by November 31.",
            "He was born on 31 April 1950.",
            "The show opens on the 30th of February.",
            "It closed on 29 February 2023.",
            "It closed on Feb. 29, 2023.",
            "It ran from 28-31 June.",
            "It ran from June 28-31.",
            "It was signed on 31/06/2025.",
            "It was signed on 30/2/2025.",
            "The council met on 31st September.",
            "Thirty-first of June is no day.",
            "The term ends on June 31st, 2026.",
            "Between 28 and 31 November the road is shut.",
            "He met on 29 February.",
        ],
    )
    def test_a_day_that_no_calendar_has_is_held(self, sentence: str) -> None:
        """However it is written."""
        assert ["impossible_date"] == codes(sentence)


class TestFuturePast:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The new bell was rung for the first time on 23 November 2025 before a crowd.",
            "The hall opened on 12 December 2025.",
            "The union won the vote on 1 March 2026.",
            "Ruth Ofori died on 20 November 2025.",
            "The board met in the village hall on 30 November 2025.",
            "The hall was opened by the mayor on Nov. 20.",
            "The hall was opened by the mayor on 20 November.",
            "The bridge, which collapsed on 9 January 2026, is being rebuilt.",
            "The school was built in 2031.",
            "She moved to Leeds in March 2027 and stayed.",
            "The hall has stood empty since 2027.",
            "He was sworn in on 3 January 2026.",
            "He said on 23 November 2025 that it was over.",
            "The first train ran on 1 May 2026.",
            "“It was dreadful,” she said on 14 December.",
            "The fire broke out on 22 November 2025 and burned for a day.",
            "The treaty was signed on 2 February 2026.",
        ],
    )
    def test_what_is_told_as_past_and_dated_after_publication_is_held(self, sentence: str) -> None:
        """The date is wrong, or the thing is still to come."""
        assert ["future_past"] == codes(sentence)


class TestSilence:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The fair opens on Friday, 14 June 2024.",
            "The fair opened on Friday 14th June 2024.",
            "The council will meet on Monday 10 November.",
            "The council met on Monday 3 November.",
            "The match was on Saturday, Nov. 1.",
            "The bridge closed on Wed., Oct. 29, 2025.",
            "On 3 November 2025, a Monday, the roof fell.",
            "The deadline is 1 December (Monday).",
            "Doors open at 7pm on the evening of Friday the 21st of November.",
            "In 1944 the town was shelled. On Tuesday, 6 June, the landing began.",
            "He was arrested on Friday, 20 December, and is still in jail.",
            "He was arrested on Friday, 20 December 2024, and is still in jail.",
            "She died on Saturday 4 October 2025 at home.",
            "The vote is set for Tuesday, 2 December.",
            "Thursday's vote on 6 November will decide.",
            "They fought on Bloody Sunday, 30 January 1972.",
            "It closed on 29 February 2024.",
            "In October 56 children were ill.",
            "In June 31 people were ill.",
            "In November 31 children were hurt.",
            "She was born on 29 February.",
            "He scored 31 in April.",
            "The hall will open on 12 December 2025.",
            "The hall is due to be opened on 12 December 2025.",
            "The band announced a concert on 12 December 2025.",
            "The trial was set for 3 March 2026.",
            "The trial was postponed until 3 March 2026.",
            "She was told to appear on 3 March 2026.",
            "He was remanded to appear on 20 November 2025.",
            "The club won a place in the final on 23 November 2025.",
            "He said the hall would open on 12 December 2025.",
            "The council voted to close the pool on 1 January 2026.",
            "The lease ran until 3 March 2026.",
            "They have booked the hall for 12 December 2025.",
            "The strike was called for 1 December 2025.",
            "Tickets went on sale for the show on 12 December 2025.",
            "The hall opened on 5 November 2025.",
            "The hall opened on 6 November 2025.",
            "The plan was to open on 12 December 2025.",
            "The line was to have opened on 12 December 2025.",
            "The world championships in 2027 were awarded to Leeds.",
            "He is contracted until June 2027.",
            "The town has been chosen to host the games in 2028.",
            "The government said it expected growth in 2026.",
            "She has been named as a candidate in 2026.",
            "The hall opens on 12 December 2025.",
            "Passengers face delays when the line closes on 1 December 2025.",
        ],
    )
    def test_what_a_newspaper_may_write_raises_nothing(self, sentence: str) -> None:
        """A false alarm on a sound date costs more than a missed one."""
        assert [] == codes(sentence)


class TestUndated:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The society met yesterday.",
            "The society met last week.",
            "The society met on Tuesday.",
            "The society met two days ago.",
            "The society meets tomorrow.",
            "The society moved last year.",
            "The society met last Friday.",
            "The society meets next month.",
        ],
    )
    def test_a_relative_date_of_an_undated_draft_is_a_query(self, sentence: str) -> None:
        """Nothing says which day is meant; a publication date does."""
        assert ["relative_date_unanchored"] == codes(sentence, None)
        assert [] == codes(sentence)

    def test_it_is_raised_once_at_the_first_place(self) -> None:
        """One missing date is one question."""
        text = "The society met yesterday. It meets again tomorrow."
        assert ["yesterday"] == [text[flag.start : flag.end] for flag in flags(text, None)]

    def test_the_speakers_own_words_are_not_asked_about(self) -> None:
        """What a speaker calls yesterday is the speaker's."""
        quote = Quote("q1", "We met yesterday,", 1, 18, Kind.DIRECT)
        assert [] == flags("“We met yesterday,” she said.", None, quotes=(quote,))

    def test_dates_written_out_need_no_anchor(self) -> None:
        """3 May 2024 is 3 May 2024 in any draft."""
        assert [] == codes("The society met on 3 May 2024, its last day for two years.", None)


class TestFigures:
    @pytest.mark.parametrize("sentence", ["It was proposed on 3/4/2025.", "It was proposed on 03/04/25."])
    def test_a_date_that_can_be_read_two_ways_is_a_note(self, sentence: str) -> None:
        """The tool does not guess between April and March."""
        assert ["ambiguous_numeric_date"] == codes(sentence)

    @pytest.mark.parametrize(
        "sentence", ["It was proposed on 25/4/2025.", "It was proposed on 4/4/2025.", "It was proposed on 2025-04-03."]
    )
    def test_a_date_that_can_be_read_one_way_is_none(self, sentence: str) -> None:
        """25 is no month, and 4/4 is one day in either order."""
        assert [] == codes(sentence)

    def test_the_desks_date_order_settles_it(self) -> None:
        """A desk that has set its order is not asked."""
        assert [] == flags("It was proposed on 3/4/2025.", order="DMY")


class TestPublication:
    TEXT = "Published: 7 August 2025\nFirst published on 12 August 2025\nThe curtain is back."

    def stated(self, second: date) -> tuple[PublicationDate, ...]:
        return (PublicationDate(date(2025, 8, 7), 11, 24), PublicationDate(second, 44, 58))

    def test_two_publication_dates_are_a_note_at_the_second(self) -> None:
        """The page cannot have first run on both days."""
        (flag,) = flags(self.TEXT, date(2025, 8, 7), stated=self.stated(date(2025, 8, 12)))
        assert ("publication_date_conflict", "12 August 2025") == (flag.code, self.TEXT[flag.start : flag.end])

    def test_one_date_said_twice_is_none(self) -> None:
        """Saying it again is no conflict."""
        assert [] == flags(self.TEXT, date(2025, 8, 7), stated=self.stated(date(2025, 8, 7)))
