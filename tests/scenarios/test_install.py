"""Many workspaces: each installs the bot by itself, works with a token of its own, and takes it away again."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from handlers.web import site
from tests.render.slack.limits import nodes

from .articles import UNKNOWN, WRONG
from .conftest import Making
from .slack import NEWS, VERIFIER, Slack, seen

ONE, TWO = "T0ONE00001", "T0TWO00001"
SECRET = "a secret of some length, for tests"


@pytest.fixture
def many(make: Making) -> Slack:
    """A bot that any workspace may install."""
    pytest.importorskip("sqlalchemy", reason="installing by OAuth is not installed: pip install .[oauth]")
    pytest.importorskip("cryptography", reason="installing by OAuth is not installed: pip install .[oauth]")
    return make(
        bot_token=None, client_id="1.2", client_secret="shh", secret=SECRET, base_url="https://verbatim.weir.example/",
        verifiers=frozenset({VERIFIER}),
    )  # fmt: skip


def get(slack: Slack, path: str, query: str = "", cookie: str = "") -> tuple[int, dict[str, str], str]:
    answered: list[Any] = []
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_COOKIE": cookie, "SERVER_PROTOCOL": "HTTP/1.1"}
    body = b"".join(site(slack.bot.app, slack.bot.services)(environ, lambda *how: answered.extend(how)))
    return int(answered[0].split()[0]), {name.lower(): value for name, value in answered[1]}, body.decode()


def install(slack: Slack, team: str) -> str:
    """Goes the way of an owner from the button to the return from Slack; gives the page that is shown then."""
    _, headers, page = get(slack, "/slack/install")
    address = page.partition('<a href="')[2].partition('"')[0].replace("&amp;", "&")
    state = parse_qs(urlsplit(address).query)["state"][0]
    cookie = headers["set-cookie"].partition(";")[0]
    status, _, shown = get(slack, "/slack/oauth_redirect", urlencode({"code": team, "state": state}), cookie)
    assert 200 == status
    return shown


class TestInstall:
    def test_asks_for_the_rights_of_the_manifest(self, many: Slack) -> None:
        status, _, page = get(many, "/slack/install")
        assert 200 == status
        assert "slack.com/oauth/v2/authorize" in page
        assert "app_mentions" in page

    def test_lets_the_workspace_check(self, many: Slack) -> None:
        install(many, ONE)
        assert 200 == many.command(UNKNOWN, team_id=ONE).status
        many.work()
        assert "1 not in the store" in seen(many.root())
        assert {f"xoxb-{ONE}-keep-me-out-of-the-log"} == {
            call.token for call in many.api.calls if call.method == "chat.postMessage"
        }

    def test_writes_no_token_in_clear(self, many: Slack) -> None:
        install(many, ONE)
        many.store.close()
        kept = b"".join(path.read_bytes() for path in many.store.path.parent.iterdir())
        assert ONE.encode() in kept
        assert b"keep-me-out" not in kept

    def test_with_a_state_of_ones_own_making_is_refused(self, many: Slack) -> None:
        status, _, _ = get(
            many, "/slack/oauth_redirect", urlencode({"code": ONE, "state": "made-up"}), "slack-app-oauth-state=made-up"
        )
        assert 400 <= status < 500
        assert {ONE} & set(many.api.teams.values()) == set()


class TestTwoWorkspaces:
    def test_see_nothing_of_each_other(self, many: Slack) -> None:
        install(many, ONE)
        install(many, TWO)
        many.command(UNKNOWN, team_id=ONE)
        many.work()
        many.click(many.thread(many.root())[0], "verify", VERIFIER, team_id=ONE)
        many.submit(many.api.views[-1], user=VERIFIER, team_id=ONE)
        many.work()
        assert "1 matched" in seen(many.root())
        many.command(UNKNOWN, team_id=TWO)
        many.work()
        assert "1 not in the store" in seen(many.root())

    def test_have_no_hand_on_each_others_checks(self, many: Slack) -> None:
        install(many, ONE)
        install(many, TWO)
        many.command(WRONG, team_id=ONE)
        many.work()
        root = many.root(NEWS)
        before = seen(root)
        many.click(root, "check_again", team_id=TWO)
        many.work()
        assert before == seen(root)
        assert "no longer known here" in many.told()

    def test_get_nothing_by_each_others_numbers(self, many: Slack) -> None:
        """Every button of a check, and a window that its own workspace opened, sent again by another: nothing comes."""
        install(many, ONE)
        install(many, TWO)
        many.command(f"{WRONG}\n{UNKNOWN}", team_id=ONE)
        many.work()
        root = many.root()
        [answer] = many.thread(root)
        many.click(answer, "verify", VERIFIER, team_id=ONE)
        view, before = many.api.views[-1], [seen(one) for one in (root, answer)]
        buttons = [
            (one, node["action_id"])
            for one in (root, answer)
            for node in nodes(one["blocks"])
            if "action_id" in node and "url" not in node
        ]
        assert len(buttons) >= 6
        for message, action in buttons:
            many.click(message, action, VERIFIER, team_id=TWO)
        many.submit(view, user=VERIFIER, team_id=TWO)
        assert [] == many.work()
        assert before == [seen(one) for one in (root, answer)]
        told = [seen(one) for one in (*many.api.told, *many.api.views[1:])]
        assert len(buttons) + 1 == len(told)
        assert [] == [one for one in told if "no longer known here" not in one]
        assert [] == many.rows("SELECT 1 FROM quote")


class TestLeaving:
    @pytest.mark.parametrize(
        "event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT00001"]}}]
    )
    def test_forgets_the_token(self, many: Slack, event: dict[str, Any]) -> None:
        install(many, ONE)
        assert 200 == many.event(event, team_id=ONE).status
        assert [(0,)] == many.rows("SELECT count(*) FROM slack_bots")
        many.command(UNKNOWN, team_id=ONE)
        assert [] == many.work()


class TestNotInstalled:
    def test_workspace_is_not_served(self, many: Slack) -> None:
        many.command(UNKNOWN, team_id=TWO)
        assert [] == many.work()


class TestOneWorkspace:
    @pytest.mark.parametrize("kind", ["app_uninstalled", "tokens_revoked", "file_shared"])
    def test_takes_note_of_what_needs_no_answer(self, slack: Slack, kind: str) -> None:
        assert 200 == slack.event({"type": kind, "tokens": {"bot": ["U0BOT00001"]}, "file_id": "F1"}).status
        assert 0 == slack.jobs()
