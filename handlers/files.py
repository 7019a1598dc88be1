"""Files that people drop in Slack: asked for by their id, fetched with the bot's token from Slack's own host only.

The token never goes anywhere else: an address on another host is refused, and no redirect is followed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.errors import TooLarge, UnreadableArticle
from bot.ingest.source import LARGEST, shown_name
from bot.transcripts.reading import CAPTIONS
from handlers.problems import slack_problems
from handlers.work import Work

SLACK_FILES = "files.slack.com"
SECONDS = 20.0
_QUOTES = (".csv", ".tsv", ".jsonl", ".ndjson", *CAPTIONS)
_ARTICLES = (".docx", ".pdf", ".txt", ".md", ".markdown", ".html", ".htm", ".doc", ".rtf", ".odt")
"""The last three are not read, and whoever drops one is told how to save it."""
_REFUSED = "The file “{}” is kept outside Slack and cannot be read from here; download it, and drop it here as a file."
_NO_ANSWER = "Slack did not hand over “{}”; drop it again, or paste the text."
_LOGIN = "The bot may not read “{}”; paste the text, and ask whoever runs the bot to install it again (files:read)."


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file that was dropped in Slack, by its id and name (empty where Slack does not tell it yet)."""

    id: str
    name: str
    snippet: bool = False

    @property
    def holds_quotes(self) -> bool:
        """Whether it is a table of verified quotes, or the captions of a recording, and no article."""
        return self.name.casefold().endswith(_QUOTES)

    @property
    def holds_article(self) -> bool:
        """Whether it is meant as an article; a picture or a recording in a thread is talk."""
        return self.snippet or not self.name or self.name.casefold().endswith(_ARTICLES)


def dropped(message: Mapping[str, Any]) -> tuple[Dropped, ...]:
    """The files of a message, or of a window's file field."""
    files = message.get("files")
    return tuple(
        Dropped(str(one["id"]), str(one.get("name") or one.get("title") or ""), one.get("mode") == "snippet")
        for one in (files if isinstance(files, Sequence) else ())
        if isinstance(one, Mapping) and one.get("id") and one.get("mode") != "tombstone"
    )


def content_of(work: Work, file_id: str) -> tuple[str, bytes]:
    """The name and the bytes of a file; raises ``UnreadableArticle`` or a problem of Slack's with a sentence."""
    with slack_problems():
        told = work.client.files_info(file=file_id).get("file") or {}
    name = (
        shown_name(str(told.get("name") or told.get("title") or "file").replace("\\", "/").rpartition("/")[2]) or "file"
    )
    size = told.get("size")
    if isinstance(size, int) and size > LARGEST:
        raise TooLarge(f"“{name}” is over 20 MB; send the article alone, or paste its text.", file_id)
    address = told.get("url_private_download") or told.get("url_private")
    if not isinstance(address, str) or not lies_with_slack(address, work.services.settings.workspace.api_url):
        raise UnreadableArticle(_REFUSED.format(name), address)
    content, is_page = _fetched(address, name, work)
    if is_page and not name.casefold().endswith((".html", ".htm")) and b"<html" in content[:2000].lower():
        raise UnreadableArticle(_LOGIN.format(name), file_id)
    return name, content


def lies_with_slack(address: str, api_url: str) -> bool:
    """Whether an address is Slack's file host over TLS, or the host that the desk has set as Slack's API.

    It is read as the client reads it that will ask for it, so that no spelling means one host here and another there.
    """
    import httpx

    try:
        asked, api = httpx.URL(address), httpx.URL(api_url)
    except httpx.InvalidURL:
        return False
    if (asked.scheme, asked.host, asked.port, asked.userinfo) == ("https", SLACK_FILES, None, b""):
        return True
    return (asked.scheme, asked.host, asked.port, asked.userinfo) == (api.scheme, api.host, api.port, b"")


def _fetched(address: str, name: str, work: Work) -> tuple[bytes, bool]:
    import httpx

    headers = {"Authorization": f"Bearer {work.services.clients.token(work.team)}"}
    body = bytearray()
    try:
        with (
            httpx.Client(trust_env=False, follow_redirects=False, timeout=SECONDS) as client,
            client.stream("GET", address, headers=headers) as answer,
        ):
            if answer.status_code != 200:
                raise UnreadableArticle(_NO_ANSWER.format(name), answer.status_code)
            for piece in answer.iter_bytes():
                body += piece
                if len(body) > LARGEST:
                    raise TooLarge(f"“{name}” is over 20 MB; send the article alone, or paste its text.", name)
            return bytes(body), "text/html" in answer.headers.get("content-type", "")
    except httpx.HTTPError as failed:
        raise UnreadableArticle(_NO_ANSWER.format(name), repr(failed)) from failed
