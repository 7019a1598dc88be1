"""A draft as its paragraphs, with an index of the words in them, so that few are laid beside a posting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.language.commonness import is_stop_word
from bot.placing.likeness import weight
from bot.placing.stretch import Stretch, paragraphs

_NEAREST = 4
_FEW_WORDS = 8


@dataclass(frozen=True, slots=True)
class Draft:
    """The paragraphs in order; ``holding`` numbers those that hold a word, ``alike`` those of one text."""

    text: str
    parts: Sequence[Stretch]
    weights: Sequence[float]
    holding: Mapping[str, Sequence[int]]
    alike: Mapping[str, Sequence[int]]

    def nearest(self, posted: Stretch) -> list[int]:
        """The paragraphs that share most words with a posting, in all and for their length."""
        ours = set(posted.forms)
        telling = {form for form in ours if not is_stop_word(form)}
        shared: Counter[int] = Counter()
        for form in telling if len(telling) > 1 and len(posted.words) > _FEW_WORDS else ours:
            shared.update(self.holding.get(form, ()))
        total = weight(ours)
        dense = {at: both / (total + self.weights[at]) for at, both in shared.items()}
        return sorted(_best(shared) | _best(dense))


def _best(found: Mapping[int, float]) -> set[int]:
    best = sorted(found, key=lambda at: -found[at])[:_NEAREST]
    return {at for at in best if found[at] >= found[best[0]] / 2}


def read_draft(text: str) -> Draft:
    """The draft that a text is."""
    parts = paragraphs(text)
    holding: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for at, part in enumerate(parts):
        alike[part.text].append(at)
        for form in set(part.forms):
            holding[form].append(at)
    return Draft(text, parts, [weight(part.forms) for part in parts], holding, alike)
