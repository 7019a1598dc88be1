"""The report for machines that read the page: schema.org quotations and W3C web annotations.

A quotation is what a draft quotes and from where; an annotation is a flag, anchored by the words themselves
(``TextQuoteSelector`` with what stands before and after) and by place (``TextPositionSelector``, in code
points), so that it is found again after an edit.  https://schema.org/Quotation,
https://www.w3.org/TR/annotation-model/.
"""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from bot.models import Article, Flag, Judged, Report, Verdict
from bot.render.fragments import web_link

Document = dict[str, Any]
CONTEXT = 32  # characters before and after the words, as annotation tools commonly keep


def quotations(report: Report) -> Document:
    """The quotes of the draft as schema.org ``Quotation``; a source is named where the store knows one."""
    return {"@context": "https://schema.org", "@graph": [_quotation(judged) for judged in report.quotes]}


def web_annotations(report: Report) -> Document:
    """The flags of the report as a W3C annotation page.

    It and its annotations have names, the same whenever the report is made of the same draft.
    """
    draft = uuid5(NAMESPACE_URL, report.article.text.encode("utf-8", "replace").decode())
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": uuid5(draft, "page").urn,
        "type": "AnnotationPage",
        "items": [_annotation(number, flag, report.article, draft) for number, flag in enumerate(report.flags)],
    }


def selectors(article: Article, start: int, end: int) -> list[Document]:
    """Where some words stand, by the words and by place."""
    text = article.text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _quotation(judged: Judged) -> Document:
    quote = judged.quote
    document: Document = {"@type": "Quotation", "identifier": quote.id, "text": quote.text}
    if quote.speaker:
        document["creator"] = {"name": quote.speaker}
    if quote.said_on:
        document["dateCreated"] = quote.said_on
    if judged.matches and judged.verdict is not Verdict.UNVERIFIED:
        document["isBasedOn"] = _source(judged)
    return document


def _source(judged: Judged) -> Document:
    verified = judged.matches[0].verified
    document: Document = {"@type": "Quotation", "identifier": str(verified.quote_id), "text": verified.text}
    if verified.speaker:
        document["creator"] = {"name": verified.speaker}
    if link := web_link(verified.link):
        document["url"] = link
    return document


def _annotation(number: int, flag: Flag, article: Article, draft: UUID) -> Document:
    source = web_link(article.link or article.source) or draft.urn
    target = {"source": source, "selector": selectors(article, flag.start, flag.end)}
    return {
        "id": uuid5(draft, repr((number, flag.code, flag.start, flag.end))).urn,
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": flag.code},
            {"type": "TextualBody", "purpose": "commenting", "value": flag.message},
        ],
        "target": target,
    }
