"""What a flag shows for itself: the verified entry, or the other passage of the draft."""

from __future__ import annotations

from bot.models import Evidence, Match, Quote, VerifiedQuote


def of_match(match: Match) -> Evidence:
    """The verified quote behind a match, with who verified it and when."""
    return of_verified(match.verified)


def of_verified(quote: VerifiedQuote) -> Evidence:
    """A verified quote, with who verified it and when."""
    return Evidence(
        text=quote.text,
        quote_id=quote.quote_id,
        speaker=quote.speaker,
        source=quote.source,
        outlet=quote.outlet,
        link=quote.link,
        said_on=quote.said_on,
        published=quote.published,
        verified_by=quote.verified_by,
        verified_at=quote.verified_at,
        second=quote.second,
    )


def of_quote(quote: Quote) -> Evidence:
    """Another quote of the same draft."""
    return Evidence(text=quote.text, quote=quote.id, speaker=quote.speaker, said_on=quote.said_on)
