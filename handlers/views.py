"""Windows that were sent off: an article to check, a quote to verify, a dispute, a whole piece to store.

Who may decide is asked again here, and the fields are read; what is wrong is said beside the field.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App

from bot.errors import LimitReached, VerbatimError, WrongInput
from bot.ingest.published import parse_published
from bot.ingest.slack_text import posted
from bot.render.slack import submitted
from handlers.files import dropped
from handlers.services import Services
from handlers.sources import Source, source_of_text
from store.moments import read_moment

DECISIONS = ("verify", "dispute", "store_all")
_NOTHING = "Paste the article, or drop a file."
_NO_LINK = "Write the link as https://…, or leave it empty."


def register(app: App, services: Services) -> None:
    """Listens to every window of the bot."""

    @app.view("article")
    def article(ack: Ack, body: dict[str, Any]) -> None:
        view = body["view"]
        values = submitted(view)
        source = _source(values)
        problems = _article_problems(values, source)
        if problems or source is None:
            ack(response_action="errors", errors=problems)
            return
        asked = {
            "channel": view["private_metadata"],
            "user": body["user"]["id"],
            "source": source,
            "published": values.get("published"),
            "outlet": values.get("outlet"),
        }
        try:
            team, lane = services.team(body), f"view:{view['id']}"
            services.ask(team, "check", asked, lane=lane, event=_event(body))
        except LimitReached as full:
            ack(response_action="errors", errors={"article": full.for_editor})
            return
        ack()

    for kind in DECISIONS:
        _listen(app, services, kind)


def _listen(app: App, services: Services, kind: str) -> None:
    """Listens to a window in which a verifier decides something."""

    @app.view(kind)
    def decided(ack: Ack, body: dict[str, Any]) -> None:
        view = body["view"]
        values = submitted(view)
        problems = _decision_problems(services, body, values)
        if problems:
            ack(response_action="errors", errors=problems)
            return
        about = json.loads(view["private_metadata"])
        asked = {
            "user": body["user"]["id"],
            "values": values,
            **{key: about.get(key) for key in ("target", "channel", "thread")},
        }
        lane = f"{about.get('channel')}:{about.get('thread')}"
        services.enqueue(services.team(body), kind, asked, lane=lane, event=_event(body))
        ack()


def _event(body: Mapping[str, Any]) -> str:
    """The sending of a window as an event that is told once."""
    return f"view:{body['view']['id']}:{body.get('trigger_id') or body['view'].get('hash')}"


def _source(values: Mapping[str, Any]) -> Source | None:
    for file in dropped({"files": values.get("file") or ()}):
        return {"file": file.id, "name": file.name}
    pasted = values.get("article")
    if isinstance(pasted, Mapping):
        return source_of_text(posted({"blocks": [pasted]}))
    return source_of_text(posted({"text": pasted})) if pasted else None


def _article_problems(values: Mapping[str, Any], source: Source | None) -> dict[str, str]:
    problems = {} if source else {"article": _NOTHING}
    if values.get("file") and values.get("article"):
        problems["file"] = "Give the text or a file, not both."
    if values.get("published"):
        problems |= _problem("published", lambda: parse_published(str(values["published"])))
    return problems


def _decision_problems(services: Services, body: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with a decision, by field; that somebody may not decide stands at the first field."""
    first = next(iter(values), "note")
    problems = _problem(first, lambda: services.roles.require(services.team(body), str(body["user"]["id"])))
    if not problems and values.get("said_on"):
        problems |= _problem("said_on", lambda: read_moment(str(values["said_on"])))
    if not problems and "reason" in values and not str(values["reason"] or "").strip():
        problems["reason"] = "Say why the quote is in doubt; it is kept, and told in the threads that relied on it."
    link = values.get("source_link")
    if not problems and link and not str(link).casefold().startswith(("https://", "http://")):
        problems["source_link"] = _NO_LINK
    return problems


def _problem(field: str, ask: Any) -> dict[str, str]:
    try:
        ask()
    except (WrongInput, VerbatimError) as problem:
        return {field: problem.for_editor}
    return {}
