"""Links followed, on loopback servers that the test allows by host and port."""

from __future__ import annotations

import gzip
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest

from bot.errors import EmptyArticle, LinkError, LinkFailed, LinkRefused, UnknownFormat
from bot.ingest import read_source
from bot.ingest.fetch import LARGEST, fetch
from bot.settings import Desk
from tests.ingest.makers import para, pdf_file, web_server, word_file

PAGE = (
    "<html><head><meta charset='utf-8'><title>Weir opens at last</title></head><body><article><h1>Weir opens at last</h1>"
    "<p>“We rowed all night,” said Ada Quill, who has kept the lock for thirty years and more.</p>"
    "<p>The weir was opened on Monday before a crowd of eleven people and a goose.</p></article></body></html>"
).encode()
SEEN: list[dict[str, str]] = []


class Site(BaseHTTPRequestHandler):
    """A small newspaper with every kind of page that goes wrong."""

    def do_GET(self) -> None:
        SEEN.append(dict(self.headers.items()))
        getattr(self, "page_" + self.path.strip("/").partition("?")[0].partition("/")[0])()

    def answer(
        self, body: bytes, kind: str | None = "text/html; charset=utf-8", status: int = 200, **more: str
    ) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        with suppress(ConnectionError):
            self.end_headers()
            self.wfile.write(body)

    def page_article(self) -> None:
        self.answer(PAGE)

    def page_packed(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(gzip.compress(b"a" * (LARGEST * 10)), Content_Encoding="gzip")

    def page_twice(self) -> None:
        self.answer(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip")

    def page_text(self) -> None:
        self.answer("The weir opened. “At last,” said Ada Quill.".encode(), "text/plain")

    def page_word(self) -> None:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        self.answer(word_file(para("The weir opened on Monday.")), kind)

    def page_print(self) -> None:
        self.answer(pdf_file([["The weir opened on Monday."]]), "application/pdf")

    def page_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def page_hidden(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n\x00\x00", None)

    def page_once(self) -> None:
        self.answer(b"", status=302, Location="/article", Set_Cookie="a=b")

    def page_endless(self) -> None:
        self.answer(b"", status=302, Location="/endless")

    def page_inside(self) -> None:
        self.answer(b"", status=302, Location="http://169.254.169.254/latest/meta-data/")

    def page_loopback(self) -> None:
        self.answer(b"", status=301, Location="http://127.0.0.1:1/")

    def page_file(self) -> None:
        self.answer(b"", status=301, Location="file:///etc/passwd")

    def page_missing(self) -> None:
        self.answer(b"gone", status=404)

    def page_closed(self) -> None:
        self.answer(b"no", status=403)

    def page_large(self) -> None:
        self.answer(b"a" * (LARGEST + 1))

    def page_empty(self) -> None:
        self.answer(b"")

    def page_silent(self) -> None:
        time.sleep(1.2)

    def page_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with suppress(ConnectionError):
            for _ in range(60):
                self.wfile.write(b"<p>")
                self.wfile.flush()
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site():
    with web_server(Site) as host:
        yield host


class TestPages:
    def test_a_page_is_read(self, site: str) -> None:
        """A link becomes the article of its page, with the link and the headline."""
        article = read_source(f"http://{site}/article#part", Desk(allow_hosts=frozenset({site})))
        assert article.title == "Weir opens at last"
        assert article.text.split("\n\n")[1].startswith("“We rowed all night,” said Ada Quill")
        assert article.source == f"http://{site}/article#part"
        assert article.link == f"http://{site}/article"

    @pytest.mark.parametrize("path", ["text", "word", "print"])
    def test_other_articles_are_read(self, site: str, path: str) -> None:
        """Plain text, Word and PDF behind a link are articles too."""
        article = read_source(f"http://{site}/{path}", Desk(allow_hosts=frozenset({site})))
        assert article.text.startswith("The weir opened")
        assert article.link == f"http://{site}/{path}"

    def test_compression_is_undone(self, site: str) -> None:
        """A gzipped page arrives whole."""
        assert PAGE == fetch(f"http://{site}/packed", {site}).content

    def test_a_redirect_is_followed_without_cookies(self, site: str) -> None:
        """A link that points on ends at the second page, and no cookie goes along."""
        SEEN.clear()
        assert fetch(f"http://{site}/once", {site}).link == f"http://{site}/article"
        assert [headers.get("Cookie") for headers in SEEN] == [None, None]

    def test_no_proxy_is_taken_from_the_environment(self, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A proxy setting of the machine does not lead the link elsewhere."""
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
        assert PAGE == fetch(f"http://{site}/article", {site}).content


class TestRefused:
    @pytest.mark.parametrize(
        "link",
        [
            "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0x7f000001/", "http://2130706433/",
            "http://127.1/", "http://10.0.0.7/cms", "http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/",
            "http://user:word@echo.example/", "http://echo.example:22/", "ftp://echo.example/", "file:///etc/passwd",
            "http://127.0.0.1./", "http:///path", "http://１２７.0.0.1/", "gopher://echo.example", "http://echo.example:x/",
        ],
    )  # fmt: skip
    def test_links_that_lead_inside(self, link: str) -> None:
        """A private address, another scheme, port or a password in the link is refused in one sentence."""
        with pytest.raises(LinkRefused) as refused:
            read_source(link, Desk())
        assert refused.value.for_editor.endswith((".", "VERBATIM_ALLOW_HOSTS."))

    @pytest.mark.parametrize("path", ["inside", "loopback", "file"])
    def test_each_redirect_is_judged(self, site: str, path: str) -> None:
        """A public page may not point on to the inside."""
        with pytest.raises(LinkRefused):
            fetch(f"http://{site}/{path}", {site})

    def test_a_google_document_is_explained(self) -> None:
        """A Google Docs link says how to download the document."""
        with pytest.raises(LinkRefused) as refused:
            fetch("https://docs.google.com/document/d/1a2b3c/edit")
        assert ".docx" in refused.value.for_editor


class TestFailed:
    @pytest.mark.parametrize(
        ("path", "said"),
        [
            ("missing", "There is no page at this link (it answered 404); look at it again, or paste the text."),
            ("closed", "The site answered 403. Paste the text, or drop the file."),
            ("large", "The page is over 5 MB; paste the text of the article, or drop the file."),
            ("bomb", "The page is over 5 MB; paste the text of the article, or drop the file."),
            ("twice", "The site sent the page in a form that cannot be read; paste the text."),
            ("picture", "The link leads to image/png, not to an article; paste the text."),
            ("endless", "The link keeps leading to another page; paste the text, or drop the file."),
        ],
    )
    def test_the_site_says_no(self, site: str, path: str, said: str) -> None:
        """Each failure is one sentence that says what to do."""
        with pytest.raises(LinkFailed) as failed:
            fetch(f"http://{site}/{path}", {site})
        assert said == failed.value.for_editor

    @pytest.mark.parametrize("path", ["silent", "drip"])
    def test_a_slow_site_is_left(self, site: str, path: str) -> None:
        """The time limit holds for the whole, also where a byte comes now and then."""
        began = time.monotonic()
        with pytest.raises(LinkFailed):
            fetch(f"http://{site}/{path}", {site}, seconds=0.5)
        assert time.monotonic() - began < 1.5

    def test_nobody_listens(self) -> None:
        """A closed port is a site that could not be reached."""
        with pytest.raises(LinkFailed) as failed:
            fetch("http://127.0.0.1:9/", {"127.0.0.1:9"})
        assert "could not be reached" in failed.value.for_editor

    def test_an_empty_answer(self, site: str) -> None:
        """An empty page is said to be empty."""
        with pytest.raises(EmptyArticle):
            read_source(f"http://{site}/empty", Desk(allow_hosts=frozenset({site})))

    def test_content_goes_before_silence(self, site: str) -> None:
        """Where the server names no kind, the bytes decide."""
        with pytest.raises(UnknownFormat):
            read_source(f"http://{site}/hidden", Desk(allow_hosts=frozenset({site})))

    def test_all_of_them_are_link_errors(self) -> None:
        """One class catches whatever goes wrong with a link."""
        assert issubclass(LinkFailed, LinkError)
        assert issubclass(LinkRefused, LinkError)
