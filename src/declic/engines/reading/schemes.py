"""Schemes named in a passage: programmes, contracts, tools and actions that have a name of their own."""

import re
from collections.abc import Sequence

from declic.engines.reading.drafts import NamedDraft
from declic.engines.reading.organisations import first_come, merged_by_name
from declic.engines.reading.text import Layout
from declic.units.spans import Span


QUOTED = re.compile(r"«\s?(?P<name>[^«»]{3,160}?)\s?»")
AXIS_BEFORE = re.compile(r"\b(?:axes?|thematiques?|orientations?|articles?)\b[^.«]{0,12}$")
CALLED = re.compile(
    r"\b(?:dispositif|programme|outil|plateforme|application|portail|site|logiciel|label|operation)s? "
    r"(?=(?P<name>[a-zœ0-9]))",
)
PROPER_RUN = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s(?:(?:de|du|des|la|en|l['’]|d['’])\s?)?[A-ZÀ-ÖØ-Þ][\w’'-]*){0,4}"
)
KNOWN_KINDS = re.compile(
    r"\badultes?[ -]relais\b|\bcontrats? de ville\b|\bcontrats? loca(?:l|ux) de sante(?: \([a-z]{2,6}\))?"
    r"|\bcontrats? d'engagement(?: jeunes?| republicain)?\b|\bprogrammes? de reussite educative\b"
    r"|\bservices? civiques?\b|\bgarantie jeunes\b|\bpass'?[ -](?:culture|sport|numerique|sante)\b|\bprevention specialisee\b"
    r"|\bparcours emploi competences\b|\bcordees de la reussite\b|\baccompagnement scolaire\b"
    r"|\bcontrats? local d'accompagnement a la scolarite\b|\bcites? de l'emploi\b",
)
CALLS_FOR_PROJECTS = re.compile(r"\bappels? a (?:projets?|manifestation d'interet)(?: [a-zœ'-]{1,20}){0,5}")


def find_schemes(layout: Layout, spans: Sequence[Span]) -> tuple[NamedDraft, ...]:
    """Find the schemes that a passage names, each once, in reading order; the name of an axis is not one."""
    return merged_by_name(
        layout,
        first_come(
            candidate
            for span in spans
            for candidate in (*_quoted(layout, span), *_called(layout, span), *_known(layout, span))
        ),
    )


def _quoted(layout: Layout, span: Span) -> list[Span]:
    return [
        Span(*match.span("name"))
        for match in QUOTED.finditer(layout.text, span.start, span.end)
        if not AXIS_BEFORE.search(layout.folded[max(span.start, match.start() - 40) : match.start()])
    ]


def _called(layout: Layout, span: Span) -> list[Span]:
    found: list[Span] = []
    for match in CALLED.finditer(layout.folded, span.start, span.end):
        name = PROPER_RUN.match(layout.text, match.end(), span.end)
        if name:
            found.append(Span(*name.span()))
    return found


def _known(layout: Layout, span: Span) -> list[Span]:
    kinds = (KNOWN_KINDS, CALLS_FOR_PROJECTS)
    return [
        Span(*match.span()) for kind in kinds for match in kind.finditer(layout.folded, span.start, span.end)
    ]
