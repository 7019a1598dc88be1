"""Reports shown in a thread: the root message with its counts, the answer below it, and both drawn anew later."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.errors import StoreError
from bot.models import Report, State, VerifiedQuote
from bot.render.document import report_document
from bot.render.previous import read_report
from bot.render.slack import Asked, Part, Standing, Standings, about, answer_part, root_done, root_failed, title_of
from handlers.pages import Page, page_link
from handlers.sources import first_title
from handlers.work import Work
from store.checks import Check
from store.scope import Scope
from store.settled import Settled
from store.threads import Thread

_FORGOTTEN = "The text of this check is no longer kept. Check the article again."
KEPT = "check"
"""The step in which a job has kept its check: what is left is to show it."""
_CHOSEN = {"ignore": "ignored", "not_right": "not_right"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A check as the thread shows it: its report, and what people have decided on it."""

    check_id: int
    report: Report
    standings: Standings


def scope_of(work: Work, thread: Thread) -> Scope:
    """The part of the store that a thread sees, and writes to."""
    return work.services.store.scope(thread.place.team, thread.place.channel)


def asked_in(work: Work, thread: Thread, check_id: int | None = None, report: Report | None = None) -> Asked:
    """What the root message of a thread says of who asked for what."""
    page = page_link(work.services.settings.workspace, Page(work.team, check_id)) if check_id else None
    if report is None:
        return Asked(thread.by, str(thread.about.get("title") or "Draft"), "", check_id, page)
    return Asked(thread.by, title_of(report.article), about(report.article), check_id, page)


def keep(work: Work, thread: Thread, judge: Callable[[], Report]) -> int:
    """Keeps a report as the latest check of a thread, made once; gives the check's number."""

    def save() -> int:
        document = json.dumps(report_document(judge()), ensure_ascii=False)
        return scope_of(work, thread).save_check(document, thread.by, thread=str(thread.id))

    check_id = work.once(KEPT, save)
    work.services.store.threads.set_check(thread.id, check_id)
    return check_id


def shown(work: Work, thread: Thread, check_id: int) -> Shown:
    """A check of a thread as it stands now; raises ``StoreError`` where its text is no longer kept."""
    scope = scope_of(work, thread)
    kept = scope.check(check_id)
    standings: dict[str, Standing] = {}
    for finding in kept.findings:
        if finding.choice in _CHOSEN:
            standings[f"f{finding.position}"] = Standing(_CHOSEN[finding.choice], finding.by or "")
    for item, settled in scope.settled(check_id).items():
        if standing := _standing(scope, settled):
            standings[item] = standing
    return Shown(check_id, report_of(kept), standings)


def _standing(scope: Scope, settled: Settled) -> Standing | None:
    """What was done with an item, as the stored quote that came of it stands now; None where it stands no more."""
    if settled.quote_id is None:
        return Standing(settled.what, settled.by)
    quote = scope.quote(settled.quote_id)
    if quote.state is State.VERIFIED:
        return _verified(scope, settled, quote)
    if quote.state not in (State.WAITING, State.DISPUTED):
        return None
    by = quote.decided_by if quote.state is State.DISPUTED else quote.verified_by
    return Standing(quote.state.value, by or settled.by, settled.quote_id)


def _verified(scope: Scope, settled: Settled, quote: VerifiedQuote) -> Standing | None:
    """How a quote counts for an item: as verified from it, or somewhere before, or shared; a lifted dispute is over."""
    if settled.what == "disputed":
        return None
    by = quote.verified_by or settled.by
    confirmed = next((event.by for event in scope.history(quote.quote_id) if event.what == "confirm"), None)
    what = settled.what if settled.what in ("known", "shared") else "verified"
    shareable = what == "verified" and scope.place.channel is not None
    return Standing(what, by, settled.quote_id, shareable, confirmed)


def report_of(kept: Check) -> Report:
    """The report of a check as it was kept; raises ``StoreError`` where its text is no longer kept."""
    if kept.report is None:
        raise StoreError(_FORGOTTEN, kept.id)
    return read_report(json.loads(kept.report))


def draw_root(work: Work, thread: Thread, now: Shown, slow_seconds: float | None = None) -> None:
    """Draws the root message of a thread with the counts as they stand."""
    if thread.root is not None:
        asked = asked_in(work, thread, now.check_id, now.report)
        work.update(thread.channel, thread.root, root_done(asked, now.report, now.standings, slow_seconds))


def draw_failed(work: Work, thread: Thread, why: str) -> None:
    """Says in the root message that there is no answer, and why."""
    if thread.root is not None:
        asked = asked_in(work, thread, thread.check_id)
        if "source" in work.asked and not thread.about.get("title"):
            asked = replace(asked, title=first_title(work.asked["source"]))
        work.update(thread.channel, thread.root, root_failed(asked, why))


def post_parts(work: Work, thread: Thread, check_id: int, parts: Iterable[Part], step: str = "part") -> None:
    """Posts an answer in a thread, each message once, and remembers what each shows."""
    for number, part in enumerate(parts):
        ts = work.post(f"{step}{number}", part.message, thread.channel, thread.ts)
        work.services.store.threads.note_answer(thread.id, check_id, ts, part.items)
    work.services.meters.answered((datetime.now(UTC) - work.asked_at).total_seconds())


def draw_item(work: Work, thread: Thread, check_id: int, item: str) -> None:
    """Draws the messages that show an item anew, and the root message where the check is the thread's latest."""
    now = shown(work, thread, check_id)
    for known in work.services.store.threads.answers(check_id):
        if item in known.items or item == "all":
            work.update(known.channel, known.ts, answer_part(now.report, check_id, known.items, now.standings))
    if thread.check_id == check_id:
        draw_root(work, thread, now)
