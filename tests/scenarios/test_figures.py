"""The desk's figures in the App Home, and on the page that it links to."""

from __future__ import annotations

from tests.render.slack.limits import nodes

from .articles import RIGHT_PARAGRAPH, STORED, WRONG
from .conftest import Making
from .slack import Slack, seen
from .test_pages import BASE, SECRET, get


def served(make: Making) -> Slack:
    """A desk whose pages are served, with a draft that was wrong and then put right."""
    slack = make(base_url=BASE, secret=SECRET)
    for words, speaker in STORED:
        slack.stored(words, speaker)
    root = slack.checked(WRONG)
    slack.say(RIGHT_PARAGRAPH, root["ts"])
    slack.work()
    return slack


def link(slack: Slack) -> str:
    return next(node["url"] for node in nodes(slack.open_home()["blocks"]) if "/figures/" in node.get("url", ""))


class TestHome:
    def test_tells_what_was_checked_and_how_often_it_was_right(self, make: Making) -> None:
        home = seen(served(make).open_home())
        assert "The desk in 30 days" in home
        assert "1 draft, 1 later version, 1 finding" in home
        assert "1 of 1 right (100%)" in home

    def test_counts_a_wrong_alarm(self, desk: Slack) -> None:
        desk.click(desk.thread(desk.checked(WRONG))[0], "not_right")
        desk.work()
        assert "0 of 1 right (0%)" in seen(desk.open_home())

    def test_says_nothing_of_a_desk_that_has_checked_nothing(self, desk: Slack) -> None:
        assert "The desk in" not in seen(desk.open_home())


class TestPage:
    def test_opens_by_the_link_of_the_home(self, make: Making) -> None:
        slack = served(make)
        status, headers, page = get(slack, link(slack).removeprefix(BASE[:-1]))
        assert 200 == status
        assert "1 of 1 right (100%)" in page
        assert "cottage" not in page
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "noindex" in headers["X-Robots-Tag"]

    def test_is_not_there_without_the_signature(self, make: Making) -> None:
        slack = served(make)
        path = link(slack).removeprefix(BASE[:-1])
        report = path.replace("/figures/", "/report/")
        for wrong in (path[:-3] + "AAA", "/figures/", "/figures/desk", report):
            assert 404 == get(slack, wrong)[0]
