"""What published vocabularies say of linked data, to hold documents against.

Terms of schema.org are those of ``rdflib.SDO``, which is made of schema.org's own release; which property belongs to
which type stands on the type's page (https://schema.org/Quotation and so on) and is written down here for the types in
use.  The model of annotations is https://www.w3.org/TR/annotation-model/ (Recommendation of 23 February 2017), whose
terms and "must" are written down here too.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from rdflib import RDF, SDO, Graph, Literal, URIRef

_THING = {"name", "description", "identifier", "url", "sameAs", "image"}
_WORK = _THING | {
    "text", "author", "creator", "publisher", "datePublished", "dateCreated", "isBasedOn", "about", "inLanguage",
    "abstract", "citation", "recordedAt", "review",
}  # fmt: skip
PROPERTIES = {
    "Quotation": _WORK | {"spokenByCharacter"},
    "CreativeWork": _WORK,
    "Claim": _WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "ClaimReview": _WORK | {"claimReviewed", "itemReviewed", "reviewRating", "reviewBody", "reviewAspect"},
    "Rating": _THING | {"alternateName", "ratingExplanation", "ratingValue", "bestRating", "worstRating", "author"},
    "Organization": _THING,
    "Person": _THING,
}
_DATES = {"datePublished", "dateCreated"}
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
_MODEL: dict[str, tuple[set[str], set[str]]] = {
    "AnnotationPage": ({"id", "type", "items"}, {"@context", "partOf", "next", "prev", "startIndex"}),
    "Annotation": ({"id", "type", "target"}, {"body", "motivation", "created", "creator", "@context"}),
    "TextualBody": ({"type", "value"}, {"id", "format", "language", "purpose", "creator", "created"}),
    "TextQuoteSelector": ({"type", "exact"}, {"prefix", "suffix"}),
    "TextPositionSelector": ({"type", "start", "end"}, set()),
    "FragmentSelector": ({"type", "value"}, {"conformsTo"}),
    "SpecificResource": ({"source"}, {"id", "type", "selector", "state", "purpose"}),
}
"""Of each class the keys that it must have, and those that it may have besides."""


def schema_faults(document: dict[str, Any]) -> list[str]:
    """Every type, property and value of a document that schema.org does not have so."""
    assert "https://schema.org" == document["@context"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a class that rdflib's own parser uses
        read = Graph().parse(data=json.dumps({**document, "@context": {"@vocab": str(SDO)}}), format="json-ld")
    faults = [str(kind) for kind in read.objects(None, RDF.type) if kind not in SDO]
    for subject, predicate, value in read:
        if predicate == RDF.type:
            continue
        kinds = {str(kind).removeprefix(str(SDO)) for kind in read.objects(subject, RDF.type)} or {"Person"}
        term = str(predicate).removeprefix(str(SDO))
        if predicate not in SDO or not any(term in PROPERTIES[kind] for kind in kinds):
            faults.append(f"{term} of {kinds}")
        if term in _DATES and not (isinstance(value, Literal) and _ISO.fullmatch(str(value))):
            faults.append(f"{term} {value}")
        if term == "url" and urlsplit(str(value)).scheme not in ("http", "https"):
            faults.append(f"url {value}")
    names = [one for one in read.subjects(RDF.type, None) if isinstance(one, URIRef)]
    return faults + [f"{name} twice" for name in set(names) if names.count(name) > 1]


def annotation_faults(page: dict[str, Any]) -> list[str]:
    """Every key, class and value of a page of annotations that the model does not have so."""
    assert "http://www.w3.org/ns/anno.jsonld" == page["@context"]
    ids = [one["id"] for one in page["items"] if "id" in one]
    return [*_faults(page, "AnnotationPage"), *(f"{one} twice" for one in set(ids) if ids.count(one) > 1)]


def _faults(node: dict[str, Any], kind: str) -> Iterator[str]:
    kind = node.get("type", kind)
    if kind not in _MODEL:
        yield f"class {kind}"
        return
    wanted, allowed = _MODEL[kind]
    yield from (f"{kind} has no {key}" for key in wanted - set(node))
    yield from (f"{kind} has {key}" for key in set(node) - wanted - allowed)
    for key in ("motivation", "purpose"):
        if key in node and node[key] not in MOTIVATIONS:
            yield f"{key} {node[key]}"
    for key in ("id", "source"):
        if key in node and not urlsplit(node[key]).scheme:
            yield f"{key} {node[key]}"
    within = {"items": "Annotation", "body": "TextualBody", "target": "SpecificResource", "selector": "no selector"}
    for key, expected in within.items():
        inner = node.get(key, [])
        for one in inner if isinstance(inner, list) else [inner]:
            yield from _faults(one, expected)
