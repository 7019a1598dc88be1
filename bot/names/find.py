"""The proper names of an article: who and what it speaks of, each with the fullest form the article gives.

``find_names`` reads the whole text once (about a millisecond for 5,000 characters).  A surname alone stands
for the person whose full name the article gives; where two people share it, a title, a given name or the
nearest mention before decides.  The comparing of names is in ``bot.names.forms`` and offered here as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.language.tables import word_set
from bot.models import NameMention
from bot.names.common import find_common
from bot.names.forms import (
    FEMALE_TITLES,
    MALE_TITLES,
    TITLES,
    fold_name,
    given,
    given_names_conflict,
    near_spelling,
    same_person,
    strip_title,
    surname,
)
from bot.names.given import gender_of, is_given_name, looks_given, surely
from bot.names.handles import find_handles
from bot.names.runs import UPPER, Run, runs
from bot.names.words import (
    COMMON,
    NATIONS,
    ORGANISATION,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    PLACES,
    ROLES,
    WORKS,
)
from bot.tongues.tongue import Tongue

__all__ = [
    "find_names",
    "given",
    "given_names_conflict",
    "near_spelling",
    "same_person",
    "strip_title",
    "surname",
]

_NEVER_PEOPLE = PLACES | NATIONS | ORGANISATION | COMMON | PLACE_HEADS
_FROM = ("ian", "can", "dan", "tan", "kan", "xan", "yorker", "ese", "democrat", "republican")
_OF_WORKS = WORKS | word_set("star stars actor actress author creator director host presenter hitmaker writer producer")
_QUARTERS = frozenset(("north", "south", "east", "west"))  # surnames too: Cornelia West
_AFTER = re.compile(
    r",? (?:who|whom|whose|said|says|told|tells|added|adds|wrote|writes|asked|argued|has said|explained|"
    r"himself|herself)\b"
    r"|, \d{1,3}\b(?:,|\.|;| and| of)|, aged? \d"
)
_BEFORE = re.compile(r"(?:^|[\s(“\"])([\w'’-]+)[,.]? $")
_SAID_BEFORE = word_set("said says added wrote argued explained replied tweeted recalled")
_TITLE_WORD = rf"(?:[{UPPER}0-9][\w’'&:.½¼¾/-]*|a|an|the|of|in|on|to|and|for|at|with|is|from)"
_WORK = re.compile(rf"[“\"‘']({_TITLE_WORD}(?:,? {_TITLE_WORD}){{0,9}})[,.!?]?[”\"’'](?!\w)")
_NEXT_WORD = re.compile(r" ([\w-]+)")
_AGE = re.compile(r"(?:, (?:aged )?| \()(\d{1,3})\b")
_LINE = re.compile(r"[^\n\r]+")
_APPOSITION = re.compile(
    r", (?:(?:the|a|an|his|her|its|their|former|acting)\s)?((?:[a-z][\w’'-]*\s){0,2}[a-z][\w’'-]*)\b"
)


@dataclass(slots=True)
class _Bearers:
    """The people a text names in full, found by surname and by given name, in the order of their naming."""

    by_surname: dict[str, list[str]] = field(default_factory=dict)
    by_given: dict[str, list[str]] = field(default_factory=dict)
    fullest: dict[str, str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    settled: dict[str, str] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)

    def enter(self, name: str) -> None:
        last = fold_name(surname(name))
        known = self.by_surname.setdefault(last, [])
        for at, other in enumerate(known):
            if same_person(name, other):
                best = max(other, name, key=lambda n: (len(n.split()), not n.isupper(), len(n)))
                known[at] = best
                for form in (name, other, best):
                    self.fullest[fold_name(form)] = best
                return
        known.append(name)
        bare = last.split()[-1] if last else last
        if bare != last:
            self.by_surname.setdefault(bare, []).append(name)
        self.by_given.setdefault(fold_name(given(name)), []).append(name)
        self.fullest[fold_name(name)] = name

    def full(self, name: str) -> str:
        return self.fullest.get(fold_name(name), name)


def find_names(
    text: str, skip: Sequence[tuple[int, int]] = (), tongue: Tongue | None = None
) -> tuple[NameMention, ...]:
    """The proper names as written, in reading order, without titles; ``skip`` spans are not read."""
    works = _works(text, skip)
    found = list(runs(text, [*skip, *((start, end) for start, end in works)], tongue))
    kinds = [_kind(text, run) for run in found]
    shouted = _headline_spans(text) if tongue is None or not tongue.capital_nouns else []
    bearers = _Bearers()
    for run, kind in zip(found, kinds, strict=True):
        if kind == "person" and len(run.tokens) > 1 and not _within(run, shouted):
            bearers.enter(" ".join(run.tokens))
    _promote(found, kinds, bearers, shouted)
    amid = {run.tokens[0] for run in found if not run.opens}
    mentions = [NameMention(text[a:b], a, b, text[a:b], "work") for a, b in works]
    for run, kind in zip(found, kinds, strict=True):
        if _within(run, shouted):
            mentions.extend(_headline_names(text, run, bearers))
        else:
            mentions.extend(_mention(text, run, kind, bearers, run.tokens[0] in amid))
    mentions.extend(find_common(text, mentions, bearers.by_surname))
    mentions.extend(find_handles(text, mentions))
    if tongue is not None and tongue.capital_nouns:
        mentions = [mention for mention in mentions if mention.kind != "other"]
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _within(run: Run, spans: list[tuple[int, int]]) -> bool:
    return bool(spans) and any(start <= run.start < end for start, end in spans)


def _kind(text: str, run: Run) -> str:
    """What a run names, by its own words and then by what stands beside it."""
    return _kind_by_words(run) or _kind_by_place(text, run)


def _kind_by_words(run: Run) -> str | None:
    """What the words of a run say it names, None where they say nothing."""
    words = [token.casefold() for token in run.tokens]
    whole, several = " ".join(words), len(words) > 1
    if whole in PLACES or (words[-1] in PLACES and words[0] in PLACE_HEADS):
        return "place"
    if several and "of" in words and any(word in ORGANISATION_HEADS for word in words):
        return "organisation"
    if words[-1] in ORGANISATION:
        return "other" if not several and run.opens else "organisation"
    if run.titles:
        return "person"
    if several:
        called = is_given_name(words[0]) or _initial(run.tokens[0]) or _called_by_birth(words)
        return "person" if called and words[1] not in ORGANISATION else None
    nations = all(part.rstrip("s") in NATIONS or part in NATIONS for part in whole.split("-"))
    if nations or whole.rstrip(".") in TITLES:
        return "other"
    return "organisation" if 2 <= len(whole) <= 6 and run.tokens[0].isupper() and whole.isalpha() else None


def _kind_by_place(text: str, run: Run) -> str:
    """What stands before and after a run say it names."""
    words = [token.casefold() for token in run.tokens]
    lead, spoken = _word_before(text, run.start), bool(_AFTER.match(text, run.end))
    if lead in WORKS and not spoken:
        return "work"
    if lead == "the" and words[-1].endswith(_FROM):
        return "other"
    if len(words) > 1 and any(word in ORGANISATION for word in words):
        return "organisation"
    if words[0] in PLACE_HEADS or (len(words) > 1 and words[-1] in PLACE_HEADS - _QUARTERS):
        return "place"
    if 2 <= len(words) <= 3 and _described(text, run.end):
        return "person"
    if spoken or lead in ROLES or lead in TITLES or lead in _SAID_BEFORE:
        return "person" if run.tokens[0] not in ("X", "Facebook", "Twitter") else "other"
    return "person" if len(words) == 1 and is_given_name(words[0]) and not run.opens else "other"


def _described(text: str, end: int) -> bool:
    """Whether an apposition after a name says what its bearer does: Yuki Amano, director general of the agency."""
    found = _APPOSITION.match(text, end)
    return found is not None and any(word.casefold() in ROLES for word in found[1].split())


def _called_by_birth(words: list[str]) -> bool:
    """Whether two to four words open with a name that the births know and that is no place, nation or company."""
    if len(words) > 4 or words[0] in _NEVER_PEOPLE or words[-1] in _NEVER_PEOPLE - _QUARTERS:
        return False
    return looks_given(words[0])


def _initial(token: str) -> bool:
    return token.endswith(".") and len(token) <= 4 and token.casefold() not in ("u.s.", "u.k.", "u.n.", "l.a.")


def _promote(found: list[Run], kinds: list[str], bearers: _Bearers, shouted: list[tuple[int, int]]) -> None:
    """What is a person in one place is one in the others; a first name seen only with a surname is one too."""
    alone = {
        fold_name(run.tokens[0])
        for run, kind in zip(found, kinds, strict=True)
        if kind == "person" and len(run.tokens) == 1
    }
    for at, run in enumerate(found):
        if kinds[at] not in ("other", "place") or len(run.tokens) > 4 or _within(run, shouted):
            continue
        if fold_name(run.tokens[-1]) not in alone or {word.casefold() for word in run.tokens} & NATIONS:
            continue
        if len(run.tokens) > 1 and not is_given_name(run.tokens[1]):
            bearers.enter(" ".join(run.tokens))
        if kinds[at] == "other" or len(run.tokens) > 1:
            kinds[at] = "person"


def _mention(text: str, run: Run, kind: str, bearers: _Bearers, amid: bool) -> list[NameMention]:
    name = text[run.start : run.end]
    if len(run.tokens) == 1:
        bearer = _bearer(text, run, kind, bearers)
        if bearer:
            if not run.titles and bearers.latest.get(fold_name(name)) == bearer:
                bearers.settled.setdefault(fold_name(name), bearer)
            return [NameMention(name, run.start, run.end, bearer, "person")]
        if name.casefold().rstrip(".") in TITLES or (kind == "other" and run.opens and not amid):
            return []
    full = bearers.full(" ".join(run.tokens)) if kind == "person" else name
    if kind == "person" and len(run.tokens) > 1:
        bearers.latest[fold_name(surname(full))] = full
        bearers.titles.setdefault(full, set()).update(title.casefold().rstrip(".") for title in run.titles)
    return [NameMention(name, run.start, run.end, full, kind)]


def _bearer(text: str, run: Run, kind: str, bearers: _Bearers) -> str | None:
    """The person whom a one-word name stands for, None where the article names nobody so in full."""
    word = fold_name(run.tokens[0])
    candidates = bearers.by_surname.get(word, []) or bearers.by_given.get(word, [])
    if not candidates and word.endswith("s") and not word.endswith("ss"):
        return None
    if kind in ("organisation", "work") and not bearers.by_surname.get(word):
        return None
    if len(candidates) > 1:
        told = _title_gender(run.titles) or _title_gender((_word_before(text, run.start),))
        fitting = [name for name in candidates if not told or gender_of(given(name)) in (told, None)]
        if _word_before(text, run.start) in ("elder", "older", "younger"):
            return _by_age(text, fitting, _word_before(text, run.start) != "younger")
        titled = {title.casefold().rstrip(".") for title in run.titles}
        fitting = [name for name in fitting if titled & bearers.titles.get(name, set())] or fitting
        likely = bearers.settled.get(word) or bearers.latest.get(word)
        return likely if likely in fitting else fitting[0] if fitting else candidates[0]
    if candidates and surely(given(candidates[0])):
        told = _title_gender(run.titles)
        if told and gender_of(given(candidates[0])) not in (told, None):
            return None
    return candidates[0] if candidates else None


def _title_gender(titles: Sequence[str]) -> str | None:
    words = {title.casefold().rstrip(".") for title in titles}
    return "m" if words & MALE_TITLES else "f" if words & FEMALE_TITLES else None


def _word_before(text: str, start: int) -> str:
    before = _BEFORE.search(text, max(0, start - 24), start)
    return before[1].casefold() if before else ""


def _by_age(text: str, candidates: list[str], oldest: bool) -> str | None:
    """The elder (or younger) of two namesakes, by the ages the article puts beside their names."""
    ages = {}
    for name in candidates:
        at = text.find(name)
        age = _AGE.match(text, at + len(name)) if at >= 0 else None
        if age:
            ages[name] = int(age[1])
    if len(ages) != len(candidates) or not ages:
        return None
    return (max if oldest else min)(ages, key=lambda name: ages[name])


def _works(text: str, skip: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Titles of films, books and songs in marks, where a word beside the marks says what they are."""
    out = []
    for found in _WORK.finditer(text):
        before = _word_before(text, found.start())
        after = _NEXT_WORD.match(text, found.end())
        kind = after[1].casefold() if after else ""
        introduced = before in WORKS or before in ("titled", "called", "entitled", "starred") or kind in _OF_WORKS
        if (
            introduced
            and any(ch.isupper() for ch in found[1])
            and not any(a < found.end() and found.start() < b for a, b in skip)
        ):
            out.append((found.start(1), found.end(1)))
    return out


