"""The words that a finding sets side by side: the draft's, and those of the store or of elsewhere in the draft.

Where both are the same words the second is not repeated; where a flag's message already says what its evidence
says, the evidence is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.text import forms
from bot.models import Evidence, Flag, Judged, Match, Verdict, VerifiedQuote
from bot.render.difference import Run, compared, draft_runs, runs, verified_runs
from bot.render.words import VERDICTS, day
from bot.transcripts.seconds import clock

WORDING_HOLDS = (Verdict.VERBATIM, Verdict.EXCERPT, Verdict.CONDENSED)
_OF_AN_EDIT = frozenset({"edit_broke_quote", "quote_removed", "quote_added"})
_OF_THE_CALENDAR = frozenset({"elapsed_mismatch", "future_past", "weekday_mismatch", "impossible_date"})
_QUOTED = re.compile("“([^“”]+)”")
_TOLD_WHOLE = _OF_THE_CALENDAR | {"quote_removed"}
_OF_LEAVING_OUT = frozenset({"material_change", "words_altered"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a finding stands on.

    ``label`` says whose they are (``verified``, ``disputed``, ``also here``, ``before``), ``origin`` where they
    come from, in one line, which opens with ``where``; ``by`` who verified them; ``same`` that they are the
    draft's word for word, so that showing them is no help.
    """

    label: str
    runs: tuple[Run, ...]
    text: str
    speaker: str | None
    origin: str
    link: str | None
    quote_id: int | None
    same: bool = False
    where: str = ""
    by: str | None = None

    @property
    def shown(self) -> tuple[Run, ...]:
        """The words, or that they are the same."""
        return (Run(VERDICTS[Verdict.VERBATIM].word),) if self.same else self.runs


def sides(flag: Flag, judged: Judged) -> tuple[tuple[Run, ...], tuple[Passage, ...]]:
    """The draft's words of a quote and what they stand against, each with the differences marked."""
    shown = tuple(_passages(flag, judged))
    return _draft(flag, judged), shown


def beside(flag: Flag, judged: Judged | None) -> tuple[Passage, ...]:
    """What a finding outside a quote's words stands on: the evidence that its message does not say."""
    known = _matches(judged) if judged else {}
    return tuple(
        of_match(known[evidence.quote_id], marked=False) if evidence.quote_id in known else _plain(flag, evidence)
        for evidence in flag.evidence
        if evidence.text not in flag.message and flag.code not in _TOLD_WHOLE
    )


def of_match(match: Match, marked: bool = True, against: str = "") -> Passage:
    """The verified side of a match; ``against`` are the draft's words, to tell whether they are the same."""
    verified = match.verified
    return Passage(
        label=verified.state.value,
        runs=verified_runs(verified.text, match.diff if marked else ()),
        text=verified.text,
        speaker=verified.speaker,
        origin=origin(match),
        link=verified.link,
        quote_id=verified.quote_id,
        same=bool(against) and _same(against, verified.text),
        where=where(verified),
        by=verified.verified_by,
    )


def _passages(flag: Flag, judged: Judged) -> Iterator[Passage]:
    known, words = _matches(judged), judged.quote.text
    for evidence in flag.evidence:
        if evidence.quote_id in known:
            shown = of_match(known[evidence.quote_id], _differs(flag, judged), words)
            yield _told(shown, flag) if flag.code == "qualifier_cut" else shown
        elif flag.code in _OF_AN_EDIT and any(_same(evidence.text, match.verified.text) for match in judged.matches):
            continue
        elif evidence.quote is not None or flag.code in _OF_AN_EDIT:
            yield _plain(flag, evidence, compared(words, evidence.text)[1])
        elif evidence.quote_id is not None or evidence.text not in flag.message:
            yield _plain(flag, evidence)
    if not flag.evidence and judged.matches and _differs(flag, judged):
        yield of_match(judged.matches[0])


def _told(shown: Passage, flag: Flag) -> Passage:
    """The passage with the words marked that the message quotes: the condition that the draft cut off."""
    quoted = _QUOTED.search(flag.message)
    at = shown.text.find(quoted[1]) if quoted else -1
    return shown if at < 0 or not quoted else replace(shown, runs=runs(shown.text, [(at, at + len(quoted[1]))]))


def _draft(flag: Flag, judged: Judged) -> tuple[Run, ...]:
    """The draft's words, marked against the first evidence that they differ from."""
    quote, known = judged.quote, _matches(judged)
    for evidence in flag.evidence:
        if evidence.quote_id in known and _differs(flag, judged):
            return draft_runs(quote.text, quote.start, known[evidence.quote_id].diff)
        if evidence.quote is not None:
            return compared(quote.text, evidence.text)[0]
    if not flag.evidence and judged.matches and _differs(flag, judged):
        return draft_runs(quote.text, quote.start, judged.matches[0].diff)
    return runs(quote.text, ())


def _differs(flag: Flag, judged: Judged) -> bool:
    """Whether the differences matter here: what an ellipsis declares is marked only where the flag is on it."""
    return judged.verdict not in WORDING_HOLDS or flag.code in _OF_LEAVING_OUT


def _same(ours: str, theirs: str) -> bool:
    """Whether two wordings are the same words, whatever their marks and case."""
    return forms(ours) == forms(theirs)


def _matches(judged: Judged) -> dict[int | None, Match]:
    return {match.verified.quote_id: match for match in judged.matches}


def _plain(flag: Flag, evidence: Evidence, marked: tuple[Run, ...] | None = None) -> Passage:
    own = evidence.quote is not None or not (evidence.source or evidence.outlet or evidence.quote_id)
    here = "before" if flag.code in _OF_AN_EDIT else "also here"
    return Passage(
        label=here if own else "verified",
        runs=marked or runs(evidence.text, ()),
        text=evidence.text,
        speaker=evidence.speaker,
        origin="" if own else origin(evidence),
        link=evidence.link,
        quote_id=evidence.quote_id,
        where="" if own else where(evidence),
        by=None if own else evidence.verified_by,
    )


def origin(known: Evidence | Match) -> str:
    """Where verified words come from and who stands for them, in one line of desk words."""
    entry = known if isinstance(known, Evidence) else known.verified
    against = None if isinstance(known, Evidence) else known.verified.against
    parts = [where(entry)]
    if entry.verified_by:
        parts.append(verifier(entry.verified_by, against, entry.verified_at))
    return " · ".join(part for part in parts if part)


def where(entry: Evidence | VerifiedQuote) -> str:
    """The outlet, or else the source, the day, the time in a recording: ``The Marrow Tide, 3 Mar 2025, at 2:03``."""
    at = None if entry.second is None else f"at {clock(entry.second)}"
    parts = (entry.outlet or entry.source, day(entry.said_on or entry.published), at)
    return ", ".join(part for part in parts if part)


def verifier(name: str, against: str | None, at: str | None) -> str:
    """Who verified some words, against what and when: ``verified by kim from the recording, 4 Mar 2025``."""
    source = f" from the {against}" if against and " " not in against else f" from {against}" if against else ""
    when = f", {day(at)}" if at else ""
    return f"verified by {name}{source}{when}"


def origin_in_brief(match: Match) -> str:
    """The same for a list: outlet, day and the verifier's name."""
    entry = match.verified
    return " · ".join(part for part in (where(entry), entry.verified_by) if part)
