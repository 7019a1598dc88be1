"""The light house style: cleaned-up speech is noted, a change of words is still asked about."""

from __future__ import annotations

import pytest

from bot.check import check_quotes
from bot.settings import Desk
from tests.memory import Memory


@pytest.mark.parametrize(
    ("verified", "draft", "strict", "light"),
    [
        ("I was sat by the river all night long.", "I was sitting by the river all night long.", "query", "note"),
        ("We was all, um, tired of the noise.", "We were all tired of the noise.", "query", "note"),
        ("Them boats are the best on the coast.", "Those boats are the best on the coast.", "query", "note"),
        ("The boats are the best on the coast.", "The boats are the finest on the coast.", "query", "query"),
        ("The boats are not the best on the coast.", "The boats are the best on the coast.", "hold", "hold"),
    ],
)
def test_style_decides_how_cleaned_up_speech_is_told(verified: str, draft: str, strict: str, light: str) -> None:
    """Grammar and fillers are the desk's choice; the words and the sense are not."""
    store = Memory.of(("Tamsin Vale", verified))
    for style, expected in (("strict", strict), ("light", light)):
        report = check_quotes([(draft, "Tamsin Vale")], store, Desk(style=style))
        assert [expected] == [flag.severity.value for flag in report.flags]
