"""What published vocabularies say of linked data, to hold documents against.

Terms of schema.org are those of ``rdflib.SDO``, which is made of schema.org's own release; which property belongs to
which type stands on the type's page (https://schema.org/Quotation and so on) and is written down here for the types in
use.  The model of annotations is https://www.w3.org/TR/annotation-model/ (Recommendation of 23 February 2017), whose
terms and "must" are written down here too; to what each term expands is as the W3C publishes it at
http://www.w3.org/ns/anno.jsonld.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from rdflib import RDF, SDO, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection

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
_OA, _AS, _DCT = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/terms/"
_DC, _RDF, _FOAF = "http://purl.org/dc/elements/1.1/", str(RDF), "http://xmlns.com/foaf/0.1/"
_NODES = {
    "body": f"{_OA}hasBody", "target": f"{_OA}hasTarget", "source": f"{_OA}hasSource", "selector": f"{_OA}hasSelector",
    "state": f"{_OA}hasState", "creator": f"{_DCT}creator", "conformsTo": f"{_DCT}conformsTo", "partOf": f"{_AS}partOf",
    "next": f"{_AS}next", "prev": f"{_AS}prev",
}  # fmt: skip
_VALUES = {
    "value": f"{_RDF}value", "exact": f"{_OA}exact", "prefix": f"{_OA}prefix", "suffix": f"{_OA}suffix",
    "format": f"{_DC}format", "language": f"{_DC}language", "name": f"{_FOAF}name",
}  # fmt: skip
_COUNTS = {"start": f"{_OA}start", "end": f"{_OA}end", "startIndex": f"{_AS}startIndex"}
_WORDS = {"motivation": f"{_OA}motivatedBy", "purpose": f"{_OA}hasPurpose"}
_CLASSES = {name: f"{_OA}{name}" for name in _MODEL} | {
    "AnnotationPage": f"{_AS}OrderedCollectionPage", "Person": f"{_FOAF}Person",
}  # fmt: skip
CONTEXT: dict[str, Any] = {
    "id": "@id", "type": "@type", **_CLASSES, **{word: f"{_OA}{word}" for word in MOTIVATIONS}, **_VALUES,
    **{term: {"@id": iri, "@type": "@id"} for term, iri in _NODES.items()},
    **{term: {"@id": iri, "@type": "@vocab"} for term, iri in _WORDS.items()},
    **{term: {"@id": iri, "@type": str(XSD.nonNegativeInteger)} for term, iri in _COUNTS.items()},
    "items": {"@id": f"{_AS}items", "@type": "@id", "@container": "@list"},
    "created": {"@id": f"{_DCT}created", "@type": str(XSD.dateTime)},
}  # fmt: skip
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


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
    twice = [f"{one} twice" for one in set(ids) if ids.count(one) > 1]
    return [*_faults(page, "AnnotationPage"), *twice, *_expanded(page)]


def _expanded(page: dict[str, Any]) -> Iterator[str]:
    """What of a page is lost, or stands for something else, where it is read as RDF under the published terms."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        read = Graph().parse(data=json.dumps({**page, "@context": CONTEXT}), format="json-ld", base="urn:page:")
    said = {str(predicate) for predicate in read.predicates()}
    terms = {term: iri if isinstance(iri, str) else iri["@id"] for term, iri in CONTEXT.items()}
    for key in _keys(page) - {"@context", "id", "type"}:
        if terms.get(key) not in said:
            yield f"{key} is lost"
    yield from (f"class {kind}" for kind in read.objects(None, RDF.type) if str(kind) not in _CLASSES.values())
    words = {f"{_OA}{word}" for word in MOTIVATIONS}
    for term in _WORDS.values():
        yield from (f"{word} of {term}" for word in read.objects(None, URIRef(term)) if str(word) not in words)
    for count in (one for iri in _COUNTS.values() for one in read.objects(None, URIRef(iri))):
        if not isinstance(count, Literal) or not isinstance(count.value, int) or count.value < 0:
            yield f"{count} is no count"
    for moment in read.objects(None, URIRef(f"{_DCT}created")):
        if not isinstance(moment, Literal) or moment.datatype != XSD.dateTime or not _UTC.fullmatch(str(moment)):
            yield f"created {moment}"
    listed = sum(len(list(Collection(read, head))) for head in read.objects(None, URIRef(f"{_AS}items")))
    annotations = set(read.subjects(RDF.type, URIRef(f"{_OA}Annotation")))
    if not listed == len(annotations) == len(page["items"]):
        yield f"{len(page['items'])} annotations, read as {listed} in the list and {len(annotations)} in all"


def _keys(node: object) -> set[str]:
    if isinstance(node, dict):
        return set(node).union(*map(_keys, node.values()))
    return set().union(*map(_keys, node)) if isinstance(node, list) else set()


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
