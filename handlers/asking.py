"""Small questions: a search of the store, a report as a file or a link, a sentence for who asked, the App Home."""

from __future__ import annotations

from bot.render.html import render_page
from bot.render.slack import HomeCheck, found_message, home_view, plain_message, title_of
from handlers.answering import asked_in, shown
from handlers.deciding import target_of, thread_of
from handlers.pages import FIGURES_DAYS, figures_link
from handlers.problems import MayNotPost, SlackProblem, slack_problems
from handlers.telling import privately
from handlers.uploads import Upload, uploaded
from handlers.work import Work
from store.threads import Thread

_FOUND = 10
_CHECKS = 10


def found(work: Work) -> None:
    """Does a job of kind ``find``: quotes of the store, for who asked alone."""
    words = str(work.asked["words"])
    place = _place(work)
    quotes = work.services.store.scope(work.team, place).find(words, limit=_FOUND)
    privately(work, found_message(words, quotes))


def said(work: Work) -> None:
    """Does a job of kind ``say``: a sentence for who asked."""
    privately(work, plain_message(str(work.asked["sentence"])))


def reported(work: Work) -> None:
    """Does a job of kind ``report``: the report page as a file in the thread, or the link to it where it is served."""
    target = target_of(work.asked["target"])
    thread = thread_of(work, target)
    link = asked_in(work, thread, target.check_id).report_link
    if link is not None:
        privately(work, plain_message("Open the report", link=link))
        return
    report = shown(work, thread, target.check_id).report
    file = Upload("report.html", f"Report: {title_of(report.article)}", render_page(report))
    uploaded(work, file, thread.channel, thread.ts)


def home_shown(work: Work) -> None:
    """Does a job of kind ``home``: what waits for a second eye, the user's own checks, what the store holds."""
    user, services = str(work.asked["user"]), work.services
    scope = services.store.scope(work.team)
    may = services.roles.may(work.team, user)
    eye = services.settings.workspace.second_eye
    figures = services.store.desk_figures(work.team, FIGURES_DAYS, services.settings.desk.timezone, private=False)
    page = figures_link(services.settings.workspace, work.team)
    waiting = scope.waiting() if may else ()
    view = home_view(waiting, _own_checks(work, user), scope.verified(), may, eye, figures, page)
    with slack_problems():
        work.client.views_publish(user_id=user, view=view)


def _own_checks(work: Work, user: str) -> list[HomeCheck]:
    """The latest checks that somebody asked for, with the links to their threads."""
    address = _workspace_address(work)
    return [
        HomeCheck(
            kept.check.title or "Draft", kept.check.at, kept.check.hold, kept.check.query,
            _link(address, kept.thread),
        )
        for kept in work.services.store.recent_checks(work.team, user, _CHECKS)
    ]  # fmt: skip


def _link(address: str | None, thread: Thread | None) -> str | None:
    """The address of a thread in Slack."""
    return f"{address}archives/{thread.channel}/p{thread.ts.replace('.', '')}" if address and thread else None


def _workspace_address(work: Work) -> str | None:
    try:
        with slack_problems():
            address = work.client.auth_test().get("url")
    except SlackProblem:
        return None
    return address if isinstance(address, str) and address.endswith("/") else None


def _place(work: Work) -> str | None:
    """The private channel that the question came from; the workspace's quotes alone where the bot cannot tell."""
    try:
        return work.services.channels.of(work.team, str(work.asked["channel"])).place.channel
    except MayNotPost:
        return None
