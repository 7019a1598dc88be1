"""What people decide on findings and quotes with the buttons: kept with who and when, shown, taken back by Undo.

A button's value is ``check:item`` or ``check:item:quote``: numbers that came back from Slack, so everything is looked
up again in the workspace that the request was signed for, and in the channel that it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from bot.errors import DecisionRefused, StoreError
from bot.models import Judged, Report, State, VerifiedQuote
from bot.reading import read_article
from bot.recheck import same_item
from bot.render.findings import not_in_store
from bot.render.slack import answer, plain_message, show_all, title_of
from handlers.answering import draw_item, post_parts, report_of, scope_of, shown
from handlers.doubts import ask_to_tell
from handlers.work import Work
from store.checks import Finding
from store.moments import read_moment
from store.quotes import QuoteRow
from store.scope import Scope
from store.threads import Thread

_GONE = "This check is no longer known here; check the article again."
_TAKEN_BACK = "taken back with Undo"


@dataclass(frozen=True, slots=True)
class Target:
    """What a button is about: a check, an item of it (``f0``, ``q3``), a stored quote."""

    check_id: int
    item: str | None = None
    quote_id: int | None = None

    @property
    def value(self) -> str:
        """The target as a button carries it."""
        return ":".join(str(part) for part in (self.check_id, self.item, self.quote_id) if part is not None)


def target_of(value: object) -> Target:
    """The target that a button's value names; raises ``StoreError`` for what no button of the bot says."""
    parts = str(value).split(":")
    item = parts[1] if len(parts) > 1 else None
    numbers = [parts[0], *parts[2:]]
    if len(parts) > 3 or not all(one.isascii() and one.isdigit() and len(one) < 19 for one in numbers):
        raise StoreError(_GONE, value)
    return Target(int(parts[0]), item, int(parts[2]) if len(parts) > 2 else None)


def thread_of(work: Work, target: Target) -> Thread:
    """The thread of a check, asked for from its own channel; raises ``StoreError``, and ``SharedChannel``."""
    work.services.channels.of(work.team, str(work.asked.get("channel")))
    return thread_in(
        work.services.store.threads.of_check(work.team, target.check_id), work.asked.get("channel"), target
    )


def thread_in(thread: Thread | None, channel: object, target: Target) -> Thread:
    """The thread where the request comes from its channel; raises ``StoreError`` for a number from elsewhere."""
    if thread is None or thread.channel != channel:
        raise StoreError(_GONE, target)
    return thread


def chosen(work: Work) -> None:
    """Does a job of kind ``choose``: a finding is ignored, or called not right."""
    target = target_of(work.asked["target"])
    thread = thread_of(work, target)
    _choose(work, thread, target, str(work.asked["choice"]))


def undone(work: Work) -> None:
    """Does a job of kind ``undo``: the last decision on an item is taken back."""
    target = target_of(work.asked["target"])
    thread = thread_of(work, target)
    scope, user = scope_of(work, thread), str(work.asked["user"])
    what = work.once("what", lambda: _settled(scope, target))
    if what is None:
        _choose(work, thread, target, "undo")
        return
    work.services.roles.require(work.team, user)
    done, quote_id = what
    if quote_id is not None and done != "known":
        work.once("undone", lambda: _undo(work, scope, done, quote_id))
    _settle(work, thread, target, "undo", None)
    if quote_id is not None:
        _redraw(work, scope, quote_id)


def verified(work: Work) -> None:
    """Does a job of kind ``verify``: the words of a quote go into the store, with who stands for them."""
    target = target_of(work.asked["target"])
    thread, user = thread_of(work, target), str(work.asked["user"])
    work.services.roles.require(work.team, user)
    into, scope = _writing_scope(work, thread), scope_of(work, thread)
    row = _row(work.asked["values"], report_of(scope.check(target.check_id)), target)
    eye = work.services.settings.workspace.second_eye
    at = work.once("at", lambda: datetime.now(UTC).isoformat())
    quote = into.quote(work.once("stored", lambda: into.verify(row, user, second_eye=eye, at=at).quote_id))
    known = quote.verified_at != at and quote.state is State.VERIFIED
    seen = quote.quote_id if into.place == scope.place else None  # a channel that turned private keeps it to itself
    _settle(work, thread, target, "known" if known else quote.state.value, seen)


def confirmed(work: Work) -> None:
    """Does a job of kind ``confirm``: the second eye."""
    user = str(work.asked["user"])
    work.services.roles.require(work.team, user)
    if str(work.asked["target"]).startswith("home:"):
        number = target_of(str(work.asked["target"]).partition(":")[2]).check_id
        scope = work.services.store.scope(work.team)
        _decide(work, scope, number, State.VERIFIED, lambda: scope.confirm(number, user))
        _redraw(work, scope, number)
        work.services.enqueue(work.team, "home", {"user": user}, lane=f"home:{user}", event=f"home:{work.job.id}")
        return
    target = target_of(work.asked["target"])
    thread = thread_of(work, target)
    scope = scope_of(work, thread)
    number = _quote_id(target)
    _decide(work, scope, number, State.VERIFIED, lambda: scope.confirm(number, user))
    _settle(work, thread, target, "verified", number)


