"""Reports for the browser: a very long one, an empty one, one in German, one written from right to left."""

from __future__ import annotations

from datetime import date

from bot.models import Article, DateMention, Report, Severity, Verdict
from tests.render.reports import Desk, verified

_ORDER = (Verdict.VERBATIM, Verdict.ALTERED, Verdict.UNVERIFIED, Verdict.EXCERPT, Verdict.SPLICED)


def long_report(quotes: int = 60) -> Report:
    """An article of sixty quotes, every fifth of them altered and every fifth run together, and a date in each line."""
    said = [f"The boat number {n} leaves at low tide and the crew of {n} knows it," for n in range(1, quotes + 1)]
    lines = [
        f"“{words}” said Roake on {n % 28 + 1} March {1960 + n}. Nobody on the quay had an answer to that."
        for n, words in enumerate(said)
    ]
    desk = Desk("Sixty boats, one tide\n\n" + "\n\n".join(lines))
    for n, words in enumerate(said):
        verdict = _ORDER[n % len(_ORDER)]
        entry = verified(n + 1, words.replace("knows", "always knew"), "Elias Roake")
        quoted = desk.quote(words, "Elias Roake", verdict, *([] if verdict is Verdict.UNVERIFIED else [entry]))
        if verdict in (Verdict.ALTERED, Verdict.SPLICED):
            code, severity = ("words_altered", Severity.QUERY) if n % 2 else ("material_change", Severity.HOLD)
            desk.flag(code, severity, words, "The draft has “knows” for “always knew”.", entry, quotes=[quoted])
    dates = []
    for n in range(quotes):
        written = f"{n % 28 + 1} March {1960 + n}."
        at = desk.text.index(written)
        dates.append(DateMention(written[:-1], at, at + len(written) - 1, f"{1960 + n}-03-{n % 28 + 1:02d}"))
    return Report(
        Article(desk.text, source="sixty.txt", outlet="The Marrow Tide", published=date(2025, 5, 14)),
        tuple(desk.quotes),
        tuple(dates),
        flags=tuple(desk.flags),
        store_size=60,
    )


def empty_report() -> Report:
    """An article in which nobody is quoted and nothing is dated."""
    return Report(Article("The tide came in, and after a while it went out again.", source="tide.txt"))


def hebrew_report() -> Report:
    """An article written from right to left, with a name and a paper of the other direction."""
    desk = Desk("המעבורת נשארת\n\n“החתול נשאר על הרציף ולא נוסע,” אמר Elias Roake לעיתון.\n\nאיש לא שאל את החתול.")
    said = "החתול נשאר על הרציף ולא נוסע,"
    entry = verified(1, "החתול לא נשאר על הרציף ולא נוסע,", "אליהו רואק")
    quoted = desk.quote(said, "Elias Roake", Verdict.ALTERED, entry)
    message = "The draft leaves out “לא”: a negation. Hear the recording or restore the words."
    desk.flag("material_change", Severity.HOLD, said, message, entry, quotes=[quoted])
    return Report(Article(desk.text, outlet="עיתון הנמל"), tuple(desk.quotes), flags=tuple(desk.flags), store_size=1)


def german_report() -> Report:
    """A German article with words long enough to be broken on a phone."""
    said = "Die Donaudampfschifffahrtsgesellschaftskapitänsprüfungsordnung gilt auch für die Hafenrundfahrt"
    desk = Desk(f"Die Fähre bleibt\n\n„{said}“, sagte Greta Halm, die Vorsitzende der Hafenverwaltung, am Montag.")
    desk.quote(said, "Greta Halm", Verdict.VERBATIM, verified(1, said, "Greta Halm"))
    return Report(Article(desk.text, source="faehre.txt"), tuple(desk.quotes), store_size=1)
