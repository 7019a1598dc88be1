"""Articles in other languages: whose words, which day, and what a new language's file must hold."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from bot.attribution.word_kinds import KINDS
from bot.check import check
from bot.models import Article
from bot.reading import read_article
from bot.settings import Desk
from bot.tongues.tongue import language_of, tongue_of
from tests.memory import Memory
from tests.tongues.articles import ARTICLES

PUBLISHED = date(2025, 11, 26)
SENTENCES = [
    ("‹Wir bleiben hier›, sagte Anna Weber, die Bürgermeisterin der Stadt.", ["Anna Weber"]),
    ("Wie Anna Weber sagte, ist die Brücke „ein Wrack“ und wird nicht mehr repariert.", ["Anna Weber"]),
    ("Die Sprecherin der Stadt, Anna Weber, hat den Plan als „Irrsinn“ bezeichnet.", ["Anna Weber"]),
    ("Thomas Krüger kam spät. „Ich weiß es nicht“, sagte er.", ["Thomas Krüger"]),
    ("„Ich weiß es nicht“, sagte er. Zuvor hatte Thomas Krüger mit der Polizei gesprochen.", [None]),
    ("Selon Mme Durand, « il faut agir ». Marie Durand est la préfète de la région.", ["Marie Durand"]),
    (
        "«Nous ne savons rien», a expliqué le procureur Jean Petit. «C’est grave.» Il a quitté la salle.",
        ["Jean Petit"] * 2,
    ),
    ("« Jamais, dit Jean Petit, nous ne céderons. » Le maire de la ville n’a pas répondu.", ["Jean Petit"] * 2),
    ("“No lo sé”, dijo la ministra. La ministra Carmen Sanz no quiso añadir nada más.", ["Carmen Sanz"]),
    ("Il sindaco Mario Rossi spiega che la città “non ha più soldi” e che il ponte resta chiuso.", ["Mario Rossi"]),
    (
        "De bewoners zijn boos. ‘Niemand heeft ons iets gevraagd’, aldus Kees Visser, die er al jaren woont.",
        ["Kees Visser"],
    ),
]


def verified(code: str) -> Memory:
    return Memory.of(*((speaker or "", words) for words, _, speaker, _ in ARTICLES[code].quotes))


@pytest.mark.parametrize("code", sorted(ARTICLES))
class TestArticle:
    def test_is_read_in_its_own_language(self, code: str) -> None:
        """The language is told by the text alone."""
        tongue = tongue_of(ARTICLES[code].text)
        assert tongue is not None
        assert code == tongue.code

    def test_gives_its_quotes_to_their_speakers(self, code: str) -> None:
        """Words, kind, speaker and day of every quote, by the marks and verbs of the language."""
        told = ARTICLES[code]
        found = read_article(Article(told.text, published=PUBLISHED)).quotes
        assert list(told.quotes) == [(q.text, q.kind.value, q.speaker, q.said_on) for q in found]

    def test_names_its_dates(self, code: str) -> None:
        """Months, weekdays and yesterday, in the words of the language."""
        told = ARTICLES[code]
        assert list(told.dates) == [one.value for one in read_article(Article(told.text, published=PUBLISHED)).dates]

    def test_checked_against_itself_raises_nothing(self, code: str) -> None:
        """An article whose quotes are all verified is clean, and every quote is verbatim."""
        article = Article(ARTICLES[code].text, published=PUBLISHED)
        report = check(article, verified(code), Desk())
        assert [] == [(flag.code, flag.message) for flag in report.flags]
        assert {"verbatim"} == {quote.verdict.value for quote in report.quotes}


class TestSentence:
    @pytest.mark.parametrize(("text", "expected"), SENTENCES)
    def test_tells_who_spoke(self, text: str, expected: list[str | None]) -> None:
        """Inverted verbs, verbs at the end, cues inside the marks, titles and pronouns."""
        assert expected == [quote.speaker for quote in read_article(Article(text)).quotes]

    def test_of_english_is_english(self) -> None:
        """Foreign names and a foreign word make no foreign text."""
        assert (
            tongue_of("Anna Weber and Jean Petit met in Larksheim; the mayor said that it was “Schadenfreude”.") is None
        )

    @pytest.mark.parametrize("code", sorted(ARTICLES))
    def test_is_known_by_its_code(self, code: str) -> None:
        """A page can say in which language an article is to be read out."""
        assert code == language_of(ARTICLES[code].text)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("The cat stays on the quay, said Roake, who was there on Monday.", "en"),
            ("Котът остава на кея, каза Роук.", ""),
            ("Kot zostaje na nabrzeżu, powiedział Roake w poniedziałek.", ""),
        ],
    )
    def test_that_is_not_known_has_no_code(self, text: str, code: str) -> None:
        """English is told by its words too, not by being none of the others."""
        assert code == language_of(text)

    def test_that_loses_its_denial_is_held(self) -> None:
        """A dropped nicht turns the sense as a dropped not does."""
        draft = Article(ARTICLES["de"].text.replace("Das stimmt nicht", "Das stimmt"), published=PUBLISHED)
        report = check(draft, verified("de"), Desk())
        assert ["material_change"] == [flag.code for flag in report.flags]


class TestFile:
    @pytest.mark.parametrize(
        "name", [file.name for file in files("bot.tongues").iterdir() if file.name.endswith(".toml")]
    )
    def test_means_only_english_words_that_are_known(self, name: str) -> None:
        """A language's file maps onto words that the English rules know, so that a typing slip is found."""
        held = tomllib.loads(files("bot.tongues").joinpath(name).read_text(encoding="utf-8"))
        assert set() == set(held["words"]) - KINDS.keys() - {"nobody", "according"}
        assert {"name", "common", "roles", "finite", "dates", "words"} <= held.keys()