def shared(work: Work) -> None:
    """Does a job of kind ``share``: a quote of a private channel becomes the workspace's."""
    target = target_of(work.asked["target"])
    thread, user = thread_of(work, target), str(work.asked["user"])
    work.services.roles.require(work.team, user)
    scope = scope_of(work, thread)
    copy = work.once("shared", lambda: _shared(scope, _quote_id(target), user))
    _settle(work, thread, target, "shared", copy)


def disputed(work: Work) -> None:
    """Does a job of kind ``dispute``: a stored quote is in doubt, and every thread that relied on it is told."""
    target = target_of(work.asked["target"])
    thread, user = thread_of(work, target), str(work.asked["user"])
    work.services.roles.require(work.team, user)
    scope, why = scope_of(work, thread), str(work.asked["values"].get("reason") or "")
    number = _quote_id(target)
    _decide(work, scope, number, State.DISPUTED, lambda: scope.dispute(number, user, why))
    _settle(work, thread, target, "disputed", number)
    services = work.services
    ask_to_tell(services.store, services.settings.workspace, work.team, number, str(work.job.id), thread.id)
    services.wake()


def stored_whole(work: Work) -> None:
    """Does a job of kind ``store_all``: every quote of a piece that ran, as verified."""
    target = target_of(work.asked["target"])
    thread, user = thread_of(work, target), str(work.asked["user"])
    work.services.roles.require(work.team, user)
    scope, values = _writing_scope(work, thread), work.asked["values"]
    report = report_of(scope_of(work, thread).check(target.check_id))
    article = report.article
    title = title_of(article)
    article = replace(article, link=values.get("source_link") or article.link)
    desk, eye = work.services.settings.desk, work.services.settings.workspace.second_eye
    reading = read_article(article, desk)
    against, note = values.get("against"), values.get("note")
    stored = work.once(
        "stored",
        lambda: [
            (one.quote_id, one.text, one.state.value)
            for one in scope.add_article(article, reading, user, against=against, note=note, second_eye=eye)
        ],
    )
    if scope.place == thread.place:
        _settle_all(work, thread, target, report, stored)
    work.post("told", plain_message(_stored_sentence(len(stored), title, eye)), thread.channel, thread.ts)


def _settle_all(
    work: Work, thread: Thread, target: Target, report: Report, stored: Sequence[tuple[int, str, str]]
) -> None:
    """Shows the quotes that nobody had verified as what they are now, in the whole answer and in the counts."""
    scope, user = scope_of(work, thread), str(work.asked["user"])
    by_words = {text: (number, state) for number, text, state in stored}
    for judged in not_in_store(report):
        if judged.quote.text in by_words:
            item, (number, state) = judged.quote.id, by_words[judged.quote.text]
            work.once(f"settled {item}", partial(scope.settle, target.check_id, item, state, user, number))
    draw_item(work, thread, target.check_id, "all")


def _stored_sentence(count: int, title: str, second_eye: bool) -> str:
    one = count == 1
    quotes = f"{count} {'quote' if one else 'quotes'} of “{title}”"
    if second_eye:
        return f"{quotes} {'waits' if one else 'wait'} for a second eye."
    return f"{quotes} {'is' if one else 'are'} stored as verified."


def answer_shown(work: Work) -> None:
    """Does a job of kind ``show``: the whole answer of the thread's newest check, what is still open first."""
    thread = thread_of(work, target_of(work.asked["target"]))
    if thread.check_id is not None:
        now = shown(work, thread, thread.check_id)
        post_parts(work, thread, now.check_id, answer(now.report, now.check_id, now.standings))


def all_shown(work: Work) -> None:
    """Does a job of kind ``show_all``: every match and every quote that is not in the store, in the thread."""
    target = target_of(work.asked["target"])
    thread = thread_of(work, target)
    now = shown(work, thread, target.check_id)
    post_parts(work, thread, target.check_id, show_all(now.report, now.check_id, now.standings))


def quote_in(report: Report, target: Target) -> Judged:
    """The draft's quote that an item is, or that a finding speaks of; raises ``StoreError``."""
    wanted = target.item or ""
    if wanted.startswith("f") and wanted[1:].isdigit() and int(wanted[1:]) < len(report.flags):
        wanted = report.flags[int(wanted[1:])].quote or ""
    found = next((judged for judged in report.quotes if judged.quote.id == wanted), None)
    if found is None:
        raise StoreError(_GONE, target)
    return found


def _redraw(work: Work, scope: Scope, quote_id: int) -> None:
    """Draws every message of the scope's checks anew in which a quote was settled."""
    for check_id, item in scope.items_of(quote_id):
        thread = work.services.store.threads.of_check(work.team, check_id)
        if thread is not None:
            draw_item(work, thread, check_id, item)


