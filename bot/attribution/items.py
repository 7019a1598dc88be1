"""The reporter's text of a paragraph as a row of items: words by their kind, names and quotes as one item each.

The kind of an item is one letter, so that a row can be read as a string (``codes``) and rules can be short:

====  =======================================  ====  ==========================================
Q     a quote                                  N     a proper name
P     he, she, they, I, we, it                 H     who, which, that after a name
V     a finite cue verb (said, called)         G     a cue participle (saying, calling)
B     a cue verb's base form (say)             X     has, was, would, did, n't
A     an adverb                                D     the, a, his, some
J     a preposition                            C     and, or, but
S     that, as, because, while, if             T     a title or a role (Mr., Senator, the farmer)
M     him, them, us                            9     a figure
w     another word
'     the possessive s                         .,:;-()  punctuation, dashes as one
====  =======================================  ====  ==========================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.attribution.cues import GOING_ON, PLAIN
from bot.attribution.foreign import foreign_words
from bot.attribution.word_kinds import COUNTED, KINDS, NOT_ADVERBS, NOUN_TOO, PLAIN_BASES, PRONOUNS
from bot.marks.single import Marked
from bot.marks.structure import Paragraph
from bot.models import NameMention
from bot.tongues.tongue import Tongue

_TOKEN = re.compile(
    r"(?>[^\W\d_]\w*+(?:['’-][^\W_]++)*+)(?!\.)|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Lt|Gen|Col|Capt|Maj|Sgt|Rev|Hon|St|Jr|Sr|Det|Insp|Supt|Cllr|Inc|Co|Corp|"
    r"No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|"
    r"Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=$)"
    r"|[^\W\d_]\w*(?:['’-][^\W_]+)*|\d+(?:-[^\W\d_]+)+|\d[\d,.]*\d(?:\w+)?|\d\w*|--+|\.\.+|[^\w\s]"
)


_new = tuple.__new__  # an item a word: the named constructor costs three times as much
_SCALES = frozenset(("hundred", "thousand", "million", "billion"))
_VERBS = frozenset("VBG")
_SETTING_OUT = frozenset(("continue", "continues", "continued", "begin", "begins", "began"))
_CAN_END = re.compile(r"[.Q]")
_UNSETTLED = NOUN_TOO | _SETTING_OUT | {"to", "once"} | {verb for verbs in GOING_ON.values() for verb in verbs}
_CHUNK = re.compile(r"\S{1,400}")
_LONGEST = 400
"""The most items of a sentence; what is longer (a list of a thousand names) is read as several, in linear time."""


class Item(NamedTuple):
    """One item of a row: its letter, its word in lower case, its place, and which name or quote it is.

    Of a quote, ``low`` is the last character between the marks.
    """

    code: str
    low: str
    start: int
    end: int
    ref: int = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as items, with its sentences as half-open spans of item numbers; ``tongue`` is None for English."""

    items: tuple[Item, ...]
    codes: str
    sentences: tuple[tuple[int, int], ...]
    tongue: Tongue | None = None

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The sentence that holds an item."""
        number = self.sentence_number(at)
        return self.sentences[number] if 0 <= number else (0, len(self.items))

    def sentence_number(self, at: int) -> int:
        """The number of the sentence that holds an item, -1 before the first."""
        return bisect_right(self.sentences, at, key=lambda span: span[0]) - 1


def read_row(
    text: str,
    paragraph: Paragraph,
    quotes: Sequence[tuple[int, Marked]],
    names: Sequence[tuple[int, NameMention]],
    tongue: Tongue | None = None,
) -> Row:
    """The items of a paragraph, given the quotes and names that stand in it (with their numbers), in order."""
    items: list[Item] = []
    at = paragraph.start
    kinds = {number: name.kind for number, name in names}
    solid = [(mark.outer_start, mark.outer_end, "Q", number) for number, mark in quotes]
    solid += [(name.start, name.end, "N", number) for number, name in names]
    for start, end, code, number in sorted(solid):
        if start < at:
            continue
        _words(text, at, start, items, tongue)
        low = text[start:end].casefold() if code == "N" else text[max(start, end - 6) : end].rstrip("\"”’'»“ ")[-1:]
        if code == "N" and items and items[-1].code == "," and kinds[number] == "place":
            code = "w"
        items.append(Item(code, low, start, end, number))
        at = end
    _words(text, at, paragraph.end, items, tongue)
    _settle(items) if tongue is None else _settle_foreign(items, tongue)
    codes = "".join([item[0] for item in items])
    return Row(tuple(items), codes, _sentences(text, items, codes), tongue)


def _settle(items: list[Item]) -> None:
    """Read anew what the words after it decide: the ``to`` of a call to the council, a site that notes: “…”."""
    for at in [at for at, item in enumerate(items[:-1]) if item[1] in _UNSETTLED]:
        item, following = items[at], items[at + 1]
        if item.low == "to" and following.code in "DNTM9":
            items[at] = item._replace(code="J")
        elif item.low == "once":
            items[at] = item._replace(code="A" if following.code in "VX" else item.code)
        elif (item.code == "w" and item.low in NOUN_TOO and at and _tells(items, at)) or (
            item.code in "wV" and item.low in GOING_ON.get(following.low, ()) and _goes_on(items, at)
        ):
            items[at] = item._replace(code="V")
        elif item.code in "VB" and item.low in _SETTING_OUT and following.low == "to":
            items[at] = item._replace(code="w")


def _tells(items: list[Item], at: int) -> bool:
    """Whether what may be a noun is a verb by what follows: the site notes: “…”; the report, by Vale, calls it …"""
    before, following = items[at - 1].code, items[at + 1].code
    if before == ",":
        return following in "DNPM"
    if before not in "wNT":
        return False
    if following == ".":
        return _opened_by_quote(items, at)
    ends = following == ":" and at + 2 == len(items)
    return ends or (following in ":," and at + 2 < len(items) and items[at + 2].code == "Q")


def _settle_foreign(items: list[Item], tongue: Tongue) -> None:
    """Read as a cue what means one only right after a quote: “…”, so Weber."""
    for at in range(1, len(items) - 1):
        before = items[at - 1].code if items[at - 1].code != "," or at == 1 else items[at - 2].code
        if items[at].low in tongue.after_quote and before == "Q" and items[at + 1].code in "NTD":
            items[at] = items[at]._replace(code="V", low="said")


def _goes_on(items: list[Item], at: int) -> bool:
    """Whether a verb with its small word stands before or after a quote: he shot back, “No.”; “No,” he went on."""
    after = at + 2
    while after < len(items) and items[after].code == "A":
        after += 1
    if after + 1 < len(items) and items[after].code in ",:" and items[after + 1].code == "Q":
        return True
    return any(item.code == "Q" for item in items[max(0, at - 5) : at]) or after >= len(items)


def _opened_by_quote(items: list[Item], at: int) -> bool:
    """Whether the sentence of an item begins with a quote, eight items back at most."""
    for back in range(at - 1, max(-1, at - 9), -1):
        if items[back].code == "Q":
            return True
        if items[back].code in ".:;":
            return False
    return False


def _words(text: str, start: int, end: int, items: list[Item], tongue: Tongue | None) -> None:
    if tongue is not None:
        items.extend(Item(*found) for found in foreign_words(text, start, end, tongue))
        return
    append = items.append
    for chunk in _CHUNK.finditer(text, start, end):
        here = chunk.start()
        for code, low, cut, at, to in _tokens(chunk.group()):
            first = here + at
            if cut:
                _two(code, low, first, cut, here + to, items)
            elif code == "'":
                if items and items[-1].end == first:
                    append(Item("'", "'s", first, first + 1))
            elif low == "s" and first and text[first - 1] in "'’":
                continue
            else:
                if code in _VERBS and items and _reads_as_noun(low, code, items):
                    code = "w"
                append(_new(Item, (code, low, first, here + to, -1)))


@lru_cache(maxsize=8_192)
def _tokens(chunk: str) -> tuple[tuple[str, str, int, int, int], ...]:
    """The tokens of what stands between two spaces: letter, lower case, where it is cut in two, and place in it."""
    return tuple((*_reading(found.group()), *found.span()) for found in _TOKEN.finditer(chunk))


def _two(code: str, low: str, start: int, cut: int, end: int, items: list[Item]) -> None:
    """A word with its 's or contracted verb as two items."""
    if code in "VBG" and items and _reads_as_noun(low, code, items):
        code = "w"
    items.append(Item(code, low, start, start + cut))
    items.append(Item("X" if code == "P" else "'", "'s", start + cut, end))


