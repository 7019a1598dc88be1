"""Flags on who said the words, when, and to whom: the store's record against the draft's."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dates.compare import differ
from bot.dates.written import written
from bot.flags.evidence import of_match
from bot.flags.registry import Case, rule
from bot.language.sentences import sentences
from bot.models import Confidence, Evidence, Flag, Match, Quote, Severity, State, Verdict, VerifiedQuote
from bot.names.forms import same_person
from bot.names.outlets import any_outlet, credits, is_outlet, same_outlet
from bot.names.relation import Relation, relation
from bot.thresholds import FRAGMENT_WORDS
from bot.wording.match import Found


def _matched(case: Case) -> Iterator[Found]:
    return (found for found in case.found.values() if found.judged.verdict is not Verdict.UNVERIFIED)


def _relations(found: Found) -> list[Relation]:
    return [relation(found.quote.speaker, match.verified.speaker) for match in found.judged.matches]


_DOUBTFUL = {
    State.DISPUTED: ("is disputed", "Settle the dispute, or take the words out."),
    State.RETRACTED: ("was retracted", "Take the words out, or find another source."),
    State.CORRECTED: ("was corrected", "Use the corrected wording."),
}


@rule("misattributed", Severity.HOLD, "the verified words belong to another speaker")
def misattributed(case: Case) -> Iterator[Flag]:
    """The right words in the wrong mouth; only where it is sure whom the draft means."""
    for found in _matched(case):
        quote, relations = found.quote, _relations(found)
        if quote.confidence is not Confidence.HIGH or len(found.draft.tokens) <= FRAGMENT_WORDS:
            continue
        if not relations or any(one is not Relation.OTHER for one in relations) or _is_organisation(case, quote):
            continue
        match = found.judged.matches[0]
        message = (
            f"The store has these words from {match.verified.speaker}; the draft gives them to {quote.speaker}. "
            "Ask the reporter who said them."
        )
        yield Flag(
            "misattributed",
            Severity.HOLD,
            quote.start,
            quote.end,
            message,
            (quote.id,),
            _evidence(found.judged.matches),
        )


@rule("name_conflict", Severity.HOLD, "same words and surname, but another given name")
def name_conflict(case: Case) -> Iterator[Flag]:
    """A wrong first name, told once a name with every quote concerned."""
    concerned: dict[tuple[str, str], list[Found]] = {}
    for found in _matched(case):
        relations = _relations(found)
        if found.quote.confidence is not Confidence.HIGH or Relation.SAME in relations:
            continue
        for match, one in zip(found.judged.matches, relations, strict=True):
            if one is Relation.CONFLICT and found.quote.speaker and match.verified.speaker:
                concerned.setdefault((found.quote.speaker, match.verified.speaker), []).append(found)
                break
    for (draft, verified), quotes in concerned.items():
        start, end = _first_mention(case, draft, quotes[0].quote)
        message = f"The draft says {draft}, the verified words are from {verified}. Check the given name."
        ids = tuple(found.quote.id for found in quotes)
        yield Flag("name_conflict", Severity.HOLD, start, end, message, ids, _evidence(quotes[0].judged.matches[:1]))


def _first_mention(case: Case, speaker: str, quote: Quote) -> tuple[int, int]:
    for name in case.reading.names:
        if name.full == speaker and name.text.casefold().endswith(speaker.casefold()):
            return name.start, name.end
    return quote.start, quote.end


@rule("disputed_source", Severity.HOLD, "the matching store entry is disputed, retracted, or the old wording")
def disputed_source(case: Case) -> Iterator[Flag]:
    """Words that match an entry which no longer stands."""
    for found in _matched(case):
        doubtful = [match for match in found.judged.matches if match.verified.state in _DOUBTFUL]
        if doubtful:
            quote = found.quote
            message = _standing(doubtful[0].verified)
            yield Flag(
                "disputed_source", Severity.HOLD, quote.start, quote.end, message, (quote.id,), _evidence(doubtful)
            )


def _standing(verified: VerifiedQuote) -> str:
    """How a stored quote stands, by whose word and why, and what to do about it."""
    stands, to_do = _DOUBTFUL[verified.state]
    by = f" by {verified.decided_by}" if verified.decided_by else ""
    why = f": “{verified.decided_why.strip().rstrip('.')}”" if verified.decided_why else ""
    return f"The stored quote behind these words {stands}{by}{why}. {to_do}"


@rule("said_on_conflict", Severity.HOLD, "the day the draft gives for the words differs from the stored one")
def said_on_conflict(case: Case) -> Iterator[Flag]:
    """Two days for the same words, at the precision that both have."""
    for found in _matched(case):
        quote = found.quote
        stored = [match for match in found.judged.matches if match.verified.said_on]
        if not quote.said_on or not stored or not all(differ(quote.said_on, m.verified.said_on) for m in stored):
            continue
        message = (
            f"The draft has these words said on {written(quote.said_on)}, "
            f"the store on {written(stored[0].verified.said_on or '')}. "
            "Check the day."
        )
        yield Flag("said_on_conflict", Severity.HOLD, quote.start, quote.end, message, (quote.id,), _evidence(stored))


@rule("venue_conflict", Severity.QUERY, "told X here, told Y in the store")
def venue_conflict(case: Case) -> Iterator[Flag]:
    """The draft credits another outlet or programme than the store does."""
    for found in _matched(case):
        match = _conflicting_venue(found)
        if match:
            quote = found.quote
            message = (
                f"The draft says this was told to {quote.venue}, the store says {match.verified.venue}. "
                "Credit the right one."
            )
            yield Flag(
                "venue_conflict", Severity.QUERY, quote.start, quote.end, message, (quote.id,), _evidence([match])
            )


def _conflicting_venue(found: Found) -> Match | None:
    """The verified quote that was told to another outlet than the draft says, where none agrees with it."""
    venue = found.quote.venue
    if not venue or not is_outlet(venue):
        return None
    told = [match for match in found.judged.matches if match.verified.venue and is_outlet(match.verified.venue)]
    if not told or any(same_outlet(venue, match.verified.venue or "") for match in told):
        return None
    return told[0]


@rule("secondhand", Severity.QUERY, "the words were said to another outlet, which the draft does not credit")
def secondhand(case: Case) -> Iterator[Flag]:
    """Words lifted from another outlet's interview without a credit; silent while the draft's outlet is unknown."""
    article = case.reading.article
    own = (article.outlet,) if article.outlet else case.desk.outlets
    if not own:
        return
    for found in _matched(case):
        told = [match for match in found.judged.matches if is_outlet(match.verified.venue)]
        if not told or len(told) < len(found.judged.matches) or _conflicting_venue(found):
            continue
        if any(any_outlet(m.verified.venue or "", own) or _credited(case, found, m.verified.venue or "") for m in told):
            continue
        quote = found.quote
        message = (
            f"This was said to another outlet, {told[0].verified.venue}. Credit it, or say where else it was said."
        )
        yield Flag("secondhand", Severity.QUERY, quote.start, quote.end, message, (quote.id,), _evidence(told))


def _credited(case: Case, found: Found, outlet: str) -> bool:
    """Whether the draft has credited the outlet for this speaker's words, here or before."""
    quote = found.quote
    for other in case.reading.quotes:
        by_speaker = other.id == quote.id or (other.group and other.group == quote.group)
        by_speaker = by_speaker or (other.start < quote.start and _one_speaker(other, quote))
        if by_speaker and other.venue and same_outlet(other.venue, outlet):
            return True
    text = case.reading.article.text
    line_end = text.find("\n", quote.end)
    upto = text[: line_end if line_end >= 0 else len(text)]
    return any(
        credits(upto[start:end], outlet) and not _somebody_elses(case, quote, start, end)
        for start, end in sentences(upto)
    )


def _one_speaker(other: Quote, quote: Quote) -> bool:
    return bool(other.speaker and quote.speaker) and same_person(other.speaker or "", quote.speaker or "")


def _somebody_elses(case: Case, quote: Quote, start: int, end: int) -> bool:
    """Whether the sentence credits the outlet for another person's words."""
    if any(
        other.start >= start and other.end <= end and not _one_speaker(other, quote) for other in case.reading.quotes
    ):
        return True
    people = [name for name in case.reading.names if start <= name.start < end and name.kind == "person"]
    return bool(people) and not any(same_person(name.full, quote.speaker or "") for name in people)


def _is_organisation(case: Case, quote: Quote) -> bool:
    return any(name.full == quote.speaker and name.kind == "organisation" for name in case.reading.names)


def _evidence(matches: list[Match] | tuple[Match, ...]) -> tuple[Evidence, ...]:
    return tuple(of_match(match) for match in matches)
