"""The life of a verified quote: confirmed, disputed, upheld, retracted, corrected, withdrawn, and never deleted.

A dispute ends with ``uphold``, ``retract`` or ``correct``; what is retracted, corrected or withdrawn stays so.  Each
decision is one line of the audit, and a correction is a new verified quote that names the old one.
"""

from __future__ import annotations

from dataclasses import replace

from bot.errors import DecisionRefused, WrongInput
from bot.models import State, VerifiedQuote
from store.audit import Decision, Signature, record
from store.database import Database
from store.place import Place
from store.quotes import AT_ONCE, NewQuote, QuoteRow, read_quote, write_quotes

_LEADS = {
    "dispute": ({State.VERIFIED}, State.DISPUTED),
    "uphold": ({State.DISPUTED}, State.VERIFIED),
    "retract": ({State.VERIFIED, State.DISPUTED}, State.RETRACTED),
    "correct": ({State.VERIFIED, State.DISPUTED}, State.CORRECTED),
    "confirm": ({State.WAITING}, State.VERIFIED),
    "withdraw": ({State.VERIFIED, State.WAITING}, State.WITHDRAWN),
    "share": ({State.VERIFIED}, State.SHARED),
}
_WITHOUT_REASON = ("confirm", "withdraw", "share")
_PARTICIPLE = {
    "dispute": "disputed", "uphold": "upheld", "retract": "retracted", "correct": "corrected",
    "confirm": "confirmed", "withdraw": "withdrawn", "share": "shared",
}  # fmt: skip
_REFUSED = {
    State.VERIFIED: "it is verified, so there is nothing to uphold or to confirm",
    State.DISPUTED: "it is disputed already; uphold, correct or retract it",
    State.CORRECTED: "it was corrected and stays as it is; decide on the corrected quote",
    State.RETRACTED: "it was retracted and stays so; add the words again if they stand after all",
    State.WAITING: "it waits for a second eye; confirm or withdraw it first",
    State.WITHDRAWN: "its verification was taken back; verify the words again if they stand after all",
    State.SHARED: "it was shared with the workspace; decide on the workspace's quote",
}


def decide(db: Database, place: Place, quote_id: int, action: str, signed: Signature, why: str) -> VerifiedQuote:
    """Disputes, upholds, retracts, confirms or withdraws a quote and gives it as it stands now.

    Raises ``NoSuchQuote``, ``DecisionRefused`` (its state does not allow it, or nobody confirms their own) and
    ``WrongInput`` (no reason).
    """
    quote = held(db, place, quote_id)
    decision = decision_on(quote, action, why)
    if action == "confirm" and signed.by in (quote.verified_by, quote.decided_by):
        raise DecisionRefused("You verified this quote yourself; somebody else must confirm it.", quote_id)
    record(db, place, [quote_id], decision, signed)
    return read_quote(db, place, quote_id)


def correct(db: Database, place: Place, quote_id: int, text: str, signed: Signature, why: str) -> VerifiedQuote:
    """Puts a new verified quote in the place of an old one, which is then corrected; gives the new one."""
    quote = held(db, place, quote_id)
    decision = decision_on(quote, "correct", why)
    if not text.strip() or text == quote.text:
        raise WrongInput("The corrected words are missing or the same as before; give the new words.", quote_id)
    scope, channel = home(db, quote_id)
    new, first = _corrected(db, quote, text, signed), replace(AT_ONCE, other_quote=quote_id)
    [new_id] = write_quotes(db, Place(place.team, channel), scope, [new], signed, first=first, corrects=quote_id)
    record(db, place, [quote_id], replace(decision, other_quote=new_id), signed)
    return read_quote(db, place, new_id)


def held(db: Database, place: Place, quote_id: int) -> VerifiedQuote:
    """A quote on which nobody else decides until the transaction ends; raises ``NoSuchQuote``."""
    read_quote(db, place, quote_id)
    db.hold("quote", quote_id)
    return read_quote(db, place, quote_id)


def decision_on(quote: VerifiedQuote, action: str, why: str) -> Decision:
    """The line that a decision adds; raises ``DecisionRefused`` where the quote's state does not allow it."""
    allowed, new_state = _LEADS[action]
    if quote.state not in allowed:
        refused = f"Quote {quote.quote_id} cannot be {_PARTICIPLE[action]}: {_REFUSED[quote.state]}."
        raise DecisionRefused(refused, quote.quote_id)
    if not why.strip() and action not in _WITHOUT_REASON:
        raise WrongInput("No reason is given; say why with --why.", why)
    return Decision(action, quote.state, new_state, why.strip() or None)


def home(db: Database, quote_id: int) -> tuple[int, str | None]:
    """The scope and the channel of a quote: its correction is seen where it is seen."""
    scope, channel = db.execute("SELECT scope, channel_id FROM quote WHERE id = ?", (quote_id,)).fetchone()
    return int(scope), channel


def _corrected(db: Database, old: VerifiedQuote, text: str, signed: Signature) -> NewQuote:
    """The new entry: the old one's place and source, the new words, and who stands for them."""
    asked = "SELECT speaker_as_written, kind, part_of, source, outlet, link, published FROM quote WHERE id = ?"
    as_written, kind, part_of, *own = db.execute(asked, (old.quote_id,)).fetchone()
    row = QuoteRow(
        text=text, speaker=old.speaker, said_on=old.said_on, venue=old.venue, verified_by=signed.by,
        verified_at=signed.at, against=old.against, note=old.note, external_id=old.external_id,
    )  # fmt: skip
    source, outlet, link, published = own
    row = replace(row, source=source, outlet=outlet, link=link, published=old.published if published else None)
    return NewQuote(
        row, described=old.source, article_id=old.article_id, position=old.position,
        speaker_as_written=as_written, cue=old.cue, kind=kind, part_of=part_of,
    )  # fmt: skip
