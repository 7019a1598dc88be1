"""``python -m tests.crash.acks 40000``: how long acknowledgements take while so many rows are imported beside the bot."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.crash.bots import bots
from tests.crash.processes import started
from tests.crash.run import stocked
from tests.crash.slack import People, slow_slack

PAUSE = 0.2


def measured(rows: int, folder: Path) -> tuple[list[float], int, float]:
    """Seconds of each acknowledgement, how many were refused or not given, and the seconds of the import."""
    database, table = str(folder / "desk.db"), folder / "rows.csv"
    lines = [
        f"Barge {row} carries {row * 7} kettles and {row % 97} ladders to the fair,Tove Arnesen" for row in range(rows)
    ]
    table.write_text("\n".join(["text,speaker", *lines]), encoding="utf-8")
    stocked(database).close()
    waits, refused = [], 0
    with slow_slack(1) as api, bots(api, database, folder, 1, 1) as running:
        people = People(api, running.address, 1)
        people.command("find cottage")
        began = time.monotonic()
        importing = started(["import", str(table), "--by", "Kim"], {"VERBATIM_DB": database}, folder / "import.log")
        while importing.exitcode is None:
            asked = time.monotonic()
            answer = people.command("find cottage")
            waits.append(time.monotonic() - asked)
            refused += answer.status != 200 or "try again" in answer.body
            time.sleep(PAUSE)
        return waits, refused, time.monotonic() - began


def main() -> None:
    """Prints the figures."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    with tempfile.TemporaryDirectory(prefix="verbatim-acks-") as folder:
        waits, refused, seconds = measured(rows, Path(folder))
    over = sum(wait > 3 for wait in waits)
    print(
        f"{rows} rows imported in {seconds:.0f} s beside the bot; {len(waits)} acknowledgements: median"
        f" {sorted(waits)[len(waits) // 2]:.2f} s, slowest {max(waits):.2f} s; {over} over three seconds,"
        f" {refused} refused with a sentence or not answered"
    )


if __name__ == "__main__":
    main()
