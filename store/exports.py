"""Verified quotes out of the store, in the columns that an import reads.

Only what is verified now is written: a disputed, retracted or corrected quote would come back as verified.
Of entries that an import holds to be the same quote (see ``store.quotes``) the first is written, so that an
export that is imported and exported again is the same file.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.errors import WrongInput
from bot.models import State, VerifiedQuote
from store.columns import COLUMNS
from store.quotes import NewQuote, QuoteRow
from store.scope import Scope
from store.tables import CSV_SUFFIXES, JSONL_SUFFIXES


def export_file(scope: Scope, path: str | Path) -> int:
    """Writes the scope's verified quotes to a .csv or .jsonl file, oldest first, whole or not at all.

    Gives the number of quotes written; ``scope.size()`` counts the ones left out too.  Raises ``WrongInput``
    where the file cannot be written or is of another kind.
    """
    target = Path(path)
    suffix = target.suffix.casefold()
    if suffix not in (*CSV_SUFFIXES, *JSONL_SUFFIXES):
        raise WrongInput(f"{target.name} is neither .csv nor .jsonl; name the file so.", path)
    lines = _csv_lines if suffix in CSV_SUFFIXES else _jsonl_lines
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        written = lines(part, _to_write(scope))
        part.replace(target)
        return written
    except OSError as error:
        raise WrongInput(f"{target} cannot be written; check the folder and the room on the disk.", path) from error
    finally:
        part.unlink(missing_ok=True)


def _to_write(scope: Scope) -> Iterator[VerifiedQuote]:
    seen: set[bytes] = set()
    for quote in scope.quotes(state=State.VERIFIED):
        same = NewQuote(QuoteRow(quote.text, quote.speaker, quote.said_on, source=quote.source)).identity()
        if quote.speaker and same not in seen:
            seen.add(same)
            yield quote


def _cells(quote: VerifiedQuote) -> dict[str, str | None]:
    published = quote.published.isoformat() if quote.published else None
    own = {"published": published}
    return {column: own[column] if column in own else getattr(quote, column) for column in COLUMNS}


def _csv_lines(path: Path, quotes: Iterable[VerifiedQuote]) -> int:
    delimiter = "\t" if ".tsv" in path.suffixes else ","
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=delimiter)
        writer.writeheader()
        return sum(1 for quote in quotes if writer.writerow(_cells(quote)))


def _jsonl_lines(path: Path, quotes: Iterable[VerifiedQuote]) -> int:
    rows = (json.dumps(_cells(quote), ensure_ascii=False) + "\n" for quote in quotes)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return sum(1 for row in rows if file.write(row))
