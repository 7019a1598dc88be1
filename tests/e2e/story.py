"""The whole story of an editor, against a strict stand-in for Slack: ``python -m tests.e2e.story``.

A link is checked, a quote verified (by the wrong person, then the right one), a draft held for a dropped "not", mended
in the thread, broken by an edit, dropped again as a Word file, found again.  At the end every call that the bot made is
held against Slack's types and limits.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from tests.e2e.world import SECRET, TOKEN, Newsroom, log_of, missing, newsroom
from tests.ingest.makers import para, word_file

RAN = """<html><head><title>Ferry merger off, chair says</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2025-03-03">
</head><body><article><h1>Ferry merger off, chair says</h1>
<p>“We will not close a depot this year,” said Priya Raman, the chair of the ferry board. “The boats are full.”</p>
<p>Tom Ekwall, the harbour master, said: “I have watched these tides for 34 years and they never asked my opinion.”</p>
<p>The board meets again in May, when the accounts of the winter service are due to be read.</p>
</article></body></html>"""
RIGHT = "“We will not close a depot this year,” said Priya Raman, the chair of the ferry board."
WRONG = RIGHT.replace("will not close", "will close")
DRAFT = f"""Ferry board looks ahead

{WRONG}

Work on the pier goes on until the autumn, and nobody has complained yet.

