"""Words of a draft laid against verified words: which are the same, and what differs between them.

Runs of equal words are found first and chained in order, then the small stretches between them are laid
out by rapidfuzz.  Unlike a best-window search (RapidFuzz #323) this never cuts words off, and unlike a
global alignment it does not scatter a short draft over a long passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.wording.passages import Passage, Token

MOST_RUNS = 400  # a passage that repeats one phrase a thousand times must not cost a second
EDGE = 3  # words of the verified text looked at beyond each end of the chain of runs


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the draft that equal words of the verified passage, as half-open token ranges."""

    draft: int
    verified: int
    size: int

    @property
    def draft_end(self) -> int:
        """The token after the last one, in the draft."""
        return self.draft + self.size

    @property
    def verified_end(self) -> int:
        """The token after the last one, in the verified passage."""
        return self.verified + self.size


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch that differs: draft tokens against verified tokens, half-open; one side may be empty."""

    draft: int
    draft_end: int
    verified: int
    verified_end: int


def contiguous(needle: Sequence[str], hay: Sequence[str]) -> list[int]:
    """Every place where the words stand in the same order without a gap."""
    size = len(needle)
    if not size or size > len(hay):
        return []
    first = needle[0]
    wanted = list(needle)
    return [at for at in range(len(hay) - size + 1) if hay[at] == first and list(hay[at : at + size]) == wanted]


def same_letters(needle: Sequence[str], hay: Sequence[str]) -> list[tuple[int, int]]:
    """Every half-open range of words that has the needle's letters, however they are spaced (``any one``)."""
    wanted, letters = "".join(needle), "".join(hay)
    if not wanted or wanted not in letters:
        return []
    edges, at = {0: 0}, 0
    for number, form in enumerate(hay, start=1):
        at += len(form)
        edges[at] = number
    found: list[tuple[int, int]] = []
    start = letters.find(wanted)
    while start >= 0:
        if start in edges and start + len(wanted) in edges:
            found.append((edges[start], edges[start + len(wanted)]))
        start = letters.find(wanted, start + 1)
    return found


