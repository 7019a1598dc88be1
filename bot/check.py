"""One check, whole: an article in, a report out."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.archive import Archive
from bot.flags import ages as _ages
from bot.flags import calendar as _calendar
from bot.flags import events as _events
from bot.flags import hidden as _hidden
from bot.flags import marks as _marks
from bot.flags import names as _names
from bot.flags import speakers as _speakers
from bot.flags import wording as _wording
from bot.flags.registry import REGISTRY, Case
from bot.models import Article, Flag, Judged, Notice, Quote, Report, Severity
from bot.reading import flowing, read_article
from bot.recheck import compare
from bot.settings import Desk
from bot.wording.match import Progress, judge

RULES = (_ages, _calendar, _events, _hidden, _marks, _names, _speakers, _wording)
"""The modules whose rules stand in the registry; importing them enters the rules."""

_ORDER = {Severity.HOLD: 0, Severity.QUERY: 1, Severity.NOTE: 2}


def check(
    article: Article,
    archive: Archive,
    desk: Desk | None = None,
    previous: Report | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report on an article; with ``previous``, also what an edit did to that earlier report's findings."""
    began = time.perf_counter()
    desk = desk or Desk()
    reading = read_article(article, desk)
    plain = flowing(article)
    judgement = judge(plain.text, reading.quotes, archive, progress)
    case = Case(replace(reading, article=plain), judgement.judged, archive, desk, judgement.found)
    report = Report(
        article,
        quotes=case.judged,
        dates=reading.dates,
        ages=reading.ages,
        flags=raised(case),
        notices=(*article.notices, *_notices(judgement.truncated)),
        store_size=archive.size(),
    )
    if previous is not None:
        report = compare(previous, report)
    return _timed(report, began)


def check_quotes(rows: Sequence[tuple[str, str | None]], archive: Archive, desk: Desk | None = None) -> Report:
    """The report on bare quotes, each with its speaker, without an article round them.

    The quotes of the report have the ids ``q1``, ``q2``… in the order given; they stand in an article text
    made of them, one a line.
    """
    text, quotes = "", []
    for number, (words, speaker) in enumerate(rows, start=1):
        quotes.append(_bare_quote(f"q{number}", words, speaker, len(text)))
        text += words + "\n"
    article = Article(text)
    desk = desk or Desk()
    judgement = judge(text, quotes, archive)
    from bot.models import Reading

    case = Case(Reading(article, tuple(quotes)), judgement.judged, archive, desk, judgement.found)
    modules = {rule.__name__ for rule in (_hidden, _speakers, _wording)}
    flags = raised(case, modules)
    return Report(article, judgement.judged, flags=flags, notices=_notices(judgement.truncated))


def _bare_quote(id: str, words: str, speaker: str | None, start: int) -> Quote:
    from bot.models import Confidence, Kind

    confidence = Confidence.HIGH if speaker else Confidence.GUESS
    return Quote(
        id, words, start, start + len(words), Kind.DIRECT, speaker=speaker, speaker_as_written=speaker,
        confidence=confidence, reason="given with the quote",
    )  # fmt: skip


def raised(case: Case, modules: Iterable[str] | None = None) -> tuple[Flag, ...]:
    """The flags that the registry's rules raise, holds first, then by place."""
    wanted = None if modules is None else set(modules)
    flags = [
        flag
        for entry in REGISTRY.values()
        if entry.rule is not None and (wanted is None or entry.rule.__module__ in wanted)
        for flag in entry.rule(case)
    ]
    return ordered(flags)


def ordered(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Flags as an editor reads them: holds first, then by place."""
    return tuple(sorted(flags, key=lambda flag: (_ORDER[flag.severity], flag.start, flag.end, flag.code)))


def clean(report: Report) -> bool:
    """Whether no hold and no query stands."""
    return all(flag.severity is Severity.NOTE for flag in report.flags)


def matched(judged: Iterable[Judged]) -> int:
    """How many quotes stand to verified ones at all."""
    return sum(1 for one in judged if one.matches)


def _notices(truncated: bool) -> tuple[Notice, ...]:
    if not truncated:
        return ()
    message = "The store holds more quotes like these than were compared. A match may be missing: search for the words."
    return (Notice("truncated", message),)


def _timed(report: Report, began: float) -> Report:
    return replace(report, seconds=time.perf_counter() - began)


def dated(article: Article, published: date | None, outlet: str | None) -> Article:
    """The article with the publication date and outlet that the caller knows; what it says of itself gives way."""
    return replace(article, published=published or article.published, outlet=outlet or article.outlet)
