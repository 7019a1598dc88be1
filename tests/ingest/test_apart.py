"""Reading in a process of its own: whatever happens there, the bot goes on and the editor gets a sentence."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.apart import MEMORY, SECONDS, read_apart
from bot.apart.pdf_pages import LONGEST
from bot.errors import Encrypted, TooLarge, UnreadableArticle
from bot.ingest import paste

DAMAGED = "The file is damaged; save it again."
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows none of these limits")


def stuck(how: str, seconds: float = 30.0) -> object:
    return read_apart("tests.ingest.stuck", how.encode(), DAMAGED, seconds)


def test_a_loop_is_ended() -> None:
    """A parser that never comes back is ended when its time is up."""
    began = time.monotonic()
    with pytest.raises(TooLarge, match=r"too much time or memory to read; send the article alone"):
        stuck("loop", 1.0)
    assert time.monotonic() - began < 5.0


def test_the_limits_are_set() -> None:
    """Processor time and memory are bounded by the system, not by the parser's good will."""
    assert [SECONDS, MEMORY] == stuck("limits")


@pytest.mark.parametrize("how", ["fill", "spent"])
def test_more_than_the_limits_is_told(how: str) -> None:
    """Memory that is used up and time that is used up are one sentence."""
    with pytest.raises(TooLarge, match="too much time or memory"):
        stuck(how)


@pytest.mark.parametrize("how", ["die", "babble", "write"])
def test_a_parser_that_breaks_down_is_a_damaged_file(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash, an answer that is none, and a file that it tried to write: the sentence of the format."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableArticle, match=DAMAGED):
        stuck(how)
    assert all(not path.stat().st_size for path in tmp_path.iterdir())


def test_a_refusal_comes_through() -> None:
    """What the parser says of a file is what the editor reads."""
    with pytest.raises(Encrypted, match=r"^The file is locked\.$"):
        stuck("refuse")


def test_no_token_is_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process knows neither Slack's token nor the store's address, and imports nothing from where it stands."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-tide")
    monkeypatch.setenv("DATABASE_URL", "postgresql://desk:tide@localhost/")
    environment, path = read_apart("tests.ingest.stuck", b"", DAMAGED)
    assert not {"SLACK_BOT_TOKEN", "DATABASE_URL"} & set(environment)
    assert not any("tide" in value for value in environment.values())
    assert "" not in path


def test_threads_may_read_at_once() -> None:
    """A server with many threads starts it from any of them."""
    with ThreadPoolExecutor(4) as pool:
        limits = list(pool.map(lambda _: stuck("limits"), range(4)))
    assert [[SECONDS, MEMORY]] * 4 == limits


def test_the_longest_text_is_the_same_for_all() -> None:
    """A PDF may hold as many characters as any article."""
    assert LONGEST == paste.LONGEST
