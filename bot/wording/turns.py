"""Why the words of a draft, as matched, turn the sense of the verified ones; in a sentence for the desk."""

from __future__ import annotations

import re

from bot.language.sense import turn
from bot.language.sentences import sentences
from bot.language.text import fold, forms
from bot.models import Kind
from bot.names.forms import fold_name
from bot.wording.align import Hunk
from bot.wording.match import Found
from bot.wording.omissions import (
    Held,
    condition_before,
    doubts,
    put_in_turns,
    qualifier_after,
    turned_after,
    turned_before,
    turned_inside,
)
from bot.wording.passages import Passage, Token
from bot.wording.verdicts import Explanation

_NAME = re.compile(r"[^\W\d_a-z]")


def turned_by_edit(article: str, found: Found) -> str | None:
    """A sentence on the first undeclared change of words that turns the sense, or None."""
    best = found.finding.explanations[0]
    for hunk in best.hunks:
        mine = [token.form for token in found.draft.tokens[hunk.draft : hunk.draft_end]]
        theirs = [token.form for token in best.passage.tokens[hunk.verified : hunk.verified_end]]
        what = turn(mine, theirs, _names(article, found, best, hunk))
        if what:
            return f"{_difference(article, found, best, hunk)}: {what}."
    return None


def turned_by_omission(article: str, found: Found, first: bool = True, last: bool = True) -> str | None:
    """A sentence on what an excerpt, a … or a [ ] leaves out or puts in that turns the sense, or None.

    ``first`` and ``last`` say whether the quote opens and closes its utterance: what stands before a later
    part stands in the part before it.
    """
    best = found.finding.explanations[0]
    if first and _opens_with_held(found, best) and not _reporter_negates(article, found):
        left_out = turned_before(best.passage, best.held[0])
        if left_out:
            return f"The verified sentence begins “{_words(best.passage, left_out)}”, which the draft leaves out."
    if last and _closes_with_held(found, best):
        left_out = turned_after(best.passage, best.held[-1])
        if left_out:
            return f"The verified sentence goes on “{_words(best.passage, left_out)}”, which the draft leaves out."
    return _turned_by_mark(found, best)


def _turned_by_mark(found: Found, best: Explanation) -> str | None:
    for hunk in best.declared:
        inserted = found.draft.tokens[hunk.draft : hunk.draft_end]
        replaced = best.passage.tokens[hunk.verified : hunk.verified_end]
        if inserted:
            what = put_in_turns(inserted, replaced)
            if what:
                return f"What the brackets put in changes {what}."
        else:
            left_out = turned_inside(best.passage, hunk.verified, hunk.verified_end)
            if left_out:
                return f"The “…” swallows “{_words(best.passage, left_out)}”, which turns the sense."
    return None


def qualifier_cut(article: str, found: Found, first: bool = True, last: bool = True) -> str | None:
    """The condition that the excerpt leaves outside its own sentence, as written, or None."""
    best = found.finding.explanations[0]
    if last and _closes_with_held(found, best):
        left_out = qualifier_after(best.passage, best.held[-1])
        if left_out and left_out[0].form not in _reporter_after(article, found):
            return _words(best.passage, left_out)
    if first and _opens_with_held(found, best):
        left_out = condition_before(best.passage, best.held[0])
        if left_out and left_out[0].form not in _reporter_before(article, found):
            return _words(best.passage, left_out)
    return None


def _names(article: str, found: Found, best: Explanation, hunk: Hunk) -> set[str]:
    """The folded words of a difference that are proper names: capitals inside a sentence, on either side."""
    out: set[str] = set()
    for token in found.draft.tokens[hunk.draft : hunk.draft_end]:
        if _is_name(article[token.start : token.end], token, found.draft):
            out.add(token.form)
    for token in best.passage.tokens[hunk.verified : hunk.verified_end]:
        if _is_name(best.passage.quotes[token.owner].text[token.start : token.end], token, best.passage):
            out.add(token.form)
    return out


def _is_name(written: str, token: Token, passage: Passage) -> bool:
    if not _NAME.match(written) or not token.content or token.form == "i":
        return False
    at = passage.tokens.index(token)
    opens = at == 0 or passage.tokens[at - 1].sentence != token.sentence
    return not opens or _known_name(written)


def _known_name(written: str) -> bool:
    from bot.names.given import is_given_name

    return is_given_name(fold_name(written))


def _difference(article: str, found: Found, best: Explanation, hunk: Hunk) -> str:
    mine = _written(article, found.draft.tokens[hunk.draft : hunk.draft_end])
    tokens = best.passage.tokens[hunk.verified : hunk.verified_end]
    theirs = _words(best.passage, list(tokens))
    if not mine:
        return f"The draft leaves out “{theirs}”"
    if not theirs:
        return f"The draft puts in “{mine}”"
    return f"The draft has “{mine}” for the verified “{theirs}”"


def _written(article: str, tokens: tuple[Token, ...]) -> str:
    return article[tokens[0].start : tokens[-1].end] if tokens else ""


def _words(passage: Passage, tokens: list[Token]) -> str:
    if not tokens:
        return ""
    owner = tokens[0].owner
    mine = [token for token in tokens if token.owner == owner]
    return " ".join(passage.quotes[owner].text[mine[0].start : mine[-1].end].split())


def _opens_with_held(found: Found, best: Explanation) -> bool:
    return not best.blocks or best.blocks[0].draft == 0


def _closes_with_held(found: Found, best: Explanation) -> bool:
    return not best.blocks or best.blocks[-1].draft_end == len(found.draft.tokens)


def _reporter_before(article: str, found: Found) -> tuple[str, ...]:
    """The reporter's words before a quote in its sentence, where the quote is built into that sentence."""
    low = max(0, found.quote.start - 300)
    before = article[low : found.quote.start]
    spans = sentences(before)
    if not spans:
        return ()
    text = before[spans[-1][0] :].rstrip(" \"'“”‘’«„")
    return () if text.endswith((",", ":")) and found.quote.kind is Kind.DIRECT else forms(text)


def _reporter_after(article: str, found: Found) -> tuple[str, ...]:
    line = article[found.quote.end : found.quote.end + 300].split("\n", 1)[0]
    spans = sentences("x" + line)
    return tuple(fold(word) for word in forms(line[: spans[0][1]] if spans else line))


def _reporter_negates(article: str, found: Found) -> bool:
    return doubts(_reporter_before(article, found)[-8:])


def held_words(found: Found) -> tuple[Held, ...]:
    """The verified words that the best explanation holds; empty where nothing does."""
    return found.finding.explanations[0].held if found.finding.explanations else ()
