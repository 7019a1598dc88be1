"""Verified quotes for machines: schema.org ``Quotation`` and ``ClaimReview``, and W3C web annotations.

The words of these documents are those of https://schema.org (``Quotation``, ``Claim``, ``ClaimReview``), of the *Web
Annotation Data Model* (https://www.w3.org/TR/annotation-model/), and of *Media Fragments URI 1.0* for the second of a
recording.  A claim review says what the desk has done, and of the wording alone: that somebody said these words.  It
rates nothing true or false, and names nobody of the desk.
"""

from __future__ import annotations

import re
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot.models import State, VerifiedQuote
from bot.render.fragments import web_link
from bot.render.words import day

Document = dict[str, Any]
GRAPH: Document = {"@context": "https://schema.org", "@graph": []}
PAGE: Document = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": uuid5(NAMESPACE_URL, "verified quotes as annotations").urn,
    "type": "AnnotationPage",
    "items": [],
}
"""What stands round the documents of many quotes."""
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_STANDING = {
    State.VERIFIED: "Wording verified",
    State.DISPUTED: "Wording in dispute",
    State.CORRECTED: "Wording corrected since",
    State.RETRACTED: "Verification taken back",
}


def quotation(quote: VerifiedQuote) -> Document:
    """A verified quote as schema.org ``Quotation``, based on the article or recording that it comes from."""
    document: Document = {"@type": "Quotation", "@id": name_of(quote), "text": quote.text}
    document |= _given(
        identifier=quote.external_id,
        creator={"name": quote.speaker} if quote.speaker else None,
        dateCreated=iso_date(quote.said_on),
        isBasedOn=_source(quote),
    )
    return document


def claim_review(quote: VerifiedQuote, outlet: str | None = None) -> Document:
    """What the desk says of the claim that somebody said these words; ``outlet`` is the desk's own name."""
    claim: Document = {"@type": "Claim", "text": _claim(quote)}
    claim |= _given(firstAppearance=_source(quote))
    rating = {"@type": "Rating", "alternateName": _STANDING[quote.state], "ratingExplanation": _explained(quote)}
    document: Document = {"@type": "ClaimReview", "@id": name_of(quote, "review"), "claimReviewed": _claim(quote)}
    document |= {"itemReviewed": claim, "reviewRating": rating}
    author = {"@type": "Organization", "name": outlet} if outlet else None
    return document | _given(author=author, datePublished=iso_date(quote.verified_at))


def annotation(quote: VerifiedQuote) -> Document | None:
    """The quote as an annotation of the page or recording that it is from; None where it has no link."""
    link = web_link(quote.link)
    if link is None:
        return None
    selectors: list[Document] = [{"type": "TextQuoteSelector", "exact": quote.text}]
    if quote.second is not None:
        selectors.append({"type": "FragmentSelector", "conformsTo": MEDIA_FRAGMENTS, "value": f"t={quote.second}"})
    said = f"{quote.speaker}. " if quote.speaker else ""
    return {
        "id": name_of(quote, "annotation"),
        "type": "Annotation",
        "motivation": "assessing",
        "body": {"type": "TextualBody", "purpose": "assessing", "value": said + _explained(quote), "language": "en"},
        "target": {"source": link, "selector": selectors},
    }


def name_of(quote: VerifiedQuote, kind: str = "quote") -> str:
    """A name by which the same quote is known again in a later export, as a ``urn:uuid``."""
    told = (kind, quote.quote_id, quote.text, quote.speaker, quote.verified_at)
    return uuid5(NAMESPACE_URL, repr(told)).urn


def iso_date(moment: str | None) -> str | None:
    """A moment at the precision known where ISO 8601 has it (2024, 2024-07), None for a quarter or a season."""
    return moment if moment and _ISO.fullmatch(moment) else None


def _claim(quote: VerifiedQuote) -> str:
    return f"{quote.speaker or 'Somebody who is not named'} said: “{quote.text}”"


def _explained(quote: VerifiedQuote) -> str:
    """What was done, in a sentence: by whom stays in the store."""
    held_to = f" against the {quote.against}" if quote.against and " " not in quote.against else ""
    when = f" on {day(quote.verified_at)}" if day(quote.verified_at) else ""
    checked = f"The desk checked the wording{held_to}{when}."
    if quote.state is State.VERIFIED:
        return f"{checked} It says nothing of whether what was said is so."
    return f"{checked} Since then: {_STANDING[quote.state].lower()}."


def _source(quote: VerifiedQuote) -> Document | None:
    publisher = {"@type": "Organization", "name": quote.outlet} if quote.outlet else None
    published = quote.published.isoformat() if quote.published else None
    told = _given(name=quote.source, url=web_link(quote.link), publisher=publisher, datePublished=published)
    return {"@type": "CreativeWork", **told} if told else None


def _given(**values: object) -> Document:
    return {key: value for key, value in values.items() if value is not None}
