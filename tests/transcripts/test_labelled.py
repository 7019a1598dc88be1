"""Texts with a label for each speaker: what is a transcript, and its turns and times."""

from __future__ import annotations

import pytest

from bot.transcripts import read_transcript, reads_as_transcript
from bot.transcripts.seconds import clock, link_at, second_at

HEARING = """Hearing of the ferry board, 3 March

[00:00:12] PRIYA RAMAN: We will not close a depot.
And we never said so.

[00:01:12] SEN. TOM EKWALL: Why not?

[01:02:00] RAMAN: Because the boats are full.
"""
FORMS = [
    "[0:12] ANA RUIZ: We will not.\n\n[0:15] TOM EKWALL: Why?",
    "0:12 ANA RUIZ: We will not.\n\n0:15 TOM EKWALL: Why?",
    "Ana Ruiz (0:12): We will not.\n\nTom Ekwall (0:15): Why?",
    "Ana Ruiz [00:00:12]:\nWe will not.\n\nTom Ekwall [00:00:15]:\nWhy?",
    "Ana Ruiz  0:12\nWe will not.\n\nTom Ekwall  0:15\nWhy?",
    "0:12 Ana Ruiz\nWe will not.\n\n0:15 Tom Ekwall\nWhy?",
    "**x**\n\nANA RUIZ 00:12: We will not.\n\nTOM EKWALL 00:15: Why?",
]
ARTICLES = [
    "Ferry news\n\n“We will not,” said Ana Ruiz.\n\nWHEN: Saturday, 3 March\n\nWHERE: The pier",
    "Five questions\n\nQ: Why?\n\nA: Because.\n\nQ: When?\n\nA: Soon.",
    "ANA RUIZ: We will not.\n\nThe harbour master took a long breath before he answered.\n\nTOM EKWALL: Why?",
    "Note: the pier is shut.\n\nTickets: from 3 euros.",
    "Ana Ruiz: “We will not.”\n\n“Nor will we,” said her brother.\n\nTom Ekwall: “Why?”",
    "",
]


class TestForms:
    @pytest.mark.parametrize("text", FORMS)
    def test_with_times_are_read_as_turns(self, text: str) -> None:
        """The ways in which transcribers write time, name and words give the same turns with their seconds."""
        assert reads_as_transcript(text.encode(), "talk.txt")
        turns = read_transcript(text.encode(), "talk.txt").turns
        assert [("Ana Ruiz", "We will not.", ((0, 12),)), ("Tom Ekwall", "Why?", ((0, 15),))] == [
            (turn.speaker, turn.text, turn.times) for turn in turns
        ]

    def test_leave_the_heading_out_and_join_lines(self) -> None:
        """What stands before the first label is nobody's words; the lines of a turn are one text."""
        first, _, last = read_transcript(HEARING.encode(), "hearing.txt").turns
        assert "We will not close a depot. And we never said so." == first.text
        assert ("Priya Raman", ((0, 3720),)) == (last.speaker, last.times)

    def test_without_times_have_none(self) -> None:
        """A transcript without time codes is as good, without seconds."""
        text = "ANA RUIZ: We will not.\n\nTOM EKWALL: Why?"
        assert reads_as_transcript(text.encode(), "talk.txt")
        assert [(), ()] == [turn.times for turn in read_transcript(text.encode(), "talk.txt").turns]

    def test_take_a_time_within_the_words(self) -> None:
        """A time code amid a turn is no word and tells when the words after it were said."""
        text = "ANA RUIZ: We will not [00:40] close a depot.\n\nTOM EKWALL: Why?"
        assert ("We will not close a depot.", ((12, 40),)) == (
            (turn := read_transcript(text.encode(), "talk.txt").turns[0]).text,
            turn.times,
        )


class TestArticles:
    @pytest.mark.parametrize("text", ARTICLES)
    def test_are_not_taken_for_transcripts(self, text: str) -> None:
        """Where a reporter writes between the answers, or labels name no speaker, the words are not stored as said."""
        assert not reads_as_transcript(text.encode(), "story.txt")

    def test_of_another_kind_are_not_looked_at(self) -> None:
        """Only plain texts and captions may be transcripts by themselves."""
        assert not reads_as_transcript(FORMS[0].encode(), "story.html")


class TestUnpunctuated:
    def test_speech_ends_a_sentence_with_each_caption(self) -> None:
        """Where a machine wrote no full stops a caption's end is one, so that a far "not" turns nothing."""
        lines = "\n".join(
            f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\nthe ferry sails at {at} and the pier is wet again\n"
            for at in range(1, 20)
        )
        [turn] = read_transcript(lines.encode(), "talk.srt", {"": "Kim Roe"}).turns
        assert 19 == len(turn.text.splitlines())


class TestSeconds:
    @pytest.mark.parametrize(
        ("link", "at"),
        [
            ("https://harbour.example/talk", "https://harbour.example/talk?t=83"),
            ("https://harbour.example/watch?v=a", "https://harbour.example/watch?v=a&t=83"),
            ("https://harbour.example/watch?v=a&t=9s#top", "https://harbour.example/watch?v=a&t=83#top"),
            ("https://harbour.example/talk.mp3", "https://harbour.example/talk.mp3#t=83"),
            ("https://harbour.example/talk.mp3#t=3,9", "https://harbour.example/talk.mp3#t=83"),
            (None, None),
        ],
    )
    def test_stand_in_the_link(self, link: str | None, at: str | None) -> None:
        """A page takes the second in its address, a recording itself behind it; an older second gives way."""
        assert at == link_at(link, 83)

    def test_are_found_by_the_place_of_a_word(self) -> None:
        """A word has the second of the last time code at or before it, one before the first code that code's."""
        times = ((4, 10), (20, 15))
        assert [10, 10, 10, 15, 15] == [second_at(times, offset) for offset in (0, 4, 19, 20, 99)]
        assert None is second_at((), 3)

    def test_are_read_as_a_player_shows_them(self) -> None:
        """Minutes and seconds, and hours where there are any."""
        assert ["0:07", "2:03", "1:02:03"] == [clock(second) for second in (7, 123, 3723)]
