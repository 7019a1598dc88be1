"""Flags on dated events: one event on two dates, and elapsed time that does not fit its dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.dates.compare import differ
from bot.dates.elapsed import Elapsed, find_elapsed
from bot.dates.written import written
from bot.facts.events import same_event
from bot.flags.registry import Case, rule
from bot.models import DatedFact, Evidence, Flag, KnownFact, Severity

_MOST = 20  # tellings of one event that a later one is held against


@rule(
    "date_conflict",
    Severity.HOLD,
    "the draft dates an event otherwise than a verified article does, or than it does itself",
)
def date_conflict(case: Case) -> Iterator[Flag]:
    """One event on two dates that cannot both hold, at the precision that both have."""
    facts = case.reading.facts
    if not facts:
        return
    keys = sorted({key for fact in facts for key in fact.keys})
    known = case.archive.facts(keys) if keys else ()
    before: defaultdict[tuple[str, str], list[DatedFact]] = defaultdict(list)
    for fact in facts:
        other = _told_otherwise(fact, [one for word in fact.subject for one in before[fact.action, word]])
        for word in fact.subject:
            before[fact.action, word][_MOST:] = []
            before[fact.action, word].append(fact)
        if other is not None:
            yield _against_draft(fact, other)
            continue
        verified = _verified_otherwise(fact, known)
        if verified is not None:
            yield _against_verified(fact, verified)


@rule("elapsed_mismatch", Severity.QUERY, "a span of time in words does not fit the dates that it stands with")
def elapsed_mismatch(case: Case) -> Iterator[Flag]:
    """``almost two decades after`` what was 23 years ago."""
    article = case.reading.article
    for one in find_elapsed(article.text, case.reading.dates, article.published):
        if one.fits or any(line.start <= one.start < line.end for line in article.dropped):
            continue
        words = article.text[one.start : one.end]
        since = written(one.since.value or "")
        message = f"“{words}” does not fit {since}: that is {_years(one)}. Ask which of the two is right."
        fact = f"From {since} it is {_years(one)}."
        yield Flag("elapsed_mismatch", Severity.QUERY, one.start, one.end, message, evidence=(Evidence(fact),))


def _told_otherwise(fact: DatedFact, before: list[DatedFact]) -> DatedFact | None:
    """An earlier telling of the same event with another date, in another sentence."""
    for other in before:
        if other.text != fact.text and same_event(fact, other) and differ(fact.value, other.value):
            return other
    return None


def _verified_otherwise(fact: DatedFact, known: tuple[KnownFact, ...]) -> KnownFact | None:
    """A verified telling with another date, unless another verified article agrees with the draft."""
    same = [one for one in known if same_event(fact, one.fact)]
    if any(not differ(fact.value, one.fact.value) for one in same):
        return None
    return same[0] if same else None


def _against_draft(fact: DatedFact, other: DatedFact) -> Flag:
    message = (
        f"The draft dates this to {written(fact.value)} here and to {written(other.value)} elsewhere. "
        "Ask which of the two is right."
    )
    return Flag("date_conflict", Severity.HOLD, fact.start, fact.end, message, evidence=(Evidence(other.text),))


def _against_verified(fact: DatedFact, verified: KnownFact) -> Flag:
    source = verified.provenance
    message = (
        f"The draft dates this to {written(fact.value)}, a verified article to {written(verified.fact.value)}. "
        "Check which of the two is right."
    )
    evidence = Evidence(
        verified.fact.text,
        source=source.source,
        outlet=source.outlet,
        link=source.link,
        published=source.published,
        verified_by=source.verified_by,
        verified_at=source.verified_at,
    )
    return Flag("date_conflict", Severity.HOLD, fact.start, fact.end, message, evidence=(evidence,))


def _years(one: Elapsed) -> str:
    least, most = (round(years) for years in one.years)
    return f"{least} years" if least == most else f"{least} or {most} years"
