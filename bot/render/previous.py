"""An earlier report, read back from its JSON so that a corrected draft can be compared with it.

The document comes from a file that an editor kept, so everything in it is checked; keys that this version
does not know are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from bot.errors import WrongInput
from bot.models import (
    AgeMention,
    Article,
    Change,
    Confidence,
    DateMention,
    Dropped,
    Edit,
    Evidence,
    Flag,
    Judged,
    Kind,
    Match,
    Notice,
    Quote,
    Recheck,
    Report,
    Severity,
    State,
    Verdict,
    VerifiedQuote,
)

Document = Mapping[str, Any]
T = TypeVar("T")
_NO_REPORT = "This is not a report of Verbatim: give the file that `verbatim check --json` wrote."
_NEWER = "This report was written by a newer Verbatim: update this one, or check the earlier draft again."


def read_report(document: Document) -> Report:
    """The report that a document holds; raises ``WrongInput`` where it is none, or a newer one.

    What a document does not keep (the size of the store, the time it took, places in a stored article)
    comes back at its default.
    """
    if not isinstance(document, Mapping) or not isinstance(document.get("version"), int):
        raise WrongInput(_NO_REPORT)
    if document["version"] > 1:
        raise WrongInput(_NEWER, document["version"])
    try:
        return _report(document)
    except (KeyError, TypeError, ValueError, AttributeError) as reason:
        raise WrongInput(_NO_REPORT, repr(reason)) from reason


def _report(document: Document) -> Report:
    recheck = document.get("recheck")
    return Report(
        article=_article(document["article"]),
        quotes=_each(document["quotes"], _judged),
        dates=_each(document["dates"], _date),
        ages=_each(document["ages"], _age),
        flags=_each(document["flags"], _flag),
        notices=_each(document["notices"], lambda row: Notice(_text(row["code"]), _text(row["message"]))),
        recheck=None if recheck is None else _recheck(recheck),
    )


def _each(rows: object, read: Callable[[Document], T]) -> tuple[T, ...]:
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise TypeError("a list was expected")
    return tuple(read(row) for row in rows)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def _known(row: Document, key: str) -> str | None:
    value = row.get(key)
    return None if value is None else _text(value)


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a whole number was expected")
    return value


def _place(row: Document) -> tuple[int, int]:
    start, end = _number(row["start"]), _number(row["end"])
    if not 0 <= start <= end:
        raise ValueError("a place outside the text")
    return start, end


def _day(row: Document, key: str) -> date | None:
    written = _known(row, key)
    return None if written is None else date.fromisoformat(written)


def _article(row: Document) -> Article:
    return Article(
        text=_text(row["text"]),
        title=_known(row, "title"),
        source=_known(row, "source"),
        outlet=_known(row, "outlet"),
        link=_known(row, "link"),
        published=_day(row, "published"),
        dropped=_each(row.get("dropped", ()), lambda each: Dropped(*_place(each), _text(each["reason"]))),
    )


def _judged(row: Document) -> Judged:
    return Judged(_quote(row), Verdict(row["verdict"]), _each(row["matches"], _match))


def _quote(row: Document) -> Quote:
    start, end = _place(row)
    speaker_start, speaker_end = row.get("speaker_start"), row.get("speaker_end")
    return Quote(
        id=_text(row["id"]),
        text=_text(row["text"]),
        start=start,
        end=end,
        kind=Kind(row["kind"]),
        group=_known(row, "group"),
        speaker=_known(row, "speaker"),
        speaker_as_written=_known(row, "speaker_as_written"),
        speaker_start=None if speaker_start is None else _number(speaker_start),
        speaker_end=None if speaker_end is None else _number(speaker_end),
        confidence=Confidence(row["confidence"]),
        reason=_known(row, "reason") or "",
        cue=_known(row, "cue"),
        venue=_known(row, "venue"),
        said_on=_known(row, "said_on"),
        in_body=row.get("in_body") is not False,
    )


def _match(row: Document) -> Match:
    return Match(_verified(row), float(row["score"]), _each(row["diff"], _edit))


def _verified(row: Document) -> VerifiedQuote:
    return VerifiedQuote(
        quote_id=_number(row["quote_id"]),
        text=_text(row["text"]),
        speaker=_known(row, "speaker"),
        external_id=_known(row, "external_id"),
        cue=_known(row, "cue"),
        venue=_known(row, "venue"),
        said_on=_known(row, "said_on"),
        source=_known(row, "source"),
        outlet=_known(row, "outlet"),
        link=_known(row, "link"),
        published=_day(row, "published"),
        verified_by=_known(row, "verified_by"),
        verified_at=_known(row, "verified_at"),
        against=_known(row, "against"),
        note=_known(row, "note"),
        state=State(row["state"]),
        second=_second(row),
    )


def _edit(row: Document) -> Edit:
    places = [_number(row[key]) for key in ("draft_start", "draft_end", "verified_start", "verified_end")]
    return Edit(
        op=_text(row["op"]),
        draft=_text(row["draft"]),
        draft_start=places[0],
        draft_end=places[1],
        verified=_text(row["verified"]),
        verified_start=places[2],
        verified_end=places[3],
    )


def _date(row: Document) -> DateMention:
    return DateMention(_text(row["text"]), *_place(row), _known(row, "value"), _text(row["kind"]))


def _age(row: Document) -> AgeMention:
    return AgeMention(_text(row["person"]), _number(row["age"]), *_place(row))


def _flag(row: Document) -> Flag:
    start, end = _place(row)
    return Flag(
        code=_text(row["code"]),
        severity=Severity(row["severity"]),
        start=start,
        end=end,
        message=_text(row["message"]),
        quotes=_each(row["quotes"], _text),
        evidence=_each(row["evidence"], _evidence),
    )


def _evidence(row: Document) -> Evidence:
    quote_id = row.get("quote_id")
    return Evidence(
        text=_text(row["text"]),
        quote=_known(row, "quote"),
        quote_id=None if quote_id is None else _number(quote_id),
        speaker=_known(row, "speaker"),
        source=_known(row, "source"),
        outlet=_known(row, "outlet"),
        link=_known(row, "link"),
        said_on=_known(row, "said_on"),
        published=_day(row, "published"),
        verified_by=_known(row, "verified_by"),
        verified_at=_known(row, "verified_at"),
        second=_second(row),
    )


def _second(row: Document) -> int | None:
    return None if row.get("second") is None else _number(row["second"])


def _change(row: Document) -> Change:
    return Change(_text(row["before"]), _number(row["before_start"]), *_place(row))


def _recheck(row: Document) -> Recheck:
    fixed, still, new = (_each(row[key], _flag) for key in ("fixed", "open", "new"))
    edited = _each(row.get("changes", ()), _change)
    return Recheck(fixed=fixed, open=still, new=new, changes=edited)
