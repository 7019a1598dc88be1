"""The people of an article as a reader knows them: full name, gender, age, and what they are (senator, potter).

Gender is told by a title, a kinship or a job word beside the name, or the given name, in that order; where
nothing tells it, it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.attribution.word_kinds import KINDS
from bot.language.tables import word_set
from bot.models import NameMention
from bot.names.forms import FEMALE_TITLES, MALE_TITLES, TITLES, given
from bot.names.given import gender_of, surely
from bot.names.words import ROLES
from bot.tongues.tongue import Tongue

_JOBS = word_set(
    """
    actress spokeswoman businesswoman chairwoman waitress hostess postmistress landlady heroine saleswoman
    policewoman congresswoman councilwoman spokesman businessman chairman postman landlord signalman fisherman
    craftsman frontman salesman policeman fireman hero cameraman congressman councilman alderman foreman
    """
)
"""Jobs that a man's or a woman's form is used of either: Chairman Janet Lee; a given name tells more."""
_WOMAN = FEMALE_TITLES | word_set(
    """
    actress wife mother daughter sister niece aunt grandmother granddaughter spokeswoman businesswoman
    chairwoman woman girl girlfriend ex-wife waitress widow heiress hostess mum mom postmistress
    landlady first_lady stepmother fiancee mother-in-law matriarch lesbian nun schoolgirl ballerina
    heroine saleswoman policewoman congresswoman councilwoman actress-turned-author
    """
)
_MAN = MALE_TITLES | word_set(
    """
    husband father son brother nephew uncle grandfather grandson spokesman businessman chairman man boy
    boyfriend ex-husband widower postman landlord dad signalman fisherman craftsman frontman salesman
    policeman fireman stepfather fiance father-in-law bachelor monk schoolboy patriarch hero cameraman
    congressman councilman alderman
    """
)
PERSON_NOUNS = word_set(
    """
    man woman boy girl star veteran legend favourite favorite beauty bachelor mother father mum dad mom
    grandmother grandfather husband wife son daughter winner champion celebrity millionaire billionaire
    tycoon mogul pensioner grandparent parent newlywed bride groom widow widower redhead blonde brunette
    native teenager youngster nonagenarian octogenarian septuagenarian sexagenarian centenarian hitmaker
    crooner frontman heartthrob diva icon funnyman superstar lothario newcomer republican democrat
    conservative politician incumbent front-runner frontrunner challenger hopeful contender graduate
    student lawmaker aide official businessman pastor reverend patriarch matriarch retiree
    """
)
DESCRIBING = PERSON_NOUNS | ROLES | TITLES
"""The nouns by which a text may mean one of its people: the widow, the chairman, the senator."""
_TITLE_NOUNS = {
    "sen": "senator", "gov": "governor", "rep": "congressman", "president": "president", "dr": "doctor",
    "prof": "professor", "cllr": "councillor", "lt": "lieutenant", "gen": "general", "capt": "captain",
    "rev": "reverend", "sgt": "sergeant", "det": "detective", "col": "colonel", "representative": "congressman",
}  # fmt: skip
_BARE_WORD = re.compile(r"[\w'’.-]+")
_AGE_AFTER = re.compile(r"(?:,|,? aged| \() ?(\d{1,3})\b")
_APPOSITIVE = re.compile(r"(?:, \d{1,3})?, (?:(?:a|an|the|who|whose|his|her|our|its)\b )?((?:[\w'’-]+ ){0,5}[\w'’-]+)")
_HE_OR_SHE = re.compile(r"[^.!?\n\"“”]*?\b(she|her|he|his|him)\b")
_OPENS = re.compile(r"(?:[.!?:][\"”’']?\s+|\n)(?:(?:The|A|An)\s+)?(?:[\w-]+\.?\s+){0,3}$")
_GOVERNING = word_set(
    "with to of for by from against alongside and at about on in told asked said or but over like than"
)
_HANGING = word_set("of in at for from with on who whose which that and near to by said says since")
_CLAUSE = 5
_VERBAL = "VXPA"
_OPENING = 40
_NEAR = 120
_WORD = re.compile(r"[\w'’-]+")


@dataclass(slots=True)
class Person:
    """One person: the fullest name, gender (``f``, ``m`` or None), ages and describing words; ``count`` mentions.

    ``certain`` says that the gender is told by more than the counts of births.
    """

    full: str
    gender: str | None = None
    ages: set[int] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    count: int = 0
    first: int = 0
    certain: bool = True


def read_people(text: str, names: Sequence[NameMention], tongue: Tongue | None = None) -> dict[str, Person]:
    """The people of an article by their fullest names."""
    people: dict[str, Person] = {}
    told: dict[str, str] = {}
    for name in names:
        if name.kind != "person":
            continue
        person = people.get(name.full)
        if person is None:
            person = people[name.full] = Person(name.full, _called(name.full, tongue), first=name.start)
            person.certain = surely(given(name.full))
        person.count += 1
        _describe(text, name, person, told)
        if tongue is not None:
            _titled(text, name, person, tongue)
    for full, gender in told.items():
        people[full].gender, people[full].certain = gender, True
    if tongue is None:
        _learn_genders(text, names, people, told)
    return people


def _called(full: str, tongue: Tongue | None) -> str | None:
    """The gender that the given name tells, first as its own language uses it (Andrea, Jean)."""
    called = given(full)
    own = tongue.given.get(called.casefold()) if tongue else None
    return own or gender_of(called)


def _titled(text: str, name: NameMention, person: Person, tongue: Tongue) -> None:
    """Enter the gender that a title before the name tells (Frau Weber, M. Durand)."""
    for word in _words_before(text, name.start):
        person.gender = tongue.titles.get(word, person.gender)


def _learn_genders(text: str, names: Sequence[NameMention], people: dict[str, Person], told: Mapping[str, str]) -> None:
    """Settle an open gender by the first he or she after a name that opens its sentence, nobody else between them."""
    votes: dict[str, int] = {}
    persons = [name for name in names if name.kind == "person"]
    for number, name in enumerate(persons):
        if (people[name.full].gender and surely(given(name.full))) or name.full in told:
            continue
        limit = persons[number + 1].start if number + 1 < len(persons) else len(text)
        found = _HE_OR_SHE.match(text, name.end, min(limit, name.end + _NEAR))
        if found and (_opens_sentence(text, name) or _own_pronoun(text, name, found)):
            votes[name.full] = votes.get(name.full, 0) + (1 if found[1] in ("she", "her") else -1)
    for full, vote in votes.items():
        if vote:
            people[full].gender, people[full].certain = "f" if vote > 0 else "m", True


def _own_pronoun(text: str, name: NameMention, found: re.Match[str]) -> bool:
    """Whether the pronoun is the name's own: nothing but its verb and a joint between them (Lee smiled when she)."""
    between = text[name.end : found.start(1)]
    before = _words_before(text, name.start)
    return "," not in between and len(between.split()) <= _CLAUSE and (before[:1] or [""])[0] not in _GOVERNING


