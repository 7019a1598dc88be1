"""How much of real news is read right, and how fast: ``python -m bench.reading [FOLDER]``.

``FOLDER`` holds annotated articles (``polnear.dev.jsonl``, ``tbaq.dev.jsonl``) and their people's scorers
(``score_quotes.py``, ``score_dates.py``); without it, ``../shared/data`` beside the project.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bot.models import Article
from bot.reading import read_article
from bot.render.document import reading_document

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS = (
    ("polnear.dev", "score_quotes.py", ("--min-words", "4")),
    ("polnear.dev", "score_quotes.py", ()),
    ("tbaq.dev", "score_dates.py", ()),
)


def main(folder: Path) -> int:
    """Print each set's figures as its scorer gives them, and articles a second of CPU; exit 1 without the sets."""
    if not (folder / "polnear.dev.jsonl").exists():
        print(f"There are no annotated articles in {folder}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="verbatim-bench-") as work:
        for name, scorer, options in SETS:
            read = Path(work) / f"{name}.read.jsonl"
            if not read.exists():
                _read(folder / f"{name}.jsonl", read)
                if scorer == "score_quotes.py":
                    right, given = surely_right(folder / f"{name}.jsonl", folder / scorer)
                    print(f"attributions of high confidence: {given:,}, right {right / given:.1%}")
            print(f"\n{name} {' '.join(options)}")
            subprocess.run(
                [sys.executable, str(folder / scorer), str(folder / f"{name}.jsonl"), str(read), *options], check=True
            )
    return 0


def surely_right(gold: Path, scorer: Path) -> tuple[int, int]:
    """How many attributions of high confidence are right by the people's scorer, and how many there are."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    right = given = 0
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = dict(score.flatten(row["text"], row["quotes"]))
        read = reading_document(read_article(Article(row["text"])), row["id"])["quotes"]
        for span, quote in score.flatten(row["text"], [quote for quote in read if quote["confidence"] == "high"]):
            if told.get(span, {}).get("speaker"):
                given += 1
                right += score.speaker_ok(quote, told[span])[0]
    return right, given


def _read(gold: Path, out: Path) -> None:
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    spent = 0.0
    with out.open("w", encoding="utf-8") as file:
        for row in rows:
            published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            began = time.process_time()
            reading = read_article(Article(row["text"], published=published))
            spent += time.process_time() - began
            file.write(json.dumps(reading_document(reading, row["id"]), ensure_ascii=False) + "\n")
    print(f"{gold.stem}: {len(rows)} articles in {spent:.1f} s of CPU, {len(rows) / spent:.0f} a second")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else BESIDE))
