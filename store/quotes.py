"""Verified quotes as they stand in the store: written once, read with their source and present state.

``QuoteRow`` is a verified quote as an import brings it.  A quote is the same as a stored one where its
words (as the desk compares them), speaker, source and day are: then it is not added twice, whatever has
been decided on the stored one since.  Only a withdrawn verification does not stand in the way of a new one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from bot.errors import NoSuchQuote, WrongInput
from bot.language.text import forms, search_forms
from bot.models import State, VerifiedQuote
from store.audit import Decision, Signature, record
from store.database import Database
from store.indexing import Entry
from store.keys import packed, unpacked, wordprint
from store.place import VISIBLE, Place
from store.postings import Indexed
from store.speakers import speaker_ids
from store.spoken import read_times

_READ = (
    "id, text, speaker, external_id, cue, venue, said_on, source, outlet, link, published, verified_by,"
    " verified_at, against, note, state, article_id, position, decided_by, decided_why,"
    " times"
)
_LAST_NUMBER = 2**63 - 1
_UNCOUNTED = (
    "SELECT quote_id FROM audit AS line"
    " WHERE new_state IN ('waiting', 'withdrawn', 'shared')"  # word for word as the index of these lines has it
    " AND NOT EXISTS (SELECT 1 FROM audit WHERE audit.quote_id = line.quote_id AND audit.id > line.id)"
)
COUNTED = (
    f"SELECT (SELECT coalesce(sum(quotes), 0) FROM scope WHERE {VISIBLE})"
    f" - (SELECT count(*) FROM ({_UNCOUNTED} AND team_id = :team) AS uncounted WHERE"
    f" (SELECT scope FROM quote WHERE quote.id = quote_id) IN (SELECT id FROM scope WHERE {VISIBLE}))"
)
"""How many quotes of a place count: all but those that do not, which alone are looked up, one by one.

A join in its place would let PostgreSQL go through every quote.
"""
_LAST_STATE = (
    "coalesce((SELECT new_state FROM audit WHERE quote_id = quote.id ORDER BY audit.id DESC LIMIT 1), 'verified')"
)
_PUBLISHED, _STATE, _TIMES = 10, 15, 20
_AS_GIVEN = tuple("text speaker said_on venue source outlet link against note external_id".split())
_OF_ROW = (*_AS_GIVEN, "verified_by", "verified_at")
_SIGNED = _OF_ROW[1:]
_row_values = attrgetter(*_AS_GIVEN)
_OF_PLACE = tuple("article_id position speaker_as_written cue kind part_of".split())
_place_values = attrgetter(*_OF_PLACE)
_WRITTEN = (
    *("id", "team_id", "channel_id", "scope", "wordprint", "identity", "added_by", "added_at", "corrects"),
    *("speaker_id", "published", *_OF_ROW, *_OF_PLACE),
)


AT_ONCE = Decision("verify", None, State.VERIFIED)
WAITING = Decision("verify", None, State.WAITING)
"""The first line of a quote: verified, or verified by one where a second eye is wanted."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A verified quote with all that the desk knows of it; only the words and the speaker are wanted."""

    text: str
    speaker: str | None
    said_on: str | None = None
    venue: str | None = None
    source: str | None = None
    outlet: str | None = None
    link: str | None = None
    published: date | None = None
    verified_by: str | None = None
    verified_at: str | None = None
    against: str | None = None
    note: str | None = None
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewQuote:
    """A quote about to be written: a row, and where it stands in its article.

    ``described`` is the source by which it is known to be the same as another; the row's own ``source``
    stays empty where the article gives it.
    """

    row: QuoteRow
    described: str | None = None
    article_id: int | None = None
    position: int = 0
    speaker_as_written: str | None = None
    cue: str | None = None
    kind: str | None = None
    part_of: str | None = None

    def entry(self) -> Entry:
        """By what it is told from other quotes."""
        return Entry(self.row.text, self.row.speaker, self.row.source or self.described, self.row.said_on)

    def identity(self) -> bytes:
        """What two entries share that are one quote, as 16 bytes."""
        return self.entry().identity()

    def numbered(self, id_: int) -> NumberedQuote:
        """The quote under its number."""
        words, speaker = search_forms(self.row.text), forms(self.row.speaker or "")
        return NumberedQuote(self, self.identity(), Indexed(id_, words, speaker))

    def values(self, signed: Signature) -> list[object]:
        """What is written of it as it stands: the date, then ``_OF_ROW`` and ``_OF_PLACE``.

        Who verified it and when is left out where it is who adds it, and now.
        """
        row = self.row
        published = row.published.isoformat() if row.published else None
        by = row.verified_by if row.verified_by != signed.by else None
        at = row.verified_at if row.verified_at != signed.at else None
        return [published, *_row_values(row), by, at, *_place_values(self)]