def runs(draft: Sequence[str], verified: Sequence[str], least: int = 2) -> list[Block]:
    """The maximal runs of at least ``least`` equal words, in draft order; capped at ``MOST_RUNS``."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(verified):
        places[form].append(at)
    found: list[Block] = []
    for start, form in enumerate(draft):
        for at in places.get(form, ()):
            if start and at and draft[start - 1] == verified[at - 1]:
                continue
            size = 1
            while (
                start + size < len(draft) and at + size < len(verified) and draft[start + size] == verified[at + size]
            ):
                size += 1
            if size >= least:
                found.append(Block(start, at, size))
    found.sort(key=lambda block: -block.size)
    return sorted(found[:MOST_RUNS], key=lambda block: (block.draft, block.verified))


def weight(tokens: Sequence[Token]) -> float:
    """How much a run of words says: words that carry meaning count whole, common ones a third."""
    return sum(1.0 if token.content else 0.34 for token in tokens)


def chain(draft: Passage, verified: Passage) -> list[Block]:
    """The heaviest chain of equal runs in the order of both texts, and the single words between them."""
    blocks = runs(draft.forms, verified.forms)
    best = _heaviest(blocks, draft.tokens)
    return _filled(best, draft.forms, verified.forms)


def _heaviest(blocks: list[Block], tokens: Sequence[Token]) -> list[Block]:
    best: list[tuple[float, int]] = []
    for i, block in enumerate(blocks):
        own = weight(tokens[block.draft : block.draft_end])
        score, back = own, -1
        for j in range(i):
            before = blocks[j]
            overlap = max(0, before.draft_end - block.draft, before.verified_end - block.verified)
            if before.draft >= block.draft or before.verified >= block.verified or overlap >= block.size:
                continue
            skipped = abs(block.verified - before.verified_end) + abs(block.draft - before.draft_end)
            gained = own * (1 - overlap / block.size) - 0.02 * min(skipped, 40)
            if best[j][0] + gained > score:
                score, back = best[j][0] + gained, j
        best.append((score, back))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i][0])
    picked: list[Block] = []
    while at >= 0:
        picked.append(blocks[at])
        at = best[at][1]
    return _trimmed(picked[::-1])


def _trimmed(blocks: list[Block]) -> list[Block]:
    """The chain without overlaps: the later run gives way."""
    out: list[Block] = []
    for block in blocks:
        cut = max(0, out[-1].draft_end - block.draft, out[-1].verified_end - block.verified) if out else 0
        if cut < block.size:
            out.append(Block(block.draft + cut, block.verified + cut, block.size - cut))
    return out


def _filled(blocks: list[Block], draft: Sequence[str], verified: Sequence[str]) -> list[Block]:
    """The chain with the equal words inside its short gaps and just beyond its ends."""
    if not blocks:
        return []
    first, last = blocks[0], blocks[-1]
    before = min(first.verified, first.draft + EDGE)
    after = min(len(verified) - last.verified_end, len(draft) - last.draft_end + EDGE)
    out = _between(draft, verified, 0, first.draft, first.verified - before, first.verified)
    for left, right in zip(blocks, [*blocks[1:], None], strict=True):
        out.append(left)
        if right and right.verified - left.verified_end <= right.draft - left.draft_end + 12:
            out += _between(draft, verified, left.draft_end, right.draft, left.verified_end, right.verified)
    out += _between(draft, verified, last.draft_end, len(draft), last.verified_end, last.verified_end + after)
    return _merged(out)


def _between(draft: Sequence[str], verified: Sequence[str], d0: int, d1: int, v0: int, v1: int) -> list[Block]:
    if d0 >= d1 or v0 >= v1:
        return []
    from rapidfuzz.distance import Indel

    ids: dict[str, int] = {}
    left = [ids.setdefault(form, len(ids)) for form in draft[d0:d1]]
    right = [ids.setdefault(form, len(ids)) for form in verified[v0:v1]]
    return [
        Block(d0 + code.src_start, v0 + code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(left, right)
        if code.tag == "equal"
    ]


def _merged(blocks: list[Block]) -> list[Block]:
    out: list[Block] = []
    for block in blocks:
        if out and out[-1].draft_end == block.draft and out[-1].verified_end == block.verified:
            out[-1] = Block(out[-1].draft, out[-1].verified, out[-1].size + block.size)
        else:
            out.append(block)
    return out


def hunks(draft: Passage, verified: Passage, blocks: Sequence[Block]) -> list[Hunk]:
    """What differs, from the first draft word to the last; verified words beyond both ends are left out.

    Differences of spacing alone (``any one`` for ``anyone``) are none.  A lone common word that happens to
    be equal between two differences belongs to the difference, as an editor would read it.
    """
    if not blocks:
        return []
    solid = _without_islands(draft, verified, list(blocks))
    first, last = solid[0], solid[-1]
    lead = _counterpart(verified, first.verified, -1, first.draft)
    trail = _counterpart(verified, last.verified_end - 1, 1, len(draft.tokens) - last.draft_end)
    edges = [Hunk(0, first.draft, first.verified - lead, first.verified)] if first.draft else []
    for left, right in pairwise(solid):
        edges.append(Hunk(left.draft_end, right.draft, left.verified_end, right.verified))
    if last.draft_end < len(draft.tokens):
        edges.append(Hunk(last.draft_end, len(draft.tokens), last.verified_end, last.verified_end + trail))
    return [hunk for hunk in edges if not _same_letters(draft, verified, hunk)]


def _counterpart(verified: Passage, at: int, step: int, size: int) -> int:
    """How many verified words beyond a place stand against ``size`` of the draft's at its edge.

    As many; or all up to the sentence's end where it is near (``a third`` for ``another``).
    """
    if not size:
        return 0
    whole = _same_sentence(verified, at, step, size + EDGE + 1)
    return whole if whole <= size + EDGE else size


def _same_sentence(verified: Passage, at: int, step: int, most: int) -> int:
    """How many words beyond a place, up to ``most``, stand in its own sentence."""
    sentence, count = verified.tokens[at].sentence, 0
    while count < most:
        beyond = at + step * (count + 1)
        if not 0 <= beyond < len(verified.tokens) or verified.tokens[beyond].sentence != sentence:
            break
        count += 1
    return count


def _without_islands(draft: Passage, verified: Passage, blocks: list[Block]) -> list[Block]:
    kept = [
        block
        for i, block in enumerate(blocks)
        if block.size > 1
        or draft.tokens[block.draft].content
        or _anchored(draft, verified, block)
        or not _is_island(blocks, i)
    ]
    return kept or blocks


def _anchored(draft: Passage, verified: Passage, block: Block) -> bool:
    """Whether a block opens, or closes, the draft's words and a verified sentence alike."""
    opens = block.draft == 0 and not _same_sentence(verified, block.verified, -1, 1)
    closes = block.draft_end == len(draft.tokens) and not _same_sentence(verified, block.verified_end - 1, 1, 1)
    return opens or closes


def _is_island(blocks: list[Block], i: int) -> bool:
    """Whether both neighbours stand off from the block, on the draft's side and on the verified one."""
    before, block = (blocks[i - 1] if i else None), blocks[i]
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    off_left = before is None or (before.draft_end < block.draft and before.verified_end < block.verified)
    off_right = after is None or (block.draft_end < after.draft and block.verified_end < after.verified)
    return off_left and off_right


def _same_letters(draft: Passage, verified: Passage, hunk: Hunk) -> bool:
    left = "".join(token.form for token in draft.tokens[hunk.draft : hunk.draft_end])
    right = "".join(token.form for token in verified.tokens[hunk.verified : hunk.verified_end])
    return left == right
