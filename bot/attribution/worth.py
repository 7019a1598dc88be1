"""Whether marks quote somebody, or set off a title, a nickname, a piece of jargon or a word used with a smile.

Outside the body only a whole clause counts.  Within it the tie to a speaker decides, with the length of the
words and what stands right before and after them.
"""

from __future__ import annotations

from bot.attribution.assign import How
from bot.attribution.carry import Attributed
from bot.attribution.clauses import holds_clause
from bot.attribution.cues import NAMING, NAMING_ING
from bot.attribution.items import Row
from bot.language.tables import word_set
from bot.marks.structure import Role
from bot.models import Kind
from bot.names.words import WORKS

_TITLE_LEADS = word_set(
    """
    on in titled entitled called dubbed nicknamed show film movie book novel song album series podcast
    musical program programme play magazine newsletter blog website opera starring hosts host of's watch
    watching to
    """
)
_MENTIONED = word_set(
    """
    word words phrase phrases term terms name title nickname label so-called self-styled self-described
    known slogan
    """
)
_AFTER_TITLE = word_set(
    """
    by show program programme film movie book podcast column tour star stars host author actor actress singer
    creator director presenter hitmaker producer
    """
)
_POINTING = word_set(
    """
    the this these that its their of and or so-called such known
    """
)
_PREDICATING = word_set("is are was were be been being a an as")
_SMALL = word_set("the and for with from into over but nor than via upon")
_STEERING = How.AFTER, How.BEFORE, How.FLOATING
_SHORT = 3
_NAMED_ANY = NAMING | NAMING_ING
_ARM = 2
_FAR = 8


def quotes_somebody(text: str, found: Attributed, inner: str, kind: Kind, role: Role) -> bool:
    """Whether the words of a pair of marks (``inner``) are somebody's."""
    if not any(ch.isalnum() for ch in inner):
        return False
    at, row = found.item, found.row
    opening = row.items[at].start
    if text[opening] == "`" and text[row.items[at].end - 1] == "`":
        return False
    if text[max(0, opening - 2) : opening].rstrip().endswith("=") or _nickname(found) or _by_line(found):
        return False
    if role in (Role.HEADLINE, Role.CAPTION, Role.LINK):
        return (
            holds_clause(inner, row.tongue)
            and len(inner.split()) > 2
            and (_capitalised(text, found) or not _title_case(inner))
        )
    if kind is Kind.DIRECT and not _title_case(inner):
        return True
    if found.tie is None or found.speaker is None:
        return kind is Kind.DIRECT and len(inner.split()) > 3 and not _title(found, inner)
    return _fragment(found, inner, len(inner.split()))


def _fragment(found: Attributed, inner: str, size: int) -> bool:
    """Whether a fragment is somebody's: by its cue, or as the predicate of a subject right before it."""
    tie, row, at = found.tie, found.row, found.item
    before = row.items[at - 1] if at else None
    if tie is None or _title(found, inner):
        return False
    if before is not None and before.low in _MENTIONED and tie.how not in _STEERING:
        return False
    if size <= _SHORT and before is not None and (before.low in _MENTIONED or _byname(found) or _term(found)):
        return False
    if tie.event is None:
        return size > _SHORT or _said_of_somebody(found, inner, size)
    if size <= _SHORT and tie.how is How.BOUND and tie.gap() > _FAR and not tie.event.plain:
        return before is None or before.low not in ("a", "an") or tie.event.cue in _NAMED_ANY
    return tie.how is not How.CARRIED or size > _SHORT


def _byname(found: Attributed) -> bool:
    """Whether the words are a name that somebody goes by: known to her neighbours as “the Duchess”."""
    at, items = found.item, found.row.items
    return items[at - 1].low == "as" and any(item.low in ("known", "nicknamed") for item in items[max(0, at - 8) : at])


def _term(found: Attributed) -> bool:
    """Whether the words are a term of art (bands, which specialists call “scar maps”) or hold a noun at a distance."""
    at, row, tie = found.item, found.row, found.tie
    if tie is not None and tie.event is not None and tie.event.cue in ("call", "calls"):
        first = tie.subject.first
        return first > 0 and row.items[first - 1].low in ("which", "that") and row.items[at - 1].low == tie.event.cue
    follows = row.codes[at + 1 : at + 2]
    return (
        row.codes[at - 1] == "D"
        and row.items[at - 1].low in ("a", "an")
        and follows in ("w", "T")
        and (tie is None or tie.gap() > _ARM)
    )


