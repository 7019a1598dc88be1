"""Flags on quotes as they stand in the draft alone: nobody's, unpaired, or in two wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.flags.evidence import of_quote
from bot.flags.registry import Case, rule
from bot.models import Confidence, Flag, Kind, Quote, Severity
from bot.names.relation import Relation, relation
from bot.thresholds import DIVERGENT_SHARE, DIVERGENT_WORDS, REPEATED_SHARE, REPEATED_WORDS
from bot.wording.align import chain, hunks, same_letters, weight
from bot.wording.declared import fit_declared
from bot.wording.match import Found
from bot.wording.passages import Passage

_MOST = 300  # quotes that are held against each other: four times as many as the longest story had (68)
_MEANS_SOMEBODY = re.compile(
    r"\b(?:he|she|they|who|his|her|their|him|them|I|we|our|my|you|your|many|some|people|everybody|everyone|said|says|asked|told|read|reads|wrote|writes)\b"
)


@rule("orphan_quote", Severity.QUERY, "a direct quote with no speaker within reach")
def orphan_quote(case: Case) -> Iterator[Flag]:
    """A quote that nobody says; never in headlines, captions, pull quotes or letters.

    Where its paragraph speaks of anybody, or the one before leads into it, a reader can tell who speaks even if
    the rules here cannot, and nothing is asked.
    """
    for quote in case.reading.quotes:
        nobody = not quote.speaker and (not quote.speaker_as_written or quote.confidence is Confidence.GUESS)
        if quote.kind is Kind.DIRECT and quote.in_body and nobody and not _somebody_near(case, quote):
            message = "Nobody is named as saying this. Ask the reporter who said it, and name the speaker."
            yield Flag("orphan_quote", Severity.QUERY, quote.start, quote.end, message, (quote.id,))


def _somebody_near(case: Case, quote: Quote) -> bool:
    """Whether the quote's paragraph, outside quotes, speaks of anybody, or the one before it ends in a colon."""
    text = case.reading.article.text
    start, end = text.rfind("\n", 0, quote.start) + 1, text.find("\n", quote.end)
    end = len(text) if end < 0 else end
    if text[:start].rstrip().endswith(":"):
        return True
    own, at = [], start
    for other in case.reading.quotes:
        if other.end > start and other.start < end:
            own.append(text[at : other.start])
            at = max(at, other.end)
    own.append(text[at:end])
    named = any(start <= name.start < end and not _quoted(case, name.start) for name in case.reading.names)
    return named or _MEANS_SOMEBODY.search(" ".join(own)) is not None


def _quoted(case: Case, at: int) -> bool:
    return any(quote.start <= at < quote.end for quote in case.reading.quotes)


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
    quotes = [found for found in case.found.values() if len(found.draft.tokens) >= DIVERGENT_WORDS][:_MOST]
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
    """Whether two quotes of the article are one, in two wordings; an excerpt or a declared cut is no second one."""
    if one.quote.group and one.quote.group == other.quote.group:
        return False
    between = relation(one.quote.speaker, other.quote.speaker)
    repeated = one.quote.in_body and other.quote.in_body
    if between not in (Relation.SAME, Relation.UNKNOWN) or (repeated and between is not Relation.SAME):
        return False
    short, long = sorted((one.draft, other.draft), key=lambda draft: len(draft.tokens))
    if 2 * len(set(short.forms) & set(long.forms)) < len(set(short.forms)):
        return False
    if repeated and len(short.tokens) < REPEATED_WORDS:
        return False
    if not _reworded(short, long):
        return False
    size = len(long.tokens) if repeated else len(short.tokens)
    return _shared(short, long) >= (REPEATED_SHARE if repeated else DIVERGENT_SHARE) * size


def _reworded(short: Passage, long: Passage) -> bool:
    """Whether words differ inside the shorter quote, undeclared."""
    if same_letters(short.forms, long.forms) or fit_declared(short, long) or fit_declared(long, short):
        return False
    ends = (0, len(short.tokens))
    differing = hunks(short, long, chain(short, long))
    return any(hunk.draft < hunk.draft_end or hunk.draft not in ends for hunk in differing)


def _shared(short: Passage, long: Passage) -> float:
    """How many words of the shorter quote stand in the longer one, in one place of it."""
    blocks = chain(short, long)
    if not blocks or sum(weight(short.tokens[b.draft : b.draft_end]) for b in blocks) < 2:
        return 0.0
    span = blocks[-1].verified_end - blocks[0].verified
    return min(sum(block.size for block in blocks), 2 * len(short.tokens) - span + 1)
