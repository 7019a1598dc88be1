"""The bot as a running process: the store, the workers, the web server and, in Socket Mode, the line to Slack."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from slack_bolt import App

from bot.errors import WrongInput
from bot.settings import Settings
from handlers.app import build, check_settings
from handlers.channels import Channels
from handlers.clients import Clients
from handlers.doing import DOING
from handlers.metrics import Meters
from handlers.problems import SlackProblem, slack_problems
from handlers.roles import Roles
from handlers.services import Services
from handlers.telling import failed
from handlers.web import site
from handlers.workers import Workers
from store import Store

if TYPE_CHECKING:
    from handlers.installing import Installed

log = logging.getLogger(__name__)

WEB_THREADS = 16
"""Requests that are taken at once; each is written down in milliseconds."""
STOP_SECONDS = 8.0
"""Who stops a process gives it ten seconds; what is not done in these is handed back."""
SWITCH_SECONDS = 0.001
"""How long a check goes on before another thread of the process may: at Python's own 5 ms, six checks at once kept an
acknowledgement waiting twice as long."""
LOOK_SECONDS = 1.0
NAME = "Verbatim"


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that is put together and not running yet."""

    app: App
    services: Services
    workers: Workers


def put_together(settings: Settings, store: Store) -> Bot:
    """The bot as it is set; raises ``WrongInput`` where a setting is missing."""
    check_settings(settings)
    workspace = settings.workspace
    installed = _installed(settings, store) if workspace.many else None
    clients = Clients(workspace, installed)
    services = Services(
        settings, store, clients, Channels(clients), Roles(workspace.verifiers, clients), meters=Meters(DOING)
    )
    workers = Workers(services, DOING, failed)
    services = replace(services, wake=workers.wake)
    return Bot(build(services, installed.oauth if installed else None), services, workers)


def _installed(settings: Settings, store: Store) -> Installed:
    from handlers.installing import installing

    return installing(settings, store)


def serve(settings: Settings, store: Store) -> None:
    """Runs the bot until the process is told to stop; what is in hand then is finished, or handed back."""
    from waitress.server import create_server

    sys.setswitchinterval(SWITCH_SECONDS)
    bot = put_together(settings, store)
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    port = settings.workspace.port
    try:
        server = create_server(
            site(bot.app, bot.services, lambda: bot.workers.well),
            host="0.0.0.0",
            port=port,
            threads=WEB_THREADS,
            ident=NAME,
        )
    except OSError as taken:
        raise WrongInput(
            f"Port {port} cannot be served on ({taken.strerror}); set PORT to another one.", port
        ) from taken
    bot.workers.start()
    threading.Thread(target=server.run, name="web", daemon=True).start()
    close_line = _line(bot.app, settings.workspace.app_token)
    log.info("ready on port %s%s", port, ", Socket Mode" if settings.workspace.app_token else "")
    while not stopping.wait(LOOK_SECONDS):
        """A signal is only heard between two waits where another thread was given it."""
    log.info("stopping")
    close_line()
    server.close()
    if not bot.workers.stop(STOP_SECONDS):
        log.warning("some work was not finished in %s s and is handed back", STOP_SECONDS)


def _line(app: App, token: str | None) -> Callable[[], None]:
    """Opens the line of Socket Mode where there is a token for it; gives what closes it."""
    if token is None:
        return lambda: None
    from slack_bolt.adapter.socket_mode import SocketModeHandler

    handler = SocketModeHandler(app, token)
    try:
        with slack_problems():
            handler.connect()
    except SlackProblem as refused:
        sentence = "Slack does not open a line with this SLACK_APP_TOKEN; copy it again, and switch Socket Mode on."
        raise WrongInput(sentence, refused.evidence) from refused
    return handler.close
