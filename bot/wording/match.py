"""Every quote of a draft judged against the store: candidates, passages, verdict, and what explains it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.archive import Archive, Candidates
from bot.language.commonness import is_stop_word
from bot.models import Edit, Judged, Match, Quote, State, Verdict, VerifiedQuote
from bot.names.relation import Relation, relation
from bot.thresholds import FRAGMENT_WORDS, NEAREST, STOCK_CONTENT, STOCK_SPEAKERS
from bot.wording.align import Hunk
from bot.wording.bearing import bearing_of
from bot.wording.omissions import turned_after, turned_before
from bot.wording.passages import Passage, Token, draft_passage, joined, verified_passage
from bot.wording.spoken import at_their_second
from bot.wording.verdicts import (
    NOTHING,
    Explanation,
    Finding,
    exact_explanations,
    find_verdict,
    fit_declared_words,
)

Progress = Callable[[int, int], None]
"""Is told how many of the quotes have been judged, and how many there are."""

_LIFTED = frozenset({Verdict.ALTERED, Verdict.UNVERIFIED})


@dataclass(frozen=True, slots=True)
class Found:
    """One quote of the draft with all that judging it brought to light; what the wording flags look at."""

    quote: Quote
    draft: Passage
    finding: Finding
    judged: Judged


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every quote judged, by id, and whether a cut may have lost a verified quote."""

    found: Mapping[str, Found]
    truncated: bool = False

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The quotes with their verdicts, in article order."""
        return tuple(one.judged for one in self.found.values())


def judge(article: str, quotes: Sequence[Quote], archive: Archive, progress: Progress | None = None) -> Judgement:
    """The verdict on every quote of an article; ``article`` is its text."""
    shelf = _Shelf(archive)
    drafts = {quote.id: draft_passage(quote.text, quote.start) for quote in quotes}
    findings: dict[str, Finding] = {}
    for number, quote in enumerate(quotes, 1):
        findings[quote.id] = _alone(quote, drafts[quote.id], shelf)
        if progress is not None:
            progress(number, len(quotes))
    for parts in _groups(quotes):
        findings.update(_lift(parts, drafts, findings, shelf))
    found = {
        quote.id: Found(
            quote,
            drafts[quote.id],
            findings[quote.id],
            Judged(quote, findings[quote.id].verdict, _matches(article, quote, drafts[quote.id], findings[quote.id])),
        )
        for quote in quotes
    }
    return Judgement(found, shelf.truncated)


class _Shelf:
    """The verified passages that could explain a text, each source read once a check."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._runs: dict[int, list[list[VerifiedQuote]]] = {}
        self.truncated = False

    def passages(self, text: str, speaker: str | None, size: int) -> list[Passage]:
        found = self._archive.candidates(text, speaker)
        self.truncated = self.truncated or found.truncated
        wanted: dict[tuple[int, ...], list[VerifiedQuote]] = {}
        for quote in _nearest(found, speaker):
            if not quote.state.counts:
                continue
            run = self._run(quote)
            window = _window(run, quote, size)
            wanted.setdefault(tuple(one.quote_id for one in window), window)
        return [verified_passage(window) for window in _merged(wanted.values())]

    def _run(self, quote: VerifiedQuote) -> list[VerifiedQuote]:
        """The verified quotes of one speaker that stand next to each other in the quote's source."""
        if quote.article_id is None or quote.state in (State.CORRECTED, State.RETRACTED):
            return [quote]
        if quote.article_id not in self._runs:
            self._runs[quote.article_id] = _same_speaker_runs(self._archive.sequence(quote.article_id))
        for run in self._runs[quote.article_id]:
            if any(one.quote_id == quote.quote_id for one in run):
                return run
        return [quote]


def _nearest(found: Candidates, speaker: str | None) -> list[VerifiedQuote]:
    """The candidates worth laying beside a draft, which the archive gives best first, and the speaker's own."""
    nearest = NEAREST if found.nearest is None else min(found.nearest, NEAREST)
    own = [quote for quote in found.quotes[nearest:] if relation(speaker, quote.speaker) is Relation.SAME]
    return [*found.quotes[:nearest], *own[:NEAREST]]


