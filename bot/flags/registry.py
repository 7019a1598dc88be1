"""The one table of red flags: code, severity, what raises it, and the rule itself.

A rule is a function from a ``Case`` to the flags it raises; it is entered by the ``rule`` decorator and
knows nothing of the other rules.  ``docs/flags.md`` is tested to list every code of this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.archive import Archive
from bot.models import Flag, Judged, Reading, Severity
from bot.settings import Desk
from bot.wording.match import Found


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rule may look at: what the draft says, how its quotes were judged, the store, the desk.

    ``found`` holds, by quote id, what laying a quote's words against the store brought to light.
    """

    reading: Reading
    judged: tuple[Judged, ...]
    archive: Archive
    desk: Desk
    found: Mapping[str, Found] = field(default_factory=dict)


Rule = Callable[[Case], Iterator[Flag]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A flag as the contract names it; ``rule`` is None for those that only a re-check raises."""

    code: str
    severity: Severity
    raised_when: str
    rule: Rule | None = None


REGISTRY: dict[str, Entry] = {}


def rule(code: str, severity: Severity, raised_when: str) -> Callable[[Rule], Rule]:
    """Enter a function as the rule of a flag."""

    def enter(function: Rule) -> Rule:
        declare(code, severity, raised_when, function)
        return function

    return enter


def declare(code: str, severity: Severity, raised_when: str, function: Rule | None = None) -> None:
    """Enter a flag; raises ``ValueError`` when two rules claim one code."""
    if code in REGISTRY:
        raise ValueError(f"two rules claim the flag {code}")
    REGISTRY[code] = Entry(code, severity, raised_when, function)
