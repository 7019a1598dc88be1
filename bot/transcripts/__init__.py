"""Recordings written down: captions (.srt, .vtt) and texts with a label for each speaker, as verified words.

A transcript is read into turns.  A turn is all that one speaker says until somebody else does, so that an excerpt over
several captions is found whole, and it knows at which second of the recording each stretch of it was said.
"""

from bot.transcripts.reading import is_captions, read_transcript, reads_as_transcript
from bot.transcripts.turns import Transcript, Turn

__all__ = ["Transcript", "Turn", "is_captions", "read_transcript", "reads_as_transcript"]
