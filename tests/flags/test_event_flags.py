"""The rules on dated events and on elapsed time."""

from __future__ import annotations

from datetime import date

import pytest

from tests.flags.cases import Shelf, codes, flags

THURSDAY = date(2025, 3, 6)


class TestElapsed:
    @pytest.mark.parametrize(
        "passage",
        [
            "The potter is at the wheel again, nearly two decades after their noisy divorce. They wed in 1994 and divorced in 2001.",
            "She sold the mill in 1998, almost four decades after she had bought it in 1971.",
            "She married Piers Ash in 1961 and was widowed in 2003, barely a quarter of a century after the wedding.",
            "She took up the horn in 2008 and still plays nearly three decades later.",
            "More than three decades after the ferry made its final trip in 2004, the quay has opened.",
            "The mill shut in 1999, more than 40 years ago.",
            "The mill shut 36 years ago, in 1999.",
            "They married in 1993 and, fifteen years later, in 2002, they divorced.",
            "About 20 years after the fire of 1990, the hall is still shut.",
            "Nearly a century after the dam burst in 1976, the village still waits.",
            "Two decades after the bridge fell in 2015, nobody has paid.",
            "The club was founded in 1975 and is going strong 60 years later.",
            "The band split in 1998; 37 years later, they are back.",
            "Almost 40 years since the pit closed in 1996, the town is still poor.",
        ],
    )
    def test_words_that_do_not_fit_their_dates_are_a_query(self, passage: str) -> None:
        """Newspapers round, but not by a decade."""
        assert ["elapsed_mismatch"] == codes(passage, THURSDAY)

    def test_the_flag_names_the_phrase_and_the_years(self) -> None:
        """The desk sees what the dates make of it."""
        text = "She took up the horn in 2008 and still plays nearly three decades later."
        (flag,) = flags(text, THURSDAY)
        assert "nearly three decades later" == text[flag.start : flag.end]
        assert "16 or 17 years" in flag.message


class TestWithinTheDraft:
    @pytest.mark.parametrize(
        "passage",
        [
            "The Odeon Ballroom burned down on 4 April 2018. It is back. The Odeon, which burned down on 4 April 2019, was insured.",
            "Ruth Ofori died in 2011. Tributes came. Ofori, who died in 2012, was a judge.",
            "Larkspur Hall was built in 1966. Larkspur Hall was built in 1968 by prisoners.",
            "The Larkspur Rowing Club was founded in 1891. Arthur Vane founded the Larkspur Rowing Club in 1894.",
            "The diner, which opened in 1951, was cheap. Coffee was a nickel. When the diner opened in 1953, it rained.",
            "The Grumble sank in 1921. The Grumble sank on 3 March 1922 off Skarn.",
        ],
    )
    def test_one_event_on_two_dates_is_held(self, passage: str) -> None:
        """The draft cannot be right twice."""
        assert ["date_conflict"] == codes(passage, THURSDAY)


class TestSilence:
    @pytest.mark.parametrize(
        "passage",
        [
            "Larkspur Hall was built in 1968. The new wing of Larkspur Hall was built in 1998.",
            "She took up the horn in 2008 and still plays nearly two decades later.",
            "More than two decades after the ferry made its final trip in 2004, the quay has opened.",
            "The mill shut in 1999, more than 25 years ago.",
            "The mill shut 26 years ago, in 1999.",
            "They married in 1993 and, nine years later, in 2002, they divorced.",
            "Ten years after the war ended in 1945, he moved to Leeds.",
            "Nearly half a century after the dam burst in 1976, the village still waits.",
            "A decade after the bridge fell in 2015, nobody has paid.",
            "The club was founded in 1975 and is going strong 50 years later.",
            "Oduro narrowly won in 2008 but lost four years later.",
            "The band split in 1998; 27 years later, they are back.",
            "He left in 2001 and returned two years later.",
            "Almost 30 years since the pit closed in 1996, the town is still poor.",
            "Less than a year after the 2020 vote, he was out.",
            "Five years on from the 2020 vote, he is out.",
            "A year after the flood, the shop is open.",
            "The school opened in 1960 and closed 40 years later.",
            "It is over 100 years since the mill opened in 1899.",
            "Gemma Vale, born on 5 March 1954, is 71.",
            "The Odeon Ballroom burned down in 2018. The Odeon, which burned down on 4 April 2018, was insured.",
            "The Tyne Bridge opened in 1928. The Wear Bridge opened in 1929.",
            "The Hagg signal box was built in 1901. The Hagg signal box closed in 2004.",
            "Kim Stark married Ron Snyder in 1980. Alec Vale married Kim Stark in 1993.",
            "Ruth Ofori was elected mayor in 2011. Ruth Ofori was elected to parliament in 2015.",
            "The Orion Cinema opened in 1932, closed in 1961 and reopened in 1990.",
        ],
    )
    def test_what_fits_or_cannot_be_placed_raises_nothing(self, passage: str) -> None:
        """Right sums, rounded sums, and tales whose end nobody dated."""
        assert [] == codes(passage, THURSDAY)


