"""Captions (.srt, .vtt) as turns of speech: whose words they are, when they were said, and what is not speech."""

from __future__ import annotations

import pytest

from bot.errors import EmptyArticle, UnknownFormat, WrongInput
from bot.transcripts import Transcript, read_transcript

VTT = """WEBVTT - ferry hearing

NOTE
Put in by the clerk,
never said by anybody.

STYLE
::cue { color: white }

opening
00:01.000 --> 00:06.000 align:start
<v Ann Dale>Will the depot <i>close</i>?

00:06.500 --> 00:10.000
<v.loud Priya Raman>We will not close a depot
<v Ann Dale>This year?

01:00:10.000 --> 01:00:14.000
<v Priya Raman>Not this year, R&amp;D or no R&amp;D,

01:00:14.250 --> 01:00:20.000
<v Priya Raman>whatever the board decides.
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
PRIYA RAMAN: We will not
close a depot

2
00:01:05,500 --> 00:01:06,000
{\\an8}<font color="red">this year.</font>

3
00:01:07,000 --> 00:01:09,000
TOM O'DELL (harbour master): Remember: we said so.

4
00:01:10,000 --> 00:01:12,000
RAMAN: Never.
"""
ROLLING = """WEBVTT
Kind: captions

00:00:00.000 --> 00:00:02.000 align:start position:0%
{blank}
so<00:00:00.500><c> today</c><00:00:00.900><c> we</c>

00:00:02.000 --> 00:00:02.010
so today we
{blank}

00:00:02.010 --> 00:00:04.000
so today we
close<00:00:02.500><c> the</c><00:00:02.900><c> pier</c>

00:00:04.000 --> 00:00:04.010
close the pier

""".replace("{blank}", " ")


def read(text: str, name: str = "talk.srt", **speakers: str) -> Transcript:
    return read_transcript(text.encode(), name, {label.removeprefix("nobody"): who for label, who in speakers.items()})


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def caption(*lines: str) -> str:
    """Captions of a second each, the first at the first second."""
    return "\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{line}\n" for at, line in enumerate(lines, start=1)
    )


class TestVtt:
    def test_gives_a_turn_for_each_change_of_voice(self) -> None:
        """Voices, also two in one caption, make the turns; notes, styles, names of captions and tags are not speech."""
        assert [
            ("Ann Dale", "Will the depot close?"),
            ("Priya Raman", "We will not close a depot"),
            ("Ann Dale", "This year?"),
            ("Priya Raman", "Not this year, R&D or no R&D, whatever the board decides."),
        ] == said(read(VTT, "talk.vtt"))

    def test_knows_the_second_of_each_caption(self) -> None:
        """Each stretch of a turn has the second at which its caption begins, hours counted."""
        last = read(VTT, "talk.vtt").turns[-1]
        assert [("Not this", 3610), ("whatever", 3614)] == [
            (last.text[start : start + 8], second) for start, second in last.times
        ]

    def test_gives_words_without_a_voice_to_nobody(self) -> None:
        """A voice ends with its caption: the next one, without a voice, is not that speaker's."""
        text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Dale>Why?\n\n00:02.000 --> 00:03.000\nBecause it rains.\n"
        assert [("Ann Dale", "Why?"), (None, "Because it rains.")] == said(read(text, "talk.vtt"))

    def test_reads_captions_that_roll_up_once(self) -> None:
        """Lines that machine captions repeat from the caption before are said once."""
        assert [("Kim Roe", "so today we close the pier")] == said(read(ROLLING, "talk.vtt", nobody="Kim Roe"))

    def test_keeps_what_was_said_twice(self) -> None:
        """The same words in two captions of people are words said twice."""
        assert [("Kim Roe", "Never. Never.")] == said(read(caption("Never.", "Never."), nobody="Kim Roe"))


