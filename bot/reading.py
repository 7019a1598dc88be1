"""Reads an article: its names, dates, quotes, ages and dated events, before anything is compared."""

from __future__ import annotations

from bot.dates import find_dates
from bot.facts.ages import find_ages, find_births
from bot.facts.events import find_facts
from bot.models import Article, Reading
from bot.names.find import find_names
from bot.quotes import find_quotes
from bot.settings import Desk
from bot.tongues.tongue import tongue_of


def read_article(article: Article, desk: Desk | None = None) -> Reading:
    """All that the article says; furniture lines are not read."""
    skip = [(line.start, line.end) for line in article.dropped]
    order = desk.date_order if desk else None
    tongue = tongue_of(article.text)
    names = find_names(article.text, skip, tongue)
    dates = find_dates(article.text, article.published, date_order=order, skip=skip, tongue=tongue)
    quotes = find_quotes(article, names, dates, tongue)
    return Reading(
        article,
        quotes=quotes.quotes,
        unpaired=quotes.unpaired,
        dates=dates,
        ages=find_ages(article.text, names),
        births=find_births(article.text, names, dates),
        names=names,
        facts=find_facts(article.text, dates, names),
    )
