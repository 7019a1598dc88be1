"""What the dating of one article knows while it is read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.dates.span import Span
from bot.dates.tense import Tense, tense


@dataclass(slots=True)
class Story:
    """What the resolution of one article knows: its text, its publication, and what was dated so far.

    ``day`` and ``year`` are the last ones told, ``quarter`` the last quarter; ``order`` is the desk's date
    order (``MDY`` or ``DMY``), None where none is set.
    """

    text: str
    published: date | None
    order: str | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    quarter_at: int = -1

    def tense(self, span: Span) -> Tense:
        """The tense of the clause round the span."""
        return tense(self.text, span.start, span.end)
