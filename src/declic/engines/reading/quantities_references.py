"""Numbers that count nothing: they name a road, a school level, an article, a telephone…"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from declic.units.spans import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage whose digits name something instead of counting it, and what it names, in French."""

    span: Span
    reason: str


_RANKED = (
    "mesures?|axes?|articles?|art\\.|actions?|fiches?(?:[ -]actions?)?|objectifs?|orientations?|engagements?"
    "|annexes?|tableaux?|figures?|pages?|pp?\\.|chapitres?|titres?|parties?|phases?|étapes?|lots?|tranches?"
    "|niveaux?|versions?|questions?|rapports?|délibérations?|décisions?|enjeux?|volets?|piliers?|alinéas?"
    "|lignes?|scénarios?|annexes?|sections?|thèmes?|priorités?|leviers?|paragraphes?|points?|propositions?"
)
_MORE = (
    r"(?:\s?(?:,|et|à|ou|-|–)\s?\d{1,4}(?:\.\d{1,3}){0,3}(?![\d%€]|[ \u00a0]?[%€]|\s[a-zà-ÿ]{3,}[sx]\b)){0,8}"
)
_VENUE = (
    "Théâtre|Espace|Maison|Centre|Pôle|Salle|Cinéma|Résidence|Parc|Place|Rue|Quartier|Café|Festival|Cité|Tour"
    "|Tiers-lieu|Collège|Lycée|École|Ecole|Stade|Halle|Square|Hôtel|Ferme|Communauté|Pays|Vallée|Val"
)

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("adresse électronique", re.compile(r"(?:https?://|www\.)[^\s<>]{1,300}|\b[\w.+-]{1,64}@[\w.-]{1,120}")),
    ("téléphone", re.compile(r"(?<![\w.])(?:\+33[ .]?|0)\d(?:[ .\u00a0-]?\d{2}){4}(?!\w)")),
    (
        "identifiant",
        re.compile(r"\b(?:SIRET|SIREN|RNA|IBAN|TVA|NAF|APE)\b[ :n°]{0,5}[A-Z]{0,2}\d[\dA-Z ]{2,34}"),
    ),
    (
        "référence",
        re.compile(
            r"\b(?:[nN][ ]?[°º]|[nN]uméros?)[ \u00a0]{0,2}\d[\w/.-]{0,24}(?:\s?(?:,|et|à)\s\d{1,4}\b(?!\s[a-zà-ÿ]{3,}[sx]\b)){0,8}"
        ),
    ),
    (
        "article de loi",
        re.compile(
            r"\b[LRD]\.?[ \u00a0]?\d{3,4}(?:-\d{1,4}){0,4}(?:\s?(?:,|et|à)\s[LRD]?\.?[ \u00a0]?\d{1,4}(?:-\d{1,4}){1,4}){0,8}"
        ),
    ),
    (
        "numérotation",
        re.compile(
            rf"\b(?:{_RANKED})\s(?:n[°º]\s?)?\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}"
            rf"(?!\d|,\d|[ \u00a0]\d{{3}}(?!\d)|[ \u00a0]?[%€]|\s(?:à\s\d+\s)?(?:[a-zà-ÿ]{{3,}}[sx]|ans)\b){_MORE}",
            re.IGNORECASE,
        ),
    ),
    (
        "acte",
        re.compile(
            r"\b(?:[Ll]oi|[Dd]écret|[Cc]irculaire|[Oo]rdonnance|[Aa]rrêté)\s(?:[\wéà]{1,14}\s)?\d{2,4}-\d{1,5}"
        ),
    ),
    (
        "acte",
        re.compile(r"\b(?:19|20)\d{2}[-/_]\d{2,6}(?:[-/_]\d{1,4})?\b(?<!\d{4}[-/]\d{4})(?<!\d{4}[-/]\d\d)"),
    ),
    (
        "route",
        re.compile(
            r"\b(?:RN|RD|RCEA|VC|CR)[ \u00a0-]?\d{1,4}\b|\b[ANDM]\d{1,4}\b|\b(?:route|autoroute)\s[AND]\s?\d{1,4}\b"
        ),
    ),
    (
        "niveau scolaire",
        re.compile(
            r"\b(?:en|de|des|à\sla|la|les|classes?|niveaux?|élèves?|et|ou|[Aa]près\sla)\s[3-6]\s?(?:[eè]me|e|ᵉ)s?\b"
            r"(?!\s(?!j['’]|et\b|en\b|ou\b|à\b|au\b|de\b|dans\b|pour\b|sur\b|par\b|avec\b|SEGPA)[^\W\d_]{2,})"
        ),
    ),
    (
        "niveau scolaire",
        re.compile(
            r"\b(?:en|de|classes?\sde|élèves?\sde|niveau)\s[3-6]\s?(?:[eè]me|e|ᵉ)s?\b(?!\s(?:âge|édition|année|étage|rang|degré|catégorie"
            r"|génération|classe|place|fois|trimestre|semestre))"
        ),
    ),
    (
        "niveau scolaire",
        re.compile(
            r"\b(?:2\s?n?de|1\s?[eè]re|1er|2n?d|2[eè]me)s?\s(?:degré|cycle|générale|technologique|professionnelle)\b"
        ),
    ),
    (
        "nom propre",
        re.compile(
            r"\bAgenda\s\d{2,4}\b|[«“\"]\s?1\s\w+,?\s1\s\w+|(?<=[a-zà-ÿ'’«]\s)[A-ZÀ-Ý][a-zà-ÿ]{2,24}\s(?:19|20)\d{2}\b"
        ),
    ),
    (
        "expression",
        re.compile(
            r"\b\d\s?(?:e|[eè]me|nde?|er|ère)\s(?:chances?|main|âge|degré|guerre|génération|cycle|vie)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "fonction",
        re.compile(
            r"\b\d{1,2}\s?(?:\^\{)?(?:er|ère|re|[eè]me|e)\}?\s(?:[Vv]ice-|[Aa]djointe?|[Cc]onseill|[Ss]ecrétaire|[Mm]aire)"
        ),
    ),
    (
        "nom propre",
        re.compile(
            rf"\b(?:{_VENUE})s?\s(?:(?:des|les|aux)\s\d{{1,4}}\s(?=[^\W\d_])|\d{{1,4}}\b(?!\s[a-zà-ÿ-]+[sx]\b|[ ]?[%€]|\s\d))"
        ),
    ),
    ("nom propre", re.compile(r"\b\d{1,3}\s?(?:e|[eè]me|nde?|ère|er)\s(?=[A-ZÀ-Ý][a-zà-ÿ])")),
    (
        "adresse",
        re.compile(
            r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Cc]hemin|[Ii]mpasse"
            r"|(?:[Pp]lace|[Aa]llée|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare)(?=\s(?:d[eu]s?\s(?:la\s|l['’])?|d['’])?[A-ZÀ-Ý]))\b"
        ),
    ),
    (
        "code postal",
        re.compile(
            r"(?<!\d)(?<!\d[ .])\d{5}(?=\s(?:[A-ZÀ-Ý][a-zà-ÿ]|[A-ZÀ-Ý-]{4,}))|\b(?:BP|CS)\s?\d{1,6}(?:\s\d{3})?"
        ),
    ),
    (
        "périodicité",
        re.compile(
            r"\b\d{1,3}\s?(?:à\s\d{1,3}\s)?fois\s(?=par|/|l['’]an|chaque)|\b(?:tous|toutes)\sles\s\d{1,3}\b(?:\sà\s\d{1,3}\b)?"
            r"|(?:di|dimanche|jour|semaine|mois|an|week-end)\ssur\s\d{1,2}\b(?!\s[^\W\d_])|\b\d{1,2}\s?(?:h|j|heures|jours)\s?(?:/|sur)\s?(?:24|7)\b",
            re.IGNORECASE,
        ),
    ),
    ("sommaire", re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,300}\s{0,4}\d{1,4}(?=[ \t]*$)", re.MULTILINE)),
    ("note", re.compile(r"\[\d{1,3}\]")),
    ("pagination", re.compile(r"\b[Pp]age\s\d{1,4}\s?(?:/|sur|de)\s?\d{1,4}\b")),
    (
        "pagination",
        re.compile(r"^[ \t\f]*(?:[Pp]age\s)?\d{1,4}(?:\s?(?:/|sur)\s?\d{1,4})?[ \t]*$", re.MULTILINE),
    ),
    (
        "numérotation",
        re.compile(
            r"^[ \t\f]*(?:[-–•*|]\s)?(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s|$)"
            r"|\d{1,2}[ \t]?(?:[-–:)/°]|\.(?!\d))(?=\s*(?:[^\W\d_]|[«\"(*])))"
            r"|^[ \t\f]*\d{1,2}(?=[ \t]{1,8}[A-ZÀ-Ý][a-zà-ÿ'’])",
            re.MULTILINE,
        ),
    ),
    (
        "nom propre",
        re.compile(r"\b[^\W\d_]+-?\d+(?:[.,]\d+)?[^\W\d_]*\b|\b\d{1,4}[A-Z][A-Za-z]{0,8}\b(?<!\dH)(?<!\dM)"),
    ),
)


