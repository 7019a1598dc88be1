"""One quote verified by hand, and a channel's quote shared with the whole workspace."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.errors import DecisionRefused, WrongInput
from bot.language.text import search_forms
from bot.models import State, VerifiedQuote
from store.audit import Decision, Signature, record
from store.database import Database
from store.decisions import decision_on, held, home
from store.place import Place, own_scope, visible_scopes
from store.quotes import NewQuote, QuoteRow, read_quote, read_quotes, signed_row, write_quotes
from store.spoken import write_times

_STANDING = (State.VERIFIED, State.DISPUTED, State.WAITING)


def verify(db: Database, place: Place, row: QuoteRow, signed: Signature, first: Decision) -> VerifiedQuote:
    """Adds one quote and gives it as stored; where the place sees the same quote already, gives that one.

    Words whose verification was withdrawn, or that were retracted, go in anew.  Raises ``DecisionRefused`` where they
    were corrected since.
    """
    if not search_forms(row.text):
        raise WrongInput("There are no words to verify; give the speaker's words.")
    scope = own_scope(db, place)
    new = NewQuote(signed_row(row, signed))
    known = _standing(db, place, new)
    if known is not None:
        return known
    [quote_id] = write_quotes(db, place, scope, [new], signed, first=first)
    return read_quote(db, place, quote_id)


def share(db: Database, place: Place, quote_id: int, signed: Signature) -> VerifiedQuote:
    """Puts a copy of a channel's quote into the workspace, and gives it; the channel's own then counts no more.

    The same words already in the workspace are given instead of a copy; as long as those wait for a second eye, the
    channel's own keeps its place.  Raises ``DecisionRefused`` for what is not the channel's own, or not verified.
    """
    quote = held(db, place, quote_id)
    if place.channel is None or home(db, quote_id)[1] != place.channel:
        sentence = f"Quote {quote_id} is the whole workspace's already, so there is nothing to share."
        raise DecisionRefused(sentence, quote_id)
    decision = decision_on(quote, "share", "")
    workspace = Place(place.team)
    scope, copy = own_scope(db, workspace), _copy(db, quote)
    there = _standing(db, workspace, copy)
    if there is not None and there.state is State.WAITING:
        return there
    if there is None:
        first = Decision("share", None, State.VERIFIED, other_quote=quote_id)
        [there_id] = write_quotes(db, workspace, scope, [copy], signed, first=first)
        write_times(db, workspace, [(there_id, quote.times)])
    else:
        there_id = there.quote_id
        joined = Decision("share", there.state, there.state, other_quote=quote_id)
        record(db, workspace, [there_id], joined, signed)
    record(db, place, [quote_id], replace(decision, other_quote=there_id), signed)
    return read_quote(db, place, there_id)


def _standing(db: Database, place: Place, new: NewQuote) -> VerifiedQuote | None:
    """The same quote as the place sees it, verified before disputed before waiting; None where none stands."""
    scopes = json.dumps([scope.id for scope in visible_scopes(db, place)])
    asked = "SELECT id FROM quote WHERE scope IN INTS(?) AND identity = ? ORDER BY id"
    same = read_quotes(db, place, [row[0] for row in db.execute(asked, (scopes, new.identity()))])
    for state in _STANDING:
        for quote in same:
            if quote.state is state:
                return quote
    for quote in same:
        if quote.state is State.CORRECTED:
            sentence = f"These words were corrected (quote {quote.quote_id}); use the new wording."
            raise DecisionRefused(sentence, quote.quote_id)
    return None


def _copy(db: Database, quote: VerifiedQuote) -> NewQuote:
    """The same quote out of its article: with the source, outlet, link and date that the article gave it."""
    asked = "SELECT speaker_as_written, kind FROM quote WHERE id = ?"
    as_written, kind = db.execute(asked, (quote.quote_id,)).fetchone()
    row = QuoteRow(
        quote.text, quote.speaker, quote.said_on, quote.venue, quote.source, quote.outlet, quote.link, quote.published,
        quote.verified_by, quote.verified_at, quote.against, quote.note, quote.external_id,
    )  # fmt: skip
    return NewQuote(row, speaker_as_written=as_written, cue=quote.cue, kind=kind)
