"""Hypothesis strategies for the values of a report: any text, any places in it, no invented coherence."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.flags.registry import REGISTRY
from bot.models import (
    AgeMention,
    Article,
    Change,
    Confidence,
    DateMention,
    Dropped,
    Edit,
    Evidence,
    Flag,
    Judged,
    Kind,
    Match,
    Notice,
    Quote,
    Recheck,
    Report,
    Severity,
    State,
    Verdict,
    VerifiedQuote,
)

CODES = sorted(REGISTRY) or ["material_change"]
texts = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\n “”<>&'\"")), max_size=120
)
names = st.none() | st.text(alphabet="abc<>&“ \u202e", max_size=8)
numbers = st.integers(0, 130)
days = st.none() | st.dates()


@st.composite
def spans(draw: st.DrawFn, limit: int) -> tuple[int, int]:
    """A place in a text of this length, maybe empty."""
    start = draw(st.integers(0, limit))
    return start, draw(st.integers(start, limit))


edits = st.builds(
    Edit, st.sampled_from(["replace", "delete", "insert"]), texts, numbers, numbers, texts, numbers, numbers
)
verified = st.builds(
    VerifiedQuote, st.integers(1, 99), texts, names, names, names, names, names, names, names, names, days, names,
    names, names, names, st.sampled_from(State),
)  # fmt: skip
matches = st.builds(Match, verified, st.just(0.93), st.lists(edits, max_size=3).map(tuple))
evidence = st.builds(
    Evidence,
    texts,
    st.none() | st.just("q1"),
    st.none() | numbers,
    names,
    names,
    names,
    names,
    names,
    days,
    names,
    names,
)


@st.composite
def judged(draw: st.DrawFn, text: str, number: int) -> Judged:
    """A quote somewhere in the text, with any verdict and matches."""
    start, end = draw(spans(len(text)))
    quote = Quote(
        f"q{number}", text[start:end], start, end, draw(st.sampled_from(Kind)), draw(names), draw(names), draw(names),
        draw(st.none() | numbers), draw(st.none() | numbers), draw(st.sampled_from(Confidence)), "", draw(names),
        draw(names), draw(names), draw(st.booleans()),
    )  # fmt: skip
    return Judged(quote, draw(st.sampled_from(Verdict)), draw(st.lists(matches, max_size=2).map(tuple)))


@st.composite
def flags(draw: st.DrawFn, text: str) -> Flag:
    """A flag somewhere in the text, about any quotes."""
    return Flag(
        draw(st.sampled_from(CODES)), draw(st.sampled_from(Severity)), *draw(spans(len(text))), draw(texts),
        draw(st.lists(st.sampled_from(["q0", "q1", "q2"]), max_size=2, unique=True).map(tuple)),
        draw(st.lists(evidence, max_size=2).map(tuple)),
    )  # fmt: skip


@st.composite
def changes(draw: st.DrawFn, limit: int) -> Change:
    """A change of any words, somewhere in the text."""
    return Change(draw(texts), draw(numbers), *draw(spans(limit)))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report over any text, with marks that may overlap in any way."""
    text = draw(texts)
    some = st.lists(flags(text), max_size=4).map(tuple)
    dropped = [Dropped(*draw(spans(len(text))), "advertisement") for _ in range(draw(st.integers(0, 2)))]
    return Report(
        Article(text, draw(names), draw(names), draw(names), draw(names), draw(days), (), tuple(dropped)),
        tuple(draw(judged(text, number)) for number in range(draw(st.integers(0, 3)))),
        tuple(DateMention(text[a:b], a, b, draw(names)) for a, b in draw(st.lists(spans(len(text)), max_size=2))),
        tuple(AgeMention("Ann", 40, a, b) for a, b in draw(st.lists(spans(len(text)), max_size=1))),
        draw(some),
        tuple(draw(st.lists(st.builds(Notice, names.map(str), texts), max_size=2))),
        draw(st.none() | st.builds(Recheck, some, some, some, st.lists(changes(len(text)), max_size=2).map(tuple))),
    )
