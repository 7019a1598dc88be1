"""Words of a draft and of people, shown as they are whatever Slack would make of them; and none of them in the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from handlers.logs import start_logging
from tests.render.slack.limits import nodes

from .articles import COTTAGES, KEYS, UNKNOWN, WRONG
from .slack import EDITOR, VERIFIER, Slack, rich, seen
from .web_api import TOKEN

HOSTILE = ("*bold*", "_under_", "<!channel>", "<@U0EDITOR01>", "&lt;b&gt;", ":smile:", "~gone~", "`code`", "&amp;")


def quoted(words: str) -> str:
    return f"Sign at the weir\n\n“Keep off the {words} weir at high water,” said Tove Arnesen, the harbour painter.\n"


class TestShown:
    @pytest.mark.parametrize("words", HOSTILE)
    def test_exactly_from_a_window(self, slack: Slack, words: str) -> None:
        """Nothing in a quote is markup, a mention or a sign; nobody is called by it."""
        slack.command("")
        slack.submit(slack.api.views[-1], {"article": rich(quoted(words))})
        slack.work()
        [answer] = slack.thread(slack.root())
        assert f"Keep off the {words} weir at high water" in seen(answer)
        for node in nodes([answer["blocks"], slack.root()["blocks"]]):
            assert node.get("type") not in ("broadcast", "usergroup")
            assert node.get("type") != "mrkdwn" or words not in node["text"] or words == ":smile:"
        assert "<!channel>" not in answer["text"] + slack.root()["text"]
        assert "<@" not in answer["text"]

    @pytest.mark.parametrize("words", HOSTILE)
    def test_exactly_when_verified(self, slack: Slack, words: str) -> None:
        """What goes into the store is the quote as it stood in the draft."""
        slack.command("")
        slack.submit(slack.api.views[-1], {"article": rich(quoted(words))})
        slack.work()
        slack.click(slack.thread(slack.root())[0], "verify", VERIFIER)
        assert words in seen(slack.api.views[-1])
        slack.submit(slack.api.views[-1], user=VERIFIER)
        slack.work()
        assert f"Keep off the {words} weir at high water" in slack.store.scope().quote(1).text


class TestLog:
    @pytest.fixture(autouse=True)
    def logging_as_before(self) -> Iterator[None]:
        root, loggers = logging.getLogger(), dict(logging.root.manager.loggerDict)
        handlers, level = root.handlers[:], root.level
        levels = {name: one.level for name, one in loggers.items() if isinstance(one, logging.Logger)}
        yield
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.raiseExceptions = True
        for name, was in levels.items():
            logging.getLogger(name).setLevel(was)

    def test_of_a_whole_story_holds_no_secret_and_no_word_of_an_article(
        self, slack: Slack, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """At its most talkative, through every kind of request and of failure."""
        start_logging("DEBUG")
        slack.stored(COTTAGES, "Mirela Danzig")
        slack.api.fault("chat.postMessage", status=500)
        slack.command(WRONG)
        slack.work()
        slack.later()
        root = slack.root()
        [answer] = slack.thread(root)
        slack.say(WRONG.replace("keys", "oars"), root["ts"])
        slack.command("find cottage")
        slack.command(UNKNOWN, channel="C0SHARED01")
        slack.mention(files=[slack.api.drop("draft.txt", UNKNOWN.encode())])
        slack.click(answer, "ignore")
        slack.click(answer, "verify", VERIFIER)
        slack.submit(slack.api.views[-1], user=VERIFIER)
        slack.work()
        slack.api.away.add(root["channel"])
        slack.command(UNKNOWN)
        slack.open_home(EDITOR)
        said = capsys.readouterr().err
        assert "given up" in said
        for secret in (TOKEN, "_resp/", "cottage", "cheapest paint", KEYS[:20]):
            assert secret not in said
