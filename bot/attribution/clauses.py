"""Whether quoted words hold a whole clause of the speaker's, or are a fragment in the reporter's sentence.

A clause has a subject and a finite verb of its own near its beginning; a verb inside a relative clause (``the
school where they do well``) does not make one.  Told by closed classes of words, so that it is fast and the
same on any subject.
"""

from __future__ import annotations

import re

from bot.attribution.assign import How
from bot.attribution.carry import Attributed
from bot.attribution.word_kinds import FINITE
from bot.language.tables import word_set
from bot.models import Kind
from bot.tongues.tongue import Tongue

_SUBJECTS = word_set(
    """
    i we you he she it they there this that these those who what nobody somebody everybody everyone
    nothing something everything someone anyone anybody mine ours yours
    """
)
_CONTRACTED = re.compile(
    r"(?:i|we|you|he|she|it|they|there|that|this|who|what|here|where|how|[a-z]+)'(?:m|re|s|ve|ll|d)$"
)
_QUESTION = word_set(
    """
    am is are was were have has had do does did will would shall should can could may might must isn't
    aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't
    """
)
_IMPERATIVES = word_set(
    """
    let don't stop keep go get give make take tell look listen come leave wait please vote stay be do
    try remember imagine ask put call trust believe think say show send bring build
    """
)
_SKIPPED = word_set(
    """
    and but or so because if when while as although though well yes no oh yeah look now then not even
    just also only maybe perhaps frankly honestly obviously really actually again still that whether
    once unless until since where how why nor plus hey okay ok sure right first today tomorrow never always
    """
)
_STOPS = word_set("of in on at for from with by to about into who which whose whom where")
_DETERMINERS = word_set("the a an my our your his her their its this these those every some many most no all each one")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_REACH = 14
_FEWEST = 3


def kind_of(found: Attributed, inner: str) -> Kind:
    """Whether a quote is direct: a whole clause, or a full utterance such as “No,” said Lee."""
    if holds_clause(inner, found.row.tongue) or _utterance(found, inner):
        return Kind.DIRECT
    return Kind.PARTIAL


def _utterance(found: Attributed, inner: str) -> bool:
    """Whether the words stand as a sentence of their own: capitalised, and joined to their cue by a mark."""
    if not (inner[:1].isupper() or inner[:1].isdigit() or inner[:1] in "…["):
        return False
    tie, row, at = found.tie, found.row, found.item
    if tie is None or (tie.event is None and tie.how is not How.AFTER):
        return False
    start, _ = row.sentence_of(at)
    if not row.codes[start:at].strip("Q,-"):
        return tie.how in (How.AFTER, How.FLOATING, How.LEAD_IN, How.CARRIED)
    if tie.how is How.LEAD_IN:
        return row.codes[at - 1] == ":"
    return tie.how is How.BEFORE and row.codes[at - 1] in ":," and bool(tie.event and tie.event.plain)


def holds_clause(words: str, tongue: Tongue | None = None) -> bool:
    """Whether the words hold a whole clause in one of their sentences; other languages are told by a finite verb."""
    if tongue is not None:
        read = [word.casefold() for word in _WORD.findall(words)]
        return len(read) >= _FEWEST and any(word in tongue.finite for word in read)
    plain = words.replace("’", "'").replace("‘", "'")
    return any(_clause(part) for part in re.split(r"[.!?;:—–…]+\s*", plain)[:8])


def _clause(sentence: str) -> bool:
    """Whether a sentence begins, after linking words and an adverbial, with a subject and its finite verb."""
    found = [(word.group().casefold(), word.start()) for word in _WORD.finditer(sentence[:400])]
    words = [word for word, _ in found]
    at = 0
    while at < len(words) - 1 and words[at] in _SKIPPED:
        if words[at] == "that" and at + 1 < len(words) and words[at + 1] in FINITE:
            break
        at += 1
    if at < len(words) and words[at] in _IMPERATIVES and len(words) - at >= 2 and words[at] not in _SKIPPED:
        return sentence[:1].isupper() or words[at] in ("let", "don't")
    return _subject_and_verb(words, at) or _after_adverbial(sentence, found, at)


def _subject_and_verb(words: list[str], at: int) -> bool:
    if at >= len(words):
        return False
    if _CONTRACTED.match(words[at]) and len(words) > at + 1:
        return words[at].partition("'")[0] in _SUBJECTS | {"here", "where", "how"} or "'ll" in words[at]
    if words[at] in _SUBJECTS:
        following = words[at + 1 : at + 4]
        return bool(following) and (following[0] not in _STOPS or any(word in FINITE for word in following))
    return _noun_and_verb(words, at)


def _noun_and_verb(words: list[str], at: int) -> bool:
    """Whether a noun group begins here and a finite verb follows it before any relative clause."""
    if words[at] in FINITE:
        return words[at] in _QUESTION and _inverted(words, at)
    for number in range(at + 1, min(len(words), at + _REACH)):
        word = words[number]
        if word in ("who", "which", "whose", "whom", "where", "that") or (word == "to" and number == at + 1):
            return False
        if word in FINITE or word.endswith("n't"):
            return True
        if _CONTRACTED.match(word) and not word.endswith("'s"):
            return True
    return False


def _inverted(words: list[str], at: int) -> bool:
    """Whether a question begins here: is it, do you."""
    if at + 1 >= len(words):
        return False
    return words[at + 1] in _SUBJECTS or (words[at + 1] in _DETERMINERS and words[at] not in ("have", "has", "had"))


def _after_adverbial(sentence: str, found: list[tuple[str, int]], at: int) -> bool:
    """Whether a clause stands after an opening group that a comma ends (In Fisher, the dissent was)."""
    for comma in [mark.start() for mark in re.finditer(",", sentence[:300])][:8]:
        later = [word for word, start in found if start > comma]
        while later and later[0] in _SKIPPED:
            later.pop(0)
        if not later or later[0] in ("who", "what", "that"):
            continue
        opens = later[0] in _SUBJECTS or later[0] in _DETERMINERS or _CONTRACTED.match(later[0])
        if opens and _subject_and_verb(later, 0):
            return True
    return False
