"""A posting put where it belongs: each of its paragraphs in the place of the draft's that it corrects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.ingest.lines import Line, is_body
from bot.placing.chatter import is_old, is_talk, may_be_talk, outside, shapes, unlabelled, words_outside
from bot.placing.draft import Draft, read_draft
from bot.placing.likeness import shared
from bot.placing.stretch import Stretch, paragraphs, stretch
from bot.placing.target import Target, spoken, targets

_WHOLE = 0.6
"""Who posts six of ten paragraphs, and of the words, posts the article again; one by one nobody corrects so much."""
_ENDS_TOO = 0.35
"""… with the first paragraph and the last a third is enough: the article was cut."""
_WHOLE_PARAGRAPHS = 4
"""Fewer paragraphs are the whole article only where none of the draft's is missing: a short draft has a headline."""
_NEXT, _LATER = 0.06, 0.02
"""What it counts that a paragraph stands right after, or somewhere after, the one posted before it."""
_RIVAL = 0.1
_TWO_VERSIONS = 0.7
"""“Draft …” and “Verified …” below each other: two wordings of one place, and nobody says which one is to stand."""
_JOINS = 0.8
_HALVES = 6
"""One paragraph split in so many: each has words of its own in it, so that the whole shares what the parts share."""
_WINDOW = 40
"""So many paragraphs back a place is looked up as taken while the ways are weighed; an article again has hundreds."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with a correction in it.

    ``spans`` are the paragraphs of ``text`` that came in (code points, half-open).  ``whole``: the posting was
    the whole article again, and is the text.  A posting that changes nothing leaves ``text`` equal to the draft.
    """

    text: str
    whole: bool
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """One or more posted paragraphs that go to one place, and the place."""

    parts: tuple[Stretch, ...]
    rivals: tuple[Target, ...] = ()
    target: Target | None = None

    @property
    def posted(self) -> Stretch:
        return self.parts[0] if len(self.parts) == 1 else stretch("\n".join(part.text for part in self.parts))


def place(draft: str, posting: str) -> Placed | None:
    """The draft with what was posted in its place; None where the posting is no correction of it.

    Each paragraph goes to its own place: the draft's order stays.  A part of a paragraph replaces the
    sentences it resembles, a quotation alone the words between the marks.
    """
    read = read_draft(draft)
    found = read.parts
    units = _joined([_unit(part, read) for part in _posted(read, posting)], read)
    units = _settled(units)
    if not any(unit.target for unit in units) or _two_versions(units):
        return None
    if _is_whole(units, found):
        return _whole(posting, units)
    return _assembled(draft, found, _inserted(units))


def _posted(draft: Draft, posting: str) -> Iterator[Stretch]:
    """The paragraphs of a posting without the labels before them; a paragraph that the draft has stays as it is."""
    for part in paragraphs(posting):
        if is_old(part.text) and part.text not in draft.alike:
            continue
        text = part.text if part.text in draft.alike else unlabelled(part.text, draft.text)
        if text.strip():
            yield stretch(text, part.end - len(text))


def _unit(part: Stretch, draft: Draft) -> _Unit:
    return _Unit((part,), tuple(targets(part, draft)))


def _joined(units: Sequence[_Unit], draft: Draft) -> list[_Unit]:
    """Neighbours that are halves of the same paragraphs as one: a paragraph was split."""
    out: list[_Unit] = []
    for unit in units:
        before = out[-1] if out else None
        if before and _touch(before, unit):
            both = _Unit(before.parts + unit.parts)
            rivals = tuple(targets(both.posted, draft))
            if rivals and _complete(before, unit, both.posted, rivals[0]):
                out[-1] = replace(both, rivals=rivals)
                continue
        out.append(unit)
    return out


def _touch(before: _Unit, after: _Unit) -> bool:
    if len(before.parts) >= _HALVES or not before.rivals or not after.rivals:
        return False
    return _overlap(before.rivals[0], after.rivals[0])


def _overlap(one: Target, other: Target) -> bool:
    return one.first <= other.last and other.first <= one.last


def _complete(before: _Unit, after: _Unit, both: Stretch, target: Target) -> bool:
    """Whether each half has words of its own in the place: of two wordings of one sentence only one has."""
    theirs = target.place.forms
    halves = shared(before.posted.forms, theirs) + shared(after.posted.forms, theirs)
    return shared(both.forms, theirs) >= _JOINS * halves


def _settled(units: Sequence[_Unit]) -> list[_Unit]:
    """Each unit with its place: the nearest, and of places nearly as near those that keep the posting's order."""
    ways: list[tuple[float, tuple[Target | None, ...]]] = [(0.0, ())]
    for unit in units:
        near = [one for one in unit.rivals if one.nearness >= unit.rivals[0].nearness - _RIVAL]
        ahead = []
        for one in (*near, None):
            ahead.append(max(((score + _gain(way, one), (*way, one)) for score, way in ways), key=lambda row: row[0]))
        ways = ahead
    _, best = max(ways, key=lambda row: row[0])
    return _apart([replace(unit, target=one) for unit, one in zip(units, best, strict=True)])


def _apart(units: list[_Unit]) -> list[_Unit]:
    """No place twice: of two units that would go to one the first in the draft keeps it."""
    end = -1
    placed = ((one.place.start, at) for at, unit in enumerate(units) if (one := unit.target))
    for start, at in sorted(placed):
        target = units[at].target
        if target is not None and start < end:
            units[at] = replace(units[at], target=None)
        elif target is not None:
            end = target.place.end
    return units


