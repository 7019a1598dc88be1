"""The verdict on one quote: its words laid against every verified passage that could hold them.

Alignment decides, a score only ranks.  Exact words first, then words with declared omissions, then
everything else, sentence by sentence: held, changed, from elsewhere, or in no verified quote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.models import Verdict
from bot.thresholds import (
    FOREIGN_RUN,
    FOREIGN_SHARE,
    FRAGMENT_WORDS,
    LONG_RUN_CONTENT,
    LONG_RUN_SHARE,
    LONG_RUN_WORDS,
    SENTENCE_SHARE,
    SPLICE_PASSAGE_CONTENT,
    SPLICE_PASSAGE_WORDS,
    STRANGER_CONTENT,
    STRANGER_RUN,
    STRANGER_SHARE,
    UNNAMED_SHARE,
)
from bot.wording.align import Block, Hunk, chain, hunks, same_letters, weight
from bot.wording.bearing import Bearing
from bot.wording.declared import fit_declared
from bot.wording.omissions import Held
from bot.wording.passages import Passage, Token


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one verified passage explains a draft's quote.

    ``held`` are the verified words that the draft has, in draft order; ``hunks`` the undeclared
    differences; ``declared`` the differences that a mark declares; ``whole`` that it is verified quotes whole.
    """

    passage: Passage
    held: tuple[Held, ...]
    blocks: tuple[Block, ...] = ()
    hunks: tuple[Hunk, ...] = ()
    declared: tuple[Hunk, ...] = ()
    whole: bool = False
    score: float = 1.0

    @property
    def owners(self) -> list[int]:
        """Which verified quotes of the passage hold the words, in order."""
        found = {self.passage.tokens[i].owner for held in self.held for i in range(held.start, held.end)}
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with what explains it, best first; ``unknown`` are draft token ranges that nothing holds."""

    verdict: Verdict
    explanations: tuple[Explanation, ...] = ()
    foreign: tuple[Explanation, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    joined: bool = field(default=False, compare=False)


NOTHING = Finding(Verdict.UNVERIFIED)


def find_verdict(draft: Passage, passages: Sequence[Passage], bearings: Sequence[Bearing]) -> Finding:
    """The verdict on a draft's quote.

    ``passages`` are what the store holds that could share words with it, ``bearings`` how the speaker of each
    stands to the draft's: a fragment of one to three words is confirmed only in the speaker's own.
    """
    if not draft.tokens:
        return NOTHING
    exact = [found for passage in passages for found in exact_explanations(draft, passage)]
    if len(draft.tokens) <= FRAGMENT_WORDS:
        mine = [id(passage) for passage, bearing in zip(passages, bearings, strict=True) if bearing is Bearing.OWN]
        exact = [found for found in exact if id(found.passage) in mine]
    if exact:
        whole = any(found.whole for found in exact)
        ranked = sorted(exact, key=lambda found: not found.whole)
        return Finding(Verdict.VERBATIM if whole else Verdict.EXCERPT, tuple(ranked))
    declared = [found for passage in passages if (found := fit_declared_words(draft, passage))]
    if declared:
        return Finding(Verdict.CONDENSED, tuple(sorted(declared, key=_left_out)))
    if len(draft.tokens) <= FRAGMENT_WORDS:
        return NOTHING
    return _inexact(draft, passages, dict(zip(map(id, passages), bearings, strict=True)))


def exact_explanations(draft: Passage, passage: Passage) -> list[Explanation]:
    """Every place of the passage where the draft's words stand word for word."""
    found = [Held(start, end) for start, end in same_letters(draft.forms, passage.forms)]
    return [Explanation(passage, (held,), whole=_is_whole(passage, held)) for held in found]


def _is_whole(passage: Passage, held: Held) -> bool:
    """Whether the held words begin and end where verified quotes begin and end."""
    tokens = passage.tokens
    starts = held.start == 0 or tokens[held.start - 1].owner != tokens[held.start].owner
    ends = held.end == len(tokens) or tokens[held.end].owner != tokens[held.end - 1].owner
    return starts and ends


