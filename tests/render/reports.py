"""Makers of quotes, flags and verified entries for the tests of the faces.

Nothing is judged here: each finding is written down as a check would give it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from bot.language.text import words
from bot.models import (
    Confidence,
    Edit,
    Evidence,
    Flag,
    Judged,
    Kind,
    Match,
    Quote,
    Severity,
    Verdict,
    VerifiedQuote,
)

EXAMPLES = Path(__file__).parents[2] / "handlers" / "examples"
DRAFT = (EXAMPLES / "draft.txt").read_text(encoding="utf-8")


def place(text: str, snippet: str) -> tuple[int, int]:
    """Where a snippet stands in a text."""
    start = text.index(snippet)
    return start, start + len(snippet)


def edits(draft: str, start: int, verified: str) -> tuple[Edit, ...]:
    """The word differences of two wordings, with the draft's at ``start`` of its article."""
    left, right = words(draft), words(verified)
    matcher = SequenceMatcher(None, [w.form for w in left], [w.form for w in right], autojunk=False)
    ops = {"replace": "replace", "delete": "insert", "insert": "delete"}
    out = []
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            continue
        ours = (left[a].start, left[b - 1].end) if b > a else (_after(left, a), _after(left, a))
        theirs = (right[c].start, right[d - 1].end) if d > c else (_after(right, c), _after(right, c))
        out.append(
            Edit(
                ops[op],
                draft[slice(*ours)],
                start + ours[0],
                start + ours[1],
                verified[slice(*theirs)],
                *theirs,
            )
        )
    return tuple(out)


def _after(side: Sequence[object], index: int) -> int:
    return int(getattr(side[index - 1], "end", 0)) if index else 0


def verified(number: int, text: str, speaker: str, **more: Any) -> VerifiedQuote:
    """A verified quote of the bundled paper, with the rest as given."""
    known: dict[str, Any] = {
        "source": "Packet and Gannet to become one ferry line",
        "outlet": "The Marrow Tide",
        "link": "https://tide.example/2025/03/packet-and-gannet",
        "published": date(2025, 3, 3),
        "verified_by": "Odile",
        "verified_at": "2025-03-04T09:30:00+00:00",
        "against": "recording",
    }
    return VerifiedQuote(number, text, speaker, **{**known, **more})


def evidence(entry: VerifiedQuote) -> Evidence:
    """A verified quote as the evidence of a flag."""
    return Evidence(
        text=entry.text,
        quote_id=entry.quote_id,
        speaker=entry.speaker,
        source=entry.source,
        outlet=entry.outlet,
        link=entry.link,
        said_on=entry.said_on,
        published=entry.published,
        verified_by=entry.verified_by,
        verified_at=entry.verified_at,
    )


class Desk:
    """Collects the quotes and flags of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotes: list[Judged] = []
        self.flags: list[Flag] = []

    def quote(
        self,
        said: str,
        speaker: str | None,
        verdict: Verdict,
        *stored: VerifiedQuote,
        kind: Kind = Kind.DIRECT,
        group: str | None = None,
    ) -> str:
        """Enters a quote and gives its id."""
        start, end = place(self.text, said)
        quote = Quote(
            id=f"q{len(self.quotes) + 1}",
            text=said,
            start=start,
            end=end,
            kind=kind,
            group=group,
            speaker=speaker,
            speaker_as_written="she" if speaker else None,
            speaker_start=end + 2 if speaker else None,
            speaker_end=end + 5 if speaker else None,
            confidence=Confidence.HIGH if speaker else Confidence.GUESS,
            reason="a cue beside the words",
            cue="said" if speaker else None,
        )
        differs = verdict not in (Verdict.VERBATIM, Verdict.EXCERPT)
        matches = tuple(Match(entry, 0.93, edits(said, start, entry.text) if differs else ()) for entry in stored)
        self.quotes.append(Judged(quote, verdict, matches))
        return quote.id

    def flag(
        self,
        code: str,
        severity: Severity,
        about: str,
        message: str,
        *known: Evidence | VerifiedQuote,
        quotes: Sequence[str] = (),
    ) -> Flag:
        """Raises a flag on a snippet."""
        shown = tuple(each if isinstance(each, Evidence) else evidence(each) for each in known)
        flag = Flag(code, severity, *place(self.text, about), message, tuple(quotes), shown)
        self.flags.append(flag)
        return flag
