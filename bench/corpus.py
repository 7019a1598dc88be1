"""Quotes and articles grown from a seed, for the benchmarks: no text of anybody's, the same at every run."""

from __future__ import annotations

import random
from dataclasses import dataclass

_SUBJECTS = (
    "the council|our members|the harbour board|my neighbours|the ferry crews|the second shift|the choir|"
    "every farmer|the school governors|the auditors|the night nurses|the lifeboat volunteers|"
    "our apprentices|the tenants"
).split("|")
_VERBS = (
    "has rebuilt|will not abandon|should have mended|never promised|is counting on|cannot afford|"
    "has quietly sold|may yet reopen|was proud of|keeps asking about|would rather paint|has measured|"
    "borrowed money for"
).split("|")
_OBJECTS = (
    "the north pier|a winter timetable|the old signal box|forty gas lamps|the museum roof|"
    "a tunnel for badgers|the weir|the bus to Skarn|a bell that nobody rings|three empty shops|"
    "the fish ladder|an orchard of pears|the tide tables|a second-hand kettle|the parish accounts|"
    "the swimming bath|nine allotments|the lighthouse stairs"
).split("|")
_TAILS = (
    "and the letter is in my pocket|because the grant ran out in March|although nobody wrote it down|"
    "before the frost comes|for the price of a good bicycle|while the rest of us were asleep|"
    "and I said so at the time|when the river let us|with tools from my grandfather's shed|"
    "as long as the roof stays on|and it took us eleven summers|after the clerk lost the only key|"
    "so the children can walk to school|in spite of the noise"
).split("|")
_NAMES = (
    "Ada Birk|Bram Oduya|Cleo Vance|Dora Lind|Edwin Hale|Farah Noor|Gus Penrose|Hanna Roth|Ivo Strand|"
    "Jun Abara|Kit Moss|Lena Quist|Milo Thrupp|Nora Vane|Otto Weir|Pia Lovelock|Quin Adair|Rosa Thorne|"
    "Sam Ekwall|Tess Raman"
).split("|")


@dataclass(frozen=True, slots=True)
class Said:
    """Words and who said them."""

    speaker: str
    text: str


def sentence(random_: random.Random) -> str:
    """One sentence of a speaker."""
    words = f"{random_.choice(_SUBJECTS)} {random_.choice(_VERBS)} {random_.choice(_OBJECTS)} {random_.choice(_TAILS)}"
    return words[0].upper() + words[1:] + "."


def quotes(count: int, seed: int = 1) -> list[Said]:
    """Distinct quotes of one to three sentences."""
    random_ = random.Random(seed)
    seen: set[str] = set()
    out: list[Said] = []
    while len(out) < count:
        text = " ".join(sentence(random_) for _ in range(random_.randint(1, 3)))
        if text not in seen:
            seen.add(text)
            out.append(Said(random_.choice(_NAMES), text))
    return out


def article(stored: list[Said], quotes_wanted: int = 20, words_wanted: int = 1_000, seed: int = 2) -> str:
    """An article of so many quotes and words: two in three quoted as stored, some cut, some altered, some unknown."""
    random_ = random.Random(seed)
    paragraphs = ["Harbour town argues about everything at once"]
    for number in range(quotes_wanted):
        said = random_.choice(stored)
        text = said.text
        if number % 6 == 3:
            text = text.replace(" the ", " our ", 1)
        elif number % 6 == 4:
            text = text.split(". ")[0]
        elif number % 6 == 5:
            text = f"{sentence(random_)} {sentence(random_)}".replace("council", "glee club")
        paragraphs.append(f"“{text.rstrip('.')},” said {said.speaker}, who was there on Monday, 3 March 2025.")
        narration = [sentence(random_) for _ in range(2)]
        paragraphs.append(" ".join(narration))
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words_wanted:
        paragraphs.insert(random_.randrange(1, len(paragraphs)), sentence(random_))
    return "\n\n".join(paragraphs) + "\n"
