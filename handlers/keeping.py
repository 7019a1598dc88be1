"""The jobs that this process has in hand: kept while they are done, handed back when it stops.

Here too is noticed that another process has died: on this machine at once, elsewhere when it has not said for a while
that it lives.  The while is measured on this process's own clock, which nobody can put back.
"""

from __future__ import annotations

import logging
import threading
import time

from bot.errors import JobLost, VerbatimError
from store.claims import is_gone
from store.jobs import CLAIM_SECONDS, Job, Jobs

log = logging.getLogger(__name__)

KEEP_SECONDS = CLAIM_SECONDS / 6
LOOK_SECONDS = 1.0
_HANDED_BACK = "The bot was stopped before this was done."


class Keeping:
    """What keeps the claims of a process, and releases those of the dead."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._in_hand: dict[int, Job] = {}
        self._seen: dict[int, tuple[tuple[str, str], float]] = {}
        self._next = 0.0
        self._lock = threading.Lock()

    def take(self, job: Job) -> None:
        """Has a job from now on."""
        with self._lock:
            self._in_hand[job.id] = job

    def let_go(self, job: Job) -> None:
        """Has a job no longer, however it ended."""
        with self._lock:
            self._in_hand.pop(job.id, None)

    def look(self) -> int:
        """Keeps what is in hand, when it is time, and releases what nobody has; gives how many were released."""
        try:
            if time.monotonic() >= self._next:
                self._next = time.monotonic() + KEEP_SECONDS
                self._keep()
            return self._release()
        except VerbatimError as held:
            log.warning("claims are not looked after: %s", held)
            return 0

    def hand_back(self) -> int:
        """Puts back what is in hand, for the next process; gives how many jobs that were."""
        jobs = self._held()
        for job in jobs:
            try:
                self._jobs.again(job, _HANDED_BACK, 0.0)
            except VerbatimError as lost:
                log.warning("job %s is not handed back: %s", job.id, lost)
        return len(jobs)

    def _held(self) -> list[Job]:
        with self._lock:
            return list(self._in_hand.values())

    def _keep(self) -> None:
        for job in self._held():
            try:
                self._jobs.keep(job)
            except JobLost:
                self.let_go(job)  # it has just ended, or is another's

    def _release(self) -> int:
        """Releases the jobs of dead processes, and those whose claim has stood still for as long as one holds."""
        taken, now = self._jobs.taken(), time.monotonic()
        mine = {job.id for job in self._held()}
        before, self._seen = self._seen, {}
        released = 0
        for number, claim in taken.items():
            if number in mine:
                continue
            known, since = before.get(number, (claim, now))
            self._seen[number] = (claim, since if known == claim else now)
            if is_gone(claim[0]) or now - self._seen[number][1] > CLAIM_SECONDS:
                self._jobs.release(number, claim[0])
                released += 1
        return released
