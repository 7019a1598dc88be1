"""Quoted words made ready for comparing: their forms, sentences, and what their marks declare.

A draft declares what it leaves out by … and what it puts in by [ ] or by parentheses round a name.
Verified quotes of one speaker that follow each other in one source are one passage, because a draft may
run them together and still be word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.language.commonness import is_stop_word
from bot.language.sentences import sentences
from bot.language.text import Word, fold, words
from bot.models import VerifiedQuote

_GAP = re.compile(r"[\[(]\s*(?:…|\.{3,}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \.")
_CLAUSE_END = re.compile(r"[,;:—–()]| - ")
_CAPITAL = re.compile(r"\[[^\W\d_]\]")
_LINE_END = re.compile(r"(?<![\r\n])(?:\r\n|\r|\n)(?![\r\n])")  # within a quotation no sentence ends with a line
_BRACKET = re.compile(r"\[[^\[\]]{1,200}\]|\([^\W\d_a-z][^()]{0,60}\)")


class Token(NamedTuple):
    """One word of a passage.

    ``start`` and ``end`` are offsets of the text that the passage was made from (for a draft, of the
    article); ``sentence`` and ``owner`` count from zero within the passage, ``owner`` being the verified
    quote that holds the word.  ``gap`` says that a declared omission stands before the word, ``bracketed``
    that the draft declares the word as put in; ``comma`` that a clause ends before it.
    """

    form: str
    start: int
    end: int
    sentence: int
    owner: int = 0
    gap: bool = False
    bracketed: bool = False
    comma: bool = False

    @property
    def content(self) -> bool:
        """Whether the word carries meaning of its own."""
        return not is_stop_word(self.form)


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a quote, or of verified quotes that follow each other, in order."""

    tokens: tuple[Token, ...]
    quotes: tuple[VerifiedQuote, ...] = ()

    @property
    def forms(self) -> list[str]:
        """The forms alone."""
        return [token.form for token in self.tokens]

    def sentence(self, number: int) -> list[int]:
        """The indices of the words of one sentence."""
        return [i for i, token in enumerate(self.tokens) if token.sentence == number]


def draft_passage(text: str, offset: int = 0) -> Passage:
    """The words of a draft's quote; ``offset`` is where its text starts in the article."""
    return Passage(tuple(Token(t[0], t[1] + offset, t[2] + offset, *t[3:]) for t in _tokens(text)))


def joined(passages: Iterable[Passage]) -> Passage:
    """The parts of one utterance as one passage, each part a sentence of its own where it was one."""
    tokens: list[Token] = []
    for passage in passages:
        last = tokens[-1].sentence if tokens else 0
        tokens.extend(
            Token(t.form, t.start, t.end, t.sentence + last, t.owner, t.gap, t.bracketed, t.comma)
            for t in passage.tokens
        )
    return Passage(tuple(tokens))


def verified_passage(quotes: Sequence[VerifiedQuote]) -> Passage:
    """The words of verified quotes that follow each other; token offsets are of each owner's own text.

    A sentence that an attribution splits (“We will not,” she said, “close a depot.”) is one sentence.
    """
    tokens: list[Token] = []
    sentence, before = -1, "."
    for owner, quote in enumerate(quotes):
        first = sentence if _goes_on(before, quote.text) else sentence + 1
        found = _tokens(quote.text)
        if first or owner:
            found = tuple(Token(t[0], t[1], t[2], first + t[3], owner, *t[5:]) for t in found)
        tokens.extend(found)
        sentence, before = (found[-1].sentence if found else sentence), quote.text
    return Passage(tuple(tokens), tuple(quotes))


def _goes_on(before: str, after: str) -> bool:
    """Whether one part of an utterance goes on in the next: no full stop before, no capital after."""
    first = after.lstrip("\"'“‘ …")[:1]
    return not before.rstrip("\"'”’ ").endswith((".", "!", "?")) and first.islower()


@lru_cache(maxsize=2_048)
def _tokens(text: str) -> tuple[Token, ...]:
    """The words of one text, of sentence 0 on; kept, as one stored quote is laid beside many of a draft's."""
    gaps = [found.span() for found in _GAP.finditer(text)]
    brackets = [found.span() for found in _BRACKET.finditer(text)]
    ends = [end for _, end in sentences(_LINE_END.sub(lambda found: " " * len(found.group()), text))]
    out: list[Token] = []
    last = at = 0
    for form, start, end in _mended(text):
        while at < len(ends) - 1 and start >= ends[at]:
            at += 1
        gap = bool(gaps) and any(last <= a and b <= start for a, b in gaps)
        inside = any(_put_in(text, start, end, a, b) for a, b in brackets)
        comma = text[last:start] != " " and _CLAUSE_END.search(text, last, start) is not None
        out.append(Token(form, start, end, at, 0, gap, inside, comma))
        last = end
    return tuple(out)


def _put_in(text: str, start: int, end: int, opening: int, closing: int) -> bool:
    """Whether a bracket puts a word in, or a part of it; one that only changes a capital does not."""
    if opening <= start and end <= closing:
        return True
    return opening < end and start < closing and not _CAPITAL.fullmatch(text, opening, closing)


def _mended(text: str) -> Iterable[Word]:
    """The words, with what a bracket parts put together: ``[T]he`` is ``The``, ``[un]safe`` and ``10[0]`` one word."""
    return _put_together(text) if "[" in text else words(text)


def _put_together(text: str) -> Iterable[Word]:
    held: Word | None = None
    for word in words(text):
        if held and _one_word(text, held, word):
            held = _with_its_bracket(text, held, word)
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _with_its_bracket(text: str, first: Word, second: Word) -> Word:
    """The two as one word, shown with the bracket that was put in; one letter in it is a capital changed."""
    form = fold(text[first.start : first.end] + text[second.start : second.end])
    if text[first.end] == "[":
        return Word(form, first.start, second.end + 1)
    capital = _CAPITAL.fullmatch(text, first.start - 1, first.end + 1)
    return Word(form, first.start if capital else first.start - 1, second.end)


def _one_word(text: str, first: Word, second: Word) -> bool:
    """Whether a bracket stands in the middle of a word, and no ending was added to it, as in ``go[es]``."""
    between = text[first.end : second.start]
    if between == "]":
        return first.start > 0 and text[first.start - 1] == "["
    return (
        between == "[" and first.form.isdigit() and second.form.isdigit() and text[second.end : second.end + 1] == "]"
    )
