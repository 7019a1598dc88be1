"""Two stores of the same quotes asked the same, turn about: how much slower the second is, and if it answers alike.

``python -m bench.two_stores 1000000 FILE postgresql://…``, once ``python -m bench.million`` has filled both.  Times are
of the wall, as another process does half of the second one's work; a busy machine slows both, so their ratio counts.
"""

from __future__ import annotations

import argparse
import gc
import time

from bench.grown import grown
from bench.queries import queries
from store import Scope, open_store

QUERIES = 2_000
SLOWER = 3.0  # the floor of the 95th percentile's ratio


def main() -> int:
    """Print the times of both and their ratio; exit 1 where an answer differs or the second is slower than allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--queries", type=int, default=QUERIES)
    asked = parser.parse_args()
    ask = queries(list(grown(asked.size)), asked.queries)
    gc.collect()
    gc.freeze()
    scopes = [open_store(place).scope() for place in (asked.first, asked.second)]
    times: tuple[list[float], list[float]] = ([], [])
    differ = 0
    for query in ask:
        answers = [_timed(scope, query.text, query.speaker, taken) for scope, taken in zip(scopes, times, strict=True)]
        differ += answers[0] != answers[1]
    for place, taken in zip((asked.first, asked.second), times, strict=True):
        print(f"{_part(taken, 0.5):7.2f} / {_part(taken, 0.95):.2f} ms (p50 / p95)  {place.partition('@')[0]}")
    ratio = _part(times[1], 0.95) / _part(times[0], 0.95)
    print(f"p95 of the second          x{ratio:.2f}   answers that differ {differ} of {len(ask)}")
    return 0 if not differ and ratio <= SLOWER else 1


def _timed(scope: Scope, text: str, speaker: str | None, taken: list[float]) -> list[str]:
    began = time.perf_counter()
    found = scope.candidates(text, speaker)
    taken.append((time.perf_counter() - began) * 1000)
    return [quote.text for quote in (*found.quotes, *scope.numbered(found.others))]


def _part(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)]


if __name__ == "__main__":
    raise SystemExit(main())
