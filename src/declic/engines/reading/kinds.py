"""What kind of document a text is, from what was read in it and from its own title."""

import re

from declic.engines.reading.drafts import DocumentKind, PactDraft, SittingDraft
from declic.engines.reading.text import Layout
from declic.units.folding import fold


TITLE = 3000
MINUTES = re.compile(
    r"proces[- ]verbal|comptes?[- ]rendus?|(?:^|\n)\W{0,9}(?:p\.?v\.?|c\.?r\.?)\s+d[ue]\s|releve\s+de\s+(?:decisions|conclusions)"
)
AGREEMENT = re.compile(
    r"(?:^|\n)\W{0,9}(?:\w+\s+){0,3}(?:pacte|convention|contrat|protocole|charte|accord)(?!\w)|il\s+est\s+convenu|les\s+signataires"
)


def recognise_kind(layout: Layout, *, sitting: SittingDraft | None, pact: PactDraft | None) -> DocumentKind:
    """
    Say what a document is: acts with a pact make it mixed, people without acts make it minutes.

    A pact binds parties; a plan has measures and no one who signs.
    """
    has_acts = sitting is not None and bool(sitting.deliberations)
    if pact is not None:
        return DocumentKind.MIXED if has_acts else _kind_of_pact(layout, pact)
    if sitting is None:
        return DocumentKind.UNKNOWN
    if not sitting.deliberations and not sitting.members:
        return DocumentKind.NOTICE
    return _kind_of_sitting(layout, sitting)


def _kind_of_pact(layout: Layout, pact: PactDraft) -> DocumentKind:
    is_signed = bool(pact.parties or pact.signature_blocks)
    if is_signed or (pact.articles and AGREEMENT.search(fold(layout.text[:TITLE]))):
        return DocumentKind.PACT
    return DocumentKind.PLAN


def _kind_of_sitting(layout: Layout, sitting: SittingDraft) -> DocumentKind:
    is_one_act = len(sitting.deliberations) == 1
    act = sitting.deliberations[0] if is_one_act else None
    is_extract = act is not None and (act.number is not None or not MINUTES.search(fold(layout.text[:TITLE])))
    return DocumentKind.DELIBERATION if is_extract else DocumentKind.MINUTES
