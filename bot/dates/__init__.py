"""What an article dates: spans found by an own grammar, placed in the calendar at the precision known."""

from bot.dates.compare import differ
from bot.dates.find import find_dates

__all__ = ["differ", "find_dates"]