@dataclass(frozen=True, slots=True)
class NumberedQuote:
    """A quote about to be written with its number and what the index keeps of it."""

    quote: NewQuote
    identity: bytes
    indexed: Indexed


def signed_row(row: QuoteRow, signed: Signature) -> QuoteRow:
    """The row as it is stored: signed where it does not say who verified it, and no field empty or padded.

    The quote's own words stay exactly as they are.
    """
    trimmed: dict[str, Any] = {name: value.strip() or None for name in _SIGNED if (value := getattr(row, name))}
    trimmed["verified_by"] = trimmed.get("verified_by") or signed.by
    trimmed["verified_at"] = trimmed.get("verified_at") or signed.at
    return QuoteRow(text=row.text, published=row.published, **{"speaker": None, **trimmed})


def write_quotes(
    db: Database,
    place: Place,
    scope: int,
    new: Sequence[NewQuote],
    signed: Signature,
    *,
    first: Decision = AT_ONCE,
    kinds: Mapping[str, str] = MappingProxyType({}),
    corrects: int | None = None,
) -> list[int]:
    """Writes quotes, their index and their ``first`` line of the audit; gives their numbers, in order.

    That a quote was verified by whom it was added by, and then, stands in its own row and is not written twice.
    ``kinds`` says what kind of name (``person``, ``organisation``…) a speaker bears, where it is known;
    ``corrects`` is the quote in whose place they stand.
    """
    for one in new:
        refuse_nul(*one.values(signed))
    ids = db.numbers("quote", len(new))
    numbered = [one.numbered(id_) for id_, one in zip(ids, new, strict=True)]
    write_rows(db, place, scope, numbered, signed, kinds=kinds, corrects=corrects)
    db.index(scope, 0).add([one.indexed for one in numbered])
    if first != AT_ONCE:
        record(db, place, ids, first, signed)
    return list(ids)


def write_rows(
    db: Database,
    place: Place,
    scope: int,
    new: Sequence[NumberedQuote],
    signed: Signature,
    *,
    kinds: Mapping[str, str] = MappingProxyType({}),
    corrects: int | None = None,
) -> None:
    """Writes the rows of quotes that have their numbers, and counts them; their index is the caller's to write."""
    speakers = speaker_ids(db, place, scope, [one.quote.row.speaker for one in new], kinds)
    rows = list[list[object]]()
    for one in new:
        of_index = one.indexed.id, place.team, place.channel, scope, packed(wordprint(one.indexed.words)), one.identity
        by = signed.by, signed.at, corrects, speakers.get(one.quote.row.speaker)
        rows.append([*of_index, *by, *one.quote.values(signed)])
    marks = ", ".join("?" * len(_WRITTEN))
    db.insert_many(f"INSERT INTO quote ({', '.join(_WRITTEN)}) VALUES ({marks})", rows)
    db.execute("UPDATE scope SET quotes = quotes + ? WHERE id = ?", (len(rows), scope))


def refuse_nul(*values: object) -> None:
    """Raises ``WrongInput`` for the one character that PostgreSQL keeps in no text, whatever the store is."""
    for text in values:
        if isinstance(text, str) and "\0" in text:
            raise WrongInput("The text holds a NUL character, which no database keeps; take it out and try again.")


