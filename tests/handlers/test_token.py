"""Where the bot's token goes: to Slack's own file host over TLS, and nowhere else."""

from __future__ import annotations

import pytest

from handlers.files import lies_with_slack

API = "https://slack.com/api/"


@pytest.mark.parametrize(
    "address",
    [
        "https://files.slack.com/files-pri/T1-F1/draft.txt",
        "https://files.slack.com:443/files-pri/T1-F1/draft.txt",
        "https://FILES.slack.com/files-pri/T1-F1/draft.txt",
        "https://slack.com/files/T1-F1/draft.txt",
    ],
)
def test_the_token_goes_to_slack(address: str) -> None:
    """Slack's file host, and the host of its API."""
    assert lies_with_slack(address, API)


@pytest.mark.parametrize(
    "address",
    [
        "http://files.slack.com/draft.txt", "https://files.slack.com:8443/draft.txt", "https://files.slack.com./draft.txt",
        "https://files.slack.com.harbour.example/", "https://harbour.example/files.slack.com",
        "https://files.slack.com@harbour.example/", "https://files.slack.com\\@harbour.example/",
        "https://desk:word@files.slack.com/", "https://harbour.example#@files.slack.com/",
        "https://harbour.example?@files.slack.com/", "https://files.slack.com%2f@harbour.example/",
        "https://files.sl\u0430ck.com/", "https://files.slack.com\u3002harbour.example/", "https://files-slack.com/",
        "//files.slack.com/draft.txt", "/draft.txt", "", "https://[::1", "https://files.slack.com:99999999/",
        "https://files.slack.com\r\nHost: harbour.example/", "ftp://files.slack.com/", "file:///files.slack.com",
    ],
)  # fmt: skip
def test_the_token_goes_nowhere_else(address: str) -> None:
    """Neither another host in Slack's clothes, nor Slack's without TLS."""
    assert not lies_with_slack(address, API)
