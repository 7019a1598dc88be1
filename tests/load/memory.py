"""What a process that checks all day grows by: ``python -m tests.load.memory 10000``.

``--store FILE`` checks against a store that is there (use a copy: the checks are kept in it).  No two drafts are alike, in
words, names or days, so that a cache without a bound would show.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.check import check
from bot.ingest import read_text
from bot.render.document import report_document
from bot.settings import Desk
from store import Store, open_store
from store.connection import THREAD_CACHE_KB
from tests.load.drafts import drafts, fill, known_quotes
from tests.load.process import resident_mb

WARM = 200
STEP = 250
GROWTH_MB = 20.0
"""What a process may grow by over 10,000 checks."""
DESK = Desk(outlets=("Harbour Post",))


@dataclass(frozen=True, slots=True)
class Sample:
    """The memory of the process after so many checks (MB), and the CPU seconds they took."""

    checks: int
    resident_mb: float
    cpu_seconds: float


def main() -> int:
    """Print a line for every few hundred checks; 1 where the process grew by more than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checks", type=int)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--quotes", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="verbatim-load-") as folder:
        store = open_store(asked.store or Path(folder) / "desk.db", cache_kb=THREAD_CACHE_KB)
        if not store.scope().size():
            fill(store, 10_000)
        seen = []
        for sample in checked(store, asked.checks, asked.words, asked.quotes):
            print(
                f"{sample.checks:7,} checks {sample.resident_mb:8.1f} MB {sample.cpu_seconds:8.1f} s of CPU", flush=True
            )
            seen.append(sample)
        store.close()
    grown = seen[-1].resident_mb - seen[0].resident_mb
    print(f"grown by {grown:.1f} MB after the first {seen[0].checks}; at most {GROWTH_MB:.0f} are allowed")
    return 0 if grown <= GROWTH_MB else 1


def checked(store: Store, count: int, words: int, quoted: int, warm: int = WARM, step: int = STEP) -> Iterator[Sample]:
    """Checks so many drafts and keeps the checks, as the bot's jobs do; a sample when warm, then at every step."""
    began = time.process_time()
    scope = store.scope()
    for number, draft in enumerate(islice(drafts(known_quotes(store), words, quoted), count), start=1):
        report = check(read_text(draft, "draft.txt"), scope, DESK)
        scope.save_check(json.dumps(report_document(report), ensure_ascii=False), "U0LOAD0001")
        if number in (warm, count) or (number > warm and number % step == 0):
            yield Sample(number, resident_mb(), time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main())
