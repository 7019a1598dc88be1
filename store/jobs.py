"""What is to be done after the moment in which it was asked for: each job once, in order, by whichever process is free.

A job and the event that asked for it are written in one transaction, so that an event told twice is done once and one
that was told is never lost.  Whoever claims a job has it for a while, and says again and again that it lives; where it
dies, another takes the job when it is released or the while is over, and finds what the first one had noted as done.
A clock that was put back keeps nothing waiting: what nobody has begun is due, whatever its hour.

In one lane (a thread) the oldest job is the only one to be had, so that answers come in the order of the questions.  Of
several people's jobs, that of whoever has waited longest since their last one comes first: who asks two hundred times
keeps nobody waiting who asks once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.errors import JobLost
from store.claims import new_claim
from store.database import Connections, Database
from store.limits import Question, refuse_too_many
from store.place import Place, own_scope

CLAIM_SECONDS = 30.0
LONGEST_WAIT = 120.0
"""Seconds for which a job is put back at most; one that is due later than that was put back by another clock."""
_AGAIN, _MOVED, _MOVED_BY = "again", "moved", "moved by"
"""The steps under which it is noted how often a job was put back, how many claims moved it on, and the last of them."""
_ABOUT = ("channel", "user", "thread")
_OPEN = "state IN ('waiting', 'taken')"
_READ = "id, team_id, channel_id, kind, lane, payload, tries, done, asked_at"
_NEXT = f"""SELECT id FROM job WHERE {_OPEN}
    AND (due <= :now OR (state = 'waiting' AND (tries = 0 OR due > :beyond)))
    AND NOT EXISTS (SELECT 1 FROM job AS earlier WHERE earlier.team_id = job.team_id AND earlier.lane = job.lane
        AND earlier.id < job.id AND earlier.{_OPEN})
    ORDER BY coalesce((SELECT max(taken_at) FROM job AS served
        WHERE served.team_id = job.team_id AND served.asker = job.asker), ''), due, id LIMIT 1 SKIP_LOCKED"""


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it was claimed: what to do, for which place, and ``done``, the steps noted by those who had it before.

    ``tries`` counts the claims, this one with them; ``claim`` is the token by which it is had; ``asked_at`` is in UTC.
    """

    id: int
    place: Place
    kind: str
    lane: str
    payload: Mapping[str, Any]
    tries: int
    done: Mapping[str, Any]
    claim: str
    asked_at: datetime

    @property
    def crashes(self) -> int:
        """How often it was taken over from a process that vanished or stood still before it had noted a step.

        A job that was put back on purpose, or that moved on, is not what ended its process.
        """
        put_back: int = self.done.get(_AGAIN, 0)
        moved: int = self.done.get(_MOVED, 0)
        return max(0, self.tries - 1 - put_back - moved)


