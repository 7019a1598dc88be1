"""What a finding is about, whatever version of the draft it is found in, so that a choice on it holds in the next."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from bot.language.text import forms
from store.database import Database

_STANDING = ("ignore", "not_right")


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A finding of the earlier check, with the last choice on it: None where nobody chose."""

    finding: int
    choice: str | None
    by: str | None
    at: str | None
    why: str | None


def mark_of(flag: Mapping[str, Any], text: str) -> str:
    """A flag's code and the folded words it is about, hashed; of a flag at an empty place those of its message."""
    about = forms(text[flag.get("start", 0) : flag.get("end", 0)]) or forms(flag.get("message", ""))
    return blake2b(json.dumps([flag["code"], about]).encode(), digest_size=16).hexdigest()


def carry_choices(db: Database, check_id: int) -> None:
    """Gives the findings of a new check what was chosen on the same ones in the check before it in its thread.

    Where a mark stands as often as before, each finding has the choice of its own place; where it does not, all have
    the choice only if it was one and the same for all.
    """
    asked = (
        'SELECT max(earlier.id) FROM "check" AS earlier JOIN "check" AS present ON present.scope = earlier.scope'
        " AND present.thread = earlier.thread AND earlier.id < present.id WHERE present.id = ?"
    )
    earlier = db.execute(asked, (check_id,)).fetchone()[0]
    if earlier is None:
        return
    before, now = _by_mark(db, earlier), _by_mark(db, check_id)
    new = (
        "INSERT INTO decision (team_id, channel_id, finding_id, choice, by, at, why, carried_from)"
        " SELECT team_id, channel_id, id, ?, ?, ?, ?, ? FROM finding WHERE id = ?"
    )
    for mark, findings in now.items():
        for old, finding in _pairs(before.get(mark, []), findings):
            if old.choice in _STANDING:
                db.execute(new, (old.choice, old.by, old.at, old.why, old.finding, finding.finding))


def _pairs(before: Sequence[_Chosen], now: Sequence[_Chosen]) -> Iterator[tuple[_Chosen, _Chosen]]:
    if len(before) == len(now):
        yield from zip(before, now, strict=True)
    elif len({old.choice for old in before}) == 1:
        yield from ((before[0], finding) for finding in now)


def _by_mark(db: Database, check_id: int) -> dict[str, list[_Chosen]]:
    found: dict[str, list[_Chosen]] = defaultdict(list)
    asked = (
        "SELECT mark, finding.id, choice, by, at, why FROM finding LEFT JOIN decision ON decision.id ="
        " (SELECT max(id) FROM decision WHERE finding_id = finding.id)"
        " WHERE check_id = ? AND mark IS NOT NULL ORDER BY position"
    )
    for mark, *chosen in db.execute(asked, (check_id,)):
        found[mark].append(_Chosen(*chosen))
    return found
