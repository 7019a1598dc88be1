"""Words that a page sets off as speech without quotation marks: the answers of a transcript, a block quotation.

Only what the page itself says plainly: answers under labels that take turns (Q: … A: …, BIRK: … RUIZ: …), and lines
indented or set in behind ``>`` after a colon.  A box of facts (WHEN: Saturday) and a lone label are no speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.marks.single import Marked
from bot.marks.structure import Paragraph
from bot.models import NameMention
from bot.names.runs import UPPER

_LABEL = re.compile(rf"(?P<label>[QA]|[{UPPER}][\w.'’ -]{{1,40}}?)(?:\s\([^()\n]{{1,40}}\))?\s?:\s+(?=\S)")
_SET_IN = re.compile(r">\s?(?=\S)")
_INDENT = re.compile(r"(?:^|[\n\r])(?:[ \u00a0]{2,8}|\t{1,2})$")
_TURNS = 3
_REACH = 88  # characters that a label takes at most, with what stands in brackets behind it


def unmarked_speech(
    text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Marked], names: Sequence[NameMention]
) -> tuple[Marked, ...]:
    """The marks of an article with what it sets off as speech without them, in reading order."""
    added = [*_answers(text, paragraphs, names), *_blocks(text, paragraphs)]
    fresh = [new for new in added if not any(_touches(new, mark, text) for mark in marks)]
    if not fresh:
        return tuple(marks)
    outside = [mark for mark in marks if not any(new.start <= mark.start < new.end for new in fresh)]
    return tuple(sorted([*outside, *fresh], key=lambda mark: mark.outer_start))


def _touches(new: Marked, mark: Marked, text: str) -> bool:
    """Whether marks already hold the words, or their greater part: then the page does quote them."""
    shared = min(new.end, mark.outer_end) - max(new.start, mark.outer_start)
    return shared * 2 >= new.end - new.start


def _answers(text: str, paragraphs: Sequence[Paragraph], names: Sequence[NameMention]) -> list[Marked]:
    """What stands behind the labels of a transcript, without the questions of a Q."""
    turns = []
    for paragraph in paragraphs:
        if text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _REACH)) < 0:
            continue
        found = _LABEL.match(text, paragraph.start, paragraph.end)
        if found and (found["label"] in "QA" or _names_a_person(found, names)):
            turns.append((found["label"], found.end(), paragraph.end))
    counted = Counter(label for label, _, _ in turns)
    if len(turns) < _TURNS or len(counted) < 2 or max(counted.values()) < 2:
        return []
    return [Marked(start, end, start, end) for label, start, end in turns if label != "Q"]


def _names_a_person(label: re.Match[str], names: Sequence[NameMention]) -> bool:
    """Whether a label is in capitals and its last word names a person of the article, or is a person's whole name."""
    start, end = label.span("label")
    for name in names:
        if name.start >= start and name.end == end and name.kind == "person":
            return label["label"].isupper() or name.start == start
    return False


def _blocks(text: str, paragraphs: Sequence[Paragraph]) -> list[Marked]:
    """Lines that stand behind a ``>`` or are indented, after a line of the body that ends in a colon."""
    out = []
    led = False
    if ":" not in text:
        return []
    for paragraph in paragraphs:
        found = _SET_IN.match(text, paragraph.start, paragraph.end)
        if led and found:
            out.append(Marked(found.end(), paragraph.end, paragraph.start, paragraph.end))
        elif led and _INDENT.search(text, max(0, paragraph.start - 12), paragraph.start):
            out.append(Marked(paragraph.start, paragraph.end, paragraph.start, paragraph.end))
        else:
            led = text[paragraph.end - 1] == ":" and not _INDENT.search(
                text, max(0, paragraph.start - 12), paragraph.start
            )
    return out
