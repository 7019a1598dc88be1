"""Slack's look for messages and windows on one page, to read them as on a phone without Slack.

``python -m tests.render.slack_page page.html picture`` checks a few paragraphs of the bundled draft, and writes the
root message and the thread below it; ``thread`` is the whole draft, and ``decided``, ``recheck``, ``all``, ``told``,
``article``, ``verify``, ``store``, ``home`` are the other messages and the windows.  ``docs/slack.png`` is the first
of them in a headless browser:

    chromium --headless --hide-scrollbars --window-size=390,1450 --screenshot=docs/slack.png page.html
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from typing import Any

from bot.models import Report
from bot.render.slack import (
    Asked,
    Block,
    HomeCheck,
    Message,
    Standing,
    about,
    answer,
    article_window,
    disputed_notice,
    found_message,
    help_message,
    home_view,
    recheck_answer,
    root_done,
    root_failed,
    show_all,
    store_window,
    title_of,
    verify_window,
)

SIGNS = {
    "red_circle": "🔴",
    "large_orange_circle": "🟠",
    "large_blue_circle": "🔵",
    "white_check_mark": "✅",
    "white_circle": "⚪",
    "hourglass_flowing_sand": "⏳",
    "warning": "⚠️",
}
PEOPLE = {"U0DANA0001": "@dana", "U0KIM00001": "@kim"}
LOOK = """
body{margin:0;width:390px;background:#fff;color:#1d1c1d;font:15px/1.47 Lato,"Noto Color Emoji",sans-serif}
main{padding:12px 12px 4px 12px}.message{display:grid;grid-template-columns:36px 1fr;gap:8px;margin-bottom:14px}
.face{width:36px;height:36px;border-radius:6px;background:#3b3a36;color:#fff;font:700 20px/36px Georgia,serif;
text-align:center}.name{font-weight:900}.app{background:#e8e8e8;border-radius:2px;font-size:10px;padding:1px 3px;
color:#616061;font-weight:700;vertical-align:1px;margin:0 4px}.time{color:#616061;font-size:12px}
.thread{border-top:1px solid #ddd;color:#616061;font-size:13px;padding:6px 12px;margin-bottom:6px}
.block{margin:8px 0}.section{overflow-wrap:anywhere}.quote{border-left:4px solid #ddd;padding:2px 0 2px 10px;margin:4px 0;
overflow-wrap:anywhere}ul{margin:2px 0;padding-left:22px}a{color:#1264a3;text-decoration:none}
.user{background:#e8f5fa;color:#1264a3;border-radius:3px;padding:0 2px 1px}.actions{margin-bottom:16px;display:flex;flex-wrap:wrap;gap:8px}
button{font:700 13px Lato,sans-serif;background:#fff;border:1px solid #bbb;border-radius:4px;padding:6px 12px;
color:#1d1c1d}button.primary{background:#007a5a;color:#fff;border-color:#007a5a}.context{color:#616061;font-size:12px}
h2{font-size:18px;margin:14px 0 2px}.label{font-weight:700;margin-top:14px}.label i{color:#616061;font-weight:400;
font-style:normal}.box{border:1px solid #bbb;border-radius:6px;padding:9px 12px;margin:4px 0;min-height:20px;
color:#1d1c1d}.tall{min-height:70px}.hint{color:#616061;font-size:13px}.bar{display:flex;justify-content:space-between;
border-bottom:1px solid #ddd;padding:12px;font-weight:900}.bar span{font-weight:700;color:#1264a3}
"""


def page(*bodies: str) -> str:
    """A page of the width of its window."""
    return f'<!doctype html><meta charset="utf-8"><title>Slack</title><style>{LOOK}</style>' + "".join(bodies)


def thread(root: Message, replies: Sequence[Message]) -> str:
    """A root message and the answers below it."""
    count = f'<div class="thread">{len(replies)} repl{"y" if len(replies) == 1 else "ies"}</div>'
    return f"<main>{posted(root)}</main>{count}<main>{''.join(map(posted, replies))}</main>"


def posted(message: Message) -> str:
    """One message of the bot."""
    head = '<span class="name">Verbatim</span><span class="app">APP</span><span class="time">17:42</span>'
    return f'<div class="message"><div class="face">V</div><div>{head}{drawn(message.blocks)}</div></div>'


def window(view: Block) -> str:
    """A window or a home."""
    if view["type"] == "home":
        return f"<main>{drawn(view['blocks'])}</main>"
    submit = view.get("submit", {}).get("text", "")
    bar = f"<span>{view['close']['text']}</span>{escape(view['title']['text'])}<span>{submit}</span>"
    return f'<div class="bar">{bar}</div><main>{drawn(view["blocks"])}</main>'


def drawn(blocks: Iterable[Block]) -> str:
    """Blocks as markup."""
    return "".join(f'<div class="block">{_BLOCKS[block["type"]](block)}</div>' for block in blocks)


def _rich(block: Block) -> str:
    return "".join(_part(part) for part in block["elements"])


def _part(part: Any) -> str:
    if part["type"] == "rich_text_list":
        return f"<ul>{''.join(f'<li>{_inline(each)}</li>' for each in part['elements'])}</ul>"
    return f'<div class="{part["type"].removeprefix("rich_text_")}">{_inline(part)}</div>'


def _inline(part: Any) -> str:
    return "".join(_element(element) for element in part["elements"])


def _element(element: Any) -> str:
    if element["type"] == "emoji":
        return SIGNS[element["name"]]
    if element["type"] == "user":
        return f'<span class="user">{PEOPLE.get(element["user_id"], element["user_id"])}</span>'
    text = escape(element["text"]).replace("\n", "<br>")
    if element["type"] == "link":
        return f'<a href="{escape(element["url"])}">{text}</a>'
    for style, tag in (("bold", "b"), ("italic", "i"), ("strike", "s")):
        text = f"<{tag}>{text}</{tag}>" if element.get("style", {}).get(style) else text
    return text


def _actions(block: Block) -> str:
    buttons = (f'<button class="{e.get("style", "")}">{escape(e["text"]["text"])}</button>' for e in block["elements"])
    return f'<div class="actions">{"".join(buttons)}</div>'


def _context(block: Block) -> str:
    return f'<div class="context">{" ".join(escape(unescape(e["text"])) for e in block["elements"])}</div>'


def _header(block: Block) -> str:
    return f"<h2>{escape(block['text']['text'])}</h2>"


def _input(block: Block) -> str:
    element = block["element"]
    optional = " <i>(optional)</i>" if block["optional"] else ""
    tall = " tall" if element.get("multiline") or element["type"] == "rich_text_input" else ""
    shown = element.get("initial_value", "") or element.get("placeholder", {}).get("text", "")
    hint = f'<div class="hint">{escape(block["hint"]["text"])}</div>' if "hint" in block else ""
    label = f'<div class="label">{escape(block["label"]["text"])}{optional}</div>'
    return f'{label}<div class="box{tall}">{escape(shown)}</div>{hint}'


_BLOCKS = {"rich_text": _rich, "actions": _actions, "context": _context, "header": _header, "input": _input}


def _bundled(what: str) -> str:
    from handlers.cli.demo import _checked, filled_store, read_programme

    programme = read_programme()
    with filled_store(programme) as scope:
        report = _checked(programme.drafts["draft"], scope)
        again = _checked(programme.drafts["corrected"], scope, report)
        found = scope.find("ferry")
    asked = Asked("U0DANA0001", title_of(report.article), about(report.article), 7)
    some = {"f1": Standing("ignored", "U0KIM00001"), "q15": Standing("verified", "U0KIM00001", 40, True)}
    replies = [part.message for part in answer(report, 7, some if what == "decided" else {})]
    few = shortened(report)
    shown = {
        "picture": thread(
            root_done(replace(asked, about=about(few.article)), few), [p.message for p in answer(few, 7)]
        ),
        "thread": thread(root_done(asked, report), replies),
        "decided": thread(root_done(asked, report, some), replies),
        "recheck": thread(root_done(asked, again), [part.message for part in recheck_answer(again, 7)]),
        "all": thread(root_done(asked, report, slow_seconds=14.2), [part.message for part in show_all(report, 7)]),
        "verify": window(verify_window("{}", report.quotes[14].quote.text, "Ines Calloway", None, None)),
        "article": window(article_window("{}")),
        "store": window(store_window("{}", asked.title, 17)),
        "home": window(
            home_view(
                found[:2], [HomeCheck(asked.title, "2025-05-14", 12, 10, "https://slack.example/a")], 21, True, True
            )
        ),
        "told": "<main>"
        + "".join(
            map(
                posted,
                [
                    found_message("ferry", found),
                    help_message(),
                    disputed_notice(found[0], "U0KIM00001", "Nobody has the recording.", "disputed"),
                    root_failed(
                        asked, "Could not read the link: the site answered 403. Paste the text in this thread."
                    ),
                ],
            )
        )
        + "</main>",
    }
    return page(shown[what])


def shortened(report: Report) -> Report:
    """A report with a few of its findings and quotes, so that every kind is on one screen."""
    kept = {"q1", "q5", "q8", "q11", "q15"}
    codes = {"material_change", "elapsed_mismatch", "qualifier_cut"}
    flags = [flag for flag in report.flags if flag.code in codes and set(flag.quotes) <= kept]
    return replace(report, quotes=tuple(j for j in report.quotes if j.quote.id in kept), flags=tuple(flags))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(_bundled((sys.argv[2:] or ["picture"])[0]), encoding="utf-8")
