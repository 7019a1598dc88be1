"""Flags on quotes as they stand in the draft alone: nobody's, unpaired, or in two wordings."""

from __future__ import annotations

from collections.abc import Iterator

from bot.align import chain, contiguous, hunks
from bot.declared import fit_declared
from bot.flags.evidence import of_quote
from bot.flags.registry import Case, rule
from bot.match import Found
from bot.models import Flag, Kind, Severity
from bot.speakers import Relation, relation
from bot.thresholds import DIVERGENT_SHARE, DIVERGENT_WORDS


@rule("orphan_quote", Severity.QUERY, "a direct quote with no speaker within reach")
def orphan_quote(case: Case) -> Iterator[Flag]:
    """A quote that nobody says; never in headlines, captions, pull quotes or letters."""
    for quote in case.reading.quotes:
        if quote.kind is Kind.DIRECT and quote.in_body and not quote.speaker and not quote.speaker_as_written:
            message = "Nobody is named as saying this. Ask the reporter who said it, and name the speaker."
            yield Flag("orphan_quote", Severity.QUERY, quote.start, quote.end, message, (quote.id,))


@rule("unbalanced_marks", Severity.QUERY, "a quotation mark opens or closes and its partner is missing")
def unbalanced_marks(case: Case) -> Iterator[Flag]:
    """A mark without its partner: nobody can tell where the quote ends."""
    for mark in case.reading.unpaired:
        ids = tuple(q.id for q in case.reading.quotes if q.start <= mark.end + 1 and mark.start <= q.end + 1)
        message = "This quotation mark has no partner. Close the quote where the speaker’s words end."
        yield Flag("unbalanced_marks", Severity.QUERY, mark.start, mark.end, message, ids[:1])


@rule("self_divergent", Severity.HOLD, "one quote stands in the article in two wordings")
def self_divergent(case: Case) -> Iterator[Flag]:
    """A headline, pull quote or second use that says it otherwise than the body."""
    quotes = [found for found in case.found.values() if len(found.draft.tokens) >= DIVERGENT_WORDS]
    told: set[str] = set()
    for i, one in enumerate(quotes):
        for other in quotes[i + 1 :]:
            if {one.quote.id, other.quote.id} & told or not _diverge(one, other):
                continue
            told |= {one.quote.id, other.quote.id}
            message = "The article gives this quote in two wordings. Make them one."
            ids = (one.quote.id, other.quote.id)
            quote = one.quote
            yield Flag("self_divergent", Severity.HOLD, quote.start, quote.end, message, ids, (of_quote(other.quote),))


def _diverge(one: Found, other: Found) -> bool:
    if one.quote.group and one.quote.group == other.quote.group:
        return False
    if relation(one.quote.speaker, other.quote.speaker) not in (Relation.SAME, Relation.UNKNOWN):
        return False
    short, long = sorted((one, other), key=lambda found: len(found.draft.tokens))
    a, b = short.draft, long.draft
    if not set(a.forms[:40]) & set(b.forms) or contiguous(a.forms, b.forms) or fit_declared(a, b) or fit_declared(b, a):
        return False
    blocks = chain(a, b)
    inner = [
        hunk for hunk in hunks(a, b, blocks) if hunk.draft < hunk.draft_end or hunk.draft not in (0, len(a.tokens))
    ]
    shared = sum(block.size for block in blocks)
    span = (blocks[-1].verified_end - blocks[0].verified) if blocks else 0
    content = sum(token.content for block in blocks for token in a.tokens[block.draft : block.draft_end])
    return bool(inner) and content >= 2 and shared >= DIVERGENT_SHARE * max(len(a.tokens), span)
