"""Checks as they are remembered, and forgotten."""

from __future__ import annotations

import json
import sqlite3

import pytest

from bot.errors import StoreError, WrongInput
from store import Scope, Store
from tests.store.said import stored

EARLY, LATE = "2025-03-01T08:00:00+00:00", "2025-03-20T08:00:00+00:00"


def report(*codes: tuple[str, str], matched: int | None = None) -> str:
    flags = [{"code": code, "severity": severity} for code, severity in codes]
    matches = [{"quote_id": matched}] if matched else []
    article = {"text": "“The ferry is never late,” Velling said."}
    return json.dumps({"version": 1, "article": article, "quotes": [{"id": "q1", "matches": matches}], "flags": flags})


class TestChecks:
    def test_are_kept_with_their_findings(self, desk: Scope) -> None:
        """A check keeps its report, counts and findings, in order."""
        number = desk.save_check(
            report(("material_change", "hold"), ("orphan_quote", "query")), "U1", thread="171.5", at=EARLY
        )
        check = desk.check(number)

        assert ("171.5", "U1", EARLY, 1, 1, 1, 0) == (
            check.thread, check.by, check.at, check.quotes, check.hold, check.query, check.note,
        )  # fmt: skip
        assert ["material_change", "orphan_quote"] == [finding.code for finding in check.findings]
        assert check.report is not None
        assert "never late" in check.report

    def test_remember_the_last_choice(self, desk: Scope) -> None:
        """Ignoring a finding and undoing it are two choices; the last one holds."""
        finding = desk.check(desk.save_check(report(("spliced", "hold")), "U1")).findings[0]
        assert "ignore" == desk.decide_finding(finding.id, "ignore", "U2").choice
        assert ("not_right", "U3") == (
            desk.decide_finding(finding.id, "not_right", "U3", "He said both.").choice,
            desk.check(1).findings[0].by,
        )
        assert {"spliced": 1} == desk.wrong_alarms()
        desk.decide_finding(finding.id, "undo", "U3")

        assert (None, None) == (desk.check(1).findings[0].choice, desk.check(1).findings[0].by)
        assert {} == desk.wrong_alarms()

    def test_forget_the_text_and_keep_the_counts(self, fresh_store: Store) -> None:
        """After its time no word of the article is left in the file; counts, codes and choices are."""
        desk = fresh_store.scope()
        old = desk.save_check(report(("spliced", "hold")), "U1", at=EARLY)
        new = desk.save_check(report(("spliced", "hold")), "U1", at=LATE)
        desk.decide_finding(desk.check(old).findings[0].id, "not_right", "U2")

        assert 1 == desk.forget_checks(before="2025-03-10T00:00:00+00:00")
        assert 0 == desk.forget_checks(before="2025-03-10T00:00:00+00:00")
        assert (None, 1) == (desk.check(old).report, desk.check(old).hold)
        assert desk.check(new).report is not None
        assert {"spliced": 1} == desk.wrong_alarms()

    def test_know_which_quotes_they_matched(self, desk: Scope) -> None:
        """When a quote is disputed, the checks that matched it are found."""
        [quote_id] = stored(desk, "The ferry is never late.")
        check = desk.save_check(report(matched=quote_id), "U1")
        desk.save_check(report(), "U1")
        assert (check,) == desk.checks_that_matched(quote_id)

    def test_are_seen_where_they_were_made(self, fresh_store: Store) -> None:
        """A check made in a channel is seen in no other place, nor can its findings be decided there."""
        channel = fresh_store.scope("T1", "C1")
        number = channel.save_check(report(("spliced", "hold")), "U1")
        finding = channel.check(number).findings[0]

        for other in (fresh_store.scope("T1"), fresh_store.scope("T1", "C2"), fresh_store.scope("T2", "C1")):
            with pytest.raises(StoreError, match=f"no check {number} here"):
                other.check(number)
            with pytest.raises(StoreError, match="no finding"):
                other.decide_finding(finding.id, "ignore", "U1")
            assert 0 == other.forget_checks(before="2999-01-01")

    def test_want_a_report(self, desk: Scope) -> None:
        """What is no report is not kept."""
        for wrong in ("not JSON", "[]"):
            with pytest.raises(WrongInput, match="save what"):
                desk.save_check(wrong, "U1")

    def test_refuse_an_unknown_choice(self, desk: Scope) -> None:
        """Only the choices that the desk knows are kept."""
        desk.save_check(report(("spliced", "hold")), "U1")
        with pytest.raises(WrongInput, match="cannot be chosen"):
            desk.decide_finding(1, "maybe", "U1")

    @pytest.mark.sqlite_file
    def test_leave_no_text_in_the_findings(self, fresh_store: Store) -> None:
        """The report alone holds words of the article, so that forgetting it forgets them all."""
        fresh_store.scope().save_check(report(("spliced", "hold")), "U1")
        db = sqlite3.connect(fresh_store.path)
        db.execute('UPDATE "check" SET report = NULL')
        rows = [row for table in ('"check"', "finding", "decision") for row in db.execute(f"SELECT * FROM {table}")]
        assert "never late" not in repr(rows)
        db.close()