@lru_cache(maxsize=8_192)
def _reading(raw: str) -> tuple[str, str, int]:
    """A token's letter, its lower case, and where it is cut in two (she | 's, council | 's), 0 where it is not."""
    low = raw.casefold().replace("’", "'")
    if low == "'":
        return "'", low, 0
    if raw == "US":
        return "w", low, 0
    head, _, tail = low.partition("'")
    if tail and (head in PRONOUNS or (tail == "s" and low not in KINDS)):
        return KINDS.get(head) or _unlisted(head, raw), head, len(head)
    return KINDS.get(low) or KINDS.get(low.rstrip("."), "") or _unlisted(low, raw), low, 0


def _reads_as_noun(low: str, code: str, items: list[Item]) -> bool:
    """Whether a cue's form is no verb here: the claims, a swiftly called meeting, comments without a subject."""
    before = items[-1]
    if before.code == "A" and len(items) > 1 and items[-2].low in ("a", "an", "the"):
        return True
    if before.code in "D'" or before.low in ("of", "no"):
        plural = low.endswith("s") and before.low not in ("one", "another", "each")
        return before.low not in COUNTED or (code == "V" and (low in NOUN_TOO or plural))
    if before.code == "9" or before.low in _SCALES:
        return low.endswith("s")
    if code == "B" and before.low in COUNTED:
        return low == "state" or (before.low == "one" and len(items) > 1 and items[-2].code == "J")
    if code == "B":
        bare = before.code == "w" and before.low.endswith("s") and low in PLAIN_BASES
        return before.code not in "XAPH" and not bare and not (before.code == "N" and low in PLAIN_BASES)
    if before.code == "," and len(items) > 1 and items[-2].code == "Q":
        return False
    return code == "V" and low in NOUN_TOO and before.code not in "NPAXHCQ" and before.low != "that"


