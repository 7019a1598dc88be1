"""The windows, and what is read of them when they come back."""

from __future__ import annotations

from bot.render.slack import (
    Block,
    article_window,
    dispute_window,
    message_window,
    store_window,
    submitted,
    verify_window,
)

from .articles import HOSTILE
from .limits import shown


def fields(view: Block) -> dict[str, tuple[str, bool]]:
    """The label of each field and whether it may stay empty, by its block."""
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    assert {"value"} == {block["element"]["action_id"] for block in inputs}
    return {block["block_id"]: (block["label"]["text"], block["optional"]) for block in inputs}


def initial(view: Block) -> dict[str, str]:
    """What stands in the fields already."""
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    return {b["block_id"]: b["element"]["initial_value"] for b in inputs if "initial_value" in b["element"]}


class TestWindows:
    def test_an_article_is_pasted_or_dropped(self) -> None:
        """Everything may stay empty but one of the two, which Slack cannot ask for."""
        view = article_window("here")
        assert ("article", "here") == (view["callback_id"], view["private_metadata"])
        assert {
            "article": ("Article", True),
            "file": ("File", True),
            "published": ("Published", True),
            "outlet": ("Outlet", True),
        } == fields(view)

    def test_verifying_wants_the_speaker(self) -> None:
        """What the draft says is filled in; the words are shown exactly."""
        view = verify_window("here", HOSTILE, "Greta Halloran", "2025-03", "https://tide.example/a")
        assert [
            ("Speaker", False),
            ("Said on", True),
            ("Source link", True),
            ("Against", True),
            ("Note", True),
        ] == list(fields(view).values())
        assert {"speaker": "Greta Halloran", "said_on": "2025-03", "source_link": "https://tide.example/a"} == initial(
            view
        )
        assert HOSTILE.replace("\u202e", "·").replace("\x07", "·") in shown(view)

    def test_a_link_that_slack_would_refuse_is_left_out(self) -> None:
        """A field may not hold what is no address."""
        assert {} == initial(verify_window("", "The cat stays.", None, None, "draft.txt"))

    def test_a_dispute_wants_its_reason(self) -> None:
        """The words and whose they are stand above it."""
        view = dispute_window("", "The cat stays.", "Elias Roake")
        assert {"reason": ("Reason", False)} == fields(view)
        assert "“The cat stays.”Elias Roake" in shown(view)

    def test_storing_says_what_will_be_stored(self) -> None:
        """How many quotes, and of which piece."""
        view = store_window("", "The cat stays", 17)
        assert "Stores 17 quotes of The cat stays as verified by you." in shown(view)
        assert ["against", "source_link", "note"] == list(fields(view))

    def test_storing_names_the_holds_that_are_open(self) -> None:
        """Who stores a piece that is held is told so."""
        assert "2 holds are open on this piece" in shown(store_window("", "The cat stays", 17, 2))
        assert "1 hold is open on this piece" in shown(store_window("", "The cat stays", 17, 1))

    def test_a_window_can_only_say_a_sentence(self) -> None:
        """There is nothing to submit."""
        view = message_window("Not possible", "Ask Kim to add you to the verifiers.")
        assert "Ask Kim to add you to the verifiers." in shown(view)
        assert "submit" not in view


class TestSubmitted:
    def test_reads_every_kind_of_field(self) -> None:
        """By the names of the fields."""
        rich = {"type": "rich_text", "elements": []}
        state = {
            "article": {"type": "rich_text_input", "rich_text_value": rich},
            "file": {"type": "file_input", "files": [{"id": "F1"}]},
            "published": {"type": "datepicker", "selected_date": "2025-05-14"},
            "against": {"type": "static_select", "selected_option": {"value": "recording"}},
            "speaker": {"type": "plain_text_input", "value": "  Greta Halloran \n"},
            "source_link": {"type": "url_text_input", "value": "https://tide.example/a"},
        }
        assert {
            "article": rich,
            "file": [{"id": "F1"}],
            "published": "2025-05-14",
            "against": "recording",
            "speaker": "Greta Halloran",
            "source_link": "https://tide.example/a",
        } == submitted({"state": {"values": {name: {"value": element} for name, element in state.items()}}})

    def test_an_empty_field_is_none(self) -> None:
        """Blanks alone are empty too."""
        state = {
            "article": {"type": "rich_text_input", "rich_text_value": None},
            "file": {"type": "file_input", "files": None},
            "published": {"type": "datepicker", "selected_date": None},
            "against": {"type": "static_select", "selected_option": None},
            "note": {"type": "plain_text_input", "value": "  "},
        }
        values = submitted({"state": {"values": {name: {"value": element} for name, element in state.items()}}})
        assert {"article": None, "file": [], "published": None, "against": None, "note": None} == values
        assert {} == submitted({})
