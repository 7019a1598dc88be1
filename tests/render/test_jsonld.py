"""What machines read on the page."""

from __future__ import annotations

from bot.models import Article
from bot.render.jsonld import CONTEXT, quotations, selectors, web_annotations
from tests.vocabularies import annotation_faults, schema_faults

from .harbour import demo_report
from .reports import DRAFT


class TestQuotations:
    def test_a_quote_names_its_speaker_and_its_source(self) -> None:
        """A matched quote is based on the verified one, with the page it stands on."""
        first = quotations(demo_report())["@graph"][0]
        assert (
            first["@type"],
            first["text"],
            first["creator"]["name"],
        ) == ("Quotation", "We will close a depot this year,", "Greta Halloran")
        assert first["isBasedOn"]["url"] == "https://tide.example/2025/03/packet-and-gannet"

    def test_a_quote_that_is_not_in_the_store_has_no_source(self) -> None:
        """Nothing is claimed of words that nobody has verified."""
        graph = quotations(demo_report())["@graph"]
        assert [q for q in graph if q["text"].startswith("I have missed") and "isBasedOn" in q] == []


class TestAnnotations:
    def test_a_flag_is_anchored_by_words_and_by_place(self) -> None:
        """The words with what stands around them, and the code points, name the same place."""
        for item, flag in zip(web_annotations(demo_report())["items"], demo_report().flags, strict=True):
            words, place = item["target"]["selector"]
            assert DRAFT[flag.start : flag.end] == words["exact"]
            assert (flag.start, flag.end) == (place["start"], place["end"])
            assert words["prefix"] + words["exact"] + words["suffix"] in DRAFT

    def test_context_stops_at_the_ends_of_the_text(self) -> None:
        """At the head there is nothing before; further on there are 32 characters."""
        article = Article("x" * 40 + "cat" + "y" * 40)
        assert [s["prefix"] for s in selectors(article, 0, 2) if "prefix" in s] == [""]
        assert selectors(article, 40, 43)[0]["prefix"] == "x" * CONTEXT
        assert selectors(article, 40, 43)[0]["suffix"] == "y" * CONTEXT


class TestVocabularies:
    def test_have_every_word_of_the_quotations(self) -> None:
        """Types, properties and dates are schema.org's."""
        assert [] == schema_faults(quotations(demo_report()))

    def test_have_every_word_of_the_annotations(self) -> None:
        """Classes, keys, motivations and what must be there are the W3C's, also for a draft without an address."""
        assert [] == annotation_faults(web_annotations(demo_report()))

    def test_would_tell_what_they_have_not(self) -> None:
        """The measure itself: a word that schema.org has not, one in the wrong place, a page without a name."""
        wrong = {"@context": "https://schema.org", "@graph": [{"@type": "Quotation", "utterer": "x", "ratingValue": 1}]}
        page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [{"target": {}}]}
        assert 2 == len(schema_faults(wrong))
        assert {"AnnotationPage has no id", "Annotation has no id", "SpecificResource has no source"} < set(
            annotation_faults(page)
        )

    def test_would_tell_what_is_lost_in_reading(self) -> None:
        """The measure itself: a key that is no term, a moment without its zone and a place before the text's head."""
        selector = {"type": "TextPositionSelector", "start": -1, "end": 4}
        one = {
            "id": "urn:a", "type": "Annotation", "created": "2025-03-03T10:00:00", "utterer": "x",
            "target": {"source": "urn:b", "selector": selector},
        }  # fmt: skip
        page = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:p", "type": "AnnotationPage", "items": [one]}
        told = {"Annotation has utterer", "utterer is lost", "-1 is no count", "created 2025-03-03T10:00:00"}
        assert told == set(annotation_faults(page))