def fit_declared_words(draft: Passage, passage: Passage) -> Explanation | None:
    """The passage as explanation of a draft that declares what it leaves out or puts in, or None."""
    fit = fit_declared(draft, passage)
    if fit is None:
        return None
    held = tuple(Held(block.verified, block.verified_end) for block in fit.blocks)
    size = sum(block.size for block in fit.blocks)
    score = 2 * size / (len(draft.tokens) + held[-1].end - held[0].start)
    return Explanation(passage, held, tuple(fit.blocks), (), tuple(fit.declared), score=score)


def _left_out(found: Explanation) -> int:
    return sum(hunk.verified_end - hunk.verified for hunk in found.declared)


def _inexact(draft: Passage, passages: Sequence[Passage], bearing: Mapping[int, Bearing]) -> Finding:
    sentences = _draft_sentences(draft)
    laid = [
        found
        for passage in passages
        if (found := _explain(draft, passage)) and _held_sentences(draft, sentences, found, bearing[id(passage)])
    ]
    if not laid:
        return NOTHING
    laid.sort(key=lambda found: -_matched_weight(draft, found))
    best = laid[0]
    held = _held_sentences(draft, sentences, best, bearing[id(best.passage)])
    loose = [span for span in sentences if span not in held]
    foreign, unknown = _elsewhere(draft, loose, best, passages)
    foreign += _spliced_inside(draft, held, best, passages)
    if not best.hunks and not foreign and not unknown:
        return _same_words(draft, best, laid)
    edits = _edits_within(best, held, unknown, foreign, draft)
    if foreign or _skips_sentences(draft, best):
        return Finding(Verdict.SPLICED, (best,), tuple(foreign), tuple(unknown))
    ties = tuple(found for found in laid if _ties(draft, found, best))
    if edits:
        return Finding(Verdict.ALTERED, ties, (), tuple(unknown))
    if unknown:
        return Finding(Verdict.PARTLY_VERIFIED, ties, (), tuple(unknown))
    return _same_words(draft, best, laid)


def _held_sentences(
    draft: Passage, sentences: Sequence[tuple[int, int]], found: Explanation, bearing: Bearing
) -> list[tuple[int, int]]:
    """The sentences of the draft that are recognisably these verified words.

    Of the draft's own speaker a shared run is enough; in anybody else's words it may be chance (``going to be
    the next president of the United States``), so nearly all of the sentence has to be there, and of a longer
    quote more than a phrase.
    """
    if bearing is Bearing.OWN:
        return [span for span in sentences if _recognised(draft, span, found.blocks)]
    if bearing is Bearing.KIN:
        held = [span for span in sentences if _recognised(draft, span, found.blocks)]
    else:
        share = STRANGER_SHARE if bearing is Bearing.OTHER else UNNAMED_SHARE
        held = [span for span in sentences if _plainly_recognised(draft, span, found.blocks, share)]
    shared = sum(len(range(max(a, b.draft), min(z, b.draft_end))) for a, z in held for b in found.blocks)
    return held if shared >= min(STRANGER_RUN, len(draft.tokens) / 2) else []


def _plainly_recognised(draft: Passage, span: tuple[int, int], blocks: Sequence[Block], share: float) -> bool:
    """Whether nearly all of a sentence stands there, or a long run that is rich in words with meaning of their own."""
    tokens = draft.tokens[span[0] : span[1]]
    runs = [draft.tokens[max(span[0], b.draft) : min(span[1], b.draft_end)] for b in blocks]
    shared = [token for run in runs for token in run]
    content, all_content = sum(token.content for token in shared), sum(token.content for token in tokens)
    nearly_all = len(shared) >= share * len(tokens) and content >= share * all_content
    longest = max((sum(token.content for token in run) for run in runs if len(run) >= STRANGER_RUN), default=0)
    return (nearly_all and content >= STRANGER_CONTENT) or (
        longest > STRANGER_CONTENT + 1 and 2 * len(shared) >= len(tokens)
    )


