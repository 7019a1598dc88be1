"""Checks as they are remembered, and forgotten."""

from __future__ import annotations

import json
import sqlite3

import pytest

from bot.errors import StoreError, WrongInput
from store import Scope, Store
from tests.store.said import said, stored

EARLY, LATE = "2025-03-01T08:00:00+00:00", "2025-03-20T08:00:00+00:00"


def report(*codes: tuple[str, str]) -> str:
    flags = [{"code": code, "severity": severity} for code, severity in codes]
    article = {"text": "“The ferry is never late,” Velling said."}
    return json.dumps({"version": 1, "article": article, "quotes": [{"id": "q1", "matches": []}], "flags": flags})


TEXT = "“Never late,” Velling said. “Never late,” Lind said. On 30 February it sailed."


def findings(*spans: tuple[str, str], text: str = TEXT, title: str | None = None) -> str:
    """A report whose flags, of these codes, are each about the first such words that no flag before is about."""
    flags, taken = list[dict[str, object]](), 0
    for code, words in spans:
        start = text.find(words, taken)
        start, taken = (start, start + 1) if start >= 0 else (text.index(words), taken)
        flags.append({"code": code, "severity": "query", "start": start, "end": start + len(words), "message": code})
    return json.dumps({"version": 1, "article": {"text": text, "title": title}, "quotes": [], "flags": flags})


def choices(desk: Scope, check_id: int) -> list[tuple[str | None, str | None]]:
    return [(finding.choice, finding.by) for finding in desk.check(check_id).findings]


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

    def test_that_are_no_report_leave_no_text_for_the_log(self, desk: Scope) -> None:
        for wrong, evidence in ((TEXT, "Expecting value: line 1 column 1 (char 0)"), (json.dumps([TEXT]), "list")):
            with pytest.raises(WrongInput) as refused:
                desk.save_check(wrong, "U1")
            assert evidence == refused.value.evidence

    def test_refuse_an_unknown_choice(self, desk: Scope) -> None:
        """Only the choices that the desk knows are kept."""
        desk.save_check(report(("spliced", "hold")), "U1")
        with pytest.raises(WrongInput, match="cannot be chosen"):
            desk.decide_finding(1, "maybe", "U1")

    @pytest.mark.sqlite_file
    def test_leave_no_text_in_the_findings(self, fresh_store: Store) -> None:
        """The report and the title alone hold words of the article, so that forgetting them forgets all."""
        fresh_store.scope().save_check(report(("spliced", "hold")), "U1", at=EARLY)
        db = sqlite3.connect(fresh_store.path)
        assert "never late" in repr(db.execute('SELECT title FROM "check"').fetchone())
        fresh_store.forget(LATE)
        rows = [row for table in ('"check"', "finding", "decision") for row in db.execute(f"SELECT * FROM {table}")]
        assert "never late" not in repr(rows)
        db.close()


class TestNextCheck:
    """A check of the same thread again: what was chosen on a finding holds, wherever the words stand now."""

    def test_knows_what_was_chosen(self, desk: Scope) -> None:
        """By code and words, with who chose, when and why; a finding that is new is open."""
        first = desk.save_check(findings(("orphan_quote", "Never late"), ("impossible_date", "30 February")), "U1",
                                thread="7")  # fmt: skip
        desk.decide_finding(desk.check(first).findings[1].id, "ignore", "U2", "a joke")
        moved = "A new first line. " + TEXT.replace("30 February", "30  FEBRUARY")
        flags = (("impossible_date", "30  FEBRUARY"), ("orphan_quote", "Velling said"))
        second = desk.save_check(findings(*flags, text=moved), "U3", thread="7")
        assert [("ignore", "U2"), (None, None)] == choices(desk, second)
        assert [0, 1] == [finding.position for finding in desk.check(second).findings]
        third = desk.save_check(findings(*flags, text=moved), "U3", thread="7")
        assert [("ignore", "U2"), (None, None)] == choices(desk, third)

    def test_knows_nothing_of_other_threads_and_codes(self, desk: Scope) -> None:
        first = desk.save_check(findings(("orphan_quote", "Never late")), "U1", thread="7")
        desk.decide_finding(desk.check(first).findings[0].id, "ignore", "U2")
        assert [(None, None)] == choices(desk, desk.save_check(findings(("orphan_quote", "Never late")), "U1"))
        for code, thread in (("orphan_quote", "8"), ("spliced", "7")):
            number = desk.save_check(findings((code, "Never late")), "U1", thread=thread)
            assert [(None, None)] == choices(desk, number)

    def test_forgets_what_was_undone(self, desk: Scope) -> None:
        first = desk.save_check(findings(("orphan_quote", "Never late")), "U1", thread="7")
        for choice in ("ignore", "undo"):
            desk.decide_finding(desk.check(first).findings[0].id, choice, "U2")
        second = desk.save_check(findings(("orphan_quote", "Never late")), "U1", thread="7")
        assert [(None, None)] == choices(desk, second)

    def test_tells_two_of_the_same_words_apart(self, desk: Scope) -> None:
        """Of two findings on the same words the one that was ignored stays so; where one went, none is taken for it."""
        twice = (("orphan_quote", "Never late"), ("orphan_quote", "Never late"))
        first = desk.save_check(findings(*twice), "U1", thread="7")
        desk.decide_finding(desk.check(first).findings[1].id, "ignore", "U2")
        second = desk.save_check(findings(*twice), "U1", thread="7")
        assert [(None, None), ("ignore", "U2")] == choices(desk, second)
        third = desk.save_check(findings(twice[0]), "U1", thread="7")
        assert [(None, None)] == choices(desk, third)

    def test_counts_a_wrong_alarm_once(self, desk: Scope) -> None:
        """Carried over it is the same alarm; taken back in the last check it is none."""
        first = desk.save_check(findings(("orphan_quote", "Never late")), "U1", thread="7")
        desk.decide_finding(desk.check(first).findings[0].id, "not_right", "U2")
        second = desk.save_check(findings(("orphan_quote", "Never late")), "U1", thread="7")
        assert {"orphan_quote": 1} == desk.wrong_alarms()
        desk.decide_finding(desk.check(second).findings[0].id, "undo", "U2")
        assert {} == desk.wrong_alarms()


