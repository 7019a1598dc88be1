"""How a large store answers: rank, completeness, verdicts, time and room, at whatever size is asked for.

``python -m bench.million 1000000 --store FILE`` fills the store where it is empty (timed, ``verbatim import``'s own
path), then asks it 2,000 queries with known answers and checks articles of thirty quotes.  ``--private`` spreads the
quotes over 50 workspaces and 200 private channels.  CPU time is this process's, in milliseconds a quote.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import Said
from bench.grown import grown
from bench.queries import CLEAN, EXPECTED, Query, queries
from bot.check import check
from bot.ingest import read_text
from bot.language.text import search_forms
from bot.models import Confidence, Kind, Quote, Verdict
from bot.settings import Desk
from bot.wording.match import judge
from store import Scope, Store, open_store
from store.keys import GRAM, wordprint
from store.quotes import QuoteRow

QUERIES = 2_000
TEAMS, CHANNELS = 50, 200
ARTICLES, QUOTES_OF_ARTICLE = 15, 30
SEARCHES = 60
LIMITS = {"rank": 0.999, "unseen": 0.96, "p50": 2.0, "p95": 6.0, "check": 120.0, "find": 50.0}


def main() -> int:
    """Print every figure; exit 1 where a floor of rank, completeness or verdicts is missed."""
    asked = _arguments()
    print(f"this machine               {_pace():8.1f} ms for a loop of 100,000 squares")
    stored = list(grown(asked.size))
    store = open_store(asked.store)
    places = _places(stored, asked.private)
    gc.collect()
    gc.freeze()  # the corpus is the bench's own: no garbage collection of the bot's goes through it
    if not store.scope(*places[0]).size():
        _fill(store, stored, places)
    _room(Path(str(asked.store)), len(stored))
    _read_once(Path(str(asked.store)))
    ask = queries(stored, asked.queries)
    held = _Held(store, stored, places)
    good = _answers(held, ask)
    _articles(held, stored)
    _searches(held, stored)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory of the process      {memory:8d} MB (with the corpus)")
    return 0 if good else 1


def _pace() -> float:
    """Milliseconds of CPU that the interpreter takes for a plain loop: what figures of two machines are compared by."""
    taken = []
    for _ in range(7):
        began = time.process_time()
        sum(number * number for number in range(100_000))
        taken.append(time.process_time() - began)
    return min(taken) * 1000


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("--store", required=True, help="a file, or a postgresql:// address")
    parser.add_argument("--queries", type=int, default=QUERIES)
    parser.add_argument("--private", action="store_true")
    return parser.parse_args()


def _places(stored: Sequence[Said], private: bool) -> list[tuple[str, str | None]]:
    """Where each quote is: all in one workspace, or over fifty and two hundred channels, the first of both largest."""
    if not private:
        return [("desk", None)] * len(stored)
    random_ = random.Random(3)
    places: list[tuple[str, str | None]] = [(f"T{number % TEAMS}", f"C{number}") for number in range(CHANNELS)]
    places += [(f"T{number}", None) for number in range(TEAMS)] * 4
    return [random_.choice(places) for _ in stored]


def _fill(store: Store, stored: Sequence[Said], places: Sequence[tuple[str, str | None]]) -> None:
    began, cpu = time.perf_counter(), time.process_time()
    by_place: dict[tuple[str, str | None], list[Said]] = defaultdict(list)
    for said, place in zip(stored, places, strict=True):
        by_place[place].append(said)
    for place, some in by_place.items():
        store.scope(*place).add_quotes((QuoteRow(said.text, said.speaker) for said in some), "bench")
    took, busy = time.perf_counter() - began, time.process_time() - cpu
    size = f"{len(stored):,} quotes, places: {len(by_place)}"
    print(f"import                     {took:8.1f} s, {busy:.1f} s of CPU ({size})")


def _room(path: Path, size: int) -> None:
    if path.is_file():
        wal = Path(f"{path}-wal")
        taken = path.stat().st_size + (wal.stat().st_size if wal.is_file() else 0)
        print(f"bytes on disk a quote      {taken / size:8.0f}")


def _read_once(path: Path) -> None:
    """Brings the file into the machine's memory, as while a bot answers; cold pages cost up to twice."""
    if path.is_file():
        with path.open("rb") as file:
            while file.read(1 << 24):
                pass


