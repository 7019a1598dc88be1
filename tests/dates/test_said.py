"""Which date tells when the words were said."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dates import find_dates
from bot.dates.said import said_on


def dated(stretch: str) -> str | None:
    return said_on(stretch, find_dates(stretch, date(2025, 11, 5)), 0, len(stretch))


class TestSaidOn:
    @pytest.mark.parametrize(
        ("stretch", "value"),
        [
            (", the head of parks, remarked on 28 October", "2025-10-28"),
            (" she told reporters on Friday.", "2025-10-31"),
            (" Horace Penrose, 61, said before the show on 14 June.", "2025-06-14"),
            (" he wrote on X on 3 May.", "2025-05-03"),
            ("In a statement on Monday, the council said: ", "2025-11-03"),
            (" said the mayor on Tuesday.", "2025-11-04"),
            (" he said yesterday.", "2025-11-04"),
            ("On Monday, the mayor said ", "2025-11-03"),
            ("Speaking on Tuesday, she said ", "2025-11-04"),
            (" she said in a 2019 interview.", "2019"),
            (" Mr Oduro said Tuesday the bridge would reopen.", "2025-11-04"),
            (" she told the inquest on Thursday.", "2025-10-30"),
        ],
    )
    def test_the_date_beside_the_cue_dates_the_saying(self, stretch: str, value: str) -> None:
        """Before or after the cue, with the occasion between or without."""
        assert value == dated(stretch)

    @pytest.mark.parametrize(
        "stretch",
        [
            " she said the fire of 3 May was out.",
            " he said the fire on 3 May was out.",
            " he said of the march on Sunday.",
            "On Monday the hall burned down. He said ",
            " said Smith, who was born in 1954.",
            " said Ruth Ofori, who joined on 3 May.",
            " said that on Tuesday he had left",
            " said the clerk.",
            " rule that the league published in 1992.",
        ],
    )
    def test_a_date_of_what_is_told_does_not(self, stretch: str) -> None:
        """A wrong day here would hold a sound quote."""
        assert dated(stretch) is None

    def test_only_the_stretch_itself_is_read(self) -> None:
        """The next speaker's day is not this one's."""
        text = " she said. He said on Monday"
        assert said_on(text, find_dates(text, date(2025, 11, 5)), 0, 10) is None
