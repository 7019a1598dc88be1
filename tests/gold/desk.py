"""Runs a gold case through the judgement and a real store, as the command does, and gives the reports."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.check import check
from bot.ingest import read_text
from bot.models import Article, Flag, Report
from bot.reading import read_article
from bot.recheck import compare
from bot.settings import Desk
from store import open_store
from store.scope import Scope

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("*/case.json"))
OF_AN_EDIT = frozenset({"edit_broke_quote", "quote_added", "quote_removed"})
_MARKS = str.maketrans("‘’‛“”„‟", '\'\'\'""""')


@dataclass(frozen=True)
class Checked:
    """One checked version of a draft beside what a careful desk finds in it."""

    case: str
    gold: dict[str, Any]
    report: Report
    first: bool

    @property
    def text(self) -> str:
        return self.report.article.text


def fold(words: str | None) -> str:
    """Words without the differences of keyboards and closing punctuation."""
    plain = unicodedata.normalize("NFKC", words or "").translate(_MARKS).replace("–", "-").replace("—", "-")
    return " ".join(plain.split()).strip(" .,;:!?-'\"()").casefold()


def run(folder: Path, work: Path) -> Iterator[Checked]:
    """The first check of a case, and one for each corrected paragraph."""
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    scope = open_store(work / f"{folder.name}.db").scope()
    entries = {entry["file"]: entry for entry in case["verified"]}
    for step in case.get("steps") or [{"do": "add", "file": name} for name in entries]:
        if step["do"] != "check":
            _take(folder, scope, entries, step)
    text, gold = (folder / case["draft"]["file"]).read_text(encoding="utf-8"), case
    report = check(_article(text, case["draft"]), scope, Desk())
    yield Checked(folder.name, gold, report, True)
    for step in case.get("thread", ()):
        text, gold = _corrected(text, gold, step, (folder / step["file"]).read_text(encoding="utf-8").strip("\n"))
        report = compare(report, check(_article(text, case["draft"]), scope, Desk()))
        yield Checked(folder.name, gold, report, False)


def about(words: str | list[str], text: str) -> list[tuple[int, int]]:
    """Where the words that a gold flag is about stand in the text."""
    wanted = [words] if isinstance(words, str) else words
    return [(at, at + len(one)) for one in wanted for at in _all(one, text)]


def places(flag: Flag, report: Report) -> list[tuple[int, int]]:
    """Where a flag points: its own span and those of the quotes it names."""
    named = [(judged.quote.start, judged.quote.end) for judged in report.quotes if judged.quote.id in flag.quotes]
    return [(flag.start, flag.end), *named]


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share a character, an empty one widened by one on both sides."""
    a, b = ((x[0] - (x[0] == x[1]), x[1] + (x[0] == x[1])) for x in (one, other))
    return a[0] < b[1] and b[0] < a[1]


def _take(folder: Path, scope: Scope, entries: dict[str, dict[str, str]], step: dict[str, str]) -> None:
    if step["do"] == "add":
        entry = entries[step["file"]]
        article = _article((folder / entry["file"]).read_text(encoding="utf-8"), entry)
        scope.add_article(article, read_article(article), entry["by"])
        return
    wanted = fold(step["words"])
    stored = next(quote for quote in scope.quotes() if wanted in fold(quote.text))
    decide = {"dispute": scope.dispute, "uphold": scope.uphold, "retract": scope.retract}[step["do"]]
    decide(stored.quote_id, step["by"], step["why"])


def _article(text: str, entry: dict[str, str]) -> Article:
    article = read_text(text, entry["file"])
    published = date.fromisoformat(entry["published"]) if entry.get("published") else article.published
    return replace(article, published=published, outlet=entry.get("outlet") or article.outlet)


def _corrected(text: str, gold: dict[str, Any], step: dict[str, Any], new: str) -> tuple[str, dict[str, Any]]:
    """The text with the paragraph put in, and what a careful desk finds in it then."""
    at = text.index(step["replaces"])
    start, end = text.rfind("\n\n", 0, at) + 2, text.find("\n\n", at)
    start, end = (0 if start == 1 else start), (len(text) if end < 0 else end)
    old = fold(text[start:end])
    quotes = [quote for quote in gold["quotes"] if fold(quote["text"]) not in old]
    flags = [
        flag
        for flag in gold["flags"]
        if flag["code"] not in OF_AN_EDIT and not any(touch(span, (start, end)) for span in about(flag["about"], text))
    ]
    allowed = [*gold.get("allowed", ()), *step.get("allowed", ())]
    later = {**gold, "quotes": quotes + step["quotes"], "flags": flags + step["flags"], "allowed": allowed}
    return text[:start] + new + text[end:], later


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