def unknown_quotes(db: Database, scope: int, new: Iterable[NewQuote]) -> list[NewQuote]:
    """Those of the quotes that the scope does not hold yet, or holds as withdrawn only, each once."""
    fresh = {one.identity(): one for one in reversed(list(new))}
    known = known_identities(db, scope, fresh)
    return [one for identity, one in reversed(fresh.items()) if identity not in known]


def known_identities(db: Database, scope: int, identities: Iterable[bytes]) -> set[bytes]:
    """Those of the identities that a quote of the scope has which was not withdrawn."""
    asked = f"SELECT 1 FROM quote WHERE scope = ? AND identity = ? AND {_LAST_STATE} <> 'withdrawn' LIMIT 1"
    return {identity for identity in identities if db.execute(asked, (scope, identity)).fetchone()}


def read_quotes(db: Database, place: Place, ids: Sequence[int]) -> list[VerifiedQuote]:
    """The quotes of these numbers that the place may see, in the order of the numbers."""
    asked = f"SELECT {_READ} FROM known_quote WHERE id IN INTS(:ids) AND {VISIBLE}"
    rows = db.execute(asked, place.named(ids=json.dumps([one for one in ids if 0 < one <= _LAST_NUMBER])))
    found = {row[0]: verified_quote(row) for row in rows}
    return [found[one] for one in ids if one in found]


def read_quote(db: Database, place: Place, quote_id: int) -> VerifiedQuote:
    """The quote of this number; raises ``NoSuchQuote``, the same for one that the place may not see."""
    found = read_quotes(db, place, [quote_id])
    if not found:
        raise NoSuchQuote(f"There is no verified quote {quote_id} here; search for its words with “find”.", quote_id)
    return found[0]


def quotes_where(db: Database, place: Place, condition: str, **values: object) -> Iterator[VerifiedQuote]:
    """The visible quotes that meet a condition on ``known_quote``, which also gives their order."""
    asked = f"SELECT {_READ} FROM known_quote WHERE {VISIBLE} AND {condition}"
    for row in db.stream(asked, place.named(**values)):
        yield verified_quote(row)


def uncounted(db: Database, ids: Iterable[int]) -> set[int]:
    """Those of the quotes that no draft is compared with: waiting, withdrawn or shared."""
    if db.execute(f"{_UNCOUNTED} LIMIT 1").fetchone() is None:
        return set()
    rows = db.execute(f"{_UNCOUNTED} AND quote_id IN INTS(?)", (json.dumps(list(ids)),))
    return {row[0] for row in rows}


def counted(db: Database, place: Place) -> int:
    """How many of the quotes that the place sees count."""
    return int(db.execute(COUNTED, place.named()).fetchone()[0])


def waiting_quotes(db: Database, place: Place) -> tuple[VerifiedQuote, ...]:
    """The visible quotes that wait for a second eye, oldest first."""
    waiting = f"{_UNCOUNTED} AND team_id = :team AND new_state = 'waiting'"
    return tuple(quotes_where(db, place, f"id IN ({waiting}) ORDER BY id"))


def read_wordprints(db: Database, ids: Iterable[int]) -> tuple[dict[int, str], dict[int, str | None]]:
    """The wordprint of each quote, and who said it, by number."""
    asked = "SELECT id, wordprint, speaker FROM quote WHERE id IN INTS(?)"
    rows = list(db.execute(asked, (json.dumps(list(ids)),)))
    return {id_: unpacked(stored) for id_, stored, _ in rows}, {id_: speaker for id_, _, speaker in rows}


def verified_quote(row: Sequence[Any]) -> VerifiedQuote:
    """The value of a row of ``known_quote`` that was read with ``_READ``."""
    values = list(row)
    published = values[_PUBLISHED]
    values[_PUBLISHED] = date.fromisoformat(published) if published else None
    values[_STATE] = State(values[_STATE])
    values[_TIMES] = times = read_times(values[_TIMES])
    values.append(times[0][1] if times else None)
    return VerifiedQuote(*values)
