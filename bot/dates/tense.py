"""Whether the clause round a date tells what has happened or what is to come.

``The hearing began on Thursday`` and ``the hearing will begin on Thursday`` mean two Thursdays; newspapers
name neither year nor week where the verb says it.  The verb group nearest before the date decides, and where
none stands before it, the first one after.
"""

from __future__ import annotations

import re
from collections import deque
from enum import StrEnum
from functools import lru_cache

from bot.language.sentences import sentences


class Tense(StrEnum):
    """The side of publication on which the clause stands."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


IRREGULAR = frozenset(
    "was were had did went came said told met won lost began took gave made found left held ran fell rose saw "
    "sold bought brought built burnt sank sent set-up spoke stood struck shot stole swore swept taught thought threw "
    "wrote became broke chose cut drew drove flew fought forgot froze got grew hid hung kept knew laid led lay lit "
    "paid put quit read rode rang sang sat shook shut slept slid sought spent split spread sprang stuck swam tore "
    "woke wore withdrew overtook undertook heard fled beat bore bid bound bred caught crept dealt dug ate fed felt "
    "hit hurt lent meant sued shone shrank spun stank strode swung wept wound".split()
)
_FUTURE = (
    r"will|won[’']t|shall|[’']ll|would|may|might|must|should|(?:is|are)\sto|going\sto|due(?!\sto\b)|"
    r"due\sto\s(?!the\b|a\b)|scheduled|"
    r"slated|planned|expected|upcoming|forthcoming|planning|preparing|plans?|set\sto|intends?\sto|wants?\sto|"
    r"hopes?\sto|(?:likely|supposed)\sto|"
    r"expects?|expires?|deadline|begins?|starts?|opens|ends|closes|takes?\s(?:place|effect)|runs|launches|returns|"
    r"kicks?\soff|goes|comes|meets?|ahead\sof|payable|maturing|"
    r"to\s(?:be|begin|start|open|close|meet|vote|take|hold|decide|run|visit|return|appear|play|face|leave|arrive|"
    r"report|present|announce|consider|discuss)"
)
_RESOLVES = (
    r"(?:decided|agreed|voted|vowed|pledged|promised|threatened|ordered|asked|urged|hoped|wanted|"
    r"(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)planned)\sto"
)
_CUE = re.compile(
    rf"(?<![\w’'])(?:(?P<resolves>{_RESOLVES})(?!\w)|(?P<future>{_FUTURE})(?!\w)|(?P<past>[a-z]{{2,}}ed|telling|saying|adding|{'|'.join(sorted(IRREGULAR))}|has|"
    rf"since)(?!\w))"
)
_NO_VERB = re.compile(r"\b(?:the|an?|of|with|his|her|their|its|our|by|be|newly|recently|so-called|for|heavily)\s$")
_INFINITIVE = re.compile(r"\b(?:will|would|to)\s(?:[a-z]+\s){0,2}(?:get|getting|be|being)\s$")
_BY = re.compile(r"\bby\s(?:the\s)?$")
_UNTIL = re.compile(r"\b(?:until|till|ahead of)\s(?:the\s)?(?:early\s|late\s|mid-)?$")
_THEN = re.compile(r"\b(?:as\ssoon\sas|once|until)\s[^,;.:“”\"]*$")
_THROUGH = re.compile(r"\bthrough\s(?:the\s)?$")
_FROM = re.compile(r"\b(?:from|between)\s[^.;]{0,40}$")
_NEITHER = frozenset("need indeed speed feed seed need breed proceed exceed succeed united red bed shed".split())
_WINDOW = 160  # characters on either side: a verb farther off belongs to another clause


def last_match(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The last place in ``text[start:end]`` where a pattern matches."""
    found = deque(pattern.finditer(text, start, len(text) if end is None else end), maxlen=1)
    return found[0] if found else None


@lru_cache(maxsize=256)
def tense(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds the span ``text[start:end]``.

    ``agreed on Thursday to meet`` dates the past deed, ``agreed to meet on Thursday`` what is to come.
    """
    left, right = sentence_round(text, start)
    if _THROUGH.search(text, max(left, start - 12), start) and not _FROM.search(text, max(left, start - 60), start):
        return Tense.UNKNOWN
    if _UNTIL.search(text, max(left, start - 20), start):
        return Tense.FUTURE
    before = _cues(text, max(left, start - _WINDOW), start)
    then = _THEN.search(text, max(left, start - 60), start)
    if then and Tense.FUTURE in _cues(text, max(left, start - _WINDOW), then.start()):
        return Tense.FUTURE
    if _BY.search(text, max(left, start - 12), start) and Tense.PAST not in before[-1:]:
        return Tense.FUTURE
    if text.startswith(("'s", "’s"), end):
        return Tense.PAST
    if before:
        return before[-1]
    after = _cues(text, end, min(right, end + _WINDOW), ahead=True)
    return after[0] if after else Tense.UNKNOWN


def sentence_round(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds this place, as a span."""
    spans = sentences(text)
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= at:
            low = middle + 1
        else:
            high = middle
    return spans[low] if low < len(spans) else (at, len(text))


def _cues(text: str, start: int, end: int, ahead: bool = False) -> list[Tense]:
    found = []
    for cue in _CUE.finditer(text, start, end):
        if cue["resolves"]:
            found.append(Tense.PAST if ahead else Tense.FUTURE)
        elif cue["future"]:
            found.append(Tense.FUTURE)
        elif not _adjective(text, cue):
            found.append(Tense.PAST)
    return found


def _adjective(text: str, cue: re.Match[str]) -> bool:
    """Whether a word in -ed is no verb here (``the injured``), or belongs to an infinitive (``going to get hurt``)."""
    word = cue["past"]
    if _INFINITIVE.search(text, max(0, cue.start() - 40), cue.start()):
        return True
    if not word.endswith("ed"):
        return False
    return word in _NEITHER or _NO_VERB.search(text, max(0, cue.start() - 12), cue.start()) is not None
