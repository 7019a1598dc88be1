"""Reads an article: its names, dates, quotes, ages and dated events, before anything is compared.

What is read is the text as a reader sees it; what is found is told by its place in the text as it was written.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.dates import find_dates
from bot.facts.ages import find_ages, find_births
from bot.facts.events import find_facts
from bot.language.seen import Seen, article_as_seen, seen
from bot.marks.structure import wraps
from bot.models import AgeMention, Article, BirthMention, NameMention, Quote, Reading, UnpairedMark
from bot.names.find import find_names
from bot.quotes import find_quotes
from bot.settings import Desk
from bot.tongues.tongue import tongue_of


def read_article(article: Article, desk: Desk | None = None) -> Reading:
    """All that the article says; furniture lines are not read."""
    shown = seen(article.text, wraps(article.text, article.dropped))
    if shown is None:
        return _read(article, desk)
    return placed(_read(article_as_seen(article, shown), desk), article, shown)


def flowing(article: Article) -> Article:
    """The article with spaces for the line breaks that a program made, as many, so that every place stays."""
    gaps = wraps(article.text, article.dropped)
    if not gaps:
        return article
    edges = [0, *(edge for gap in gaps for edge in gap), len(article.text)]
    parts = [article.text[start:end] for start, end in pairwise(edges)]
    return replace(article, text="".join(" " * len(one) if at % 2 else one for at, one in enumerate(parts)))


def placed(reading: Reading, article: Article, shown: Seen) -> Reading:
    """A reading of the text as it is seen, told of the article as it was written; names stay as they are seen."""
    text, at = article.text, shown.span
    return Reading(
        article,
        quotes=tuple(_quote(one, text, shown) for one in reading.quotes),
        unpaired=tuple(UnpairedMark(*at(one.start, one.end)) for one in reading.unpaired),
        dates=tuple(
            replace(one, text=text[start:end], start=start, end=end)
            for one in reading.dates
            for start, end in [at(one.start, one.end)]
        ),
        ages=tuple(AgeMention(one.person, one.age, *at(one.start, one.end)) for one in reading.ages),
        births=tuple(BirthMention(one.person, one.born, *at(one.start, one.end)) for one in reading.births),
        names=tuple(NameMention(one.text, *at(one.start, one.end), one.full, one.kind) for one in reading.names),
        facts=tuple(
            replace(one, start=start, end=end) for one in reading.facts for start, end in [at(one.start, one.end)]
        ),
    )


def _quote(quote: Quote, text: str, shown: Seen) -> Quote:
    start, end = shown.between(quote.start, quote.end)
    found = replace(quote, text=text[start:end], start=start, end=end)
    if quote.speaker_start is None or quote.speaker_end is None:
        return found
    first, last = shown.span(quote.speaker_start, quote.speaker_end)
    return replace(found, speaker_as_written=text[first:last], speaker_start=first, speaker_end=last)


def _read(article: Article, desk: Desk | None) -> Reading:
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
