"""One door for everything that an editor names: a path, a link, or standard input."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from bot.errors import EmptyArticle, TooLarge, UnreadableArticle, WrongInput
from bot.ingest.charset import decode, whole_characters
from bot.ingest.formats import Format, format_of
from bot.ingest.paste import read_text
from bot.models import Article
from bot.settings import Desk

LARGEST = 20_000_000
"""The most bytes a file may have (contract: a 20 MB text gets one sentence)."""

_LINK = re.compile(r"[a-z][a-z0-9+.-]{1,20}://|(?:https?|data|file|jar|javascript|view-source):", re.I)


def read_source(source: str, desk: Desk, stdin: bytes | None = None) -> Article:
    """The article at a path, behind an http(s) link, or (``-``) in the bytes of standard input.

    Raises ``UnreadableArticle`` or ``LinkError``; ``WrongInput`` where ``-`` comes without input.
    """
    if source == "-":
        if stdin is None:
            raise WrongInput("Nothing came on standard input; pipe the article in, or name a file.", source)
        return read_bytes(stdin, None, "-")
    if _LINK.match(source.strip()):
        return _read_link(source.strip(), desk)
    if not source.strip():
        raise WrongInput("No article is named; name a file, a link, or - for standard input.", source)
    return read_bytes(file_bytes(source), source, source)


def read_bytes(content: bytes, name: str | None, source: str | None = None) -> Article:
    """The article that a file holds, by its content first and its name second.

    ``source`` is what the report shows, the name where it is not given.  Raises ``UnreadableArticle``.
    """
    named = source if source is not None else name
    shown = None if named is None else whole_characters(named)
    if len(content) > LARGEST:
        raise TooLarge("The file is over 20 MB; send the article alone, or paste its text.", shown)
    if not content.strip():
        raise EmptyArticle("The file is empty; send another, or paste the text.", shown)
    return _read_as(format_of(content, name), content, shown)


def _read_as(kind: Format, content: bytes, shown: str | None) -> Article:
    if kind is Format.PAGE:
        from bot.ingest.page import read_page

        return read_page(content, shown)
    if kind is Format.WORD:
        from bot.ingest.word_document import read_word_document

        return read_word_document(content, shown)
    if kind is Format.PDF:
        from bot.ingest.pdf import read_pdf

        return read_pdf(content, shown)
    decoded = decode(content)
    article = read_text(decoded.text, shown)
    return replace(article, notices=decoded.notices + article.notices)


def _read_link(link: str, desk: Desk) -> Article:
    from bot.ingest.fetch import fetch

    answer = fetch(link, desk.allow_hosts)
    if not answer.content.strip():
        raise EmptyArticle("The page behind the link is empty; paste the text, or drop the file.", link)
    kind = Format.PAGE if answer.is_page else format_of(answer.content, answer.name)
    if kind is Format.PAGE:
        from bot.ingest.page import read_page

        return read_page(answer.content, link, answer.link, answer.charset)
    return replace(_read_as(kind, answer.content, link), link=answer.link)


def file_bytes(path: str) -> bytes:
    """What a file holds, one byte more than ``LARGEST`` at most; raises ``UnreadableArticle`` with what to do."""
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as missing:
        raise UnreadableArticle(
            f"There is no file “{shown_name(path)}”; look at its name, or paste the text.", path
        ) from missing
    except IsADirectoryError as folder:
        raise UnreadableArticle(f"“{shown_name(path)}” is a folder; name one file in it.", path) from folder
    except PermissionError as locked:
        raise UnreadableArticle(
            f"“{shown_name(path)}” may not be opened; ask for the right to read it.", path
        ) from locked
    except (OSError, ValueError) as failed:
        raise UnreadableArticle(
            f"“{shown_name(path)}” could not be opened; look at its name, or paste the text.", path
        ) from failed


def shown_name(path: str) -> str:
    """A path or a file's name as a sentence may hold it: printable characters alone, 80 of them at most."""
    shown = "".join(ch for ch in path if ch.isprintable())
    return shown if len(shown) <= 80 else shown[:77] + "…"
