"""How much the store holds and how its work stands: counts of all workspaces together, for those who run the bot.

No text, no name and no workspace can be told from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from store.database import Database

_OPEN = "state IN ('waiting', 'taken')"
_OUTCOMES = """SELECT CASE WHEN hold > 0 THEN 'hold' WHEN query > 0 THEN 'query' ELSE 'clean' END AS outcome, count(*)
    FROM "check" GROUP BY outcome"""
_FINDINGS = "SELECT code, severity, count(*) FROM finding GROUP BY code, severity"
_NOT_RIGHT = """SELECT code, count(*) FROM finding JOIN decision ON decision.id =
    (SELECT max(id) FROM decision WHERE finding_id = finding.id)
    WHERE choice = 'not_right'
    AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.carried_from = finding.id) GROUP BY code"""


@dataclass(frozen=True, slots=True)
class Figures:
    """The store in numbers: quotes in whatever state, bytes, jobs that are not ended, what checks found.

    ``oldest_job`` is how many seconds ago the oldest job that is not ended was asked for, 0 where there is none.
    ``checks`` are by the worst finding (``hold``, ``query``, ``clean``), every version of a draft a check of its own;
    ``findings`` by code and severity; ``not_right`` are the wrong alarms that people told, by code.
    """

    quotes: int
    size: int
    open_jobs: int
    oldest_job: float
    checks: Mapping[str, int]
    findings: Mapping[tuple[str, str], int]
    not_right: Mapping[str, int]


def figures(db: Database, now: datetime) -> Figures:
    """The figures of a store as it stands."""
    open_jobs, oldest = db.execute(f"SELECT count(*), min(asked_at) FROM job WHERE {_OPEN}").fetchone()
    return Figures(
        quotes=int(db.execute("SELECT coalesce(sum(quotes), 0) FROM scope").fetchone()[0]),
        size=db.size(),
        open_jobs=int(open_jobs),
        oldest_job=max(0.0, (now - datetime.fromisoformat(oldest)).total_seconds()) if oldest else 0.0,
        checks={outcome: int(count) for outcome, count in db.execute(_OUTCOMES)},
        findings={(code, severity): int(count) for code, severity, count in db.execute(_FINDINGS)},
        not_right={code: int(count) for code, count in db.execute(_NOT_RIGHT)},
    )
