"""The notes beside the article on the page: one for every quote, and one for every finding outside a quote.

Findings on one quote share its note, the worst first, so that its words are shown once.  Notes stand in the
order of the article; those with findings are numbered, as the printed page numbers them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.models import Judged, Match, Report, Severity, State, Verdict
from bot.render.difference import Run, abridged, draft_runs, runs
from bot.render.findings import Finding, findings, matched, touches
from bot.render.fragments import fragment_link
from bot.render.passages import WORDING_HOLDS, Passage, of_match
from bot.render.sheet import Mark
from bot.render.words import SEVERITIES, VERDICTS, Label, said_by

MATCHED = Label("✓", "matched", "The words are verified.", "white_check_mark")
ABSENT = Label("○", "not in the store", "Nobody has verified these words yet.", "white_circle")
NEW = Label("+", "new", "Not there in the last version.", "new")
OTHER = Label("·", "part of another finding", "Another finding speaks of these words.", "white_circle")
_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Source:
    """The words that a note shows beside the draft's, and the link that opens their page at them."""

    passage: Passage
    runs: tuple[Run, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A note.

    ``anchor`` is its place on the page; ``number`` counts the notes with findings from 1; ``levels`` are the
    counts that it belongs to (``hold``, ``query``, ``note``, ``matched``, ``absent``, ``new``), worst first;
    ``draft`` are the draft's words where they are read beside others, for the article itself is next to it.
    """

    anchor: str
    start: int
    end: int
    levels: tuple[str, ...]
    label: Label
    heading: str
    judged: Judged | None
    findings: tuple[Finding, ...]
    draft: tuple[Run, ...]
    sources: tuple[Source, ...]
    number: int | None = None

    @property
    def speaker(self) -> str | None:
        """Who says the words in the draft."""
        if self.judged is None:
            return next((finding.speaker for finding in self.findings), None)
        return self.judged.quote.speaker or self.judged.quote.speaker_as_written

    @property
    def said_by(self) -> str | None:
        """The speaker, with how sure the reading is where it is not certain."""
        return self.speaker if self.judged is None else said_by(self.judged.quote)

    @property
    def verdict(self) -> Verdict | None:
        """How the wording of its quote stands; None where it is about a name or a date."""
        if self.judged is None or (self.start, self.end) != (self.judged.quote.start, self.judged.quote.end):
            return None
        return self.judged.verdict

    @property
    def rank(self) -> int:
        """How grave its worst finding is, from 0 for a hold; beyond every finding where it has none."""
        return min((_ORDER[finding.flag.severity] for finding in self.findings), default=len(_ORDER))

    @property
    def level(self) -> str:
        """The worst of its levels, which gives it its colour."""
        return self.levels[0]

    @property
    def standing(self) -> str:
        """Of a re-check, whether its worst finding is new or still open."""
        return self.findings[0].standing if self.findings else ""


def cards(report: Report) -> tuple[Card, ...]:
    """The notes of a report, in the order of the article."""
    sound = {judged.quote.id for judged in matched(report)}
    by_quote: dict[str, list[Finding]] = {}
    alone: list[Finding] = []
    for finding in findings(report):
        if finding.judged is not None and touches(finding.flag, finding.judged):
            by_quote.setdefault(finding.judged.quote.id, []).append(finding)
        else:
            alone.append(finding)
    made = [_of_quote(judged, by_quote.get(judged.quote.id, ()), sound) for judged in report.quotes]
    made += [_alone(finding) for finding in alone]
    return tuple(_numbered(sorted(made, key=lambda card: (card.start, card.end))))


def marks(notes: Iterable[Card]) -> list[Mark]:
    """Where the notes belong in the article."""
    return [_mark(card) for card in notes]


def _numbered(made: list[Card]) -> Iterable[Card]:
    number = 0
    for index, card in enumerate(made, 1):
        number += bool(card.findings)
        yield replace(card, anchor=f"note-{index}", number=number if card.findings else None)


def _of_quote(judged: Judged, found: Iterable[Finding], sound: set[str]) -> Card:
    on_it = tuple(sorted(found, key=lambda finding: _ORDER[finding.flag.severity]))
    levels = [finding.flag.severity.value for finding in on_it]
    if judged.quote.id in sound:
        levels.append("matched")
    elif judged.verdict is Verdict.UNVERIFIED:
        levels.append("absent")
    shown = _sources(judged, on_it)
    return Card(
        anchor="",
        start=judged.quote.start,
        end=judged.quote.end,
        levels=_with_new(levels or ["other"], on_it),
        label=_label(levels[0] if levels else ""),
        heading=on_it[0].title if on_it else _calm(judged),
        judged=judged,
        findings=on_it,
        draft=abridged(_draft(judged, on_it)) if any(not source.passage.same for source in shown) else (),
        sources=shown,
    )


def _with_new(levels: list[str], found: tuple[Finding, ...]) -> tuple[str, ...]:
    new = [NEW.word] if any(finding.standing == NEW.word for finding in found) else []
    return tuple(dict.fromkeys([*levels, *new]))


def _calm(judged: Judged) -> str:
    """The headline of a note without findings."""
    if judged.verdict is Verdict.UNVERIFIED:
        return ABSENT.meaning.rstrip(".")
    return VERDICTS[judged.verdict].word


def _draft(judged: Judged, found: tuple[Finding, ...]) -> tuple[Run, ...]:
    """The draft's words with the differences of the first finding that shows any."""
    for finding in found:
        if any(run.mark for run in finding.draft):
            return finding.draft
    if judged.matches and judged.verdict not in WORDING_HOLDS:
        return draft_runs(judged.quote.text, judged.quote.start, judged.matches[0].diff)
    return runs(judged.quote.text, ())


def _sources(judged: Judged, found: tuple[Finding, ...]) -> tuple[Source, ...]:
    passages = [passage for finding in found for passage in finding.passages]
    if not any(passage.quote_id is not None for passage in passages) and judged.matches:
        differs = judged.verdict not in WORDING_HOLDS
        passages.insert(0, of_match(judged.matches[0], differs, judged.quote.text))
    return _distinct(passages)


def _distinct(passages: Iterable[Passage]) -> tuple[Source, ...]:
    kept: dict[tuple[int | None, str], Passage] = {}
    for passage in passages:
        key = (passage.quote_id, passage.text)
        if key not in kept or any(run.mark for run in passage.runs):
            kept[key] = passage
    return tuple(
        Source(passage, abridged(passage.shown), fragment_link(passage.link, passage.text)) for passage in kept.values()
    )


def _alone(finding: Finding) -> Card:
    level = finding.flag.severity.value
    return Card(
        anchor="",
        start=finding.flag.start,
        end=finding.flag.end,
        levels=_with_new([level], (finding,)),
        label=_label(level),
        heading=finding.title,
        judged=finding.judged,
        findings=(finding,),
        draft=(),
        sources=_distinct(finding.passages),
    )


def _label(level: str) -> Label:
    if level in set(Severity):
        return SEVERITIES[Severity(level)]
    return {"matched": MATCHED, "absent": ABSENT}.get(level, OTHER)


def _mark(card: Card) -> Mark:
    verdict = card.verdict
    classes = [f"level-{card.level}", *([f"verdict-{verdict.value}"] if verdict else ["passage"])]
    sign = card.label.sign if card.findings or not verdict else ""
    what = f"{card.label.word}: {card.heading}" if card.findings else card.heading
    wording = VERDICTS[verdict].sign if verdict else ""
    place = f"at-{card.anchor}"
    return Mark(card.start, card.end, card.anchor, tuple(classes), sign, what, card.number, wording, place)


def details(card: Card) -> tuple[tuple[str, str], ...]:
    """What else the store knows of the words, as terms and values for the foot of a note."""
    match = _shown_match(card)
    if match is None:
        return ()
    entry = match.verified
    state = "" if entry.state is State.VERIFIED else entry.state.value
    rows = (("State", state), ("Told to", entry.venue), ("Note", entry.note), ("Stored quote", str(entry.quote_id)))
    return tuple((term, value) for term, value in rows if value)


def _shown_match(card: Card) -> Match | None:
    shown = {source.passage.quote_id for source in card.sources}
    if card.judged is None:
        return None
    return next((match for match in card.judged.matches if match.verified.quote_id in shown), None)
