"""Quotes by the million, grown from real text where it is at hand: its words, skew and clichés, nobody's sentences.

A quote is a walk over the source: from each word on to the word after it, there or at another place where the same
word stands (``_LEAP``), and now and then to a word drawn as often as the source uses it (``_STRANGE``).  Of 1.28
million such words the hundred commonest make up 45% (research on real news: 46), 31 of a hundred pairs are new
(real: 39) and 72 of a hundred runs of three (real: 78): a little harder than news.  ``python -m bench.grown`` prints
the figures.  One quote in six goes on in the middle of the one before, as two reporters quote one speech, and one in
ten is the one before with a word or two changed.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

from bench.corpus import Said, names, sentence

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
_SOURCES = ("polnear.dev.jsonl", "tbaq.dev.jsonl", "platinum.dev.jsonl")
_LEAP = 0.5
_STRANGE = 0.3
_OVERLAPPING, _NEAR = 0.15, 0.10
_LENGTHS = (4, 6, 8, 10, 12, 15, 18, 20, 22, 25, 28, 30, 33, 36, 40, 45, 52, 60, 75, 100)
_MADE_UP = 40_000  # sentences to walk over where no real text is at hand


def words_of_source() -> list[str]:
    """The words that quotes grow from: the real articles where they are at hand, else made-up sentences."""
    texts = [
        json.loads(line)["text"]
        for name in _SOURCES
        if (SHARED / name).is_file()
        for line in (SHARED / name).read_text(encoding="utf-8").splitlines()
    ]
    if not texts:
        random_ = random.Random(0)
        texts = [sentence(random_) for _ in range(_MADE_UP)]
    return [word.strip('"“”‘()[]*_') for text in texts for word in text.split() if any(ch.isalnum() for ch in word)]


class Walk:
    """A seeded walk over the source."""

    def __init__(self, source: list[str], seed: int) -> None:
        self._source = source
        self._random = random.Random(seed)
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(source):
            self._places.setdefault(word, []).append(at)

    def words(self, size: int) -> list[str]:
        """So many words in a row, in the case of a sentence."""
        roll, source, places = self._random.random, self._source, self._places
        at = int(roll() * len(source))
        out = []
        for _ in range(size):
            out.append(source[at])
            if roll() < _STRANGE:
                at = int(roll() * len(source))
                continue
            if roll() < _LEAP:
                same = places[source[at]]
                at = same[int(roll() * len(same))]
            at = (at + 1) % len(source)
        return out


def grown(count: int, seed: int = 1) -> Iterator[Said]:
    """Distinct quotes, each with its speaker; the same for the same seed and source."""
    random_ = random.Random(seed)
    walk = Walk(words_of_source(), seed)
    speakers = names()
    seen: set[int] = set()
    last: list[str] = []
    made = 0
    while made < count:
        roll = random_.random()
        size = random_.choice(_LENGTHS)
        if last and roll < _OVERLAPPING:
            words = last[len(last) // 2 :] + walk.words(max(4, size // 2))
        elif last and roll < _OVERLAPPING + _NEAR:
            words = list(last)
            for _ in range(random_.choice((1, 2))):
                words[random_.randrange(len(words))] = walk.words(1)[0]
        else:
            words = walk.words(size)
        text = _written(words)
        mark = int.from_bytes(blake2b(text.casefold().encode(), digest_size=8).digest(), "big")
        if mark in seen:
            continue
        seen.add(mark)
        last, made = words, made + 1
        yield Said(speakers[int(random_.random() ** 2 * len(speakers))], text)


def _written(words: list[str]) -> str:
    text = " ".join(words).rstrip(",;:-–—")
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def main() -> int:
    """Print the skew of the source and of as many grown words."""
    source = words_of_source()
    walked = [word for said in grown(60_000) for word in said.text.split()][:1_280_000]
    for label, words in (("source", source), ("grown", walked[: len(source)]), ("grown", walked)):
        folded = [word.casefold().strip(".,;:!?") for word in words]
        counts = Counter(folded)
        common = sum(count for _, count in counts.most_common(100)) / len(folded)
        pairs = len(set(pairwise(folded))) / len(folded)
        triples = len(set(zip(folded, folded[1:], folded[2:], strict=False))) / len(folded)
        print(
            f"{label:8s}{len(words):10,} words   the hundred commonest {common:.3f}   "
            f"new pairs {pairs:.3f}   new triples {triples:.3f}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
