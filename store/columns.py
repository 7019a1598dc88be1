"""The columns of a file of verified quotes, and the headings that newsrooms give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

COLUMNS = (
    "text", "speaker", "said_on", "venue", "source", "outlet", "link", "published", "verified_by",
    "verified_at", "against", "note", "external_id",
)  # fmt: skip
WANTED = ("text", "speaker")
_HEADINGS = {
    "text": "quote, quotes, quote text, quotation, words, verbatim, statement",
    "speaker": "said by, name, who, person, speaker name, quoted, quoted person, attributed to, attribution",
    "said_on": "said on, date, date said, said, when, quote date, date of quote, day",
    "venue": "where, said at, said to, told to, told, place, event, occasion, setting",
    "source": "source title, article, article title, headline, title, story, document",
    "outlet": "publication, publisher, newspaper, paper, medium, media, site name",
    "link": "url, uri, href, source url, source link, web address, web page, article url, article link",
    "published": "published on, published at, publication date, publish date, date published, pubdate, pub date",
    "verified_by": "verified by, checked by, verifier, checker, fact checker, verified, checked",
    "verified_at": "verified at, verified on, checked at, checked on, date verified, date checked",
    "against": "verified against, checked against, checked with, basis, held to",
    "note": "notes, comment, comments, remark, remarks",
    "external_id": "external id, id, ref, reference, quote id, record id, key, uid, uuid, number, no",
}
_BETWEEN = re.compile(r"[\s_\-./]+")


def _plain(heading: str) -> str:
    return _BETWEEN.sub(" ", heading.casefold()).strip(" :*\"'\ufeff")


_COLUMN_OF = {
    heading: column for column, headings in _HEADINGS.items() for heading in (_plain(column), *headings.split(", "))
}


def column_of(heading: str) -> str | None:
    """The column that a heading stands for, in whatever case and with whatever between its words."""
    return _COLUMN_OF.get(_plain(heading))


def by_column(cells: Mapping[str, object]) -> dict[str, object]:
    """The cells of a row under the names of their columns; a column's own name goes before other headings."""
    found: dict[str, object] = {}
    for heading, value in sorted(cells.items(), key=lambda cell: cell[0] not in COLUMNS):
        column = column_of(heading)
        if column is not None and found.get(column) in (None, ""):
            found[column] = value
    return found


def known(headings: Iterable[str]) -> set[str]:
    """The columns that these headings stand for."""
    return {column for heading in headings if (column := column_of(heading))}