def stored_of(scope: Scope, target: Target) -> VerifiedQuote:
    """The stored quote that a button names, as its channel sees it; raises ``NoSuchQuote`` or ``StoreError``."""
    return scope.quote(_quote_id(target))


def _choose(work: Work, thread: Thread, target: Target, choice: str) -> None:
    """Notes a choice on a finding, and on the same one of the thread's newest check, and shows it."""
    scope, user = scope_of(work, thread), str(work.asked["user"])
    for one in _everywhere(work, thread, target):
        finding = _finding(scope, one)
        work.once(f"chosen {one.value}", partial(_chosen_on, scope, finding, choice, user))
        draw_item(work, thread, one.check_id, str(one.item))


def _chosen_on(scope: Scope, finding: Finding, choice: str, user: str) -> int:
    return scope.decide_finding(finding.id, choice, user).id


def _settle(work: Work, thread: Thread, target: Target, what: str, quote_id: int | None) -> None:
    """Notes what was done with an item, and with the same one of the thread's newest check, and shows it."""
    scope, user = scope_of(work, thread), str(work.asked["user"])
    for one in _everywhere(work, thread, target):
        settle = partial(scope.settle, one.check_id, str(one.item), what, user, quote_id)
        work.once(f"settled {one.value}", settle)
        draw_item(work, thread, one.check_id, str(one.item))


def _everywhere(work: Work, thread: Thread, target: Target) -> list[Target]:
    """The item that was decided on, and where the draft has been checked again since, the same one there."""
    if thread.check_id is None or thread.check_id == target.check_id:
        return [target]
    scope = scope_of(work, thread)
    before, now = (report_of(scope.check(number)) for number in (target.check_id, thread.check_id))
    item = same_item(before, now, str(target.item))
    return [target] if item is None else [target, Target(thread.check_id, item, target.quote_id)]


def _finding(scope: Scope, target: Target) -> Finding:
    for finding in scope.check(target.check_id).findings:
        if target.item == f"f{finding.position}":
            return finding
    raise StoreError(_GONE, target)


def _settled(scope: Scope, target: Target) -> tuple[str, int | None] | None:
    """What was done with an item's quote, and the stored quote that came of it; None where it is a finding's choice."""
    settled = scope.settled(target.check_id).get(target.item or "")
    return None if settled is None else (settled.what, settled.quote_id)


def _undo(work: Work, scope: Scope, what: str, quote_id: int) -> int:
    """Takes back what was done with a stored quote; raises ``DecisionRefused`` where that cannot be taken back."""
    user = str(work.asked["user"])
    if what == "disputed":
        return _decide(work, scope, quote_id, State.VERIFIED, lambda: scope.uphold(quote_id, user, _TAKEN_BACK))
    if what in ("verified", "waiting"):
        return _decide(work, scope, quote_id, State.WITHDRAWN, lambda: scope.withdraw(quote_id, user, _TAKEN_BACK))
    raise DecisionRefused("This cannot be taken back here; dispute the stored quote instead.", quote_id)


def _decide(work: Work, scope: Scope, quote_id: int, state: State, decide: Callable[[], VerifiedQuote]) -> int:
    """Takes a decision once, also where the process ended between the decision and the note of it."""

    def take() -> int:
        try:
            return decide().quote_id
        except DecisionRefused:
            now = scope.quote(quote_id)
            if work.job.tries == 1 or now.state is not state or now.decided_by != work.asked["user"]:
                raise
            return quote_id

    return work.once(f"decided {state.value}", take)


def _shared(scope: Scope, quote_id: int, user: str) -> int:
    """The workspace's copy of a channel's quote, shared now or by a process that ended before it said so."""
    if scope.quote(quote_id).state is State.SHARED:
        copies = [event.other_quote for event in scope.history(quote_id) if event.what == "share"]
        if copies and copies[-1] is not None:
            return copies[-1]
    return scope.share(quote_id, user).quote_id


def _writing_scope(work: Work, thread: Thread) -> Scope:
    """The scope to write to, after Slack was asked anew whether the channel is as private as it was."""
    now = work.services.channels.of(work.team, thread.channel, anew=True)
    return work.services.store.scope(work.team, now.place.channel)


def _row(values: Mapping[str, str | None], report: Report, target: Target) -> QuoteRow:
    """The verified quote that a window says: the draft's words, and what the verifier knows of them."""
    quote, article, said_on = quote_in(report, target).quote, report.article, values.get("said_on")
    return QuoteRow(
        text=quote.text,
        speaker=values.get("speaker") or quote.speaker,
        said_on=read_moment(said_on) if said_on else None,
        venue=quote.venue,
        source=title_of(article),
        outlet=article.outlet,
        link=values.get("source_link"),
        published=article.published,
        against=values.get("against"),
        note=values.get("note"),
    )


def _quote_id(target: Target) -> int:
    if target.quote_id is None:
        raise StoreError(_GONE, target)
    return target.quote_id
