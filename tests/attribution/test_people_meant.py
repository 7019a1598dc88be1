"""Whom a phrase, a pronoun or a common word means: the German, the coach, Mrs Long, it."""

from __future__ import annotations

import pytest

from bot.models import Article, Confidence
from bot.reading import read_article

MEANT: list[tuple[str, list[str | None]]] = [
    ("Chairman Janet Moss opened the books. She said the mill was “older than any of us”.", ["Janet Moss"]),
    ("Joan Vale thanked the hero, Ida Hart. Hart wept. “It was cold,” she said.", ["Ida Hart"]),
    ("Ada Moss was kept waiting. When Ida Hart asked, Moss laughed. “No comment!” she said.", ["Ada Moss"]),
    ("Asked by Ida Hart about the mill, Ada Moss laughed. “Not now,” she said.", ["Ada Moss"]),
    ("Unlike Ida Hart, Ada Moss liked it. “It is a good mill,” she said.", ["Ada Moss"]),
    ("Joan Vale (Lib Dem, Castle ward) called the plan “penny-wise, pound-foolish”.", ["Joan Vale"]),
    ("Prosecuting, Colin Reed said Mrs Joan Vale had regarded the girl as “the daughter I never had”.", ["Colin Reed"]),
    (
        "The “Cold Water” singer, 29, told the host Ida Hart that there was “no quarrel at all”. Ada Moss has sung since 2009.",
        [None],
    ),
    ("Hull City coach Stefan Kurz paced. “Eleven from twelve is fine,” the German said.", ["Stefan Kurz"]),
    ("Joan Vale of Reno spoke first. “It reads like a script,” the Nevadan said.", ["Joan Vale"]),
    ("Stefan Kurz runs the mill. The firm’s spokesman said it had “learnt its lessons”.", [None]),
    ("Striker Paul Hart scored twice. “He was tired at the end,” the coach said.", [None]),
    ("“I know this mill,” said Mark Long, a miller. Long said the wheel was “past mending now”.", ["Mark Long"] * 2),
    ("Dame Helen Prior spoke. “Do you see why?” Prior asked.", ["Helen Prior"]),
    ("Mrs Sue Little ran it. “It was damp then,” Mrs Little said.", ["Sue Little"]),
    ("David March, a miller, was there. “It was damp then,” Mr March said.", ["David March"]),
    ("Justin Early built the wheel. “I did it alone,” he said.", ["Justin Early"]),
    ("Severn Vale Water shut the works. “Safety comes first here,” it said.", ["Severn Vale Water"]),
    (
        "Nordhaven Group lost money in May.\n\nThe company now expects less, blaming “softer footfall in the north”.",
        ["Nordhaven Group"],
    ),
    ("Chair of governors Alan Pike said the school had lost “its best head ever”.", ["Alan Pike"]),
    ("Head of music Ida Hart said the choir was “close to silence”.", ["Ida Hart"]),
    ("Ada Moss, for her part, posted a photo of a wheel captioned “new chapter, old mill”.", ["Ada Moss"]),
    ("“How long did it take you?” I asked. Ada Moss shrugged.", [None]),
    ("The residents’ group said the plan was “a gift to nobody here”.", ["the residents’ group"]),
    ("Ada Moss was told: “You have a week to leave.”", [None]),
    ("Ada Moss was thanked by her boss, Ida Hart: “She kept the wheel turning.”", ["Ida Hart"]),
    ("Colin Reed was called “a saint in a flat cap” by Joan Vale.", ["Joan Vale"]),
    ("It was Colin Reed, whom Joan Vale described as “a saint in a flat cap”.", ["Joan Vale"]),
    ("“Did you shut the sluice?” Ada Moss asked.\n\n“Yes, I did,” came the reply.", ["Ada Moss", None]),
    ("Ada Moss, whom Joan Vale once described as “a saint in clogs”, has left.", ["Joan Vale"]),
    ("Ada Moss, called “a saint in clogs” by Joan Vale, has left.", ["Joan Vale"]),
    ("Colin Reed recalled a text from Joan Vale: “You must leave.”", ["Joan Vale"]),
    ("“It is damp,” said April Hart. “I agree,” said Sally May.", ["April Hart", "Sally May"]),
    ("Prof Tom Hale met Dr Jane Hale. “It is a virus,” Dr Hale said. “No,” said Prof Hale.", ["Jane Hale", "Tom Hale"]),
    ("Joan Vale wants less. “Take it away,” she said. And Ada Moss? “I don’t mind.”", ["Joan Vale", "Ada Moss"]),
    ("“Cold Water” author Ada Moss said it was “a kind of triumph”.", ["Ada Moss"]),
    ("Colin Reed, citing “the size of the debt”, said the candidate could lose.", ["Colin Reed"]),
    ("Ada Moss said the harvest compared with last year was “nothing to sing about”.", ["Ada Moss"]),
]

UNSURE = [
    "Robert Hale, 19, drowned. His father, Peter, thanked the crew. “He was kind to us all,” Mr Hale said.",
    "Judge Ann Moss jailed Mary Vale for two years. She sobbed in the dock. “I am sorry,” she said.",
    "Mary Vale’s landlord, Joan Hart, will not mend the roof. “I am cold,” she said.",
    "Jax Moss has a new song. When the host Dee Reed asked, the singer burst out laughing. “No comment!” she said.",
    "Stefan Kurz runs the mill. “We have learnt our lessons,” the German said.",
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_the_person_meant_is_named(text: str, expected: list[str | None]) -> None:
    """What names nobody gives nobody, rather than somebody else."""
    assert expected == [quote.speaker for quote in read_article(Article(text)).quotes]


@pytest.mark.parametrize("text", UNSURE)
def test_who_only_may_be_meant_is_never_certain(text: str) -> None:
    """Where the text leaves another reading open, nothing is held against the speaker."""
    assert Confidence.HIGH not in {quote.confidence for quote in read_article(Article(text)).quotes}
