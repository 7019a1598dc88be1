"""Rows and articles for the tests, short to write: all people and papers in them are made up."""

from __future__ import annotations

from datetime import date

from bot.models import Article, Kind, Quote, Reading
from store import Scope
from store.quotes import QuoteRow


def said(words: str, speaker: str = "Marta Velling", source: str | None = None) -> QuoteRow:
    """A verified quote to add."""
    return QuoteRow(words, speaker, source=source)


def stored(scope: Scope, *words: str) -> list[int]:
    """Adds these words as quotes of one speaker; gives the numbers of all that the scope sees."""
    scope.add_quotes([said(one) for one in words], "Ines Okafor")
    return [quote.quote_id for quote in scope.quotes()]


def article_of(*lines: tuple[str, str], title: str = "Bridge vote put off") -> tuple[Article, Reading]:
    """An article in which each (speaker, words) is a paragraph, and what is read in it."""
    text, quotes = "", []
    for number, (speaker, words) in enumerate(lines, start=1):
        start = len(text) + 1
        text += f"“{words}” said {speaker}.\n\n"
        quotes.append(Quote(f"q{number}", words, start, start + len(words), Kind.DIRECT, speaker=speaker, cue="said"))
    article = Article(text, title=title, outlet="The Harbour Post", published=date(2025, 3, 6))
    return article, Reading(article, quotes=tuple(quotes))
