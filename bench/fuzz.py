"""Articles torn up and put together wrongly, read and checked.

``python -m bench.fuzz [SECONDS] [SEED]`` reads for so long, ``python -m bench.fuzz --articles N [SEED]`` so many.

Starts from articles of our own (``tests/gold``, ``tests/tongues``), cuts, doubles, swaps and sprinkles them with
what trips readers up (odd marks, digits, control and direction characters, half of a pair of surrogates), and
demands of every one: no exception, offsets that slice their own words, quotes that do not overlap, dates and ages
in the text, and a bounded time a character.  Prints how many were read; a failing text is printed with its seed.
"""

from __future__ import annotations

import math
import random
import sys
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

from bot.archive import NoArchive
from bot.check import check
from bot.models import Article
from bot.settings import Desk
from tests.tongues.articles import ARTICLES

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
PIECES = (
    *"\"'“”‘’„‚«»‹›`´—–-…:;,.!?()[]{}<>@#%&/\\|=+*~^$£€¿¡\n\r\t\0 ",
    "\u200b", "\u202e", "\u2066", "\u2069", "\u200f", "\u00ad", "\u0430", "\u0421", "\u03bf", "\u0336", "\x1b[2J",
    "\ufe0f", "\ufeff", "\u00a0", "\u2028", "\u0301", "\U0001f600", "ß", "İ", "ﬁ", "\ud800",
    "''", "``", "\n\n", "\r\n", "Q: ", "A: ", "> ", "said ", " said", "he ", "she said", "Mr. ", "according to ",
    "31 June 2025", "99/99/9999", "the 1990s", "two days ago", "Monday, ", "0000-00-00", "71-year-old ", "9" * 40,
)  # fmt: skip
SLOWEST = 0.00025  # seconds a character, twenty times the usual on a slow machine
LONGEST = 6_000


def main(seconds: float, seed: int, most: float = math.inf) -> int:
    """Read torn articles until the time is up or so many are read; exit 1 at the first that breaks a promise."""
    chance, articles = random.Random(seed), whole_articles()
    began, read, characters = time.monotonic(), 0, 0
    while time.monotonic() - began < seconds and read < most:
        text = torn(chance, articles)
        try:
            fault = faults(text)
        except Exception as error:  # noqa: BLE001 - the run exists to find whatever is raised
            fault = f"{type(error).__name__}: {error}"
        if fault:
            print(f"seed {seed}, article {read}: {fault}\n{text!r}", file=sys.stderr)
            return 1
        read, characters = read + 1, characters + len(text)
        if read % 20_000 == 0:
            print(f"{read:,} articles, {characters:,} characters so far", file=sys.stderr, flush=True)
    print(f"{read:,} torn articles, {characters:,} characters, seed {seed}: no exception, every offset right")
    return 0


def whole_articles() -> list[str]:
    """The articles of our own that are torn up."""
    articles = [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*/draft.txt"))]
    return articles + [told.text for told in ARTICLES.values()]


def torn(chance: random.Random, articles: list[str]) -> str:
    """One article with up to a dozen injuries."""
    text = chance.choice(articles)
    start = chance.randrange(len(text))
    text = text[start : start + chance.randrange(1, LONGEST)]
    for _ in range(chance.randrange(12)):
        at, size = chance.randrange(len(text) + 1), chance.randrange(1, 80)
        injury = chance.randrange(5)
        if injury == 0:
            text = text[:at] + text[at + size :]
        elif injury == 1:
            text = text[:at] + text[at : at + size] * chance.randrange(2, 5) + text[at:]
        elif injury == 2:
            other = chance.choice(articles)
            from_here = chance.randrange(len(other))
            text = text[:at] + other[from_here : from_here + size] + text[at:]
        elif injury == 3:
            text = text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 30)) + text[at:]
        else:
            text = (
                text[:at] + "".join(chance.sample(text[at : at + size], len(text[at : at + size]))) + text[at + size :]
            )
    return text


def faults(text: str) -> str | None:
    """The promise that the reading and the check of a text break, None where they keep all."""
    began = time.process_time()
    report = check(Article(text, published=date(2025, 11, 26)), NoArchive(), Desk())
    spent = time.process_time() - began
    quotes = [each.quote for each in report.quotes]
    if any(text[quote.start : quote.end] != quote.text for quote in quotes):
        return "a quote's offsets do not slice its words"
    if any(one.end > other.start for one, other in pairwise(quotes)):
        return "two quotes overlap"
    spans = [(one.start, one.end) for one in (*report.dates, *report.ages, *report.flags)]
    if any(not 0 <= start <= end <= len(text) for start, end in spans):
        return "a span lies outside the text"
    if any(text[one.start : one.end] != one.text for one in report.dates):
        return "a date's offsets do not slice its words"
    return f"{spent:.2f} s for {len(text)} characters" if spent > 0.5 + SLOWEST * len(text) else None


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--articles", number, *seeds]:
            sys.exit(main(math.inf, int(seeds[0]) if seeds else 2025, int(number)))
        case [seconds, *seeds]:
            sys.exit(main(float(seconds), int(seeds[0]) if seeds else 2025))
        case _:
            sys.exit(main(30.0, 2025))
