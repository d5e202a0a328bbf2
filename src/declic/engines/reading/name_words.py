"""Words of a list of people, one by one: which could be in a name, and as what part of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from declic.units.folding import fold


UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‐‑-](?:(?<=-)[ ]{0,9}\r[ ]{0,60})?[^\W\d_]+)*")
SPACED_WORD = re.compile(r"[^\W\d_]+(?:(?:['’ʼ‐‑-]| - ?|- )[^\W\d_]+)*")
INITIALS = re.compile(
    rf"(?:Ch|Chr|Ph|Th|Cl|Fr|Gh|Gu|Jn|Jph)\.|[{UPPER}](?:-[{UPPER}])?\.(?: ?-? ?[{UPPER}]\.)*"
    rf"|[{UPPER}]{{2}}\.(?= ?[{UPPER}])|[{UPPER}](?:-[{UPPER}])?(?![\w'’-])"
)
GAP = re.compile(rf" {{1,2}}(?=\S)| {{0,60}}\r[ \r]{{0,90}}(?=\S)|\.(?=[{UPPER}](?!\w))")
SHORT_GAP = re.compile(r"[ \r]{0,60}(?=\S)")
SMALL_WORDS = """
    de du des d la le les van von der den di da dos el ben dit y zu
"""
PARTICLES = frozenset(SMALL_WORDS.split())
LONGEST_NAME_WORDS = 8
LONG_ENOUGH = 4
VOCABULARY = """
    maire maires maireadjoint adjoint adjointe adjoints adjointes president presidente presidents
    presidentes vice vicepresident vicepresidente vicepresidents vicepresidentes conseiller conseillere
    conseillers conseilleres municipal municipale municipaux municipales communautaire communautaires
    metropolitain metropolitaine metropolitains departemental departementaux regional regionaux delegue
    deleguee delegues deleguees depute deputee senateur senatrice secretaire secretaires excuse excusee
    excuses excusees absent absente absents absentes present presente presents presentes pouvoir pouvoirs
    procuration procurations neant aucun aucune commune communes ville villes titulaire titulaires
    suppleant suppleante suppleants suppleantes rapporteur rapporteure rapporteurs rapporteuse doyen
    doyenne membre membres elu elue elus elues representant representante representants represente
    representee representes representees directeur directrice dgs dga service services bureau conseil
    conseils communaute communautes agglomeration metropole syndicat prefet prefecture departement
    departements region etat association agence mairie salle hotel rue avenue place article articles
    question questions point points rapport rapports deliberation deliberations objet ordre date nombre
    votants quorum seance seances vote votes pour contre abstention abstentions unanimite considerant vu
    attendu ouverture depart departs arrivee arrivees republique francaise arrondissement groupe liste
    majorite opposition commission commissions comite budget convention mandant mandants mandataire
    mandataires nom noms prenom prenoms qualite signature signatures emargement monsieur madame messieurs
    mesdames mademoiselle total soit dont etaient etait sont ont est lundi mardi mercredi jeudi vendredi
    samedi dimanche mme mmes mlle mlles mr premier premiere deuxieme troisieme quatrieme cinquieme sixieme
    septieme huitieme neuvieme dixieme ancien ancienne annexe page tribunal code loi decret pacte proces
    verbal compte extrait registre assemblee assistaient assistait participaient invites invite public
    administration personnel stagiaire journaliste presse il elle ils elles on nous vous ce cette ces son
    sa ses leur leurs mais donc apres avant lors ainsi aussi par sur dans avec sans sous selon suite merci
    bonjour cher chere chers cheres oui non rien tout tous toutes un une deux trois quatre cinq six sept
    huit neuf dix en au aux pays territoire canton etablissement ecole college lycee centre maison projet
    plan programme auditeur auditeurs auditrices spectateurs publie publiee affiche affichee envoye transmis
"""
NOT_NAMES = frozenset(VOCABULARY.split())


@dataclass(frozen=True, slots=True)
class NameWord:
    """
    A word that could be in a name: where it is, and its kind.

    `U` in capitals, `C` with a capital, `P` a particle, `L` a particle with a capital, `Q` a particle joined to a
    word (« d'Albe »), `I` initials.
    """

    kind: str
    text: str
    start: int
    end: int


def name_words(view: str, at: int, *, has_spaced_hyphens: bool = False) -> Iterator[NameWord]:
    """Give the words that follow each other from a place of the text as long as they could be in one name."""
    pattern = SPACED_WORD if has_spaced_hyphens else WORD
    for _count in range(LONGEST_NAME_WORDS):
        found = INITIALS.match(view, at) or pattern.match(view, at)
        if not found:
            return
        kind = "I" if found.re is INITIALS else _kind(found.group())
        if not kind:
            return
        yield NameWord(kind, found.group(), found.start(), found.end())
        gap = (SHORT_GAP if found.group().endswith(".") else GAP).match(view, found.end())
        if not gap:
            return
        at = gap.end()


def word_key(word: str) -> str:
    """Give a word as it is looked up in the lists of this module: folded, letters only."""
    return "".join(letter for letter in fold(word) if letter.isalpha())


def is_not_a_name(word: str) -> bool:
    """Say whether the word belongs to the vocabulary of councils rather than to a name."""
    return word_key(word) in NOT_NAMES


def _kind(word: str) -> str:
    if word[0].islower():
        return _kind_in_small_letters(word)
    if not word[0].isupper():
        return ""
    if fold(word) in PARTICLES and not word.isupper():
        return "L"
    return "U" if _is_in_capitals(word) else "C"


def _kind_in_small_letters(word: str) -> str:
    if fold(word) in PARTICLES:
        return "P"
    head, mark, rest = word.replace("’", "'").partition("'")
    if mark and head in {"d", "l"} and rest[:1].isupper():
        return "U" if rest.isupper() else "Q"
    return ""


def _is_in_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    is_mostly = len(letters) >= LONG_ENOUGH and capitals * 2 > len(letters) and letters[-1].isupper()
    return capitals == len(letters) or is_mostly
