"""The lines of a printed page put back into paragraphs.

A paragraph ends at a blank line, at a line that stops short of the column's width, and before a line
that opens a quotation after a full stop.  A word that was divided at a line end is whole again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_OPENS = re.compile(r"[\"“‘'«]")
_PAGE_NUMBER = re.compile(r"(?:[-–—] ?)?(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–—])?", re.I)
_DIVIDED = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d+")
_KEEP_HYPHEN = frozenset(
    "all anti co cross deputy ex far first full four five six seven eight nine ten half high ill in little long low"
    " mid much multi new non off old on one out over part post pre pro quasi re right left second self semi short"
    " single so south north east west third three top two under vice well year day week month hour mile best better"
    " hard soft fast slow open wide world award state".split()
)
_LONGEST_WORD = 100
_EDGE = 2
"""How many lines at the head and foot of a page may be running heads."""


def without_running_heads(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], int]:
    """The pages without page numbers and lines that most pages share at their edges, and how many lines went."""
    kept_pages = [[line.rstrip() for line in page] for page in pages]
    seen = Counter(shape for page in kept_pages for shape in {_shape(page[at]) for at in _edges(page)} if shape)
    often = {shape for shape, count in seen.items() if len(pages) >= 3 and count > len(pages) / 2}
    left_out = 0
    for page in kept_pages:
        for at in sorted(_edges(page), reverse=True):
            if _shape(page[at]) in often or (_PAGE_NUMBER.fullmatch(page[at].strip()) and len(pages) > 1):
                del page[at]
                left_out += 1
    return kept_pages, left_out


def paragraphs(pages: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of all pages in order; one that runs over the foot of a page is one paragraph."""
    lines = [line.strip() for page in pages for line in page]
    words = Counter(word.casefold() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line))
    width = _width(lines)
    found: list[str] = []
    for group in _groups(lines, width):
        found.append(" ".join(_joined(group, words).replace("\u00ad", "").split()))
    return [paragraph for paragraph in found if paragraph]


def _edges(page: Sequence[str]) -> set[int]:
    filled = [at for at, line in enumerate(page) if line.strip()]
    return set(filled[:_EDGE] + filled[-_EDGE:])


def _shape(line: str) -> str:
    return _FIGURES.sub("0", " ".join(line.split()).casefold())


def _width(lines: Sequence[str]) -> int:
    """The width of the column in characters: nine lines in ten of real text are no longer."""
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _groups(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if group and (not line or _ends_paragraph(group[-1], line, width)):
            yield group
            group = []
        if line:
            group.append(line)
    if group:
        yield group


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends between two lines, judged by the stop, the width and what follows."""
    short = len(line) + 1 + len(following.split(" ", 1)[0]) < 0.92 * width
    if _STOP.search(line):
        return short or bool(_OPENS.match(following))
    starts = following[:1].isupper() or bool(_OPENS.match(following))
    return len(line) < 0.7 * width and starts and not line.endswith((",", "-", "–", "—", ";"))


def _joined(group: Sequence[str], words: Counter[str]) -> str:
    """The lines of a paragraph as one."""
    pieces = [group[0]]
    for line in group[1:]:
        pieces[-1:] = [*_seam(pieces[-1], line, words), line]
    return "".join(pieces)


def _seam(before: str, line: str, words: Counter[str]) -> tuple[str, str]:
    """A line as it stands before the next, and what parts them: a hyphen that only divides a word is undone."""
    divided, first = _DIVIDED.search(before[-_LONGEST_WORD:]), _FIRST_WORD.match(line)
    if not divided or not first:
        return before, "" if before.endswith("-") and line[:1].isdigit() else " "
    if before.endswith("\u00ad") or not _keeps_hyphen(before, divided[1], first.group(), words):
        return before[:-1], ""
    return before, ""


def _keeps_hyphen(text: str, before: str, after: str, words: Counter[str]) -> bool:
    if not after[0].islower() or before.isupper():
        return True
    hyphened, whole = words[f"{before}-{after}".casefold()], words[f"{before}{after}".casefold()]
    if hyphened != whole:
        return hyphened > whole
    started = text[: len(text) - len(before) - 1]
    return started.endswith("-") or before.casefold() in _KEEP_HYPHEN
