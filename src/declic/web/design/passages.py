"""From what the records cite to what a page shows: the words, and the link to their place in the document."""

from typing import Any

from django.urls import reverse

from declic.records.council.passages import Cited, Passage
from declic.units.spans import Span
from declic.web.design.components import Citation, OriginMark, Source, Term


def passage_url(passage: Passage) -> str:
    """Give the address that shows a passage highlighted in its document."""
    return text_url(passage.version_id, passage=Span(passage.start, passage.end))


def text_url(version_id: int, *, passage: Span | None) -> str:
    """Give the address of the text of a document, with a passage highlighted where there is one."""
    address = reverse("document", kwargs={"version_id": version_id})
    return f"{address}?de={passage.start}&a={passage.end}#passage" if passage else address


def pages_url(version_id: int, *, passage: Span | None) -> str:
    """Give the address of the pictures of a document's pages, with a passage outlined where there is one."""
    address = reverse("document_pages", kwargs={"version_id": version_id})
    return f"{address}?de={passage.start}&a={passage.end}" if passage else address


def citation_of(passage: Passage, *, note: str = "", is_large: bool = False) -> Citation:
    """Quote a passage, with the link to its place."""
    return Citation(quote=_joined(passage.quote), url=passage_url(passage), note=note, is_large=is_large)


def first_citation(
    passages: tuple[Passage, ...], *, note: str = "", is_large: bool = False
) -> Citation | None:
    """Quote the first of several passages; None where there is none."""
    return citation_of(passages[0], note=note, is_large=is_large) if passages else None


def first_source(passages: tuple[Passage, ...]) -> Source | None:
    """Link to the first of several passages; None where there is none."""
    return Source(passage_url(passages[0]), of=_joined(passages[0].quote)) if passages else None


def cited_term(label: str, cited: Cited[str]) -> Term:
    """Show a cited value under its label, with its origin and its passage."""
    return stated_term(label, cited.value, cited=cited)


def stated_term(label: str, text: str, *, cited: Cited[Any]) -> Term:
    """Show a cited value in other words than its own (a date in full), with its origin and its passage."""
    return Term(label, text, OriginMark(cited.origin), first_source(cited.passages))


def _joined(words: str) -> str:
    return " ".join(words.split())