def _same_words(draft: Passage, best: Explanation, laid: Sequence[Explanation]) -> Finding:
    """The verdict where nothing undeclared differs once spacing is set aside."""
    ties = tuple(found for found in laid if not found.hunks and _ties(draft, found, best)) or (best,)
    if best.declared:
        return Finding(Verdict.CONDENSED, ties)
    whole = any(found.whole for found in ties)
    return Finding(Verdict.VERBATIM if whole else Verdict.EXCERPT, ties)


def _ties(draft: Passage, found: Explanation, best: Explanation) -> bool:
    return _matched_weight(draft, found) >= _matched_weight(draft, best) and len(found.hunks) <= len(best.hunks)


def _explain(draft: Passage, passage: Passage) -> Explanation | None:
    blocks = chain(draft, passage)
    if not blocks:
        return None
    every = hunks(draft, passage, blocks)
    declared = [hunk for hunk in every if _declared(draft, hunk)]
    held = tuple(Held(block.verified, block.verified_end) for block in blocks)
    span = Held(held[0].start, held[-1].end)
    size = sum(block.size for block in blocks)
    return Explanation(
        passage,
        held,
        tuple(blocks),
        tuple(hunk for hunk in every if hunk not in declared),
        tuple(declared),
        whole=_is_whole(passage, span),
        score=round(2 * size / (len(draft.tokens) + span.end - span.start), 3),
    )


def _declared(draft: Passage, hunk: Hunk) -> bool:
    """Whether the draft's marks declare this difference: a … where words are left out, a [ ] round what is put in."""
    mine = draft.tokens[hunk.draft : hunk.draft_end]
    if mine and all(token.bracketed for token in mine):
        return True
    after = draft.tokens[hunk.draft] if hunk.draft < len(draft.tokens) else None
    return not mine and after is not None and after.gap


def _matched_weight(draft: Passage, found: Explanation) -> float:
    return sum(weight(draft.tokens[block.draft : block.draft_end]) for block in found.blocks)


def _draft_sentences(draft: Passage) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for i, token in enumerate(draft.tokens):
        if spans and draft.tokens[spans[-1][0]].sentence == token.sentence:
            spans[-1] = (spans[-1][0], i + 1)
        else:
            spans.append((i, i + 1))
    return spans


def _recognised(draft: Passage, span: tuple[int, int], blocks: Sequence[Block]) -> bool:
    """Whether a sentence of the draft is recognisably these verified words."""
    size = span[1] - span[0]
    shared: list[Token] = []
    longest: Sequence[Token] = ()
    for block in blocks:
        inside = draft.tokens[max(span[0], block.draft) : min(span[1], block.draft_end)]
        shared.extend(inside)
        longest = max(longest, inside, key=len)
    if not shared:
        return False
    content = sum(token.content for token in shared)
    if len(shared) == size and len(longest) == size:
        return size > FRAGMENT_WORDS or content > 0
    if len(shared) / size >= SENTENCE_SHARE and (content >= 2 or (content and len(shared) >= 4)):
        return True
    rich = sum(token.content for token in longest) >= LONG_RUN_CONTENT
    return len(longest) >= LONG_RUN_WORDS and rich and len(shared) / size >= LONG_RUN_SHARE


def _elsewhere(
    draft: Passage, loose: Sequence[tuple[int, int]], best: Explanation, passages: Sequence[Passage]
) -> tuple[list[Explanation], list[tuple[int, int]]]:
    """Whole sentences that the best passage does not hold: found in another place, or in no verified quote."""
    foreign: list[Explanation] = []
    unknown: list[tuple[int, int]] = []
    for start, end in loose:
        part = Passage(draft.tokens[start:end])
        found = [_explain(part, passage) for passage in passages]
        known = [one for one in found if one and _stands_there(part, one)]
        if known and len(part.tokens) > FRAGMENT_WORDS:
            foreign.append(max(known, key=lambda one: _matched_weight(part, one)))
        else:
            unknown.append((start, end))
    return foreign, unknown


