"""Who speaks: the label before a turn, and the name that it stands for.

A label in capitals is written as a name is, a surname or a given name alone stands for the one full name that has it,
and what names nobody (SPEAKER 1, Q, MODERATOR) is no name until somebody at the desk says whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.names.runs import UPPER

_WORD = rf"(?:[{UPPER}][\w.'’-]*|\d{{1,2}}(?!\d|:\d)|de|da|del|della|der|den|di|du|la|le|van|von|bin|al|of|the|and)"
NAME = rf"(?P<label>[{UPPER}][\w.'’-]*(?: {_WORD}){{0,5}})"
_NOBODY = re.compile(
    r"(?:q|a|question|answer|host|moderator|interviewer|interviewee|presenter|anchor|narrator|reporter|audience|crowd"
    r"|operator|clerk|unknown|unidentified|speaker|voice|man|woman|male|female|all|both|participant|caller|guest"
    r"|voiceover|caption|subtitles?)"
    r"(?: (?:speaker|voice|male|female|man|woman|reporter|member|participant|person|[a-z]|\d+))*",
    re.I,
)
_CAPITALS = re.compile(rf"[{UPPER}][{UPPER}'’.-]+")
_MAC = re.compile(r"\bMc([a-z])")


def speaker_of(label: str, named: Mapping[str, str], labels: Iterable[str]) -> str | None:
    """The name that a label stands for; None where it names nobody.

    ``named`` is what the desk says of labels (folded) and goes before all else; ``labels`` are all of the transcript.
    """
    said = named.get(folded(label))
    if said is not None:
        return said
    if names_nobody(label):
        return None
    longer = {written(other) for other in labels if _is_part(label, other) and not names_nobody(other)}
    return longer.pop() if len(longer) == 1 else written(label)


def names_nobody(label: str) -> bool:
    """Whether a label is a role or a number."""
    return _NOBODY.fullmatch(label.strip()) is not None


def folded(label: str) -> str:
    """A label as it is compared."""
    return " ".join(label.casefold().split())


def written(label: str) -> str:
    """A name as newspapers write it: ``KIM O’DELL`` is Kim O’Dell."""
    name = " ".join(label.split())
    if any(letter.islower() for letter in name):
        return name
    return _MAC.sub(lambda found: f"Mc{found[1].upper()}", _CAPITALS.sub(lambda found: found[0].title(), name))


def _is_part(label: str, longer: str) -> bool:
    return folded(longer).endswith(f" {folded(label)}") or folded(longer).startswith(f"{folded(label)} ")
