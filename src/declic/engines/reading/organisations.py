"""Institutions and groups of people named in a passage, as French plans name them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from declic.engines.reading.drafts import NamedDraft
from declic.engines.reading.text import Layout
from declic.units.folding import fold
from declic.units.spans import Span


GROUPS = (
    r"structures? associatives?|associations?(?: presentes?| partenaires?| locales?| sportives?| culturelles?){1,2}"
    r"|associations?|acteurs?(?: culturels?| sociaux| economiques?| locaux| relais| associatifs?| educatifs?){1,2}"
    r"|partenaires?(?: sociaux| institutionnels?| associatifs?| economiques?| locaux){1,2}"
    r"|equipes? (?:educatives?|pedagogiques?|soignantes?|mobiles?|enseignantes?|d'animation)"
    r"|equipes? de (?:prevention(?: mobile| specialisee)?|soins(?: primaires)?|rue|liaison)"
    r"|communautes? educatives?|travailleurs sociaux|bailleurs(?: sociaux)?|chambres consulaires|artistes"
    r"|clubs sportifs|entreprises locales|professionnels de sante|conseillers citoyens"
)
BODIES = (
    r"conseils? (?:departementa(?:l|ux)|regiona(?:l|ux)|municipa(?:l|ux)|citoyens?|de quartiers?"
    r"|de la vie (?:lyceenne|collegienne|locale|associative))|reseaux? d'education(?: prioritaire)?"
    r"|centres? socia(?:l|ux)|centres? hospitaliers?|centres? culturels?|centres? de (?:formation|loisirs|sante|soins)"
    r"|centre (?:communal|intercommunal) d'action sociale|espaces? de vie sociale|espaces? publics? numeriques?"
    r"|cites? educatives?|missions? locales?|pole emploi|france travail|education nationale|protection maternelle"
    r"|caisses? (?:d'allocations familiales|primaires?)|agences? regionales? de sante|mutualite|rectorat"
    r"|prefectures?|sous-prefectures?|conservatoires?|services? jeunesse|maisons? france services?"
    r"|maisons? de (?:quartiers?|sante)|maisons? des (?:jeunes|associations|adolescents|solidarites|services)"
)
NAMED_HEADS = (
    r"associations?|ecoles?|colleges?|lycees?|orchestre|compagnie|mediatheque|bibliotheque|musee|theatre|centre|maison"
    r"|region|departement|ville|commune|metropole|communaute|agence|caf|universite|campus|club|fondation|institut"
    r"|etablissements?|hopital|clinique|foyer|residence|office|syndicat|federation|union|mutuelle|cinema"
)
HEADS = re.compile(rf"\b(?:{GROUPS}|{BODIES})\b")
NAME_START = re.compile(rf"\b(?:{NAMED_HEADS})\b")
PROPER = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]*|\d(?:e|è|ème)(?=\s))"
PROPER_RUN = re.compile(
    rf"\s(?:(?:de la |de l['’]|du |des |de |d['’]))?{PROPER}(?:\s(?:(?:de la|de l['’]|du|des|de|la|les|et)\s)?{PROPER}){{0,4}}",
)
OF_PROPER = re.compile(
    rf"\s(?:de la |de l['’]|du |de |d['’]){PROPER}(?:\s(?:(?:de la|du|des|de)\s)?{PROPER}){{0,3}}|\s[A-Z]{{2,8}}\b",
)
PLACED = re.compile(r"\s(?:sur|dans|de) (?:le|du|la) (?:quartier|ville|territoire|commune)\b")
ACRONYM = re.compile(r"(?<![\w’'-])(?:[ldLD]['’])?(?P<acronym>[A-ZÉ]{3,10})(?![\w’'-])")
NOT_INSTITUTIONS = (
    "QPV QRR ZRR ZUS REP RSA CEJ SPIE CDI CDD TPE PME ESS IAE PLU PLUI PCAET SCOT NPNRU DPV EUR TTC CEE"
    " GES ERP PMR BAFA VAE PRE CLS CLSPD CISPD PLIE LED BTP AMO MOE COPIL COTECH PDF SMS ENT RGPD"
)
OTHER_ACRONYMS = frozenset(NOT_INSTITUTIONS.split())
CALLS_A_SCHEME = re.compile(
    r"(?:dispositifs?|programmes?|appels? a projets?|contrats?|plans?|label|action|second|labels)\s$"
)
QUOTED = re.compile(r"«[^«»]{0,200}»")


def find_organisations(layout: Layout, spans: Sequence[Span]) -> tuple[NamedDraft, ...]:
    """
    Find the institutions and groups that a passage names, each once, in reading order.

    What stands in quotation marks is a title, not an institution; an unknown acronym is one, unless a word
    before it says that it is a scheme.
    """
    quoted = [
        Span(*match.span()) for span in spans for match in QUOTED.finditer(layout.text, span.start, span.end)
    ]
    candidates = [
        candidate for span in spans for candidate in (*_headed(layout, span), *_acronyms(layout, span))
    ]
    kept = first_come([*quoted, *candidates])
    return merged_by_name(layout, sorted(set(kept) - set(quoted)))


def first_come(spans: Iterable[Span]) -> list[Span]:
    """Keep the passages that meet none kept before them; in order of the text."""
    kept: list[Span] = []
    for span in spans:
        at = bisect_left(kept, span)
        if not any(span.meets(other) for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, span)
    return kept


def merged_by_name(layout: Layout, spans: Iterable[Span]) -> tuple[NamedDraft, ...]:
    """Gather the passages that say the same name."""
    by_name: dict[str, list[Span]] = {}
    names: dict[str, str] = {}
    for span in spans:
        name = layout.rejoined(span)
        by_name.setdefault(fold(name), []).append(span)
        names.setdefault(fold(name), name)
    return tuple(NamedDraft(names[key], tuple(places)) for key, places in by_name.items())


def _headed(layout: Layout, span: Span) -> list[Span]:
    found: list[Span] = []
    for head in NAME_START.finditer(layout.folded, span.start, span.end):
        run = PROPER_RUN.match(layout.text, head.end(), span.end)
        if run:
            found.append(Span(head.start(), run.end()))
    for head in HEADS.finditer(layout.folded, span.start, span.end):
        tail = OF_PROPER.match(layout.text, head.end(), span.end) or PLACED.match(
            layout.folded, head.end(), span.end
        )
        found.append(Span(head.start(), tail.end() if tail else head.end()))
    return found


def _acronyms(layout: Layout, span: Span) -> list[Span]:
    found: list[Span] = []
    for match in ACRONYM.finditer(layout.text, span.start, span.end):
        before = layout.folded[max(span.start, match.start() - 20) : match.start()]
        if match["acronym"] not in OTHER_ACRONYMS and not CALLS_A_SCHEME.search(before):
            found.append(Span(*match.span("acronym")))
    return found
