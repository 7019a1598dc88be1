"""How long a check takes: an article of 1,000 words and 20 quotes against 10,000 stored quotes.

``python -m bench.check_speed`` prints the median in the process, and of ``verbatim check`` as a command.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.corpus import article, quotes
from bot.check import check
from bot.ingest import read_text
from bot.settings import Desk
from store import open_store
from store.imports import import_file

STORED = 10_000
RUNS = 9
IN_PROCESS_MS = 150
AS_COMMAND_S = 1.2


def main() -> int:
    """Print both figures beside their limits; exit 1 where one is missed."""
    with tempfile.TemporaryDirectory(prefix="verbatim-bench-") as folder:
        work = Path(folder)
        draft, database = _filled(work)
        inside = _inside(draft, database)
        outside = _median(lambda: _command("check", str(draft), "--db", str(database)))
        print(f"help as a command          {_median(lambda: _command('--help')):8.3f} s   (limit 0.3 s)")
    print(f"check in the process       {inside * 1000:8.1f} ms  (limit {IN_PROCESS_MS} ms)")
    print(f"check as a command         {outside:8.3f} s   (limit {AS_COMMAND_S} s)")
    return 0 if inside * 1000 < IN_PROCESS_MS and outside < AS_COMMAND_S else 1


def _filled(work: Path) -> tuple[Path, Path]:
    stored = quotes(STORED)
    rows = work / "quotes.jsonl"
    rows.write_text("".join(json.dumps({"text": s.text, "speaker": s.speaker}) + "\n" for s in stored))
    draft, database = work / "draft.txt", work / "bench.db"
    draft.write_text(article(stored), encoding="utf-8")
    began = time.perf_counter()
    result = import_file(open_store(database).scope(), rows, "bench", lambda done: None)
    print(f"import of {result.added:,} quotes    {time.perf_counter() - began:8.1f} s")
    return draft, database


def _inside(draft: Path, database: Path) -> float:
    """The median after a first check: reading the text, judging it, and the flags."""
    text, scope = draft.read_text(encoding="utf-8"), open_store(database).scope()
    report = check(read_text(text, "draft.txt"), scope, Desk())
    print(f"the draft                  {len(text.split()):5d} words, {len(report.quotes)} quotes")
    return _median(lambda: check(read_text(text, "draft.txt"), scope, Desk()))


def _command(*words: str) -> object:
    return subprocess.run([sys.executable, "-m", "bot", *words], capture_output=True, check=False)


def _median(run: Callable[[], object]) -> float:
    run()
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        run()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


if __name__ == "__main__":
    sys.exit(main())
