"""Very short and very long articles on the page."""

from __future__ import annotations

import time
import timeit

from bot.models import Article, Edit, Flag, Judged, Kind, Match, Quote, Report, Severity, Verdict
from bot.render.html import render_page

from .pages import tree, words
from .reports import verified


class TestSize:
    def test_an_empty_report_is_a_page(self) -> None:
        """Nothing to say is said."""
        assert "No quotes were found, and nothing to ask." in words(tree(Report(Article(""))))

    def test_three_hundred_quotes_are_quick(self) -> None:
        """The page of a very long piece is written in under 0.3 s of its own time, the best of three."""
        line = "“The cat goes, whatever the puffin says of it,” said Roake.\n"
        said = "The cat goes, whatever the puffin says of it,"
        entry = verified(1, "The cat stays, whatever the puffin says of it.", "Elias Roake")
        text = line * 300
        quotes, flags = [], []
        for n in range(300):
            at = n * len(line) + 1
            match = Match(entry, 0.9, (Edit("replace", "goes", at + 8, at + 12, "stays", 8, 13),))
            quotes.append(Judged(Quote(f"q{n}", said, at, at + len(said), Kind.DIRECT), Verdict.ALTERED, (match,)))
            flags.append(Flag("words_altered", Severity.QUERY, at, at + 9, "Restore “stays”.", (f"q{n}",)))
        report = Report(Article(text), tuple(quotes), flags=tuple(flags))
        render_page(report)
        assert min(timeit.repeat(lambda: render_page(report), timer=time.process_time, number=1, repeat=3)) < 0.3

    def test_three_hundred_quotes_are_a_page(self) -> None:
        """A very long piece has a note for every quote, in the order of the article."""
        line = "“The cat stays, whatever the puffin says of it,” said Roake.\n"
        said = "The cat stays, whatever the puffin says of it,"
        quotes = [
            Judged(
                Quote(f"q{n}", said, n * len(line) + 1, n * len(line) + 1 + len(said), Kind.DIRECT), Verdict.UNVERIFIED
            )
            for n in range(300)
        ]
        page = tree(Report(Article(line * 300), tuple(quotes)))
        assert len(page.xpath("//div[contains(@class,'card')]")) == 300
        assert [f"#note-{n}" for n in range(1, 301)] == page.xpath("//article//a/@href")
