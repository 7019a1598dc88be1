"""Quotes and names that are not what they look like: compared as they are seen, and told."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.check import check
from bot.models import Article, Report, Verdict
from bot.reading import read_article
from bot.render.html import render_page
from bot.render.plain import desk_console, render_report
from bot.settings import Desk
from store import open_store
from tests.tongues.articles import ARTICLES

VERIFIED = "“We will not close a depot this year,” said Priya Raman, the chair of the ferry board."
DRAFT = f"Ferry board looks ahead\n\n{VERIFIED}\n\nWork on the pier goes on."
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Every character that turns the order of words: none may reach a terminal or a page."""


Judge = Callable[[str], Report]


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[Judge]:
    """A way to check a draft against the one verified quote."""
    store = open_store(tmp_path / "desk.db")
    scope = store.scope()
    article = Article(f"Ferry merger off\n\n{VERIFIED}", published=date(2025, 3, 3))
    scope.add_article(article, read_article(article), by="kim")
    yield lambda draft: check(Article(draft, published=date(2025, 3, 5)), scope, Desk())
    store.close()


def codes(report: Report) -> list[str]:
    return [flag.code for flag in report.flags]


class TestQuotes:
    @pytest.mark.parametrize("at", ["depot", "will", "year"])
    @pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\x01", "\u200e", "\ufe0f"])
    def test_with_characters_of_no_shape_are_word_for_word_and_raise_nothing(
        self, judged: Judge, at: str, hidden: str
    ) -> None:
        """A copy from a page brings them along, and nobody sees them."""
        report = judged(DRAFT.replace(at, hidden.join(at)))
        assert (["verbatim"], []) == ([one.verdict.value for one in report.quotes], codes(report))

    def test_with_a_look_alike_letter_are_word_for_word_and_asked_about(self, judged: Judge) -> None:
        """A Cyrillic о in “not” neither hides the quote nor passes unseen."""
        report = judged(DRAFT.replace("not close", "n\u043et cl\u043ese"))
        [flag] = report.flags
        assert (Verdict.VERBATIM, "hidden_characters") == (report.quotes[0].verdict, flag.code)
        assert flag.message == (
            "“not” is written with a foreign letter that looks like “o” (Cyrillic small letter o), and so is 1 more word."
            " Retype it, and ask where the text was copied from."
        )

    def test_that_are_turned_round_are_asked_about(self, judged: Judge) -> None:
        """What is shown is not what is compared, wherever the turning begins."""
        for draft in (
            DRAFT.replace("will not", "\u202ewill not\u202c"),
            DRAFT.replace("“We", "\u202e“We"),
            DRAFT.replace("will not", "\u2067will \u200fnot\u2069"),
        ):
            assert ["hidden_characters"] == codes(judged(draft))

    @pytest.mark.parametrize("trick", ["n\u200bow", "n\u043ew", "\u202enow\u202c", "n\u00adow"])
    def test_that_hide_a_change_are_held(self, judged: Judge, trick: str) -> None:
        """Whatever stands round it, “now” for “not” is a change of sense."""
        report = judged(DRAFT.replace("not", trick))
        assert Verdict.ALTERED is report.quotes[0].verdict
        assert "material_change" in codes(report)

    @pytest.mark.parametrize("gone", ["", "\u200b", "\u2066\u2069"])
    def test_without_their_not_are_held(self, judged: Judge, gone: str) -> None:
        """A word that was taken out is missing, whatever was put in its place."""
        assert "material_change" in codes(judged(DRAFT.replace("not", gone)))

    def test_stored_with_the_trick_are_found_without_it(self, tmp_path: Path) -> None:
        """The store compares as the draft does: it makes no difference which of the two was typed oddly."""
        store = open_store(tmp_path / "odd.db")
        scope = store.scope()
        odd = VERIFIED.replace("not", "n\u043et").replace("depot", "de\u200bpot").replace("Raman", "R\u00adam\u0430n")
        article = Article(f"Ferry merger off\n\n{odd}")
        scope.add_article(article, read_article(article), by="kim")
        report = check(Article(DRAFT, published=date(2025, 3, 5)), scope, Desk())
        store.close()
        assert (Verdict.VERBATIM, []) == (report.quotes[0].verdict, codes(report))


class TestNames:
    def test_with_a_look_alike_letter_are_the_speaker_and_asked_about_once(self, judged: Judge) -> None:
        """“Rаman” with a Cyrillic а is Priya Raman, and the desk is told so at the first place."""
        report = judged(DRAFT.replace("Raman", "R\u0430man") + " R\u0430man was away.")
        assert ["hidden_characters"] == codes(report)
        assert "Priya Raman" == report.quotes[0].quote.speaker
        assert "Priya R\u0430man" == report.quotes[0].quote.speaker_as_written

    @pytest.mark.parametrize(
        "name", ["Владимир Петров", "Νίκος Παππάς", "Noa \u2067\u05e0\u05e2\u05d4\u2069 Levi", "José Núñez"]
    )
    def test_in_their_own_letters_raise_nothing(self, judged: Judge, name: str) -> None:
        """A whole word of one alphabet is honest."""
        assert "hidden_characters" not in codes(
            judged(DRAFT.replace("Work on the pier", f"{name} said work on the pier"))
        )


class TestReading:
    @pytest.mark.parametrize("language", sorted(ARTICLES))
    def test_is_the_same_through_hidden_characters(self, language: str) -> None:
        """Speakers, dates and quotes are read from what is seen, and told by their place in what is written."""
        plain = ARTICLES[language].text
        hidden = "\u200b".join(plain)
        one, other = (read_article(Article(text, published=date(2025, 3, 5))) for text in (plain, hidden))
        assert [(quote.text, quote.speaker, quote.kind) for quote in one.quotes] == [
            (quote.text.replace("\u200b", ""), quote.speaker, quote.kind) for quote in other.quotes
        ]
        assert [(day.text, day.value) for day in one.dates] == [
            (day.text.replace("\u200b", ""), day.value) for day in other.dates
        ]
        assert [name.full for name in one.names] == [name.full for name in other.names]
        assert all(hidden[quote.start : quote.end] == quote.text for quote in other.quotes)
        assert all(hidden[day.start : day.end] == day.text for day in other.dates)


class TestShown:
    def test_nothing_turns_a_terminal_or_a_page(self, judged: Judge) -> None:
        """No control, override or embedding of a draft reaches the terminal, nor turns the page round it."""
        tricked = DRAFT.replace("not", f"{TURNING}\x1b[2Jnot").replace("Raman", "Ram\u202ean")
        report = judged(tricked)
        printed = io.StringIO()
        render_report(report, desk_console(printed), show_all=True)
        page = render_page(report)
        assert not set(TURNING + "\x1b") & set(printed.getvalue())
        assert not set(TURNING + "\x1b") & set(page)
        assert "hidden_characters" in codes(report)
