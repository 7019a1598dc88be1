"""The people whose words were verified, by name, other names of theirs, and names spelled nearly alike.

A name is found by its surname: the last word of it, folded, of a double-barrelled one the last part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from bot.archive import KnownName
from bot.errors import WrongInput
from bot.language.text import fold, forms
from store.audit import Signature
from store.database import Database
from store.place import Place, ScopeRow
from store.postings import LAST_CHARACTER

MOST = 100
SLIPS = 2
_AFTER_THE_NAME = frozenset("jr sr ii iii iv mp mep qc kc obe mbe".split())


def surname(name: str) -> str:
    """The word that a name is found by, folded; empty where there is no word."""
    parts = [fold(part.strip("()[],;:\"“”'’")) for part in name.split()]
    parts = [part for part in parts if part]
    while len(parts) > 1 and parts[-1] in _AFTER_THE_NAME:
        parts.pop()
    return parts[-1].rpartition("-")[2] if parts else ""


def folded(name: str) -> str:
    """A name as two writings of it are compared."""
    return " ".join(forms(name))


def speaker_ids(
    db: Database,
    place: Place,
    scope: int,
    names: Iterable[str | None],
    kinds: Mapping[str, str] = MappingProxyType({}),
) -> dict[str | None, int]:
    """The number of each speaker in the scope, by the name as written; new speakers are added."""
    ids: dict[str | None, int] = {}
    for name in dict.fromkeys(names):
        if name and (key := folded(name)):
            kind = kinds.get(name) or ("person" if " " in key else "other")
            ids[name] = _speaker_id(db, scope, key) or _add_speaker(db, place, scope, name, kind)
    return ids


def add_alias(db: Database, place: Place, scope: int, speaker: str, alias: str, signed: Signature) -> None:
    """Adds another name of a speaker; the same again adds nothing."""
    if not folded(speaker) or not folded(alias):
        raise WrongInput("A name is missing; give the speaker's name and the other name.", (speaker, alias))
    speaker_id = speaker_ids(db, place, scope, [speaker])[speaker]
    named = (alias.strip(), folded(alias), surname(alias), signed.by, signed.at)
    db.execute(
        "INSERT INTO alias (team_id, channel_id, scope, speaker_id, alias, folded, surname,"
        " added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (place.team, place.channel, scope, speaker_id, *named),
    )


def speakers_like(db: Database, scopes: Iterable[ScopeRow], name: str) -> tuple[KnownName, ...]:
    """Speakers with this surname or one spelled nearly alike, under each name they are known by."""
    key, whole = surname(name), folded(name)
    if not key:
        return ()
    found: dict[KnownName, tuple[bool, bool]] = {}
    for scope in scopes:
        for near in _near_surnames(db, scope.id, key):
            for row in _bearers(db, scope.id, near):
                found.setdefault(KnownName(*row), (folded(row[0]) != whole, near != key))
    return tuple(sorted(found, key=lambda one: (found[one], one.name))[:MOST])


def near(one: str, other: str) -> bool:
    """Whether two folded words are one slip of the keys apart, two where they have eight letters or more."""
    from rapidfuzz.distance import OSA

    slips = SLIPS if min(len(one), len(other)) >= 8 else 1
    return OSA.distance(one, other, score_cutoff=slips) <= slips


def _near_surnames(db: Database, scope: int, key: str) -> list[str]:
    """The scope's surnames of the same first letter that are nearly this one."""
    asked = (
        "SELECT surname FROM speaker WHERE scope = :scope AND surname >= :first AND surname < :last UNION"
        " SELECT surname FROM alias WHERE scope = :scope AND surname >= :first AND surname < :last"
    )
    rows = db.execute(asked, {"scope": scope, "first": key[0], "last": key[0] + LAST_CHARACTER})
    return [row[0] for row in rows if near(key, row[0])]


def _bearers(db: Database, scope: int, key: str) -> Iterator[tuple[str, str, str, str, str]]:
    """The speakers of a surname: name, kind, and the source, outlet and link of their first quote."""
    named = db.execute(
        "SELECT name, kind, (SELECT min(quote.id) FROM quote WHERE quote.speaker_id = named.id) FROM ("
        " SELECT name, kind, id FROM speaker WHERE scope = :scope AND surname = :surname UNION"
        " SELECT alias.alias, speaker.kind, speaker.id FROM alias JOIN speaker ON speaker.id = speaker_id"
        " WHERE alias.scope = :scope AND alias.surname = :surname) AS named LIMIT :most",
        {"scope": scope, "surname": key, "most": MOST},
    ).fetchall()
    wanted = json.dumps([first for _, _, first in named])
    asked = "SELECT id, source, outlet, link FROM known_quote WHERE id IN INTS(?)"
    known = {row[0]: row[1:] for row in db.execute(asked, (wanted,))}
    for name, kind, first in named:
        yield (name, kind, *known.get(first, (None, None, None)))


def _speaker_id(db: Database, scope: int, key: str) -> int | None:
    row = db.execute("SELECT id FROM speaker WHERE scope = ? AND folded = ?", (scope, key)).fetchone()
    return int(row[0]) if row else None


def _add_speaker(db: Database, place: Place, scope: int, name: str, kind: str) -> int:
    return db.insert(
        "INSERT INTO speaker (team_id, channel_id, scope, name, folded, surname, kind) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (place.team, place.channel, scope, name, folded(name), surname(name), kind),
    )
