"""The bundled example: all its files are there, and it holds a first check's every kind of finding."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

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
