"""The busiest minute: drafts to check, talk in threads, somebody who comes last; and the figures of it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from store import Store
from tests.load.crowd import NEWCOMERS, PEOPLE, Crowd, TimedApi, spread
from tests.load.drafts import drafts, known_quotes
from tests.load.process import Served, cpu_seconds, resident_mb, serving
from tests.scenarios import web_api
from tests.scenarios.slack import SIGNING, VERIFIER
from tests.scenarios.web_api import TOKEN

THREADS = 10
"""Checks that were made before, in whose threads people talk."""
REST_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What happens in the minute: so many drafts of so many words and quotes, so many messages, in so many seconds."""

    drafts: int
    messages: int
    seconds: float
    words: int = 1_000
    quotes: int = 20


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of it.

    ``acks`` and ``answers`` are waits in seconds; ``newcomers`` the answers to people who asked once, amid all the rest;
    ``grown_mb`` the growth of the process over the minute, ``cpu_seconds`` the CPU that it took for all of it.
    """

    acks: Sequence[float]
    answers: Sequence[float]
    newcomers: Sequence[float]
    unanswered: int
    jobs: int
    rechecks: int
    refused: int
    cpu_seconds: float
    resident_mb: float
    grown_mb: float
    late: float


@contextmanager
def newsroom(folder: Path, store: Store, log_level: str = "INFO") -> Iterator[tuple[Crowd, Served]]:
    """A bot that serves, before a Slack on loopback, with a crowd that may ask as often as it likes."""
    api = TimedApi()
    with web_api.serving(api):
        settings = {
            "SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SIGNING, "SLACK_API_URL": f"{api.url}api/",
            "VERBATIM_DB": str(store.path), "VERBATIM_VERIFIERS": VERIFIER, "VERBATIM_OUTLET": "Harbour Post",
            "LOG_LEVEL": log_level,
        }  # fmt: skip
        with serving(settings, folder) as served:
            yield Crowd(served, store, api), served


def minute(crowd: Crowd, served: Served, asked: Asked) -> Figures:
    """Lets the minute pass, waits until all is answered, and measures."""
    texts = dict(
        enumerate(islice(drafts(known_quotes(crowd.store), asked.words, asked.quotes), asked.drafts + THREADS))
    )
    before = [texts.pop(number) for number in range(THREADS)]
    threads = _checked_before(crowd, before)
    jobs, cpu, memory = crowd.jobs(), cpu_seconds(served.pid), resident_mb(served.pid)
    served.acks.clear()
    doings = [partial(crowd.verify, number, draft, _who(number, asked)) for number, draft in texts.items()]
    for number in range(asked.messages):
        doings.append(partial(crowd.talk, number, threads[number // 2 % THREADS] if number % 2 else None))
    late = spread(doings, asked.seconds)
    crowd.rest(REST_SECONDS)
    waits = {number: wait for number, wait in crowd.waits().items() if number >= THREADS}
    new = [wait for number, wait in waits.items() if _who(number, asked) in NEWCOMERS]
    return Figures(
        acks=served.acks[:],
        answers=sorted(waits.values()),
        newcomers=sorted(new),
        unanswered=asked.drafts - len(waits),
        jobs=crowd.jobs() - jobs,
        rechecks=crowd.rows('SELECT count(*) FROM "check"')[0][0] - asked.drafts - THREADS,
        refused=len(served.refused),
        cpu_seconds=cpu_seconds(served.pid) - cpu,
        resident_mb=resident_mb(served.pid),
        grown_mb=resident_mb(served.pid) - memory,
        late=late,
    )


def at(waits: Sequence[float], percent: int) -> float:
    """A percentile, and the greatest at a hundred."""
    ranked = sorted(waits)
    return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)]


def told(figures: Figures, asked: Asked) -> Iterator[str]:
    """The figures as lines."""
    acks, answers = figures.acks, figures.answers
    yield f"{asked.drafts} /verify and {asked.messages} messages in {asked.seconds:.0f} s, {figures.late:.1f} s late"
    yield f"acknowledged: median {statistics.median(acks):.3f} s, 95th {at(acks, 95):.3f} s, slowest {max(acks):.3f} s"
    yield f"answered: median {statistics.median(answers):.1f} s, 95th {at(answers, 95):.1f} s, slowest {max(answers):.1f} s"
    if figures.newcomers:
        yield f"… to {len(figures.newcomers)} who asked once amid the rest: slowest {max(figures.newcomers):.1f} s"
    yield f"unanswered {figures.unanswered}, refused requests {figures.refused}, jobs {figures.jobs}, "
    yield f"re-checks {figures.rechecks}; CPU {figures.cpu_seconds:.1f} s; memory {figures.resident_mb:.0f} MB, "
    yield f"grown by {figures.grown_mb:.1f} MB"


def _checked_before(crowd: Crowd, texts: Sequence[str]) -> list[dict[str, str]]:
    for number, text in enumerate(texts):
        crowd.verify(number, text, PEOPLE[number])
    crowd.rest(REST_SECONDS)
    roots = crowd.roots()
    return [{**roots[number], "own": text.split("\n\n")[1]} for number, text in enumerate(texts)]


def _who(number: int, asked: Asked) -> str:
    """Who asks for a draft's check: half of all come from one person, a few from people who ask just once."""
    late = number - asked.drafts // 2
    if 0 <= late < len(NEWCOMERS):
        return NEWCOMERS[late]
    return PEOPLE[0] if number % 2 else PEOPLE[number % len(PEOPLE)]