class _Held:
    """A store with the corpus it was filled from: the scope of each quote, and its words."""

    def __init__(self, store: Store, stored: Sequence[Said], places: Sequence[tuple[str, str | None]]) -> None:
        self.store, self.stored, self.places = store, stored, places
        self._scopes: dict[tuple[str, str | None], Scope] = {}

    def scope(self, query: Query) -> Scope:
        place = self.places[query.sources[0]] if query.sources else self.places[0]
        return self._scopes.setdefault(place, self.store.scope(*place))

    def seen(self, query: Query) -> list[int]:
        """The sources that the place of the first one may see."""
        team, channel = self.places[query.sources[0]] if query.sources else ("", None)
        return [at for at in query.sources if self.places[at] in ((team, channel), (team, None))]


def _answers(held: _Held, ask: Sequence[Query]) -> bool:
    """Every query found and judged; True where no floor is missed."""
    times: list[float] = []
    judging: list[float] = []
    right: dict[str, list[bool]] = defaultdict(list)
    strict: list[bool] = []
    verdicts: dict[str, list[bool]] = defaultdict(list)
    missing = called_clean = truncated = 0
    for query in ask:
        scope = held.scope(query)
        scope.size()
        began = time.process_time()
        found = scope.candidates(query.text, query.speaker)
        times.append((time.process_time() - began) * 1000)
        texts = [quote.text for quote in (*found.quotes, *scope.numbered(found.others))]
        truncated += found.truncated
        for at in held.seen(query):
            missing += held.stored[at].text not in texts and _run(query.text, held.stored[at].text) >= 5
        if query.sources:
            right[query.kind].append(_first(held, query, texts))
            strict.append(texts[:1] == [held.stored[query.sources[0]].text])
        began = time.process_time()
        verdict = _verdict(query, scope)
        judging.append((time.process_time() - began) * 1000)
        if len(held.seen(query)) == len(query.sources):
            verdicts[query.kind].append(verdict in EXPECTED[query.kind])
        if query.altered and verdict in CLEAN and not _stands(query.text, texts):
            called_clean += 1
            print(f"  called {verdict}: {query.kind}: {query.text}")
    every = [one for kind in right.values() for one in kind]
    print(
        f"right source first         {sum(every) / len(every):8.4f}  (the very quote: {sum(strict) / len(strict):.4f})"
    )
    weak = {kind: sum(ok) / len(ok) for kind, ok in right.items() if not all(ok)}
    print(f"  kinds below 1            {', '.join(f'{kind} {share:.3f}' for kind, share in weak.items()) or 'none'}")
    print(f"missing candidates         {missing:8d}   answers told as cut short {truncated}")
    print(f"altered called clean       {called_clean:8d}")
    for kind, ok in verdicts.items():
        print(f"  verdict as expected      {sum(ok) / len(ok):8.3f}  {kind}")
    print(f"CPU a quote, finding       {_at(times, 50):8.2f} / {_at(times, 95):.2f} ms (p50 / p95)")
    print(f"CPU a quote, and judging   {_at(judging, 50):8.2f} / {_at(judging, 95):.2f} ms")
    unseen = verdicts["unseen"]
    good = sum(every) >= LIMITS["rank"] * len(every) and sum(unseen) >= LIMITS["unseen"] * len(unseen)
    return good and not missing and not called_clean


def _verdict(query: Query, scope: Scope) -> Verdict:
    quote = Quote(
        "q1", query.text, 1, 1 + len(query.text), Kind.DIRECT, speaker=query.speaker, confidence=Confidence.HIGH
    )
    return judge(f"“{query.text}”", [quote], scope).judged[0].verdict


