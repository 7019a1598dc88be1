"""Who installed the bot, kept with sealed tokens, in a file and in a database."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy", reason="the oauth extra is not installed: pip install .[oauth]")
pytest.importorskip("cryptography", reason="the oauth extra is not installed: pip install .[oauth]")

from slack_sdk.oauth.installation_store import Installation

from bot.errors import SecretWrong, WrongInput
from store import Store, open_store

ROOT = Path(__file__).resolve().parents[2]
SECRET = "the tide comes in at nine"
TOKENS = {
    "bot_token": "xoxb-open-sesame",
    "bot_refresh_token": "xoxe-1-" + "long" * 60,
    "user_token": "xoxp-open-sesame",
    "user_refresh_token": "xoxe-2-open-sesame",
    "incoming_webhook_url": "https://hooks.slack.example/services/open-sesame",
}


def installed(
    team: str = "T1", user: str = "U1", enterprise: str | None = None, day: int = 6, **tokens: str
) -> Installation:
    return Installation(
        app_id="A1", enterprise_id=enterprise, team_id=team, user_id=user, bot_id="B1", bot_scopes="chat:write",
        installed_at=datetime(2031, 5, day, 12, 0, tzinfo=UTC).timestamp(), **{**TOKENS, **tokens},
    )  # fmt: skip


def written(store: Store) -> str:
    """All that the database holds of installations, as it is written."""
    with store._connections.reading() as db:
        rows = [db.execute(f"SELECT * FROM slack_{table}").fetchall() for table in ("bots", "installations")]
    return repr(rows)


class TestTokens:
    def test_come_back_as_they_were(self, fresh_store: Store) -> None:
        """Every process that has the secret reads every token, however long it is."""
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed())
        again, _ = fresh_store.installations("client", SECRET)
        found = again.find_installation(enterprise_id=None, team_id="T1")
        assert found is not None
        assert {name: getattr(found, name) for name in TOKENS} == TOKENS
        bot = again.find_bot(enterprise_id=None, team_id="T1")
        assert bot is not None
        assert (TOKENS["bot_token"], TOKENS["bot_refresh_token"]) == (bot.bot_token, bot.bot_refresh_token)

    def test_stand_nowhere_in_the_database(self, fresh_store: Store) -> None:
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed())
        rows = written(fresh_store)
        assert "T1" in rows
        assert not [token for token in TOKENS.values() if token in rows]
        assert "sesame" not in rows

    @pytest.mark.sqlite_file
    def test_stand_nowhere_in_the_file(self, fresh_store: Store) -> None:
        """Neither in the store, nor in its log, nor in a backup."""
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed())
        kept.delete_all(enterprise_id=None, team_id="T1")
        kept.save(installed(bot_token="xoxb-second-sesame"))
        fresh_store.back_up(fresh_store.path.with_name("kept.db"))
        files = [path.read_bytes() for path in fresh_store.path.parent.iterdir() if path.is_file()]
        assert len(files) > 1
        assert any(b"chat:write" in content for content in files)
        assert not [content for content in files if b"sesame" in content or b"longlong" in content]

    def test_locked_with_another_secret_say_so(self, fresh_store: Store) -> None:
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed())
        other, _ = fresh_store.installations("client", "another secret")
        with pytest.raises(SecretWrong, match="VERBATIM_SECRET"):
            other.find_bot(enterprise_id=None, team_id="T1")
        with pytest.raises(SecretWrong, match="VERBATIM_SECRET"):
            other.token_of("T1")
        with pytest.raises(SecretWrong, match="install the bot in Slack again"):
            other.find_installation(enterprise_id=None, team_id="T1")

    def test_are_not_kept_without_a_secret(self, fresh_store: Store) -> None:
        with pytest.raises(WrongInput, match="VERBATIM_SECRET is not set"):
            fresh_store.installations("client", " ")


class TestInstallations:
    def test_are_each_workspaces_own(self, fresh_store: Store) -> None:
        """The bot of one workspace is never given to another, and goes when the app is taken out there."""
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed("T1", bot_token="xoxb-1"))
        kept.save(installed("T2", bot_token="xoxb-2"))
        assert kept.find_bot(enterprise_id=None, team_id="T3") is None
        kept.delete_all(enterprise_id=None, team_id="T1")
        assert kept.find_bot(enterprise_id=None, team_id="T1") is None
        assert kept.find_installation(enterprise_id=None, team_id="T1") is None
        bot = kept.find_bot(enterprise_id=None, team_id="T2")
        assert bot is not None
        assert "xoxb-2" == bot.bot_token

    def test_of_a_workspace_are_known_by_its_id_alone(self, fresh_store: Store) -> None:
        """Whatever enterprise it belongs to; of several the newest one's bot token, and none of another workspace's."""
        kept, _ = fresh_store.installations("client", SECRET)
        assert kept.token_of("T1") is None
        kept.save(installed("T1", enterprise="E1", day=7, bot_token="xoxb-new"))
        kept.save(installed("T1", day=5, bot_token="xoxb-old"))
        kept.save(installed("T2", day=9, bot_token="xoxb-other"))
        assert ("xoxb-new", "xoxb-other", None) == tuple(kept.token_of(team) for team in ("T1", "T2", "T3"))
        kept.delete_all(enterprise_id="E1", team_id="T1")
        assert "xoxb-old" == kept.token_of("T1")

    def test_of_another_app_are_not_its_own(self, fresh_store: Store) -> None:
        fresh_store.installations("client", SECRET)[0].save(installed())
        assert fresh_store.installations("other client", SECRET)[0].token_of("T1") is None

    def test_of_one_bot_or_user_are_deleted_alone(self, fresh_store: Store) -> None:
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed(user="U1"))
        kept.delete_bot(enterprise_id=None, team_id="T1")
        assert kept.find_bot(enterprise_id=None, team_id="T1") is None
        kept.delete_installation(enterprise_id=None, team_id="T1", user_id="U2")
        assert kept.find_installation(enterprise_id=None, team_id="T1") is not None
        kept.delete_installation(enterprise_id=None, team_id="T1", user_id="U1")
        assert kept.find_installation(enterprise_id=None, team_id="T1") is None

    def test_have_their_tables_made_once(self, fresh_store: Store) -> None:
        """Several threads that start at once all get them."""

        def start(number: int) -> None:
            fresh_store.installations("client", SECRET)[0].save(installed(f"T{number}"))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(start, range(4)))
        assert all(f"T{number}" in written(fresh_store) for number in range(4))

    @pytest.mark.parametrize("target", ["sqlite", "postgres"])
    def test_move_with_the_store(
        self, fresh_store: Store, target: str, request: pytest.FixtureRequest, tmp_path: Path
    ) -> None:
        """Copied to another kind of store they are read there with the same secret, and go on there."""
        kept, _ = fresh_store.installations("client", SECRET)
        kept.save(installed("T1"))
        kept.save(installed("T2"))
        address = request.getfixturevalue("empty_database") if target == "postgres" else tmp_path / "copied.db"
        other = open_store(address)
        assert 2 == fresh_store.copy_to(other)["slack_bots"].rows
        moved, _ = other.installations("client", SECRET)
        for team in ("T1", "T2"):
            was, now = (one.find_installation(enterprise_id=None, team_id=team) for one in (kept, moved))
            assert was is not None
            assert now is not None
            assert was.to_dict() == now.to_dict()
        moved.save(installed("T3"))
        assert moved.find_bot(enterprise_id=None, team_id="T3") is not None
        other.close()

    def test_under_way_end_once(self, fresh_store: Store) -> None:
        """The state that Slack brings back is taken once, by whichever process it comes to."""
        _, states = fresh_store.installations("client", SECRET)
        state = states.issue()
        _, other = fresh_store.installations("client", SECRET)
        assert other.consume(state)
        assert not states.consume(state)
        assert not states.consume("made up")

    def test_say_how_to_get_what_they_need(self, tmp_path: Path) -> None:
        """Without the extra everything else works; an installation gets one sentence."""
        code = (
            "import sys; sys.modules['sqlalchemy'] = None; from store import open_store;"
            "from bot.errors import StoreMissing\n"
            f"store = open_store({str(tmp_path / 'desk.db')!r})\n"
            "try: store.installations('client', 'secret')\n"
            "except StoreMissing as error: print(error.for_editor)"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, timeout=60)
        assert b"pip install" in done.stdout
        assert b"[oauth]" in done.stdout
