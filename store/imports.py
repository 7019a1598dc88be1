"""Verified quotes from a desk's own files: the good rows go in, each bad one is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.errors import WrongInput
from bot.language.text import has_words
from store.columns import COLUMNS, WANTED, by_column, column_of
from store.intake import PART
from store.moments import read_day, read_moment
from store.quotes import QuoteRow
from store.scope import Scope
from store.tables import RawRow, read_rows

_SHOWN = 3  # rows of a preview


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that did not go in: its line in the file (1 is the first), and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many quotes went in, how many were there already, and the rows that did not go in."""

    added: int
    already: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import of a file would do: rows that would go in, are there already, or stand twice in the file.

    ``columns`` names the heading that each column is read from, ``unread`` the headings that are not read;
    ``first`` are the first rows that would go in.
    """

    new: int
    already: int
    twice: int
    problems: tuple[Problem, ...]
    columns: Mapping[str, str]
    unread: tuple[str, ...]
    first: tuple[QuoteRow, ...]


def preview_file(scope: Scope, path: str | Path, by: str, progress: Callable[[int], None] | None = None) -> Preview:
    """What ``import_file`` would do with a file; nothing is stored.  Raises ``WrongInput`` as it does."""
    problems: list[Problem] = []
    headings: dict[str, None] = {}
    counts, first, seen = dict.fromkeys(("new", "already", "twice"), 0), list[QuoteRow](), set[bytes]()
    rows = _good_rows(Path(path), problems, headings)
    while batch := list(islice(rows, PART)):
        for row, (identity, there) in zip(batch, scope.held(batch, by), strict=True):
            kind = "twice" if identity in seen else "already" if there else "new"
            counts[kind] += 1
            seen.add(identity)
            if kind == "new" and len(first) < _SHOWN:
                first.append(row)
        if progress is not None:
            progress(sum(counts.values()))
    columns: dict[str, str] = {}
    for heading in sorted(headings, key=lambda one: one not in COLUMNS):
        if column := column_of(heading):
            columns.setdefault(column, heading)
    unread = tuple(heading for heading in headings if column_of(heading) is None)
    return Preview(**counts, problems=tuple(problems), columns=columns, unread=unread, first=tuple(first))


def import_file(
    scope: Scope,
    path: str | Path,
    by: str,
    progress: Callable[[int], None] | None = None,
    *,
    second_eye: bool = False,
) -> ImportResult:
    """Adds the verified quotes of a .csv or .jsonl file; ``by`` stands for rows that do not say who verified them.

    With ``second_eye`` those rows wait until somebody else confirms them.  Rows go in a few thousand at a time,
    and ``progress`` is told after each.  The same file again adds nothing, so an import that was stopped is
    simply started again.  Raises ``WrongInput`` where the file cannot be read, or lacks a column that is wanted.
    """
    problems: list[Problem] = []
    added = scope.add_quotes(_good_rows(Path(path), problems), by, second_eye=second_eye, progress=progress)
    return ImportResult(added.added, added.already, tuple(problems))


def _good_rows(path: Path, problems: list[Problem], headings: dict[str, None] | None = None) -> Iterator[QuoteRow]:
    """The rows that can be read; the others are added to ``problems``, and all headings to ``headings``."""
    for raw in read_rows(path):
        if headings is not None:
            headings.update(dict.fromkeys(heading for heading in raw.cells if heading.strip()))
        try:
            yield read_row(raw)
        except WrongInput as error:
            problems.append(Problem(raw.line, error.for_editor))


def read_row(raw: RawRow) -> QuoteRow:
    """The verified quote of a row; raises ``WrongInput`` with what is wrong with it."""
    if raw.problem:
        raise WrongInput(f"The row cannot be read: {raw.problem}.", raw.line)
    cells = by_column(raw.cells)
    values = {column: _text(column, cells.get(column)) for column in COLUMNS}
    for column in WANTED:
        if not has_words(values[column] or ""):
            raise WrongInput(f"The row has no {column}; fill it in.", raw.line)
    return _row(values)


def _row(values: Mapping[str, str | None]) -> QuoteRow:
    said_on, published, verified_at = (values[name] for name in ("said_on", "published", "verified_at"))
    return QuoteRow(
        text=values["text"] or "",
        speaker=values["speaker"],
        said_on=read_moment(said_on) if said_on else None,
        venue=values["venue"],
        source=values["source"],
        outlet=values["outlet"],
        link=values["link"],
        published=read_day(published) if published else None,
        verified_by=values["verified_by"],
        verified_at=read_moment(verified_at) if verified_at else None,
        against=values["against"],
        note=values["note"],
        external_id=values["external_id"],
    )


def _text(column: str, value: object) -> str | None:
    """A cell as text: the quote's words exactly as written, anything else without outer spaces, or None."""
    if isinstance(value, bool | list | dict):
        raise WrongInput(f"The {column} is not text; write it as text.", column)
    if column in WANTED and not isinstance(value, str | None):
        raise WrongInput(f"The {column} is a number; write it as text.", column)
    text = "" if value is None else str(value)
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise WrongInput(f"The {column} holds half a character; write it again.", column)
    if "\0" in text:
        raise WrongInput(f"The {column} holds a NUL character, which no database keeps; take it out.", column)
    return text if column == "text" else text.strip() or None
