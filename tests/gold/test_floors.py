"""What is read and judged right in the gold articles; the floors are in ``floors.toml`` and only rise."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from math import floor
from typing import Any

import pytest

from bot.models import Flag, Judged, Severity
from bot.names.forms import fold_name, strip_title
from tests.gold.desk import CASES, FOLDER, OF_AN_EDIT, Checked, about, fold, places, run, touch

FLOORS = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
Tally = Counter[tuple[str, bool]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[Checked]:
    work = tmp_path_factory.mktemp("gold")
    return list(chain.from_iterable(run(folder, work) for folder in CASES))


@pytest.fixture(scope="module")
def shares(checked: list[Checked]) -> dict[str, float]:
    """Of every figure, the share that is right."""
    tally: Tally = Counter()
    for one in checked:
        tally.update(_quotes(one))
        tally.update(_flags(one))
        if one.first:
            tally.update(_days_and_ages(one))
    names = {name for name, _ in tally}
    return {name: tally[name, True] / (tally[name, True] + tally[name, False]) for name in names}


class TestFloors:
    @pytest.mark.parametrize("figure", sorted(FLOORS))
    def test_is_held_and_raised(self, shares: Mapping[str, float], figure: str) -> None:
        """Nothing that was read right is read wrong again, and what is won is pinned."""
        reached = floor(shares[figure] * 1000) / 1000
        assert reached >= FLOORS[figure], f"{figure} fell to {reached}"
        assert reached <= FLOORS[figure], f"{figure} reached {reached}: raise its floor in floors.toml"

    def test_every_figure_has_a_floor(self, shares: Mapping[str, float]) -> None:
        """A figure without a floor could fall unseen."""
        assert set(FLOORS) == set(shares)

    def test_every_finding_is_wanted_somewhere(self, checked: list[Checked]) -> None:
        """The gold articles hold every hold and query that a first check can raise."""
        from bot.flags.registry import REGISTRY

        wanted = {flag["code"] for one in checked for flag in one.gold["flags"]}
        assert (
            set()
            == {code for code, rule in REGISTRY.items() if rule.severity is not Severity.NOTE} - wanted - OF_AN_EDIT
        )


def _quotes(one: Checked) -> Iterator[tuple[str, bool]]:
    """Each gold quote found or not, with its speaker, kind and verdict; each quote that is none."""
    left = list(one.report.quotes)
    for gold in sorted(one.gold["quotes"], key=lambda quote: bool(quote.get("optional"))):
        found = next((judged for judged in left if fold(judged.quote.text) == fold(gold["text"])), None)
        if found is not None:
            left.remove(found)
        if gold.get("optional"):
            continue
        yield "quotes_found", found is not None
        if found is not None:
            yield "quotes_right", True
            yield "speakers", _is_speaker(found, gold["speaker"])
            yield "kinds", found.quote.kind in _list(gold["kind"])
            yield "verdicts", found.verdict in _list(gold["verdict"])
    optional = [fold(gold["text"]) for gold in one.gold["quotes"] if gold.get("optional")]
    for judged in left:
        words = fold(judged.quote.text)
        if not any(words in other or other in words for other in optional):
            yield "quotes_right", False


def _is_speaker(judged: Judged, gold: str | list[str | None] | None) -> bool:
    said = fold_name(strip_title(judged.quote.speaker)) if judged.quote.speaker else None
    return said in {fold_name(strip_title(name)) if name else None for name in _list(gold)}


def _flags(one: Checked) -> Iterator[tuple[str, bool]]:
    """Each wanted flag raised or not, each raised one wanted or not, and whether a clean draft is silent."""
    told = [flag for flag in one.report.flags if flag.severity is not Severity.NOTE]
    for gold in one.gold["flags"]:
        spans = about(gold["about"], one.text)
        if gold["code"] in OF_AN_EDIT or any(flag.severity is Severity.NOTE for flag in _coded(one, gold["code"])):
            continue
        yield "flags_found", any(_points(flag, one, spans) for flag in _coded(one, gold["code"]))
    for flag in told:
        wanted = [about(gold["about"], one.text) for gold in one.gold["flags"] if gold["code"] == flag.code]
        if any(_points(flag, one, spans) for spans in wanted):
            yield "flags_right", True
        elif not _allowed(flag, one):
            yield "flags_right", False
    if one.gold.get("clean") and one.first:
        yield "silent", not [flag for flag in told if not _allowed(flag, one)]


def _coded(one: Checked, code: str) -> list[Flag]:
    return [flag for flag in one.report.flags if flag.code == code]


def _points(flag: Flag, one: Checked, spans: list[tuple[int, int]]) -> bool:
    return any(touch(place, span) for place in places(flag, one.report) for span in spans)


def _allowed(flag: Flag, one: Checked) -> bool:
    for item in one.gold.get("allowed", ()):
        if item == flag.code:
            return True
        if isinstance(item, dict) and item["code"] == flag.code and _points(flag, one, about(item["about"], one.text)):
            return True
    return False


def _days_and_ages(one: Checked) -> Iterator[tuple[str, bool]]:
    found = [(mention.text, mention.value) for mention in one.report.dates]
    for gold in one.gold["dates"]:
        yield "dates", (gold["text"], gold["value"]) in found
    ages = [(fold_name(age.person), age.age) for age in one.report.ages]
    for gold in one.gold["ages"]:
        yield "ages", (fold_name(gold["person"]), gold["age"]) in ages


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
