"""The paragraphs of an article and what each is: body, headline, caption, link, letter or credit line.

What stands outside the body is read more strictly: there only a whole clause between marks is a quote, and
nobody need be named for it.  Lines of page furniture (``Article.dropped``) are no paragraphs at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from bot.language.paragraphs import unwrapped
from bot.models import Dropped


class Role(StrEnum):
    """What a paragraph is in the make-up of a page."""

    BODY = "body"
    HEADLINE = "headline"
    CAPTION = "caption"
    LINK = "link"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place in the text (without white space at its ends) and what it is."""

    start: int
    end: int
    role: Role = Role.BODY


_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LINK = re.compile(
    r"(?:read (?:more|also|next)|related|see also|more (?:from|on|stories|news)|also read|watch|listen)\b[^.]{0,40}:",
    re.I,
)
_CAPTION = re.compile(
    r"(?:photo(?:graph)?|picture[ds]?|image|source|credit|caption|file photo|above|below|left|right|pictured)"
    r"\b ?[:–—]|photos? (?:of|by)\b|\(?ap photo|pictured,? ",
    re.I,
)
_CREDIT = re.compile(r"(?:source|photo(?:graph)?|picture|image|credit)s? ?: ?[^.!?]{1,60}$", re.I)
_PHOTO_CREDIT = re.compile(r"\((?:AP Photo|Photo|Picture|Image|Credit)\b")
_CREDITED = re.compile(r"(?:Getty Images|/AP|/Reuters|/AFP)\)?$")
_LETTER = re.compile(
    r"(?:sir|madam|dear (?:sir|madam|editor)|to the editor)\b ?[,:–—-]|dear (?:sir|editor)|to the editor", re.I
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" ?(?:\([A-Z][\w /]{1,20}\) ?)?(?:--?|—|–) "
)
_FINISHED = re.compile(r"[.!?…:;,][\"”“’‘'»«)\]]*$|[\"”»]$")
_SPOKEN = re.compile(r"\b(?:said|says|told|added|asked|replied|wrote)\b")
_HEADLINE_WORDS = 30
_CAPTION_WORDS = 32


def paragraphs(text: str, dropped: Sequence[Dropped] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs in reading order; lines that a mail program wrapped are one paragraph again."""
    lines = unwrapped(text, _lines(text, dropped))
    out: list[Paragraph] = []
    credits = {gap.end for gap in dropped if _CREDIT.match(text[gap.start : gap.end].strip())}
    credited = letter = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        role = _role(line, number == 0, len(lines) > 1)
        credited = credited or any(not text[gap:start].strip() for gap in credits if gap <= start)
        if role is Role.BODY and credited and _one_short_sentence(line):
            role = Role.CAPTION
        letter = role is Role.LETTER or (letter and role is Role.BODY)
        dateline = _DATELINE.match(text, start, end)
        start = dateline.end() if dateline else start
        out.append(Paragraph(start, end, Role.LETTER if letter else role))
        credited = len(line) < 90 and bool(_CREDIT.match(line))
    return tuple(out)


@lru_cache(maxsize=4)
def wraps(text: str, dropped: tuple[Dropped, ...] = ()) -> tuple[tuple[int, int], ...]:
    """The white space in which a program broke the lines of a paragraph; kept, as a check asks for it twice."""
    lines = _lines(text, dropped)
    starts = {start for start, _ in unwrapped(text, lines)}
    return tuple((one[1], other[0]) for one, other in pairwise(lines) if other[0] not in starts)


def _lines(text: str, dropped: Sequence[Dropped]) -> list[tuple[int, int]]:
    gaps = sorted((gap.start, gap.end) for gap in dropped)
    out, at = [], 0
    for found in _LINE.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        while at < len(gaps) and gaps[at][1] <= start:
            at += 1
        if end > start and not (at < len(gaps) and gaps[at][0] < end):
            out.append((start, end))
    return out


def _role(line: str, first: bool, more: bool) -> Role:
    """What a line is by its own words."""
    if _LINK.match(line):
        return Role.LINK
    if _CAPTION.match(line) or ("(" in line and _PHOTO_CREDIT.search(line)) or _CREDITED.search(line, len(line) - 16):
        return Role.CAPTION
    if _LETTER.match(line):
        return Role.LETTER
    if more and _headline(line, first):
        return Role.HEADLINE
    return Role.BODY


def _headline(line: str, first: bool) -> bool:
    """Whether a line is short and unfinished, or capitalises nearly every word."""
    words = line.split()
    if len(words) > _HEADLINE_WORDS or line.endswith((":", ",")):
        return False
    if not _FINISHED.search(line):
        return not _SPOKEN.search(line) or first
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    shouting = sum(word[0].isupper() for word in long_words) >= 0.7 * len(long_words)
    return first and len(long_words) >= 4 and shouting


def _one_short_sentence(line: str) -> bool:
    return len(line.split()) <= _CAPTION_WORDS and not re.search(r"[.!?][\"”]? [\"“A-Z]", line)
