"""Where a corrected paragraph belongs in a draft that was checked before.

An editor posts a paragraph, a sentence, a quotation or the whole article again; the rest of the draft stays
untouched.  What is said about the draft is no correction and gets no answer.
"""

from bot.placing.chatter import is_chatter
from bot.placing.place import Placed, place

__all__ = ["Placed", "is_chatter", "place"]
