"""Requests whose signature is wrong: the log says which of the two causes to mend, and a flood of them fills no log."""

from __future__ import annotations

import hashlib
import hmac
import io
import logging
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from handlers.diagnosis import diagnosis
from handlers.refusals import PAUSE_SECONDS, Refusals
from handlers.web import EVENTS, site

from . import web_api
from .slack import SIGNING, Slack

BODY = b"command=%2Fverify&text=The+ferry+is+late"


def posted(slack: Slack, *requests: tuple[str, int]) -> list[int]:
    """The answers of one running server to requests, each signed with a secret and of an age in seconds."""
    serve, statuses = site(slack.bot.app, slack.bot.services), list[int]()
    for secret, age in requests:
        at = str(int(time.time()) - age)
        signed = hmac.new(secret.encode(), f"v0:{at}:{BODY.decode()}".encode(), hashlib.sha256).hexdigest()
        environ: dict[str, Any] = {
            "PATH_INFO": EVENTS, "REQUEST_METHOD": "POST", "QUERY_STRING": "", "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(BODY)),
            "HTTP_X_SLACK_REQUEST_TIMESTAMP": at, "HTTP_X_SLACK_SIGNATURE": f"v0={signed}",
            "wsgi.input": io.BytesIO(BODY),
        }  # fmt: skip
        for _ in serve(environ, lambda status, *how: statuses.append(int(status.split()[0]))):
            pass
    return statuses


class TestLog:
    def test_names_the_secret_where_it_is_wrong(self, slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
        """Slack's requests under another secret are refused, and one line says what to copy again."""
        assert [401, 401, 401] == posted(slack, *[("another", 0)] * 3)
        [line] = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
        assert "SLACK_SIGNING_SECRET" in line
        assert "ferry" not in caplog.text

    @pytest.mark.parametrize(("age", "where"), [(420, "7 minutes behind"), (-600, "10 minutes ahead of")])
    def test_names_the_clock_where_it_is_off(
        self, slack: Slack, caplog: pytest.LogCaptureFixture, age: int, where: str
    ) -> None:
        """A request that is signed well and is of another time says how far the clocks are apart."""
        assert [401] == posted(slack, (SIGNING, age))
        assert where in caplog.text

    def test_says_nothing_of_a_request_that_is_taken(self, slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
        """Slack's own request leaves no such line."""
        posted(slack, (SIGNING, 0))
        assert "refused a request" not in caplog.text

    @pytest.mark.parametrize("stamp", ["", "soon", "-5", "٣", "9" * 400])
    def test_takes_any_time_that_is_sent(self, caplog: pytest.LogCaptureFixture, stamp: str) -> None:
        """Whoever knocks may send anything for a time."""
        Refusals().note(stamp)
        assert "SLACK_SIGNING_SECRET" in caplog.text

    def test_counts_what_it_does_not_tell(self, caplog: pytest.LogCaptureFixture) -> None:
        """A thousand refused requests are two lines, the second of which says how many there were."""
        now = [1_000_000.0]
        refusals = Refusals(lambda: now[0])
        for _ in range(1_000):
            refusals.note("1000000")
        now[0] += PAUSE_SECONDS
        refusals.note("1000060")
        told = [one.getMessage() for one in caplog.records]
        assert [True, True] == ["(1 such" in told[0], "(1000 such" in told[1]]
        assert 2 == len(told)


class TestDoctor:
    @pytest.mark.parametrize(
        ("minutes", "well", "said"),
        [
            (0, True, "clock"),
            (7, False, "clock: 7 minutes behind Slack's"),
            (-6, False, "clock: 6 minutes ahead of Slack's"),
        ],
    )
    def test_holds_the_clock_to_slacks(
        self, slack: Slack, monkeypatch: pytest.MonkeyPatch, minutes: int, well: bool, said: str
    ) -> None:
        """A clock that is off is found before /verify goes unanswered."""
        theirs = format_datetime(datetime.now(UTC) + timedelta(minutes=minutes), usegmt=True)
        monkeypatch.setattr(web_api._Handler, "date_time_string", lambda self, timestamp=None: theirs)
        found = {what: fine for fine, what, _ in diagnosis(slack.bot.services.settings.workspace)}
        assert found.get(said) is well