def _same_speaker_runs(quotes: Iterable[VerifiedQuote]) -> list[list[VerifiedQuote]]:
    out: list[list[VerifiedQuote]] = []
    for quote in quotes:
        if quote.state in (State.CORRECTED, State.RETRACTED) or not quote.state.counts:
            continue
        last = out[-1][-1] if out else None
        if last and last.speaker == quote.speaker and quote.speaker and quote.position <= last.position + 1:
            out[-1].append(quote)
        else:
            out.append([quote])
    return out


def _window(run: list[VerifiedQuote], quote: VerifiedQuote, size: int) -> list[VerifiedQuote]:
    """The quote with as many neighbours on each side as a draft of so many words could reach into."""
    at = next(i for i, one in enumerate(run) if one.quote_id == quote.quote_id)
    low, reach = at, 0
    while low and reach < size:
        low -= 1
        reach += len(run[low].text.split())
    high, reach = at + 1, 0
    while high < len(run) and reach < size:
        reach += len(run[high].text.split())
        high += 1
    return run[low:high]


def _merged(windows: Iterable[list[VerifiedQuote]]) -> list[list[VerifiedQuote]]:
    """The windows without those that lie inside another."""
    every = sorted(windows, key=len, reverse=True)
    kept: list[list[VerifiedQuote]] = []
    seen: list[set[int]] = []
    for window in every:
        ids = {one.quote_id for one in window}
        if not any(ids <= one for one in seen):
            kept.append(window)
            seen.append(ids)
    return kept


def _alone(quote: Quote, draft: Passage, shelf: _Shelf) -> Finding:
    passages = shelf.passages(quote.text, quote.speaker, len(draft.tokens))
    if not passages:
        return NOTHING
    finding = find_verdict(draft, passages, [bearing_of(quote, passage) for passage in passages])
    return _ranked(quote, draft, finding) if not _stock(quote, draft, finding) else NOTHING


def _stock(quote: Quote, draft: Passage, finding: Finding) -> bool:
    """Whether the words are a phrase that many speakers share, and none of them is the draft's."""
    if finding.verdict not in (Verdict.VERBATIM, Verdict.EXCERPT) or not quote.speaker:
        return False
    relations = [relation(quote.speaker, _speaker(found)) for found in finding.explanations]
    if any(one in (Relation.SAME, Relation.NEAR, Relation.CONFLICT) for one in relations):
        return False
    speakers = {(_speaker(found) or "").casefold() for found in finding.explanations}
    plain = sum(not is_stop_word(token.form) for token in draft.tokens) <= STOCK_CONTENT
    return len(speakers) >= STOCK_SPEAKERS or (plain and len(draft.tokens) <= 2 * FRAGMENT_WORDS)


def _speaker(found: Explanation) -> str | None:
    return found.passage.quotes[found.owners[0]].speaker if found.passage.quotes else None


_STANDING = {State.VERIFIED: 0, State.DISPUTED: 1, State.CORRECTED: 2, State.RETRACTED: 3}
_NEARNESS = {Relation.SAME: 0, Relation.NEAR: 1, Relation.CONFLICT: 1, Relation.UNKNOWN: 2, Relation.OTHER: 3}


def _ranked(quote: Quote, draft: Passage, finding: Finding) -> Finding:
    """The finding with its explanations best first: the draft's own speaker, whole quotes, in good standing."""

    def rank(found: Explanation) -> tuple[object, ...]:
        owner = found.passage.quotes[found.owners[0]]
        return (
            len(found.hunks),
            _NEARNESS[relation(quote.speaker, owner.speaker)],
            not found.whole,
            _turns(found),
            _STANDING[owner.state],
            -owner.quote_id,
        )

    ranked = tuple(sorted(finding.explanations, key=rank))
    verdict = finding.verdict
    if verdict in (Verdict.VERBATIM, Verdict.EXCERPT) and ranked:
        verdict = Verdict.VERBATIM if ranked[0].whole else Verdict.EXCERPT
    return replace(finding, verdict=verdict, explanations=ranked)


def _turns(found: Explanation) -> bool:
    first, last = found.held[0], found.held[-1]
    return bool(turned_before(found.passage, first) or turned_after(found.passage, last))


def _groups(quotes: Sequence[Quote]) -> list[list[Quote]]:
    groups: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.group:
            groups[quote.group].append(quote)
    return [parts for parts in groups.values() if len(parts) > 1]


