"""What an edit did: findings fixed, still open and new, quotes broken, added and taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.changes import Versions
from bot.flags.evidence import of_match
from bot.flags.registry import declare
from bot.language.text import forms
from bot.models import Evidence, Flag, Judged, Recheck, Report, Severity, Verdict
from bot.wording.align import chain
from bot.wording.passages import draft_passage

declare(
    "edit_broke_quote",
    Severity.HOLD,
    "re-check: an edit turned a quote that was right into an altered, spliced or partly verified one",
)
declare("quote_added", Severity.NOTE, "re-check: a quote that was not there before")
declare("quote_removed", Severity.NOTE, "re-check: a quote that was there before")

_ADDED = "This quote is new. See that somebody has verified it."
_RIGHT = frozenset({Verdict.VERBATIM, Verdict.EXCERPT, Verdict.CONDENSED})
_BROKEN = frozenset({Verdict.ALTERED, Verdict.SPLICED, Verdict.PARTLY_VERIFIED})
_REWORDED = 0.5
"""“I did not stop the chair …” for “I stopped the chair …”: half of the words in order make it the same quote."""


def compare(before: Report, after: Report) -> Report:
    """The new report with what became of the old one's findings; edit flags stand among its flags."""
    pairs, versions = paired(before.quotes, after.quotes), Versions(before.article.text, after.article.text)
    raised = [*_broken(pairs), *_added(pairs, after), *_removed(pairs, versions)]
    flags = _ordered((*after.flags, *raised))
    fixed, still, new = _settled(before, replace(after, flags=flags), pairs)
    found = Recheck(tuple(fixed), tuple(still), tuple(new), versions.changes())
    return replace(after, flags=flags, recheck=found)


def paired(before: Sequence[Judged], after: Sequence[Judged]) -> list[tuple[Judged | None, Judged | None]]:
    """The quotes of two versions side by side: equal words first, then the nearest wording in order."""
    free_old, free_new = list(before), list(after)
    out: list[tuple[Judged | None, Judged | None]] = []
    for old in list(free_old):
        same = next((new for new in free_new if forms(new.quote.text) == forms(old.quote.text)), None)
        if same is not None:
            out.append((old, same))
            free_old.remove(old)
            free_new.remove(same)
    scored = sorted(
        ((_likeness(old, new), i, j) for i, old in enumerate(free_old) for j, new in enumerate(free_new)),
        key=lambda row: -row[0],
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for likeness, i, j in scored:
        if likeness >= _REWORDED and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            out.append((free_old[i], free_new[j]))
    out += [(old, None) for i, old in enumerate(free_old) if i not in used_old]
    out += [(None, new) for j, new in enumerate(free_new) if j not in used_new]
    return out


def _likeness(old: Judged, new: Judged) -> float:
    a, b = draft_passage(old.quote.text), draft_passage(new.quote.text)
    if not a.tokens or not b.tokens:
        return 0.0
    shared = sum(block.size for block in chain(a, b))
    return shared / max(len(a.tokens), len(b.tokens)) if shared > 1 else 0.0


def _broken(pairs: Iterable[tuple[Judged | None, Judged | None]]) -> list[Flag]:
    out = []
    for old, new in pairs:
        if not old or not new or old.verdict not in _RIGHT or new.verdict not in _BROKEN:
            continue
        message = f"The edit changed a quote that was right: it read “{_short(old.quote.text)}”. Put it back."
        evidence = (Evidence(old.quote.text, speaker=old.quote.speaker), *(of_match(m) for m in old.matches[:1]))
        quote = new.quote
        out.append(Flag("edit_broke_quote", Severity.HOLD, quote.start, quote.end, message, (quote.id,), evidence))
    return out


def _added(pairs: Iterable[tuple[Judged | None, Judged | None]], after: Report) -> list[Flag]:
    return [
        Flag("quote_added", Severity.NOTE, new.quote.start, new.quote.end, _ADDED, (new.quote.id,))
        for old, new in pairs
        if new and not old
    ]


def _removed(pairs: Iterable[tuple[Judged | None, Judged | None]], versions: Versions) -> list[Flag]:
    out = []
    for old, new in pairs:
        if old and not new:
            at = versions.place_of(old.quote.start)
            message = f"This quote was taken out: “{_short(old.quote.text)}”. Put it back if that was not meant."
            evidence = (Evidence(old.quote.text, speaker=old.quote.speaker),)
            out.append(Flag("quote_removed", Severity.NOTE, at, at, message, (), evidence))
    return out


def same_item(before: Report, after: Report, item: str) -> str | None:
    """The key of an item of one version (``f0`` the first flag, ``q3`` a quote) in another; None where it is gone.

    A flag is the same by its code and words, a quote by its words and speaker; of several alike by their order.
    """
    mine, theirs = (dict(_items(report, item[:1])) for report in (before, after))
    if item not in mine:
        return None
    alike = [key for key, about in mine.items() if about == mine[item]]
    found = [key for key, about in theirs.items() if about == mine[item]]
    return found[alike.index(item)] if alike.index(item) < len(found) else None


def _items(report: Report, kind: str) -> Iterator[tuple[str, object]]:
    """The items of a kind with what makes them the same in another version."""
    if kind == "f":
        for number, flag in enumerate(report.flags):
            yield f"f{number}", (flag.code, forms(report.article.text[flag.start : flag.end]))
    else:
        for judged in report.quotes:
            yield judged.quote.id, (forms(judged.quote.text), judged.quote.speaker)


def _settled(
    before: Report, after: Report, pairs: Sequence[tuple[Judged | None, Judged | None]]
) -> tuple[list[Flag], list[Flag], list[Flag]]:
    """The old flags that are gone, the new report's flags that stood before, and those that did not.

    What is gone names the quotes as the new report numbers them: none where they were taken out.
    """
    same = {old.quote.id: new.quote.id for old, new in pairs if old and new}
    standing = {_key(flag, after.article.text, None): flag for flag in after.flags}
    still: set[tuple[str, str]] = set()
    fixed = []
    for flag in before.flags:
        key = _key(flag, before.article.text, same)
        if key in standing:
            still.add(key)
        elif flag.code not in ("edit_broke_quote", "quote_added", "quote_removed"):
            fixed.append(replace(flag, quotes=tuple(same[one] for one in flag.quotes if one in same)))
    open_ = [flag for key, flag in standing.items() if key in still]
    kept = {id(flag) for flag in open_}
    new = [f for f in after.flags if id(f) not in kept and _key(f, after.article.text, None) not in still]
    return fixed, open_, new


def _key(flag: Flag, text: str, same: dict[str, str] | None) -> tuple[str, str]:
    """What makes two flags of two versions one: the code, and the quote or the words they are about."""
    if flag.quote is not None:
        return flag.code, flag.quote if same is None else same.get(flag.quote, f"gone {flag.quote}")
    return flag.code, " ".join(forms(text[flag.start : flag.end]))


def _ordered(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    order = {Severity.HOLD: 0, Severity.QUERY: 1, Severity.NOTE: 2}
    return tuple(sorted(flags, key=lambda flag: (order[flag.severity], flag.start, flag.end, flag.code)))


def _short(text: str, most: int = 80) -> str:
    """A quote's words for a sentence that goes on after them: a closing comma or full stop is not theirs there."""
    flat = " ".join(text.split()).rstrip(",;")
    flat = flat if flat.endswith("..") else flat.removesuffix(".")
    return flat if len(flat) <= most else flat[: most - 1].rsplit(" ", 1)[0] + "…"
