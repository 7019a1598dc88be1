"""The last version beside this one, on the page of a re-check."""

from __future__ import annotations

from typing import Any

from bot.models import Article, Change, Judged, Quote, Recheck, Report, Severity, Verdict
from bot.models.reading import Kind
from bot.recheck import compare
from bot.render.cards import cards
from bot.render.versions import Pair, pairs

from .pages import tree, words
from .reports import Desk, place, verified

BEFORE = "The pier opens on 31 June.\n\n“The cat goes,” said Roake.\n\nThe puffin stays."
AFTER = "The pier opens on 30 June.\n\n“The cat stays,” said Roake."


def first(text: str, said: str, verdict: Verdict) -> Report:
    """A check of one quote and, where it stands there, of a date that does not exist."""
    desk = Desk(text)
    entry = verified(1, "The cat stays,", "Elias Roake")
    quoted = desk.quote(said, "Elias Roake", verdict, entry)
    if verdict is Verdict.ALTERED:
        desk.flag("material_change", Severity.HOLD, said, "The draft has “goes” for “stays”.", entry, quotes=[quoted])
    if "31 June" in text:
        desk.flag("impossible_date", Severity.HOLD, "31 June", "“31 June”: June has 30 days.")
    return Report(Article(text), tuple(desk.quotes), flags=tuple(desk.flags))


def again() -> Report:
    """The corrected draft, checked against the first."""
    return compare(first(BEFORE, "The cat goes,", Verdict.ALTERED), first(AFTER, "The cat stays,", Verdict.VERBATIM))


def shown(report: Report) -> tuple[Pair, ...]:
    return pairs(report, cards(report))


def marked(side: Any) -> list[str]:
    return [run.text for run in side if run.mark == "changed"]


class TestPairs:
    def test_every_changed_paragraph_is_set_beside_its_old_words(self) -> None:
        """On each side the words are marked that the other has not."""
        assert [(["31"], ["30"]), (["goes,”"], ["stays,”"]), (["The puffin stays."], [])] == [
            (marked(pair.before), marked(pair.after)) for pair in shown(again())
        ]

    def test_says_what_the_edit_cleared(self) -> None:
        """Beside the paragraph in which it stood, whether it was about a quote or about a date."""
        assert [
            ("a date that does not exist (“31 June”).",),
            ("“The cat stays” is now word for word.",),
            (),
        ] == [pair.cleared for pair in shown(again())]

    def test_says_what_the_edit_brought(self) -> None:
        """A new finding stands beside the paragraph that brought it, and only there."""
        worse = compare(
            first(AFTER, "The cat stays,", Verdict.VERBATIM), first(BEFORE, "The cat goes,", Verdict.ALTERED)
        )
        brought = [[card.heading for card in pair.brought] for pair in shown(worse)]
        assert [["a date that does not exist"], ["the edit changed a quote that was right"], []] == brought

    def test_a_quote_taken_out_is_told_beside_its_own_paragraph(self) -> None:
        """Not beside the next one that was taken out at the same place."""
        gone = compare(first(BEFORE, "The cat goes,", Verdict.ALTERED), Report(Article("The pier opens on 31 June.")))
        told = {pair.before[0].text: [card.heading for card in pair.brought] for pair in shown(gone)}
        assert {"“The cat goes,” said Roake.": ["a quote was taken out"], "The puffin stays.": []} == told

    def test_a_first_check_has_none(self) -> None:
        """There is nothing to set beside."""
        assert () == shown(first(BEFORE, "The cat goes,", Verdict.ALTERED))

    def test_a_place_beyond_the_text_is_passed_over(self) -> None:
        """A report that was edited by hand does not break the page."""
        report = Report(Article("The cat."), recheck=Recheck(changes=(Change("x", 0, 90, 99), Change("y", 0, 0, 3))))
        assert [("y", "The")] == [(pair.before[0].text, pair.after[0].text) for pair in shown(report)]


class TestPage:
    def test_each_pair_leads_into_the_article(self) -> None:
        """Also where the paragraph was taken out."""
        page = tree(again())
        rows = page.xpath("//details[@class='edit']/ol/li")
        assert 3 == len(rows)
        for row in rows:
            (link,) = row.xpath(".//a[text()='In the article']/@href")
            assert 1 == len(page.xpath(f"//article//*[@id='{link[1:]}']"))

    def test_a_screen_reader_hears_which_is_which(self) -> None:
        """Before and after are words, and so is that there is nothing."""
        rows = tree(again()).xpath("//details[@class='edit']/ol/li")
        assert words(rows[0]).startswith("Before: The pier opens on 31 June. After: The pier opens on 30 June.")
        assert "After: taken out" in words(rows[2])

    def test_the_summary_counts_the_paragraphs(self) -> None:
        """An editor sees before unfolding it how much was edited."""
        assert ["Before and after: 3 paragraphs changed"] == tree(again()).xpath(
            "//details[@class='edit']/summary/text()"
        )

    def test_a_first_check_shows_none(self) -> None:
        """No empty comparison stands on the page."""
        assert [] == tree(first(BEFORE, "The cat goes,", Verdict.ALTERED)).xpath("//details[@class='edit']")


class TestRemoved:
    def test_a_cut_is_marked_where_it_was_made(self) -> None:
        """Though the words around it went too: after the paragraph before, not at an old number in the new text."""
        kept = "The harbour has a pier.\n\n"
        text = (
            f"{kept}Roake was there on Monday, he said, and saw it.\n\n“The cat goes,” said Roake.\n\nThe band played."
        )
        quote = Quote("q1", "The cat goes,", *place(text, "The cat goes,"), Kind.DIRECT, speaker="Elias Roake")
        before = Report(Article(text), (Judged(quote, Verdict.UNVERIFIED),))
        (flag,) = compare(before, Report(Article(f"{kept}The band played, and went on playing until the tide."))).flags
        assert ("quote_removed", len(kept.strip())) == (flag.code, flag.start)
