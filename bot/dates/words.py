"""The words that newspapers date things with: months, weekdays, seasons, units of time and counts of them.

Months and weekdays count only with a capital letter (``may`` and ``march`` are verbs); their short forms
only beside a day or a year.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.numbers import ORDINALS, TENS, UNITS, read_number

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
TIME_UNITS = {
    "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "F", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
COUNT_WORDS = tuple(UNITS) + tuple(TENS)
COUNTS = "|".join(sorted(COUNT_WORDS, key=len, reverse=True))
"""The spelled counts as one alternation for a pattern, the longer before the shorter (``sixteen``, ``six``)."""
ORDINAL_WORDS = tuple(word for word, number in ORDINALS.items() if number <= 30)


def unit_of(word: str) -> str:
    """The unit that a word means, singular or plural, as one TIMEX3 letter (``F`` a fortnight, ``E`` ten years)."""
    word = word.lower()
    if word == "centuries":
        return "C"
    return TIME_UNITS.get(word) or TIME_UNITS[word.removesuffix("s")]


@lru_cache(maxsize=1_024)
def count_of(words: str) -> int | None:
    """The number that a count means (``a``, ``two``, ``twenty-five``, ``a couple of``); None for ``several``."""
    plain = words.lower().replace("-", " ").replace(",", "").split()
    if plain == ["half", "a"] or not plain:
        return None
    if plain[0] in ("a", "an") and len(plain) == 1:
        return 1
    if "couple" in plain or "pair" in plain:
        return 2
    if plain[-1] == "dozen":
        head = count_of(" ".join(plain[:-1])) if plain[:-1] else 1
        return None if head is None else 12 * head
    if plain[0] in ("a", "an") and plain[1] == "hundred":
        plain[0] = "one"
    read = read_number(plain, 0)
    return int(float(read[1])) if read and read[0] == len(plain) and float(read[1]).is_integer() else None


def ordinal_of(word: str) -> int:
    """The number of an ordinal, in letters or figures (``eighth``, ``8th``)."""
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS[word]
    if "-" in word:
        tens, _, unit = word.partition("-")
        return TENS[tens] + ORDINALS[unit]
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else 0
