"""What some languages quote otherwise than between marks alone: dialogue after a dash, and a cue inside the marks.

Spanish and Portuguese papers open speech with a dash and set the reporter's words between two more (—No —dijo
Ruiz—. Nunca.); French, Italian, Spanish and Portuguese ones may leave the cue inside the marks (« Non, dit-elle,
jamais. »).  Both are taken apart here, so that a quote never holds the reporter's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.marks.single import Marked
from bot.marks.structure import Paragraph, Role
from bot.names.runs import UPPER
from bot.tongues.tongue import Tongue

_DASH = "—–―"
_OPENS = re.compile(rf"[{_DASH}]\s?(?=[^\s{_DASH}])")
_ASIDE = re.compile(rf"\s[{_DASH}]\s?(?=[a-zà-ÿ])")
_WORDS = 9


def spoken_apart(
    text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Marked], tongue: Tongue
) -> tuple[Marked, ...]:
    """The marks of an article, those that hold a cue cut in two, with what its dashes quote, in reading order."""
    out = list(marks)
    if tongue.cue_inside:
        cue = _cue_inside(tongue)
        out = [part for mark in out for part in _without_cue(text, mark, cue)]
    if tongue.dialogue_dash:
        taken = [(mark.outer_start, mark.outer_end) for mark in out]
        for paragraph in paragraphs:
            if paragraph.role is Role.BODY and not any(paragraph.start <= start < paragraph.end for start, _ in taken):
                out.extend(_after_dash(text, paragraph))
    return tuple(sorted(out, key=lambda mark: mark.outer_start))


def _after_dash(text: str, paragraph: Paragraph) -> list[Marked]:
    """What a paragraph that opens with a dash quotes: all but what stands between its second dash and its third."""
    opening = _OPENS.match(text, paragraph.start, paragraph.end)
    if not opening:
        return []
    out, start, outer = [], opening.end(), paragraph.start
    while aside := _ASIDE.search(text, start, paragraph.end):
        out.append(_marked(text, start, aside.start(), outer))
        closing = min((at for dash in _DASH if (at := text.find(dash, aside.end(), paragraph.end)) >= 0), default=-1)
        if closing < 0:
            return [mark for mark in out if mark.end > mark.start]
        start = closing + 1
        while start < paragraph.end and text[start] in ".,;: \u00a0":
            start += 1
        outer = start
    out.append(_marked(text, start, paragraph.end, outer))
    return [mark for mark in out if mark.end > mark.start]


def _marked(text: str, start: int, end: int, outer: int) -> Marked:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer, end)


def _cue_inside(tongue: Tongue) -> re.Pattern[str]:
    """A cue with its subject after it, between two commas or a comma and a stop: , a déclaré Mme Morel."""
    verbs = "|".join(sorted(map(re.escape, _verbs(tongue)), key=len, reverse=True))
    clitic = rf"(?:-t)?-(?:{'|'.join(sorted(tongue.clitics))})" if tongue.clitics else r"(?!)"
    helper = "|".join(sorted(word for word, means in tongue.means.items() if means == "has")) or "(?!)"
    name = rf"(?:[\w.'’-]+ ){{0,{_WORDS}}}?[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+){{0,3}}"
    return re.compile(
        rf",\s(?P<cue>(?:(?:{helper})(?:{clitic})?\s)?(?:{verbs})(?:{clitic}|\s{name})|(?:{helper}){clitic}\s(?:{verbs})"
        rf")(?:\s[^\W\d_][\w’'-]*){{0,6}}(?P<stop>[,.])(?=\s|$)"
    )


def _verbs(tongue: Tongue) -> list[str]:
    speaking = ("said", "added", "replied", "explained", "continued", "insisted", "warned", "recalled", "concluded")
    more = ("admitted", "announced", "lamented", "wrote", "joked", "shouted", "asked")
    return [word for word, means in tongue.means.items() if means in speaking + more]


def _without_cue(text: str, mark: Marked, cue: re.Pattern[str]) -> list[Marked]:
    found = cue.search(text, mark.start, mark.end)
    if found is None:
        return [mark]
    after = found.end()
    while after < mark.end and text[after].isspace():
        after += 1
    before = Marked(mark.start, found.start(), mark.outer_start, found.start(), single=mark.single)
    if after >= mark.end:
        return [before]
    return [before, Marked(after, mark.end, after, mark.outer_end, mark.closed, mark.single, mark.run)]
