"""Parties against themselves: a function, a title said in two ways, and deliberations that are awaited."""

import re
from collections.abc import Iterator

from declic.engines.reading.drafts import Finding, PactDraft, PartyDraft, Severity, SittingDraft, Stated
from declic.engines.reading.pact_header import PLAN_TITLE
from declic.engines.reading.passages import clean_title
from declic.engines.reading.text import Layout
from declic.engines.reading.wordings import likeness, same_wording, stems_of
from declic.units.folding import fold
from declic.units.spans import Span


HEADS = r"directeurs?|directrices?|presidente?|delegue?e?|inspecteur|inspectrice|recteur|rectrice|chef|responsable|secretaire"
RANKS = (
    r"regionale?|territoriale?|departementale?|nationale?|generale?|adjointe?|academique|interregionale?|interdepartementale?"
    r"|zonale?|locale?|executi(?:f|ve)|honoraire"
)
RANKED = re.compile(rf"\b(?P<head>{HEADS}) (?P<ranks>(?:{RANKS})(?: (?:{RANKS}))?)\b")
LEADS_TO_TITLE = re.compile(r"(?:rapport|deliberation|objet|point|question|projet)\b[^:–—-]{0,30}[:–—-]\s*")
CLOSE_TITLE = 0.6
KINDS = (
    ("commun", re.compile(r"\b(?:communaute|metropole|agglomeration|intercommunal|syndicat)")),
    ("municip", re.compile(r"\b(?:commune|ville|mairie)\b")),
    ("departement", re.compile(r"\b(?:departement|conseil departemental)")),
    ("region", re.compile(r"\b(?:region|conseil regional)\b")),
)
STATE_SERVICES = re.compile(r"\b(?:agence|direction|caisse|academie|prefecture|rectorat|chambre|ministere)\b")


def party_findings(layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft) -> Iterator[Finding]:
    """Give the findings about who makes the pact, under which title, and who has still to vote."""
    yield from _functions(layout, pact)
    if pact.title:
        yield from _titles(layout, pact.title)
    if pact.reserve:
        yield from _awaited(pact, pact.reserve, sitting=sitting)


def _functions(layout: Layout, pact: PactDraft) -> Iterator[Finding]:
    by_name = {party.organisation: party for party in pact.parties}
    for block in pact.signature_blocks:
        party = by_name.get(block.organisation or "")
        signs = RANKED.search(fold(layout.rejoined(block.spans[0])))
        stands = _ranked(party) if party else None
        if not party or not signs or not stands or _key(signs) == _key(stands):
            continue
        if signs["head"][:5] == stands["head"][:5]:
            yield Finding(
                rule="function-differs",
                severity=Severity.WARNING,
                message=f"{party.organisation} : « {_said(party, stands)} » parmi les parties,"
                f" « {layout.rejoined(block.spans[0])[signs.start() : signs.end()]} » à la signature.",
                spans=(party.spans[0], block.spans[0]),
            )


def _ranked(party: PartyDraft) -> re.Match[str] | None:
    if len(party.representatives) != 1:
        return None
    return RANKED.search(fold(party.representatives[0].function or ""))


def _said(party: PartyDraft, found: re.Match[str]) -> str:
    return (party.representatives[0].function or "")[found.start() : found.end()]


def _key(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(sorted(word[:6] for word in found["ranks"].split()))


def _titles(layout: Layout, title: Stated[str]) -> Iterator[Finding]:
    """Compare the title of the pact with the headings, before it, that name it."""
    for line in layout.lines:
        if line.is_blank or line.span.end > title.spans[0].start:
            continue
        lead = LEADS_TO_TITLE.match(fold(line.text))
        words = clean_title(line.text[lead.end() if lead else 0 :])
        names_it = (
            PLAN_TITLE.match(fold(words)) and not words.endswith(".") and len(words) <= len(title.value) * 2
        )
        if not names_it or same_wording(words, title.value):
            continue
        if likeness(stems_of(words), stems_of(title.value)) >= CLOSE_TITLE and len(words) * 2 > len(
            title.value
        ):
            yield Finding(
                rule="title-differs",
                severity=Severity.WARNING,
                message=f"Le titre est « {words} » ici, « {title.value} » en tête du pacte.",
                spans=(line.span, title.spans[0]),
            )
            return


def _awaited(pact: PactDraft, reserve: Stated[str], *, sitting: SittingDraft | None) -> Iterator[Finding]:
    authorities = [party for party in pact.parties if _kind(party.organisation)]
    attached = _attached(authorities, sitting=sitting)
    missing = [party for party in authorities if party is not attached]
    if not missing:
        return
    names = ", ".join(party.organisation for party in missing)
    spans: tuple[Span, ...] = (*reserve.spans, *(party.spans[0] for party in missing))
    yield Finding(
        rule="deliberation-awaited",
        severity=Severity.INFO,
        message=f"L'engagement dépend du vote des assemblées, et leur délibération n'est pas jointe : {names}.",
        spans=spans,
    )


def _kind(organisation: str) -> str | None:
    plain = fold(organisation)
    if STATE_SERVICES.search(plain):
        return None
    return next((kind for kind, pattern in KINDS if pattern.search(plain)), None)


def _attached(authorities: list[PartyDraft], *, sitting: SittingDraft | None) -> PartyDraft | None:
    """Give the authority whose own sitting the document carries; None where no one is surely meant."""
    body = fold(sitting.body.value) if sitting and sitting.body else ""
    kind = next((kind for kind, _ in KINDS if kind in body), None)
    of_kind = [party for party in authorities if _kind(party.organisation) == kind]
    return of_kind[0] if kind and len(of_kind) == 1 else None
