"""The bot's numbers at /metrics: for who has the token, true to what happened, and with nothing of anybody in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.errors import StoreError
from handlers.web import site
from handlers.workers import TRIES

from .articles import COTTAGES, STORED, WRONG
from .conftest import Making
from .slack import NEWS, Slack

TOKEN = "a token of some length, for tests"


@pytest.fixture
def counted(make: Making) -> Slack:
    """A desk that tells its numbers, with three verified quotes."""
    slack = make(metrics_token=TOKEN)
    for words, speaker in STORED:
        slack.stored(words, speaker)
    return slack


def asked(slack: Slack, authorization: str | None) -> tuple[int, dict[str, str], str]:
    """What the bot's web server answers at /metrics."""
    answered: list[Any] = []
    environ = {"PATH_INFO": "/metrics", "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
    if authorization is not None:
        environ["HTTP_AUTHORIZATION"] = authorization
    body = b"".join(site(slack.bot.app, slack.bot.services)(environ, lambda *how: answered.extend(how)))
    return int(answered[0].split()[0]), dict(answered[1]), body.decode()


def numbers(slack: Slack) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels, read as Prometheus reads them."""
    status, headers, text = asked(slack, f"Bearer {TOKEN}")
    assert (200, True) == (status, headers["Content-Type"].startswith("text/plain; version=0.0.4"))
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


class TestMetrics:
    def test_are_not_there_without_a_token(self, desk: Slack) -> None:
        """A bot that was given none serves nothing, whoever asks."""
        assert 404 == asked(desk, None)[0]
        assert 404 == asked(desk, "Bearer None")[0]

    @pytest.mark.parametrize("sent", [None, "", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer \xff"])
    def test_want_the_token(self, counted: Slack, sent: str | None) -> None:
        """Without the very token there is not one number."""
        status, headers, text = asked(counted, sent)
        assert (401, "Bearer", False) == (status, headers["WWW-Authenticate"], "verbatim_" in text)

    def test_count_checks_findings_and_jobs(self, counted: Slack) -> None:
        """A check with a hold is counted by its outcome, its finding by its code, the root message and the answer as jobs."""
        before = numbers(counted)
        root = counted.checked(WRONG)
        after = numbers(counted)
        assert (0, 1) == (before["verbatim_checks_total", "hold"], after["verbatim_checks_total", "hold"])
        assert 1 == after["verbatim_findings_total", "material_change", "hold"]
        assert (0, 2) == (before["verbatim_jobs_total", "check", "done"], after["verbatim_jobs_total", "check", "done"])
        assert 3 == after["verbatim_quotes",]
        assert 4096 <= after["verbatim_store_bytes",]
        assert ("verbatim_findings_not_right_total", "material_change") not in after
        [answer] = counted.thread(root)
        counted.click(answer, "not_right")
        counted.work()
        assert 1 == numbers(counted)["verbatim_findings_not_right_total", "material_change"]

    def test_show_work_that_waits(self, counted: Slack) -> None:
        """What is asked for and not done yet stands in the queue with its age, and leaves it when it is done."""
        counted.command(WRONG)
        waiting = numbers(counted)
        assert 1 == waiting["verbatim_jobs_open",]
        assert 0 < waiting["verbatim_jobs_oldest_seconds",] < 60
        counted.work()
        done = numbers(counted)
        assert (0, 0) == (done["verbatim_jobs_open",], done["verbatim_jobs_oldest_seconds",])

    def test_show_work_that_was_given_up(self, counted: Slack) -> None:
        """What Slack never takes ends as given up, and what was put back before is counted too."""
        counted.api.fault("conversations.info", status=500, times=99)
        counted.command(WRONG)
        counted.work()
        for _ in range(TRIES):
            counted.later()
        known = numbers(counted)
        assert 1 == known["verbatim_jobs_total", "check", "given_up"]
        assert TRIES - 1 == known["verbatim_jobs_total", "check", "put_back"]
        assert 0 == known["verbatim_answer_seconds_count",]

    def test_time_an_answer_from_the_question(self, counted: Slack) -> None:
        """The wait in the queue belongs to it, before the root message as well as between it and the answer."""
        counted.command(WRONG)
        counted.change("UPDATE job SET asked_at = ?", (datetime.now(UTC) - timedelta(seconds=40)).isoformat())
        counted.work()
        known = numbers(counted)
        assert 1 == known["verbatim_answer_seconds_count",]
        assert 40 < known["verbatim_answer_seconds_sum",] < 70
        assert (0, 1) == (
            known["verbatim_answer_seconds_bucket", "30.0"],
            known["verbatim_answer_seconds_bucket", "60.0"],
        )

    def test_hold_nothing_of_anybody(self, counted: Slack) -> None:
        """No words, no name, no workspace, no channel and no person stands among them."""
        counted.checked(WRONG)
        text = asked(counted, f"Bearer {TOKEN}")[2]
        secret = (TOKEN, COTTAGES, NEWS, "T0", "U0", *(speaker for _, speaker in STORED))
        assert [] == [words for words in secret if words in text]

    def test_are_missed_where_the_store_does_not_answer(self, counted: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
        """A store that is out of reach is a 503, not a row of zeros that would look like peace."""

        def out_of_reach(self: object) -> None:
            raise StoreError("The database does not answer; look whether it runs.")

        monkeypatch.setattr(type(counted.store), "figures", out_of_reach)
        assert 503 == asked(counted, f"Bearer {TOKEN}")[0]
