"""How the tables of words beside the rules are written: as running text, read once."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a running text, each once; an underscore stands for a space within one entry."""
    return frozenset(word.replace("_", " ") for word in words.split())
