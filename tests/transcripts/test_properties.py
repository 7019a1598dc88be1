"""What holds of every transcript: offsets and seconds in order, no fault, and no altered quote called clean."""

from __future__ import annotations

import contextlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.check import check
from bot.errors import VerbatimError
from bot.ingest import read_text
from bot.models import Article, Verdict
from bot.transcripts import Transcript, read_transcript
from store import Scope, open_store

WORDS = """ferry depot harbour pier tide boats gulls winter paint ladder rope keys locks canal mayor ticket engine storm
light tower lamp bell coal crane dock sail wind snow bridge board council letter summer""".split()
PIECES = st.sampled_from(
    ["1", "00:00:01,000 --> 00:00:04,000", "00:01.000 --> 00:04.000", "WEBVTT", "NOTE", "<v Ana Ruiz>", "ANA RUIZ:",
     "[inaudible]", "(laughs", "♪", ">>", "- ", "&amp;", "<i>", "\n", "\n\n", "0:12", "Ana Ruiz (0:12):", "“No,”", "--> "]
)  # fmt: skip
TORN = st.lists(PIECES | st.text(max_size=12), max_size=30).map(" ".join)
CLEAN = {Verdict.VERBATIM, Verdict.EXCERPT, Verdict.CONDENSED}


def spoken(seed: int) -> tuple[str, list[list[str]]]:
    """Captions of two people who take turns, and the words of each turn."""
    random = Random(seed)
    turns, captions, second = list[list[str]](), list[str](), 0
    for number in range(6):
        words = [random.choice(WORDS) for _ in range(random.randrange(12, 40))]
        turns.append(words)
        for at in range(0, len(words), 7):
            voice = ("Ana Ruiz", "Tom Ekwall")[number % 2]
            captions.append(
                f"00:{second // 60:02}:{second % 60:02}.000 --> 00:{second // 60:02}:{second % 60 + 1:02}.000\n"
                f"<v {voice}>{' '.join(words[at : at + 7])}\n"
            )
            second += 2
    return "WEBVTT\n\n" + "\n".join(captions), turns


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scope, list[list[str]]]:
    """A store with one talk, and the words of its turns."""
    captions, turns = spoken(11)
    scope = open_store(tmp_path_factory.mktemp("talk") / "store.db").scope()
    transcript = read_transcript(captions.encode(), "talk.vtt")
    scope.add_transcript(Article(transcript.text, source="talk.vtt"), transcript, "Ines Okafor")
    return scope, turns


def whole(transcript: Transcript) -> None:
    """Every turn has words, and times that go up within them."""
    for turn in transcript.turns:
        starts = [start for start, _ in turn.times]
        assert turn.text == turn.text.strip() != ""
        assert starts == sorted(set(starts))
        assert all(0 <= start < len(turn.text) for start in starts)


class TestReading:
    @given(text=TORN, name=st.sampled_from(["a.srt", "a.vtt", "a.txt"]))
    @settings(max_examples=150, deadline=None)
    def test_of_torn_files_gives_turns_or_one_sentence(self, text: str, name: str) -> None:
        """Whatever is in a file, it is read, or refused with a sentence."""
        with contextlib.suppress(VerbatimError):
            whole(read_transcript(text.encode("utf-8", "replace"), name, {"": "Ana Ruiz"}))

    @given(seed=st.integers(0, 10_000))
    @settings(max_examples=30, deadline=None)
    def test_keeps_every_word_in_its_turn(self, seed: int) -> None:
        """The turns hold the words of the captions, all of them, in order, at the second of their caption."""
        captions, turns = spoken(seed)
        transcript = read_transcript(captions.encode(), "talk.vtt")
        whole(transcript)
        assert turns == [turn.text.split() for turn in transcript.turns]
        seconds = [second for turn in transcript.turns for _, second in turn.times]
        assert seconds == list(range(0, 2 * len(seconds), 2))


class TestChecks:
    @given(data=st.data())
    @settings(max_examples=40, deadline=None)
    def test_never_call_a_changed_quote_clean(self, talk: tuple[Scope, list[list[str]]], data: st.DataObject) -> None:
        """Words of a turn, whatever captions they run over, are an excerpt; with one word changed they never are."""
        scope, turns = talk
        number = data.draw(st.integers(0, len(turns) - 1))
        words = turns[number]
        start = data.draw(st.integers(0, len(words) - 9))
        quoted = words[start : start + data.draw(st.integers(8, 20))]
        speaker = ("Ana Ruiz", "Tom Ekwall")[number % 2]
        assert self.verdict(scope, quoted, speaker) in CLEAN
        at = data.draw(st.integers(1, len(quoted) - 2))
        assert self.verdict(scope, [*quoted[:at], "lighthouse", *quoted[at + 1 :]], speaker) not in CLEAN

    @staticmethod
    def verdict(scope: Scope, words: list[str], speaker: str) -> Verdict:
        return check(read_text(f"“{' '.join(words)},” said {speaker}."), scope).quotes[0].verdict
