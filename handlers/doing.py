"""What each kind of job means: the table that the workers go by."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import asking, checking, deciding, doubts, importing, rechecking
from handlers.workers import Doing

DOING: Mapping[str, Doing] = {
    "check": checking.check_asked,
    "reply": rechecking.reply_posted,
    "edited": rechecking.message_edited,
    "again": rechecking.checked_again,
    "import": importing.import_asked,
    "choose": deciding.chosen,
    "undo": deciding.undone,
    "verify": deciding.verified,
    "confirm": deciding.confirmed,
    "share": deciding.shared,
    "dispute": deciding.disputed,
    "store_all": deciding.stored_whole,
    "show": deciding.answer_shown,
    "show_all": deciding.all_shown,
    "tell": doubts.told,
    "find": asking.found,
    "say": asking.said,
    "report": asking.reported,
    "home": asking.home_shown,
}
