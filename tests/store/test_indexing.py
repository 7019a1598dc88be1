"""Words worked out beside the writing: the same in another process, and whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import WrongInput
from bot.language.text import search_forms
from store import Scope
from store.indexing import WORTH, Beside, Entry, Worked, worked_out
from store.postings import Indexed, numbered, postings_of, stretches
from store.quotes import QuoteRow
from tests.store.said import said

WORDS = st.lists(st.sampled_from("pier ferry don't 5m élan late not the quay".split()), min_size=1, max_size=12)


def entries(count: int) -> list[Entry]:
    return [Entry(f"Pier {n} isn’t shut on quay {n % 97}.", "Åse Lind", None, f"{n % 28 + 1}") for n in range(count)]


def children(pid: int) -> list[int]:
    found = list[int]()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, *_ = stat.read_text().rpartition(")")[2].split()
            found += [int(stat.parent.name)] * (int(parent) == pid and state != "Z")
    return sorted(found)


def runs(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc, which is not here")
class TestBeside:
    def test_gives_what_the_owner_would_work_out(self) -> None:
        """Batch after batch, small or large, words, identities and postings are those of one process."""
        with Beside() as beside:
            for size in (1, WORTH, 3, WORTH + 1):
                batch = entries(size)
                beside.give(batch)
                assert worked_out(batch) == beside.take()

    def test_lets_its_process_go_with_it(self) -> None:
        """After the import no process is left, also where it was broken off."""
        before = children(os.getpid())
        with suppress(KeyboardInterrupt), Beside() as beside:
            beside.give(entries(WORTH))
            assert len(children(os.getpid())) == len(before) + 1
            raise KeyboardInterrupt
        assert before == children(os.getpid())

    @pytest.mark.parametrize("taken", [0, 1])
    def test_goes_on_alone_where_its_process_is_ended(self, taken: int) -> None:
        """A process that the machine ends for want of memory costs time and no quote."""
        before, batch = children(os.getpid()), entries(WORTH + 2)
        with Beside() as beside:
            for _ in range(taken):
                beside.give(batch)
                beside.take()
            beside.give(batch[: -1 - taken])
            [mine] = [pid for pid in children(os.getpid()) if pid not in before]
            os.kill(mine, signal.SIGKILL)
            assert worked_out(batch[: -1 - taken]) == beside.take()
            beside.give(batch)
            assert worked_out(batch) == beside.take()

    @pytest.mark.parametrize(
        "answers",
        [
            "print('starting up', flush=True); time.sleep(60)",
            "print('(c) 2024 banner', flush=True); time.sleep(60)",
            "time.sleep(60)",
            "sys.stdin.buffer.read(10); time.sleep(60)",
            "marshal.load(sys.stdin.buffer); answer = marshal.dumps(([], [], [], []));"
            " sys.stdout.buffer.write(_HEAD + len(answer).to_bytes(8) + answer); sys.stdout.flush(); time.sleep(60)",
            "marshal.load(sys.stdin.buffer);"
            f" answer = marshal.dumps(([b''] * {WORTH}, [''] * {WORTH}, [''] * {WORTH}, [b''] * 16));"
            " sys.stdout.buffer.write(_HEAD + len(answer).to_bytes(8) + answer); sys.stdout.flush(); time.sleep(60)",
        ],
    )
    def test_goes_on_alone_where_its_process_does_not_answer_as_it_would(
        self, monkeypatch: pytest.MonkeyPatch, answers: str
    ) -> None:
        """A process that stalls, prints something else or runs other code costs its time once, and no quote."""
        code = f"import marshal, sys, time; from store.indexing import _HEAD; {answers}"
        monkeypatch.setattr("store.indexing.own_command", lambda module: [sys.executable, "-c", code])
        before, batch = children(os.getpid()), entries(WORTH)
        with Beside(seconds=3) as beside:
            for _ in range(2):
                beside.give(batch)
                assert worked_out(batch) == beside.take()
                assert before == children(os.getpid())

    def test_goes_on_alone_where_none_can_be_started(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the machine gives no process, the import does all itself."""
        for python in ("/nowhere/python", "", None):
            monkeypatch.setattr(sys, "executable", python)
            with Beside() as beside:
                beside.give(entries(WORTH))
                assert worked_out(entries(WORTH)) == beside.take()

    def test_ends_with_its_owner(self) -> None:
        """An import that is killed leaves no process behind."""
        code = (
            "import time; from store.indexing import *; beside = Beside();"
            f" beside.give([Entry('It is late.', 'Åse Lind', None, None)] * {WORTH});"
            " beside.take(); print('taken', flush=True); time.sleep(60)"
        )
        owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert owner.stdout is not None
        owner.stdout.readline()
        [process] = children(owner.pid)
        owner.kill()
        owner.wait(timeout=30)
        owner.stdout.close()
        until = time.monotonic() + 30
        while runs(process) and time.monotonic() < until:
            time.sleep(0.05)
        assert not runs(process)


