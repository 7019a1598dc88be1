"""Names spelled in two ways, in one draft or against the verified articles behind it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.archive import Archive, KnownName, NoArchive
from bot.check import check
from bot.models import Article
from bot.settings import Desk
from tests.memory import Memory


def told(text: str, archive: Archive | None = None) -> list[str]:
    """The words that ``name_variant`` points at."""
    article = Article(text, published=date(2025, 11, 5))
    report = check(article, archive or NoArchive(), Desk())
    return [text[flag.start : flag.end] for flag in report.flags if flag.code == "name_variant"]


class TestInTheDraft:
    @pytest.mark.parametrize(
        ("text", "rarer"),
        [
            ("Alva Thornquist runs the pier. Mrs Thornquist was out. “No,” said Mrs Thornqvist.", "Thornqvist"),
            (
                "Declan Rossiter manages them. Rossiter smiled. Rositter must now do without two midfielders.",
                "Rositter",
            ),
            ("The film ‘Dusk’ was shot here. The cast of the film Dusk slept here. The film Dust won.", "Dust"),
            ("John Marlow owns it. John Marlow sold it. “Never,” said Jon Marlow.", "Jon Marlow"),
        ],
    )
    def test_the_rarer_spelling_is_told(self, text: str, rarer: str) -> None:
        """One name in two spellings is told once, at the spelling that comes less often."""
        assert [rarer] == told(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Ann Carver met Anna Calder. Carver left; Calder stayed.",
            "She flew from Iraq to Iran and wrote of Iraqis and Iranians.",
            "Mary Marsh is a Texan; Texas made her. The Marshes of Texas are many.",
            "Tom Hart and Tim Harte were twins? No: Tom Hart said so. Tim Harte said not. Hart met Harte.",
            "Politico reported it. Politics is hard. Latino and Latina voters came.",
            "Marian Cole said so. Cole’s brother, Marion Pole, did not.",
        ],
    )
    def test_names_that_differ_by_design_are_left_alone(self, text: str) -> None:
        """Two people, a place and its people, or a masthead and a word are two names."""
        assert [] == told(text)


class TestAgainstTheStore:
    def _store(self, *names: str) -> Memory:
        verified = Memory.of(("Alva Thornquist", "The pier will be mended before the herring come back."))
        return Memory(verified.quotes, [KnownName(name, "person") for name in names])

    def test_the_verified_spelling_is_told(self) -> None:
        """A speaker whom the article behind the quote spells otherwise is told."""
        text = "“The pier will be mended before the herring come back,” said Alva Thornqvist."
        assert ["Alva Thornqvist"] == told(text, self._store("Alva Thornquist"))

    def test_another_person_of_a_like_surname_is_not_told(self) -> None:
        """Mr Wehner of the store is not the Anthony Weiner, or some Weiner, of the draft."""
        quote = "“The pier will be mended before the herring come back,” said Alva Thornquist. "
        store = self._store("Alva Thornquist", "Peter Wehner")
        assert [] == told(quote + "Anthony Weiner agreed. Weiner left.", store)
        assert [] == told(quote + "Then Weiner left.", store)

    def test_a_slip_of_the_verified_article_is_not_the_drafts(self) -> None:
        """Where the verified article has both spellings, the draft's is one of them and is left alone."""
        text = "“The pier will be mended before the herring come back,” said Alva Thornquist."
        assert [] == told(text, self._store("Alva Thornquist", "Thornqvist"))
