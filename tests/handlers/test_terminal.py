"""The terminal as a person sits at it: few words, a file that is watched, completion, colour, and what went wrong."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from handlers.cli.watching import saves
from tests.handlers.conftest import BROKEN, CLEAN, ROOT, Desk
from tests.handlers.test_cli import added

DAY = ("--published", "2025-03-05", "--outlet", "Harbour Post")


class TestQuiet:
    def test_is_silent_on_a_clean_article(self, desk: Desk) -> None:
        """Nothing is printed, so that a loop over a folder shows only what wants an eye."""
        added(desk)
        done = desk("check", "clean.txt", "--quiet", *DAY)
        assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)

    def test_counts_what_stands(self, desk: Desk) -> None:
        """One line names the draft and counts what stands, worst first."""
        added(desk)
        done = desk("check", "broken.txt", "-q", *DAY)
        assert (1, b"broken.txt: 1 hold\n") == (done.returncode, done.stdout)


class TestPrevious:
    def test_with_all_lists_what_is_open_too(self, desk: Desk) -> None:
        """A re-check tells the changes alone; --all gives all that stands, and says what is new."""
        added(desk)
        (desk.folder / "before.json").write_bytes(desk("check", "clean.txt", "--json", *DAY).stdout)
        short = desk("check", "broken.txt", "--previous", "before.json", *DAY).stdout.decode()
        whole = desk("check", "broken.txt", "--previous", "before.json", "--all", *DAY).stdout.decode()
        assert "new: words that turn the sense are missing" in short
        assert "new: words that turn the sense are missing" in whole
        assert ("exit 1" in short, "exit 1" in whole) == (False, True)


class TestWatch:
    def test_tells_only_what_a_save_changed(self, desk: Desk) -> None:
        """The draft is checked at once and after a save; what cannot be read is said and waited over."""
        added(desk)
        draft = desk.folder / "draft.txt"
        draft.write_text(CLEAN)
        with watching(desk, "draft.txt") as said:
            said.waits_for("nothing to ask")
            draft.write_text(BROKEN)
            said.waits_for("HOLD   new: the edit changed a quote that was right")
            draft.write_text("")
            said.waits_for("The file is empty")
            draft.write_text("A line above.\n\n" + BROKEN)
            said.waits_for("Still open: 1 hold:\nHOLD   words that turn the sense are missing · Priya Raman ")
            said.waits_for(" line 5")
            replaced = desk.folder / "draft.new"
            replaced.write_text(CLEAN)
            replaced.rename(draft)
            said.waits_for("✓ Fixed: “We will not close a depot this year” is now word for word.")
            assert 0 == said.ended()

    def test_wants_a_file(self, desk: Desk) -> None:
        """A link, standard input or a file that is not there cannot be watched, and that is said at once."""
        for source in ("-", "https://tide.example/a", "nowhere.txt"):
            done = desk("check", source, "--watch")
            assert (2, True) == (done.returncode, b"--watch wants a file" in done.stderr)

    def test_reads_no_half_saved_file(self, tmp_path: Path) -> None:
        """While a file still grows it is left alone; once it stands still it is read once."""
        draft = tmp_path / "draft.txt"
        draft.write_text("A")
        grown, seen = threading.Event(), []

        def write() -> None:
            for _ in range(6):
                time.sleep(0.2)
                with draft.open("a") as file:
                    file.write("more")
            grown.set()

        coming = saves(draft)
        next(coming)
        threading.Thread(target=write).start()
        next(coming)
        seen.append((grown.is_set(), draft.read_text().count("more")))
        assert [(True, 6)] == seen


class Said:
    """What a watching command has said so far."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process, self.text = process, ""
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stdout
        while chunk := os.read(self.process.stdout.fileno(), 4096):
            self.text += chunk.decode(errors="replace")

    def waits_for(self, words: str, seconds: float = 20.0) -> None:
        until = time.monotonic() + seconds
        while words not in self.text:
            assert time.monotonic() < until, self.text
            time.sleep(0.05)
        self.text = self.text.split(words, 1)[1]

    def ended(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@contextmanager
def watching(desk: Desk, name: str) -> Iterator[Said]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("VERBATIM", "SLACK", "DATABASE"))}
    env |= {"VERBATIM_DB": str(desk.folder / "desk.db"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "check", name, "--watch", *DAY]
    with subprocess.Popen(
        command, cwd=desk.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said = Said(process)
        try:
            yield said
        except BaseException:
            process.kill()
            raise


class TestCompletion:
    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            ("verbatim ch", "plain,check"),
            ("verbatim check --pre", "plain,--previous"),
            ("verbatim check dra", "file,dra"),
            ("verbatim export out", "file,out"),
        ],
    )
    def test_offers_commands_options_and_files(self, desk: Desk, words: str, offered: str) -> None:
        """A shell that has read the line of docs/terminal.md completes what is typed."""
        count = str(len(words.split()) - 1)
        done = desk(_VERBATIM_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
        assert [offered] == done.stdout.decode().split()

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_names_the_command(self, desk: Desk, shell: str) -> None:
        """The lines that a shell reads complete the command by its name."""
        assert b"_VERBATIM_COMPLETE" in desk(_VERBATIM_COMPLETE=f"{shell}_source").stdout


class TestColour:
    def test_is_there_on_a_terminal_and_off_on_request(self, desk: Desk) -> None:
        """Words that differ are coloured on a terminal, and stand in ‹ › with NO_COLOR or in a pipe."""
        added(desk)
        assert b"\x1b[1" in on_a_terminal(desk, "check", "broken.txt", *DAY, TERM="xterm-256color")
        plain = on_a_terminal(desk, "check", "broken.txt", *DAY, TERM="xterm-256color", NO_COLOR="1")
        assert (False, True) == (b"\x1b[1;4;32m" in plain, "‹not›".encode() in plain)
        assert b"\x1b" not in desk("check", "broken.txt", *DAY).stdout


def on_a_terminal(desk: Desk, *words: str, **settings: str) -> bytes:
    """What the command prints where standard output is a terminal."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("VERBATIM", "NO_COLOR", "FORCE_COLOR"))}
    env |= {"VERBATIM_DB": str(desk.folder / "desk.db"), "PYTHONPATH": str(ROOT), **settings}
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "bot", *words], cwd=desk.folder, env=env, stdout=theirs) as process:
        os.close(theirs)
        said = b""
        try:
            while chunk := os.read(ours, 4096):
                said += chunk
        except OSError:
            """A terminal that nobody holds any more says so instead of ending."""
        process.wait(timeout=20)
    os.close(ours)
    return said


class TestCalledWrongly:
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (("chek", "draft.txt"), "There is no command “chek”; did you mean check? See: verbatim --help"),
            (("check",), "Missing argument 'SOURCE'. See: verbatim check --help"),
            (("dispute", "x"), "Invalid value for 'ID': 'x' is not a valid integer. See: verbatim dispute --help"),
        ],
    )
    def test_gets_one_sentence_and_where_to_look(self, desk: Desk, words: tuple[str, ...], sentence: str) -> None:
        """A command that is called wrongly is told what is wrong and which help to read."""
        done = desk(*words)
        assert (2, b"", sentence + "\n") == (done.returncode, done.stdout, done.stderr.decode())
