"""Who is told that a stored quote no longer stands: every thread whose checks relied on it, once."""

from __future__ import annotations

from bot.render.slack import disputed_notice
from bot.settings import Workspace
from handlers.answering import scope_of
from handlers.retention import kept_since
from handlers.work import Work
from store import Store
from store.place import Place


def ask_to_tell(store: Store, workspace: Workspace, team: str, quote_id: int, decision: str, here: int | None) -> int:
    """Asks for the threads to be told of a decision, all but the thread ``here``; gives how many there are.

    ``decision`` names the decision, so that a thread hears of each one once, however often it is asked for.
    """
    threads = [one for one in store.threads.that_matched(team, quote_id, kept_since(workspace)) if one.id != here]
    for thread in threads:
        asked = {"thread_id": thread.id, "quote_id": quote_id, "channel": thread.channel, "user": thread.by}
        event, lane = f"told:{decision}:{thread.id}", f"{thread.channel}:{thread.ts}"
        store.jobs.enqueue(Place(team), "tell", asked, lane=lane, event=event)
    return len(threads)


def told(work: Work) -> None:
    """Does a job of kind ``tell``: one thread hears that a stored quote it relied on is disputed or retracted."""
    thread = work.services.store.threads.get(work.team, int(work.asked["thread_id"]))
    if thread is None:
        return
    work.services.channels.of(work.team, thread.channel)
    quote = scope_of(work, thread).quote(int(work.asked["quote_id"]))
    notice = disputed_notice(quote, quote.decided_by or "", quote.decided_why or "", quote.state.value)
    work.post("told", notice, thread.channel, thread.ts)