def _first(held: _Held, query: Query, texts: Sequence[str]) -> bool:
    """Whether the right sources come first: or quotes that hold as many of the draft's words in shared runs.

    Of a splice every source must be among the first twice as many.
    """
    seen = held.seen(query)
    if len(seen) > 1:
        return all(
            any(_as_well(query.text, text, held.stored[at].text) for text in texts[: 2 * len(seen)]) for at in seen
        )
    return bool(texts) and _as_well(query.text, texts[0], held.stored[seen[0]].text)


def _as_well(asked: str, found: str, wanted: str) -> bool:
    return found == wanted or _covered(asked, found) >= _covered(asked, wanted)


def _covered(asked: str, stored: str) -> int:
    """How many words of a draft lie in runs of three that the stored words hold."""
    mine, theirs = wordprint(search_forms(asked)), wordprint(search_forms(stored))
    covered: set[int] = set()
    for at in range(len(mine) - GRAM + 1):
        if mine[at : at + GRAM] in theirs:
            covered.update(range(at, at + GRAM))
    return len(covered)


def _run(asked: str, stored: str) -> int:
    """The longest run of words that both hold, by trying every one."""
    mine, theirs = wordprint(search_forms(asked)), wordprint(search_forms(stored))
    longest = 0
    for at in range(len(mine)):
        while at + longest < len(mine) and mine[at : at + longest + 1] in theirs:
            longest += 1
    return longest


def _stands(asked: str, texts: Sequence[str]) -> bool:
    """Whether the changed words stand word for word in another stored quote, and so are clean after all."""
    mine = wordprint(search_forms(asked))
    return any(mine in wordprint(search_forms(text)) for text in texts)


def _articles(held: _Held, stored: Sequence[Said]) -> None:
    """Checks of articles of thirty quotes that the scope may see, as they are checked for an editor."""
    random_, took = random.Random(5), list[float]()
    for _ in range(ARTICLES):
        first = random_.randrange(len(stored))
        team, channel = held.places[first]
        seen = [at for at, place in enumerate(held.places) if place in ((team, channel), (team, None))]
        chosen = [first, *random_.sample(seen, QUOTES_OF_ARTICLE - 1)]
        lines = [f"“{stored[at].text.rstrip('.')},” said {stored[at].speaker} on Monday." for at in chosen]
        draft = read_text("The council met again\n\n" + "\n\n".join(lines) + "\n", "draft.txt")
        scope = held.store.scope(*held.places[chosen[0]])
        began = time.perf_counter()
        check(draft, scope, Desk())
        took.append((time.perf_counter() - began) * 1000)
    print(f"check of thirty quotes     {_at(took, 50):8.1f} ms  (p50 of {ARTICLES}; longest {max(took):.0f})")


def _searches(held: _Held, stored: Sequence[Said]) -> None:
    """``find``: words in any order, one of them misspelled now and then, by speaker now and then."""
    random_, took, found = random.Random(6), list[float](), 0
    for number in range(SEARCHES):
        at = random_.randrange(len(stored))
        words = [word.strip(".,;:!?").casefold() for word in stored[at].text.split() if len(word) > 4]
        wanted = random_.sample(words, min(3, len(words)))
        if number % 4 == 1 and wanted and len(wanted[0]) > 5:
            wanted[0] = wanted[0][:2] + wanted[0][3] + wanted[0][2] + wanted[0][4:]
        scope = held.store.scope(*held.places[at])
        began = time.perf_counter()
        quotes = scope.find(" ".join(wanted), stored[at].speaker if number % 3 == 2 else None)
        took.append((time.perf_counter() - began) * 1000)
        found += any(quote.text == stored[at].text for quote in quotes) or not wanted
    times = f"{_at(took, 50):8.1f} / {_at(took, 95):.1f} ms (p50 / p95)"
    print(f"find                       {times}, {found} of {SEARCHES} found")


def _at(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


if __name__ == "__main__":
    sys.exit(main())
