"""The bundled example: all its files are there, and it holds a first check's every kind of finding."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.check import check
from bot.ingest import read_text
from bot.models import Verdict
from bot.render.words import FLAG_TITLES
from handlers.cli.demo import filled_store, read_programme

from .reports import DRAFT, EXAMPLES


@pytest.fixture(scope="module")
def programme() -> dict[str, Any]:
    """What the demonstration does, as its file says."""
    return tomllib.loads((EXAMPLES / "demo.toml").read_text(encoding="utf-8"))


class TestProgramme:
    def test_every_file_is_there(self, programme: dict[str, Any]) -> None:
        """Each article that is named can be read and is not empty."""
        files = [row["file"] for row in (*programme["earlier"], *programme["drafts"].values())]
        assert [name for name in files if not (EXAMPLES / name).read_text(encoding="utf-8").strip()] == []
        assert {"draft", "corrected", "undated"} == set(programme["drafts"])

    def test_earlier_articles_say_who_verified_them_and_when_they_ran(self, programme: dict[str, Any]) -> None:
        """A verified quote has a verifier, an outlet and a date before the draft's."""
        published = programme["drafts"]["draft"]["published"]
        for row in programme["earlier"]:
            assert isinstance(row["published"], date)
            assert row["published"] < published
            assert row["by"]
            assert row["outlet"]

    def test_disputed_words_are_in_an_earlier_article(self, programme: dict[str, Any]) -> None:
        """The demonstration finds the quote that it disputes."""
        earlier = [(EXAMPLES / row["file"]).read_text(encoding="utf-8") for row in programme["earlier"]]
        for row in programme["dispute"]:
            assert any(row["words"] in text for text in earlier)

    def test_the_draft_is_a_story_of_a_common_length(self) -> None:
        """Long enough to be real, short enough to be read."""
        assert 600 <= len(DRAFT.split()) <= 900


class TestFindings:
    def test_the_three_drafts_raise_every_flag_and_every_verdict(self) -> None:
        """A newcomer who runs the demonstration sees all that the tool can say."""
        programme = read_programme()
        with filled_store(programme) as scope:
            pieces = {
                name: replace(
                    read_text((EXAMPLES / piece.file).read_text(encoding="utf-8"), piece.file),
                    outlet=piece.outlet,
                    published=piece.published,
                )
                for name, piece in programme.drafts.items()
            }
            first = check(pieces["draft"], scope)
            again = check(pieces["corrected"], scope, previous=first)
            undated = check(pieces["undated"], scope)
        assert again.recheck is not None
        raised = {flag.code for report in (first, again, undated) for flag in report.flags}
        assert set() == set(FLAG_TITLES) - raised
        assert set(Verdict) == {judged.verdict for judged in first.quotes}
        assert {"edit_broke_quote", "quote_added", "quote_removed"} <= {flag.code for flag in again.recheck.new}
        assert "material_change" in {flag.code for flag in again.recheck.fixed}
