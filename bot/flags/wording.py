"""Flags on the words themselves: changed, turned, cut, run together, or not in the store."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flags.evidence import of_match
from bot.flags.registry import Case, rule
from bot.language.text import forms
from bot.models import Flag, Judged, Severity, Verdict
from bot.wording.match import Found
from bot.wording.turns import qualifier_cut as cut_off
from bot.wording.turns import turned_by_edit, turned_by_omission

_MAY_TURN = frozenset(Verdict) - {Verdict.SPLICED, Verdict.UNVERIFIED}
FILLERS = frozenset("um uh er erm ah oh well like so you know i mean kind of sort just really actually and but".split())
_GRAMMAR = frozenset("a an the is are was were am be been has have had do does did this that these those of to".split())


def _flag(case: Case, found: Found, code: str, severity: Severity, message: str) -> Flag:
    quote = found.quote
    evidence = tuple(of_match(match) for match in found.judged.matches)
    return Flag(code, severity, quote.start, quote.end, message, (quote.id,), evidence)


def _ends(case: Case, found: Found) -> tuple[bool, bool]:
    """Whether the quote opens and closes its utterance, where its parts were judged together."""
    if not found.finding.joined:
        return True, True
    parts = [one.quote.id for one in case.found.values() if one.quote.group == found.quote.group]
    return parts[0] == found.quote.id, parts[-1] == found.quote.id


def turned(case: Case, found: Found) -> str | None:
    """A sentence on what turns the sense of a quote's words, or None."""
    if found.judged.verdict not in _MAY_TURN or not found.finding.explanations:
        return None
    text = case.reading.article.text
    if found.judged.verdict is Verdict.ALTERED and (edited := turned_by_edit(text, found)):
        return edited
    return turned_by_omission(text, found, *_ends(case, found))


@rule(
    "material_change",
    Severity.HOLD,
    "the altered words change the sense, or an excerpt, a … or a [ ] leaves its “not” outside",
)
def material_change(case: Case) -> Iterator[Flag]:
    """Words that turn the sense: a negation, number, modal, quantity, name, unit or opposite."""
    for found in case.found.values():
        why = turned(case, found)
        if why:
            message = f"{why} Hear the recording or restore the words."
            yield _flag(case, found, "material_change", Severity.HOLD, message)


@rule("words_altered", Severity.QUERY, "words were changed, dropped or added without a mark")
def words_altered(case: Case) -> Iterator[Flag]:
    """Undeclared changes that leave the sense as it was; in the light style, cleaned-up grammar is a note."""
    for found in case.found.values():
        if found.judged.verdict is not Verdict.ALTERED or turned(case, found):
            continue
        light = case.desk.style == "light" and _only_cleaned(found.judged)
        severity = Severity.NOTE if light else Severity.QUERY
        message = f"{_changes(found.judged)} Restore the verified words, mark the cut, or paraphrase."
        yield _flag(case, found, "words_altered", severity, message)


@rule("spliced", Severity.HOLD, "passages that do not follow each other are run together without a mark")
def spliced(case: Case) -> Iterator[Flag]:
    """Two passages run together as if they had been said in one breath."""
    for found in case.found.values():
        if found.judged.verdict is Verdict.SPLICED:
            message = (
                "The quote runs together passages that do not follow each other in the verified words. "
                "Mark the cut with … or give them as two quotes."
            )
            yield _flag(case, found, "spliced", Severity.HOLD, message)


@rule("partly_verified", Severity.QUERY, "whole passages are verified, others are in no verified quote")
def partly_verified(case: Case) -> Iterator[Flag]:
    """A verified passage beside words that nobody has verified; names those words."""
    text = case.reading.article.text
    for found in case.found.values():
        if found.judged.verdict is not Verdict.PARTLY_VERIFIED:
            continue
        spans = [(found.draft.tokens[a].start, found.draft.tokens[b - 1].end) for a, b in found.finding.unknown]
        words = " … ".join(text[a:b] for a, b in spans)
        message = f"Not in the store: “{words}”. Ask the reporter where these words come from."
        yield _flag(case, found, "partly_verified", Severity.QUERY, message)


@rule(
    "qualifier_cut",
    Severity.QUERY,
    "the excerpt stops where the verified sentence goes on with but, if, unless, until…, or starts after an if",
)
def qualifier_cut(case: Case) -> Iterator[Flag]:
    """An excerpt that leaves its condition outside."""
    for found in case.found.values():
        verdict = found.judged.verdict
        if verdict not in (Verdict.EXCERPT, Verdict.CONDENSED) or turned(case, found):
            continue
        left_out = cut_off(case.reading.article.text, found, *_ends(case, found))
        if left_out:
            message = f"The verified sentence also says “{left_out}”. Give the condition, or say it in your own words."
            yield _flag(case, found, "qualifier_cut", Severity.QUERY, message)


_DIALECT = frozenset(
    frozenset(pair.split("/"))
    for pair in "sat/sitting stood/standing come/came done/did seen/saw gone/went them/those me/i".split()
)
"""Dialect and its standard form, which a light house style may put in its place."""


def _only_cleaned(judged: Judged) -> bool:
    """Whether all that differs is fillers and small grammar, which light house styles allow."""
    small = FILLERS | _GRAMMAR
    edits = [edit for match in judged.matches[:1] for edit in match.diff]
    return bool(edits) and all(
        set(forms(edit.draft)) | set(forms(edit.verified)) <= small
        or frozenset((*forms(edit.draft), *forms(edit.verified))) in _DIALECT
        for edit in edits
    )


def _changes(judged: Judged) -> str:
    edits = [edit for match in judged.matches[:1] for edit in match.diff]
    if not edits:
        return "The words differ from the verified ones."
    first = edits[0]
    more = f", and {len(edits) - 1} more" if len(edits) > 1 else ""
    if not first.draft:
        return f"The draft leaves out “{first.verified}”{more}."
    if not first.verified:
        return f"The draft puts in “{first.draft}”{more}."
    return f"The draft has “{first.draft}” for the verified “{first.verified}”{more}."