def _headline_spans(text: str) -> list[tuple[int, int]]:
    """Lines that capitalise nearly every word: there a capital letter says nothing."""
    spans = []
    for line in _LINE.finditer(text):
        if len(line.group()) > 240:
            continue
        long_words = [word for word in line.group().split() if len(word) > 3 and word[0].isalpha()]
        if len(long_words) >= 4 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words):
            spans.append(line.span())
    return spans


def _headline_names(text: str, run: Run, bearers: _Bearers) -> list[NameMention]:
    """The names in a headline: those that the body gives, and a given name with the word after it."""
    out: list[NameMention] = []
    at, offset = 0, run.start
    places = []
    for token in run.tokens:
        offset = text.find(token, offset)
        places.append(offset)
        offset += len(token)
    while at < len(run.tokens):
        size = next((n for n in (4, 3, 2, 1) if _known(run.tokens[at : at + n], n, bearers)), 0)
        if (
            not size
            and is_given_name(run.tokens[at])
            and at + 1 < len(run.tokens)
            and run.tokens[at + 1].casefold() not in COMMON
        ):
            size = 2
        if size:
            last = at + size - 1
            start, end = places[at], places[last] + len(run.tokens[last])
            name = text[start:end]
            word = fold_name(name)
            full = bearers.full(name) if size > 1 else (bearers.by_surname.get(word) or [name])[0]
            out.append(NameMention(name, start, end, full, "person"))
        at += size or 1
    return out


def _known(tokens: Sequence[str], size: int, bearers: _Bearers) -> bool:
    if len(tokens) != size:
        return False
    name = fold_name(" ".join(tokens))
    return name in bearers.fullest if size > 1 else name in bearers.by_surname
