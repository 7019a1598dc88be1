"""A stretch of a text with its words: a paragraph of the draft, a few of its sentences, or what was posted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ingest.lines import Line, lines
from bot.language.sentences import sentences
from bot.language.text import Word, words
from bot.marks.pairs import pair_marks
from bot.marks.single import Marked
from bot.marks.structure import Paragraph

_MAIL_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text (code points, half-open); the words' places count from its start."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]

    def part(self, start: int, end: int) -> Stretch:
        """A part of it; the places count from its start."""
        return stretch(self.text[start:end], self.start + start)

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences as spans that count from its start."""
        return sentences(self.text)

    def marked(self) -> tuple[Marked, ...]:
        """The words between quotation marks in it, read by itself."""
        return pair_marks(self.text, [Paragraph(0, len(self.text))])[0]


def stretch(text: str, start: int = 0) -> Stretch:
    """A stretch that begins at this place of a longer text."""
    read = words(text)
    return Stretch(start, start + len(text), text, read, tuple([word.form for word in read]))


def paragraphs(text: str) -> list[Stretch]:
    """The paragraphs of a text without the white space at their ends; lines that a mail program cut are one again."""
    spans: list[tuple[int, int]] = []
    before: Line | None = None
    for line in lines(text):
        start = text.index(line.words, line.start)
        end = start + len(line.words)
        if before and _runs_on(before, line):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        before = line
    return [stretch(text[start:end], start) for start, end in spans]


def _runs_on(before: Line, line: Line) -> bool:
    cut = len(before.words) >= _MAIL_WIDTH and not before.ends_sentence
    return cut and not line.after_blank and line.words[0].islower()
