"""Where sentences end, in an article or inside a quote.

A full stop after a title, an initial or a common short form does not end one; a closing mark or bracket
after the stop belongs to the sentence before it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT = frozenset(
    "mr mrs ms dr prof rev hon sen rep gov gen lt col capt sgt maj cmdr adm pres supt insp det cllr st ste mt ft "
    "jr sr messrs mme mlle fr sr hr no nos vs v inc ltd co corp bros dept est approx fig vol ed "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa tenn tex va vt wash wis wyo d.c u.s u.k u.n n.y n.j n.c s.c n.h n.m n.d s.d w.va r.i a.m p.m ph.d "
    "i.e e.g etc cf al".split()
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)$")
_STARTS = re.compile(r"\s*[\"'“‘«„(\[]*([^\W_])")


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as spans, in order, without the white space between them; a line end closes one."""
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r]+", text):
        start = line.start()
        for found in _END.finditer(text, line.start(), line.end()):
            if found.end() < line.end() and _goes_on(text, found):
                continue
            _append(spans, text, start, found.end())
            start = found.end()
        _append(spans, text, start, line.end())
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Whether the sentence goes on after this stop."""
    after = _STARTS.match(text, mark.end())
    if after and after[1].islower():
        return True
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return False
    before = _WORD_BEFORE.search(text, max(0, mark.start() - 24), mark.start())
    if not before or mark.group() != ".":
        return False
    word = before[1]
    return (len(word) == 1 and word.isupper() and word != "I") or word.casefold() in _SHORT
