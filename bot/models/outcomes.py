"""How the desk's checks went over some days: how many there were, and what became of what they found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CheckedDay:
    """One day of the desk: drafts that were checked for the first time, and checks of a later version."""

    day: date
    drafts: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of the findings of one kind; a finding that stands in several versions of a draft is one.

    ``fixed``: the next version has it no more.  ``disputed``: the stored quote it stands on was put in doubt.
    ``verified``: the draft's words were verified beside the stored ones.  ``ignored`` and ``wrong`` are what people
    chose (“Ignore”, “Not right”), ``open`` is the rest.
    """

    code: str
    fixed: int = 0
    disputed: int = 0
    verified: int = 0
    ignored: int = 0
    wrong: int = 0
    open: int = 0

    @property
    def right(self) -> int:
        """Those that led to a change: of the draft, or of what the store says of the quote."""
        return self.fixed + self.disputed

    @property
    def judged(self) -> int:
        """Those that turned out right or wrong; ignored and open ones say neither."""
        return self.right + self.wrong

    @property
    def precision(self) -> float | None:
        """How often a finding of this kind was right, from 0 to 1; None where none has been judged."""
        return self.right / self.judged if self.judged else None

    @property
    def total(self) -> int:
        """All of them."""
        return self.judged + self.verified + self.ignored + self.open


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """The desk over some days, up to today; kinds with most findings come first."""

    days: tuple[CheckedDay, ...]
    quotes: int
    kinds: tuple[Outcomes, ...]

    @property
    def drafts(self) -> int:
        """Drafts that were checked."""
        return sum(one.drafts for one in self.days)

    @property
    def again(self) -> int:
        """Checks of later versions."""
        return sum(one.again for one in self.days)

    @property
    def every(self) -> Outcomes:
        """The findings of all kinds together."""
        names = ("fixed", "disputed", "verified", "ignored", "wrong", "open")
        return Outcomes("all", *(sum(getattr(one, name) for one in self.kinds) for name in names))
