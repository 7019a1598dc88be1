"""``verbatim add``: an article that ran, a transcript, or a folder of them becomes verified quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import UnreadableArticle, WrongInput
from handlers.cli import options
from handlers.cli.watched import watched

if TYPE_CHECKING:
    from bot.models import VerifiedQuote
    from store.scope import Scope

_READ = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".srt", ".vtt")


@dataclass(frozen=True, slots=True)
class _Known:
    """What the caller says of an article or a recording beside its words."""

    by: str
    published: str | None
    outlet: str | None
    link: str | None
    against: str | None
    title: str | None
    said_on: str | None
    speakers: tuple[str, ...]
    transcript: bool


@click.command()
@click.argument("source", type=options.PLACE)
@options.who
@options.about_article
@click.option("--link", metavar="URL", help="Where the article can be read, or the recording heard.")
@click.option("--against", metavar="WHAT", help="What the words were verified against: recording, transcript, article.")
@click.option("--title", metavar="TEXT", help="What the article or the recording is called.")
@click.option("--said-on", metavar="DATE", help="The day on which the words of a transcript were said.")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Who speaks where a transcript names nobody; LABEL=NAME: who a label is (SPEAKER 1=Ana Ruiz).",
)
@click.option("--transcript", is_flag=True, help="Read a text as a transcript: a NAME: before each turn.")
@options.as_json
@options.database
def add_command(
    source: str,
    by: str,
    published: str | None,
    outlet: str | None,
    link: str | None,
    against: str | None,
    title: str | None,
    said_on: str | None,
    speakers: tuple[str, ...],
    transcript: bool,
    wants_json: bool,
    db: str | None,
) -> int:
    """Store an article's quotes, a transcript's turns (.srt .vtt, NAME: in .txt), or a folder of them, as verified.

    The same words again add nothing.
    """
    known = _Known(by, published, outlet, link, against, title, said_on, speakers, transcript)
    scope = options.scope(db)
    before = scope.size()
    if Path(source).is_dir():
        stored, problems = _add_folder(scope, Path(source), known)
    else:
        stored, problems = list(_add(scope, source, known)), 0
    if wants_json:
        from bot.render.document import verified_document

        options.print_json([verified_document(quote) for quote in stored])
        return 1 if problems else 0
    click.echo(_told(scope.size() - before, len(stored), by))
    return 1 if problems else 0


def _told(added: int, stored: int, by: str) -> str:
    again = " (the rest was there already)" if added < stored else ""
    return f"{added:,} {'quote' if added == 1 else 'quotes'} stored as verified by {by}{again}."


def _add_folder(scope: Scope, folder: Path, known: _Known) -> tuple[list[VerifiedQuote], int]:
    """Adds every file of a folder that can be read, those of its folders too; gives how many could not."""
    if known.link or known.title:
        raise WrongInput("A folder has no one link or title; leave them out, or add its files one by one.", folder)
    every = sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path.relative_to(folder)))
    files = [path for path in every if path.suffix.casefold() in _READ]
    if not files:
        raise UnreadableArticle(f"There is no article in “{folder}”; put {' '.join(_READ)} files in it.", folder)
    stored: list[VerifiedQuote] = []
    problems = 0
    with watched("Reading articles", len(files)) as tell:
        for number, path in enumerate(files, 1):
            try:
                stored += _add(scope, str(path), known)
            except (UnreadableArticle, WrongInput) as problem:
                problems += 1
                click.echo(f"{path.relative_to(folder)}: {problem.for_editor}", err=True)
            tell(number)
    others = len(every) - len(files)
    left_alone = f"; {others:,} of other kinds left alone" if others else ""
    click.echo(f"{len(files) - problems:,} of {len(files):,} files read{left_alone}.", err=True)
    return stored, problems


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)


def _add(scope: Scope, source: str, known: _Known) -> Sequence[VerifiedQuote]:
    """Adds what one file, link or standard input holds; gives its quotes as stored."""
    from bot.ingest.source import file_bytes
    from bot.transcripts import is_captions, reads_as_transcript

    if is_captions(source) or known.transcript or Path(source).suffix.casefold() in (".txt", ".md"):
        content = file_bytes(source)
        if known.transcript or reads_as_transcript(content, source):
            return _add_transcript(scope, content, source, known)
    if known.speakers or known.said_on:
        raise WrongInput("--speaker and --said-on are for transcripts; add --transcript where this is one.", source)
    return _add_article(scope, source, known)


def _add_article(scope: Scope, source: str, known: _Known) -> Sequence[VerifiedQuote]:
    from bot.reading import read_article

    desk = options.desk()
    article = options.read_article(source, known.published, known.outlet, desk)
    article = replace(article, link=known.link or article.link, title=known.title or article.title)
    return scope.add_article(article, read_article(article, desk), known.by, against=known.against)


def _add_transcript(scope: Scope, content: bytes, source: str, known: _Known) -> Sequence[VerifiedQuote]:
    from bot.models import Article
    from bot.transcripts import read_transcript

    transcript = read_transcript(content, Path(source).name, _speakers(known.speakers))
    day, said_on = options.parse_day(known.published), options.parse_day(known.said_on)
    article = Article(
        transcript.text, known.title, Path(source).name, outlet=known.outlet, link=known.link, published=day
    )
    when = said_on.isoformat() if said_on else None
    nameless = sum(turn.speaker is None for turn in transcript.turns)
    if nameless:
        kept = "1 turn names nobody and is kept" if nameless == 1 else f"{nameless:,} turns name nobody and are kept"
        click.echo(f"{article.source}: {kept} without a speaker.", err=True)
    return scope.add_transcript(article, transcript, known.by, said_on=when, against=known.against)


def _speakers(given: Sequence[str]) -> dict[str, str]:
    """The names by label; a name alone stands for words without a label."""
    named: dict[str, str] = {}
    for one in given:
        label, mark, name = one.rpartition("=")
        if not name.strip() or (mark and not label.strip()):
            raise WrongInput(f"“{one}” names nobody; write --speaker “NAME”, or --speaker “LABEL=NAME”.", one)
        named[label.strip()] = name
    return named
