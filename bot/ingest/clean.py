"""Page furniture: the lines of a pasted page that are not the article, by whole lines and with a reason.

A line that stands inside quotation marks, or carries words in them, is kept: a wrongly dropped quote is
worse than a line of furniture.  The exceptions are links to other stories, whose quotes are not this
article's, and captions whose few marked words the article has elsewhere too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest import furniture_rules as rules
from bot.ingest.furniture_shapes import is_credit, reason_to_drop
from bot.ingest.lines import Line, lines
from bot.models import Dropped

_MARKS = re.compile(r"[\"“”«»„]")
_MARKED = re.compile(
    r"[\"“„«]([^\"”»\n]{1,200})[\"”»]|(?<!\w)['‘]([^'‘’\n]{1,200}(?:[’'](?=\w)[^'‘’\n]{1,60})*)['’](?!\w)"
)
_OPENING_SINGLE = re.compile(r"(?<!\w)‘")
_CLOSING_SINGLE = re.compile(r"’(?!\w)")
_HEADS_LINKS = re.compile(
    r"(?:read more|related|recommended|more (?:on|from|in|about)|most (?:read|popular)|trending|top stories|latest"
    r"|you (?:may|might)|don[’']t miss|editor|up next|also in the news|from around|promoted|sponsored stories"
    r"|what to read)",
    re.I,
)
_FRAGMENT = 3
"""The most words in marks that are no clause of their own (contract §1: in captions only a clause is a quote)."""


def furniture(text: str) -> tuple[Dropped, ...]:
    """The furniture lines of a text in order, each a whole line (code points, half-open, without the line end)."""
    found = lines(text)
    quoted = _inside_marks(text, found)
    reasons = [None if inside else _reason(line) for line, inside in zip(found, quoted, strict=True)]
    if found and rules.GENRE.match(found[0].words):
        reasons[0] = None
    _mark_continuations(found, reasons)
    _mark_pictures(text, found, reasons, quoted)
    _mark_link_lists(found, reasons, quoted)
    return tuple(Dropped(line.start, line.end, reason) for line, reason in zip(found, reasons, strict=True) if reason)


def _reason(line: Line) -> str | None:
    reason = reason_to_drop(line.words)
    if reason is None or reason == rules.LINK:
        return reason
    if _MARKS.search(line.words) or any(len(part.split()) > _FRAGMENT for part in _marked(line.words)):
        return None
    return reason


def _inside_marks(text: str, found: Sequence[Line]) -> list[bool]:
    """For each line, whether a quotation that opened on a line before it is still open at its start."""
    inside: list[bool] = []
    curly = straight = single = False
    next_curly = _next_curly(text, found)
    for at, line in enumerate(found):
        if line.after_blank:
            straight = single = False
        inside.append(straight or single or (curly and next_curly[at] == "”"))
        words = line.words
        straight ^= words.count('"') % 2 == 1
        if "“" in words or "”" in words:
            curly = words.rfind("“") > words.rfind("”")
        if "‘" in words or single:
            opened, closed = _last(_OPENING_SINGLE, words), _last(_CLOSING_SINGLE, words)
            single = opened > closed if max(opened, closed) >= 0 else single
    return inside


def _next_curly(text: str, found: Sequence[Line]) -> list[str]:
    """For each line, the first curly mark in it or after it."""
    marks: list[str] = []
    upcoming = ""
    for line in reversed(found):
        mark = re.search("[“”]", line.words)
        upcoming = mark.group() if mark else upcoming
        marks.append(upcoming)
    return marks[::-1]


def _last(mark: re.Pattern[str], words: str) -> int:
    places = [found.start() for found in mark.finditer(words)]
    return places[-1] if places else -1


def _mark_continuations(found: Sequence[Line], reasons: list[str | None]) -> None:
    """``Sign up for your`` runs on in the next line when that one starts in lower case."""
    for at in range(1, len(found)):
        line = found[at]
        if (
            reasons[at] is None
            and reasons[at - 1] == rules.NEWSLETTER
            and not line.after_blank
            and not found[at - 1].ends_sentence
            and line.words[0].islower()
            and line.count <= 12
            and not _MARKS.search(line.words)
        ):
            reasons[at] = rules.NEWSLETTER


def _mark_pictures(text: str, found: Sequence[Line], reasons: list[str | None], quoted: Sequence[bool]) -> None:
    """What stands round ``Source: MEGA``: the picture's description above it, its caption below it."""
    for at, line in enumerate(found):
        if reasons[at] != rules.CREDIT or not is_credit(line.words):
            continue
        above, below = at - 1, at + 1
        if above >= 0 and not quoted[above] and reasons[above] is None and _describes(found[above], line):
            reasons[above] = rules.CAPTION
        if below < len(found) and not quoted[below] and reasons[below] is None and not found[below].words.isupper():
            between_furniture = below + 1 < len(found) and bool(reasons[below + 1])
            if between_furniture and _is_caption(text, found[below]):
                reasons[below] = rules.CAPTION


def _describes(line: Line, credit: Line) -> bool:
    if credit.after_blank or line.ends_sentence or line.count > 25:
        return False
    return not _MARKED.search(line.words) and not _MARKS.search(line.words)


def _is_caption(text: str, line: Line) -> bool:
    """One sentence, with nothing in marks that the article does not hold in marks somewhere else."""
    if len(line.words) > 250 or re.search(r"[.!?][\"'”’]* +[A-Z]", line.words):
        return False
    return all(
        len(part.split()) <= _FRAGMENT and text.casefold().count(part.strip(".,").casefold()) > 1
        for part in _marked(line.words)
    )


def _marked(words: str) -> list[str]:
    return [found[1] or found[2] for found in _MARKED.finditer(words)]


def _mark_link_lists(found: Sequence[Line], reasons: list[str | None], quoted: Sequence[bool]) -> None:
    """Below ``Read more on …`` stand the headlines of other stories, until a line ends as a sentence does."""
    in_list = False
    for at, line in enumerate(found):
        if reasons[at] == rules.LINK and ":" not in line.words.rstrip(":"):
            in_list = bool(_HEADS_LINKS.match(line.words))
        elif in_list and reasons[at] is None:
            in_list = not (quoted[at] or line.ends_sentence or line.words.endswith(":")) and line.count <= 40
            if in_list:
                reasons[at] = rules.LINK
