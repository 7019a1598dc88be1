"""The day a draft is of, whatever the zone, the season and the clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.ingest import read_text
from bot.reading import read_article
from bot.settings import Desk, Workspace
from handlers.pages import Page, page_link, page_of
from handlers.sources import day_of

DRAFT = """The fair comes back

The board met yesterday and meets again tomorrow. “We open next Thursday,” said Ida Kern, 24, on Monday; she was born on
29 February 2000. The fair was held three days ago, a year ago today and 100 years ago, and comes back in two weeks, next
month, next summer and next century. It was closed on Feb. 29, and the bell rang on 30 March 2025 at 2.30 a.m.
"""
WORKSPACE = Workspace(base_url="https://weir.example/", secret="a secret of some length, for tests")


def ts(moment: str) -> str:
    """A moment as Slack's ``ts``."""
    return f"{datetime.fromisoformat(moment).timestamp():.6f}"


class TestDayOfADraft:
    @pytest.mark.parametrize(
        ("posted", "zone", "day"),
        [
            ("2025-03-30T00:59:59+00:00", "Europe/London", "2025-03-30"),
            ("2025-03-29T23:30:00+00:00", "Europe/London", "2025-03-29"),
            ("2025-10-25T23:30:00+00:00", "Europe/London", "2025-10-26"),
            ("2025-10-26T23:30:00+00:00", "Europe/London", "2025-10-26"),
            ("2025-03-09T04:59:00+00:00", "America/New_York", "2025-03-08"),
            ("2025-03-10T03:59:00+00:00", "America/New_York", "2025-03-09"),
            ("2024-02-29T23:30:00+00:00", "Europe/London", "2024-02-29"),
            ("2024-02-29T11:30:00+00:00", "Pacific/Auckland", "2024-03-01"),
            ("2024-03-01T04:30:00+00:00", "America/New_York", "2024-02-29"),
            ("2023-12-31T10:30:00+00:00", "Pacific/Kiritimati", "2024-01-01"),
            ("2011-12-30T09:59:59+00:00", "Pacific/Apia", "2011-12-29"),
            ("2011-12-30T10:00:00+00:00", "Pacific/Apia", "2011-12-31"),
            ("2025-04-05T13:15:00+00:00", "Australia/Lord_Howe", "2025-04-06"),
        ],
    )
    def test_is_the_desks_own(self, posted: str, zone: str, day: str) -> None:
        """Of the nights in which a clock is changed, of leap days, and of a day that an island left out."""
        assert date.fromisoformat(day) == day_of(ts(posted), Desk(timezone=ZoneInfo(zone)))

    @pytest.fixture
    def far(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """A machine in Auckland."""
        with monkeypatch.context() as patched:
            patched.setenv("TZ", "Pacific/Auckland")
            time.tzset()
            yield
        time.tzset()

    def test_is_the_machines_where_the_desk_has_set_none(self, far: None) -> None:
        assert date(2024, 3, 1) == day_of(ts("2024-02-29T11:30:00+00:00"), Desk())


class TestReading:
    @pytest.mark.parametrize(
        "published",
        [
            "2024-02-29",
            "2000-02-29",
            "2100-02-28",
            "2025-03-30",
            "2025-10-26",
            "1999-12-31",
            "9999-12-31",
            "0001-01-01",
        ],
    )
    def test_counts_days_over_every_edge_of_the_calendar(self, published: str) -> None:
        """Yesterday and tomorrow are the days beside it, and none at the ends of the calendar."""
        day = date.fromisoformat(published)
        dates = {one.text: one.value for one in read_article(replace(read_text(DRAFT), published=day), Desk()).dates}
        beside = {
            word: date.fromordinal(day.toordinal() + step).isoformat()
            if 1 <= day.toordinal() + step <= date.max.toordinal()
            else None
            for word, step in (("yesterday", -1), ("tomorrow", 1), ("three days ago", -3))
        }
        assert beside == {word: dates[word] for word in beside}
        assert "2000-02-29" == dates["29 February 2000"]


class TestClockPutBack:
    def test_leaves_a_report_page_where_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A link that was signed an hour ahead of now has not expired."""
        now = time.time()
        with monkeypatch.context() as patched:
            patched.setattr(time, "time", lambda: now + 3600)
            link = page_link(WORKSPACE, Page("desk", 1))
        assert link is not None
        assert Page("desk", 1) == page_of(WORKSPACE, link.rpartition("/")[2])
