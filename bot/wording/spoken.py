"""Words from a recording, with the second at which the very words that a draft quotes were said."""

from __future__ import annotations

from dataclasses import replace

from bot.models import VerifiedQuote
from bot.transcripts.seconds import link_at, second_at
from bot.wording.verdicts import Explanation


def at_their_second(found: Explanation, owner: int) -> VerifiedQuote:
    """A verified quote of an explanation, its link and time those of the first of its words that the draft has."""
    quote = found.passage.quotes[owner]
    if not quote.times:
        return quote
    tokens = found.passage.tokens
    starts = [tokens[i].start for held in found.held for i in range(held.start, held.end) if tokens[i].owner == owner]
    second = second_at(quote.times, min(starts, default=0))
    return replace(quote, link=link_at(quote.link, second), second=second)
