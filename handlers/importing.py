"""Verified quotes dropped as a file (.csv, .jsonl, .srt, .vtt) in a thread or a mention, by those who may verify."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path, PurePath

from bot.errors import JobLost, StoreBusy, StoreFailing, VerbatimError
from bot.ingest.slack_text import posted
from bot.models import Article
from bot.render.slack import plain_message
from bot.transcripts import is_captions, read_transcript
from handlers.files import Dropped, content_of, dropped
from handlers.problems import SharedChannel, SlackFailed
from handlers.work import Work
from store.imports import ImportResult, import_file
from store.place import Place

_PROBLEMS_TOLD = 5


def import_asked(work: Work) -> None:
    """Does a job of kind ``import``: the files of a message that mentions the bot."""
    for file in dropped(work.asked["text_of"]):
        if file.holds_quotes:
            import_dropped(work, str(work.asked["channel"]), str(work.asked["thread"]), file)


def import_dropped(work: Work, channel: str, thread: str, file: Dropped) -> None:
    """Takes the quotes of a file in, and says in the thread how many, and which lines could not be read."""
    try:
        told = work.once(f"taken {file.id}", lambda: _taken(work, channel, file))
    except VerbatimError as refused:
        if isinstance(refused, (SlackFailed, StoreBusy, StoreFailing, JobLost, SharedChannel)):
            raise
        told = refused.for_editor
    work.post(f"imported {file.id}", plain_message(told), channel, thread)


def _taken(work: Work, channel: str, file: Dropped) -> str:
    """Takes a file's quotes in; the sentence says how many, also to who finds them taken in."""
    work.services.roles.require(work.team, str(work.asked["user"]))
    place = work.services.channels.of(work.team, channel, anew=True).place
    name, content = content_of(work, file.id)
    work.note(f"fetched {file.id}", True)
    return _sentence(_imported(work, place, file.id, name, content))


def _imported(work: Work, place: Place, file_id: str, name: str, content: bytes) -> ImportResult:
    if is_captions(name):
        return _heard(work, place, file_id, name, content)
    with tempfile.TemporaryDirectory(prefix="verbatim-") as folder:
        path = Path(folder) / f"quotes{PurePath(name).suffix.casefold()}"
        path.write_bytes(content)
        scope = work.services.store.scope(place.team, place.channel)
        second_eye = work.services.settings.workspace.second_eye
        return import_file(scope, path, str(work.asked["user"]), second_eye=second_eye)


def _heard(work: Work, place: Place, file_id: str, name: str, content: bytes) -> ImportResult:
    """Takes the turns of a transcript in; the one link of its message is where the recording is heard."""
    transcript = read_transcript(content, name)
    links = posted(work.asked["text_of"]).links
    article = Article(transcript.text, source=name, link=links[0] if len(links) == 1 else None)
    at = work.once(f"heard {file_id}", lambda: datetime.now(UTC).isoformat())
    eye = work.services.settings.workspace.second_eye
    scope = work.services.store.scope(place.team, place.channel)
    stored = scope.add_transcript(article, transcript, str(work.asked["user"]), at=at, second_eye=eye)
    added = sum(quote.verified_at == at for quote in stored)
    return ImportResult(added, len(stored) - added)


def _sentence(done: ImportResult) -> str:
    parts = [f"{done.added} {'quote' if done.added == 1 else 'quotes'} stored as verified"]
    if done.already:
        parts.append(f"{done.already} there already")
    if not done.problems:
        return ", ".join(parts) + "."
    lines = "; ".join(f"line {one.line}: {one.why}" for one in done.problems[:_PROBLEMS_TOLD])
    more = len(done.problems) - _PROBLEMS_TOLD
    return f"{', '.join(parts)}, {len(done.problems)} not read. {lines}" + (f"; and {more} more." if more > 0 else "")
