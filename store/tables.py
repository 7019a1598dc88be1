"""Files of rows as desks keep them (.csv, .jsonl), read row by row, each with its line in the file.

A row that cannot be taken apart is told with its line and the reading goes on at the next line, so that a
quotation mark forgotten in one row costs that row and no other.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TextIO

from bot.errors import WrongInput
from store.columns import WANTED, known

CSV_SUFFIXES = (".csv", ".tsv")
JSONL_SUFFIXES = (".jsonl", ".ndjson")
_DELIMITERS = ",;\t"
_CHUNK = 1 << 20
_HEADER_LINES = 20


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file; ``line`` is the line it begins on (1 is the first).

    ``problem`` says why it could not be taken apart, or is None; then ``cells`` holds it by heading.
    """

    line: int
    cells: Mapping[str, object] = field(default_factory=dict)
    problem: str | None = None


def read_rows(path: Path) -> Iterator[RawRow]:
    """The rows of a file; raises ``WrongInput`` where the file cannot be read at all."""
    suffix = path.suffix.casefold()
    if suffix not in (*CSV_SUFFIXES, *JSONL_SUFFIXES):
        raise WrongInput(f"{path.name} is neither .csv nor .jsonl; save the quotes as one of these.", path)
    try:
        encoding = _encoding(path)
        with path.open(encoding=encoding, newline="" if suffix in CSV_SUFFIXES else "\n") as file:
            yield from _csv_rows(file, path) if suffix in CSV_SUFFIXES else _jsonl_rows(file)
    except OSError as error:
        raise WrongInput(f"{path} cannot be opened; check the name and who may read it.", path) from error
    except UnicodeDecodeError as error:
        raise WrongInput(f"{path.name} is not text; save it again as UTF-8.", path) from error


class _Lines:
    """The lines of a file, counted; those of a row that came to nothing can be given back."""

    def __init__(self, file: TextIO) -> None:
        self._file = iter(file)
        self._waiting: deque[str] = deque()
        self._taken: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._file)
        self._taken.append(line)
        self.number += 1
        return line

    def begin_row(self) -> int:
        """Starts a row; gives the number of its first line."""
        self._taken.clear()
        return self.number + 1

    def give_back(self, keep: int) -> None:
        """Gives the lines of this row back, but for the first ``keep``."""
        back = self._taken[keep:]
        self._waiting.extendleft(reversed(back))
        self.number -= len(back)


def _csv_rows(file: TextIO, path: Path) -> Iterator[RawRow]:
    lines = _Lines(file)
    delimiter = _delimiter(lines)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while (row := _next_row(reader, lines)) is not None:
        line, cells, problem = row
        if header is None and cells:
            header = _checked_header(cells, path)
        elif problem:
            yield RawRow(line, problem=problem)
        elif any(cells):
            yield _in_columns(line, cells, header or [])
    if header is None:
        _checked_header([], path)


def _next_row(reader: Iterator[list[str]], lines: _Lines) -> tuple[int, list[str], str | None] | None:
    """The next row with its first line, or why it cannot be read; None at the end of the file."""
    line = lines.begin_row()
    try:
        return line, next(reader), None
    except StopIteration:
        return None
    except csv.Error as error:
        lines.give_back(keep=1)
        return line, [], f"its quotation marks or delimiters do not pair ({error})"


def _in_columns(line: int, cells: list[str], header: list[str]) -> RawRow:
    if any(cells[len(header) :]):
        why = f"it has {len(cells)} fields and the heading has {len(header)}; put marks round text with commas"
        return RawRow(line, problem=why)
    filled: dict[str, object] = {}
    for heading, cell in zip(header, cells, strict=False):
        if not filled.get(heading):
            filled[heading] = cell
    return RawRow(line, filled)


def _checked_header(header: list[str], path: Path) -> list[str]:
    missing = [column for column in WANTED if column not in known(header)]
    if missing:
        columns = " and ".join(f"“{column}”" for column in missing)
        raise WrongInput(f"{path.name} has no column {columns}; name it so in the first line.", path)
    return header


def _delimiter(lines: _Lines) -> str:
    """The delimiter by which the first line gives the most columns that are known."""
    lines.begin_row()
    first = next((line for line in islice(lines, _HEADER_LINES) if line.strip()), "")
    lines.give_back(keep=0)
    return max(_DELIMITERS, key=lambda mark: len(known(first.split(mark))))


def _jsonl_rows(file: TextIO) -> Iterator[RawRow]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
        except (ValueError, RecursionError):
            yield RawRow(number, problem="it is not JSON")
            continue
        if isinstance(cells, dict):
            yield RawRow(number, cells)
        else:
            yield RawRow(number, problem='it is not an object such as {"text": "…", "speaker": "…"}')


def _encoding(path: Path) -> str:
    """UTF-8 where the whole file is, UTF-16 where a mark or its zero bytes say so, else Western European."""
    with path.open("rb") as file:
        head = file.read(1_000)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(head) > 3 and (head[0] == 0) != (head[1] == 0):
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    return next((name for name in ("utf-8-sig", "cp1252") if _decodes(path, name)), "latin-1")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
