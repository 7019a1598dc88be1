"""Real news: what is read right, by the scorers of the people who annotated it, and how seldom a flag fires there.

The figures' floors are those of the README; ``python -m bench.reading`` prints the figures themselves.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.reading import surely_right
from bot.archive import NoArchive
from bot.check import check
from bot.models import Article
from bot.reading import read_article
from bot.render.document import reading_document
from bot.settings import Desk
from store import open_store

ON_DATES_AND_NAMES = frozenset(
    "impossible_date weekday_mismatch future_past date_conflict name_conflict elapsed_mismatch age_conflict "
    "relative_date_unanchored name_variant".split()
)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def article(row: dict[str, Any]) -> Article:
    published = row.get("published")
    return Article(row["text"], published=date.fromisoformat(published[:10]) if published else None)


def scored(shared: Path, tmp_path: Path, name: str, scorer: str, *options: str) -> dict[str, Any]:
    """What the scorer says of the reading of a set of articles."""
    gold, read = shared / f"data/{name}.jsonl", tmp_path / "read.jsonl"
    with read.open("w", encoding="utf-8") as out:
        for row in rows(gold):
            out.write(json.dumps(reading_document(read_article(article(row)), row["id"]), ensure_ascii=False) + "\n")
    command = [sys.executable, str(shared / "data" / scorer), str(gold), str(read), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


class TestFlags:
    def test_on_dates_and_names_hardly_ever_fire(self, shared: Path) -> None:
        """Over 512 published articles and an empty store: a hold in 1 of 100 at most, a query in 10 of 100."""
        raised: Counter[str] = Counter()
        articles = rows(shared / "data/polnear.dev.jsonl")
        for row in articles:
            report = check(article(row), NoArchive(), Desk())
            raised.update({flag.severity.value for flag in report.flags if flag.code in ON_DATES_AND_NAMES})
        assert raised["hold"] <= 0.01 * len(articles)
        assert raised["query"] <= 0.10 * len(articles)


class TestQuotes:
    def test_of_four_words_and_more_have_their_speakers(self, shared: Path, tmp_path: Path) -> None:
        """Span and speaker right together, and pronouns turned into the right person."""
        of = scored(shared, tmp_path, "polnear.dev", "score_quotes.py", "--min-words", "4")["4"]
        assert of["joint"]["f"] >= 0.945
        assert of["joint"]["p"] >= 0.94
        assert of["speaker"]["hand"] >= 0.92

    def test_given_for_certain_are_the_speaker_s(self, shared: Path) -> None:
        """An attribution of high confidence, the only one that may hold a draft, is right in 98 of 100."""
        right, given = surely_right(shared / "data/polnear.dev.jsonl", shared / "data/score_quotes.py")
        assert right >= 0.98 * given
        assert given >= 2_500

    def test_of_any_length_are_told_from_other_words_in_marks(self, shared: Path, tmp_path: Path) -> None:
        """Titles, nicknames and scare quotes are left out, single quoted words found."""
        of = scored(shared, tmp_path, "polnear.dev", "score_quotes.py")["1"]
        assert of["exact"]["p"] >= 0.963
        assert of["exact"]["r"] >= 0.948


class TestDates:
    @pytest.mark.parametrize(("name", "calendar", "day"), [("tbaq.dev", 0.90, 0.91), ("platinum.dev", 0.92, 0.92)])
    def test_have_their_values(self, shared: Path, tmp_path: Path, name: str, calendar: float, day: float) -> None:
        """Calendar dates of newswire, resolved to the right day, month or year."""
        of = scored(shared, tmp_path, name, "score_dates.py")
        assert of["CALENDAR"]["value"]["f1"] >= calendar
        assert of["CALENDAR"]["relaxed"]["f1"] >= 0.97
        assert of["DAY"]["value"]["f1"] >= day


class TestStrangersWords:
    def test_of_other_articles_are_hardly_ever_taken_for_a_drafts(self, shared: Path, tmp_path: Path) -> None:
        """Half of the articles against a store of the other half: few quotes are altered ones, fewer misattributed."""
        articles = rows(shared / "data/polnear.dev.jsonl")
        scope = open_store(tmp_path / "news.db").scope()
        for row in articles[::2]:
            scope.add_article(article(row), read_article(article(row)), "the desk")
        verdicts: Counter[str] = Counter()
        misattributed = 0
        for row in articles[1::2]:
            report = check(article(row), scope, Desk())
            verdicts.update(judged.verdict.value for judged in report.quotes)
            misattributed += any(flag.code == "misattributed" for flag in report.flags)
        assert verdicts["altered"] + verdicts["spliced"] + verdicts["partly_verified"] <= 0.01 * verdicts.total()
        assert misattributed <= 0.01 * len(articles[1::2])
