"""The desk's own figures: drafts a day, what became of each finding, and how often findings were right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.models.outcomes import DeskFigures, Outcomes
from store import Scope, Store
from tests.store.said import stored
from tests.store.test_checks import findings

NEVER, LIND, FEBRUARY = "“Never late,” Velling", "“Never late,” Lind", "30 February"
FIRST = findings(("words_altered", NEVER), ("spliced", LIND), ("impossible_date", FEBRUARY))
CLEAN = findings()


def of(store: Store, code: str, days: int = 30) -> Outcomes:
    """The figures of one kind."""
    return next(kind for kind in store.desk_figures("desk", days, UTC).kinds if kind.code == code)


@pytest.fixture
def desk(fresh_store: Store) -> Scope:
    """The desk's scope, as the command line and a single workspace have it."""
    return fresh_store.scope()


class TestBecame:
    def test_fixed_where_the_next_version_has_it_no_more(self, fresh_store: Store, desk: Scope) -> None:
        """What the next check of the thread lacks was fixed; what it has still is counted once, as open."""
        desk.save_check(FIRST, "U1", thread="1")
        desk.save_check(findings(("words_altered", NEVER), ("spliced", LIND)), "U1", thread="1")
        desk.save_check(findings(("words_altered", NEVER)), "U1", thread="1")
        assert Outcomes("impossible_date", fixed=1) == of(fresh_store, "impossible_date")
        assert Outcomes("spliced", fixed=1) == of(fresh_store, "spliced")
        assert Outcomes("words_altered", open=1) == of(fresh_store, "words_altered")

    def test_as_people_chose(self, fresh_store: Store, desk: Scope) -> None:
        """Not right is wrong, Ignore is ignored, and neither is called fixed when the finding goes with its words."""
        check = desk.check(desk.save_check(FIRST, "U1", thread="1"))
        desk.decide_finding(check.findings[0].id, "not_right", "U2")
        desk.decide_finding(check.findings[1].id, "ignore", "U2")
        desk.save_check(CLEAN, "U1", thread="1")
        assert [1, 1, 1] == [
            of(fresh_store, "words_altered").wrong, of(fresh_store, "spliced").ignored,
            of(fresh_store, "impossible_date").fixed,
        ]  # fmt: skip

    def test_as_chosen_in_a_version_before(self, fresh_store: Store, desk: Scope) -> None:
        """A choice holds in the next version of the draft, and is counted there alone."""
        check = desk.check(desk.save_check(FIRST, "U1", thread="1"))
        desk.decide_finding(check.findings[0].id, "not_right", "U2")
        desk.save_check(FIRST, "U1", thread="1")
        assert Outcomes("words_altered", wrong=1) == of(fresh_store, "words_altered")

    def test_open_again_after_undo(self, fresh_store: Store, desk: Scope) -> None:
        """A choice that was taken back is none."""
        check = desk.check(desk.save_check(FIRST, "U1", thread="1"))
        desk.decide_finding(check.findings[0].id, "not_right", "U2")
        desk.decide_finding(check.findings[0].id, "undo", "U2")
        assert Outcomes("words_altered", open=1) == of(fresh_store, "words_altered")

    def test_as_the_stored_quote_was_settled(self, fresh_store: Store, desk: Scope) -> None:
        """A dispute of the stored quote says that the finding was right; verifying the draft's words says neither."""
        [quote] = stored(desk, "Never late, says Velling.")
        number = desk.save_check(FIRST, "U1", thread="1")
        desk.settle(number, "f0", "disputed", "U2", quote)
        desk.settle(number, "f1", "verified", "U2", quote)
        desk.settle(number, "f2", "disputed", "U2", quote)
        desk.settle(number, "f2", "undo", "U2", None)
        kinds = [of(fresh_store, code) for code in ("words_altered", "spliced", "impossible_date")]
        assert [(1, 0, 0), (0, 1, 0), (0, 0, 1)] == [(one.disputed, one.verified, one.open) for one in kinds]
        assert [1.0, None, None] == [one.precision for one in kinds]

    def test_leaves_out_notes_that_quotes_came_and_went(self, fresh_store: Store, desk: Scope) -> None:
        """They stand in one version by their nature, and would all be called fixed."""
        desk.save_check(findings(("quote_added", NEVER), ("quote_removed", LIND)), "U1", thread="1")
        desk.save_check(CLEAN, "U1", thread="1")
        assert () == fresh_store.desk_figures("desk", 30, UTC).kinds


