"""What an article says, before anything is compared: quotes, dates, ages, names, dated events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.models.article import Article


class Kind(StrEnum):
    """Whether a quote holds a whole clause of the speaker's words or a fragment in the reporter's sentence."""

    DIRECT = "direct"
    PARTIAL = "partial"


class Confidence(StrEnum):
    """How sure it is that the named speaker said the words; red flags on the speaker want ``HIGH``."""

    HIGH = "high"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between marks that the article attributes to a speaker.

    ``text`` is what stands between the marks, ``start`` and ``end`` are its place without the marks.
    ``speaker`` is the fullest name that the article gives the person, None where nobody is named;
    ``group`` is shared by the parts of one utterance; ``reason`` says why the attribution is believed.
    ``in_body`` is False in headlines, captions, pull quotes and letters.  ``said_on`` is the day that the
    draft gives for the words, at its precision, and ``outlet`` stays with the venue as written.
    """

    id: str
    text: str
    start: int
    end: int
    kind: Kind
    group: str | None = None
    speaker: str | None = None
    speaker_as_written: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    confidence: Confidence = Confidence.GUESS
    reason: str = ""
    cue: str | None = None
    venue: str | None = None
    said_on: str | None = None
    in_body: bool = True


@dataclass(frozen=True, slots=True)
class UnpairedMark:
    """A quotation mark without its partner, with the words it stands with."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that names a date, time, duration or set, with its ISO 8601 (TIMEX3) value.

    ``value`` is None where nothing anchors it (``yesterday`` in an undated draft) or where no such day
    exists (30 February).  ``weekday`` (0 is Monday), ``day``, ``month`` and ``year`` are the parts as
    written, None where they are not; ``relative`` marks what counts from publication (``last week``);
    ``ambiguous`` a date in figures that can be read two ways.
    """

    text: str
    start: int
    end: int
    value: str | None
    kind: str = "date"
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    relative: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age in years that the article gives a person, as of its publication."""

    person: str
    age: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BirthMention:
    """A birth date or year that the article gives a person."""

    person: str
    born: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name as written, and the fullest form the article gives the same bearer.

    ``kind`` is ``person``, ``organisation``, ``work``, ``place`` or ``other``.
    """

    text: str
    start: int
    end: int
    full: str
    kind: str


@dataclass(frozen=True, slots=True)
class DatedFact:
    """An event that an article dates: who or what, did what, and when.

    ``keys`` are what the store finds it again by; ``subject`` and ``action`` are folded content words by
    which two facts are held to be the same event.  ``text`` is the sentence, for the evidence.
    """

    subject: tuple[str, ...]
    action: str
    value: str
    text: str
    start: int
    end: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article says, before anything is compared: all that extraction finds."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    unpaired: tuple[UnpairedMark, ...] = ()
    dates: tuple[DateMention, ...] = ()
    ages: tuple[AgeMention, ...] = ()
    births: tuple[BirthMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    facts: tuple[DatedFact, ...] = ()
