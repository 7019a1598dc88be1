"""Time grows with the length, whatever is pasted: ``python -m bench.growth [LARGEST]``.

Reads and checks texts of 64,000, 256,000 and a million characters (``LARGEST`` sets the last) made of one thing
each, and prints the CPU seconds with how much four times the length costs; exit 1 where that is more than six times.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bot.archive import NoArchive
from bot.check import check
from bot.models import Article
from bot.settings import Desk

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "clean-court-goat" / "draft.txt"
UNITS = {
    'marks "': '"', "marks “": "“", "marks '": "'", "marks « ": "« ", "digits": "9", "years": "1994 ",
    "days": "3 May, ",
    "one word": "word ", "one name": "Ann Lee ", "capitals": "A", "he said": "he said ", "cues": "“A,” said B. ",
    "pronouns": "She said “a b”. ",
    "labels": "Q: a?\n\nA: b\n\n", "handles": "@ann_lee ", "dashes": "— a — b ",
    "German": "„Nein“, sagte die Frau und der Mann nicht. ", "lines": "a\n", "nothing": " ",
    "zero width": "“a\u200b,” said A\u200bda. ", "overrides": "“\u202ea,” said B. ",
    "Cyrillic": "“\u0430 b\u0430,” said \u0410nn. ",
    "isolates": "\u2067", "accents": "\u0301", "joiners": "\u200d",
}  # fmt: skip
SIZES = (64_000, 256_000, 1_024_000)
SMALL = 0.05  # seconds: below it the clock measures itself


def main(largest: int) -> int:
    """Print a row a unit and one for real copy; exit 1 if any grows faster than its length."""
    sizes = tuple(size for size in SIZES if size <= largest)
    units = UNITS | {"an article": GOLD.read_text(encoding="utf-8") + "\n\n"}
    print(f"{'made of':12}" + "".join(f"{size:>12,}" for size in sizes) + "   growth")
    worst = 0.0
    for name, unit in units.items():
        spent = [_spent(unit, size) for size in sizes]
        growth = spent[-1] / max(SMALL, spent[-2]) if len(spent) > 1 else 1.0
        worst = max(worst, growth)
        print(f"{name:12}" + "".join(f"{seconds:>10.2f} s" for seconds in spent) + f"   ×{growth:.1f}")
    return 1 if worst > 6 else 0


def _spent(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    began = time.process_time()
    check(Article(text), NoArchive(), Desk())
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]))
