"""Finding the dated spans of an article in one pass: each word looks up the few rules that could start at it.

A news story has one date in a hundred words; so no pattern is tried at a word that begins none, and the pass
stays linear whatever is pasted.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from bot.dates import counted_days, grammar, phrases, quarters
from bot.dates.span import Span
from bot.dates.words import COUNT_WORDS, DECADES, MONTHS, ORDINAL_WORDS, SEASONS, WEEKDAYS

Reader = Callable[[re.Match[str]], list[Span]]
Rule = tuple[re.Pattern[str], Reader]

_WORD = re.compile(r"[A-Za-z0-9'’][A-Za-z]*")
_BEFORE = re.compile(r"[A-Za-z0-9_$£€#]")
_LONGEST = 200  # characters a span may take: dates are short, pasted junk is not

_COUNTED: Rule = (phrases.COUNTED, phrases.counted)
_DAY_FIRST: Rule = (grammar.DAY_FIRST, grammar.calendar)
_MONTH_FIRST: Rule = (grammar.MONTH_FIRST, grammar.calendar)
_STEP: Rule = (phrases.STEP, phrases.step)
_CENTURY: Rule = (phrases.CENTURY, phrases.century)
_NTH_WEEKDAY: Rule = (counted_days.NTH_WEEKDAY, counted_days.nth_weekday)
_AGO_TODAY: Rule = (counted_days.AGO_TODAY, counted_days.ago_today)
_WEEKDAYS_AGO: Rule = (counted_days.WEEKDAYS_AGO, counted_days.weekdays_ago)
_ORDINAL_QUARTER: Rule = (quarters.ORDINAL_QUARTER, quarters.ordinal_quarter)
_STORY_QUARTER: Rule = (quarters.STORY_QUARTER, quarters.story_quarter)
_YEAR_END: Rule = (phrases.YEAR_END, phrases.year_end)
_DAY_WORD: Rule = (phrases.DAY_WORD, phrases.day_word)
_HOLIDAY: Rule = (phrases.HOLIDAY, phrases.holiday)

_FIGURES: tuple[Rule, ...] = (
    (grammar.ISO, grammar.iso),
    (grammar.NUMERIC, grammar.numeric),
    _DAY_FIRST,
    (phrases.DECADE, phrases.decade),
    _CENTURY,
    _ORDINAL_QUARTER,
    _AGO_TODAY,
    _COUNTED,
    (quarters.YEAR_AND_QUARTER, quarters.year_and_quarter),
    (grammar.BARE_YEAR, grammar.bare_year),
)
_MONTH_RULES: tuple[Rule, ...] = (
    _MONTH_FIRST,
    (grammar.MONTH_AND_YEAR, grammar.month_and_year),
    (grammar.MONTH_ALONE, grammar.month_alone),
)
_WEEKDAY_RULES: tuple[Rule, ...] = (
    _DAY_FIRST,
    _MONTH_FIRST,
    (grammar.WEEKDAY_AND_DAY, grammar.weekday_and_day),
    (phrases.WEEKDAY, phrases.weekday),
)
_STEPS = (
    "last past next previous preceding prior following coming this that same current latest early late sometime"
).split()
_HOLIDAYS = (
    "thanksgiving election christmas boxing new easter good halloween labor memorial independence valentine bonfire "
    "inauguration veterans"
).split()


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, tuple[Rule, ...]] = {}

    def enter(words: Sequence[str], *rules: Rule) -> None:
        for word in words:
            table[word] = table.get(word, ()) + rules

    enter(("first", "second", "third", "fourth", "last"), _NTH_WEEKDAY)
    enter((*COUNT_WORDS, "a", "an"), _AGO_TODAY)
    enter(COUNT_WORDS, _WEEKDAYS_AGO)
    enter(ORDINAL_WORDS, _DAY_FIRST, _ORDINAL_QUARTER, _CENTURY)
    enter(COUNT_WORDS, _CENTURY, _COUNTED)
    enter(("nineteen", "twenty", "two"), (phrases.SPOKEN_YEAR, phrases.spoken_year))
    enter(("twenty", "thirty"), _DAY_FIRST)
    enter(("a", "an", "couple", "several", "half"), _COUNTED)
    enter(_STEPS, _STEP)
    enter(("last", "this"), _DAY_WORD)
    enter(("earlier", "later"), _STEP)
    enter(("day", "today", "tonight", "yesterday", "tomorrow"), _DAY_WORD)
    enter(("weekend",), (phrases.WEEKEND, phrases.weekend))
    enter(("latest", "same", "comparable"), _STORY_QUARTER)
    enter(("year",), (quarters.YEAR_BACK, quarters.year_back), _STORY_QUARTER, _YEAR_END)
    enter(("year", "month", "week", "day"), (phrases.OF_UNIT, phrases.of_unit))
    enter(("quarter",), _STORY_QUARTER)
    enter(("end",), _YEAR_END)
    enter(("q", "h"), (quarters.SHORT_QUARTER, quarters.short_quarter))
    enter(("fy", "fiscal", "financial"), (quarters.FISCAL, quarters.fiscal))
    enter(tuple(DECADES), (phrases.SPOKEN_DECADE, phrases.spoken_decade))
    enter(tuple(SEASONS), (phrases.SEASON_OF, phrases.season_of), (phrases.THE_SEASON, phrases.the_season))
    enter(("every", "each", "daily", "weekly", "monthly", "annually", "hourly"), (phrases.OFTEN, phrases.often))
    enter(_HOLIDAYS, _HOLIDAY)
    enter(("fourth", "st"), _HOLIDAY)
    enter(tuple(MONTHS), *_MONTH_RULES)
    enter(tuple(WEEKDAYS), *_WEEKDAY_RULES)
    return table


_RULES = _table()
_FIGURE_STARTS = frozenset("0123456789'’")


def spans(text: str, skip: Sequence[tuple[int, int]] = ()) -> Iterator[Span]:
    """The dated spans of a text in order, none overlapping another; ``skip`` holds stretches that are not read."""
    taken, unread = 0, deque(sorted(skip))
    for found in _WORD.finditer(text):
        word = found.group()
        rules = _RULES.get(word.lower()) or (_FIGURES if word[0] in _FIGURE_STARTS else None)
        if rules is None:
            continue
        start = found.start()
        if start < taken or (word not in "'’" and _BEFORE.match(text, start - 1, start)):
            continue
        for span in _first(text, start, rules):
            while unread and unread[0][1] <= span.start:
                unread.popleft()
            if not unread or unread[0][0] >= span.end:
                yield span
            taken = max(taken, span.end)


def _first(text: str, start: int, rules: tuple[Rule, ...]) -> list[Span]:
    """What the first rule that fits reads at this place."""
    for pattern, read in rules:
        found = pattern.match(text, start, start + _LONGEST)
        if found and (read_spans := read(found)):
            return read_spans
    return []
