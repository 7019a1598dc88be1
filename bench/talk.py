"""An hour of talk as a transcript: reading and storing it, and checking an article that quotes it.

``python -m bench.talk`` prints the seconds of CPU, and of twenty quotes of two sentences each, how many were found word
for word at the second at which they were said: of a dialogue in short turns, and of one speech without a break.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from bot.check import check
from bot.ingest import read_text
from bot.models import Article, Verdict
from bot.transcripts import read_transcript
from store import Scope, open_store

WORDS, QUOTES, SECONDS = 9_000, 20, 6
SPEAKERS = ("Priya Raman", "Tom Ekwall")
VOCABULARY = """ferry depot harbour pier tide boat gull winter paint ladder rope key lock canal mayor ticket engine
storm light tower lamp bell coal crane dock sail wind snow bridge board council letter summer the a of to in we they
keep sell mend open close carry count leave find make long old wet late early full small""".split()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the talk: one caption."""

    speaker: str
    text: str
    second: int


def sentences(random: Random, turn: int) -> list[Sentence]:
    """A talk in turns of about so many words."""
    said: list[Sentence] = []
    words = left = 0
    who = 1
    while words < WORDS:
        if left <= 0:
            who, left = 1 - who, turn
        count = random.randrange(6, 22)
        text = " ".join(random.choice(VOCABULARY) for _ in range(count)).capitalize() + "."
        said.append(Sentence(SPEAKERS[who], text, SECONDS * len(said)))
        words, left = words + count, left - count
    return said


def captions(said: list[Sentence]) -> bytes:
    """The talk as .vtt."""
    lines = [f"{clock(one.second)} --> {clock(one.second + SECONDS)}\n<v {one.speaker}>{one.text}\n" for one in said]
    return ("WEBVTT\n\n" + "\n".join(lines)).encode()


def clock(second: int) -> str:
    """A time as captions write it."""
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.000"


def measured(scope: Scope, said: list[Sentence], random: Random) -> tuple[float, int]:
    """The CPU seconds of a check, the best of three, and how many quotes were found at their second."""
    pairs = [(one, other) for one, other in pairwise(said) if one.speaker == other.speaker]
    chosen = random.sample(pairs, QUOTES)
    text = "\n\n".join(f"“{one.text} {other.text[:-1]},” said {one.speaker}." for one, other in chosen)
    times = []
    for _ in range(3):
        began = time.process_time()
        report = check(read_text(f"A talk\n\n{text}\n"), scope)
        times.append(time.process_time() - began)
    found = sum(
        judged.verdict in (Verdict.EXCERPT, Verdict.VERBATIM) and judged.matches[0].verified.second == one.second
        for judged, (one, _) in zip(report.quotes, chosen, strict=True)
    )
    return min(times), found


def main() -> None:
    """Prints the figures of a dialogue and of a speech."""
    for name, turn in (("dialogue", 60), ("speech", WORDS * 2)):
        random = Random(7)
        said = sentences(random, turn)
        with tempfile.TemporaryDirectory() as folder:
            scope = open_store(Path(folder) / "store.db").scope()
            began = time.process_time()
            transcript = read_transcript(captions(said), "talk.vtt")
            scope.add_transcript(Article(transcript.text, source="talk.vtt"), transcript, "bench")
            stored = time.process_time() - began
            seconds, found = measured(scope, said, random)
        print(
            f"{name}: {len(transcript.turns)} turns, stored in {stored:.2f} s;"
            f" {QUOTES} quotes checked in {seconds * 1000:.0f} ms, {found} found at their second"
        )


if __name__ == "__main__":
    main()
