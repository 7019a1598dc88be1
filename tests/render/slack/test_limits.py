"""Nothing that is built for Slack is refused by it, whatever the article, the store and the people hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import Report
from bot.render.slack import (
    Asked,
    HomeCheck,
    Message,
    Part,
    Standing,
    Standings,
    about,
    answer,
    answer_part,
    article_window,
    dispute_window,
    disputed_notice,
    found_message,
    help_message,
    home_view,
    message_window,
    plain_message,
    recheck_answer,
    root_counting,
    root_done,
    root_failed,
    root_reading,
    show_all,
    store_window,
    title_of,
    verify_window,
)

from ..harbour import demo_report, rechecked_report
from ..strategies import names, reports, texts, verified
from .articles import HOSTILE, TAME, long_report, rewritten_report
from .limits import refused, refused_view

WHATS = st.sampled_from(["ignored", "not_right", "verified", "known", "shared", "waiting", "disputed"])
BY = st.sampled_from(["U0KIM00001", "Kim <of> the & desk", "N" * 400])
STANDINGS = st.dictionaries(
    st.sampled_from([f"{letter}{number}" for letter in "fq" for number in range(4)]),
    st.builds(Standing, WHATS, BY, st.none() | st.integers(1, 99), st.booleans(), st.none() | BY),
)
LONG = {
    "matched": long_report(60),
    "mixed": long_report(60, 20, 20),
    "hostile": long_report(60, 20, 20, HOSTILE),
    "held": long_report(60, 60),
    "absent": long_report(60, 0, 60),
    "wordy": long_report(12, 6, 3, TAME * 60),
    "astral": long_report(60, 30, 20, "\U0001f6a2" * 300),
    "rewritten": rewritten_report(),
    "demo": demo_report(),
    "rechecked": rechecked_report(),
}


def everything(report: Report, standings: Standings) -> list[Message]:
    """Every message of a check."""
    asked = Asked("U0DANA0001", title_of(report.article), about(report.article), 7, "https://verbatim.example/r/7")
    parts: list[Part] = [*answer(report, 7), *show_all(report, 7), *recheck_answer(report, 7)]
    roots = [root_reading(asked), root_counting(asked, 7, 15), root_done(asked, report, standings, 12.0)]
    again = [answer_part(report, 7, part.items, standings) for part in parts]
    return [*roots, root_failed(asked, report.article.text), *(part.message for part in parts), *again]


class TestMessages:
    @settings(max_examples=80, deadline=None)
    @given(reports(), STANDINGS)
    def test_any_report_is_taken(self, report: Report, standings: Standings) -> None:
        """Empty texts, marks that overlap, evidence of nothing: every message stands within the limits."""
        assert [] == [fault for message in everything(report, standings) for fault in refused(message)]

    @pytest.mark.parametrize("report", LONG.values(), ids=LONG)
    @pytest.mark.parametrize("what", ["", "verified", "shared", "waiting", "disputed"])
    def test_a_long_article_is_taken_before_and_after_decisions(self, report: Report, what: str) -> None:
        """Every item may be decided on by somebody with a long name, and the message still fits."""
        keys = [f"f{number}" for number in range(80)] + [judged.quote.id for judged in report.quotes]
        standings = dict.fromkeys(keys, Standing(what, "N" * 400, 5, True, "N" * 400)) if what else {}
        assert [] == [fault for message in everything(report, standings) for fault in refused(message)]

    @pytest.mark.parametrize("report", LONG.values(), ids=LONG)
    def test_an_answer_is_at_most_three_messages(self, report: Report) -> None:
        """Slack takes about one a second, and nobody scrolls further."""
        assert max(len(answer(report, 7)), len(show_all(report, 7)), len(recheck_answer(report, 7))) <= 3
        assert len(answer(report, 7, most=1)) <= 1

    @settings(max_examples=30, deadline=None)
    @given(st.lists(verified, max_size=40), texts, names)
    def test_small_messages_are_taken(self, found: list, words: str, name: str | None) -> None:
        """What is found, told or refused may hold any words."""
        made = [found_message(words, found), help_message(), plain_message(words), plain_message(words, "warning")]
        made += [disputed_notice(quote, name or "kim", words, "disputed") for quote in found[:3]]
        assert [] == [fault for message in made for fault in refused(message)]


class TestWindows:
    @settings(max_examples=40, deadline=None)
    @given(texts, names, names, names, st.lists(verified, max_size=40), st.booleans(), st.booleans())
    def test_any_window_is_taken(
        self, text: str, speaker: str | None, day: str | None, link: str | None, waiting: list, may: bool, second: bool
    ) -> None:
        """Windows and home stand within the limits, whatever is known of the words."""
        checks = [HomeCheck(text, "2025-05-14", 1, 2, link)] * 30
        unlike = [quote for number, quote in enumerate(waiting) if quote.quote_id not in ids(waiting[:number])]
        made = [
            article_window("{}"),
            verify_window("{}", text * 40, speaker, day, link),
            dispute_window("{}", text * 40, speaker),
            store_window("{}", text, 3, 2),
            message_window(text, text),
            home_view(unlike, checks, 12_345, may, second),
        ]
        assert [] == [fault for view in made for fault in refused_view(view)]


def ids(quotes: list) -> set[int]:
    """The numbers of stored quotes."""
    return {quote.quote_id for quote in quotes}
