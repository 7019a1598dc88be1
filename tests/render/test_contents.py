"""The findings as a list at the head of the page."""

from __future__ import annotations

from bot.models import Article, Flag, Recheck, Report, Severity
from bot.render.cards import cards
from bot.render.contents import SHOWN, Contents, contents

from .harbour import demo_report
from .pages import tree, words


def listed(report: Report) -> Contents:
    """The list of a report."""
    return contents(report.article, cards(report))


def alike(count: int) -> Report:
    """A report with so many queries on a name."""
    flags = tuple(Flag("name_variant", Severity.QUERY, at, at + 3, "Check it.") for at in range(count))
    return Report(Article("Cat " * count), flags=flags)


class TestList:
    def test_the_worst_stand_first(self) -> None:
        """Holds, then queries, then notes; each in the order of the article."""
        found = listed(demo_report())
        lines = [*found.shown, *found.rest]
        assert [entry.card.rank for entry in lines] == sorted(entry.card.rank for entry in lines)
        holds = [entry.card.start for entry in lines if entry.card.level == "hold"]
        assert holds == sorted(holds)

    def test_every_finding_is_in_it_once(self) -> None:
        """No note with a finding is missing, and no quiet one is listed."""
        found = listed(demo_report())
        expected = {card.anchor for card in cards(demo_report()) if card.findings}
        anchors = [entry.card.anchor for entry in (*found.shown, *found.rest)]
        assert (expected, len(expected)) == (set(anchors), len(anchors))

    def test_says_who_speaks_or_which_words(self) -> None:
        """A line is told from its neighbours by a name, or by the words themselves."""
        about = {entry.card.heading: entry.about for entry in listed(demo_report()).shown}
        assert "Greta Halloran" == about["words that turn the sense are missing"]
        flag = Flag("impossible_date", Severity.HOLD, 9, 16, "Ask.")
        (entry,) = listed(Report(Article("It opens 31 June."), flags=(flag,))).shown
        assert "“31 June”" == entry.about

    def test_a_long_list_is_folded_but_never_for_one_line(self) -> None:
        """One more than fit is shown with them; of two more both are folded."""
        assert (SHOWN + 1, 0) == tuple(map(len, (listed(alike(SHOWN + 1)).shown, listed(alike(SHOWN + 1)).rest)))
        assert (SHOWN, 2) == tuple(map(len, (listed(alike(SHOWN + 2)).shown, listed(alike(SHOWN + 2)).rest)))

    def test_what_an_edit_brought_leads_those_as_grave(self) -> None:
        """After an edit a new query stands before one that was open."""
        report = alike(2)
        first, second = report.flags
        again = Report(report.article, flags=report.flags, recheck=Recheck(open=(first,), new=(second,)))
        assert ["new", "still open"] == [entry.card.standing for entry in listed(again).shown]

    def test_leads_to_the_words(self) -> None:
        """Each line is a link to the place in the article, also without script."""
        page = tree(demo_report())
        links = page.xpath("//nav[@id='contents']//a")
        assert 24 == len(links)
        for link in links:
            assert 1 == len(page.xpath(f"//article//*[@id='{link.get('href')[1:]}']"))
        assert words(links[0]) == "■ hold: Words that turn the sense are missing Greta Halloran"
