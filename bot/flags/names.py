"""The flag on names that are spelled in two ways, in the draft or against the verified articles behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from bot.archive import KnownName
from bot.flags.registry import Case, rule
from bot.models import Evidence, Flag, NameMention, Severity
from bot.names.forms import fold_name, given, near_spelling, strip_title, surname
from bot.names.given import is_given_name

_OPENER = re.compile(
    r"(?:^|[.!?…][\"'”’»)]*\s+|\n)([^\W\d_a-z][^\W\d_]{4,})(?=(?:['’]s)?\s+"
    r"(?:was|is|has|had|said|says|will|would|could|did|told|added|and|who|wants|wrote|refused|declined|must|may|might|can|should|does|never|also|then)\b)"
)


_MOST = 400  # names that are held against each other: no story has so many, a list of addresses may
_SLIPS = 3  # two spellings of one surname differ by no more letters than that
_Named = TypeVar("_Named", "_Spelling", KnownName)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One spelling of a name in the draft: its first place, how often it stands there, what it names."""

    name: str
    kind: str
    start: int
    end: int
    count: int
    full: str = ""


@rule("name_variant", Severity.QUERY, "a name spelled nearly like another in the article or the store")
def name_variant(case: Case) -> Iterator[Flag]:
    """A misspelled name, told once a name at the first place of the rarer spelling."""
    spellings = _spellings(case.reading.names)[:_MOST]
    spellings += _openers(case.reading.article.text, spellings)
    surnames, told = _surnames(spellings), set[str]()
    for one in spellings:
        other = _twin(one, spellings, surnames)
        if other and fold_name(surname(one.name)) not in told:
            told |= {fold_name(surname(one.name)), fold_name(surname(other.name))}
            yield _flag(case, one, other.name, ())
    for one, stored in _stored_twins(case, spellings):
        if fold_name(surname(one.name)) not in told:
            told.add(fold_name(surname(one.name)))
            evidence = Evidence(stored.name, source=stored.source, outlet=stored.outlet, link=stored.link)
            yield _flag(case, one, stored.name, (evidence,))


def _flag(case: Case, one: _Spelling, other: str, evidence: tuple[Evidence, ...]) -> Flag:
    where = "in a verified article" if evidence else "elsewhere in the draft"
    message = f"“{one.name}” here, “{other}” {where}. Check the spelling."
    ids = tuple(
        quote.id
        for quote in case.reading.quotes
        if quote.speaker and fold_name(quote.speaker) == fold_name(one.name) and quote.speaker != other
    )
    return Flag("name_variant", Severity.QUERY, one.start, one.end, message, ids, evidence)


def _spellings(names: tuple[NameMention, ...]) -> list[_Spelling]:
    """Every name of the draft, by its own writing without a title, and the fullest form it stands for."""
    counts = Counter(_bare(name) for name in names)
    out: dict[str, _Spelling] = {}
    for name in names:
        bare = _bare(name)
        if bare not in out and len(bare) > 2:
            out[bare] = _Spelling(bare, name.kind, name.start, name.end, counts[bare], name.full)
    return list(out.values())


def _openers(text: str, known: list[_Spelling]) -> list[_Spelling]:
    """Words that open a sentence as its subject, as names do, and are no name yet: ``Thornqvist was away``."""
    names = {fold_name(part) for spelling in known for part in spelling.name.split()}
    out: dict[str, _Spelling] = {}
    for found in _OPENER.finditer(text):
        word = found[1]
        if fold_name(word) not in names and word not in out and not re.search(rf"\b{word.lower()}\b", text):
            count = len(re.findall(rf"\b{word}\b", text))
            out[word] = _Spelling(word, "person", found.start(1), found.end(1), count)
    return list(out.values())


def _bare(name: NameMention) -> str:
    return strip_title(name.text).removesuffix("’s").removesuffix("'s")


def _twin(one: _Spelling, spellings: list[_Spelling], surnames: list[str]) -> _Spelling | None:
    """The commoner spelling of the name, where the draft has one."""
    for other in _neighbours(one, spellings, surnames):
        rarer = (one.count, -one.start) < (other.count, -other.start)
        if rarer and _alike(one.name, one.kind, other.name, other.kind) and not _both_settled(one, other):
            return other
    return None


