"""A draft or a page as it came in: its text, where it is from, and what of it is not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the reader must know of the check itself, such as that the text was cut off."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A whole line of page furniture that was not read as part of the article."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """One statement by the page of when it was published."""

    value: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A draft or a page as it came in.

    ``text`` of plain text is the input itself, unchanged but for a byte order mark.  ``dropped`` lists
    the furniture lines that stay in it and are not read.  ``publication_dates`` holds every date on which
    the page says it was published, with its place (an empty span where it stood in the page's metadata).
    """

    text: str
    title: str | None = None
    source: str | None = None
    outlet: str | None = None
    link: str | None = None
    published: date | None = None
    publication_dates: tuple[PublicationDate, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notices: tuple[Notice, ...] = ()
