"""Checks as they were made: the report, its findings, and what people decided on each finding.

A report holds the article's text, which is forgotten after some days (``forget_checks``); the counts, the
codes of the findings and the decisions stay, so that wrong alarms can still be counted.  A check is seen
only in the place where it was made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import StoreError, WrongInput
from store.audit import Signature
from store.database import Database
from store.place import Place, own_scope

CHOICES = ("ignore", "not_right", "undo")
_SEVERITIES = ("hold", "query", "note")
_OWN = "team_id = :team AND coalesce(channel_id, '') = coalesce(:channel, '')"


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag of a check, with the last choice on it: None where nobody chose, or the choice was undone."""

    id: int
    code: str
    severity: str
    choice: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """A check as it is remembered; ``report`` (JSON) is None once the text has been forgotten."""

    id: int
    thread: str | None
    by: str | None
    at: str
    quotes: int
    hold: int
    query: int
    note: int
    report: str | None
    findings: tuple[Finding, ...] = ()


def save_check(db: Database, place: Place, report_json: str, thread: str | None, signed: Signature) -> int:
    """Keeps a report, its findings and which verified quotes it matched; gives the check's number."""
    report = _read(report_json)
    flags = report.get("flags", [])
    counts = [sum(flag["severity"] == severity for flag in flags) for severity in _SEVERITIES]
    check_id = db.insert(
        'INSERT INTO "check" (team_id, channel_id, scope, thread, by, at, quotes, hold, query, note, report)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(place.team, place.channel, own_scope(db, place), thread, signed.by, signed.at),
            *(len(report.get("quotes", [])), *counts, report_json),
        ),
    )
    _write_findings(db, place, check_id, flags)
    _write_matches(db, place, check_id, report)
    return check_id


def read_check(db: Database, place: Place, check_id: int) -> Check:
    """A check with its findings; raises ``StoreError`` where this place made no check of that number."""
    asked = f'SELECT id, thread, by, at, quotes, hold, query, note, report FROM "check" WHERE id = :check AND {_OWN}'
    row = db.execute(asked, place.named(check=check_id)).fetchone()
    if row is None:
        raise StoreError(f"There is no check {check_id} here; check the article again.", check_id)
    findings = db.execute(
        "SELECT finding.id, code, severity, choice, by FROM finding LEFT JOIN decision ON decision.id ="
        " (SELECT max(id) FROM decision WHERE finding_id = finding.id)"
        " WHERE check_id = ? ORDER BY position",
        (check_id,),
    )
    return replace(Check(*row), findings=tuple(_finding(*one) for one in findings))


def decide_finding(
    db: Database, place: Place, finding_id: int, choice: str, signed: Signature, why: str | None
) -> Finding:
    """Notes what somebody chose on a finding (``ignore``, ``not_right`` or ``undo``) and gives it as it stands."""
    if choice not in CHOICES:
        raise WrongInput(f"“{choice}” cannot be chosen; choose {', '.join(CHOICES)}.", choice)
    asked = f"SELECT id, code, severity FROM finding WHERE id = :finding AND {_OWN}"
    row = db.execute(asked, place.named(finding=finding_id)).fetchone()
    if row is None:
        raise StoreError(f"There is no finding {finding_id} here; check the article again.", finding_id)
    db.execute(
        "INSERT INTO decision (team_id, channel_id, finding_id, choice, by, at, why) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (place.team, place.channel, finding_id, choice, signed.by, signed.at, why),
    )
    id_, code, severity = row
    return _finding(id_, code, severity, choice, signed.by)


def forget_checks(db: Database, place: Place, before: str) -> int:
    """Forgets the reports of this place's checks made before a moment (ISO 8601, UTC); gives their number."""
    asked = f'UPDATE "check" SET report = NULL WHERE {_OWN} AND at < :before AND report IS NOT NULL'
    return db.execute(asked, place.named(before=before)).rowcount


def wrong_alarms(db: Database, place: Place) -> dict[str, int]:
    """How often people called a finding not right, by the finding's code; what was undone does not count."""
    rows = db.execute(
        "SELECT code, count(*) FROM finding JOIN decision ON decision.id ="
        " (SELECT max(id) FROM decision WHERE finding_id = finding.id)"
        " WHERE choice = 'not_right' AND finding.team_id = :team"
        " AND coalesce(finding.channel_id, '') = coalesce(:channel, '') GROUP BY code ORDER BY code",
        place.named(),
    )
    return dict(rows)


def checks_that_matched(db: Database, place: Place, quote_id: int) -> tuple[int, ...]:
    """The checks of this place that matched a verified quote, so that their threads can be told of a dispute."""
    asked = f"SELECT check_id FROM check_match WHERE quote_id = :quote AND {_OWN} ORDER BY check_id"
    return tuple(row[0] for row in db.execute(asked, place.named(quote=quote_id)))


def _write_findings(db: Database, place: Place, check_id: int, flags: Sequence[dict[str, Any]]) -> None:
    db.insert_many(
        "INSERT INTO finding (team_id, channel_id, check_id, position, code, severity) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (place.team, place.channel, check_id, position, flag["code"], flag["severity"])
            for position, flag in enumerate(flags)
        ],
    )


def _write_matches(db: Database, place: Place, check_id: int, report: dict[str, Any]) -> None:
    ids = {match["quote_id"] for quote in report.get("quotes", []) for match in quote.get("matches", [])}
    rows = [(one, check_id, place.team, place.channel) for one in sorted(ids)]
    db.insert_many("INSERT INTO check_match (quote_id, check_id, team_id, channel_id) VALUES (?, ?, ?, ?)", rows)


def _finding(id_: int, code: str, severity: str, choice: str | None, by: str | None) -> Finding:
    undone = choice in (None, "undo")
    return Finding(id_, code, severity, None if undone else choice, None if undone else by)


def _read(report_json: str) -> dict[str, Any]:
    try:
        report = json.loads(report_json)
    except ValueError as error:
        raise WrongInput("The report is not JSON; save what “verbatim check --json” gives.", error) from error
    if not isinstance(report, dict):
        raise WrongInput("The report is not a report; save what “verbatim check --json” gives.", report)
    return report
