"""Quotes and articles grown from a seed, for the benchmarks: no text of anybody's, the same at every run."""

from __future__ import annotations

import random
from dataclasses import dataclass

_SUBJECTS = (
    "the council|our members|the harbour board|my neighbours|the ferry crews|the second shift|the choir|the farmers|"
    "the school governors|the auditors|the night nurses|the lifeboat volunteers|our apprentices|the tenants|the judges|"
    "the bus drivers|my sister|the landlord|nobody here|the minister|our lawyers|the goalkeeper|the surveyors|they|we|"
    "the parents|the bakers|half the street|the trustees|the company|the old owners|our engineers|the jury|I|the police"
).split("|")
_VERBS = (
    "rebuilt|abandoned|mended|promised|counted|afforded|sold|reopened|praised|asked about|painted|measured|borrowed|"
    "forgot|insured|photographed|buried|burned|guarded|inherited|cleaned|demolished|fought for|voted on|argued over|"
    "designed|rented|lost|hid|paid for|doubted|welcomed|refused|shared|moved|closed|weighed|dreamed of|listed|tested"
).split("|")
_HEDGES = "never|always|will have|should have|may have|twice|at last|only just|once|rarely|openly|then|still".split("|")
_KINDS = (
    "north|winter|old|forgotten|narrow|borrowed|second-hand|leaking|crooked|silent|painted|frozen|cheap|northern|copper|"
    "wooden|haunted|listed|broken|temporary|stubborn|grey|tall|unpaid|illegal|early|missing|heavy|useless|municipal"
).split("|")
_THINGS = (
    "pier|timetable|signal box|gas lamp|museum roof|tunnel|weir|bus|bell|shop|fish ladder|orchard|tide table|kettle|"
    "account|swimming bath|allotment|lighthouse stair|trombone|chimney|ledger|ferry|staircase|greenhouse|statue|fence|"
    "bridge|generator|notice board|piano|pump|window|footpath|bakery|fountain|shed|organ|library|crane|hedge|trophy"
).split("|")
_PLACES = (
    "in Skarn|behind the mill|on the quay|near the station|under the hall|by the river|at Larkspur|in the yard|"
    "outside the bank|above the chandler|in my street|at the border|near Pell Lane|on the island|in the cellar|"
    "by the gasworks|opposite the court|in the park|at the depot|beside the canal|in two villages|on the moor"
).split("|")
_JOINTS = (
    "and|because|although|before|while|when|so|after|until|as soon as|in case|even though|and I said that|unless|since"
).split("|")
_GIVEN = "Ada|Bram|Cleo|Dora|Edwin|Farah|Gus|Hanna|Ivo|Jun|Kit|Lena|Milo|Nora|Otto|Pia|Quin|Rosa|Sam|Tess".split("|")
_FAMILY = (
    "Birk|Oduya|Vance|Lind|Hale|Noor|Penrose|Roth|Strand|Abara|Moss|Quist|Thrupp|Vane|Weir|Lovelock|Adair|Thorne|"
    "Ekwall|Raman|Sallow|Pike|Munt|Crisp|Roake"
).split("|")
_NAMES = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]


@dataclass(frozen=True, slots=True)
class Said:
    """Words and who said them."""

    speaker: str
    text: str


def names() -> list[str]:
    """The made-up speakers, first and last name."""
    return list(_NAMES)


def sentence(random_: random.Random) -> str:
    """One sentence of a speaker: one clause, or two, of who did what to which thing, and where or how often."""
    words = _clause(random_)
    if random_.random() < 0.6:
        words = f"{words} {random_.choice(_JOINTS)} {_clause(random_)}"
    return words[0].upper() + words[1:] + "."


def _clause(random_: random.Random) -> str:
    who, did = random_.choice(_SUBJECTS), f"{random_.choice(_HEDGES)} {random_.choice(_VERBS)}"
    what = f"{random_.choice(_KINDS)} {random_.choice(_THINGS)}"
    where = random_.choice(_PLACES)
    return random_.choice(
        (
            f"{who} {did} the {what} {where}",
            f"{where} {who} {did} {random_.randint(2, 900)} {random_.choice(_KINDS)} {what}s",
            f"what {who} {did} was no {what} but the {random_.choice(_THINGS)} of {random_.choice(_NAMES)}",
            f"{random_.choice(_NAMES)} told {random_.choice(_NAMES)} that {who} {did} every {what}",
        )
    )


def quotes(count: int, seed: int = 1) -> list[Said]:
    """Distinct quotes of one or two sentences, about as long, and as often alike, as those of real papers."""
    random_ = random.Random(seed)
    seen: set[str] = set()
    out: list[Said] = []
    while len(out) < count:
        text = " ".join(sentence(random_) for _ in range(random_.choice((1, 1, 2))))
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
        if number % 3 == 0:
            paragraphs.append(sentence(random_))
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words_wanted:
        paragraphs.insert(random_.randrange(1, len(paragraphs)), sentence(random_))
    return "\n\n".join(paragraphs) + "\n"
