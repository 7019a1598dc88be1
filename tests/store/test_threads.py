"""Slack conversations in which checks are answered."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import StoreError
from store import Store
from store.place import Place
from store.quotes import QuoteRow
from store.threads import Answer, Thread

EARLY, LATE = "2025-03-01T08:00:00+00:00", "2025-03-20T08:00:00+00:00"
DESK, CHANNEL = Place("T1"), Place("T1", "C1")
ABOUT = {"link": "https://harbour.example/ferry", "published": "2025-03-06"}


def opened(store: Store, ts: str = "17.1", place: Place = DESK, **messages: str) -> Thread:
    return store.threads.open(place, "C1", ts, "U1", ABOUT, **messages)


def check(store: Store, thread: Thread, at: str = LATE, matched: int | None = None) -> int:
    """The number of a check saved in a thread."""
    quotes = [{"id": "q1", "matches": [{"quote_id": matched}] if matched else []}]
    report = json.dumps({"article": {"text": "“x”"}, "quotes": quotes, "flags": []})
    return store.scope(thread.place.team, thread.place.channel).save_check(report, "U1", thread=str(thread.id), at=at)


class TestOpen:
    def test_gives_back_what_was_told(self, fresh_store: Store) -> None:
        thread = opened(fresh_store, place=CHANNEL, root="17.1", source="17.0")
        assert (CHANNEL, "C1", "17.1", "17.1", "17.0", "U1", ABOUT, None) == (
            thread.place, thread.channel, thread.ts, thread.root, thread.source, thread.by, thread.about,
            thread.check_id,
        )  # fmt: skip
        assert thread == fresh_store.threads.find("T1", "C1", "17.1") == fresh_store.threads.get("T1", thread.id)

    def test_again_keeps_the_number_and_takes_what_is_new(self, fresh_store: Store) -> None:
        """A message that is not named anew is still known, as the last check is."""
        first = opened(fresh_store, root="17.1", source="17.0")
        fresh_store.threads.set_check(first.id, check(fresh_store, first))
        again = fresh_store.threads.open(DESK, "C1", "17.1", "U2", {"file": "F1"}, source="17.9")
        assert (first.id, "U2", {"file": "F1"}, "17.1", "17.9", 1) == (
            again.id, again.by, again.about, again.root, again.source, again.check_id,
        )  # fmt: skip

    def test_again_in_another_place_has_no_check(self, fresh_store: Store) -> None:
        """A channel that became private asks as such; a check of the place before is not to be seen there."""
        first = opened(fresh_store)
        fresh_store.threads.set_check(first.id, check(fresh_store, first))
        again = opened(fresh_store, place=CHANNEL)
        assert (first.id, CHANNEL, None) == (again.id, again.place, again.check_id)

    def test_by_many_at_once_is_one(self, fresh_store: Store) -> None:
        with ThreadPoolExecutor(4) as pool:
            assert 1 == len({thread.id for thread in pool.map(lambda _: opened(fresh_store), range(8))})

    def test_is_one_workspaces_and_one_channels(self, fresh_store: Store) -> None:
        """The same ts elsewhere is another thread; nobody is given another workspace's, by whatever it is asked."""
        thread = opened(fresh_store, source="17.0")
        number = check(fresh_store, thread)
        threads = fresh_store.threads
        assert thread.id != threads.open(Place("T2"), "C1", "17.1", "U1", {}).id
        assert thread.id != threads.open(DESK, "C2", "17.1", "U1", {}).id
        threads.note_message(thread.id, "17.5")
        assert [None] * 4 == [
            threads.of_message("T2", "C1", "17.0"), threads.of_message("T2", "C1", "17.5"),
            threads.get("T2", thread.id), threads.of_check("T2", number),
        ]  # fmt: skip
        assert threads.of_message("T1", "C2", "17.5") is None
        assert threads.find("T1", "C1", "17.2") is None


