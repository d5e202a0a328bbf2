"""The words around a figure: what can be counted, measured, ranked, and what only looks like it."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NOUN = (
    "premi(?:er|ère)s?|derni(?:er|ère)s?|nouve(?:aux|lles?|au|l)|grande?s?|petite?s?|autres?|principa(?:ux|les?)"
    "|seule?s?|future?s?|mêmes?|ancien(?:ne)?s?|bon(?:ne)?s?|différente?s?|prochaine?s?|jeunes?(?=\\s(?:femmes|hommes|filles"
    "|garçons|gens|adultes|parents|mères|professionnels|entrepreneurs|diplômés))|vrai(?:e)?s?|gros(?:ses)?|beaux|belles"
    "|actuel(?:le)?s?|meilleure?s?|longs?|longues|divers(?:es)?|véritables?|importante?s?"
)
TIME_UNIT = re.compile(
    rf"[ \u00a0\u202f]?\n?(?:(?:{BEFORE_NOUN})\s)?(?P<unit>ans?|années?|mois|semaines?|jours?|journées?|demi-journées?|heures?"
    r"|minutes?|min|secondes?|trimestres?|semestres?|nuits?|décennies?)\b(?!['’-])",
    re.IGNORECASE,
)
PHYSICAL_UNIT = re.compile(
    r"[ \u00a0\u202f]?\n?(?P<unit>(?:hab(?:itants)?\.?(?=/k)|km²|km2|km|mètres?(?:\scarrés|\scubes)?|kilomètres?|m²|m2|m³|m3|hectares?|ha|[kMGT]Wh?c?|tonnes?"
    r"|t(?:[ée]q)?\.?\s?CO2|kg|kilos?|grammes?|litres?|°C|cm|mm|m)(?:/(?:m²|m2|ha|km²|km2|an|hab(?:itant)?\.?|j|jour|mois)){0,2})"
    r"(?![\w'’²])"
)
PERCENT = re.compile(r"[ \u00a0\u202f]?\n?(?:%|pour\scents?\b|pourcents?\b|‰)")
RATE = re.compile(
    r"(?:\s(?P<what>[^\W\d_]+[sx])(?:\s[^\W\d_]+[sx])?)?\s?(?P<whole>(?:pour|/)\s?(?P<base>10{1,5}|1(?:[ \u00a0\u202f.]000){1,2}|10{1,2}[ \u00a0\u202f.]000|cent|mille|dix\smille|cent\smille)\s"
    r"(?!(?:ans?|mois|jours?|semaines?|années?|heures?|euros?)\b)(?P<noun>(?:habt?s?|hbts?)\b\.?|[^\W\d_][\w-]*))",
    re.IGNORECASE,
)
SHORT_INHABITANTS = re.compile(r"\s?(?:habt?s?|hbts?)\b\.?(?![/\w])", re.IGNORECASE)
INHABITANTS = re.compile(r"(?:hab|habts?|hbts?|habit)\.?$", re.IGNORECASE)
TIMES = re.compile(r"\sfois\s(?:plus|moins|supérieure?s?|inférieure?s?)\b", re.IGNORECASE)
MULTIPLIED = re.compile(
    r"\b(?:multipli|divis)(?:é|ée|és|ées|er|ant|ent|e)\spar\s(?:près\sde\s|plus\sde\s)?$", re.IGNORECASE
)
OF = re.compile(r"\s(?:des?|du|d['’]|de\sla)\s?", re.IGNORECASE)
NOUN = re.compile(
    rf"(?:\*\*)?[ \u00a0\u202f]?[ \n]?(?:(?:{BEFORE_NOUN})\s){{0,2}}(?P<noun>[^\W\d_]+(?:-[^\W\d_]+){{0,3}})(?!['’])",
    re.IGNORECASE,
)
OF_NOUN = re.compile(
    rf"\s(?:de\s|d['’])\s?(?:(?:{BEFORE_NOUN})\s){{0,2}}(?P<noun>[^\W\d_]+(?:-[^\W\d_]+){{0,3}})(?!['’])",
    re.IGNORECASE,
)
COMPOUND = re.compile(
    r"\s?(?P<tail>\sd['’](?!(?:ici|abord|après|ailleurs|autant|entre|emblée)\b)[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]{2,})*(?![\w-])|\s[a-zà-ÿ-]{3,}(?:iers|ières|iaux|iales|aux|ales|istes|aires|ifs|ives|iques|els|elles)\b)"
)
PASSING_ADJECTIVES = _words(
    "supplémentaires annuels annuelles mensuels mensuelles nécessaires complémentaires actuels actuelles principaux "
    "principales bénéficiaires signataires prioritaires partenaires volontaires stagiaires hebdomadaires titulaires "
    "intermédiaires locaux locales municipaux municipales communaux communales régionaux régionales nationaux nationales "
    "départementaux départementales territoriaux territoriales publics quelles lesquels lesquelles auxquels auxquelles "
    "disponibles réels réelles officiels totales globales finales égales environnantes"
)
NOT_NOUNS = _words(
    "plus moins dans sous sans vers puis mais alors dès depuis très pas eux leurs ses des les mes nos vos ces aux ils elles "
    "lors hors toujours jamais près après tous toutes chez nous vous euros euro fois ainsi autres jours-là sont ont étaient "
    "derniers dernières premiers premières seconds secondes pour par contre voix-là avec entre parmi selon dont qui que et ou "
    "où sur est sera serait ans à en au aux du de la le un une lui soit auprès envers malgré hormis outre dessous dessus "
    "parfois autrefois désormais suivants suivantes précédents précédentes y ne n s c ci celles ceux lesquels lesquelles "
    "avons sommes êtes avez serons aurons reprises exemplaires abstentions abstention votants suffrages titres égards "
    "compris présents absents excusés pouvoirs procurations exprimés bulletins mars deux trois six dix suite votes vote temps parts mots ailleurs années fins ici là non oui si heures min mn minutes"
)
INVARIABLE_PLURAL = re.compile(r"[sxz]$|^[A-ZÀ-Ý]{2,}$")
SMALLEST_PLURAL = 2
PEOPLE = (
    "enfants|jeunes|élèves|adolescents?|ados|filles|garçons|femmes|hommes|personnes|publics?|habitants|adultes|mineurs"
    "|collégiens|lycéens|étudiants|participants|usagers|candidats|bénéficiaires|apprentis|stagiaires|bébés|seniors"
)
GROUP = re.compile(
    rf"\b(?:familles|ménages|parents|demandeurs\sd['’]emploi|allocataires|salariés|résidents|locataires|agents|logements"
    rf"|entreprises|associations|foyers|{PEOPLE})\b",
    re.IGNORECASE,
)
AGED = re.compile(rf"\b(?:{PEOPLE})\s(?:âgée?s?\s)?(?:de\s|entre\s|\(\s?|:\s)?$", re.IGNORECASE)
NOMINAL_AGE = re.compile(r"\b(?:les|des|aux|chez\sles|parmi\sles)\s$", re.IGNORECASE)
OLDEST_AGE = 120
OCCUPANTS = re.compile(
    r"[ \u00a0]?(?:co)?(?:propriétaires|locataires|occupants|résidents)(?:,\s|\set\s|\sou\s)"
    r"(?:(?:co)?(?:propriétaires|locataires|occupants|résidents)(?:,\s|\set\s|\sou\s)?){1,3}",
    re.IGNORECASE,
)
RATE_NOUN = re.compile(
    r"\b(?:densités?|taux|ratios?|indices?|proportions?|parts?|pourcentages?|moyennes?)\b", re.IGNORECASE
)
VOTE_AROUND = re.compile(
    r"\s(?:voix\s(?:pour|contre)|pour\b(?!\s(?:les|des|l|une?|la|le|\d))|contre\b|abstentions?\b|votants|suffrages)",
    re.IGNORECASE,
)
BY_VOTES = re.compile(r"\b[Pp]ar\s$")
STAFF_AND_PLACES = _words(
    "convention conventions poste postes emploi emplois agent agents médiateur médiatrice éducateur éducatrice animateur "
    "animatrice conseiller conseillère coordinateur coordinatrice référent référente psychologue médecin infirmier "
    "infirmière intervenant intervenante professeur enseignant enseignante école collège lycée crèche gymnase piscine "
    "médiathèque bibliothèque ludothèque université faculté théâtre musée stade centre maison hôpital clinique mairie "
    "micro-crèche halte-garderie internat foyer résidence tramway gare station commissariat poste-relais permanence "
    "adulte-relais volontaire apprenti apprentie stagiaire bénévole chargé chargée technicien technicienne"
)
RANK_IDIOMS = _words(
    "temps lieu fois chance chances plan partie degré degrés main souffle vie mi-temps année semestre trimestre cycle "
    "étape guerre rang ordre instance lecture moitié groupe phase génération âge adjoint adjointe vice-président "
    "vice-présidente alinéa article axe mesure objectif orientation engagement paragraphe volet point titre chapitre "
    "niveau république siècle millénaire tiers jour mois collège semaine heure d l j s c n qu des de du et ou à en au "
    "pour par est sont sur dans avec la le les que qui ne se il elle jeudi lundi mardi mercredi vendredi samedi dimanche"
)


def looks_countable(noun: str, *, value: float) -> bool:
    """Say whether a word can be what a number counts: a plural, or letters, and none of the small words."""
    if noun.lower() in NOT_NOUNS or len(noun) < SMALLEST_PLURAL:
        return False
    if value < SMALLEST_PLURAL:
        return len(noun) > SMALLEST_PLURAL
    return (
        INVARIABLE_PLURAL.search(noun) is not None
        or INVARIABLE_PLURAL.search(noun.partition("-")[0]) is not None
    )


def singular(noun: str) -> str:
    """Give a noun in a form under which its singular and its plural are the same."""
    plain = noun.lower()
    return plain[:-1] if len(plain) > SMALLEST_PLURAL + 1 and plain[-1] in "sx" else plain
