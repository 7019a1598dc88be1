"""The quotes of an article: every run of words between marks that somebody is said to have spoken or written.

``find_quotes`` pairs the marks, reads who spoke, leaves out what quotes nobody, and says of each quote whether
it is a whole clause, how sure the attribution is and why.  It never raises, whatever the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from bot.attribution.belief import believe
from bot.attribution.carry import Attributed
from bot.attribution.clauses import kind_of
from bot.attribution.events import Event
from bot.attribution.items import Row
from bot.attribution.reader import attribute
from bot.attribution.subjects import speaker_span
from bot.attribution.utterances import Kept, group_parts
from bot.attribution.venues import Venues, stretch_of
from bot.attribution.worth import quotes_somebody
from bot.dates.said import beside, said_on
from bot.marks.apart import spoken_apart
from bot.marks.pairs import pair_marks
from bot.marks.signatures import without_signatures
from bot.marks.single import Marked
from bot.marks.structure import Paragraph, Role, paragraphs
from bot.marks.unmarked import unmarked_speech
from bot.models import Article, Confidence, DateMention, NameMention, Quote, UnpairedMark
from bot.tongues.tongue import Tongue

_WORDS = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…]\s")


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """What the marks of an article come to: its quotes in reading order, and the marks without a partner."""

    quotes: tuple[Quote, ...]
    unpaired: tuple[UnpairedMark, ...]


def find_quotes(
    article: Article, names: Sequence[NameMention], dates: Sequence[DateMention], tongue: Tongue | None = None
) -> QuoteReading:
    """The quotes of an article with their speakers; ``names`` and ``dates`` are those of the same text."""
    text = article.text
    parts = paragraphs(text, article.dropped)
    marks, unpaired = pair_marks(text, parts)
    marks = unmarked_speech(text, parts, without_signatures(text, marks, names), names)
    if tongue is not None:
        marks = spoken_apart(text, parts, marks, tongue)
    found = attribute(text, parts, marks, names, tongue)
    kept = [item for one in found if (item := _keep(text, parts, marks, one))]
    groups, pulled = group_parts(kept), _pulled(kept, text)
    venues = Venues(text, names)
    quotes = [
        Quote(
            f"q{number + 1}",
            text[item.mark.start : item.mark.end],
            item.mark.start,
            item.mark.end,
            item.kind,
            groups[number],
            in_body=item.role is Role.BODY and number not in pulled,
            venue=venues.of(item.found, item.mark.start),
            **_spoken(text, item, dates),
        )
        for number, item in enumerate(kept)
    ]
    return QuoteReading(tuple(quotes), unpaired)


def _keep(text: str, parts: Sequence[Paragraph], marks: Sequence[Marked], found: Attributed) -> Kept | None:
    """A pair of marks with its kind and role, None where it quotes nobody."""
    mark, role = marks[found.mark], parts[found.paragraph].role
    inner = text[mark.start : mark.end]
    kind = kind_of(found, inner)
    return Kept(found, mark, kind, role) if quotes_somebody(text, found, inner, kind, role) else None


class _Spoken(TypedDict, total=False):
    """What a quote says of whoever spoke it."""

    speaker: str | None
    speaker_as_written: str
    speaker_start: int
    speaker_end: int
    confidence: Confidence
    reason: str
    cue: str | None
    said_on: str | None


def _spoken(text: str, item: Kept, dates: Sequence[DateMention]) -> _Spoken:
    found = item.found
    if found.tie is None or found.source is None or found.speaker is None:
        return {"reason": "nobody is named as the speaker"}
    first, last = found.label or speaker_span(found.source, found.tie.subject)
    confidence, reason = believe(found, item.kind, item.role)
    stretch = stretch_of(found)
    return {
        "speaker": found.speaker.name,
        "speaker_as_written": text[first:last],
        "speaker_start": first,
        "speaker_end": last,
        "confidence": confidence,
        "reason": reason,
        "cue": _cue(text, found.source, found.tie.event),
        "said_on": _day(text, dates, item, stretch),
    }


def _day(text: str, dates: Sequence[DateMention], item: Kept, stretch: tuple[int, int] | None) -> str | None:
    """The day that the draft gives for the words."""
    found = item.found
    if stretch is None or found.source is None or found.tie is None:
        return None
    if found.source.tongue is None:
        return said_on(text, dates, *stretch)
    last = max(found.tie.subject.last, found.tie.event.verb if found.tie.event else 0)
    return beside(dates, text, found.source.items[last].end)


def _cue(text: str, row: Row, event: Event | None) -> str | None:
    """The cue as the article writes it."""
    if event is None or row.tongue is None or event.cue == ":":
        return event.cue if event else None
    verb = row.items[event.verb]
    return text[verb.start : verb.end].casefold()


def _pulled(kept: Sequence[Kept], text: str) -> set[int]:
    """The pull quotes: paragraphs of one quote alone whose words another paragraph holds as well."""
    alone = [at for at, item in enumerate(kept) if not item.found.row.codes.strip("Q.-")]
    if not alone:
        return set()
    read = [_sentences_of(text[item.mark.start : item.mark.end]) for item in kept]
    held = Counter(form for forms in read for form in forms)
    return {at for at in alone if any(held[form] > 1 for form in read[at])}


def _sentences_of(words: str) -> set[str]:
    """The sentences of a quote as their bare words, those of four words and more."""
    read = (_WORDS.findall(sentence) for sentence in _STOP.split(words.casefold()))
    return {" ".join(sentence) for sentence in read if len(sentence) >= 4}