class TestMessages:
    def test_lead_to_their_thread(self, fresh_store: Store) -> None:
        """The message that was checked, and one that was taken as a corrected paragraph; chatter leads nowhere."""
        threads, thread = fresh_store.threads, opened(fresh_store, source="17.0")
        for _ in range(2):
            threads.note_message(thread.id, "17.5")
        assert thread == threads.of_message("T1", "C1", "17.0") == threads.of_message("T1", "C1", "17.5")
        assert threads.of_message("T1", "C1", "17.6") is None

    def test_checked_twice_lead_to_the_later_thread(self, fresh_store: Store) -> None:
        opened(fresh_store, "17.1", source="17.0")
        later = opened(fresh_store, "18.1", source="17.0")
        assert later == fresh_store.threads.of_message("T1", "C1", "17.0")

    def test_check_and_subject_can_be_set(self, fresh_store: Store) -> None:
        threads, thread = fresh_store.threads, opened(fresh_store)
        number = check(fresh_store, thread)
        threads.set_check(thread.id, number)
        threads.set_about(thread.id, {"file": "F1"})
        now = threads.get("T1", thread.id)
        assert now is not None
        assert (number, {"file": "F1"}) == (now.check_id, now.about)

    def test_of_no_thread_are_refused(self, fresh_store: Store) -> None:
        threads = fresh_store.threads
        for note in (
            lambda: threads.set_about(77, {}),
            lambda: threads.note_message(77, "1"),
            lambda: threads.note_answer(77, 1, "1", []),
        ):
            with pytest.raises(StoreError, match="no conversation 77"):
                note()


class TestAnswers:
    def test_are_told_in_order_each_message_once(self, fresh_store: Store) -> None:
        """A message that is noted again, after a crash or an edit, shows what was noted last."""
        threads, thread = fresh_store.threads, opened(fresh_store)
        number = check(fresh_store, thread)
        threads.note_answer(thread.id, number, "17.3", ["f0", "f1"])
        threads.note_answer(thread.id, number, "17.4", ["q2"])
        threads.note_answer(thread.id, number, "17.3", ["f0"])
        assert (Answer("17.3", ("f0",), "C1", "17.1"), Answer("17.4", ("q2",), "C1", "17.1")) == threads.answers(number)
        assert () == threads.answers(check(fresh_store, thread))

    def test_lead_from_any_check_to_its_thread(self, fresh_store: Store) -> None:
        """Also from one that is not the last of its thread, and from none that was made elsewhere."""
        thread = opened(fresh_store)
        numbers = [check(fresh_store, thread), check(fresh_store, thread)]
        assert [thread] * 2 == [fresh_store.threads.of_check("T1", number) for number in numbers]
        loose = fresh_store.scope("T1").save_check('{"flags": []}', "U1")
        assert fresh_store.threads.of_check("T1", loose) is None


class TestThatMatched:
    def test_are_told_once_wherever_they_are(self, fresh_store: Store) -> None:
        """Of every place of the workspace, with a check since then; neither older ones nor other workspaces'."""
        quote = fresh_store.scope("T1").verify(QuoteRow("We sail at noon.", "Åse Lind"), "U1").quote_id
        threads = [opened(fresh_store, "17.1"), opened(fresh_store, "18.1", place=CHANNEL)]
        for thread in (*threads, threads[0]):
            check(fresh_store, thread, matched=quote)
        check(fresh_store, opened(fresh_store, "19.1"), at=EARLY, matched=quote)
        check(fresh_store, opened(fresh_store, "20.1"))
        check(fresh_store, fresh_store.threads.open(Place("T2"), "C1", "17.1", "U1", {}), matched=quote)
        assert tuple(threads) == fresh_store.threads.that_matched("T1", quote, since=EARLY)
        assert () == fresh_store.threads.that_matched("T1", quote, since=LATE)

    def test_know_of_a_copy_what_matched_the_first(self, fresh_store: Store) -> None:
        """A dispute of a shared quote is told where the channel's own had been matched."""
        channel = fresh_store.scope("T1", "C1")
        own = channel.verify(QuoteRow("We sail at noon.", "Åse Lind"), "U1")
        thread = opened(fresh_store, place=CHANNEL)
        check(fresh_store, thread, matched=own.quote_id)
        copy = channel.share(own.quote_id, "U1")
        assert (thread,) == fresh_store.threads.that_matched("T1", copy.quote_id, since=EARLY)
