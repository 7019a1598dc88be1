"""Checks as they were made: the report, its findings, and what people decided on each finding.

A report holds the article's text, which is forgotten after some days with its title (``forget_checks``); the
counts, the codes of the findings and the decisions stay, so that wrong alarms can still be counted.  A check is
seen only in the place where it was made; what was chosen on its findings holds in the next one of its thread.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.errors import StoreError, WrongInput
from store.audit import Signature
from store.database import Database
from store.marks import carry_choices, mark_of
from store.place import Place, own_scope
from store.threads import Thread, threads_of

CHOICES = ("ignore", "not_right", "undo")
_SEVERITIES = ("hold", "query", "note")
_FIRST_WORDS, _LONGEST_TITLE = 10, 120
_READ = "id, thread, by, at, quotes, hold, query, note, report, title"
_OWN = "team_id = :team AND coalesce(channel_id, '') = coalesce(:channel, '')"


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag of a check, with the last choice on it: None where nobody chose, or the choice was undone.

    ``position`` is its place among the report's flags.
    """

    id: int
    code: str
    severity: str
    choice: str | None
    by: str | None
    position: int


@dataclass(frozen=True, slots=True)
class Check:
    """A check as it is remembered; ``report`` (JSON) and ``title`` are None once the text has been forgotten."""

    id: int
    thread: str | None
    by: str | None
    at: str
    quotes: int
    hold: int
    query: int
    note: int
    report: str | None
    title: str | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """A check as a list of one's own checks shows it, without its report, and the conversation it was made in."""

    check: Check
    thread: Thread | None


def save_check(db: Database, place: Place, report_json: str, thread: str | None, signed: Signature) -> int:
    """Keeps a report, its findings and which verified quotes it matched; gives the check's number."""
    report = _read(report_json)
    flags, article = report.get("flags", []), report.get("article", {})
    counts = [sum(flag["severity"] == severity for flag in flags) for severity in _SEVERITIES]
    check_id = db.insert(
        'INSERT INTO "check" (team_id, channel_id, scope, thread, by, at, quotes, hold, query, note, report,'
        " title) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(place.team, place.channel, own_scope(db, place), thread, signed.by, signed.at),
            *(len(report.get("quotes", [])), *counts, report_json, _title(article)),
        ),
    )
    _write_findings(db, place, check_id, flags, article.get("text", ""))
    _write_matches(db, place, check_id, report)
    if thread is not None:
        carry_choices(db, check_id)
    return check_id


def read_check(db: Database, place: Place, check_id: int) -> Check:
    """A check with its findings; raises ``StoreError`` where this place made no check of that number."""
    check = own_check(db, place, check_id)
    findings = db.execute(
        "SELECT finding.id, code, severity, choice, by, position FROM finding LEFT JOIN decision ON decision.id ="
        " (SELECT max(id) FROM decision WHERE finding_id = finding.id)"
        " WHERE check_id = ? ORDER BY position",
        (check_id,),
    )
    return replace(check, findings=tuple(_finding(*one) for one in findings))


def own_check(db: Database, place: Place, check_id: int) -> Check:
    """A check without its findings; raises ``StoreError`` where this place made no check of that number."""
    asked = f'SELECT {_READ} FROM "check" WHERE id = :check AND {_OWN}'
    row = db.execute(asked, place.named(check=check_id)).fetchone()
    if row is None:
        raise StoreError(f"There is no check {check_id} here; check the article again.", check_id)
    return Check(*row)


def recent_checks(db: Database, team: str, by: str, limit: int, place: Place | None = None) -> tuple[Recent, ...]:
    """Somebody's checks, latest first, of one place or of the whole workspace; of a thread their last one."""
    own = f"{_OWN} AND" if place else "team_id = :team AND"
    rows = db.execute(
        f'SELECT {_READ} FROM "check" AS one WHERE {own} by = :by AND NOT EXISTS (SELECT 1 FROM "check" AS later'
        " WHERE later.scope = one.scope AND later.thread = one.thread AND later.id > one.id AND later.by = :by)"
        " ORDER BY id DESC LIMIT :limit",
        {"team": team, "channel": place.channel if place else None, "by": by, "limit": limit},
    )
    checks = [replace(Check(*row), report=None) for row in rows]
    threads = {str(one.id): one for one in threads_of(db, team, [(check.thread,) for check in checks])}
    return tuple(Recent(check, threads.get(check.thread or "")) for check in checks)