@lru_cache(maxsize=1)  # figures, dates and coverage ask the same of one text, one after the other
def find_references(text: str) -> tuple[Reference, ...]:
    """
    Find the numbers that name instead of counting, in reading order; the first pattern to claim wins.

    Roads, school levels, articles, numbered headings and items, acts, telephones, addresses, proper names
    that hold a number, how often a thing happens (« 3 fois par an »).
    """
    found = sorted(_all_references(text), key=lambda reference: (reference.span.start, -reference.span.end))
    kept: list[Reference] = []
    for reference in found:
        if not kept or reference.span.start >= kept[-1].span.end:
            kept.append(reference)
    return tuple(kept)


def _all_references(text: str) -> Iterator[Reference]:
    for reason, pattern in PATTERNS:
        for found in pattern.finditer(text):
            if any(letter.isdigit() for letter in found.group()):
                yield Reference(Span(*found.span()), reason)


class Spans:
    """Passages in reading order that can be asked what they meet, quickly."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._furthest: list[int] = []
        for span in self._spans:
            self._furthest.append(max(span.end, self._furthest[-1] if self._furthest else 0))

    def meet(self, span: Span) -> bool:
        """Say whether one of the passages shares a character with this one."""
        at = bisect_right(self._starts, span.end - 1)
        return at > 0 and self._furthest[at - 1] > span.start
