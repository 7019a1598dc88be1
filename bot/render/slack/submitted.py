"""What a submitted window holds, by the names of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def submitted(view: Mapping[str, Any]) -> dict[str, Any]:
    """Each field's value: text without its outer blanks, a date, a choice, files, or a rich text as Slack sends it.

    A field that was left empty is None; of files it is an empty list.
    """
    fields = view.get("state", {}).get("values", {})
    return {name: _value(next(iter(elements.values()), {})) for name, elements in fields.items()}


def _value(element: Mapping[str, Any]) -> Any:
    kind = element.get("type")
    if kind == "rich_text_input":
        return element.get("rich_text_value")
    if kind == "file_input":
        return list(element.get("files") or ())
    if kind == "datepicker":
        return element.get("selected_date")
    if kind == "static_select":
        return (element.get("selected_option") or {}).get("value")
    return (element.get("value") or "").strip() or None
