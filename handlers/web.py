"""The bot's own web server: Slack's requests, installing by OAuth, report pages, a sign of life, and its numbers.

In Socket Mode Slack's requests come another way, so none is taken here; the rest is served all the same.
"""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.errors import VerbatimError
from bot.render.html import page_policy, render_page
from bot.render.outcomes_page import figures_policy, render_figures_page
from bot.render.previous import read_report
from handlers.pages import FIGURES_DAYS, figures_of, page_of
from handlers.refusals import Refusals
from handlers.services import Services

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

EVENTS, INSTALL, REDIRECT = "/slack/events", "/slack/install", "/slack/oauth_redirect"
METRICS = "/metrics"
_TEXT = ("Content-Type", "text/plain; charset=utf-8")
_GONE = "This report is no longer here: its link has expired, or its text is no longer kept. Check the article again."
_OLD = "This link has expired. Open the bot's home in Slack again."
_NOTHING = "There is nothing here."
_NO_TOKEN = "Send the token that VERBATIM_METRICS holds, as Authorization: Bearer."
_NUMBERS = "text/plain; version=0.0.4; charset=utf-8"
_PRIVATE = (
    ("X-Robots-Tag", "noindex, nofollow"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "private, no-store"),
    ("X-Content-Type-Options", "nosniff"),
)


def site(app: App, services: Services, well: Callable[[], bool] = lambda: True) -> WSGIApplication:
    """Everything that is served over HTTP; ``well`` tells whether the workers are at work."""
    slack = SlackRequestHandler(app, path=EVENTS)
    takes_events = services.settings.workspace.app_token is None
    refusals = Refusals()

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO") or "/")
        if path == "/healthz":
            return _health(services, well, start_response)
        if path == METRICS:
            return _metrics(services, str(environ.get("HTTP_AUTHORIZATION") or ""), start_response)
        if path.startswith("/report/"):
            return _report(services, path.removeprefix("/report/"), start_response)
        if path.startswith("/figures/"):
            return _figures(services, path.removeprefix("/figures/"), start_response)
        if path in (INSTALL, REDIRECT) or (path == EVENTS and takes_events):
            return slack(environ, start_response if path != EVENTS else _telling(environ, start_response, refusals))
        return _plain(start_response, "404 Not Found", _NOTHING)

    return serve


def _telling(environ: WSGIEnvironment, start_response: StartResponse, refusals: Refusals) -> StartResponse:
    """The start of an answer, which tells where the request was refused for its signature."""

    def start(status: str, *how: Any) -> Callable[[bytes], object]:
        if status.startswith("401"):
            refusals.note(str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP") or ""))
        return start_response(status, *how)

    return start


def _health(services: Services, well: Callable[[], bool], start_response: StartResponse) -> Iterable[bytes]:
    """Whether the store answers and the workers work, and nothing more."""
    try:
        services.store.jobs.waiting()
        works = well()
    except VerbatimError as broken:
        log.error("the store does not answer: %s", broken)
        works = False
    if not works:
        return _plain(start_response, "503 Service Unavailable", "not well")
    return _plain(start_response, "200 OK", "ok")


def _metrics(services: Services, authorization: str, start_response: StartResponse) -> Iterable[bytes]:
    """The bot in numbers for who sends the token; where none is set there is nothing to be seen."""
    token = services.settings.workspace.metrics_token
    if token is None:
        return _plain(start_response, "404 Not Found", _NOTHING)
    if not hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
        return _answer(
            start_response, "401 Unauthorized", _NO_TOKEN, [_TEXT, ("WWW-Authenticate", "Bearer"), *_PRIVATE]
        )
    try:
        page = services.meters.page(services.store.figures())
    except VerbatimError as broken:
        log.error("the store gives no figures: %s", broken)
        return _plain(start_response, "503 Service Unavailable", "not well")
    return _answer(start_response, "200 OK", page, [("Content-Type", _NUMBERS), *_PRIVATE])


def _report(services: Services, token: str, start_response: StartResponse) -> Iterable[bytes]:
    """A report page for who has its signed link."""
    page = page_of(services.settings.workspace, token)
    thread = services.store.threads.of_check(page.team, page.check_id) if page else None
    if page is None or thread is None:
        return _plain(start_response, "404 Not Found", _GONE)
    try:
        kept = services.store.scope(thread.place.team, thread.place.channel).check(page.check_id).report
    except VerbatimError as missing:
        log.info("no report for a signed link: %s", missing)
        kept = None
    if kept is None:
        return _plain(start_response, "404 Not Found", _GONE)
    body = render_page(read_report(json.loads(kept)))
    policy = ("Content-Security-Policy", f"{page_policy()}; frame-ancestors 'none'")
    headers = [("Content-Type", "text/html; charset=utf-8"), policy, *_PRIVATE]
    return _answer(start_response, "200 OK", body, headers)


def _figures(services: Services, token: str, start_response: StartResponse) -> Iterable[bytes]:
    """A workspace's figures for who has the signed link of its home: counts, and no word of a draft."""
    team = figures_of(services.settings.workspace, token)
    if team is None:
        return _plain(start_response, "404 Not Found", _OLD)
    try:
        zone = services.settings.desk.timezone
        body = render_figures_page(services.store.desk_figures(team, FIGURES_DAYS, zone, private=False))
    except VerbatimError as broken:
        log.error("the store gives no figures: %s", broken)
        return _plain(start_response, "503 Service Unavailable", broken.for_editor)
    policy = ("Content-Security-Policy", f"{figures_policy()}; frame-ancestors 'none'")
    return _answer(start_response, "200 OK", body, [("Content-Type", "text/html; charset=utf-8"), policy, *_PRIVATE])


def _plain(start_response: StartResponse, status: str, sentence: str) -> Iterable[bytes]:
    return _answer(start_response, status, sentence, [_TEXT, *_PRIVATE])


def _answer(
    start_response: Callable[[str, list[tuple[str, str]]], object],
    status: str,
    body: str,
    headers: list[tuple[str, str]],
) -> Iterable[bytes]:
    content = body.encode()
    start_response(status, [*headers, ("Content-Length", str(len(content)))])
    return [content]
