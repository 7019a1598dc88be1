"""Jobs: each done once, in order, and taken over where whoever had it is gone."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import JobLost
from store import Store
from store.jobs import Job, Jobs
from store.place import Place

DESK = Place("desk")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 6, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(fresh_store: Store, clock: Clock) -> Jobs:
    return Jobs(fresh_store._connections, clock)


def claimed(jobs: Jobs, seconds: float = 60) -> Job:
    job = jobs.claim(seconds)
    assert job is not None
    return job


class TestLanes:
    def test_are_busy_until_their_last_job_is_ended(self, fresh_store: Store) -> None:
        """A lane is asked for by workspace; a job that waits or is in hand keeps it busy, one that ended does not."""
        jobs = fresh_store.jobs
        jobs.enqueue(Place("T1"), "check", {}, lane="C1:1.0")
        assert jobs.busy("T1", "C1:1.0")
        assert not jobs.busy("T2", "C1:1.0")
        assert not jobs.busy("T1", "C1:2.0")
        job = jobs.claim()
        assert job is not None
        assert jobs.busy("T1", "C1:1.0")
        jobs.finish(job)
        assert not jobs.busy("T1", "C1:1.0")


class TestEnqueue:
    def test_gives_back_what_was_written(self, jobs: Jobs) -> None:
        jobs.enqueue(Place("desk", "C1"), "check", {"text": "“Ja,” said Åse."}, lane="t1")
        job = claimed(jobs)
        assert (Place("desk", "C1"), "check", "t1", 1) == (job.place, job.kind, job.lane, job.tries)
        assert {"text": "“Ja,” said Åse."} == job.payload

    def test_takes_an_event_once(self, jobs: Jobs) -> None:
        """Slack tells an event again until it is answered: once more while it waits, and once more when it is done."""
        assert jobs.enqueue(DESK, "check", {}, lane="t1", event="Ev1")
        assert jobs.enqueue(DESK, "check", {}, lane="t1", event="Ev1") is None
        jobs.finish(claimed(jobs))
        assert jobs.enqueue(DESK, "check", {}, lane="t1", event="Ev1") is None
        assert 0 == jobs.waiting()

    def test_takes_the_same_event_of_another_workspace(self, jobs: Jobs) -> None:
        assert jobs.enqueue(DESK, "check", {}, lane="t1", event="Ev1")
        assert jobs.enqueue(Place("other"), "check", {}, lane="t1", event="Ev1")

    def test_from_many_threads_takes_an_event_once(self, fresh_store: Store) -> None:
        made: list[int | None] = []
        together = threading.Barrier(6)

        def tell() -> None:
            together.wait()
            made.append(fresh_store.jobs.enqueue(DESK, "check", {}, lane="t1", event="Ev1"))
            fresh_store.jobs.waiting()

        run(6, tell)
        assert 5 == made.count(None)
        assert 1 == fresh_store.jobs.waiting()


class TestClaim:
    def test_nothing_where_nothing_waits(self, jobs: Jobs) -> None:
        assert jobs.claim() is None

    def test_oldest_first_and_one_at_a_time_in_a_lane(self, jobs: Jobs) -> None:
        first = jobs.enqueue(DESK, "check", {}, lane="t1")
        second = jobs.enqueue(DESK, "recheck", {}, lane="t1")
        other = jobs.enqueue(DESK, "check", {}, lane="t2")
        job = claimed(jobs)
        assert [first, other] == [job.id, claimed(jobs).id]
        assert jobs.claim() is None
        jobs.finish(job)
        assert second == claimed(jobs).id

    def test_the_same_lane_of_two_workspaces_is_two(self, jobs: Jobs) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1")
        jobs.enqueue(Place("other"), "check", {}, lane="t1")
        assert {"desk", "other"} == {claimed(jobs).place.team, claimed(jobs).place.team}

    def test_every_job_goes_to_one_of_many_workers(self, fresh_store: Store) -> None:
        """No job is done twice, none is left, and no lane has two at once, whoever claims them."""
        numbers = [fresh_store.jobs.enqueue(DESK, "check", {}, lane=f"t{number % 7}") for number in range(60)]
        done, at_work, clashes = Counter[int](), Counter[str](), list[str]()
        guard = threading.Lock()

        def work() -> None:
            while fresh_store.jobs.waiting():
                job = fresh_store.jobs.claim()
                if job is None:
                    continue
                with guard:
                    at_work[job.lane] += 1
                    clashes.extend([job.lane] * (at_work[job.lane] > 1))
                with guard:
                    at_work[job.lane] -= 1
                    done[job.id] += 1
                fresh_store.jobs.finish(job)

        run(6, work)
        assert Counter(numbers) == done
        assert not clashes


class TestTakingOver:
    def test_a_job_whose_time_is_over_is_claimed_again_with_what_was_done(self, jobs: Jobs, clock: Clock) -> None:
        jobs.enqueue(DESK, "check", {"text": "x"}, lane="t1")
        job = claimed(jobs, 60)
        jobs.note(job, "root", "1700.0001")
        clock.goes_on(61)
        again = claimed(jobs)
        assert (job.id, 2, "1700.0001") == (again.id, again.tries, again.done["root"])

    def test_counts_the_processes_that_vanished(self, jobs: Jobs, clock: Clock) -> None:
        """What was put back on purpose is no crash; what was noted as done stays beside the count."""
        jobs.enqueue(DESK, "check", {}, lane="t1")
        job = claimed(jobs, 60)
        jobs.note(job, "root", "1700.0001")
        jobs.again(job, "Slack asked to wait", 0)
        job = claimed(jobs, 60)
        assert (2, 0, "1700.0001") == (job.tries, job.crashes, job.done["root"])
        clock.goes_on(61)
        assert 1 == claimed(jobs, 60).crashes
        clock.goes_on(61)
        job = claimed(jobs, 60)
        assert (4, 2) == (job.tries, job.crashes)
        jobs.again(job, "Slack asked to wait", 0)
        job = claimed(jobs)
        assert (5, 2) == (job.tries, job.crashes)

    def test_does_not_count_a_process_that_moved_the_job_on(self, jobs: Jobs, clock: Clock) -> None:
        """A job that got a step further each time is not what ends its processes, however many of them end."""
        jobs.enqueue(DESK, "check", {}, lane="t1")
        for step in range(5):
            job = claimed(jobs, 60)
            jobs.note(job, f"part{step}", "1700.0001")
            jobs.note(job, f"part{step} too", "1700.0002")
            clock.goes_on(61)
        job = claimed(jobs, 60)
        assert (6, 0) == (job.tries, job.crashes)
        clock.goes_on(61)
        assert 1 == claimed(jobs, 60).crashes

    def test_of_a_dead_process_can_be_released_at_once(self, jobs: Jobs) -> None:
        """Who sees that a process is gone lets its job be claimed; a claim that has changed since is left alone."""
        jobs.enqueue(DESK, "check", {}, lane="t1")
        job = claimed(jobs, 60)
        assert {job.id: job.claim} == {number: claim for number, (claim, _) in jobs.taken().items()}
        jobs.release(job.id, "another claim")
        assert jobs.claim() is None
        jobs.release(job.id, job.claim)
        assert job.id == claimed(jobs, 60).id

    def test_counts_no_fewer_than_none(self, jobs: Jobs) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1")
        job = claimed(jobs)
        assert 0 == job.crashes
        assert 0 == replace(job, done={"again": 3}).crashes

    @pytest.mark.parametrize("verb", ["keep", "note", "finish", "again", "give_up"])
    def test_who_lost_a_job_changes_nothing_of_it(self, jobs: Jobs, clock: Clock, verb: str) -> None:
        jobs.enqueue(DESK, "check", {"text": "x"}, lane="t1")
        slow = claimed(jobs, 60)
        clock.goes_on(61)
        quick = claimed(jobs)
        values = {"keep": (), "note": ("step", 1), "finish": (), "again": ("why", 1), "give_up": ("why",)}[verb]
        with pytest.raises(JobLost):
            getattr(jobs, verb)(slow, *values)
        jobs.note(quick, "step", 2)
        jobs.finish(quick)

    def test_a_job_that_is_kept_is_not_taken_over(self, jobs: Jobs, clock: Clock) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1")
        job = claimed(jobs, 60)
        clock.goes_on(50)
        jobs.keep(job, 60)
        clock.goes_on(50)
        assert jobs.claim() is None


class TestClockPutBack:
    def test_keeps_no_new_job_waiting(self, jobs: Jobs, clock: Clock) -> None:
        """What was asked by a clock an hour ahead is done now, not in an hour."""
        jobs.enqueue(DESK, "check", {}, lane="t1")
        clock.goes_on(-3600)
        assert "check" == claimed(jobs).kind

    def test_keeps_no_job_that_was_put_back_waiting_for_longer_than_any_waits(self, jobs: Jobs, clock: Clock) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1")
        jobs.again(claimed(jobs), "Slack asked to wait", 5)
        clock.goes_on(-3600)
        assert 2 == claimed(jobs).tries

    def test_takes_no_job_from_who_has_it(self, jobs: Jobs, clock: Clock) -> None:
        """The claim of a process that works is not over because the hour is another."""
        jobs.enqueue(DESK, "check", {}, lane="t1")
        claimed(jobs, 60)
        clock.goes_on(-3600)
        assert jobs.claim() is None


class TestEnding:
    def test_a_job_put_back_waits_its_time_and_holds_its_lane(self, jobs: Jobs, clock: Clock) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1")
        jobs.enqueue(DESK, "recheck", {}, lane="t1")
        jobs.again(claimed(jobs), "Slack asked to wait", 30)
        assert jobs.claim() is None
        clock.goes_on(31)
        assert ("check", 2) == ((job := claimed(jobs)).kind, job.tries)

    def test_a_job_is_put_back_for_two_minutes_at_most(self, jobs: Jobs, clock: Clock) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1")
        jobs.again(claimed(jobs), "Slack asked to wait", 7200)
        clock.goes_on(121)
        assert 2 == claimed(jobs).tries

    def test_a_job_given_up_lets_the_next_one_go_and_is_told(self, jobs: Jobs) -> None:
        number = jobs.enqueue(DESK, "check", {}, lane="t1")
        jobs.enqueue(DESK, "recheck", {}, lane="t1")
        jobs.give_up(claimed(jobs), "no such channel")
        assert ((number, "no such channel"),) == jobs.given_up()
        assert "recheck" == claimed(jobs).kind

    def test_what_a_finished_job_was_about_is_forgotten(self, fresh_store: Store, jobs: Jobs) -> None:
        number = jobs.enqueue(DESK, "check", {"text": "a draft that nobody may read"}, lane="t1")
        jobs.finish(claimed(jobs))
        with fresh_store._connections.reading() as db:
            assert "{}" == db.execute("SELECT payload FROM job WHERE id = ?", (number,)).fetchone()[0]

    @pytest.mark.parametrize(
        ("asked", "kept"),
        [
            ({"channel": "C1", "user": "U1", "thread": "17.1"}, {"channel": "C1", "user": "U1", "thread": "17.1"}),
            ({"channel": "C1", "source": {"text": "a draft"}}, {"channel": "C1"}),
        ],
    )
    def test_of_a_job_given_up_only_where_and_by_whom_it_was_asked_is_kept(
        self, fresh_store: Store, jobs: Jobs, asked: dict[str, object], kept: dict[str, str]
    ) -> None:
        """Neither the draft nor the address at which Slack takes an answer stays until the jobs are forgotten."""
        more = {"text": "a draft that nobody may read", "response_url": "https://hooks.slack.example/commands/1"}
        number = jobs.enqueue(DESK, "check", {**asked, **more}, lane="t1")
        jobs.give_up(claimed(jobs), "no such channel")
        with fresh_store._connections.reading() as db:
            assert kept == json.loads(db.execute("SELECT payload FROM job WHERE id = ?", (number,)).fetchone()[0])

    def test_ended_jobs_go_and_open_ones_stay(self, jobs: Jobs, clock: Clock) -> None:
        jobs.enqueue(DESK, "check", {}, lane="t1", event="Ev1")
        jobs.enqueue(DESK, "check", {}, lane="t2")
        jobs.finish(claimed(jobs))
        clock.goes_on(60)
        assert 1 == jobs.forget(clock.now)
        assert 1 == jobs.waiting()


def run(count: int, work: Callable[[], None]) -> None:
    """Runs the same work in so many threads at once, and raises what any of them raised."""
    with ThreadPoolExecutor(count) as pool:
        for ended in [pool.submit(work) for _ in range(count)]:
            ended.result()
