"""A few kills of the many that ``make crash`` makes: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.crash.bots import bots
from tests.crash.day import article
from tests.crash.ledger import Asked, Ledger
from tests.crash.run import chores, day_of_kills, drain, stocked
from tests.crash.slack import People, slow_slack

SEED, LIFE = 5, 2.0


def test_one_process_on_a_file(tmp_path: Path) -> None:
    """What was acknowledged is answered once, what was shown as stored is stored, and the file is sound."""
    day = day_of_kills(str(tmp_path / "day.db"), 8, SEED, life=LIFE)
    assert () == day.faults
    assert day.acknowledged


def test_two_processes_on_postgresql(empty_database: str) -> None:
    """Of two processes one is killed again and again; between them they do each thing once."""
    day = day_of_kills(empty_database, 4, SEED, processes=2, life=LIFE)
    assert () == day.faults
    assert day.acknowledged


def test_an_import_a_migration_and_a_backup(tmp_path: Path) -> None:
    """A command that was killed is simply started again."""
    assert [] == chores(tmp_path, 3, SEED)


@pytest.mark.parametrize("seconds", [0.2, 0.8])
def test_being_told_to_stop_hands_over_within_ten_seconds(tmp_path: Path, seconds: float) -> None:
    """What a process has not finished when it is told to stop, the next one finishes; each check is answered once."""
    store = stocked(str(tmp_path / "desk.db"))
    with slow_slack(SEED) as api, bots(api, str(tmp_path / "desk.db"), tmp_path, 1, SEED) as running:
        people, ledger = People(api, running.address, SEED), Ledger(api, store)
        for number in range(8):
            assert 200 == people.command(article(number)).status
            ledger.open(Asked("check", f"Pump house diary {number:05}", acknowledged=True))
        time.sleep(seconds)
        assert running.terminate() < 10
        assert [] == ledger.rows("SELECT id FROM job WHERE state = 'taken'")
        running.start()
        drain(ledger)
        assert [] == ledger.faults()
    store.close()
