"""Verified quotes out of the store: in the columns that an import reads, or as linked data.

Only what is verified now is written in columns: a disputed, retracted or corrected quote would come back as verified.
Of entries that an import holds to be the same quote (see ``store.quotes``) the first is written, so that an
export that is imported and exported again is the same file.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.errors import WrongInput
from bot.models import State, VerifiedQuote
from bot.render.linked import GRAPH, PAGE, annotation, claim_review, quotation
from store.columns import COLUMNS
from store.quotes import NewQuote, QuoteRow
from store.scope import Scope
from store.tables import CSV_SUFFIXES, JSONL_SUFFIXES

_BY_SUFFIX = {**dict.fromkeys(CSV_SUFFIXES, "csv"), **dict.fromkeys(JSONL_SUFFIXES, "jsonl"), ".jsonld": "quotation"}
_UNKNOWN = "{} is neither .csv, .jsonl nor .jsonld; name the file so, or say which with --format."

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How quotes are written to a file; ``every`` says that those in doubt are written too, as what they are."""

    write: Callable[[Path, Iterable[VerifiedQuote]], int]
    every: bool = False


def export_file(scope: Scope, path: str | Path, kind: str | None = None, outlet: str | None = None) -> int:
    """Writes the scope's verified quotes to a file, oldest first, whole or not at all.

    ``kind`` is csv, tsv, jsonl, quotation, claimreview or annotation, told by the file's name where it is None;
    ``outlet`` is the desk's own, who signs a claim review.  Gives the number of quotes written; ``scope.size()`` counts
    the ones left out too.  Raises ``WrongInput`` where the file cannot be written or is of another kind.
    """
    target = Path(path)
    how = _kind(target, kind, outlet)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        written = how.write(part, _each_once(_standing(scope) if how.every else scope.quotes(state=State.VERIFIED)))
        part.replace(target)
        return written
    except OSError as error:
        raise WrongInput(f"{target} cannot be written; check the folder and the room on the disk.", path) from error
    finally:
        part.unlink(missing_ok=True)


def _kind(target: Path, kind: str | None, outlet: str | None) -> _Kind:
    named = kind or _BY_SUFFIX.get(target.suffix.casefold())
    if named is None:
        raise WrongInput(_UNKNOWN.format(target.name), target)
    review = partial(claim_review, outlet=outlet)
    return {
        "csv": _Kind(partial(_csv_lines, delimiter="\t" if ".tsv" in target.suffixes else ",")),
        "tsv": _Kind(partial(_csv_lines, delimiter="\t")),
        "jsonl": _Kind(_jsonl_lines),
        "quotation": _Kind(partial(_documents, frame=GRAPH, document=quotation)),
        "claimreview": _Kind(partial(_documents, frame=GRAPH, document=review), every=True),
        "annotation": _Kind(partial(_documents, frame=PAGE, document=annotation)),
    }[named]


def _standing(scope: Scope) -> Iterator[VerifiedQuote]:
    return (quote for quote in scope.quotes() if quote.state.counts)


def _each_once(quotes: Iterable[VerifiedQuote]) -> Iterator[VerifiedQuote]:
    seen: set[bytes] = set()
    for quote in quotes:
        same = NewQuote(QuoteRow(quote.text, quote.speaker, quote.said_on, source=quote.source)).identity()
        if quote.speaker and same not in seen:
            seen.add(same)
            yield quote


def _cells(quote: VerifiedQuote) -> dict[str, str | None]:
    published = quote.published.isoformat() if quote.published else None
    own = {"published": published}
    return {column: own[column] if column in own else getattr(quote, column) for column in COLUMNS}


def _csv_lines(path: Path, quotes: Iterable[VerifiedQuote], delimiter: str) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=delimiter)
        writer.writeheader()
        return sum(1 for quote in quotes if writer.writerow(_cells(quote)))


def _jsonl_lines(path: Path, quotes: Iterable[VerifiedQuote]) -> int:
    rows = (json.dumps(_cells(quote), ensure_ascii=False) + "\n" for quote in quotes)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return sum(1 for row in rows if file.write(row))


def _documents(
    path: Path,
    quotes: Iterable[VerifiedQuote],
    frame: Document,
    document: Callable[[VerifiedQuote], Document | None],
) -> int:
    """One JSON-LD document, a quote a line in the list that ``frame`` ends with, never all of them in memory."""
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(frame).removesuffix("]}"))
        for quote in quotes:
            if (one := document(quote)) is not None:
                file.write(("," if written else "") + "\n" + json.dumps(one, ensure_ascii=False))
                written += 1
        file.write("\n]}\n")
    return written
