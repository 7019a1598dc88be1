"""Whether a draft's quote is a verified one with every omission and insertion declared by … or [ ]."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bot.thresholds import BRACKET_REPLACES
from bot.wording.align import Block, Hunk, contiguous
from bot.wording.passages import Passage


@dataclass(frozen=True, slots=True)
class DeclaredFit:
    """The verified words that the draft kept, in order, and what its marks left out or put in."""

    blocks: list[Block]
    declared: list[Hunk]


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    most_skipped: int | None  # None where a … allows any omission


def fit_declared(draft: Passage, verified: Passage) -> DeclaredFit | None:
    """How the draft fits the verified passage, or None where it declares nothing or does not fit."""
    parts = _parts(draft)
    if not parts or (len(parts) == 1 and not any(token.bracketed for token in draft.tokens)):
        return None
    forms = verified.forms
    for at in contiguous(draft.forms[parts[0].start : parts[0].end], forms):
        blocks = _follow(draft, parts, forms, at)
        if blocks:
            return DeclaredFit(blocks, _declared(draft, blocks))
    return None


def _parts(draft: Passage) -> list[_Part]:
    """The stretches between marks; bracketed words are in none of them."""
    parts: list[_Part] = []
    start: int | None = None
    bracket, gap = False, False
    for i, token in enumerate([*draft.tokens, None]):
        closes = token is None or token.bracketed or token.gap
        if start is not None and closes:
            parts.append(_Part(start, i, None if gap else (BRACKET_REPLACES if bracket else 0)))
            start, bracket, gap = None, False, False
        if token is None:
            break
        bracket, gap = bracket or token.bracketed, gap or token.gap
        if start is None and not token.bracketed:
            start = i
    return parts


def _follow(draft: Passage, parts: list[_Part], forms: list[str], at: int) -> list[Block] | None:
    blocks = [Block(parts[0].start, at, parts[0].end - parts[0].start)]
    for part in parts[1:]:
        words = draft.forms[part.start : part.end]
        low = blocks[-1].verified_end
        high = len(forms) if part.most_skipped is None else low + part.most_skipped + len(words)
        places = contiguous(words, forms[low:high])
        if not places:
            return None
        blocks.append(Block(part.start, low + places[0], len(words)))
    return blocks


def _declared(draft: Passage, blocks: list[Block]) -> list[Hunk]:
    out = []
    if blocks[0].draft:
        out.append(Hunk(0, blocks[0].draft, blocks[0].verified, blocks[0].verified))
    for left, right in pairwise(blocks):
        if right.draft > left.draft_end or right.verified > left.verified_end:
            out.append(Hunk(left.draft_end, right.draft, left.verified_end, right.verified))
    last = blocks[-1]
    if last.draft_end < len(draft.tokens):
        out.append(Hunk(last.draft_end, len(draft.tokens), last.verified_end, last.verified_end))
    return out
