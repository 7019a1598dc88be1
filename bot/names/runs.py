"""Runs of capitalised words: where a proper name could stand, without titles, openers and calendar words.

A run is read token by token; what stands before the name (Ohio Gov., the late, POTTER) is cut away, so that
``text[start:end]`` of a run is the name as written, without its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.names.forms import LETTERS, TITLES
from bot.names.given import is_given_name, looks_given
from bot.names.words import CALENDAR, COMMON, NATIONS, ORGANISATION, ORGANISATION_HEADS, PLACES, ROLES
from bot.tongues.tongue import Tongue

UPPER = "A-ZÀ-ÖØ-ÞĄĆČĎĐĒĘĚĞİĶŁĻŃŇŌŐŒŘŚŠŞŤŪŮŰŹŻŽ"
_SHORT_TITLE = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Lt|Gen|Col|Capt|Maj|Sgt|Cpl|Adm|Rev|Hon|Fr|St|Jr|Sr|Det|Insp|"
    "Supt|Cllr|Cmdr|Pres|Messrs"
)
_PARTICLE = "de la|van der|van den|von der|van|von|de|del|della|di|da|bin|ibn|al|el|du|dos|ter|&"
_ARTICLE = "(?:(?:al|el|ad|an|as|ash|at|ar)-)?"
_TOKEN = rf"(?:(?:{_SHORT_TITLE})\.|(?:[{UPPER}]\.)+(?!\w)|{_ARTICLE}[{UPPER}](?:[\w&]|['’‑-](?=\w))*)"
_NICKNAME = rf"[“\"‘'(][{UPPER}][\w-]*[”\"’')]"
_RUN = re.compile(
    rf"(?<![\w@#/])(?:[ODdl]['’](?=[{UPPER}]))?{_TOKEN}(?:[ \u00a0](?:(?:{_PARTICLE}|{_NICKNAME}) )?{_TOKEN})*"
)
_SURNAMES = ("Will", "Young", "May")
_PERSONAL_TITLES = ("mr", "mrs", "ms", "miss", "dame", "sir", "lord", "lady", "dr", "prof")
_CALLED = ("April", "June", "August")
_IN_MONTH = re.compile(
    r"\b(?:in|last|since|by|until|till|of|this|next|from|early|late|mid|during|before|after) $", re.IGNORECASE
)
_MONTHS = ("May", "April", "June", "August", "March")
_JOB = re.compile(r"(?:[eo]r|ist|man|woman|ian|eer|ant|ent|wright|keeper|ess|chef)$")
_OF_CHIEFS = (
    "executive", "justice", "minister", "officer", "operating", "financial", "whip", "economist", "editor", "engineer",
    "scientist", "secretary", "inspector", "prosecutor", "negotiator", "correspondent",
)  # fmt: skip
_RANKS = ("con", "constable", "insp", "inspector", "supt", "sgt", "sergeant", "superintendent", "ch", *_OF_CHIEFS)
Piece = tuple[str, int, int]
_DESCRIBING = (NATIONS | ORGANISATION) - {"christian", "muslim"}
_NEVER_NAMES = COMMON | CALENDAR
_OPENS = frozenset(".!?:;\n\r\"“”‘'’(…—–[•*|>-")


class Run(NamedTuple):
    """A candidate name: its tokens without possessives, the title words before it, and where it stands."""

    tokens: tuple[str, ...]
    start: int
    end: int
    titles: tuple[str, ...] = ()
    possessive: bool = False
    opens: bool = False


def runs(text: str, skip: Sequence[tuple[int, int]] = (), tongue: Tongue | None = None) -> Iterator[Run]:
    """The candidate names of a text in reading order, outside the spans in ``skip``."""
    never = (
        _NEVER_NAMES if tongue is None else tongue.common | tongue.roles | tongue.means.keys() | tongue.titles.keys()
    )
    held: Run | None = None
    closed = iter(sorted(skip))
    gap = next(closed, None)
    for found in _RUN.finditer(text):
        while gap and gap[1] <= found.start():
            gap = next(closed, None)
        if gap and gap[0] < found.end():
            continue
        word = found.group()
        if " " not in word and "\u00a0" not in word:
            bare = _bare(word)
            start = found.start()
            alone = bare.casefold() not in never
            opens = alone and _opens_sentence(text, start)
            here: Iterable[Run] = [Run((bare,), start, start + len(bare), (), bare != word, opens)] if alone else ()
        else:
            here = _cut(text, found) if tongue is None else _cut_foreign(text, found, tongue)
        fresh = False
        for run in here:
            fresh = True
            joined = held and _join(text, held, run)
            if held and not joined:
                yield held
            held = joined or run
        if not fresh and held:
            yield held
            held = None
    if held:
        yield held


def _join(text: str, left: Run, right: Run) -> Run | None:
    """University + of + Texas as one run: only after a word that heads such names."""
    between = text[left.end : right.start]
    if between not in (" of ", " of the ", " for ", " and ") or left.possessive or right.titles:
        return None
    if left.tokens[-1].casefold() not in ORGANISATION_HEADS or (between == " and " and len(left.tokens) != 1):
        return None
    if between == " and " and left.tokens[-1].casefold() not in ("department", "ministry", "bureau"):
        return None
    tokens = (*left.tokens, *between.split(), *right.tokens)
    return Run(tokens, left.start, right.end, left.titles, right.possessive, left.opens)


def _cut(text: str, found: re.Match[str]) -> Iterator[Run]:
    """The names inside one match: cut at possessives and calendar words, titles and openers taken off."""
    opens = _opens_sentence(text, found.start())
    pieces: list[Piece] = []
    start, following = 0, found.start()
    for word in found.group().replace("\u00a0", " ").split(" "):
        start, following = following, following + len(word) + 1
        if word[0] in "“\"‘'(":
            continue
        bare = _bare(word)
        month = bare in _MONTHS and _names_a_person(pieces) and not text[following : following + 1].isdigit()
        called = not pieces and bare in _CALLED and _goes_on(text, found.start(), start, following, found.end())
        if bare.casefold() in CALENDAR and not month and not called:
            yield from _trim(pieces, opens, False)
            pieces, opens = [], False
            continue
        pieces.append((bare, start, start + len(bare)))
        if bare != word:
            yield from _trim(pieces, opens, True)
            pieces, opens = [], False
    yield from _trim(pieces, opens, False)


def _cut_foreign(text: str, found: re.Match[str], tongue: Tongue) -> Iterator[Run]:
    """The name inside one match of another language: without its titles, jobs and sentence openers."""
    opens = _opens_sentence(text, found.start())
    pieces: list[Piece] = []
    titles: list[str] = []
    following = found.start()
    for word in found.group().replace("\u00a0", " ").split(" "):
        start, following = following, following + len(word) + 1
        if word[0] in "“\"‘'(":
            continue
        folded = word.rstrip(".").casefold()
        if folded in tongue.titles or folded in tongue.roles or folded in TITLES:
            titles.append(word)
            pieces = []
        elif not (not pieces and (folded in tongue.common or folded in tongue.means)):
            pieces.append((word, start, start + len(word)))
    if tongue.capital_nouns:
        called = next((at for at, piece in enumerate(pieces) if is_given_name(piece[0])), None)
        named = called if called is not None else len(pieces) - 1 if titles or pieces[-1:] else 0
        pieces = pieces[max(0, named) :]
    if pieces:
        yield _run(pieces, tuple(titles), False, opens)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s", "'S", "’S")) else word


def _names_a_person(pieces: list[Piece]) -> bool:
    return bool(pieces) and (is_given_name(pieces[-1][0]) or pieces[-1][0].rstrip(".").casefold() in TITLES)


def _opens_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \u00a0\t":
        at -= 1
    if at > 0 and text[at] in "\"”’'" and not text[at - 1].isspace():
        return text[at - 1] in ".!?"
    return at < 0 or text[at] in _OPENS


def _trim(pieces: list[Piece], opens: bool, possessive: bool) -> Iterator[Run]:
    """One name out of tokens that stand together; what stands before its title is a name of its own."""
    first = _first_of_name(pieces, opens)
    last = len(pieces)
    while last > first and pieces[last - 1][0].casefold() in COMMON and not _surname(pieces[first:last]):
        last -= 1
    while (
        last - first > 2
        and pieces[last - 1][0].replace(".", "").casefold() in LETTERS
        and pieces[last - 1][0].isupper()
    ):
        last -= 1
    possessive = possessive and last == len(pieces)
    opens = opens and first == 0
    pieces = pieces[first:last]
    if not pieces:
        return
    title = _last_title(pieces, opens)
    called = _called_after(pieces)
    if called and title is None:
        yield _run(pieces[:called], (), False, opens)
        yield _run(pieces[called:], (), possessive, False)
        return
    if title is None:
        yield _run(pieces, (), possessive, opens)
        return
    begin = title
    while begin > 0 and pieces[begin - 1][0].rstrip(".").casefold() in TITLES:
        begin -= 1
    if begin:
        yield _run(pieces[:begin], (), False, opens)
    titles = tuple(word for word, _, _ in pieces[begin : title + 1])
    yield _run(pieces[title + 1 :], titles, possessive, False)


def _goes_on(text: str, first: int, start: int, following: int, end: int) -> bool:
    """Whether a month at the head of a run is a given name, for a name goes on from it: April Jones."""
    if start != first or following >= end or _IN_MONTH.search(text, max(0, start - 8), start):
        return False
    word = text[following:end].split(" ")[0].casefold()
    return _bare(word) not in COMMON | CALENDAR | ORGANISATION


def _surname(pieces: list[Piece]) -> bool:
    """Whether the last word, common as it is, is the surname of a name in full or after Mr, Mrs, Dame …"""
    word = pieces[-1][0]
    if word in _SURNAMES:
        return True
    if len(pieces) < 2 or len(word) < 4 or "'" in word or "’" in word or _opener(pieces[-2][0]):
        return False
    before = pieces[-2][0]
    return before.rstrip(".").casefold() in _PERSONAL_TITLES or looks_given(before)


def _first_of_name(pieces: list[Piece], opens: bool) -> int:
    """Where the name begins: after sentence openers, nationalities before a given name, and shouted labels."""
    first, size = 0, len(pieces)
    if opens and size > 1 and pieces[0][0].endswith("ing") and not is_given_name(pieces[0][0]):
        first = 1
    while first < size and _opener(pieces[first][0]):
        if is_given_name(pieces[first][0]) and not (opens and first == 0) and first + 1 < size:
            break
        first += 1
    while size - first > 1 and _labels(pieces[first][0], pieces[first + 1][0], size - first):
        first += 1
    return first


def _opener(word: str) -> bool:
    return word.replace("’", "'").casefold() in COMMON


def _labels(word: str, following: str, size: int) -> bool:
    """Whether a word only says what the name after it is: Democrat Ann Lee, POTTER Ann Lee."""
    if size > 2 and word.casefold() in NATIONS and is_given_name(following):
        return True
    return _shouts(word) and not _shouts(following) and following.casefold() not in ORGANISATION


def _called_after(pieces: list[Piece]) -> int:
    """Where a given name begins after what only describes its bearer (House Republican Ann Lee), else 0."""
    for at in range(len(pieces) - 2, 0, -1):
        before = pieces[at - 1][0].casefold()
        if before in _DESCRIBING and is_given_name(pieces[at][0]):
            return at
    return 0


def _shouts(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.replace("-", "").isalpha()


def _job(pieces: list[Piece], at: int, opens: bool) -> bool:
    """Whether a capitalised job stands before a full name: Grazier Neville Hart, Co-star Magda Rowe."""
    word = pieces[at][0]
    if len(pieces) - at < 3 or looks_given(word) or not looks_given(pieces[at + 1][0]):
        return False
    return word.casefold() in ROLES or (opens and at == 0 and _JOB.search(word) is not None)


def _last_title(pieces: list[Piece], opens: bool) -> int | None:
    """The last title word that has a name after it, None where an organisation or a place follows instead."""
    for at in range(len(pieces) - 2, -1, -1):
        word = pieces[at][0].rstrip(".").casefold()
        if word not in TITLES and not _job(pieces, at, opens):
            continue
        while at < len(pieces) - 2 and pieces[at + 1][0].rstrip(".").casefold() in _RANKS:
            at += 1
        after = pieces[at + 1][0].casefold()
        if after in ORGANISATION or after in ("of", "general") or pieces[-1][0].casefold() in PLACES:
            return None
        if at and is_given_name(pieces[at - 1][0]) and not pieces[at][0].endswith("."):
            return None
        return None if pieces[-1][0].casefold() in ORGANISATION and after not in TITLES else at
    return None


def _run(pieces: list[Piece], titles: tuple[str, ...], possessive: bool, opens: bool) -> Run:
    return Run(tuple(word for word, _, _ in pieces), pieces[0][1], pieces[-1][2], titles, possessive, opens)