class TestPostings:
    @given(quotes=st.lists(st.tuples(WORDS, st.booleans()), max_size=12), first=st.integers(1, 2**31))
    @settings(deadline=None)
    def test_get_their_numbers_later(self, quotes: list[tuple[list[str], bool]], first: int) -> None:
        """Postings made before the numbers are known become those of the quotes that get one, in their order."""
        words = [search_forms(" ".join(one)) for one, _ in quotes]
        new = [at for at, (_, wanted) in enumerate(quotes) if wanted]
        numbers = {at: first + 3 * place for place, at in enumerate(new)}
        made = [
            numbered(array("Q", one), numbers) for one in stretches(Indexed(at, w, ()) for at, w in enumerate(words))
        ]
        wanted = postings_of(Indexed(numbers[at], words[at], ()) for at in new)
        assert wanted == [posting for stretch in made for posting in stretch]


class TestImport:
    def test_stores_and_finds_what_was_worked_out_beside_it(self, desk: Scope) -> None:
        """Of rows that come twice, or are there, none is stored again; every other is found by its words."""
        rows = [said(f"Pier {n} is shut, as number {n * 7919 % 10_007} is.", "Åse Lind") for n in range(3 * WORTH)]
        desk.add_quotes([rows[5], rows[-1]], "Ines Okafor")
        added = desk.add_quotes([*rows, *rows[:500]], "Ines Okafor")

        assert (len(rows) - 2, 502) == (added.added, added.already)
        assert len(rows) == desk.size()
        for at in (0, 5, 2 * WORTH, 3 * WORTH - 2, 3 * WORTH - 1):
            assert rows[at].text == desk.candidates(rows[at].text).quotes[0].text
        assert not desk.add_quotes(rows, "Ines Okafor").added

    def test_takes_in_what_stands_before_a_row_that_no_store_keeps(
        self, desk: Scope, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A bad row is read while the batch before it is written: that batch goes in all the same."""
        monkeypatch.setattr("store.intake.FIRST_BATCH", 10)
        rows: list[QuoteRow] = [said(f"Pier {n} is shut.") for n in range(40)]
        with pytest.raises(WrongInput):
            desk.add_quotes([*rows[:25], said("Half\0"), *rows[25:]], "Ines Okafor")
        assert 10 == desk.size()

    def test_takes_in_what_stands_before_a_file_that_fails(self, desk: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever ends the reading, what was read before it is stored, and the error is told."""
        monkeypatch.setattr("store.intake.FIRST_BATCH", 10)

        def rows() -> Iterator[QuoteRow]:
            yield from (said(f"Pier {n} is shut.") for n in range(15))
            raise OSError("the drive is gone")

        with pytest.raises(OSError, match="the drive is gone"):
            desk.add_quotes(rows(), "Ines Okafor")
        assert 10 == desk.size()


def test_a_batch_is_told_in_full() -> None:
    """Identity, words and speaker stand at the entry's place; short and contracted words are written out."""
    made = worked_out([Entry("It isn’t 5m.", "Åse Lind", None, None), Entry("No.", None, "Post", "2025")])
    assert isinstance(made, Worked)
    assert (["it is not 5000000", "no"], ["ase lind", ""]) == (made.words, made.speakers)
    assert len({*made.identities}) == 2