def _said_of_somebody(found: Attributed, inner: str, size: int) -> bool:
    """Whether a short fragment without a cue is its subject's: his predicate (who “liked it”), or a name's a “…”."""
    row, at, tie = found.row, found.item, found.tie
    before = row.items[at - 1] if at else None
    if before is None or tie is None or not inner[:1].islower():
        return False
    if before.code in "HPXN" and size == _SHORT:
        return True
    if before.code == "w" and row.codes[at + 1 : at + 2] in ("w", "S", "H"):
        return False
    return tie.subject.kind != "phrase" and before.low not in _POINTING


def _title(found: Attributed, inner: str) -> bool:
    """Whether the words look like a title: capitalised throughout, and introduced or followed as titles are."""
    if not _title_case(inner):
        return False
    row, at, tie = found.row, found.item, found.tie
    opens = not row.codes[row.sentence_of(at)[0] : at].strip("Q,-")
    if opens and tie is not None and tie.event is not None and tie.how is How.AFTER and row.items[at].low in ",?!":
        return False
    before = row.items[at - 1] if at else None
    after = row.items[at + 1] if at + 1 < len(row.items) else None
    if before is not None and (before.code == "'" or before.low in _TITLE_LEADS or before.low in WORKS):
        return True
    if before is not None and before.code == "," and at > 1 and row.items[at - 2].low in WORKS:
        return True
    if after is not None and after.code == "," and [item.low for item in row.items[at + 2 : at + 3]] == ["by"]:
        return True
    if before is not None and _predicate(before.low) and not (after is not None and after.code in "wTN"):
        return False
    if after is not None and (after.low in _AFTER_TITLE or after.low in WORKS):
        return True
    if tie is None or tie.event is None or tie.how not in (How.BEFORE, How.AFTER, How.FLOATING, How.LEAD_IN):
        return True
    named = tie.event.cue in NAMING or tie.event.cue in NAMING_ING
    return not named and not tie.event.plain and before is not None and before.code not in ":,"


def _predicate(low: str) -> bool:
    """Whether what stands before the marks makes their words a predicate: was “Mexican”, called her a “Stalinist”."""
    return low in _PREDICATING


def _title_case(inner: str) -> bool:
    """Whether every word of meaning begins with a capital, the first word included."""
    words = [word.strip("\"'“”‘’.,!?:;()") for word in inner.split()]
    long_words = [word for word in words if len(word) > 2 and word[0].isalpha() and word not in _SMALL]
    if not long_words or not all(word[0].isupper() for word in long_words):
        return False
    return len(words) <= 12 and words[0][:1].isupper() and (len(long_words) > 1 or len(words) <= 3)


def _by_line(found: Attributed) -> bool:
    """Whether the words are the headline of somebody's piece: “Met closes early,” by the Post's Ann Lee."""
    row, at = found.row, found.item
    after = at + 2 if row.codes[at + 1 : at + 2] == "," else at + 1
    closed = row.codes[at + 1 : at + 2] == "," or row.items[at].low == ","
    return closed and row.codes[after + 1 : after + 2] == "N" and row.items[after].low == "by" and not _cued(row, at)


def _cued(row: Row, at: int) -> bool:
    """Whether a cue stands before the quote in its row."""
    return any(code in "VGB" for code in row.codes[:at])


def _capitalised(text: str, found: Attributed) -> bool:
    """Whether the headline round the marks capitalises its own words as well."""
    words = [item for item in found.row.items if item.code != "Q" and item.end - item.start > 3]
    return bool(words) and sum(text[item.start].isupper() for item in words) >= 0.7 * len(words)


def _nickname(found: Attributed) -> bool:
    """Whether the marks stand inside a name: William “Buck” Hale."""
    codes, at = found.row.codes, found.item
    if found.row.items[at].low in ".,!?":
        return False
    if not 0 < at < len(codes) - 1 or codes[at - 1] != "N" or codes[at + 1] != "N":
        return False
    items = found.row.items
    return items[at].start - items[at - 1].end <= 1 and items[at + 1].start - items[at].end <= 1
