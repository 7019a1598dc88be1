"""Reports of many quotes, tame and hostile, written down as a check would give them."""

from __future__ import annotations

from bot.models import Article, Report, Severity, Verdict

from ..reports import Desk, verified

HOSTILE = "<!channel> *bold* _leaning_ `code` :smile: <@U0123456789> &lt; & <https://x.example|y> \u202e\x07 end"
TAME = "The boats are full, and the people who run them are staying until the harbour says otherwise,"
KIM = "U0KIM00001"


def long_report(quotes: int, changed: int = 0, absent: int = 0, words: str = TAME) -> Report:
    """A report whose first quotes are changed, the next not in the store, and the others verified."""
    said = [f"{words} pier {number}" for number in range(quotes)]
    desk = Desk("\n\n".join(f"“{each}” said Elias Roake." for each in said))
    for number, each in enumerate(said):
        if number < changed:
            entry = verified(number + 1, f"Not {each}", "Elias Roake", verified_by=KIM)
            quote = desk.quote(each, "Elias Roake", Verdict.ALTERED, entry)
            desk.flag("material_change", Severity.HOLD, each, "The draft leaves out “not”.", entry, quotes=[quote])
        elif number < changed + absent:
            desk.quote(each, "Elias Roake", Verdict.UNVERIFIED)
        else:
            entry = verified(number + 1, each, "Elias Roake", verified_by=KIM)
            desk.quote(each, "Elias Roake", Verdict.VERBATIM, entry)
    return Report(Article(desk.text, title=words[:40]), tuple(desk.quotes), flags=tuple(desk.flags))


def rewritten_report() -> Report:
    """A report of one long quote of which no word is the verified one."""
    said, stored = "crews leave early, " * 200, "people stay late, " * 200
    desk = Desk(f"“{said}” said Elias Roake.")
    entry = verified(1, stored, "Elias Roake")
    quote = desk.quote(said, "Elias Roake", Verdict.ALTERED, entry)
    desk.flag("words_altered", Severity.QUERY, said, f"The draft has “{said}” for “{stored}”.", entry, quotes=[quote])
    return Report(Article(desk.text), tuple(desk.quotes), flags=tuple(desk.flags))
