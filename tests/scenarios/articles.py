"""Articles and quotes of a canal town that does not exist."""

from __future__ import annotations

from random import Random

COTTAGES = "We will not sell a single cottage this year."
LOCKS = "The locks are older than the law, and they leak less."
KEYS = "I have handed in my keys, and nobody has asked me for the third one."
STORED = ((COTTAGES, "Mirela Danzig"), (LOCKS, "Mirela Danzig"), (KEYS, "Osk Brandvold"))

CLEAN = f"""Canal trust keeps its cottages

“{COTTAGES[:-1]},” said Mirela Danzig, who chairs the canal trust. “{LOCKS}”

Osk Brandvold, the last keeper of Low Weir, said: “{KEYS}”

The trust meets again in the pump house.
"""
WRONG = CLEAN.replace("will not sell", "will sell")
"""The same with one quote turned round: a hold."""
WRONG_PARAGRAPH = WRONG.split("\n\n")[1]
RIGHT_PARAGRAPH = CLEAN.split("\n\n")[1]
UNKNOWN = """Weir to be painted

“Green was the cheapest paint in the shed,” said Tove Arnesen, the harbour painter.
"""

_LOSSES = """kettles ladders anchors lanterns barrows trumpets herons socks bridges candles buckets rudders letters
hammers baskets apples violins tortoises umbrellas bicycles teapots lemons cushions clocks mirrors saddles barrels""".split()


def long_article(count: int) -> str:
    """An article with so many quotes of so many people, none of them like another; the last one is of dragons."""
    told = []
    for number in range(count):
        lost = Random(number).sample(_LOSSES, 5) if number < count - 1 else ["dragons"]
        name = f"{chr(65 + number % 26)}da {chr(66 + number // 26)}{'aeiou'[number % 5]}rwick"
        told.append(f"“{number + 2} {', '.join(lost)} went under,” said {name}.\n")
    return "A long list of losses\n\n" + "\n".join(told)