def _gain(way: Sequence[Target | None], one: Target | None) -> float:
    """What a place adds to a way through the draft; a place that is taken counts against it."""
    if one is None:
        return 0.0
    taken = [other for other in way[-_WINDOW:] if other]
    if any(one.place.start < other.place.end and other.place.start < one.place.end for other in taken):
        return -1.0
    before = taken[-1] if taken else None
    if before is None or before.place.start > one.place.start:
        return one.nearness
    return one.nearness + (_NEXT if one.first - before.last in (0, 1) else _LATER)


def _two_versions(units: Sequence[_Unit]) -> bool:
    """Whether a paragraph without a place is another wording of one that has a place."""
    return any(
        shared(unit.posted.forms, target.place.forms) >= _TWO_VERSIONS * len(unit.posted.forms)
        and len(target.place.forms) <= 2 * len(unit.posted.forms)
        for at, unit in enumerate(units)
        if not unit.target
        for other in units[max(0, at - 2) : at + 3]
        if (target := other.target)
    )


def _is_whole(units: Sequence[_Unit], found: Sequence[Stretch]) -> bool:
    """Whether all of the draft came again, or most of it, or its beginning and its end and a third of it."""
    held = {at for unit in units if (one := unit.target) for at in range(one.first, one.last + 1)}
    if len(units) < _WHOLE_PARAGRAPHS or len(held) == len(found):
        return len(held) == len(found) and not any(_is_part(unit.target, found) for unit in units)
    come = sum(len(found[at].words) for at in held) / sum(len(one.words) for one in found)
    if {0, len(found) - 1} <= held:
        return come >= _ENDS_TOO
    return min(come, len(held) / len(found)) >= _WHOLE


def _is_part(target: Target | None, found: Sequence[Stretch]) -> bool:
    if target is None:
        return False
    return target.place.start > found[target.first].start or target.place.end < found[target.last].end


def _whole(posting: str, units: Sequence[_Unit]) -> Placed:
    """The posting as the new text, without what was said before or after it."""
    own = [at for at, unit in enumerate(units) if unit.target or not _is_said(unit.posted)]
    parts = [part for unit in units[own[0] : own[-1] + 1] for part in unit.parts]
    start = parts[0].start
    return Placed(posting[start : parts[-1].end], True, tuple((part.start - start, part.end - start) for part in parts))


def _is_said(posted: Stretch) -> bool:
    text = outside(posted)
    said = {posted.forms[at] for at in words_outside(posted, text)}
    return bool(shapes(text)) or is_talk(said) or may_be_talk(said)


@dataclass(frozen=True, slots=True)
class _Edit:
    """New paragraphs for a place in the draft; where ``start`` is ``end``, after the paragraph that ends there."""

    start: int
    end: int
    texts: tuple[str, ...]
    before: bool = False


def _inserted(units: Sequence[_Unit]) -> list[_Unit]:
    """The units that come in: those with a place, and new paragraphs between or plainly beside them."""
    placed = [at for at, unit in enumerate(units) if unit.target]
    return [
        unit
        for at, unit in enumerate(units)
        if unit.target or (not _is_said(unit.posted) and (placed[0] < at < placed[-1] or _is_article(unit.posted)))
    ]


def _is_article(posted: Stretch) -> bool:
    begins = posted.text[:1]
    return is_body(Line(posted.start, posted.end, posted.text, True)) and not begins.islower()


def _assembled(draft: str, found: Sequence[Stretch], units: Sequence[_Unit]) -> Placed:
    text, at = "", 0
    spans: list[tuple[int, int]] = []
    gap = _gap(draft, found)
    for edit in sorted(_edits(found, units), key=lambda edit: (edit.start, edit.end)):
        text += draft[at : edit.start]
        at = edit.end
        new = edit.start == edit.end
        for number, words in enumerate(edit.texts):
            text += gap if number or (new and not edit.before) else ""
            spans.append((len(text), len(text) + len(words)))
            text += words
        text += gap if new and edit.before else ""
    return Placed(text + draft[at:], False, tuple(spans))


def _edits(found: Sequence[Stretch], units: Sequence[_Unit]) -> Iterator[_Edit]:
    """What changes in the draft; new paragraphs go after the one posted before them, else before the next."""
    after: int | None = None
    ahead: list[str] = []
    for unit in units:
        target = unit.target
        texts = tuple(part.text for part in unit.parts)
        if target is None and after is None:
            ahead += texts
        elif target is None and after is not None:
            yield _Edit(after, after, texts)
        elif target is not None:
            if ahead:
                yield _Edit(found[target.first].start, found[target.first].start, tuple(ahead), before=True)
                ahead = []
            yield _Edit(
                target.place.start, target.place.end, (spoken(unit.posted).text,) if target.quotation else texts
            )
            after = found[target.last].end


def _gap(draft: str, found: Sequence[Stretch]) -> str:
    """What stands between two paragraphs of the draft."""
    gaps = [draft[one.end : other.start] for one, other in pairwise(found)]
    return max(set(gaps), key=lambda gap: (gaps.count(gap), gap)) if gaps else "\n\n"