class Jobs:
    """The jobs of a store; ``clock`` gives the present time in UTC."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime] | None = None) -> None:
        self._connections = connections
        self._clock = clock or (lambda: datetime.now(UTC))

    def enqueue(
        self,
        place: Place,
        kind: str,
        payload: Mapping[str, Any],
        *,
        lane: str,
        event: str | None = None,
        asker: str = "",
        question: Question | None = None,
    ) -> int | None:
        """Writes a job and gives its number, or None where the workspace's ``event`` has made one before.

        ``asker`` is whose turn it takes.  A ``question`` counts; raises ``LimitReached`` where it is one too many.
        """
        moment = self._clock()
        now, asked_in = _written(moment), question.channel if question else None
        row = [place.team, place.channel, event, kind, lane, json.dumps(payload), "waiting", now, now, asker, asked_in]
        with self._connections.writing() as db:
            own_scope(db, place)  # held until the end: the numbers of a lane are in the order of their writing
            seen = "SELECT 1 FROM job WHERE team_id = ? AND event = ?"
            if event is not None and db.execute(seen, (place.team, event)).fetchone():
                return None
            if question is not None:
                refuse_too_many(db, place.team, asker, question, moment)
            columns = "team_id, channel_id, event, kind, lane, payload, state, due, asked_at, asker, asked_in"
            return db.insert(f"INSERT INTO job ({columns}) VALUES ({', '.join('?' * len(row))})", row)

    def claim(self, seconds: float = CLAIM_SECONDS) -> Job | None:
        """The next job that is due and nobody has, for so many seconds; None where there is none."""
        now = self._at(0)
        with self._connections.writing() as db:
            found = db.execute(_NEXT, {"now": now, "beyond": self._at(LONGEST_WAIT)}).fetchone()
            if found is None:
                return None
            row = db.execute(f"SELECT {_READ} FROM job WHERE id = ?", found).fetchone()
            id_, team, channel, kind, lane, payload, tries, done, asked_at = row
            token = new_claim()
            taken = "UPDATE job SET state = 'taken', claim = ?, due = ?, taken_at = ?, tries = tries + 1 WHERE id = ?"
            db.execute(taken, (token, self._at(seconds), now, id_))
            place = Place(team, channel)
            asked, noted = json.loads(payload), json.loads(done)
            return Job(id_, place, kind, lane, asked, tries + 1, noted, token, datetime.fromisoformat(asked_at))

    def keep(self, job: Job, seconds: float = CLAIM_SECONDS) -> None:
        """Has a job for so many seconds more, from now; raises ``JobLost``."""
        self._change(job, "due = ?", self._at(seconds))

    def note(self, job: Job, step: str, value: object) -> None:
        """Notes a step as done, with what came of it, for whoever may have to take the job over; raises ``JobLost``."""
        with self._connections.writing() as db:
            done = json.loads(self._had(db, job)) | {step: value}
            if done.get(_MOVED_BY) != job.claim:
                done |= {_MOVED_BY: job.claim, _MOVED: done.get(_MOVED, 0) + 1}
            db.execute("UPDATE job SET done = ? WHERE id = ?", (json.dumps(done), job.id))

    def finish(self, job: Job) -> None:
        """Ends a job; what it was about is forgotten, that its event was seen is not.  Raises ``JobLost``."""
        self._change(job, "state = ?, payload = '{}', claim = NULL", "finished")

    def again(self, job: Job, why: str, after: float) -> None:
        """Puts a job back, to be claimed anew when so many seconds are over, and counts it; raises ``JobLost``.

        It waits two minutes at most.
        """
        with self._connections.writing() as db:
            done = json.loads(self._had(db, job))
            done[_AGAIN] = done.get(_AGAIN, 0) + 1
            if done.pop(_MOVED_BY, None) == job.claim:
                done[_MOVED] -= 1  # what was put back counts once
            put_back = "UPDATE job SET state = 'waiting', claim = NULL, why = ?, due = ?, done = ? WHERE id = ?"
            db.execute(put_back, (why, self._at(min(after, LONGEST_WAIT)), json.dumps(done), job.id))

    def give_up(self, job: Job, why: str) -> None:
        """Ends a job that cannot be done, with the reason; raises ``JobLost``.

        Where and by whom it was asked is kept until ``forget``; the draft, and where Slack takes an answer, is not.
        """
        about = {key: job.payload[key] for key in _ABOUT if key in job.payload}
        self._change(job, "state = 'given up', claim = NULL, why = ?, payload = ?", why, json.dumps(about))

    def taken(self) -> dict[int, tuple[str, str]]:
        """The jobs that somebody has, by number: the claim, and until when it holds."""
        with self._connections.reading() as db:
            rows = db.execute("SELECT id, claim, due FROM job WHERE state = 'taken'")
            return {id_: (claim, due) for id_, claim, due in rows}

    def release(self, job_id: int, claim: str) -> None:
        """Lets a job be claimed at once whose claim nobody keeps any more; one with another claim stays as it is."""
        with self._connections.writing() as db:
            db.execute("UPDATE job SET due = '' WHERE id = ? AND claim = ? AND state = 'taken'", (job_id, claim))

    def busy(self, team: str, lane: str) -> bool:
        """Whether a workspace's lane has a job that is not ended."""
        asked = f"SELECT 1 FROM job WHERE team_id = ? AND lane = ? AND {_OPEN} LIMIT 1"
        with self._connections.reading() as db:
            return db.execute(asked, (team, lane)).fetchone() is not None

    def waiting(self) -> int:
        """How many jobs are not ended."""
        with self._connections.reading() as db:
            return int(db.execute(f"SELECT count(*) FROM job WHERE {_OPEN}").fetchone()[0])

    def given_up(self) -> tuple[tuple[int, str], ...]:
        """The jobs that could not be done, each with its number and the reason, the oldest first."""
        with self._connections.reading() as db:
            rows = db.execute("SELECT id, why FROM job WHERE state = 'given up' ORDER BY id")
            return tuple((row[0], row[1]) for row in rows)

    def forget(self, before: datetime) -> int:
        """Deletes ended jobs asked for before a moment, and gives their number."""
        with self._connections.writing() as db:
            ended = f"DELETE FROM job WHERE NOT ({_OPEN}) AND asked_at < ?"
            return db.execute(ended, (_written(before),)).rowcount

    def _change(self, job: Job, change: str, *values: object) -> None:
        with self._connections.writing() as db:
            self._had(db, job)
            db.execute(f"UPDATE job SET {change} WHERE id = ?", (*values, job.id))

    @staticmethod
    def _had(db: Database, job: Job) -> str:
        """The steps noted of a job that is still had, which nobody else can claim until the transaction ends."""
        db.hold("job", job.id)
        row = db.execute("SELECT done FROM job WHERE id = ? AND claim = ?", (job.id, job.claim)).fetchone()
        if row is None:
            sentence = "The work took so long that another process has taken it over; its answer counts."
            raise JobLost(sentence, job.id)
        return str(row[0])

    def _at(self, seconds: float) -> str:
        return _written(self._clock() + timedelta(seconds=seconds))


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
