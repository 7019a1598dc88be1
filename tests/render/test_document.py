"""The JSON of a report: its keys, its values, and the way back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from bot.errors import WrongInput
from bot.models import AgeMention, Article, DateMention, Reading, Report, State
from bot.render.document import read_report, reading_document, report_document, verified_document

from .harbour import demo_report, rechecked_report
from .reports import verified
from .strategies import reports

TOP = {"version", "article", "summary", "quotes", "dates", "ages", "flags", "notices"}
ARTICLE = {"title", "source", "outlet", "published", "text", "dropped"}
QUOTE = {
    "id", "text", "start", "end", "kind", "group", "speaker", "speaker_as_written", "speaker_start",
    "speaker_end", "confidence", "cue", "venue", "said_on",
}  # fmt: skip
MATCH = {
    "quote_id", "external_id", "text", "speaker", "source", "outlet", "link", "venue", "said_on", "published",
    "verified_by", "verified_at", "against", "note", "state", "score", "diff",
}  # fmt: skip
EDIT = {"op", "draft", "draft_start", "draft_end", "verified", "verified_start", "verified_end"}
FLAG = {"code", "severity", "quote", "quotes", "start", "end", "message", "evidence"}
EVIDENCE = {
    "quote_id", "quote", "text", "speaker", "source", "outlet", "link", "said_on", "published", "verified_by",
    "verified_at",
}  # fmt: skip


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The bundled draft's report as a program reads it."""
    read: dict[str, Any] = json.loads(json.dumps(report_document(demo_report())))
    return read


class TestReport:
    def test_every_key_of_the_format_is_there(self, document: dict[str, Any]) -> None:
        """A program finds every key at every level, null where nothing is known."""
        quote = document["quotes"][0]
        missing = [
            wanted - set(found)
            for wanted, found in [
                (TOP, document),
                (ARTICLE, document["article"]),
                (QUOTE | {"verdict", "matches"}, quote),
                (MATCH, quote["matches"][0]),
                (EDIT, quote["matches"][0]["diff"][0]),
                (FLAG, document["flags"][0]),
                (EVIDENCE, document["flags"][0]["evidence"][0]),
                ({"text", "start", "end", "value", "kind"}, document["dates"][0]),
                ({"person", "age", "start", "end"}, document["ages"][0]),
                ({"start", "end", "reason"}, document["article"]["dropped"][0]),
            ]
        ]
        assert [set()] * len(missing) == missing

    def test_the_summary_counts_quotes_verdicts_and_flags(self, document: dict[str, Any]) -> None:
        """The counts are those of the lists below them, and only verdicts that occur are named."""
        counted = document["summary"]
        assert len(document["quotes"]) == counted["quotes"] == sum(counted["verdicts"].values())
        assert len(document["flags"]) == counted["hold"] + counted["query"] + counted["note"]
        assert all(counted["verdicts"].values())

    def test_places_are_of_the_article_and_of_the_verified_text(self, document: dict[str, Any]) -> None:
        """Each side of a difference is found by its offsets in its own text."""
        for quote in document["quotes"]:
            assert quote["text"] == document["article"]["text"][quote["start"] : quote["end"]]
            for match in quote["matches"]:
                for edit in match["diff"]:
                    ours = document["article"]["text"][edit["draft_start"] : edit["draft_end"]]
                    assert edit["draft"] == ours
                    assert edit["verified"] == match["text"][edit["verified_start"] : edit["verified_end"]]

    def test_a_first_check_has_no_recheck_key(self, document: dict[str, Any]) -> None:
        """Only a re-check says what was fixed."""
        assert "recheck" not in document

    def test_a_recheck_lists_whole_flags(self) -> None:
        """Fixed, open and new are lists of flags like any other, and the changed paragraphs stand beside them."""
        found = report_document(rechecked_report())["recheck"]
        assert {"fixed", "open", "new", "changes"} == set(found)
        assert set(found["fixed"][0]) == FLAG

    def test_a_flag_names_its_first_quote_and_all_of_them(self, document: dict[str, Any]) -> None:
        """A flag on no quote says null, one on several says the first."""
        assert all(flag["quote"] == (flag["quotes"] or [None])[0] for flag in document["flags"])


class TestReadReport:
    @given(reports())
    @settings(max_examples=60, deadline=None)
    def test_a_report_comes_back_as_it_went(self, report: Report) -> None:
        """What JSON keeps of a report is read back unchanged."""
        assert report == read_report(json.loads(json.dumps(report_document(report))))

    def test_unknown_keys_are_passed_over(self, document: dict[str, Any]) -> None:
        """A report with additions of a later release is read all the same."""
        grown = json.loads(json.dumps(document))
        grown["mood"] = grown["quotes"][0]["mood"] = grown["flags"][0]["mood"] = "sunny"
        assert read_report(document) == read_report(grown)

    @pytest.mark.parametrize(
        "other",
        [
            {},
            [],
            {"version": "1"},
            {"version": 1},
            {"version": 1, "article": {"text": 5}},
            {"version": 1, "article": {"text": ""}, "quotes": "none"},
            {"version": 1, "article": {"text": ""}, "quotes": [7], "dates": [], "ages": [], "flags": [], "notices": []},
        ],
    )
    def test_what_is_no_report_is_refused_with_a_sentence(self, other: Any) -> None:
        """An editor who gives the wrong file is told which one is wanted."""
        with pytest.raises(WrongInput) as caught:
            read_report(other)
        assert "verbatim check --json" in caught.value.for_editor

    def test_a_newer_report_is_refused(self) -> None:
        """A report of a later version is not guessed at."""
        with pytest.raises(WrongInput) as caught:
            read_report({"version": 2})
        assert "newer" in caught.value.for_editor

    @pytest.mark.parametrize(
        "change", [{"start": -1}, {"end": True}, {"kind": "shout"}, {"text": None}, {"verdict": "x"}]
    )
    def test_a_broken_quote_is_refused(self, document: dict[str, Any], change: dict[str, Any]) -> None:
        """A report that somebody edited by hand does not pass for one."""
        broken = json.loads(json.dumps(document))
        broken["quotes"][0].update(change)
        with pytest.raises(WrongInput):
            read_report(broken)


class TestOtherDocuments:
    def test_a_reading_has_quotes_without_verdicts(self) -> None:
        """Extraction says what stands in the article and judges nothing."""
        quote = demo_report().quotes[0].quote
        mention = DateMention("yesterday", 0, 9, None)
        reading = Reading(Article("x"), (quote,), dates=(mention,), ages=(AgeMention("Ann", 40, 0, 2),))
        document = reading_document(reading, id="a7")
        assert list(document) == ["id", "quotes", "dates", "ages"]
        assert set() == QUOTE - set(document["quotes"][0])
        assert {"verdict", "matches"}.isdisjoint(document["quotes"][0])
        assert None is document["dates"][0]["value"]

    def test_a_reading_has_no_id_of_its_own(self) -> None:
        """An id is there only where the caller gave one, even a zero."""
        assert "id" not in reading_document(Reading(Article("x")))
        assert reading_document(Reading(Article("x")), id=0)["id"] == 0

    def test_a_verified_quote_says_its_state_and_day(self) -> None:
        """Dates are ISO 8601 and a state is a word."""
        document = verified_document(verified(4, "The cat stays.", "Elias Roake", state=State.DISPUTED))
        assert (document["published"], document["state"], document["quote_id"]) == ("2025-03-03", "disputed", 4)
        assert set() == MATCH - {"score", "diff"} - set(document)
