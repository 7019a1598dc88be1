"""Files that the bot puts into a thread, each once: Slack is asked whether it is there before it is shared again."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.files import SECONDS
from handlers.problems import SlackFailed, slack_problems
from handlers.work import Work

_SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Upload:
    """A text file with the name that it is saved under, and the title that Slack shows."""

    name: str
    title: str
    content: str


def uploaded(work: Work, file: Upload, channel: str, thread: str) -> None:
    """Puts a file into a thread, once; raises the ``SlackProblem`` that keeps it out.

    The file lies with Slack, seen by nobody, before it is shared; by its number Slack tells whether it was.
    """
    number = work.once("file", lambda: _sent(work, file))
    begun = work.did(f"begun:{_SHARED}")
    if not work.did(_SHARED) and not (begun and _is_shared(work, number)):
        work.note(f"begun:{_SHARED}", True)
        with slack_problems():
            work.client.files_completeUploadExternal(
                files=[{"id": number, "title": file.title}], channel_id=channel, thread_ts=thread
            )
    work.once(_SHARED, lambda: True)


def _sent(work: Work, file: Upload) -> str:
    """Gives Slack the content; gives the number of the file."""
    from httpx import Client, HTTPError

    content = file.content.encode()
    with slack_problems():
        place = work.client.files_getUploadURLExternal(filename=file.name, length=len(content))
    try:
        with Client(trust_env=False, timeout=SECONDS) as client:
            client.post(str(place["upload_url"]), content=content).raise_for_status()
    except HTTPError as failed:
        raise SlackFailed("Slack did not take the file; ask again in a few minutes.", repr(failed)) from failed
    return str(place["file_id"])


def _is_shared(work: Work, number: str) -> bool:
    """Whether a file stands in a conversation."""
    with slack_problems():
        told = work.client.files_info(file=number).get("file") or {}
    return any((told.get("shares") or {}).values())