Tom Ekwall, the harbour master, was not there.
"""
CHANNEL = "newsdesk"


def main() -> int:
    """Tell the story, step by step; 0 where all of it came true, and where it cannot be told here."""
    if why := missing():
        print(f"end to end: skipped, {why}")
        return 0
    with newsroom({"/ran": RAN}, {"LOG_LEVEL": "DEBUG"}) as room:
        stored = _a_piece_that_ran(room)
        _verify(room, stored)
        root = _a_draft_is_held(room)
        _edits(room, root)
        _buttons(room, root)
        _private_answers(room)
        judged = room.judged()
        refused = [call for call in room.calls() if not call.get("ok") and call.get("by") == "limits"]
        log = log_of(room)
    print(judged.stdout.strip())
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert not refused, refused
    assert "ready on port" in log, log
    for secret in (TOKEN, SECRET, "_resp/", *_runs(RAN), *_runs(DRAFT)):
        assert secret not in log, f"the log holds {secret!r}"
    assert 'File "' not in log, log
    print("end to end: the whole story came true")
    return 0


def _runs(text: str) -> list[str]:
    """Every three words in a row of an article, as a line of the log would have them."""
    words = re.sub(r"<[^>]*>", " ", text).split()
    return [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]


def _a_piece_that_ran(room: Newsroom) -> dict[str, Any]:
    ack = room.driver.slash("/verify", f"http://{room.driver.site}/ran", user="editor", channel=CHANNEL)
    assert ack.in_time, ack
    root = room.wait(lambda: _roots(room, "Ferry merger off"), "the root message of the link")[-1]
    answer = room.wait(lambda: _with(room, root["ts"], "verify"), "an answer with quotes to verify")[-1]
    assert root["ts"] == answer["thread_ts"], "the answer is not in the check's thread"
    _told("a link is checked, and answered in one thread")
    return dict(answer)


def _verify(room: Newsroom, answer: dict[str, Any]) -> None:
    room.driver.click(answer, "verify", user="outsider")
    refused = room.wait(lambda: _views(room), "a window for the wrong person")[-1]
    assert "verifiers" in str(refused["blocks"]), refused
    room.driver.click(answer, "verify", user="editor")
    window = room.wait(lambda: [one for one in _views(room) if one["callback_id"] == "verify"], "the window")[-1]
    values = _filled(window, said_on="2025-03-03", against="recording", note="tape 3")
    wrong = room.driver.submit(window, values, user="outsider")
    assert "errors" in wrong.body, wrong
    assert room.driver.submit(window, values, user="editor").in_time
    room.wait(lambda: _with(room, answer["thread_ts"], "undo"), "the message shows that it is verified")
    _told("a quote is verified by who may, and by nobody else")


def _a_draft_is_held(room: Newsroom) -> dict[str, Any]:
    assert room.driver.slash("/verify", DRAFT, user="reporter", channel=CHANNEL).in_time
    root = room.wait(lambda: _roots(room, "Ferry board looks ahead: 1 hold"), "a hold for the dropped “not”")[-1]
    held = room.wait(lambda: _with(room, root["ts"], "ignore"), "the finding with its buttons")[-1]
    assert "not" in str(held["blocks"]), held
    _told("a dropped “not” is held")
    return dict(root)


def _edits(room: Newsroom, root: dict[str, Any]) -> None:
    thread, before = root["ts"], len(room.of_bot(CHANNEL, root["ts"]))
    room.driver.say("Thanks, on it!", user="reporter", channel=CHANNEL, thread_ts=thread)
    posted = room.driver.say(RIGHT, user="reporter", channel=CHANNEL, thread_ts=thread)
    room.wait(lambda: _saying(room, thread, "Fixed"), "the correction is answered")
    assert len(room.of_bot(CHANNEL, thread)) == before + 1, "chatter was answered"
    room.driver.edit(CHANNEL, posted, WRONG, user="reporter")
    room.wait(lambda: _saying(room, thread, "New hold"), "the edit that broke it is told")
    room.driver.upload(
        "draft.docx", _word(DRAFT.replace(WRONG, RIGHT)), user="reporter", channel=CHANNEL, thread_ts=thread
    )
    room.wait(lambda: len(_saying(room, thread, "Fixed")) == 2, "the Word file is checked as the new version")
    room.wait(lambda: _roots(room, "Ferry board looks ahead: Nothing to ask"), "the root message's counts follow")
    _told("a corrected paragraph, an edit and a Word file are checked again; chatter is left alone")


def _buttons(room: Newsroom, root: dict[str, Any]) -> None:
    latest = _roots(room, "Ferry board looks ahead")[-1]
    assert room.driver.click(latest, "check_again", user="reporter").in_time
    room.wait(lambda: _saying(room, root["ts"], "Checked again"), "Check again is answered")
    assert room.driver.shortcut(_of(room, "reporter")[-1], "check_quotes", user="editor").in_time
    _told("a check is made again, and a message checked by its shortcut")


def _private_answers(room: Newsroom) -> None:
    ack = room.driver.slash("/verify", "find depot year", user="editor", channel=CHANNEL)
    assert ack.in_time
    found = room.wait(lambda: _answers_at(room, ack.response_url), "the search is answered privately")[-1]
    assert "close a depot" in str(found["args"]), found
    ack = room.driver.slash("/verify", DRAFT, user="editor", channel="sports")
    told = room.wait(lambda: _answers_at(room, ack.response_url), "who asks in a foreign channel is told")[-1]
    assert "/invite" in str(told["args"]), told
    room.driver.event({"type": "app_home_opened", "user": room.driver.uid("editor"), "tab": "home", "channel": "D0"})
    room.wait(lambda: room.calls("views.publish"), "the home is drawn")
    _told("what is private is answered privately")


def _roots(room: Newsroom, begins: str) -> list[dict[str, Any]]:
    messages = [one for one in room.of_bot(CHANNEL) if one["text"].startswith(begins)]
    return [one for one in messages if one.get("thread_ts") in (None, one["ts"])]


def _with(room: Newsroom, thread: str, action: str) -> list[dict[str, Any]]:
    return [one for one in room.of_bot(CHANNEL, thread) if one["ts"] != thread and f"'{action}'" in str(one["blocks"])]


def _saying(room: Newsroom, thread: str, begins: str) -> list[dict[str, Any]]:
    return [one for one in room.of_bot(CHANNEL, thread) if one["text"].startswith(begins)]


def _of(room: Newsroom, user: str) -> list[dict[str, Any]]:
    return list(room.driver.messages(CHANNEL, by=user))


def _views(room: Newsroom) -> list[dict[str, Any]]:
    return list(room.driver.state()["views"])


def _answers_at(room: Newsroom, address: str) -> list[dict[str, Any]]:
    return [call for call in room.calls("response_url") if address.endswith(call["url"])]


def _filled(window: dict[str, Any], **given: str) -> dict[str, Any]:
    """The fields of a window as a person sends them off: what stands there, and what was filled in."""
    values: dict[str, Any] = {}
    for block in window["blocks"]:
        if block["type"] == "input":
            element, value = block["element"], given.get(block["block_id"])
            filled: dict[str, Any] = {"type": element["type"]}
            if element["type"] == "static_select":
                chosen = [one for one in element["options"] if one["value"] == value]
                filled["selected_option"] = chosen[0] if chosen else None
            else:
                filled["value"] = value or element.get("initial_value")
            values[block["block_id"]] = {element["action_id"]: filled}
    return values


def _word(text: str) -> bytes:
    return word_file("".join(para(line) for line in text.split("\n\n")))


def _told(step: str) -> None:
    print(f"  ok: {step}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
