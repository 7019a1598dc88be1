"""What stands below an item: its buttons, or who decided what on it and the way back."""

from __future__ import annotations

from bot.render.findings import Finding
from bot.render.slack.elements import Element, button, icon, person, written
from bot.render.slack.standing import Standing, of_wording

_SAID = {
    "ignored": ("", "Ignored by "),
    "not_right": ("", "Called a wrong alarm by "),
    "verified": ("white_check_mark", "verified by "),
    "known": ("white_check_mark", "verified by "),
    "shared": ("white_check_mark", "verified by "),
    "waiting": ("hourglass_flowing_sand", "verified by "),
    "disputed": ("warning", "Stored quote disputed by "),
}
_AFTER = {"waiting": ", waiting for a second eye", "shared": ", shared with the workspace"}


def line(standing: Standing) -> list[Element]:
    """Who decided what, in one line."""
    sign, text = _SAID[standing.what]
    second = [*written(", confirmed by "), *person(standing.confirmed_by)] if standing.confirmed_by else []
    return [*icon(sign), *written(text), *person(standing.by), *second, *written(_AFTER.get(standing.what, ""))]


def asking(finding: Finding, check_id: int, key: str) -> list[Element]:
    """The buttons of a finding that nobody has decided on."""
    value = f"{check_id}:{key}"
    out = [button("Ignore", "ignore", value), button("Not right", "not_right", value)]
    if of_wording(finding):
        out.append(button("Verify", "verify", value))
    stored = stands_on(finding)
    if stored is not None:
        out.append(button("Dispute", "dispute", f"{value}:{stored}"))
    return out


def stands_on(finding: Finding) -> int | None:
    """The verified quote that a finding rests on and that somebody may dispute; None where it is disputed already."""
    shown = (passage for passage in finding.passages if passage.label == "verified")
    return next((passage.quote_id for passage in shown if passage.quote_id is not None), None)


def decided(standing: Standing, check_id: int, key: str) -> list[Element]:
    """The buttons of an item after a decision; what was shared is the workspace's, and not taken back here."""
    if standing.what == "shared":
        return []
    stored = "" if standing.quote_id is None else f":{standing.quote_id}"
    value = f"{check_id}:{key}{stored}"
    out = [button("Confirm", "confirm", value, style="primary")] if standing.what == "waiting" else []
    if standing.shareable and standing.what != "known":
        out.append(button("Share", "share", value))
    return [*out, button("Undo", "undo", value)]


def verifying(check_id: int, key: str) -> list[Element]:
    """The button of a quote that nobody has verified."""
    return [button("Verify", "verify", f"{check_id}:{key}")]