class TestRecent:
    def test_are_ones_own_latest_first_with_their_threads(self, fresh_store: Store) -> None:
        """Of a thread the last check of one's own; without a report, with its title and where it was answered."""
        desk = fresh_store.scope("T1")
        thread = fresh_store.threads.open(desk.place, "C7", "17.1", "U1", {})
        for title in ("First draft", "Second draft"):
            desk.save_check(findings(title=title), "U1", thread=str(thread.id))
        desk.save_check(findings(title="Somebody's"), "U2", thread=str(thread.id))
        loose = desk.save_check(findings(), "U1")
        recent = desk.recent_checks("U1")
        assert [(loose, None), (2, thread)] == [(one.check.id, one.thread) for one in recent]
        assert ["“Never late,” Velling said. “Never late,” Lind said. On 30 …", "Second draft"] == [
            one.check.title for one in recent
        ]
        assert [None, None] == [one.check.report for one in recent]
        assert recent[:1] == desk.recent_checks("U1", limit=1)

    def test_of_all_places_are_one_workspaces(self, fresh_store: Store) -> None:
        for place in (("T1", None), ("T1", "C1"), ("T2", None)):
            fresh_store.scope(*place).save_check(findings(title=f"{place}"), "U1")
        assert ["('T1', 'C1')", "('T1', None)"] == [one.check.title for one in fresh_store.recent_checks("T1", "U1")]
        assert ["('T1', 'C1')"] == [one.check.title for one in fresh_store.scope("T1", "C1").recent_checks("U1")]
        assert () == fresh_store.recent_checks("T1", "U2")

    def test_have_no_title_once_it_is_forgotten(self, fresh_store: Store) -> None:
        """After its time neither text nor title of any place is left; that there was a check is, and ended jobs go."""
        scopes = [fresh_store.scope("T1", "C1"), fresh_store.scope("T2")]
        for scope in scopes:
            scope.save_check(findings(title="A ferry"), "U1", at=EARLY)
            scope.save_check(findings(title="A bridge"), "U1", at=LATE)
        fresh_store.jobs.enqueue(scopes[0].place, "check", {}, lane="x")
        job = fresh_store.jobs.claim()
        assert job is not None
        fresh_store.jobs.give_up(job, "no such channel")
        assert 2 == fresh_store.forget("2025-03-10T01:00:00+01:00")
        assert 0 == fresh_store.forget("2025-03-10")
        assert [("A bridge", None), (None, None)] == [
            (one.check.title, one.check.report) for one in scopes[0].recent_checks("U1")
        ]
        assert 1 == len(fresh_store.jobs.given_up())
        assert 2 == fresh_store.forget("2999-01-01")
        assert () == fresh_store.jobs.given_up()

    def test_are_forgotten_by_a_moment_that_can_be_read(self, fresh_store: Store) -> None:
        with pytest.raises(WrongInput, match="is not a moment"):
            fresh_store.forget("last week")


class TestSettled:
    def test_keep_the_last_of_each_item(self, desk: Scope) -> None:
        """What was done with a quote of a check, by whom, and what came of it; undone it is none."""
        check = desk.save_check(findings(), "U1")
        [quote_id] = stored(desk, "The ferry is never late.")
        desk.settle(check, "q1", "verify", "U1", quote_id)
        desk.settle(check, "q2", "verify", "U1", quote_id)
        desk.settle(check, "q2", "undo", "U2")
        desk.settle(check, "q3", "dispute", "U1", quote_id)
        desk.settle(check, "q3", "confirm", "U2", quote_id)
        found = desk.settled(check)
        assert {"q1": ("verify", "U1", quote_id), "q3": ("confirm", "U2", quote_id)} == {
            item: (one.what, one.by, one.quote_id) for item, one in found.items()
        }

    def test_begin_with_the_item_that_a_quote_came_from(self, desk: Scope) -> None:
        """Each item once, in the order in which they were settled first, whatever their names and checks are."""
        early, late = desk.save_check(findings(), "U1"), desk.save_check(findings(), "U1")
        quote_id, other = stored(desk, "The ferry is never late.", "We sail at noon.")
        for check, item, what in ((late, "q2", "verify"), (early, "q9", "verify"), (late, "q1", "verify"),
                                  (late, "q2", "dispute")):  # fmt: skip
            desk.settle(check, item, what, "U1", quote_id)
        desk.settle(early, "q0", "verify", "U1", other)
        assert ((late, "q2"), (early, "q9"), (late, "q1")) == desk.items_of(quote_id)

    def test_are_of_one_place(self, fresh_store: Store) -> None:
        channel, everybody = fresh_store.scope("T1", "C1"), fresh_store.scope("T1")
        check = channel.save_check(findings(), "U1")
        secret = fresh_store.scope("T1", "C2").verify(said("We sail at noon."), "U1")
        with pytest.raises(StoreError, match="no check"):
            everybody.settle(check, "q1", "verify", "U1")
        with pytest.raises(StoreError, match="no check"):
            everybody.settled(check)
        with pytest.raises(StoreError, match="no verified quote"):
            channel.settle(check, "q1", "verify", "U1", secret.quote_id)
        assert {} == channel.settled(check)