class TestPrecision:
    def test_is_of_those_that_were_judged(self) -> None:
        """Right are fixed and disputed ones, of these and the wrong; where nobody has said it is not known."""
        kind = Outcomes("spliced", fixed=5, disputed=1, verified=9, ignored=9, wrong=2, open=9)
        assert (6, 8, 0.75, 35) == (kind.right, kind.judged, kind.precision, kind.total)
        assert None is Outcomes("spliced", ignored=3, open=2).precision

    def test_of_all_kinds_is_of_their_sums(self, fresh_store: Store, desk: Scope) -> None:
        """One wrong of three findings that went or were called wrong."""
        check = desk.check(desk.save_check(FIRST, "U1", thread="1"))
        desk.decide_finding(check.findings[0].id, "not_right", "U2")
        desk.save_check(CLEAN, "U1", thread="1")
        every = fresh_store.desk_figures("desk", 30, UTC).every
        assert (2, 3) == (every.right, every.judged)


class TestDays:
    def test_count_drafts_apart_from_later_versions(self, fresh_store: Store, desk: Scope) -> None:
        """A draft is counted on the day of its first check; a check of a later version beside it; all channels count."""
        desk.save_check(FIRST, "U1", thread="1")
        desk.save_check(CLEAN, "U1", thread="1")
        desk.save_check(CLEAN, "U1")
        fresh_store.scope("desk", "C0CLOSED01").save_check(CLEAN, "U1", thread="9")
        fresh_store.scope("T2").save_check(CLEAN, "U1")
        found = fresh_store.desk_figures("desk", 7, UTC)
        assert (7, 3, 1) == (len(found.days), found.drafts, found.again)
        assert (3, 1) == (found.days[-1].drafts, found.days[-1].again)
        assert 2 == fresh_store.desk_figures("desk", 7, UTC, private=False).drafts

    def test_leave_findings_of_private_channels_out_where_asked(self, fresh_store: Store) -> None:
        """What a private channel's drafts had is not told to the whole workspace, not even in numbers."""
        fresh_store.scope("desk", "C0CLOSED01").save_check(FIRST, "U1")
        assert () == fresh_store.desk_figures("desk", 7, UTC, private=False).kinds
        assert 3 == len(fresh_store.desk_figures("desk", 7, UTC).kinds)

    def test_are_the_desks_own(self, fresh_store: Store, desk: Scope) -> None:
        """A check late in the evening of UTC is the next day's east of it."""
        zone = ZoneInfo("Pacific/Kiritimati")  # 14 hours ahead
        today = datetime.now(zone).date()
        desk.save_check(CLEAN, "U1", at=f"{today - timedelta(days=1)}T09:59:00+00:00")
        desk.save_check(CLEAN, "U1", at=f"{today - timedelta(days=1)}T10:01:00+00:00")
        assert [1, 1] == [one.drafts for one in fresh_store.desk_figures("desk", 2, zone).days]
        assert [1] == [one.drafts for one in fresh_store.desk_figures("desk", 1, zone).days]

    def test_of_a_store_without_checks_are_there_and_empty(self, fresh_store: Store) -> None:
        """Nothing was checked: so many days of nothing."""
        found = fresh_store.desk_figures("desk", 3, UTC)
        assert (3, 0, ()) == (len(found.days), found.drafts, found.kinds)
        assert isinstance(found, DeskFigures)
