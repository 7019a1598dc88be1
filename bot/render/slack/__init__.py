"""A report as Slack shows it: plain dicts that Slack's blocks are made of, with no client and no channel.

Everything keeps within what Slack takes, whatever the article: the root message, the answer in its thread, the
answer to an edit, the windows, the home and the small messages.
"""

from bot.render.slack.answer import answer, answer_part, show_all
from bot.render.slack.elements import Block, escape
from bot.render.slack.home import HomeCheck, home_view
from bot.render.slack.message import Message, Part
from bot.render.slack.recheck import recheck_answer
from bot.render.slack.root import Asked, about, root_counting, root_done, root_failed, root_reading, title_of
from bot.render.slack.standing import Standing, Standings
from bot.render.slack.submitted import submitted
from bot.render.slack.told import disputed_notice, found_message, help_message, plain_message
from bot.render.slack.windows import (
    article_window,
    dispute_window,
    message_window,
    store_window,
    verify_window,
)

__all__ = [
    "Asked",
    "Block",
    "HomeCheck",
    "Message",
    "Part",
    "Standing",
    "Standings",
    "about",
    "answer",
    "answer_part",
    "article_window",
    "dispute_window",
    "disputed_notice",
    "escape",
    "found_message",
    "help_message",
    "home_view",
    "message_window",
    "plain_message",
    "recheck_answer",
    "root_counting",
    "root_done",
    "root_failed",
    "root_reading",
    "show_all",
    "store_window",
    "submitted",
    "title_of",
    "verify_window",
]
