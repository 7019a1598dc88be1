"""What an edit did to quotes that were right, as the desk reads it."""

from __future__ import annotations

import pytest

from bot.models import Article, Report, Verdict
from bot.recheck import compare
from tests.render.reports import Desk, verified


def report(said: str, verdict: Verdict) -> Report:
    """A check of a draft with one quote."""
    desk = Desk(f"“{said}” said Elias Roake.")
    desk.quote(said, "Elias Roake", verdict, verified(1, "We leak less than the old boats.", "Elias Roake"))
    return Report(Article(desk.text), tuple(desk.quotes))


class TestBrokenQuote:
    @pytest.mark.parametrize(
        ("before", "read"),
        [
            ("We leak less than the old boats.", "We leak less than the old boats"),
            ("We leak less than the old boats,", "We leak less than the old boats"),
            ("We leak less than the old boats?", "We leak less than the old boats?"),
            ("We leak less than the old boats …", "We leak less than the old boats …"),
            ("We leak less than the old boats...", "We leak less than the old boats..."),
        ],
    )
    def test_is_told_by_its_old_words_in_one_sentence(self, before: str, read: str) -> None:
        """The full stop is the sentence's own; what asks or trails off stays so."""
        after = report("We leak more than the old boats.", Verdict.ALTERED)
        (flag,) = compare(report(before, Verdict.VERBATIM), after).flags
        assert flag.message == f"The edit changed a quote that was right: it read “{read}”. Put it back."