def decide_finding(
    db: Database, place: Place, finding_id: int, choice: str, signed: Signature, why: str | None
) -> Finding:
    """Notes what somebody chose on a finding (``ignore``, ``not_right`` or ``undo``) and gives it as it stands."""
    if choice not in CHOICES:
        raise WrongInput(f"“{choice}” cannot be chosen; choose {', '.join(CHOICES)}.", choice)
    asked = f"SELECT id, code, severity, position FROM finding WHERE id = :finding AND {_OWN}"
    row = db.execute(asked, place.named(finding=finding_id)).fetchone()
    if row is None:
        raise StoreError(f"There is no finding {finding_id} here; check the article again.", finding_id)
    db.execute(
        "INSERT INTO decision (team_id, channel_id, finding_id, choice, by, at, why) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (place.team, place.channel, finding_id, choice, signed.by, signed.at, why),
    )
    id_, code, severity, position = row
    return _finding(id_, code, severity, choice, signed.by, position)


def forget_checks(db: Database, before: str, place: Place | None = None) -> int:
    """Forgets the texts of checks made before a moment (ISO 8601, UTC), of one place or of all; gives their number."""
    asked = 'UPDATE "check" SET report = NULL, title = NULL WHERE at < :before AND report IS NOT NULL'
    if place is None:
        return db.execute(asked, {"before": before}).rowcount
    return db.execute(f"{asked} AND {_OWN}", place.named(before=before)).rowcount


def wrong_alarms(db: Database, place: Place) -> dict[str, int]:
    """How often people called a finding not right, by the finding's code; what was undone does not count.

    A choice that was carried over to a later check is counted there alone.
    """
    rows = db.execute(
        "SELECT code, count(*) FROM finding JOIN decision ON decision.id ="
        " (SELECT max(id) FROM decision WHERE finding_id = finding.id)"
        " WHERE choice = 'not_right' AND finding.team_id = :team"
        " AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.carried_from = finding.id)"
        " AND coalesce(finding.channel_id, '') = coalesce(:channel, '') GROUP BY code ORDER BY code",
        place.named(),
    )
    return dict(rows)


def _write_findings(db: Database, place: Place, check_id: int, flags: Sequence[dict[str, Any]], text: str) -> None:
    db.insert_many(
        "INSERT INTO finding (team_id, channel_id, check_id, position, code, severity, mark)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (place.team, place.channel, check_id, position, flag["code"], flag["severity"], mark_of(flag, text))
            for position, flag in enumerate(flags)
        ],
    )


def _write_matches(db: Database, place: Place, check_id: int, report: dict[str, Any]) -> None:
    ids = {match["quote_id"] for quote in report.get("quotes", []) for match in quote.get("matches", [])}
    rows = [(one, check_id, place.team, place.channel) for one in sorted(ids)]
    db.insert_many("INSERT INTO check_match (quote_id, check_id, team_id, channel_id) VALUES (?, ?, ?, ?)", rows)


def _finding(id_: int, code: str, severity: str, choice: str | None, by: str | None, position: int) -> Finding:
    undone = choice in (None, "undo")
    return Finding(id_, code, severity, None if undone else choice, None if undone else by, position)


def _title(article: dict[str, Any]) -> str | None:
    """The article's title, or its first words; None where it has neither."""
    if (article.get("title") or "").strip():
        return str(article["title"]).strip()
    words = article.get("text", "").split(maxsplit=_FIRST_WORDS)
    return " ".join([*words[:_FIRST_WORDS], *["…"] * (len(words) > _FIRST_WORDS)])[:_LONGEST_TITLE] or None


def _read(report_json: str) -> dict[str, Any]:
    try:
        report = json.loads(report_json)
    except ValueError as error:
        raise WrongInput("The report is not JSON; save what “verbatim check --json” gives.", str(error)) from error
    if not isinstance(report, dict):
        kind = type(report).__name__
        raise WrongInput("The report is not a report; save what “verbatim check --json” gives.", kind)
    return report
