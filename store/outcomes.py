"""What became of a workspace's findings, and how many drafts it checked a day: counts alone.

A finding of a draft that is checked again is counted once, in the last version that has it (``store.marks`` says which
are the same): where the next version has it no more, it was fixed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.models.outcomes import CheckedDay, DeskFigures, Outcomes
from store.database import Database

_CHECKS = """SELECT at, quotes, EXISTS (SELECT 1 FROM "check" AS earlier WHERE earlier.scope = one.scope
    AND earlier.thread = one.thread AND earlier.id < one.id) FROM "check" AS one
    WHERE team_id = :team AND at >= :since AND (:every = 1 OR channel_id IS NULL)"""
_FINDINGS = """SELECT finding.code, CASE
    WHEN decision.choice = 'not_right' THEN 'wrong'
    WHEN settled.what = 'disputed' THEN 'disputed'
    WHEN decision.choice = 'ignore' THEN 'ignored'
    WHEN settled.what <> 'undo' THEN 'verified'
    WHEN later.id IS NOT NULL THEN 'fixed'
    ELSE 'open' END AS became, count(*)
    FROM "check" AS one JOIN finding ON finding.check_id = one.id
    LEFT JOIN "check" AS later ON later.id = (SELECT min(after.id) FROM "check" AS after
        WHERE after.scope = one.scope AND after.thread = one.thread AND after.id > one.id)
    LEFT JOIN decision ON decision.id = (SELECT max(id) FROM decision WHERE finding_id = finding.id)
    LEFT JOIN settled ON settled.id = (SELECT max(line.id) FROM settled AS line
        WHERE line.check_id = one.id AND line.item = 'f' || finding.position)
    WHERE one.team_id = :team AND one.at >= :since AND (:every = 1 OR one.channel_id IS NULL)
    AND finding.code NOT IN ('quote_added', 'quote_removed')
    AND (later.id IS NULL OR NOT EXISTS
        (SELECT 1 FROM finding AS same WHERE same.check_id = later.id AND same.mark = finding.mark))
    GROUP BY finding.code, became"""
"""Notes that a quote came or went are no findings on the words: they stand in one version by their nature."""


def desk_figures(db: Database, team: str, days: int, zone: tzinfo, today: date, private: bool = True) -> DeskFigures:
    """The figures of a workspace over so many days, the last of them today in the desk's time zone.

    Without ``private``, what was checked in private channels is left out.
    """
    first = today - timedelta(days=days - 1)
    since = datetime.combine(first, time(), zone).astimezone(UTC).isoformat(timespec="seconds")
    asked = {"team": team, "since": since, "every": int(private)}
    drafts, again = Counter[date](), Counter[date]()
    quotes = 0
    for at, count, later in db.execute(_CHECKS, asked):
        (again if later else drafts)[datetime.fromisoformat(at).astimezone(zone).date()] += 1
        quotes += 0 if later else count
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for code, became, count in db.execute(_FINDINGS, asked):
        found[code][became] = count
    kinds = [Outcomes(code, **became) for code, became in found.items()]
    span = [first + timedelta(days=number) for number in range(days)]
    return DeskFigures(
        tuple(CheckedDay(day, drafts[day], again[day]) for day in span),
        quotes,
        tuple(sorted(kinds, key=lambda kind: (-kind.total, kind.code))),
    )
