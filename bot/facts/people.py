"""Which person of an article a phrase means, where no name stands at the place itself.

Sentences are short of names: ``the 71-year-old``, ``she was born in 1954``.  The person is the one that the
sentence, or the one before it, is about; where two could be meant there is none, as a wrong person would make
a false alarm.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.dates.tense import sentence_round
from bot.models import NameMention
from bot.names.forms import given
from bot.names.given import gender_of

_REACH = 800  # characters: who was named farther back is not meant
_SPOKEN = re.compile(r"(?:(?!\s[\"“])[^“”\n])*[,.!?…—][\"”]\s")  # only a quote that the place stands outside of
_SHE, _HE = frozenset(("she", "her", "herself", "hers")), frozenset(("he", "him", "his", "himself"))
_GENDERED = {
    "f": frozenset(
        "woman actress girl mother grandmother widow wife daughter sister aunt niece spokeswoman chairwoman "
        "businesswoman sportswoman policewoman congresswoman heiress hostess waitress duchess "
        "queen princess lady".split()
    ),
    "m": frozenset(
        "man boy father grandfather widower husband son brother uncle nephew spokesman chairman businessman "
        "sportsman "
        "policeman congressman heir host waiter duke king prince gentleman".split()
    ),
}


class People:
    """The persons that an article names, in reading order, and who is meant at a place of it."""

    def __init__(self, text: str, names: Sequence[NameMention]) -> None:
        self.text = text
        self.named = [name for name in names if name.kind == "person"]
        self._starts = [name.start for name in self.named]
        self._ends = [name.end for name in self.named]

    def ending_at(self, place: int) -> NameMention | None:
        """The person whose name ends here."""
        at = bisect_left(self._ends, place)
        return self.named[at] if at < len(self.named) and self._ends[at] == place else None

    def starting_in(self, start: int, end: int) -> NameMention | None:
        """The first person named in ``text[start:end]``."""
        at = bisect_left(self._starts, start)
        return self.named[at] if at < len(self.named) and self._starts[at] < end else None

    def last_before(self, place: int, start: int) -> NameMention | None:
        """The person named last in ``text[start:place]``."""
        at = bisect_left(self._starts, place) - 1
        return self.named[at] if at >= 0 and self._starts[at] >= start else None

    def meant(self, place: int, gender: str | None = None) -> NameMention | None:
        """The person that a pronoun or noun phrase at this place means, None where two could be meant.

        The nearest of the sentence itself and of the two before it that names a person of the gender; if
        that sentence names two, the one it begins with, unless both could be meant by their gender.
        """
        start = place
        for _ in range(3):
            start = max(sentence_round(self.text, start)[0], place - _REACH)
            fit = self._fitting(start, place, gender)
            if fit:
                return fit[0] if len({name.full for name in fit}) == 1 else self._subject(fit, start)
            start -= 1
            if start < 0:
                return None
            while start > 0 and self.text[start].isspace():
                start -= 1
        return None

    def _fitting(self, start: int, end: int, gender: str | None) -> list[NameMention]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        near = self.named[low:high]
        return [name for name in near if fits(name.full, gender) and not _SPOKEN.match(self.text, name.end, end)]

    def _subject(self, fit: list[NameMention], start: int) -> NameMention | None:
        """The person whom a sentence that names several is about: only one it opens with is sure."""
        lead = self.text[start : fit[0].start]
        return fit[0] if len(lead) <= 12 else None


def fits(name: str, gender: str | None) -> bool:
    """Whether a person of this name may be of this gender (``f``, ``m``; None fits all)."""
    known = gender_of(given(name)) if gender else None
    return known is None or known == gender


def gender_in(words: str) -> str | None:
    """The gender that the words of a noun phrase or a pronoun tell (``actress``, ``she``), or None."""
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _SHE or word in _GENDERED["f"]:
            return "f"
        if word in _HE or word in _GENDERED["m"]:
            return "m"
    return None
