"""The root message of a check, from the first word to the counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.models import Article, Notice, Report
from bot.render.slack import Asked, about, root_counting, root_done, root_failed, root_reading, title_of

from ..harbour import demo_report
from .articles import HOSTILE, long_report
from .limits import buttons, nodes, shown

ASKED = Asked("U0DANA0001", "Ferry merger: 140 jobs to go", "draft of 14 May 2025, 912 words", 7)


class TestRoot:
    def test_says_what_is_checked_and_for_whom(self) -> None:
        """The headline, who asked, and which draft it is."""
        message = root_reading(ASKED)
        assert "Ferry merger: 140 jobs to go · for U0DANA0001 · draft of 14 May 2025, 912 wordsReading…" == shown(
            message
        )
        assert [] == buttons(message)

    def test_says_how_far_it_is(self) -> None:
        """So many quotes of so many."""
        assert shown(root_counting(ASKED, 7, 15)).endswith("7 of 15 quotes")

    def test_a_failure_says_what_to_do(self) -> None:
        """It can be tried again where there is a check to try."""
        why = "Could not read the link: the site answered 403. Paste the text in this thread."
        assert why in shown(root_failed(ASKED, why))
        assert [("Check again", "check_again", "7")] == buttons(root_failed(ASKED, why))
        assert [] == buttons(root_failed(replace(ASKED, check_id=None), why))

    def test_counts_and_offers_what_is_next(self) -> None:
        """Holds, queries, matched, not in the store; the answer holds the rest."""
        message = root_done(ASKED, demo_report())
        assert " 11 holds   11 queries   5 matched   2 not in the store" in shown(message)
        assert ["Report", "Check again", "Store as verified"] == [label for label, _, _ in buttons(message)]
        assert "took" not in shown(message)
        assert "took 14 s" in shown(root_done(ASKED, demo_report(), {}, 14.2))

    def test_the_report_button_opens_the_page_where_it_is_served(self) -> None:
        """Else it asks for a file; a click that opens the page wants no answer."""
        link = "https://verbatim.example/r/7"
        served = list(nodes(root_done(replace(ASKED, report_link=link), demo_report()).blocks))
        assert [link] == [node["url"] for node in served if node.get("action_id") == "report"]
        assert not any("value" in node for node in served if node.get("action_id") == "report")
        assert not any("url" in node for node in nodes(root_done(ASKED, demo_report()).blocks))

    def test_show_all_is_offered_where_the_answer_left_quotes_out(self) -> None:
        """A button that shows nothing new is none."""
        assert ("Show all", "show_all", "7") in buttons(root_done(ASKED, long_report(40)))
        assert ("Show all", "show_all", "7") not in buttons(root_done(ASKED, long_report(10)))

    def test_what_the_reader_must_know_of_the_check_is_in_small_print(self) -> None:
        """Escaped, since it is the only markup of the message."""
        report = replace(long_report(1), notices=(Notice("cut", f"The text looks cut off: {HOSTILE}"),))
        (context,) = [block for block in root_done(ASKED, report).blocks if block["type"] == "context"]
        assert "The text looks cut off: &lt;!channel&gt;" in context["elements"][0]["text"]

    @pytest.mark.parametrize(
        ("report", "line"),
        [(Report(Article("The cat stays.")), "No quotes in it."), (long_report(2), "Nothing to ask.")],
    )
    def test_calm_is_said_plainly(self, report: Report, line: str) -> None:
        """An article without quotes, and one without findings."""
        assert line in shown(root_done(ASKED, report))
        assert line in root_done(ASKED, report).text

    def test_the_notification_is_escaped(self) -> None:
        """Slack reads that line as markup."""
        assert root_reading(replace(ASKED, title="A < B & <!here>")).text == "A &lt; B &amp; &lt;!here&gt;: Reading…"


class TestArticle:
    def test_is_told_by_its_date_and_length(self) -> None:
        """A draft by its day, a page by when it was published, an undated one by its length."""
        article = Article("one two three", published=date(2025, 5, 14))
        assert "draft of 14 May 2025, 3 words" == about(article)
        assert "published 14 May 2025, 3 words" == about(replace(article, link="https://tide.example/a"))
        assert "3 words" == about(replace(article, published=None))

    @pytest.mark.parametrize(
        ("article", "title"),
        [
            (Article("Text.", title="The cat\nstays"), "The cat stays"),
            (
                Article("The cat stays on the quay and the boats go out again."),
                "The cat stays on the quay and the boats…",
            ),
            (Article(" ", source="draft.txt"), "draft.txt"),
            (Article(""), "A draft without words"),
        ],
    )
    def test_has_a_title_in_any_case(self, article: Article, title: str) -> None:
        """The headline, the first words, or where it is from."""
        assert title == title_of(article)

    def test_a_long_title_is_cut_at_a_word(self) -> None:
        """A phone shows two lines of it."""
        title = title_of(Article("", title="the harbour " * 30))
        assert len(title) <= 80
        assert title.endswith(("harbour…", "the…"))