def _opens_sentence(text: str, name: NameMention) -> bool:
    """Whether a name is the subject that a sentence opens with, after at most a title or a job (Captain, the actor)."""
    before = text[max(0, name.start - _OPENING) : name.start]
    return not before.strip() or _OPENS.search(before) is not None


def _describe(text: str, name: NameMention, person: Person, told: dict[str, str]) -> None:
    """Enter what stands beside a name: a title or role before it, an age or an apposition after it."""
    for word in _words_before(text, name.start):
        person.roles.add(_TITLE_NOUNS.get(word, word))
        _tell(person, (word,), told)
    after = text[name.end : name.end + 1]
    if after not in ",( ":
        return
    age = _AGE_AFTER.match(text, name.end)
    if age:
        person.ages.add(int(age[1]))
    apposition = _APPOSITIVE.match(text, name.end) if after == "," else None
    if apposition:
        words = [word.casefold() for word in _WORD.findall(apposition[1])]
        person.roles.update(_heads(words))
        if "of" not in words:
            _tell(person, words[:2], told)


def _tell(person: Person, words: Sequence[str], told: dict[str, str]) -> None:
    """Enter the gender that words for a person tell; that of a job yields to a given name that leaves no doubt."""
    own = set(words) - _JOBS if surely(given(person.full)) else set(words)
    gender = "f" if own & _WOMAN else "m" if own & _MAN else None
    if gender:
        told.setdefault(person.full, gender)


def _heads(words: list[str]) -> set[str]:
    """What an apposition calls its person: its last noun before what hangs on it, and any job word in it.

    What goes on with a verb or a small word is no apposition but a clause (about Lee, the singer burst out).
    """
    size = next((at for at, word in enumerate(words) if word in _HANGING), len(words))
    own = words[:size]
    noun = next((at for at, word in enumerate(own) if word in DESCRIBING), size)
    if any(KINDS.get(word, "w") in _VERBAL for word in own[noun + 1 :]):
        return set()
    return set(own[-1:]) | {word for word in own if word in DESCRIBING}


def _words_before(text: str, start: int) -> list[str]:
    """The two words before a name, in lower case, nearest first; none across a stop."""
    if text[start - 1 : start] != " ":
        return []
    before = text[max(0, start - 48) : start - 1].removesuffix(",").rsplit(" ", 2)
    words: list[str] = []
    for word in reversed(before[-2:]):
        if not _BARE_WORD.fullmatch(word) or (words and "." in word):
            break
        words.append(word.casefold().rstrip("."))
    return words if words and not words[0].endswith(("'s", "’s")) else []


def gender_of_noun(noun: str) -> str | None:
    """The gender that a noun tells (actress, spokesman), None where it tells none."""
    return "f" if noun in _WOMAN else "m" if noun in _MAN else None
