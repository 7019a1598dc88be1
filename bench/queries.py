"""Quotes of drafts whose source in a grown store is known, of every kind that a desk meets, from one seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.corpus import Said
from bench.grown import Walk, words_of_source
from bot.models import Verdict

CLEAN = (Verdict.VERBATIM, Verdict.EXCERPT, Verdict.CONDENSED)
_NEGATED = ("is", "was", "will", "can", "has", "are", "were", "would", "could", "should", "did", "do")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Query:
    """One quote of a draft: its kind, words and speaker, and the places in the store of what it was made from."""

    kind: str
    text: str
    speaker: str
    sources: tuple[int, ...]

    @property
    def altered(self) -> bool:
        """Whether its words were changed, and so may never be called clean."""
        return self.kind in _ALTERED


def queries(stored: Sequence[Said], count: int, seed: int = 7) -> list[Query]:
    """So many queries, as many of each kind; the answers are drawn from the whole store."""
    make = _Maker(stored, seed)
    kinds = list(_MAKERS)
    return [make.one(kinds[number % len(kinds)]) for number in range(count)]


class _Maker:
    def __init__(self, stored: Sequence[Said], seed: int) -> None:
        self.stored = stored
        self.random = random.Random(seed)
        self.walk = Walk(words_of_source(), seed + 1)

    def one(self, kind: str) -> Query:
        while True:
            made = _MAKERS[kind](self)
            if made is not None:
                sources, words = made
                text = " ".join(words) if isinstance(words, list) else words
                speaker = self.stored[sources[0]].speaker if sources else self.stored[0].speaker
                return Query(kind, text, speaker, sources)

    def pick(self, least: int = 10) -> tuple[int, list[str]]:
        while True:
            at = self.random.randrange(len(self.stored))
            words = self.stored[at].text.split()
            if least <= len(words) <= _LONGEST:
                return at, words

    def inner(self, words: Sequence[str]) -> int:
        return self.random.randrange(1, len(words) - 1)


_Made = tuple[tuple[int, ...], list[str] | str] | None


def _verbatim(make: _Maker) -> _Made:
    at, words = make.pick(4)
    return (at,), words


def _typographic(make: _Maker) -> _Made:
    at, words = make.pick(4)
    text = " ".join(words).replace("'", "’").replace(" - ", " — ").replace(", ", " , ", 1)
    return (at,), text.upper() if make.random.random() < 0.3 else text.rstrip(".!?")


def _half(make: _Maker) -> _Made:
    at, words = make.pick()
    size = max(5, len(words) // 2)
    first = make.random.randrange(len(words) - size + 1)
    return (at,), words[first : first + size]


def _five(make: _Maker) -> _Made:
    at, words = make.pick()
    first = make.random.randrange(len(words) - 4)
    return (at,), words[first : first + 5]


def _substituted(make: _Maker) -> _Made:
    at, words = make.pick()
    return (at,), _with_another(make, words)


def _with_another(make: _Maker, words: list[str]) -> list[str]:
    place, other = make.inner(words), make.walk.words(1)[0]
    return [*words[:place], other, *words[place + 1 :]]


def _dropped(make: _Maker) -> _Made:
    at, words = make.pick()
    place = make.inner(words)
    return (at,), [*words[:place], *words[place + 1 :]]


def _inserted(make: _Maker) -> _Made:
    at, words = make.pick()
    place = make.inner(words)
    return (at,), [*words[:place], make.walk.words(1)[0], *words[place:]]


def _negation(make: _Maker) -> _Made:
    at, words = make.pick()
    places = [place for place, word in enumerate(words[:-1]) if word in _NEGATED and words[place + 1] != "not"]
    if not places:
        return None
    place = make.random.choice(places) + 1
    return (at,), [*words[:place], "not", *words[place:]]


def _number(make: _Maker) -> _Made:
    at, words = make.pick()
    places = [place for place, word in enumerate(words) if word.isdigit()]
    if not places:
        return None
    place = make.random.choice(places)
    return (at,), [*words[:place], str(int(words[place]) + 7), *words[place + 1 :]]


def _two_changes(make: _Maker) -> _Made:
    at, words = make.pick(12)
    return (at,), _with_another(make, _with_another(make, words))


def _swapped(make: _Maker) -> _Made:
    at, words = make.pick(12)
    middle = len(words) // 2
    return (at,), [*words[middle:], *words[:middle]]


def _splice(size: int) -> Callable[[_Maker], _Made]:
    def spliced(make: _Maker) -> _Made:
        parts = [make.pick(14) for _ in range(size)]
        if len({at for at, _ in parts}) < size:
            return None
        return tuple(at for at, _ in parts), [word for _, words in parts for word in words[2 : 2 + len(words) // 2]]

    return spliced


def _ellipsis(make: _Maker) -> _Made:
    at, words = make.pick(16)
    third = len(words) // 3
    return (at,), [*words[:third], "…", *words[2 * third :]]


def _bracket(make: _Maker) -> _Made:
    at, words = make.pick()
    place = make.inner(words)
    return (at,), [*words[:place], f"[{make.walk.words(1)[0]}]", *words[place + 1 :]]


def _typo(make: _Maker) -> _Made:
    at, words = make.pick()
    places = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if not places:
        return None
    place = make.random.choice(places)
    word = words[place]
    middle = len(word) // 2
    slipped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return None if slipped == word else ((at,), [*words[:place], slipped, *words[place + 1 :]])


def _unseen(make: _Maker) -> _Made:
    return (), make.walk.words(make.random.choice((8, 12, 16, 22, 30)))


_MAKERS: dict[str, Callable[[_Maker], _Made]] = {
    "verbatim": _verbatim, "typographic": _typographic, "half": _half, "five words": _five,
    "substituted": _substituted, "dropped": _dropped, "inserted": _inserted, "negation": _negation,
    "number": _number, "two changes": _two_changes, "swapped": _swapped, "splice of two": _splice(2),
    "splice of three": _splice(3), "ellipsis": _ellipsis, "bracket": _bracket, "typo": _typo, "unseen": _unseen,
}  # fmt: skip
_ALTERED = frozenset(
    ("substituted", "dropped", "inserted", "negation", "number", "two changes", "swapped", "splice of two",
     "splice of three", "typo")
)  # fmt: skip
EXPECTED = {
    **dict.fromkeys(("verbatim", "typographic", "half", "five words", "ellipsis", "bracket"), CLEAN),
    **dict.fromkeys(_ALTERED - {"splice of two", "splice of three"}, (Verdict.ALTERED, Verdict.PARTLY_VERIFIED)),
    "swapped": (Verdict.ALTERED, Verdict.SPLICED),
    "splice of two": (Verdict.SPLICED,), "splice of three": (Verdict.SPLICED,),
    "unseen": (Verdict.UNVERIFIED,),
}  # fmt: skip
"""The verdicts that each kind may get."""
