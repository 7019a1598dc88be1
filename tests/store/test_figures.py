"""The store in numbers, over all workspaces and private channels, the same in a file and in a database."""

from __future__ import annotations

from store import Store
from store.place import Place
from store.quotes import QuoteRow
from tests.store.test_checks import report


class TestFigures:
    def test_of_an_empty_store_are_naught(self, fresh_store: Store) -> None:
        """Nothing is counted that is not there; the empty tables take their room."""
        known = fresh_store.figures()
        assert (0, 0, 0.0, {}, {}, {}) == (
            known.quotes, known.open_jobs, known.oldest_job, known.checks, known.findings, known.not_right,
        )  # fmt: skip
        assert 10_000 < known.size < 10_000_000

    def test_count_every_workspace_and_channel(self, fresh_store: Store) -> None:
        """Quotes, checks by their worst finding, findings by code and wrong alarms are counted wherever they are."""
        for team, channel in (("T1", None), ("T1", "C1"), ("T2", None)):
            scope = fresh_store.scope(team, channel)
            scope.add_quotes([QuoteRow(f"The ferry is late in {team} {channel}", "Velling")], "kim")
            number = scope.save_check(report(("spliced", "hold"), ("orphan_quote", "query")), "U1")
            scope.save_check(report(("orphan_quote", "query")), "U1")
            scope.save_check(report(("quote_added", "note")), "U1")
            scope.decide_finding(scope.check(number).findings[1].id, "not_right", "U1")
        scope.decide_finding(scope.check(number).findings[1].id, "undo", "U1")
        known = fresh_store.figures()
        assert 3 == known.quotes
        assert {"hold": 3, "query": 3, "clean": 3} == known.checks
        assert {("spliced", "hold"): 3, ("orphan_quote", "query"): 6, ("quote_added", "note"): 3} == known.findings
        assert {"orphan_quote": 2} == known.not_right

    def test_leave_out_jobs_that_are_ended(self, fresh_store: Store) -> None:
        """A job counts while it waits and while it is had, with the age of its question, and no longer."""
        for lane in ("a", "b"):
            fresh_store.jobs.enqueue(Place("T1"), "check", {}, lane=lane)
        first = fresh_store.jobs.claim()
        known = fresh_store.figures()
        assert (2, True) == (known.open_jobs, 0 < known.oldest_job < 60)
        for job in (first, fresh_store.jobs.claim()):
            assert job is not None
            fresh_store.jobs.finish(job)
        assert (0, 0.0) == (fresh_store.figures().open_jobs, fresh_store.figures().oldest_job)
