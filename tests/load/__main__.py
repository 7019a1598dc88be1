"""The load that the bot is measured under: ``python -m tests.load``, or ``make load``.

``--store FILE`` is a store that is there already; it is written to, so give a copy.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from store import open_store
from tests.load.drafts import fill
from tests.load.minute import Asked, minute, newsroom, told
from tests.load.process import missing

ACK_SECONDS = 1.0
"""Slack gives three seconds for an acknowledgement."""


def main() -> int:
    """Print the figures; 1 where an acknowledgement was too slow, or something was not answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--messages", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    if why := missing():
        print(f"load: skipped, {why}")
        return 0
    with tempfile.TemporaryDirectory(prefix="verbatim-load-") as folder:
        store = open_store(given.store or Path(folder) / "desk.db")
        if not store.scope().size():
            fill(store, 10_000)
        print(f"{store.scope().size():,} verified quotes; the machine's load before: {os.getloadavg()[0]:.1f}")
        asked = Asked(given.drafts, given.messages, given.seconds)
        with newsroom(Path(folder), store) as (crowd, served):
            began = time.monotonic()
            figures = minute(crowd, served, asked)
        for line in told(figures, asked):
            print(line)
        print(f"all done after {time.monotonic() - began:.0f} s; the machine's load after: {os.getloadavg()[0]:.1f}")
    slow = max(figures.acks) >= ACK_SECONDS
    return 1 if slow or figures.unanswered or figures.refused else 0


if __name__ == "__main__":
    sys.exit(main())