def _surnames(named: Iterable[_Named]) -> list[str]:
    return [fold_name(surname(one.name)) for one in named]


def _neighbours(one: _Spelling, others: Sequence[_Named], surnames: Sequence[str]) -> list[_Named]:
    """Those of many names whose surname is within a few letters of this one's, in their order."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        fold_name(surname(one.name)), surnames, scorer=OSA.distance, score_cutoff=_SLIPS, limit=None, processor=None
    )
    return [others[at] for at in sorted(at for _, _, at in found)]


def _both_settled(one: _Spelling, other: _Spelling) -> bool:
    """Whether both spellings come again and again: then they are two names, not one misspelled."""
    return one.count >= 3 and other.count >= 3


def _alike(one: str, kind: str, other: str, other_kind: str) -> bool:
    """Whether two spellings look like one name: of people by their surnames, of anything else as wholes."""
    if "place" in (kind, other_kind) or max(len(one.split()), len(other.split())) > 4:
        return False
    if _squeezed(one).endswith(_squeezed(other)) or _squeezed(other).endswith(_squeezed(one)):
        return False
    people = "person" in (kind, other_kind) and {kind, other_kind} <= {"person", "other"}
    if not people and (kind != other_kind or len(one.split()) != len(other.split())):
        return False
    if not people and kind != "work" and _grown(one, other):
        return False
    if people and any(" " not in name and is_given_name(name) for name in (one, other)):
        return False
    return near_spelling(one, other, same_kind=people or kind == "work") and _one_edit_if_short(one, other)


@lru_cache(maxsize=2_048)
def _squeezed(name: str) -> str:
    """The letters of a name without hyphens, spaces and the vowel that an ending adds (Latin, Latina)."""
    return fold_name(name).replace("-", "").replace(" ", "").rstrip("aeio")


def _grown(one: str, other: str) -> bool:
    """Whether one word is the other with another ending (Latin, Latina; Politico, politics)."""
    a, b = sorted((fold_name(one), fold_name(other)), key=len)
    return b.startswith(a[:-1])


def _one_edit_if_short(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    a, b = fold_name(surname(one)), fold_name(surname(other))
    return min(len(a), len(b)) > 4 or OSA.distance(a, b) <= 1


def _known(case: Case) -> list[KnownName]:
    """The names of the verified articles that stand behind the draft's quotes."""
    ids = {
        match.verified.article_id
        for judged in case.judged
        for match in judged.matches
        if match.verified.article_id is not None
    }
    known = dict.fromkeys(case.archive.names(sorted(ids)))
    full = {name.full for name in case.reading.names if name.kind == "person" and given(name.full)}
    for name in sorted(full):
        known |= dict.fromkeys([stored for stored in case.archive.speakers_like(name) if given(stored.name)])
    return list(known)


def _stored_twins(case: Case, spellings: list[_Spelling]) -> Iterator[tuple[_Spelling, KnownName]]:
    """The spellings of the draft with the verified name that each is nearly, where neither text has the other's."""
    known = _known(case)
    quoted = {
        (fold_name(judged.quote.speaker), match.verified.speaker)
        for judged in case.judged
        for match in judged.matches
        if judged.quote.speaker
    }
    verified = {fold_name(stored.name) for stored in known} | {fold_name(surname(stored.name)) for stored in known}
    written = {fold_name(spelling.name) for spelling in spellings}
    unseen = [stored for stored in known if fold_name(stored.name) not in written]
    surnames = _surnames(unseen)
    for one in spellings:
        if fold_name(one.name) in verified:
            continue
        settled = fold_name(surname(one.name)) in verified
        for stored in _neighbours(one, unseen, surnames):
            if settled and " " not in stored.name:
                continue
            if _alike(one.name, one.kind, stored.name, stored.kind) and _one_bearer(one, stored, quoted):
                yield one, stored
                break


def _one_bearer(one: _Spelling, stored: KnownName, quoted: set[tuple[str, str | None]]) -> bool:
    """Whether a surname of the draft can be the stored person's: by its own given name, or the words both are given."""
    if " " in one.name or not given(stored.name):
        return True
    if given(one.full):
        return near_spelling(one.full, stored.name, same_kind=True)
    return (fold_name(one.name), stored.name) in quoted
