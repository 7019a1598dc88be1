"""Real paragraphs altered as editors alter them, paragraphs of other articles, and talk about real quotes."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from bot.language.sentences import sentences
from bot.placing import place
from bot.placing.stretch import Stretch, paragraphs

ARTICLES = 100
FEWEST = 6
TALK = (
    "Is “{quote}” right?",
    "She told me “{quote}”",
    "It was “{quote}”",
    "{speaker} did not say “{changed}”.",
    "can we cut “{quote}”",
    "Where is this from: {paragraph}",
    "“{changed}”, not “{quote}”",
    "{speaker} says it should be “{changed}”",
    "“{changed}” is what {speaker} actually said",
    "The transcript has “{changed}” for {speaker}",
    "{paragraph} This is not what the tape says.",
    "{speaker} disputes “{quote}” and wants us to take it down",
    "{paragraph} - is that right?",
)


@pytest.fixture
def articles(shared: Path) -> list[dict[str, Any]]:
    """Real articles, the same ones in every run."""
    path = shared / "data/polnear.dev.jsonl"
    if not path.exists():
        pytest.skip("no annotated news in ../shared")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return random.Random(7).sample(rows, ARTICLES)


def altered(text: str, words: list[str], chance: random.Random) -> list[str]:
    """A paragraph with a word dropped, replaced or put in, another number, and without its last sentence."""
    tokens = text.split(" ")
    at = chance.randrange(len(tokens))
    out = [
        [*tokens[:at], *tokens[at + 1 :]],
        [*tokens[:at], chance.choice(words), *tokens[at + 1 :]],
        [*tokens[:at], chance.choice(words), *tokens[at:]],
    ]
    number = re.search(r"\d+", text)
    made = [" ".join(one) for one in out]
    if number:
        made.append(text[: number.start()] + str(int(number.group()) + 7) + text[number.end() :])
    rest = text[: sentences(text)[-1][0]].strip()
    marks = re.findall('[“”"]', rest)
    if len(rest.split()) > len(tokens) / 2 and len(marks) % 2 == 0:
        made.append(rest)
    return [one for one in made if one != text and len(paragraphs(one)[0].words) >= FEWEST]


def chosen(text: str, chance: random.Random) -> list[Stretch]:
    long = [one for one in paragraphs(text) if len(one.words) > FEWEST]
    return chance.sample(long, min(2, len(long)))


class TestPlacing:
    def test_puts_an_altered_paragraph_where_it_was(self, articles: list[dict[str, Any]]) -> None:
        """Of altered paragraphs of six words and more, 99 of 100 give exactly the draft with the alteration."""
        chance = random.Random(11)
        tried = right = 0
        for row in articles:
            draft = row["text"]
            for one in chosen(draft, chance):
                for new in altered(one.text, draft.split(), chance):
                    placed = place(draft, new)
                    tried += 1
                    right += placed is not None and placed.text == draft[: one.start] + new + draft[one.end :]
        assert tried > 500
        assert right >= 0.99 * tried, f"{right} of {tried}"

    def test_leaves_another_articles_paragraph_alone(self, articles: list[dict[str, Any]]) -> None:
        """Of paragraphs of other articles, one in two hundred at most finds a place."""
        chance = random.Random(13)
        tried = placed = 0
        for row, other in zip(articles, [*articles[1:], articles[0]], strict=True):
            foreign = [one.text for one in paragraphs(other["text"]) if one.text not in row["text"]]
            for text in chance.sample(foreign, min(10, len(foreign))):
                tried += 1
                placed += place(row["text"], text) is not None
        assert tried > 500
        assert placed <= 0.005 * tried, f"{placed} of {tried}"

    def test_leaves_talk_about_a_quote_alone(self, articles: list[dict[str, Any]]) -> None:
        """Of things that colleagues say with a quote of the draft in them, one in a hundred at most changes it."""
        chance = random.Random(17)
        tried = changed = 0
        for row in articles:
            draft = row["text"]
            quotes = [one for one in row["quotes"] if one["closed"] and one["speaker"] and len(one["text"].split()) > 3]
            if not quotes:
                continue
            quote = chance.choice(quotes)
            where = next(one for one in paragraphs(draft) if one.start <= quote["start"] < one.end)
            words = quote["text"].rstrip(",.").split(" ")
            other = " ".join([*words[: len(words) // 2], "not", *words[len(words) // 2 + 1 :]])
            for shape in TALK:
                said = {
                    "quote": " ".join(words),
                    "changed": other,
                    "speaker": quote["speaker"],
                    "paragraph": where.text,
                }
                placed = place(draft, shape.format(**said))
                tried += 1
                changed += placed is not None and placed.text != draft
        assert tried > 500
        assert changed <= 0.01 * tried, f"{changed} of {tried}"
