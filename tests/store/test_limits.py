"""Limits: how often one person, and one channel, may ask in ten minutes, counted in the store."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import LimitReached
from store import Store
from store.jobs import Jobs
from store.limits import Limits, Question
from store.place import Place

from .test_jobs import Clock, claimed

DESK = Place("desk")
EDITOR, OTHER = "U0EDITOR01", "U0OTHER001"
NEWS, SPORT = "C0NEWS0001", "C0SPORT001"
FEW = Limits(user=3, channel=4)
Asking = Callable[..., int | None]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(fresh_store: Store, clock: Clock) -> Jobs:
    return Jobs(fresh_store._connections, clock)


@pytest.fixture
def ask(jobs: Jobs) -> Asking:
    """Asks one thing, under three questions a person and four a channel."""
    numbers = iter(range(1_000))

    def ask(
        user: str = EDITOR, channel: str = NEWS, place: Place = DESK, limits: Limits = FEW, **more: str
    ) -> int | None:
        question = Question(channel, limits)
        return jobs.enqueue(place, "check", {}, lane=f"t{next(numbers)}", asker=user, question=question, **more)

    return ask


class TestPerson:
    def test_may_ask_so_often_and_no_more(self, ask: Asking, jobs: Jobs) -> None:
        """The question that is one too many leaves no job, and says when to ask again."""
        for _ in range(3):
            ask()
        with pytest.raises(LimitReached) as full:
            ask()
        assert 3 == jobs.waiting()
        assert "You have asked 3 times in ten minutes" in full.value.for_editor
        assert full.value.for_editor.endswith("ask again in 10 minutes.")

    def test_may_ask_again_when_the_sentence_said(self, ask: Asking, clock: Clock) -> None:
        """The wait is that for the earliest of the questions that fill the window, and it is never told too short."""
        ask()
        clock.goes_on(560)
        ask()
        ask()
        clock.goes_on(5)
        with pytest.raises(LimitReached, match="ask again in 40 seconds"):
            ask()
        clock.goes_on(35)
        assert ask() is not None

    def test_is_not_counted_for_what_was_refused(self, ask: Asking, clock: Clock) -> None:
        """Who goes on asking in vain waits no longer for it."""
        for _ in range(3):
            ask()
        for _ in range(5):
            clock.goes_on(100)
            with pytest.raises(LimitReached):
                ask()
        clock.goes_on(101)
        assert ask() is not None

    def test_is_counted_over_all_channels_and_when_the_job_is_done(self, ask: Asking, jobs: Jobs) -> None:
        for channel in (NEWS, SPORT, "D0DIRECT01"):
            ask(channel=channel)
            jobs.finish(claimed(jobs))
        with pytest.raises(LimitReached):
            ask(channel=SPORT)

    def test_keeps_nobody_else_from_asking(self, ask: Asking) -> None:
        """Neither a colleague, nor somebody of the same id in another workspace."""
        for _ in range(3):
            ask()
        assert ask(OTHER) is not None
        assert ask(place=Place("T0OTHER001")) is not None


class TestChannel:
    def test_may_ask_so_often_and_no_more(self, ask: Asking) -> None:
        for user in ("U1", "U2", "U3", "U4"):
            ask(user)
        with pytest.raises(LimitReached, match="This channel has asked 4 times in ten minutes"):
            ask("U5")
        assert ask("U5", SPORT) is not None

    def test_of_another_workspace_is_counted_by_itself(self, ask: Asking) -> None:
        for user in ("U1", "U2", "U3", "U4"):
            ask(user)
        assert ask("U5", place=Place("T0OTHER001")) is not None


class TestCounting:
    def test_takes_a_question_told_twice_for_one(self, ask: Asking) -> None:
        """Slack tells it again where it saw no answer: neither the second telling nor one that is refused counts."""
        for number in range(3):
            ask(event=f"Ev{number}")
        assert ask(event="Ev2") is None

    def test_leaves_out_what_is_no_question(self, ask: Asking, jobs: Jobs) -> None:
        """A message in a thread, a decision and the bot's own further work take nothing of the allowance."""
        for number in range(9):
            jobs.enqueue(DESK, "reply", {}, lane=f"r{number}", asker=EDITOR)
        assert ask() is not None

    def test_of_nought_is_no_limit(self, ask: Asking) -> None:
        assert all(ask(limits=Limits()) for _ in range(9))

    def test_leaves_out_what_was_asked_before_the_clock_was_put_back(self, ask: Asking, clock: Clock) -> None:
        """Nobody waits for the hour that a clock was ahead."""
        clock.goes_on(3600)
        for _ in range(3):
            ask()
        clock.goes_on(-3600)
        assert ask() is not None

    def test_agrees_when_many_ask_at_once(self, fresh_store: Store) -> None:
        """Of thirty questions at once, by one person, exactly as many are taken as are allowed."""
        question = Question(NEWS, Limits(user=20))

        def taken(number: int) -> bool:
            try:
                fresh_store.jobs.enqueue(DESK, "check", {}, lane=f"t{number}", asker=EDITOR, question=question)
            except LimitReached:
                return False
            finally:
                if fresh_store._connections.dialect == "sqlite":
                    fresh_store.close()
            return True

        with ThreadPoolExecutor(6) as pool:
            assert 20 == sum(pool.map(taken, range(30)))


class TestTurns:
    def test_go_round_among_those_who_ask(self, jobs: Jobs, clock: Clock) -> None:
        """Who asked five times before two others came is served in turn with them, and the rest in order."""
        for number in range(5):
            jobs.enqueue(DESK, "check", {}, lane=f"a{number}", asker="U1")
        for user in ("U2", "U3"):
            jobs.enqueue(DESK, "check", {}, lane=user, asker=user)
        served = []
        for _ in range(7):
            clock.goes_on(1)
            served.append(claimed(jobs).lane)
        assert ["a0", "U2", "U3", "a1", "a2", "a3", "a4"] == served

    def test_are_by_person_and_workspace(self, jobs: Jobs, clock: Clock) -> None:
        """The same id in two workspaces is two people."""
        for place in (DESK, DESK, Place("T0OTHER001")):
            jobs.enqueue(place, "check", {}, lane=f"{place.team}{jobs.waiting()}", asker="U1")
        clock.goes_on(1)
        assert ["desk", "T0OTHER001"] == [claimed(jobs).place.team, claimed(jobs).place.team]

    def test_do_not_break_the_order_of_a_lane(self, jobs: Jobs, clock: Clock) -> None:
        """Somebody who has not been served yet still waits for what was asked before in the same thread."""
        jobs.enqueue(DESK, "check", {}, lane="t1", asker="U1")
        jobs.enqueue(DESK, "reply", {}, lane="t1", asker="U2")
        jobs.finish(claimed(jobs))
        clock.goes_on(1)
        jobs.enqueue(DESK, "check", {}, lane="t2", asker="U1")
        assert ["t1", "t2"] == [claimed(jobs).lane, claimed(jobs).lane]
