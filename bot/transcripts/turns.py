"""Turns: all that one speaker says until somebody else does, with the second of each stretch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.errors import WrongInput
from bot.transcripts.labels import folded, speaker_of
from bot.transcripts.speech import Stretch

_WORDS_A_SENTENCE = 60
"""More words than this to a full stop are speech that a machine wrote down without any."""
_STOPS = ".!?…"
_ANSWERS = ("a", "answer")
_SEVERAL = "Several people speak in {} and it does not say who; write each one's name and a colon before the words."


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break.

    ``times`` are pairs of an offset in ``text`` (code points) and the second at which the words from there on were
    said.  ``follows`` says that nothing stands between it and the turn before.
    """

    text: str
    speaker: str | None
    label: str | None = None
    times: tuple[tuple[int, int], ...] = ()
    follows: bool = True


@dataclass(frozen=True, slots=True)
class Transcript:
    """A recording written down: its turns in order, and the name of its file."""

    turns: tuple[Turn, ...]
    source: str | None = None

    @property
    def text(self) -> str:
        """The turns as a text, a paragraph each: the same for the same words and speakers."""
        return "\n\n".join(f"{turn.speaker or turn.label or '—'}: {turn.text}" for turn in self.turns)


@dataclass(slots=True)
class _Building:
    """A turn while stretches are still added to it."""

    label: str | None
    follows: bool
    between: str
    text: str = ""
    times: list[tuple[int, int]] = field(default_factory=list)

    def add(self, one: Stretch) -> None:
        start = len(self.text) + len(self.between) if self.text else 0
        if one.second is not None and (not self.times or self.times[-1][1] != one.second):
            self.times.append((start, one.second))
        self.text = f"{self.text}{self.between}{one.text}" if self.text else one.text


def joined(stretches: Sequence[Stretch], named: Mapping[str, str], source: str | None) -> Transcript:
    """The turns of a transcript; ``named`` says who speaks under a label (folded; ``""``: under none, or after an A).

    Raises ``WrongInput`` where one name is given for words that several people say.
    """
    if named.get("") and any(one.changes and one.label is None for one in stretches):
        raise WrongInput(_SEVERAL.format(source), source)
    built = _built(stretches)
    labels = {one.label for one in built if one.label}
    turns = (_turn(one, named, labels) for one in built)
    return Transcript(tuple(turn for turn in turns if turn.text), source)


def _built(stretches: Iterable[Stretch]) -> list[_Building]:
    coming = list(stretches)
    between = "\n" if _without_stops(coming) else " "
    built: list[_Building] = []
    apart = False
    for one in coming:
        before = built[-1] if built else None
        another = before is None or (one.changes and one.label is None) or one.label not in (None, before.label)
        apart = apart or one.apart
        if before is None or another or (apart and before.text):
            label = one.label if one.label or another else before.label if before else None
            built.append(_Building(label, not apart and bool(built), between))
            apart = False
        if one.text:
            built[-1].add(one)
    return built


def _turn(one: _Building, named: Mapping[str, str], labels: Iterable[str]) -> Turn:
    speaker = speaker_of(one.label, named, labels) if one.label else None
    if speaker is None and folded(one.label or "a") in _ANSWERS:
        speaker = named.get("")
    return Turn(one.text, speaker, one.label, tuple(one.times), one.follows)


def _without_stops(stretches: Sequence[Stretch]) -> bool:
    """Whether the words have next to no full stops; then each caption is held to be a sentence of its own."""
    text = " ".join(one.text for one in stretches)
    return len(text.split()) > _WORDS_A_SENTENCE * (1 + sum(text.count(stop) for stop in _STOPS))