def _unlisted(low: str, raw: str) -> str:
    if raw[0].isdigit():
        return "9"
    if not raw[0].isalnum():
        return "-" if raw.startswith("--") or raw.startswith("..") else raw if raw in ".,:;()'" else "w"
    if low.endswith("ly") and low not in NOT_ADVERBS:
        return "A"
    return "w"


def _sentences(text: str, items: list[Item], codes: str) -> tuple[tuple[int, int], ...]:
    """Where sentences end: at a stop, or at a quote that ends in one before a capital."""
    spans, start, last = [], 0, len(items) - 1
    for found in _CAN_END.finditer(codes):
        at = found.start()
        while at - start > _LONGEST:
            spans.append((start, start + _LONGEST + 1))
            start += _LONGEST + 1
        if at == last or (_stops(text, items, at) if found.group() == "." else _quote_stops(text, items, at)):
            spans.append((start, at + 1))
            start = at + 1
    while start <= last:
        spans.append((start, min(last, start + _LONGEST) + 1))
        start = spans[-1][1]
    return tuple(spans)


def _stops(text: str, items: list[Item], at: int) -> bool:
    follows = text[items[at + 1].start]
    spaced = items[at].end < items[at + 1].start
    return (spaced and not follows.islower()) or items[at + 1].code == "Q"


def _quote_stops(text: str, items: list[Item], at: int) -> bool:
    """Whether the sentence ends with a quote: it holds its own stop, and no cue comes after it."""
    if items[at].low not in (".", "!", "?", "…"):
        return False
    following = items[at + 1]
    if following.code in ",;:-)" or text[following.start].islower():
        return False
    if (following.code in "QP" and following.low != "i") or items[at].low == ".":
        return True
    return not _cue_ahead(items, at + 1)


def _cue_ahead(items: list[Item], first: int) -> bool:
    """Whether the words after a question or a cry are its cue (“Why?” Ann Lee, a nurse in Hull, said.)."""
    for at in range(first, min(len(items), first + 30)):
        if items[at].code in "Q.:;":
            return False
        if items[at].code == "V":
            near = items[at + 1].code if at + 1 < len(items) else "."
            return at <= first + 1 or (items[at].low in PLAIN and near in ".,JASwQ9")
    return False
