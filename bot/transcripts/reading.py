"""A file as a transcript: captions by their name, a labelled text by its look."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import EmptyArticle, TooLarge, UnknownFormat, WrongInput
from bot.ingest.charset import decode
from bot.ingest.source import LARGEST
from bot.transcripts.captions import read_captions
from bot.transcripts.labelled import labelled_throughout, read_labelled
from bot.transcripts.labels import folded
from bot.transcripts.turns import Transcript, joined

CAPTIONS = (".srt", ".vtt")
TEXTS = (".txt", ".md")
_NOBODY = (
    "Nobody is named in {}; say who speaks with --speaker “NAME”, or whose a label is with --speaker “SPEAKER 1=NAME”."
)


def is_captions(name: str) -> bool:
    """Whether a file is captions by its name."""
    return name.casefold().endswith(CAPTIONS)


def reads_as_transcript(content: bytes, name: str) -> bool:
    """Whether a file is captions, or a text with a label for every speaker."""
    if is_captions(name):
        return True
    if not name.casefold().endswith(TEXTS) or len(content) > LARGEST:
        return False
    try:
        return labelled_throughout(decode(content).text)
    except UnknownFormat:
        return False


def read_transcript(content: bytes, name: str, speakers: Mapping[str, str] | None = None) -> Transcript:
    """The turns of a transcript; ``speakers`` says who speaks under a label, and under none (``""``).

    Raises ``UnknownFormat``, ``TooLarge``, ``EmptyArticle`` where there are no words, ``WrongInput`` where nobody is
    named at all: words of nobody cannot be told from somebody else's.
    """
    if len(content) > LARGEST:
        raise TooLarge("The file is over 20 MB; send the transcript alone.", name)
    text = decode(content).text.replace("\r\n", "\n").replace("\r", "\n") if content.strip() else ""
    if not text.strip():
        raise EmptyArticle("The file is empty; send another, or paste the text.", name)
    read = read_captions(text, name.casefold().endswith(".vtt")) if is_captions(name) else read_labelled(text)
    named = {folded(label): who.strip() for label, who in (speakers or {}).items()}
    transcript = joined(read, named, name)
    if not transcript.turns:
        raise EmptyArticle("There are no words under a speaker's label in it; write NAME: before each turn.", name)
    if not any(turn.speaker for turn in transcript.turns):
        raise WrongInput(_NOBODY.format(name), name)
    return transcript
