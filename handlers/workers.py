"""The bot's own pool: jobs are claimed from the store and done, apart from the threads that answer Slack.

What cannot be done now (Slack is busy, the store is held or cannot be written) is put back and tried again, later each
time; what cannot be done at all is told where it was asked for, and given up with its reason.  A job of a process that
died is found again, one of a process that is stopped is handed back.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Mapping

from bot.errors import JobLost, StoreBusy, StoreError, StoreFailing, VerbatimError
from handlers.keeping import LOOK_SECONDS, Keeping
from handlers.logs import evidence_of, kind_of
from handlers.problems import SlackFailed
from handlers.retention import kept_since
from handlers.services import Services
from handlers.work import Work
from store.jobs import Job

log = logging.getLogger(__name__)

Doing = Callable[[Work], None]
Telling = Callable[[Work, VerbatimError], None]
WORKERS = 6
TRIES, TURNS = 6, 200
"""How often a job is tried where Slack or the store fails, and where Slack only asks to wait for one's turn."""
_FORGET_SECONDS = 3600.0
_SET_DOWN_SECONDS = 1.0
"""The last of the time that the workers are given to stop: what they have not finished is handed back in it."""
CRASHES = 3
_STOPPED_THE_BOT = "This has stopped the bot three times and was not done. Tell whoever runs the bot."
_UNFORESEEN = "Something went wrong in the bot itself, and this was not done. Ask again, or tell whoever runs the bot."


class Workers:
    """Threads that do the jobs of a store; ``doing`` is what each kind of job means, ``tell`` says what went wrong."""

    def __init__(self, services: Services, doing: Mapping[str, Doing], tell: Telling, count: int = WORKERS) -> None:
        self._services = services
        self._doing = doing
        self._tell = tell
        self._wanted = threading.Condition()
        self._told = 0
        self._stopping = threading.Event()
        self._keeping = Keeping(services.store.jobs)
        self._threads = [
            threading.Thread(target=self._work, name=f"worker-{number}", daemon=True) for number in range(count)
        ]
        self._threads.append(threading.Thread(target=self._forget, name="forgetting", daemon=True))
        self._threads.append(threading.Thread(target=self._keep, name="keeping", daemon=True))

    @property
    def well(self) -> bool:
        """Whether every worker is at work, or waits for some."""
        return all(thread.is_alive() for thread in self._threads)

    def start(self) -> None:
        """Begins to work."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Says that there is something to do."""
        with self._wanted:
            self._told += 1
            self._wanted.notify()

    def stop(self, seconds: float = 10.0) -> bool:
        """Lets the jobs in hand be finished; those that take longer are handed back, and False is given."""
        self._stopping.set()
        with self._wanted:
            self._wanted.notify_all()
        until = time.monotonic() + seconds - _SET_DOWN_SECONDS
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, until - time.monotonic()))
        return not self._keeping.hand_back()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                job = self._services.store.jobs.claim()
                if job is not None:
                    self.do(job)
                    continue
            except Exception as unforeseen:  # noqa: BLE001 - nothing may end a worker
                log.error("no work could be had: %s", kind_of(unforeseen))
            self._wait()

    def _wait(self) -> None:
        """Waits until something is to do; one that was told of while nobody waited is not waited for."""
        with self._wanted:
            if not self._told:
                self._wanted.wait(LOOK_SECONDS)
            self._told = max(0, self._told - 1)

    def do(self, job: Job) -> None:
        """Does one job, and ends it: finished, put back, or given up."""
        work = Work(self._services, job)
        self._keeping.take(job)
        try:
            if job.crashes >= CRASHES and not work.only_to_show:
                raise VerbatimError(_STOPPED_THE_BOT, job.kind)
            self._doing[job.kind](work)
            self._services.store.jobs.finish(job)
            self._services.meters.ended(job.kind, "done")
        except JobLost:
            log.info("job %s (%s) went on elsewhere", job.id, job.kind)
        except (SlackFailed, StoreBusy, StoreFailing) as passing:
            self._again(work, passing)
        except VerbatimError as problem:
            self._give_up(work, problem)
        except Exception as unforeseen:
            log.error("job %s (%s) failed", job.id, job.kind, exc_info=unforeseen)
            self._give_up(work, VerbatimError(_UNFORESEEN, type(unforeseen).__name__))
        finally:
            self._keeping.let_go(job)
            self.wake()

    def _keep(self) -> None:
        """Says that the jobs in hand are in hand, and wakes a worker for what a dead process has left."""
        while not self._stopping.wait(LOOK_SECONDS):
            for _ in range(self._keeping.look()):
                self.wake()

    def _again(self, work: Work, passing: VerbatimError) -> None:
        asked = passing.after if isinstance(passing, SlackFailed) else None
        if work.job.tries >= (TRIES if asked is None else TURNS):
            self._give_up(work, passing)
            return
        after = min(60.0, 0.5 * 3.0 ** (work.job.tries - 1)) if asked is None else asked + random.random()
        log.info("job %s (%s) again in %.1f s: %s", work.job.id, work.job.kind, after, evidence_of(passing))
        if isinstance(passing, StoreFailing) and work.job.tries > 1:
            self._say(work, passing)  # a full disk may stay so for long
        try:
            self._services.store.jobs.again(work.job, passing.for_editor, after)
        except JobLost as lost:
            log.info("job %s (%s) went on elsewhere: %s", work.job.id, work.job.kind, lost)
        except StoreError as unwritten:
            log.warning("job %s (%s) is not put back: %s", work.job.id, work.job.kind, unwritten)
            if isinstance(unwritten, StoreFailing):
                self._say(work, unwritten)
        self._services.meters.ended(work.job.kind, "put_back")

    def _give_up(self, work: Work, problem: VerbatimError) -> None:
        log.warning("job %s (%s) given up: %s (%s)", work.job.id, work.job.kind, problem, evidence_of(problem))
        self._say(work, problem)
        try:
            self._services.store.jobs.give_up(work.job, problem.for_editor)
        except VerbatimError as lost:
            log.warning("job %s is not ended: %s", work.job.id, lost)
        self._services.meters.ended(work.job.kind, "given_up")

    def _say(self, work: Work, problem: VerbatimError) -> None:
        try:
            self._tell(work, problem)
        except Exception as untold:  # noqa: BLE001 - that nobody can be told must not keep the job from its end
            log.warning("job %s: nobody could be told: %s", work.job.id, kind_of(untold))

    def _forget(self) -> None:
        """Forgets the texts that the desk keeps no longer, at the start and every hour."""
        while not self._stopping.is_set():
            try:
                self._services.store.forget(kept_since(self._services.settings.workspace))
            except VerbatimError as held:
                log.warning("nothing was forgotten: %s", held)
            self._stopping.wait(_FORGET_SECONDS)