class TestAgainstTheStore:
    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            (
                "The Odeon Ballroom in Quay Street burned down on 4 April 2019.",
                "The Odeon Ballroom, which burned down on 4 April 2018, is back.",
            ),
            ("The Odeon burned down in 2019.", "The Odeon Picture House was gutted by fire in 2018."),
            ("Ruth Ofori, the judge, died on 3 May 2019.", "The town still mourns Ofori. Ruth Ofori died in 2018."),
            ("The Tyne Bridge opened on 1 May 1928.", "The Tyne Bridge was opened on 2 May 1928."),
            ("The Larkspur Rowing Club was founded in 1891.", "Arthur Vane founded the Larkspur Rowing Club in 1894."),
            ("Larkspur Hall, built in 1966, seats 700.", "Larkspur Hall was built in 1968."),
            ("The ferry Grumble sank on 3 March 1921.", "The Grumble sank in April 1921."),
            ("Alec Vale and Kim Stark married in 1993.", "Kim Stark married Alec Vale in 1995."),
        ],
    )
    def test_an_event_that_a_verified_article_dates_otherwise_is_held(self, verified: str, draft: str) -> None:
        """With the verified sentence and who stands for it."""
        (flag,) = flags(draft, shelf=Shelf.of(verified, date(2025, 7, 3)))
        assert ("date_conflict", verified) == (flag.code, flag.evidence[0].text)
        assert ("Wharf Weekly", "L. Day") == (flag.evidence[0].outlet, flag.evidence[0].verified_by)

    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("The Odeon Ballroom burned down on 4 April 2019.", "The Odeon burned down in April 2019."),
            ("The Odeon burned down in 2019.", "The Gaumont burned down in 2018."),
            ("Ruth Ofori died in 2019.", "Horace Ofori died in 2018."),
            ("The Odeon opened in 1932.", "The Odeon closed in 1961."),
            ("The hall was built in 1966.", "The hall was built in 1968."),
            ("Alec Vale married Kim Stark in 1993.", "Hilda Moss married Alec Vale in 2012."),
            ("The Wharfside Regatta opened on 14 June 2024.", "The Wharfside Regatta opened on 13 June 2025."),
            ("Tyne Bridge was closed in 2004.", "Tyne Bridge will be closed in 2026."),
            ("Garrick's father died in 2010.", "Ruth Garrick died in 2014."),
            ("The barge, whose pilot Sean was killed in 2012, lies there.", "Sean was killed in 2014."),
            ("A Merlin built in 1991 flew over.", "A Merlin built in 1994 landed."),
            ("It is a jet which Merlin built in 1991.", "She flies a jet which Merlin built in 1994."),
            ("There 168 people were killed in 1995.", "There 168 people were killed in 2004."),
        ],
    )
    def test_another_event_and_the_same_date_raise_nothing(self, verified: str, draft: str) -> None:
        """Shared words make no event, and a month agrees with its day."""
        assert [] == flags(draft, shelf=Shelf.of(verified, date(2025, 7, 3)))
