"""A link through the command, as an editor pastes it: served on loopback, which the desk has to allow by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from tests.handlers.conftest import BROKEN, Desk
from tests.ingest.makers import web_server

PARAGRAPHS = [part for part in BROKEN.split("\n\n") if part.strip()]
FILLING = "The ferry board meets in the old customs house, where the windows do not close and the minutes are long."
PAGE = (
    '<html lang="en"><head><title>Ferry board looks ahead | Harbour Post</title>'
    '<meta property="og:site_name" content="Harbour Post">'
    '<meta property="article:published_time" content="2025-03-05T08:00:00Z"></head><body><nav>Home News Sport</nav>'
    f"<article><h1>{PARAGRAPHS[0]}</h1>{''.join(f'<p>{part}</p>' for part in [*PARAGRAPHS[1:], *[FILLING] * 4])}"
    "</article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest/meta-data")
            self.end_headers()
            return
        found = self.path == "/ferry"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode() if found else b"<html><body>Nothing here</body></html>")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is for the tests."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with web_server(Site) as address:
        yield address


class TestLink:
    def test_is_checked_like_a_paste(self, desk: Desk, site: str) -> None:
        """The page's words, day and outlet are read, and its altered quote is held."""
        desk("add", "earlier.txt", "--by", "kim", "--published", "2025-03-03", "--outlet", "Harbour Post")
        done = desk("check", f"http://{site}/ferry", "--json", VERBATIM_ALLOW_HOSTS=site)
        report = json.loads(done.stdout)
        article = report["article"]
        assert ("Harbour Post", "2025-03-05") == (article["outlet"], article["published"])
        assert (1, ["material_change"]) == (done.returncode, [flag["code"] for flag in report["flags"]])

    @pytest.mark.parametrize(
        ("path", "allowed", "says"),
        [
            ("/ferry", False, "inside a private network"),
            ("/gone", True, "404"),
            ("/inside", True, "inside a private network"),
        ],
    )
    def test_that_fails_gets_one_sentence(self, desk: Desk, site: str, path: str, allowed: bool, says: str) -> None:
        """What went wrong and what to do, on standard error, with exit 2."""
        settings = {"VERBATIM_ALLOW_HOSTS": site} if allowed else {}
        done = desk("check", f"http://{site}{path}", **settings)
        said = done.stderr.decode().strip()
        assert (2, b"", 1) == (done.returncode, done.stdout, len(said.splitlines()))
        assert says in said or "not followed" in said
        assert "paste" in said.lower()
