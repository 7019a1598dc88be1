"""docs/editors.md is true: each example raises the finding under which it stands, and nothing else an editor must clear."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.check import check
from bot.flags.registry import REGISTRY
from bot.ingest import read_text
from bot.models import Article, Report, Severity
from bot.reading import read_article
from bot.settings import Desk
from store import open_store
from tests.docs.lines import ROOT

TEXT = (ROOT / "docs/editors.md").read_text()
SECTIONS = dict(re.findall(r"^### (`\w+` · \w+)\n(.*?)(?=^##)", TEXT + "## ", re.MULTILINE | re.DOTALL))
DESK = Desk(outlets=("Harbour Post",))
BESIDE = {"edit_broke_quote": {"material_change"}}
"""What stands beside a finding by its nature."""


def article(text: str, day: date | None) -> Article:
    return replace(read_text(text), published=day, outlet="Harbour Post")


def report(section: str, folder: Path) -> Report:
    """The report on the example of a section, or on its edited version."""
    store = open_store(folder / "desk.db")
    scope = store.scope()
    last: Report | None = None
    for kind, text in re.findall(r"^```([^\n]*)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL):
        if kind.startswith("verified"):
            told = article(text, date(2025, 3, 3))
            stored = scope.add_article(told, read_article(told, DESK), "kim", against="recording")
            if kind.endswith("disputed"):
                scope.dispute(stored[0].quote_id, "lee", "The tape says something else")
        else:
            last = check(article(text, None if kind.endswith("undated") else date(2025, 3, 5)), scope, DESK, last)
    store.close()
    assert last is not None
    return last


class TestExamples:
    def test_there_is_one_for_every_flag(self) -> None:
        """Each flag has its section, with its severity."""
        assert {f"`{code}` · {entry.severity.value}" for code, entry in REGISTRY.items()} == set(SECTIONS)

    @pytest.mark.parametrize("heading", SECTIONS)
    def test_raises_its_finding_and_no_other(self, heading: str, tmp_path: Path) -> None:
        """The example raises the finding of its heading, once, and no hold or query beside it."""
        code = heading.split("`")[1]
        flags = report(SECTIONS[heading], tmp_path).flags
        assert 1 == sum(flag.code == code for flag in flags), flags
        beside = {flag.code for flag in flags if flag.severity is not Severity.NOTE} - {code}
        assert BESIDE.get(code, set()) == beside, flags
