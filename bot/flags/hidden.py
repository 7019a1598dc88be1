"""The flag on what is not what it looks like: letters of another alphabet in a word, words turned round.

Characters without a shape alone raise nothing: soft hyphens and zero-width spaces come with every copy from a page,
and the words are compared as if they were not there.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from bot.flags.registry import Case, rule
from bot.language.direction import turned
from bot.language.lookalikes import LOOKALIKES, Disguise, disguises
from bot.language.seen import without_hidden
from bot.models import Flag, Severity

_TURNED = (
    "A direction character shows these words in another order than they stand in. Take it out, and read them again."
)
_RETYPE = "Retype it, and ask where the text was copied from."


@rule("hidden_characters", Severity.QUERY, "a quote or a name holds look-alike letters, or is shown in another order")
def hidden_characters(case: Case) -> Iterator[Flag]:
    """Words that pass for others: told once a quote, and once a name outside quotes."""
    text, told = case.reading.article.text, set[str]()
    round_about = _Stretches(turned(text))
    quoted = _Stretches((quote.start, quote.end) for quote in case.reading.quotes)
    for quote in case.reading.quotes:
        words = without_hidden(text[quote.start : quote.end])
        disguised = [word for word in disguises(words) if not word.is_initials]
        if disguised:
            yield _flag(quote.start, quote.end, f"{_letters(words, disguised)} {_RETYPE}", quote.id)
        if round_about.touch(quote.start, quote.end):
            yield _flag(quote.start, quote.end, _TURNED, quote.id)
    for name in case.reading.names:
        words = without_hidden(text[name.start : name.end])
        disguised = [word for word in disguises(words) if not word.is_initials]
        written = {words[word.start : word.end] for word in disguised}
        if written - told and not quoted.touch(name.start, name.end):
            told |= written
            yield _flag(name.start, name.end, f"{_letters(words, disguised)} {_RETYPE}")


class _Stretches:
    """Stretches of the text, asked whether any of them meets another; quick, however many a hostile text has."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def _flag(start: int, end: int, message: str, *quotes: str) -> Flag:
    return Flag("hidden_characters", Severity.QUERY, start, end, message, quotes)


def _letters(words: str, disguised: Sequence[Disguise]) -> str:
    """Which word is disguised, with what, and how many more are."""
    first = disguised[0]
    letter = next(ch for ch in words[first.start : first.end] if ch in LOOKALIKES)
    more = len(disguised) - 1
    also = f", and so {'is 1 more word' if more == 1 else f'are {more} more words'}" if more else ""
    name = unicodedata.name(letter).capitalize()
    return f"“{first.shown}” is written with a foreign letter that looks like “{LOOKALIKES[letter]}” ({name}){also}."
