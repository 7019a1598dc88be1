"""All that one workspace, or one private channel of it, may see and do in the store.

A ``Scope`` is the archive that the judgement asks (``bot.archive.Archive``), and the desk's own verbs: add,
verify, find, confirm, dispute, uphold, retract, correct, withdraw, share.  A channel reads what the workspace has
verified beside its own; what it adds stays its own until it is shared.  Every verb is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bot.archive import Candidates, KnownName
from bot.models import Article, KnownAge, KnownFact, Reading, State, VerifiedQuote
from bot.names.relation import Relation, relation
from bot.transcripts import Transcript
from store import articles, checks, decisions, facts, lookup, quotes, settled, speakers, transcripts, verifying
from store.audit import Event, events, signature
from store.database import Connections, Database
from store.intake import Added, Intake
from store.place import Place, known_scope, own_scope, visible_scopes
from store.postings import Postings
from store.quotes import QuoteRow
from store.ranking import ranked
from store.search import gather, wordings


class Scope:
    """One workspace's view of the store, or one private channel's."""

    def __init__(self, connections: Connections, place: Place) -> None:
        self._connections = connections
        self.place = place

    def size(self) -> int:
        """The number of verified quotes in this scope, in whatever state: waiting and withdrawn ones too."""
        with self._connections.reading() as db:
            return sum(scope.quotes for scope in visible_scopes(db, self.place))

    def verified(self) -> int:
        """The number of verified quotes in this scope that drafts are compared with."""
        with self._connections.reading() as db:
            return quotes.counted(db, self.place)

    def candidates(self, text: str, speaker: str | None = None) -> Candidates:
        """Every verified quote that shares five running words with the text, or is nearly the same if short.

        Best first.  Of one or two words, those of ``speaker`` are found before anybody else's.  Only those are read
        whole that explain the text, and the speaker's own: ``numbered`` reads the others.
        """
        sequences = wordings(text)
        if not sequences:
            return Candidates()
        with self._connections.reading() as db:
            found = [gather(postings, sequences, speaker) for postings in self._postings(db)]
            ids = {one for gathered in found for one in gathered.weights}
            ids -= quotes.uncounted(db, ids)
            prints, said = quotes.read_wordprints(db, ids)
            worth, rest = ranked(sequences, prints, {one for gathered in found for one in gathered.certain} & ids)
            own = [one for one in rest if relation(speaker, said[one]) is Relation.SAME]
            kept = tuple(quotes.read_quotes(db, self.place, [*worth, *own]))
        read = {*worth, *own}
        others = tuple(one for one in rest if one not in read)
        return Candidates(kept, any(gathered.truncated for gathered in found), len(worth), others)

    def sequence(self, article_id: int) -> tuple[VerifiedQuote, ...]:
        """The quotes of an article in the order in which they stand in it, corrected ones in their new wording."""
        with self._connections.reading() as db:
            return articles.sequence(db, self.place, article_id)

    def facts(self, keys: Sequence[str]) -> tuple[KnownFact, ...]:
        """The dated events of verified articles that carry any of these keys."""
        with self._connections.reading() as db:
            return facts.known_facts(db, visible_scopes(db, self.place), keys)

    def ages(self, surnames: Sequence[str]) -> tuple[KnownAge, ...]:
        """The ages and births, in verified articles, of people with any of these surnames."""
        with self._connections.reading() as db:
            return facts.known_ages(db, visible_scopes(db, self.place), surnames)

    def names(self, article_ids: Sequence[int]) -> tuple[KnownName, ...]:
        """The names that these verified articles use."""
        with self._connections.reading() as db:
            return articles.article_names(db, self.place, article_ids)

    def speakers_like(self, name: str) -> tuple[KnownName, ...]:
        """Speakers whose surname is this name's or is spelled nearly like it; the very name comes first."""
        with self._connections.reading() as db:
            return speakers.speakers_like(db, visible_scopes(db, self.place), name)

    def add_article(
        self,
        article: Article,
        reading: Reading,
        by: str,
        *,
        against: str | None = None,
        note: str | None = None,
        at: str | None = None,
        second_eye: bool = False,
    ) -> tuple[VerifiedQuote, ...]:
        """Stores what was read in an article as verified by somebody, and gives its quotes as stored.

        The same text again adds nothing and gives what is there; only quotes that were withdrawn since are verified
        anew.  ``against`` is what the words were held to (recording, transcript); ``at`` is ISO 8601, now where it
        is None.  With ``second_eye`` the quotes wait until somebody else confirms them.
        """
        first = quotes.WAITING if second_eye else quotes.AT_ONCE
        verification = articles.Verification(signature(by, at), against, note, first)
        with self._connections.writing() as db:
            article_id = articles.write_article(db, self.place, article, reading, verification)
            return articles.article_quotes(db, self.place, article_id)

    def add_transcript(
        self,
        article: Article,
        transcript: Transcript,
        by: str,
        *,
        said_on: str | None = None,
        against: str | None = None,
        note: str | None = None,
        at: str | None = None,
        second_eye: bool = False,
    ) -> tuple[VerifiedQuote, ...]:
        """Stores the turns of a transcript as verified by somebody, and gives them as stored.

        ``article`` is what is known of the recording (title, outlet, link), its text the transcript's; the link of a
        turn opens the recording at its second.  The same words and speakers again add nothing, as with an article.
        """
        first = quotes.WAITING if second_eye else quotes.AT_ONCE
        verification = articles.Verification(signature(by, at), against, note, first)
        with self._connections.writing() as db:
            number = transcripts.write_transcript(db, self.place, article, transcript, said_on, verification)
            return articles.article_quotes(db, self.place, number)

    def add_quotes(
        self,
        rows: Iterable[QuoteRow],
        by: str,
        *,
        second_eye: bool = False,
        at: str | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Added:
        """Adds verified quotes, thousands at a time; one that is there already is left as it is.

        With ``second_eye`` those wait that only ``by`` stands for; for one that names another verifier two people do.
        ``progress`` is told after each transaction how many rows have been dealt with.
        """
        return Intake(self._connections, self.place, signature(by, at), second_eye).take(rows, progress)

    def held(self, rows: Iterable[QuoteRow], by: str) -> list[tuple[bytes, bool]]:
        """For each row what it is known again by, and whether an import would find it here already."""
        signed = signature(by)
        new = [quotes.NewQuote(quotes.signed_row(row, signed)) for row in rows]
        with self._connections.reading() as db:
            scope = known_scope(db, self.place)
            unknown = new if scope is None else quotes.unknown_quotes(db, scope, new)
        fresh = {one.identity() for one in unknown}
        return [(one.identity(), one.identity() not in fresh) for one in new]

    def verify(self, row: QuoteRow, by: str, *, second_eye: bool = False, at: str | None = None) -> VerifiedQuote:
        """Adds one quote, verified or waiting for a second eye; gives it, or the same one that is there already.

        Raises ``DecisionRefused`` where the words were corrected since, ``WrongInput`` where there are none.
        """
        signed = signature(by, at)
        with self._connections.writing() as db:
            return verifying.verify(db, self.place, row, signed, quotes.WAITING if second_eye else quotes.AT_ONCE)

    def waiting(self) -> tuple[VerifiedQuote, ...]:
        """The quotes that wait for a second eye, oldest first."""
        with self._connections.reading() as db:
            return quotes.waiting_quotes(db, self.place)

    def quote(self, quote_id: int) -> VerifiedQuote:
        """One verified quote by its number; raises ``NoSuchQuote``."""
        with self._connections.reading() as db:
            return quotes.read_quote(db, self.place, quote_id)

    def numbered(self, quote_ids: Sequence[int]) -> tuple[VerifiedQuote, ...]:
        """The verified quotes of these numbers that this scope sees, in their order."""
        with self._connections.reading() as db:
            return tuple(quotes.read_quotes(db, self.place, quote_ids))

    def quotes(self, *, state: State | None = None) -> Iterator[VerifiedQuote]:
        """Every quote that this scope sees, in whatever state, oldest first; those in one state where it is named."""
        condition = "(:state IS NULL OR state = :state) ORDER BY id"
        with self._connections.reading() as db:
            yield from quotes.quotes_where(db, self.place, condition, state=state)

    def find(self, words: str, speaker: str | None = None, limit: int = 20) -> list[VerifiedQuote]:
        """Verified quotes that hold these words in any order or spelling, best first."""
        with self._connections.reading() as db:
            scopes = list(self._postings(db))
            ids = {one for postings in scopes for one in lookup.look_up(postings, words, speaker)}
            ids -= quotes.uncounted(db, ids)
            best = lookup.best_first(words, quotes.read_wordprints(db, ids)[0].items())
            return quotes.read_quotes(db, self.place, best[:limit])

    def confirm(self, quote_id: int, by: str) -> VerifiedQuote:
        """Ends the waiting of a quote, which is verified now; raises ``DecisionRefused`` to who verified it."""
        return self._decide(quote_id, "confirm", by, "")

    def withdraw(self, quote_id: int, by: str, why: str = "") -> VerifiedQuote:
        """Takes a verification back: the quote counts no more; raises ``NoSuchQuote`` or ``DecisionRefused``."""
        return self._decide(quote_id, "withdraw", by, why)

    def share(self, quote_id: int, by: str) -> VerifiedQuote:
        """Puts a copy of this channel's quote into the workspace, which counts instead of it; gives the copy.

        Raises ``DecisionRefused`` where the quote is not the channel's own, or not verified.
        """
        signed = signature(by)
        with self._connections.writing() as db:
            return verifying.share(db, self.place, quote_id, signed)

    def dispute(self, quote_id: int, by: str, why: str) -> VerifiedQuote:
        """Marks a verified quote as disputed; raises ``NoSuchQuote`` or ``DecisionRefused``."""
        return self._decide(quote_id, "dispute", by, why)

    def uphold(self, quote_id: int, by: str, why: str) -> VerifiedQuote:
        """Ends a dispute: the quote is verified again; raises ``NoSuchQuote`` or ``DecisionRefused``."""
        return self._decide(quote_id, "uphold", by, why)

    def retract(self, quote_id: int, by: str, why: str) -> VerifiedQuote:
        """Takes a quote back for good; raises ``NoSuchQuote`` or ``DecisionRefused``."""
        return self._decide(quote_id, "retract", by, why)

    def correct(self, quote_id: int, text: str, by: str, why: str) -> VerifiedQuote:
        """Puts a new verified quote in the place of this one, which is then corrected; gives the new one."""
        signed = signature(by)
        with self._connections.writing() as db:
            return decisions.correct(db, self.place, quote_id, text, signed, why)

    def history(self, quote_id: int) -> tuple[Event, ...]:
        """What was decided on a quote, by whom, when and why, the first line first; raises ``NoSuchQuote``."""
        with self._connections.reading() as db:
            quotes.read_quote(db, self.place, quote_id)
            return events(db, self.place, quote_id)

    def alias(self, speaker: str, alias: str, by: str) -> None:
        """Notes another name of a speaker, so that ``speakers_like`` knows both; raises ``WrongInput``."""
        signed = signature(by)
        with self._connections.writing() as db:
            scope = own_scope(db, self.place)
            speakers.add_alias(db, self.place, scope, speaker, alias, signed)

    def save_check(self, report_json: str, by: str, *, thread: str | None = None, at: str | None = None) -> int:
        """Keeps a check's report with its findings, by thread where it has one; gives the check's number."""
        signed = signature(by, at)
        with self._connections.writing() as db:
            return checks.save_check(db, self.place, report_json, thread, signed)

    def check(self, check_id: int) -> checks.Check:
        """A check with its findings and what was chosen on them; raises ``StoreError`` if it is not here."""
        with self._connections.reading() as db:
            return checks.read_check(db, self.place, check_id)

    def decide_finding(self, finding_id: int, choice: str, by: str, why: str | None = None) -> checks.Finding:
        """Notes somebody's choice on a finding (``ignore``, ``not_right``, ``undo``); gives it as it stands now."""
        signed = signature(by)
        with self._connections.writing() as db:
            return checks.decide_finding(db, self.place, finding_id, choice, signed, why)

    def forget_checks(self, before: str) -> int:
        """Forgets the texts of checks made before a moment (ISO 8601, UTC); their counts stay."""
        with self._connections.writing() as db:
            return checks.forget_checks(db, before, self.place)

    def recent_checks(self, by: str, limit: int = 10) -> tuple[checks.Recent, ...]:
        """Somebody's checks in this place, latest first, without their reports; of a thread the last one."""
        with self._connections.reading() as db:
            return checks.recent_checks(db, self.place.team, by, limit, self.place)

    def settle(self, check_id: int, item: str, what: str, by: str, quote_id: int | None = None) -> None:
        """Notes what was done with an item of a check (``undo`` takes it back), and the stored quote of it."""
        signed = signature(by)
        with self._connections.writing() as db:
            settled.settle(db, self.place, check_id, item, what, signed, quote_id)

    def settled(self, check_id: int) -> Mapping[str, settled.Settled]:
        """The items of a check that something was done with and not undone; raises ``StoreError``."""
        with self._connections.reading() as db:
            return settled.settled(db, self.place, check_id)

    def items_of(self, quote_id: int) -> tuple[tuple[int, str], ...]:
        """The items of checks, each with its check's number, from which a stored quote was settled, in that order."""
        with self._connections.reading() as db:
            return settled.items_of(db, self.place, quote_id)

    def wrong_alarms(self) -> dict[str, int]:
        """How often findings of each code were called not right."""
        with self._connections.reading() as db:
            return checks.wrong_alarms(db, self.place)

    def _postings(self, db: Database) -> Iterator[Postings]:
        for scope in visible_scopes(db, self.place):
            yield db.index(scope.id, scope.quotes)

    def _decide(self, quote_id: int, action: str, by: str, why: str) -> VerifiedQuote:
        signed = signature(by)
        with self._connections.writing() as db:
            return decisions.decide(db, self.place, quote_id, action, signed, why)
