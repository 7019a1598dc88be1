"""Verified quotes as linked data: schema.org's and the W3C's words, and nothing that the desk has not said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from bot.errors import WrongInput
from store import Scope, open_store
from store.exports import export_file
from store.quotes import QuoteRow
from tests.store.said import stored
from tests.store.test_exports import ROWS
from tests.store.test_transcripts import LINK, added
from tests.vocabularies import annotation_faults, schema_faults

TALK = QuoteRow(
    "The ferry is never late.", "Marta Velling", "2025-03", None, "Morning show", "The Harbour Post",
    "https://post.example/a", date(2025, 3, 6), "Jo Aldous", "2025-03-07T09:00:00+00:00", "recording", None, "HP-17",
)  # fmt: skip


def exported(scope: Scope, path: Path, kind: str) -> dict[str, Any]:
    """The document that an export writes, without the line ends."""
    export_file(scope, path, kind, "The Harbour Post")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


class TestQuotation:
    def test_names_speaker_day_and_source(self, desk: Scope, tmp_path: Path) -> None:
        """A quote is a Quotation by its speaker, based on the article with its outlet, link and day."""
        desk.add_quotes([TALK], "Ines Okafor")
        [one] = exported(desk, tmp_path / "out.jsonld", "quotation")["@graph"]
        assert one.pop("@id").startswith("urn:uuid:")
        assert {
            "@type": "Quotation",
            "text": "The ferry is never late.",
            "identifier": "HP-17",
            "creator": {"name": "Marta Velling"},
            "dateCreated": "2025-03",
            "isBasedOn": {
                "@type": "CreativeWork",
                "name": "Morning show",
                "url": "https://post.example/a",
                "publisher": {"@type": "Organization", "name": "The Harbour Post"},
                "datePublished": "2025-03-06",
            },
        } == one

    def test_is_what_the_name_of_the_file_says(self, desk: Scope, tmp_path: Path) -> None:
        """A .jsonld file is quotations; any other name wants the format to be named."""
        stored(desk, "The ferry is late.")
        assert 1 == export_file(desk, tmp_path / "out.jsonld")
        assert "Quotation" in (tmp_path / "out.jsonld").read_text()
        with pytest.raises(WrongInput, match="--format"):
            export_file(desk, tmp_path / "out.json")

    def test_has_the_same_name_the_next_time(self, desk: Scope, tmp_path: Path) -> None:
        """The same quotes exported again are the same file, so that a reader of it sees what is new."""
        stored(desk, "The ferry is late.", "The bridge is safe.")
        first = exported(desk, tmp_path / "out.jsonld", "quotation")
        assert first == exported(desk, tmp_path / "again.jsonld", "quotation")


class TestClaimReview:
    def test_speaks_of_the_wording_alone(self, desk: Scope, tmp_path: Path) -> None:
        """The claim is that somebody said the words; the desk says how it checked them, and rates nothing as true.

        Who at the desk verified them is nobody else's business.
        """
        desk.add_quotes([TALK], "Ines Okafor")
        [one] = exported(desk, tmp_path / "out.jsonld", "claimreview")["@graph"]
        assert "Marta Velling said: “The ferry is never late.”" == one["claimReviewed"] == one["itemReviewed"]["text"]
        assert {"@type": "Organization", "name": "The Harbour Post"} == one["author"]
        assert ("Wording verified", "2025-03-07T09:00:00+00:00") == (
            one["reviewRating"]["alternateName"],
            one["datePublished"],
        )
        assert "against the recording on 7 Mar 2025" in one["reviewRating"]["ratingExplanation"]
        assert "ratingValue" not in one["reviewRating"]
        assert "Aldous" not in json.dumps(one)
        assert "false" not in json.dumps(one).casefold()

    def test_tells_what_no_longer_stands(self, desk: Scope, tmp_path: Path) -> None:
        """Disputed, retracted and corrected quotes are there as what they are; waiting and withdrawn ones are not."""
        numbers = stored(desk, "The ferry is late.", "The bridge is safe.", "Gulls are back.", "The pier is wet.")
        desk.dispute(numbers[0], "Ines Okafor", "Doubt.")
        desk.retract(numbers[1], "Ines Okafor", "Never said.")
        desk.correct(numbers[2], "The gulls are back.", "Ines Okafor", "Tape.")
        desk.withdraw(numbers[3], "Ines Okafor")
        desk.verify(QuoteRow("I will wait.", "Marta Velling"), "Jo Aldous", second_eye=True)
        told = [
            (one["claimReviewed"].partition("“")[2].rstrip("”"), one["reviewRating"]["alternateName"])
            for one in exported(desk, tmp_path / "out.jsonld", "claimreview")["@graph"]
        ]
        assert [
            ("The ferry is late.", "Wording in dispute"),
            ("The bridge is safe.", "Verification taken back"),
            ("Gulls are back.", "Wording corrected since"),
            ("The gulls are back.", "Wording verified"),
        ] == told


class TestAnnotation:
    def test_points_at_the_words_and_the_second(self, desk: Scope, tmp_path: Path) -> None:
        """A quote with a link is an annotation of that page by its words, and of a recording by its second."""
        added(desk)
        first = exported(desk, tmp_path / "out.json", "annotation")["items"][0]
        assert f"{LINK}?t=1" == first["target"]["source"]
        assert ["Will the depot close this year?", "t=1"] == [
            one.get("exact", one.get("value")) for one in first["target"]["selector"]
        ]

    def test_leaves_out_what_has_no_page(self, desk: Scope, tmp_path: Path) -> None:
        """An annotation is of something: a quote without a link that a browser follows is not written, nor counted."""
        desk.add_quotes([TALK, QuoteRow("Never mind.", "Åse Lind", link="javascript:alert(1)")], "Ines Okafor")
        assert 1 == export_file(desk, tmp_path / "out.json", "annotation")


class TestVocabularies:
    @given(rows=ROWS.map(lambda row: [row, TALK]))
    @settings(max_examples=40, deadline=None)
    def test_have_every_word(self, tmp_path_factory: pytest.TempPathFactory, rows: list[QuoteRow]) -> None:
        """Whatever stands in the store, each export has only types, properties, dates and links as published."""
        folder = tmp_path_factory.mktemp("linked")
        store = open_store(folder / "store.db")
        store.scope().add_quotes(rows, "Ines Okafor")
        for kind in ("quotation", "claimreview"):
            assert [] == schema_faults(exported(store.scope(), folder / "out.jsonld", kind))
        assert [] == annotation_faults(exported(store.scope(), folder / "out.json", "annotation"))
        store.close()