def _stands_there(part: Passage, found: Explanation) -> bool:
    """Whether a whole sentence comes from a verified passage: a running stretch of it, not scattered small words."""
    run = max(found.blocks, key=lambda block: weight(part.tokens[block.draft : block.draft_end]))
    words = part.tokens[run.draft : run.draft_end]
    rich = sum(token.content for token in words) >= SPLICE_PASSAGE_CONTENT
    nearly_all = len(words) >= FOREIGN_SHARE * len(part.tokens)
    return (nearly_all or (rich and len(words) >= SPLICE_PASSAGE_WORDS)) and _recognised(
        part, (0, len(part.tokens)), found.blocks
    )


def _spliced_inside(
    draft: Passage, held: Sequence[tuple[int, int]], best: Explanation, passages: Sequence[Passage]
) -> list[Explanation]:
    """Stretches of a draft that stand word for word somewhere else: all of a change inside a sentence, or long ones."""
    out: list[Explanation] = []
    for hunk in best.hunks:
        inside = any(start <= hunk.draft and hunk.draft_end <= end for start, end in held)
        part = Passage(draft.tokens[hunk.draft : hunk.draft_end])
        least = max(SPLICE_PASSAGE_WORDS, FOREIGN_RUN * len(part.tokens)) if inside else STRANGER_RUN
        for passage in passages if len(part.tokens) >= SPLICE_PASSAGE_WORDS else ():
            found = _explain(part, passage)
            if found and _runs_on(part, found, min(least, STRANGER_RUN)):
                out.append(found)
                break
    return out


def _runs_on(part: Passage, found: Explanation, least: float) -> bool:
    run = max(found.blocks, key=lambda block: block.size)
    words = part.tokens[run.draft : run.draft_end]
    return run.size >= least and sum(token.content for token in words) >= SPLICE_PASSAGE_CONTENT


def _skips_sentences(draft: Passage, best: Explanation) -> bool:
    """Whether undeclared cuts run passages together: a whole sentence left out between two that are kept."""
    for hunk in best.hunks:
        mine, theirs = draft.tokens[hunk.draft : hunk.draft_end], range(hunk.verified, hunk.verified_end)
        inner = 0 < hunk.draft and hunk.draft_end < len(draft.tokens)
        if not inner or len(mine) > 2 or not theirs:
            continue
        if _whole_sentence_in(best.passage, theirs):
            return True
        left, right = best.passage.tokens[theirs[0] - 1], best.passage.tokens[theirs[-1] + 1]
        run_on = draft.tokens[hunk.draft - 1].sentence == draft.tokens[hunk.draft_end].sentence
        if left.sentence != right.sentence and run_on and len(theirs) >= SPLICE_PASSAGE_WORDS:
            return True
    return False


def _whole_sentence_in(passage: Passage, span: range) -> bool:
    numbers = {passage.tokens[i].sentence for i in span}
    return any(set(passage.sentence(number)) <= set(span) for number in numbers)


def _edits_within(
    best: Explanation,
    held: Sequence[tuple[int, int]],
    unknown: Sequence[tuple[int, int]],
    foreign: Sequence[Explanation],
    draft: Passage,
) -> list[Hunk]:
    """The undeclared differences that are not just a whole unknown sentence standing beside held ones."""
    out: list[Hunk] = []
    for hunk in best.hunks:
        covered = [i for i in range(hunk.draft, hunk.draft_end) if not any(a <= i < b for a, b in unknown)]
        dropped = hunk.verified_end - hunk.verified
        at_edge = hunk.draft == 0 or hunk.draft_end == len(draft.tokens)
        beside = any(a <= hunk.draft < b or a < hunk.draft_end <= b for a, b in unknown)
        if covered or (dropped and not at_edge and not beside):
            out.append(hunk)
    return out