class TestSrt:
    def test_goes_on_with_a_speaker_until_the_next_label(self) -> None:
        """A label in capitals, with what stands in brackets behind it, opens a turn that goes on over captions.

        A surname alone is the full name of before; a word and a colon within the speech are words.
        """
        assert [
            ("Priya Raman", "We will not close a depot this year."),
            ("Tom O'Dell", "Remember: we said so."),
            ("Priya Raman", "Never."),
        ] == said(read(SRT))

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_is_read_whatever_saved_it(self, end: str, encoding: str) -> None:
        """Line ends and encodings of other systems give the same turns."""
        content = SRT.replace("\n", end).encode(encoding)
        assert said(read(SRT)) == said(read_transcript(content, "talk.srt"))

    def test_keeps_a_sentences_own_word_with_a_colon(self) -> None:
        """One capitalised word before a colon, once in the file, is no speaker."""
        assert [("Kim Roe", "Remember: we said so.")] == said(read(caption("Remember: we said so."), nobody="Kim Roe"))

    @pytest.mark.parametrize("mark", [">> ", ">>> ", "- ", "– "])
    def test_does_not_give_an_unnamed_persons_words_to_the_one_before(self, mark: str) -> None:
        """A chevron or a dash says that somebody else speaks, who is not named."""
        captions = caption("ANN DALE: Why?", f"{mark}Because it rains.")
        assert [("Ann Dale", "Why?"), (None, "Because it rains.")] == said(read(captions))


class TestBrackets:
    def test_leave_sounds_out(self) -> None:
        """Laughter and music are no words, and the words on both sides follow each other."""
        captions = caption("PRIYA RAMAN: We will [laughter] not", "(APPLAUSE) close. ♪ brass band ♪")
        [turn] = read(captions).turns
        assert ("We will not close.", True) == (turn.text, turn.times == ((0, 1), (12, 2)))

    @pytest.mark.parametrize("gap", ["[inaudible]", "(crosstalk)", "[break in recording]", "[The board]"])
    def test_part_the_words_where_some_may_be_missing(self, gap: str) -> None:
        """What was not heard may stand for words: what comes after is a turn of its own that does not follow on."""
        turns = read(caption(f"PRIYA RAMAN: We will {gap} close a depot.")).turns
        assert [("We will", "Priya Raman"), ("close a depot.", "Priya Raman")] == [(t.text, t.speaker) for t in turns]
        assert not turns[1].follows

    def test_part_words_over_captions_too(self) -> None:
        """A caption of its own that says nothing was heard parts the words before from those after it."""
        turns = read(caption("PRIYA RAMAN: We will", "[inaudible]", "close a depot.")).turns
        assert [("We will", 1), ("close a depot.", 3)] == [(turn.text, turn.times[0][1]) for turn in turns]
        assert not turns[1].follows


class TestSpeakers:
    def test_are_named_by_the_desk_where_labels_name_nobody(self) -> None:
        """SPEAKER 1 is nobody until somebody says who it is; the others stay nobody."""
        captions = caption("SPEAKER 1: Why?", "SPEAKER 2: Because.", "MODERATOR: Thank you.")
        assert [("Ana Ruiz", "Why?"), (None, "Because."), (None, "Thank you.")] == said(
            read_transcript(captions.encode(), "talk.srt", {"speaker 1": "Ana Ruiz"})
        )

    def test_must_be_known(self) -> None:
        """Captions that name nobody are refused with what to do."""
        with pytest.raises(WrongInput, match="--speaker"):
            read(caption("We will not close."))

    def test_one_name_is_not_given_to_several_people(self) -> None:
        """Where chevrons show that people take turns, one name for all of them is refused."""
        with pytest.raises(WrongInput, match="Several people"):
            read(caption(">> Why?", ">> Because it rains."), nobody="Kim Roe")


class TestRefused:
    def test_a_caption_that_cannot_be_read_is_told_with_its_line(self) -> None:
        """A broken time would lose a caption and join words that were not said so: the line is named instead."""
        with pytest.raises(UnknownFormat, match="Line 7 "):
            read(SRT.replace("00:01:05,500 -->", "00:o1:05,500 -->"))

    @pytest.mark.parametrize(("name", "content"), [("a.vtt", b"Ferry news\n\nNo captions."), ("a.srt", b"no captions")])
    def test_what_is_no_captions(self, name: str, content: bytes) -> None:
        """Another text under the name of captions is refused."""
        with pytest.raises(UnknownFormat):
            read_transcript(content, name)

    @pytest.mark.parametrize("content", [b"", b" \n\n", caption("[music]", "[applause]").encode()])
    def test_what_holds_no_words(self, content: bytes) -> None:
        """An empty file, or one of sounds alone, is refused."""
        with pytest.raises(EmptyArticle):
            read_transcript(content, "talk.srt")
