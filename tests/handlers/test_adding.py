"""``verbatim add``: transcripts and whole folders, with what is told of the files that could not be read."""

from __future__ import annotations

import json

import pytest

from .conftest import CLEAN, EARLIER, Desk

TALK = """WEBVTT

00:01.000 --> 00:06.000
<v Ann Dale>Will the depot close?

01:06.500 --> 01:10.000
<v Priya Raman>We will not close a depot

01:10.000 --> 01:14.000
<v Priya Raman>this year, whatever the board decides.
"""
NAMELESS = TALK.replace("<v Ann Dale>", "").replace("<v Priya Raman>", "")


@pytest.fixture
def talk(desk: Desk) -> Desk:
    """The desk with a transcript at hand."""
    (desk.folder / "talk.vtt").write_text(TALK)
    return desk


class TestTranscript:
    def test_is_stored_with_the_seconds(self, talk: Desk) -> None:
        """Each turn is stored, verified from the transcript, its link at its second; again adds nothing."""
        words = ("add", "talk.vtt", "--by", "kim", "--link", "https://harbour.example/talk", "--said-on", "2025-03-03")
        stored = json.loads(talk(*words, "--json").stdout)
        assert ["https://harbour.example/talk?t=1", "https://harbour.example/talk?t=66"] == [
            one["link"] for one in stored
        ]
        assert [("transcript", "2025-03-03", 66)] == [
            (one["against"], one["said_on"], one["second"]) for one in stored[1:]
        ]
        assert b"0 quotes stored as verified by kim (the rest was there already)" in talk(*words).stdout

    def test_shows_when_the_words_of_a_draft_were_said(self, talk: Desk) -> None:
        """A draft is checked against what was said; the finding names the time, and the link its second."""
        talk("add", "talk.vtt", "--by", "kim", "--link", "https://harbour.example/talk")
        (talk.folder / "draft.txt").write_text("“Whatever the board decides,” said Priya Raman.")
        done = talk("check", "draft.txt", "--all", "--published", "2025-03-05")
        assert b"talk.vtt, at 1:10" in done.stdout
        report = json.loads(talk("check", "draft.txt", "--json", "--published", "2025-03-05").stdout)
        assert "https://harbour.example/talk?t=70" == report["quotes"][0]["matches"][0]["link"]

    def test_of_nobody_wants_a_name(self, desk: Desk) -> None:
        """Captions that name nobody are refused with a sentence; --speaker says who it is."""
        (desk.folder / "talk.vtt").write_text(NAMELESS)
        assert (2, True) == ((done := desk("add", "talk.vtt", "--by", "kim")).returncode, b"--speaker" in done.stderr)
        done = desk("add", "talk.vtt", "--by", "kim", "--speaker", "Priya Raman", "--json")
        assert [("Priya Raman", 1)] == [(one["speaker"], one["second"]) for one in json.loads(done.stdout)]

    def test_in_a_text_names_its_labels(self, desk: Desk) -> None:
        """A text is read as a transcript where it is asked to be, labels named by the desk."""
        (desk.folder / "talk.txt").write_text("SPEAKER 1: We will not.\n\nSPEAKER 2: Why?\n")
        words = ("add", "talk.txt", "--by", "kim", "--transcript", "--speaker", "SPEAKER 1=Ana Ruiz", "--json")
        done = desk(*words)
        assert ["Ana Ruiz", None] == [one["speaker"] for one in json.loads(done.stdout)]
        assert b"talk.txt: 1 turn names nobody and is kept without a speaker.\n" == done.stderr

    @pytest.mark.parametrize("words", [("--speaker", "Ana"), ("--said-on", "2025-03-03"), ("--speaker", "=Ana")])
    def test_options_are_refused_for_an_article(self, desk: Desk, words: tuple[str, ...]) -> None:
        """What only a transcript has is not passed over in silence."""
        done = desk("add", "earlier.txt", "--by", "kim", *words)
        assert (2, 1) == (done.returncode, len(done.stderr.decode().strip().splitlines()))


class TestFolder:
    def test_goes_on_after_a_file_that_cannot_be_read(self, talk: Desk) -> None:
        """Every file that can be read goes in, folders in it too; each that cannot is told by its name, and exit 1."""
        folder = talk.folder / "archive"
        (folder / "2025").mkdir(parents=True)
        (folder / "2025" / "ferry.txt").write_text(EARLIER)
        (folder / "board.md").write_text(CLEAN)
        (folder / "talk.vtt").write_text(TALK)
        (folder / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(200))
        (folder / ".hidden.txt").write_text(EARLIER)
        (folder / "pier.jpg").write_bytes(b"\xff\xd8\xff")
        done = talk("add", "archive", "--by", "kim")
        told = done.stderr.decode().splitlines()
        assert (1, b"6 quotes stored as verified by kim.\n") == (done.returncode, done.stdout)
        assert told[0].startswith("broken.docx: ")
        assert ["3 of 4 files read; 1 of other kinds left alone."] == told[1:]

    def test_again_adds_nothing(self, desk: Desk) -> None:
        """A folder that was added is added to by its new files alone."""
        (desk.folder / "archive").mkdir()
        (desk.folder / "archive" / "ferry.txt").write_text(EARLIER)
        desk("add", "archive", "--by", "kim")
        (desk.folder / "archive" / "board.txt").write_text(CLEAN)
        done = desk("add", "archive", "--by", "kim")
        assert (0, b"1 quote stored as verified by kim (the rest was there already).\n") == (
            done.returncode,
            done.stdout,
        )

    @pytest.mark.parametrize("words", [("--link", "https://harbour.example/a"), ("--title", "All"), ()])
    def test_without_articles_or_with_one_link_is_refused(self, desk: Desk, words: tuple[str, ...]) -> None:
        """A link or a title is one article's; an empty folder is told what belongs in it."""
        (desk.folder / "archive").mkdir()
        done = desk("add", "archive", "--by", "kim", *words)
        assert (2, 1) == (done.returncode, len(done.stderr.decode().strip().splitlines()))
