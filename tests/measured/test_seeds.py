"""The articles that the project was conceived from, read and held against each other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.check import check
from bot.ingest import read_text
from bot.models import Article, Report, Severity
from bot.names.forms import same_person
from bot.reading import read_article
from bot.settings import Desk
from store import open_store


def seed(shared: Path, number: int) -> tuple[Article, dict[str, Any]]:
    gold = json.loads((shared / f"seeds/00{number}.gold.json").read_text(encoding="utf-8"))
    article = read_text((shared / f"seeds/00{number}.txt").read_text(encoding="utf-8"))
    return replace(article, published=date.fromisoformat(gold["published"])), gold


def against(shared: Path, work: Path, draft: int, *verified: int) -> Report:
    scope = open_store(work / "seeds.db").scope()
    for number in verified:
        article, _ = seed(shared, number)
        scope.add_article(article, read_article(article), "the desk")
    return check(seed(shared, draft)[0], scope, Desk())


def told(report: Report) -> list[tuple[str, str]]:
    return [(flag.code, report.article.text[flag.start : flag.end]) for flag in report.flags]


@pytest.mark.parametrize("number", range(4))
class TestReading:
    def test_finds_every_quote_and_nothing_else(self, shared: Path, number: int) -> None:
        """Span, speaker and kind of each quote are as people marked them, and nothing else is a quote."""
        article, gold = seed(shared, number)
        found = [(q.start, q.end, q.speaker, q.kind.value) for q in read_article(article).quotes]
        assert [(q["start"], q["end"], q["speaker"], q["kind"]) for q in gold["quotes"]] == found

    def test_finds_every_date_and_age(self, shared: Path, number: int) -> None:
        """Each date at its place with its value, each age with its person."""
        article, gold = seed(shared, number)
        reading = read_article(article)
        for wanted in gold["dates"]:
            assert any(
                one.start < wanted["end"] and wanted["start"] < one.end and one.value == wanted["value"]
                for one in reading.dates
            ), wanted
        for wanted in gold["ages"]:
            assert any(
                one.age == wanted["age"] and same_person(one.person, wanted["person"]) for one in reading.ages
            ), wanted


class TestChecking:
    def test_a_later_article_against_two_earlier_ones(self, shared: Path, tmp_path: Path) -> None:
        """One word swapped, one sentence nobody has verified, another given name, a span that does not add up."""
        report = against(shared, tmp_path, 0, 1, 3)
        verdicts = [judged.verdict.value for judged in report.quotes]
        assert 7 == sum(verdict in ("verbatim", "excerpt", "altered") for verdict in verdicts)
        assert "partly_verified" == verdicts[0]
        codes = {code: words for code, words in told(report)}
        assert {"name_conflict", "words_altered", "partly_verified", "elapsed_mismatch"} == set(codes)
        assert codes["words_altered"] == report.quotes[2].quote.text
        assert codes["name_conflict"] == report.quotes[2].quote.speaker

    def test_a_rewritten_quote_and_an_age(self, shared: Path, tmp_path: Path) -> None:
        """A quote run together anew is held or queried, an age a year off is queried."""
        report = against(shared, tmp_path, 2, 0, 1, 3)
        first = report.quotes[0]
        assert first.verdict.value in ("spliced", "altered")
        assert [flag for flag in report.flags if first.quote.id in flag.quotes and flag.severity is not Severity.NOTE]
        assert ["70"] == [words for code, words in told(report) if code == "age_conflict"]

    def test_misspelled_names(self, shared: Path, tmp_path: Path) -> None:
        """A film and a surname in two spellings, and another given name than the store's."""
        report = against(shared, tmp_path, 1, 0)
        assert 2 == len([words for code, words in told(report) if code == "name_variant"])
        assert "name_conflict" in {code for code, _ in told(report)}

    def test_a_raw_page_against_its_source_is_not_held(self, shared: Path, tmp_path: Path) -> None:
        """What both articles quote is verified, and no hold is raised."""
        report = against(shared, tmp_path, 3, 1)
        assert [] == [flag for flag in report.flags if flag.severity is Severity.HOLD]
        assert 4 <= sum(judged.verdict.value in ("verbatim", "excerpt") for judged in report.quotes)
