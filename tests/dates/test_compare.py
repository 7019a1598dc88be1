"""Dates at different precision."""

from __future__ import annotations

import pytest

from bot.dates import differ


class TestDiffer:
    @pytest.mark.parametrize(
        ("a", "b"),
        [
            ("2025-10", "2025-10-21"), ("2025", "2025-10"), ("2025-10-21T09:00", "2025-10-21"), ("2025-W43", "2025-10-21"),
            ("2025-Q4", "2025-10"), ("198X", "1984"), ("2025-SU", "2025-07-01"), (None, "2025"), ("P2D", "2025"),
            ("FY2024", "2020"),
        ],
    )  # fmt: skip
    def test_what_one_of_the_two_leaves_open_is_no_difference(self, a: str | None, b: str) -> None:
        """October 2025 and 21 October 2025 agree, and an unknown date agrees with all."""
        assert (False, False) == (differ(a, b), differ(b, a))

    @pytest.mark.parametrize(
        ("a", "b"),
        [
            ("2025-10-28", "2025-10-21"), ("2025-11", "2025-10-21"), ("2018", "2019-02-09"), ("2025-Q3", "2025-10"),
            ("2025-W44", "2025-10-21"), ("2025-W43-WE", "2025-10-21"), ("198X", "1990"),
        ],
    )  # fmt: skip
    def test_dates_that_share_no_day_differ(self, a: str, b: str) -> None:
        """A difference holds in both directions."""
        assert (True, True) == (differ(a, b), differ(b, a))
