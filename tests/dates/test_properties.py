"""What holds of every text: offsets, no exception, and time in proportion to length."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import find_dates
from bot.dates.elapsed import find_elapsed
from bot.dates.said import said_on
from bot.facts.ages import find_ages, find_births
from bot.facts.events import find_facts
from bot.models import NameMention

_PIECES = st.sampled_from(
    "Monday March 3 31 30 29 2024 1999 3/4/2025 30/2/2025 , . - – the of on in last next week year two decades ago later after "
    "said told born Ruth Ofori 44 44-year-old she is was will February ' ’ “ ” \n ( ) quarter first third 1980s and to from "
    "burned down married founded opened died Q3 FY2024 today at 7.45pm yesterday 99 99999 th 22nd".split(" ")
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join))
_DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def _names(text: str) -> list[NameMention]:
    place = text.find("Ruth")
    return [NameMention("Ruth", place, place + 4, "Ruth Ofori", "person")] if place >= 0 else []


class TestEveryText:
    @given(_TEXTS, _DAYS)
    @settings(max_examples=300, deadline=None)
    def test_offsets_slice_to_the_text_and_do_not_overlap(self, text: str, published: date | None) -> None:
        """A flag points at words, so the words must be there."""
        found = find_dates(text, published)
        assert [one.text for one in found] == [text[one.start : one.end] for one in found]
        assert all(a.end <= b.start for a, b in pairwise(found))

    @given(_TEXTS, _DAYS)
    @settings(max_examples=300, deadline=None)
    def test_nothing_that_can_be_typed_raises(self, text: str, published: date | None) -> None:
        """People paste anything."""
        names, dates = _names(text), find_dates(text, published, date_order="MDY")
        ages = find_ages(text, names)
        assert [str(age.age) for age in ages if text[age.start].isdigit()] == [
            text[age.start : age.end] for age in ages if text[age.start].isdigit()
        ]
        find_births(text, names, dates)
        find_facts(text, dates, names)
        list(find_elapsed(text, dates, published))
        said_on(text, dates, 0, len(text))


class TestTime:
    @pytest.mark.parametrize(
        "piece",
        ["1234567890", "3-4-5-", "March ", "May 3, ", "Monday ", "in 2004 and two decades later ", "\n", "1/", "a ", "“",
         "The hall was built in 1966 ", "the 44-year-old ", "he said on Monday "],
    )  # fmt: skip
    def test_200_kb_of_one_thing_is_read_in_a_few_seconds(self, piece: str) -> None:
        """Time grows with the length, not with its square (which would take minutes)."""
        text = piece * (200_000 // len(piece))
        began = time.process_time()
        dates = find_dates(text, date(2025, 11, 5))
        find_ages(text, ())
        find_births(text, (), dates)
        find_facts(text, dates, ())
        list(find_elapsed(text, dates, date(2025, 11, 5)))
        assert time.process_time() - began < 10
