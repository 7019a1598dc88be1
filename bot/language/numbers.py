"""Numbers as newspapers spell them: ``twenty-five``, ``25``, ``4m`` and ``four million`` are one number.

House styles differ on when a number is spelled out (AP: from 10 on in figures), so a draft that writes
``20`` for a verified ``twenty`` has changed nothing.
"""

from __future__ import annotations

from fractions import Fraction

LONGEST_FIGURE = 40
"""The most characters that are counted as a figure; anything longer is compared letter by letter."""
UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
NUMBER_WORDS = frozenset(UNITS) | frozenset(TENS) | frozenset(SCALES)


def read_number(words: list[str], at: int) -> tuple[int, str] | None:
    """The number that starts at ``words[at]``, as ``(words used, digits)``, or None.

    The words are folded: lower case, thousands commas gone.  ``one hundred and five`` and ``5 million``
    are read whole; a lone scale (``million``) is not a number.
    """
    used, total, current, seen = 0, Fraction(), Fraction(), False
    while at + used < len(words):
        word = words[at + used]
        value = _small(word, current, seen, last=words[at + used - 1] if used else "")
        if value is not None:
            current, seen = value, True
        elif word in SCALES and seen:
            if word == "hundred":
                current *= 100
            else:
                total, current = total + current * SCALES[word], Fraction()
        elif not (word == "and" and _goes_on(words, at + used)):
            break
        used += 1
    return (used, digits(total + current)) if seen else None


def _small(word: str, current: Fraction, seen: bool, last: str) -> Fraction | None:
    """What the running figure becomes with this word, or None where the word does not go on with it."""
    if word[:1].isdigit():
        return None if seen else figure(word)
    if word in TENS and (not seen or last in ("hundred", "thousand", "million", "and")):
        return current + TENS[word]
    if word in UNITS and (not seen or last in TENS or last in SCALES or last == "and"):
        return current + UNITS[word]
    return None


def figure(word: str) -> Fraction | None:
    """The exact value of digits as written (``2.75``, ``12500``), or None where they are no decimal figure."""
    if len(word) > LONGEST_FIGURE or not word.replace(".", "", 1).isdecimal():
        return None
    return Fraction(word)


def _goes_on(words: list[str], at: int) -> bool:
    """Whether the ``and`` at this place is inside a number (``a hundred and five``)."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return at > 0 and words[at - 1] in ("hundred", "thousand", "million") and (after in UNITS or after in TENS)


def digits(value: Fraction) -> str:
    """A value in figures, in the one way that makes equal values equal words."""
    return str(value.numerator) if value.denominator == 1 else repr(float(value))
