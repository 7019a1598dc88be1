"""The App Home, drawn anew whenever somebody opens it."""

from __future__ import annotations

from typing import Any

from slack_bolt import App

from handlers.services import Services


def register(app: App, services: Services) -> None:
    """Listens to the opening of the home."""

    @app.event("app_home_opened")
    def opened(event: dict[str, Any], body: dict[str, Any]) -> None:
        if event.get("tab", "home") == "home":
            user = str(event["user"])
            services.enqueue(
                services.team(body), "home", {"user": user}, lane=f"home:{user}", event=str(body["event_id"])
            )
