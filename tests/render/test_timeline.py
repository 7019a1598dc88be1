"""The dates of an article on the strip above it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.models import Article, DateMention, Flag, Report, Severity
from bot.render.cards import cards
from bot.render.timeline import STRIP, Moment, moments

from .pages import tree, words
from .reports import place

TEXT = (
    "The pier burned in 1998. It was rebuilt by May 2003, closed again on 9 March 2025, and since 9 March nobody has "
    "fished there. The council met on Monday at 7pm, and will meet in the autumn, for two days, on 31 June."
)


def dated(*rows: tuple[str, str | None], kind: str = "date", published: date | None = date(2025, 3, 12)) -> Report:
    """An article in which these words mean these dates."""
    mentions = tuple(DateMention(words, *place(TEXT, words), value, kind) for words, value in rows)
    return Report(Article(TEXT, published=published), dates=mentions)


def strip(report: Report) -> tuple[Moment, ...]:
    """Its moments."""
    return moments(report, cards(report))


ALL = dated(
    ("autumn", "2025-FA"),
    ("9 March 2025", "2025-03-09"),
    ("1998", "1998"),
    ("May 2003", "2003-05"),
    ("since 9 March", "2025-03-09"),
    ("Monday at 7pm", "2025-03-10T19:00"),
    ("31 June", None),
)


class TestMoments:
    def test_stand_in_the_order_of_the_calendar(self) -> None:
        """The strip is sorted by date, whatever order the article tells them in, with the day of publication."""
        expected = ["1998", "May 2003", "9 Mar 2025", "10 Mar, 19:00 2025", "12 Mar 2025", "autumn 2025"]
        assert expected == [moment.full for moment in strip(ALL)]

    def test_a_year_is_named_once(self) -> None:
        """Only where another year begins is it written."""
        assert ["1998", "2003", "2025", "", "", ""] == [moment.year for moment in strip(ALL)]

    def test_a_date_told_twice_stands_once(self) -> None:
        """It leads to each of its places."""
        march = next(moment for moment in strip(ALL) if moment.value == "2025-03-09")
        assert ("date-2", "date-5") == march.places

    def test_the_day_of_publication_is_marked(self) -> None:
        """It is there though the text does not name it, and then leads nowhere."""
        (published,) = [moment for moment in strip(ALL) if moment.published]
        assert ("2025-03-12", ()) == (published.value, published.places)

    def test_what_has_no_place_in_the_calendar_is_left_out(self) -> None:
        """A day that does not exist is a finding, not a moment; a duration is none either."""
        assert () == strip(dated(("31 June", None), ("9 March 2025", "2025-03-09"), published=None))
        assert () == strip(dated(("two days", "P2D"), kind="duration"))

    def test_one_date_makes_no_strip(self) -> None:
        """There is nothing to compare it with."""
        assert () == strip(dated(("1998", "1998"), published=None))

    def test_the_longer_stretch_leads_the_days_in_it(self) -> None:
        """A whole year stands before its own first of January."""
        found = strip(dated(("9 March 2025", "2025-01-01"), ("1998", "2025"), published=None))
        assert ["2025", "2025-01-01"] == [moment.value for moment in found]

    @pytest.mark.parametrize(
        ("later", "gap"), [("2025-03-10", 0), ("2025-04-09", 1), ("2025-12-24", 2), ("2031", 3), ("2071", 4)]
    )
    def test_what_lies_further_apart_stands_further_apart(self, later: str, gap: int) -> None:
        """A day, a month, a season, some years and some decades are five distances."""
        found = strip(dated(("9 March 2025", "2025-03-09"), ("autumn", later), published=None))
        assert [gap, 0] == [moment.gap for moment in found]

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            ("198X", "the 1980s"),
            ("2025-Q3", "Q3 2025"),
            ("2025-W27", "week 27 2025"),
            ("2025-W27-WE", "weekend of week 27 2025"),
            ("2025-SU", "summer 2025"),
            ("2025-07", "Jul 2025"),
        ],
    )
    def test_every_precision_is_written_in_words(self, value: str, words: str) -> None:
        """Nobody reads TIMEX3 at the desk."""
        found = strip(dated(("autumn", value), ("1998", "1898"), published=None))
        assert words == found[1].full

    def test_a_finding_on_a_date_is_told_on_the_strip(self) -> None:
        """The worst one that is about the date gives it its colour and sign."""
        flags = (
            Flag("publication_date_conflict", Severity.NOTE, *place(TEXT, "9 March 2025"), "Which day is it?"),
            Flag("weekday_mismatch", Severity.HOLD, *place(TEXT, "on 9 March 2025"), "Check the day."),
        )
        report = Report(ALL.article, dates=ALL.dates, flags=flags)
        held = [(moment.value, moment.card.level) for moment in strip(report) if moment.card]
        assert [("2025-03-09", "hold")] == held


class TestStrip:
    def test_leads_to_the_words(self) -> None:
        """Every date of the strip is a link to a place of the article, and what stands there is the date."""
        page = tree(ALL)
        links = page.xpath("//nav[@class='timeline']//a")
        assert 5 == len(links)
        for link in links:
            (at,) = page.xpath(f"//article//*[@id='{link.get('href')[1:]}']")
            assert at.tail.startswith(("1998", "May 2003", "9 March 2025", "Monday at 7pm", "autumn"))

    def test_is_not_there_without_dates(self) -> None:
        """An article that names none has no empty strip."""
        assert [] == tree(Report(Article("The cat stays."))).xpath("//nav[@class='timeline']")

    def test_a_very_long_strip_is_folded(self) -> None:
        """Under its first and last date; the headline stays on the first screen."""
        years = tuple(DateMention("1998", *place(TEXT, "1998"), str(year)) for year in range(1990, 1991 + STRIP))
        page = tree(Report(Article(TEXT), dates=years))
        assert ["25 dates, from 1990 to 2014"] == page.xpath("//nav[@class='timeline']/details/summary/text()")
        assert [] == tree(Report(Article(TEXT), dates=years[1:])).xpath("//nav[@class='timeline']/details")

    def test_says_in_words_what_its_signs_say(self) -> None:
        """A screen reader hears the whole date, how often it is named, and the finding on it."""
        flag = Flag("weekday_mismatch", Severity.HOLD, *place(TEXT, "9 March 2025"), "Check the day.")
        page = tree(Report(ALL.article, dates=ALL.dates, flags=(flag,)))
        (link,) = page.xpath("//nav[@class='timeline']//a[contains(@aria-label,'9 Mar')]")
        assert link.get("aria-label") == "9 Mar 2025, in 2 places, hold: the weekday does not fit the date"
        assert "9 Mar" in words(link)
