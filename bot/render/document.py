"""A report, a reading and a verified quote as JSON documents, and a report read back for a re-check.

The keys are those of the report format, version 1: every key is there, null where nothing is known, dates
in ISO 8601 at the precision known, offsets in code points of ``article.text``.  Keys may be added, so
reading ignores those it does not know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from bot.models import (
    AgeMention,
    Article,
    Change,
    DateMention,
    Dropped,
    Edit,
    Evidence,
    Flag,
    Judged,
    Match,
    Quote,
    Reading,
    Report,
    Severity,
    VerifiedQuote,
)
from bot.render.previous import read_report as read_report

Document = dict[str, Any]
VERSION = 1


def report_document(report: Report) -> Document:
    """The whole report; ``recheck`` is there only where an earlier report was compared."""
    document: Document = {
        "version": VERSION,
        "article": _article(report.article),
        "summary": summary(report),
        "quotes": [_judged(judged) for judged in report.quotes],
        "dates": [_date(mention) for mention in report.dates],
        "ages": [_age(mention) for mention in report.ages],
        "flags": _flags(report.flags),
        "notices": [{"code": notice.code, "message": notice.message} for notice in report.notices],
    }
    if report.recheck is not None:
        found = report.recheck
        document["recheck"] = {
            "fixed": _flags(found.fixed),
            "open": _flags(found.open),
            "new": _flags(found.new),
            "changes": [_change(change) for change in found.changes],
        }
    return document


def summary(report: Report) -> Document:
    """The counts: quotes, the verdicts that occur, and flags by severity."""
    verdicts = Counter(judged.verdict.value for judged in report.quotes)
    severities = Counter(flag.severity for flag in report.flags)
    return {
        "quotes": len(report.quotes),
        "verdicts": dict(sorted(verdicts.items())),
        **{severity.value: severities[severity] for severity in Severity},
    }


def reading_document(reading: Reading, id: str | int | None = None) -> Document:
    """What an article says, with nothing compared; ``id`` leads where the caller gave one."""
    document: Document = {
        "quotes": [quote_document(quote) for quote in reading.quotes],
        "dates": [_date(mention) for mention in reading.dates],
        "ages": [_age(mention) for mention in reading.ages],
    }
    return document if id is None else {"id": id, **document}


def quote_document(quote: Quote) -> Document:
    """A quote of an article, as reports and readings write it."""
    return {
        "id": quote.id,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind.value,
        "group": quote.group,
        "speaker": quote.speaker,
        "speaker_as_written": quote.speaker_as_written,
        "speaker_start": quote.speaker_start,
        "speaker_end": quote.speaker_end,
        "confidence": quote.confidence.value,
        "reason": quote.reason,
        "cue": quote.cue,
        "venue": quote.venue,
        "said_on": quote.said_on,
        "in_body": quote.in_body,
    }


def verified_document(quote: VerifiedQuote) -> Document:
    """A verified quote, as ``add``, ``find`` and the matches of a report write it."""
    return {
        "quote_id": quote.quote_id,
        "external_id": quote.external_id,
        "text": quote.text,
        "speaker": quote.speaker,
        "source": quote.source,
        "outlet": quote.outlet,
        "link": quote.link,
        "cue": quote.cue,
        "venue": quote.venue,
        "said_on": quote.said_on,
        "published": quote.published.isoformat() if quote.published else None,
        "verified_by": quote.verified_by,
        "verified_at": quote.verified_at,
        "against": quote.against,
        "note": quote.note,
        "state": quote.state.value,
        "second": quote.second,
    }


def match_document(match: Match) -> Document:
    """A verified quote that a draft's quote stands to, with the words that differ."""
    return {
        **verified_document(match.verified),
        "score": round(match.score, 4),
        "diff": [_edit(edit) for edit in match.diff],
    }


def flag_document(flag: Flag) -> Document:
    """A flag with its evidence."""
    return {
        "code": flag.code,
        "severity": flag.severity.value,
        "quote": flag.quote,
        "quotes": list(flag.quotes),
        "start": flag.start,
        "end": flag.end,
        "message": flag.message,
        "evidence": [_evidence(evidence) for evidence in flag.evidence],
    }


def _article(article: Article) -> Document:
    return {
        "title": article.title,
        "source": article.source,
        "outlet": article.outlet,
        "link": article.link,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
        "dropped": [_dropped(dropped) for dropped in article.dropped],
    }


def _dropped(dropped: Dropped) -> Document:
    return {"start": dropped.start, "end": dropped.end, "reason": dropped.reason}


def _judged(judged: Judged) -> Document:
    return {
        **quote_document(judged.quote),
        "verdict": judged.verdict.value,
        "matches": [match_document(match) for match in judged.matches],
    }


def _change(change: Change) -> Document:
    return {
        "before": change.before,
        "before_start": change.before_start,
        "start": change.start,
        "end": change.end,
    }


def _edit(edit: Edit) -> Document:
    return {
        "op": edit.op,
        "draft": edit.draft,
        "draft_start": edit.draft_start,
        "draft_end": edit.draft_end,
        "verified": edit.verified,
        "verified_start": edit.verified_start,
        "verified_end": edit.verified_end,
    }


def _date(mention: DateMention) -> Document:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "value": mention.value,
        "kind": mention.kind,
    }


def _age(mention: AgeMention) -> Document:
    return {"person": mention.person, "age": mention.age, "start": mention.start, "end": mention.end}


def _flags(flags: Iterable[Flag]) -> list[Document]:
    return [flag_document(flag) for flag in flags]


def _evidence(evidence: Evidence) -> Document:
    return {
        "quote_id": evidence.quote_id,
        "quote": evidence.quote,
        "text": evidence.text,
        "speaker": evidence.speaker,
        "source": evidence.source,
        "outlet": evidence.outlet,
        "link": evidence.link,
        "said_on": evidence.said_on,
        "published": evidence.published.isoformat() if evidence.published else None,
        "verified_by": evidence.verified_by,
        "verified_at": evidence.verified_at,
        "second": evidence.second,
    }
