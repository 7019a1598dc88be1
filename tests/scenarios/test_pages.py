"""Reports: a file in the thread, or a page behind a signed link."""

from __future__ import annotations

from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer
from lxml import html

from handlers.web import site
from tests.render.slack.limits import nodes

from .articles import COTTAGES, STORED, WRONG
from .conftest import Making
from .slack import Slack

EVIL = (
    "<script>alert(1)</script><img src=//evil.example/x onerror=alert(1)><base href=//evil.example></p><form action=/x>"
)
BASE, SECRET = "https://verbatim.weir.example/", "a secret of some length, for tests"


@pytest.fixture
def served(make: Making) -> Slack:
    """A desk whose report pages are served."""
    slack = make(base_url=BASE, secret=SECRET)
    for words, speaker in STORED:
        slack.stored(words, speaker)
    return slack


def get(slack: Slack, path: str) -> tuple[int, dict[str, str], str]:
    """What the bot's web server answers."""
    answered: list[Any] = []
    environ = {"PATH_INFO": path, "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
    body = b"".join(site(slack.bot.app, slack.bot.services)(environ, lambda *how: answered.extend(how)))
    return int(answered[0].split()[0]), dict(answered[1]), body.decode()


def link(root: dict[str, Any]) -> str:
    return next(node["url"] for node in nodes(root["blocks"]) if node.get("action_id") == "report")


class TestFile:
    def test_is_put_into_the_thread(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.click(root, "report")
        desk.work()
        [upload] = desk.api.uploads
        assert ("report.html", root["channel"], root["ts"]) == (upload["name"], upload["channel"], upload["thread_ts"])
        assert COTTAGES[:20] in upload["content"].decode()
        assert b"<html" in upload["content"]

    def test_is_not_put_there_twice_though_the_line_breaks(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.api.fault("files.getUploadURLExternal", status=500)
        desk.click(root, "report")
        desk.work()
        desk.later()
        assert 1 == len(desk.api.uploads)


class TestPage:
    def test_opens_by_the_link_of_the_button(self, served: Slack) -> None:
        root = served.checked(WRONG)
        assert link(root).startswith(f"{BASE}report/")
        status, headers, page = get(served, link(root).removeprefix(BASE[:-1]))
        assert 200 == status
        assert "We will sell a single cottage" in page
        assert "text/html; charset=utf-8" == headers["Content-Type"]
        assert "noindex" in headers["X-Robots-Tag"]
        assert "no-referrer" == headers["Referrer-Policy"]
        assert "no-store" in headers["Cache-Control"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]

    def test_click_on_the_link_uploads_nothing(self, served: Slack) -> None:
        root = served.checked(WRONG)
        served.click(root, "report")
        assert [] == served.work()
        assert [] == served.api.uploads

    def test_of_a_private_channel_opens_too(self, served: Slack) -> None:
        root = served.checked(WRONG, channel="C0CLOSED01")
        assert 200 == get(served, link(root).removeprefix(BASE[:-1]))[0]

    def test_of_hostile_words_holds_them_as_words(self, served: Slack) -> None:
        """A draft, a speaker and a stored source full of HTML add no element to the page and no address to it."""
        served.stored("The weir holds <b>and</b> it has always held.", "Osk <i>Brandvold</i>", source=EVIL)
        root = served.checked(f"{EVIL}\n\n“The weir holds <b>and</b> it has never held,” said Osk Brandvold. {EVIL}\n")
        _, _, page = get(served, link(root).removeprefix(BASE[:-1]))
        shown = html.fromstring(page)
        assert "and it has never held" in " ".join(shown.text_content().split()).replace("<b>and</b>", "and")
        assert [] == shown.xpath("//iframe | //img | //object | //base | //form | //b[text() = 'and']")
        assert [] == [one for one in shown.xpath("//@src | //@href | //@action") if not one.startswith("#")]
        assert 3 == len(shown.xpath("//script"))

    def test_tampered_with_is_not_there(self, served: Slack) -> None:
        path = link(served.checked(WRONG)).removeprefix(BASE[:-1])
        forged = URLSafeTimedSerializer("another secret", salt="verbatim report page").dumps(["desk", 1])
        for wrong in (path[:-3] + "AAA", path.replace("/report/", "/report/x"), f"/report/{forged}", "/report/"):
            status, _, page = get(served, wrong)
            assert 404 == status
            assert "cottage" not in page

    def test_expired_is_not_there(self, served: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        path = link(served.checked(WRONG)).removeprefix(BASE[:-1])
        import itsdangerous.timed

        now = itsdangerous.timed.time.time()
        monkeypatch.setattr(itsdangerous.timed.time, "time", lambda: now + 31 * 86_400)
        assert 404 == get(served, path)[0]

    def test_forgotten_is_not_there(self, served: Slack) -> None:
        path = link(served.checked(WRONG)).removeprefix(BASE[:-1])
        served.store.forget("2999-01-01")
        status, _, page = get(served, path)
        assert (404, True) == (status, "no longer here" in page)

    def test_of_another_workspace_is_not_reached_by_a_number(self, served: Slack) -> None:
        served.checked(WRONG)
        token = URLSafeTimedSerializer(SECRET, salt="verbatim report page").dumps(["T0OTHER001", 1])
        assert 404 == get(served, f"/report/{token}")[0]


class TestSite:
    def test_shows_a_sign_of_life_and_nothing_else(self, slack: Slack) -> None:
        assert (200, "ok") == (get(slack, "/healthz")[0], get(slack, "/healthz")[2])
        assert 404 == get(slack, "/")[0]
        assert 404 == get(slack, "/report/anything")[0]
