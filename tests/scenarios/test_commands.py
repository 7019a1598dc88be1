"""``/verify``: a link, pasted words, a window, a search, help."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from bot.settings import Desk
from tests.ingest.makers import web_server

from .articles import CLEAN, COTTAGES, UNKNOWN, WRONG
from .conftest import Making
from .slack import EDITOR, Slack, everything, seen

FILLING = "".join(
    f"<p>The trust met for the {n}th time, and the minutes of the last meeting were read out.</p>" for n in range(4, 9)
)


class Site(BaseHTTPRequestHandler):
    """A newspaper's page at ``/story``; everything else is refused."""

    def do_GET(self) -> None:
        page = "".join(f"<p>{part}</p>" for part in WRONG.split("\n\n")[1:])
        story = f"<article><h1>Canal trust keeps its cottages</h1>{page}{FILLING}</article>"
        body = f"<html lang=en><head><title>Canal trust</title></head><body>{story}</body></html>"
        self.send_response(200 if self.path == "/story" else 403)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class TestText:
    def test_is_acknowledged_before_anything_is_posted(self, slack: Slack) -> None:
        """The command is taken at once and in silence; the work is done afterwards."""
        answer = slack.command(WRONG)
        assert (200, "") == (answer.status, answer.body)
        assert [] == slack.api.messages
        assert slack.work()

    def test_gets_one_root_message_and_an_answer_in_its_thread(self, desk: Slack) -> None:
        """The root message has headline, asker and counts; the answer shows both wordings, with who verified one."""
        root = desk.checked(WRONG)
        for part in ("Canal trust keeps its cottages", f"<@{EDITOR}>", "1 hold", "2 matched"):
            assert part in seen(root)
        [answer] = desk.thread(root)
        for part in ("Hold:", "We will sell a single cottage", "We will not sell a single cottage", "<@U0VERIFY01>"):
            assert part in seen(answer)
        assert 2 == len(desk.api.messages)

    def test_without_a_date_is_taken_as_of_today_and_says_so(self, desk: Slack) -> None:
        """A draft with no date of its own is taken as of the day it was posted, and the answer says so."""
        assert "The draft has no date, so it is taken as of" in seen(desk.checked(CLEAN))

    def test_that_is_clean_asks_nothing(self, desk: Slack) -> None:
        root = desk.checked(CLEAN)
        assert "Nothing to ask." in seen(root)
        assert "3 matched" in seen(root)
        assert "Hold" not in everything(desk.thread(root))

    def test_that_nobody_verified_is_offered_to_be_verified(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        assert "1 not in the store" in seen(root)
        assert "Green was the cheapest paint in the shed" in seen(desk.thread(root)[0])
        assert desk.button(desk.thread(root)[0], "verify")

    def test_without_a_quote_says_that_there_is_none(self, desk: Slack) -> None:
        root = desk.checked("The trust meets again in the pump house on the quay, as it has done for years.")
        assert "No quotes in it." in seen(root)
        assert [] == desk.thread(root)

    @pytest.mark.parametrize("length", [3_000, 4_000])
    def test_that_was_cut_off_says_so(self, desk: Slack, length: int) -> None:
        """What ends mid-sentence where Slack cuts a text is checked, and the editor told that the rest is missing."""
        whole = CLEAN + "The trust has met here for as long as anybody can tell, and so it goes on " * 60
        assert "as if it had been cut off" in seen(desk.checked(whole[: length - 1] + "x"))

    def test_asked_for_again_by_slack_is_checked_once(self, desk: Slack) -> None:
        """Slack sends a command anew where its line broke; the same trigger is one check."""
        desk.stutters = True
        desk.command(WRONG)
        desk.command(WRONG)
        assert 2 == len(desk.work())


class TestLink:
    def test_is_read_and_checked(self, make: Making) -> None:
        with web_server(Site) as host:
            slack = make(Desk(allow_hosts=frozenset({host})))
            slack.stored(COTTAGES, "Mirela Danzig")
            root = slack.checked(f"http://{host}/story")
        assert "Canal trust keeps its cottages" in seen(root)
        assert "1 hold" in seen(root)

    def test_that_answers_403_is_told_and_the_text_pasted_in_the_thread_is_checked(self, make: Making) -> None:
        """The root message says what failed; the article pasted below it is checked in its place."""
        with web_server(Site) as host:
            slack = make(Desk(allow_hosts=frozenset({host})))
            slack.stored(COTTAGES, "Mirela Danzig")
            root = slack.checked(f"http://{host}/paywall")
        assert "403" in seen(root)
        assert [] == slack.thread(root)
        slack.say("Oh dear, who has the text?", root["ts"])
        assert [] == slack.work()
        slack.say(WRONG, root["ts"])
        slack.work()
        assert "1 hold" in seen(root)
        assert "Hold:" in everything(slack.thread(root))

    @pytest.mark.parametrize(
        "link", ["http://127.0.0.1/admin", "http://169.254.169.254/latest/meta-data", "http://[::1]/"]
    )
    def test_into_the_inside_of_a_network_is_refused(self, slack: Slack, link: str) -> None:
        assert "private network" in seen(slack.checked(link))

    def test_to_a_google_document_says_what_to_do_instead(self, slack: Slack) -> None:
        root = slack.checked("https://docs.google.com/document/d/1abcDEF/edit")
        assert "choose File, Download, Microsoft Word" in seen(root)


class TestFind:
    def test_answers_privately_whatever_the_spelling(self, desk: Slack) -> None:
        desk.command("find COTTAGE sell single")
        assert [] == desk.work()
        assert COTTAGES in desk.told()
        assert ("ephemeral", "response_url") == (desk.api.told[-1]["response_type"], desk.api.told[-1]["how"])

    def test_of_nothing_says_so(self, desk: Slack) -> None:
        desk.command("find submarine")
        desk.work()
        assert "Nothing like “submarine” is in the store." in desk.told()

    def test_works_where_the_bot_is_not_a_member(self, desk: Slack) -> None:
        desk.api.away.add("C0NEWS0001")
        desk.command("find cottage")
        desk.work()
        assert COTTAGES in desk.told()


class TestHelp:
    @pytest.mark.parametrize("text", ["help", "HELP", " help "])
    def test_is_answered_at_once_and_privately(self, slack: Slack, text: str) -> None:
        answer = slack.command(text)
        assert '"response_type": "ephemeral"' in answer.body
        assert "/verify link or text" in answer.body
        assert 0 == slack.jobs()
