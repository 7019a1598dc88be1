"""Pull quotes whose closing mark stands behind the signature: “We wait.⏎Ann Lee, mayor.”"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.marks.single import Marked
from bot.models import NameMention

_TITLE, _DESCRIBED = 24, 60  # characters before a name and after it that still make a signature


def without_signatures(text: str, marks: Sequence[Marked], names: Sequence[NameMention]) -> tuple[Marked, ...]:
    """The marks without those that hold only the signature of what the paragraph before quotes."""
    starts = [name.start for name in names]
    kept: list[Marked] = []
    for mark in marks:
        if kept and _signs(text, mark, kept[-1], names, starts):
            kept[-1] = replace(kept[-1], run=None)
        else:
            kept.append(mark)
    return tuple(kept)


def _signs(text: str, mark: Marked, before: Marked, names: Sequence[NameMention], starts: list[int]) -> bool:
    if mark.run is None or mark.run != before.run or before.closed or not mark.closed:
        return False
    at = bisect_left(starts, mark.start)
    if at == len(names) or names[at].kind != "person" or text.startswith(":", names[at].end):
        return False
    return names[at].start - mark.start <= _TITLE and 0 <= mark.end - names[at].end <= _DESCRIBED
