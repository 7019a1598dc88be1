"""The busiest minute in small: everything is acknowledged in time and answered, and nothing piles up."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.models import Article
from store import open_store
from tests.load.crowd import is_correction
from tests.load.drafts import fill
from tests.load.memory import checked
from tests.load.minute import Asked, Figures, minute, newsroom
from tests.load.process import missing, shares

ASKED = Asked(drafts=20, messages=120, seconds=6, words=300, quotes=6)
IN_THREADS = [number for number in range(ASKED.messages) if number % 2]
SLACK_WAITS = 3.0
OWN = ("bot.", "store.", "handlers.")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Figures]:
    """What came of six seconds with twenty drafts and 120 messages, the bot a process of its own."""
    if why := missing():
        pytest.skip(why)
    folder: Path = tmp_path_factory.mktemp("load")
    store = open_store(folder / "desk.db")
    fill(store, 500)
    with newsroom(folder, store) as (crowd, served):
        yield minute(crowd, served, ASKED)
    store.close()


class TestMinute:
    def test_is_acknowledged_before_slack_gives_up(self, figures: Figures) -> None:
        """``make load`` asks for a second; here others may want the machine too, and the bot has its share of it."""
        assert ASKED.drafts + ASKED.messages == len(figures.acks)
        assert SLACK_WAITS * shares() > max(figures.acks)
        assert 0 == figures.refused

    def test_leaves_no_draft_without_its_answer(self, figures: Figures) -> None:
        assert (0, ASKED.drafts) == (figures.unanswered, len(figures.answers))

    def test_writes_nothing_down_of_threads_that_are_not_the_bots(self, figures: Figures) -> None:
        """A draft takes two jobs, a message in a check's thread one, and any other message none."""
        assert 2 * ASKED.drafts + len(IN_THREADS) == figures.jobs

    def test_answers_corrections_and_no_talk(self, figures: Figures) -> None:
        """The same paragraph as the one before it in a thread is no correction, so that there may be fewer."""
        assert 1 <= figures.rechecks <= sum(map(is_correction, IN_THREADS))


def articles_in_memory() -> int:
    """The articles that anything in the process holds, other tests too."""
    gc.collect()
    return sum(isinstance(one, Article) for one in gc.get_objects())


class TestMemory:
    def test_does_not_grow_with_what_was_checked(self, tmp_path: Path) -> None:
        """No two drafts are alike; neither they nor what was made of them is kept, and every cache has its bound."""
        if why := missing():
            pytest.skip(why)
        store = open_store(tmp_path / "desk.db")
        fill(store, 300)
        before = articles_in_memory()
        samples = list(checked(store, 80, words=120, quoted=3, warm=40, step=40))
        gc.collect()
        kept = gc.get_objects()
        assert 5 > articles_in_memory() - before
        assert 12.0 > samples[-1].resident_mb - samples[0].resident_mb
        caches = [
            one for one in kept if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith(OWN)
        ]
        assert len(caches) > 20
        unbounded = [one for one in caches if one.cache_info().maxsize is None]
        assert [] == [one.__name__ for one in unbounded if one.cache_info().currsize > 20]
        store.close()