def _lift(
    parts: list[Quote], drafts: Mapping[str, Passage], findings: Mapping[str, Finding], shelf: _Shelf
) -> dict[str, Finding]:
    """The parts of one utterance judged together: that may lift a part, and never worsens one."""
    out: dict[str, Finding] = {}
    for size in range(len(parts), 1, -1):
        for at in range(len(parts) - size + 1):
            chosen = parts[at : at + size]
            if any(part.id in out for part in chosen):
                continue
            whole = _together(chosen, [drafts[part.id] for part in chosen], shelf)
            if whole:
                out.update(_shared_out(chosen, drafts, findings, whole))
    return out


def _together(parts: list[Quote], drafts: list[Passage], shelf: _Shelf) -> Explanation | None:
    draft = joined(drafts)
    found: list[Explanation] = []
    for passage in shelf.passages(" ".join(part.text for part in parts), parts[0].speaker, len(draft.tokens)):
        found += exact_explanations(draft, passage)
        if not found and (fit := fit_declared_words(draft, passage)):
            found.append(fit)
    own = [one for one in found if relation(parts[0].speaker, _speaker(one)) is Relation.SAME]
    return min(own or found, key=lambda one: not one.whole, default=None)


def _shared_out(
    parts: list[Quote], drafts: Mapping[str, Passage], findings: Mapping[str, Finding], whole: Explanation
) -> dict[str, Finding]:
    out: dict[str, Finding] = {}
    for part in parts:
        alone = findings[part.id]
        if alone.verdict in _LIFTED or alone.verdict is Verdict.EXCERPT:
            verdict = Verdict.VERBATIM if whole.whole else Verdict.EXCERPT
            if alone.verdict in _LIFTED and not alone.explanations:
                alone = replace(alone, explanations=(whole,))
            elif alone.verdict in _LIFTED:
                alone = replace(alone, explanations=(whole,), foreign=(), unknown=())
            out[part.id] = replace(alone, verdict=verdict, joined=True)
        else:
            out[part.id] = replace(alone, joined=True)
    return out


def _matches(article: str, quote: Quote, draft: Passage, finding: Finding) -> tuple[Match, ...]:
    """Every verified quote that explains the draft's, best first, each once."""
    out: dict[int, Match] = {}
    for found in (*finding.explanations, *finding.foreign):
        edits = [] if finding.joined else _edits(article, draft, found, foreign=found in finding.foreign)
        for owner in found.owners:
            verified = found.passage.quotes[owner]
            mine = tuple(edit for who, edit in edits if who == owner)
            heard = at_their_second(found, owner)
            out.setdefault(verified.quote_id, Match(heard, round(found.score, 3), mine))
    return tuple(out.values())


def _edits(article: str, draft: Passage, found: Explanation, foreign: bool) -> list[tuple[int, Edit]]:
    if foreign:
        return []
    return [
        _edit(article, draft, found.passage, hunk)
        for hunk in sorted((*found.hunks, *found.declared), key=lambda hunk: (hunk.draft, hunk.verified))
    ]


def _edit(article: str, draft: Passage, verified: Passage, hunk: Hunk) -> tuple[int, Edit]:
    mine = draft.tokens[hunk.draft : hunk.draft_end]
    theirs = verified.tokens[hunk.verified : hunk.verified_end]
    owner = theirs[0].owner if theirs else _owner_at(verified, hunk.verified)
    theirs = tuple(token for token in theirs if token.owner == owner)
    text = verified.quotes[owner].text
    d0, d1 = _place(mine, draft.tokens, hunk.draft)
    inside = [token for token in verified.tokens if token.owner == owner]
    first = next((i for i, token in enumerate(verified.tokens) if token.owner == owner), 0)
    v0, v1 = _place(theirs, inside, hunk.verified - first)
    op = "replace" if mine and theirs else "insert" if mine else "delete"
    return owner, Edit(op, article[d0:d1], d0, d1, text[v0:v1], v0, v1)


def _owner_at(passage: Passage, at: int) -> int:
    return passage.tokens[min(max(at - 1, 0), len(passage.tokens) - 1)].owner


def _place(tokens: Sequence[Token], every: Sequence[Token], at: int) -> tuple[int, int]:
    """The characters that tokens cover, or the empty place where they would stand."""
    if tokens:
        return min(token.start for token in tokens), max(token.end for token in tokens)
    if 0 < at <= len(every):
        return every[at - 1].end, every[at - 1].end
    start = every[0].start if every else 0
    return start, start
