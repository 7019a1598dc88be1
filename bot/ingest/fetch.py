"""A link followed safely: to public web servers only, within 10 seconds, 5 MB and three redirects.

No cookies, no proxy from the environment, no name or password in the address; each redirect is judged as
a link of its own.  Only pages, plain text, PDF and Word documents are taken.
"""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.errors import LinkFailed, LinkRefused
from bot.ingest.addresses import PORTS, Resolver, check_port, normal_host, system_resolver

if TYPE_CHECKING:
    import httpcore
    import httpx

    from bot.ingest.transport import Deadline

SECONDS = 10.0
"""The longest that a link may take in all, redirects included."""

LARGEST = 5_000_000
"""The most bytes that are taken, after decompression."""

REDIRECTS = 3
"""How often a link may point on."""

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TYPES = _PAGE_TYPES | {"text/plain", "text/markdown", "application/pdf", _WORD_TYPE, ""}
_HEADERS = [
    (b"User-Agent", b"Mozilla/5.0 (compatible; Verbatim; reads one page for an editor)"),
    (b"Accept", b"text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.1"),
    (b"Accept-Encoding", b"gzip, deflate"),
    (b"Accept-Language", b"en"),
    (b"Connection", b"close"),
]
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_CUT_OFF = "The site broke off in the middle of the page; try again, paste the text, or drop the file."
_GOOGLE = "docs.google.com"
_GOOGLE_DOCS = (
    "A Google document cannot be read by its link; choose File, Download, Microsoft Word (.docx) in it,"
    " and drop that file."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link led to; ``link`` is where it ended, ``media_type`` and ``charset`` what the server says."""

    content: bytes
    link: str
    media_type: str
    charset: str | None

    @property
    def is_page(self) -> bool:
        """Whether the server calls it a web page."""
        return self.media_type in _PAGE_TYPES

    @property
    def name(self) -> str:
        """The last part of the address, for its ending."""
        return self.link.partition("?")[0].rstrip("/").rpartition("/")[2]


def fetch(
    link: str, allowed: Collection[str] = (), seconds: float = SECONDS, resolver: Resolver = system_resolver
) -> Answer:
    """What an http(s) link leads to; ``allowed`` are the private ``host[:port]`` that it may reach.

    A name is looked up with ``resolver``, once a connection, and what it answers is judged and connected to.

    Raises ``LinkRefused`` where the link points to a place that is not followed, ``LinkFailed`` where the
    site says no, is too slow, too large, or sends something that is no article.
    """
    import httpcore

    from bot.ingest.transport import TOO_SLOW, Deadline

    deadline = Deadline.within(seconds)
    try:
        return _followed(link, allowed, deadline, resolver)
    except httpcore.TimeoutException as slow:
        raise LinkFailed(TOO_SLOW, link) from slow
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as broken:
        raise LinkFailed(
            "The site could not be reached; look at the link, paste the text, or drop the file.", link
        ) from broken


def _followed(link: str, allowed: Collection[str], deadline: Deadline, resolver: Resolver) -> Answer:
    import httpx

    url = _checked(httpx.URL(), link, allowed)
    for _ in range(REDIRECTS + 1):
        answer = _asked(url, allowed, deadline, resolver)
        if isinstance(answer, Answer):
            return answer
        url = _checked(url, answer, allowed)
    raise LinkFailed("The link keeps leading to another page; paste the text, or drop the file.", link)


def _checked(page: httpx.URL, link: str, allowed: Collection[str]) -> httpx.URL:
    """A link that stands on a page, in the form in which it is asked for; raises ``LinkRefused`` where it is not."""
    import httpx

    try:
        url = page.join(link) if page.host else httpx.URL(link)
        if url.scheme not in PORTS:
            raise LinkRefused("Only http and https links are followed; paste the text, or drop the file.", link)
        host = normal_host(url.raw_host.decode("ascii"))
        url = url.copy_with(host=host, fragment=None)
    except (httpx.InvalidURL, ValueError) as unclear:
        raise LinkRefused("This is no proper link; copy it again, or paste the text.", link) from unclear
    if url.userinfo:
        raise LinkRefused("Links with a name or password in them are not followed; paste the text.", host)
    if host == _GOOGLE and "/d/e/" not in url.path:
        raise LinkRefused(_GOOGLE_DOCS, link)
    check_port(host, PORTS[url.scheme] if url.port is None else url.port, allowed)
    return url


def _asked(url: httpx.URL, allowed: Collection[str], deadline: Deadline, resolver: Resolver) -> Answer | str:
    """What one address answers: its content, or the address that it points on to."""
    import httpcore

    from bot.ingest.transport import CheckedBackend

    backend = CheckedBackend(allowed, deadline, resolver)
    with (
        httpcore.ConnectionPool(ssl_context=_trusted(), network_backend=backend, max_connections=1) as pool,
        pool.stream("GET", str(url), headers=_HEADERS) as response,
    ):
        headers = {name.decode("latin-1").casefold(): value.decode("latin-1") for name, value in response.headers}
        if response.status in _REDIRECTING and headers.get("location"):
            return headers["location"]
        _check_status(response.status, str(url))
        media_type, charset = _content_type(headers.get("content-type", ""))
        if media_type not in _TYPES:
            raise LinkFailed(f"The link leads to {media_type[:60]}, not to an article; paste the text.", str(url))
        return Answer(_body(response, headers, str(url)), str(url), media_type, charset)


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    import certifi

    return ssl.create_default_context(cafile=certifi.where())


def _check_status(status: int, link: str) -> None:
    if status in {404, 410}:
        raise LinkFailed(
            f"There is no page at this link (it answered {status}); look at it again, or paste the text.", link
        )
    if status != 200:
        raise LinkFailed(f"The site answered {status}. Paste the text, or drop the file.", link)


def _content_type(header: str) -> tuple[str, str | None]:
    media_type, _, rest = header.partition(";")
    name, _, value = rest.strip().partition("=")
    charset = value.split(";")[0].strip(" \"'") if name.strip().casefold() == "charset" else ""
    return media_type.strip().casefold(), charset or None


def _body(response: httpcore.Response, headers: dict[str, str], link: str) -> bytes:
    """The body, decompressed piece by piece, so that no more than the limit is ever held."""
    too_large = LinkFailed("The page is over 5 MB; paste the text of the article, or drop the file.", link)
    declared = headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > LARGEST:
        raise too_large
    body = bytearray()
    for piece in _decompressed(response, headers.get("content-encoding", "").strip().casefold(), link):
        body += piece
        if len(body) > LARGEST:
            raise too_large
    return bytes(body)


def _decompressed(response: httpcore.Response, encoding: str, link: str) -> Iterator[bytes]:
    if encoding in {"", "identity"}:
        yield from response.iter_stream()
        return
    unreadable = LinkFailed("The site sent the page in a form that cannot be read; paste the text.", link)
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise unreadable
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for piece in response.iter_stream():
            yield unpacker.decompress(piece, LARGEST + 1)
    except zlib.error as broken:
        raise unreadable from broken
    if not unpacker.eof and not unpacker.unconsumed_tail:
        raise LinkFailed(_CUT_OFF, link)
