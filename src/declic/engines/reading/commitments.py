"""
What kind of promise a measure makes, decided from its verb and its object by rules; unknown stays unknown.

The list is closed. Each kind has the French label that people read; a measure whose words fit no rule has none.
"""

import re
from enum import StrEnum

from declic.engines.reading.promise_verbs import PromiseVerb
from declic.units.folding import fold


class Commitment(StrEnum):
    """The kinds of promise (fr: nature de l'engagement)."""

    FUND_POST = "fund_post"
    FUND_OPERATION = "fund_operation"
    CREATE_STRUCTURE = "create_structure"
    ORGANISE_EVENT = "organise_event"
    INFORM = "inform"
    COMMUNICATE = "communicate"
    COORDINATE = "coordinate"
    PROVIDE_RESOURCES = "provide_resources"
    SUPPORT_PEOPLE = "support_people"
    DEPLOY_SCHEME = "deploy_scheme"
    TRAIN = "train"
    STUDY = "study"
    BUILD = "build"
    PLAN = "plan"
    REINFORCE = "reinforce"


LABELS = {
    Commitment.FUND_POST: "Financer ou créer un poste",
    Commitment.FUND_OPERATION: "Financer une action ou un fonctionnement",
    Commitment.CREATE_STRUCTURE: "Créer un lieu, un service ou une équipe",
    Commitment.ORGANISE_EVENT: "Organiser un événement ou une rencontre",
    Commitment.INFORM: "Informer, présenter, faire connaître",
    Commitment.COMMUNICATE: "Communiquer",
    Commitment.COORDINATE: "Coordonner, mettre en réseau",
    Commitment.PROVIDE_RESOURCES: "Mettre des moyens à disposition",
    Commitment.SUPPORT_PEOPLE: "Repérer, accueillir, accompagner des personnes",
    Commitment.DEPLOY_SCHEME: "Lancer ou déployer un dispositif",
    Commitment.TRAIN: "Former",
    Commitment.STUDY: "Étudier, évaluer",
    Commitment.BUILD: "Construire, rénover, aménager",
    Commitment.PLAN: "Se doter d'un cadre",
    Commitment.REINFORCE: "Renforcer ou développer l'existant",
}
VERBS = {
    Commitment.FUND_OPERATION: "financer doter octroyer investir",
    Commitment.CREATE_STRUCTURE: "créer ouvrir installer instaurer instituer fonder implanter",
    Commitment.ORGANISE_EVENT: "organiser",
    Commitment.INFORM: "présenter informer expliquer renseigner sensibiliser diffuser publier montrer",
    Commitment.COMMUNICATE: "communiquer",
    Commitment.COORDINATE: "coordonner fédérer articuler rassembler réunir mutualiser harmoniser rapprocher",
    Commitment.PROVIDE_RESOURCES: "mobiliser outiller équiper fournir prêter mettre-à-disposition",
    Commitment.SUPPORT_PEOPLE: "accompagner repérer accueillir aider orienter conseiller parrainer soutenir",
    Commitment.DEPLOY_SCHEME: "déployer lancer expérimenter généraliser mettre-en-place mettre-en-œuvre démarrer tester",
    Commitment.TRAIN: "former professionnaliser qualifier",
    Commitment.STUDY: "étudier évaluer analyser diagnostiquer recenser mesurer identifier cartographier",
    Commitment.BUILD: "construire rénover réhabiliter aménager restaurer requalifier moderniser végétaliser",
    Commitment.PLAN: "élaborer définir adopter planifier formaliser structurer rédiger intégrer programmer",
    Commitment.REINFORCE: "renforcer développer améliorer consolider poursuivre amplifier appuyer pérenniser"
    " élargir conforter intensifier valoriser favoriser promouvoir étendre",
}
BY_VERB = {verb.replace("-", " "): kind for kind, verbs in VERBS.items() for verb in verbs.split()}
POST = re.compile(
    r"\b(?:adultes?[ -]relais|postes?|recrut|embauch|equivalents? temps plein|etp|mediateurs?)\b"
)
CREATES = frozenset({"créer", "financer", "recruter", "embaucher", "ouvrir", "cofinancer"})
OBJECT_RULES = (
    (
        re.compile(r"\b(?:coordination|cooperations?|partenariats?|mise en reseau|gouvernance)\b"),
        Commitment.COORDINATE,
    ),
    (re.compile(r"\b(?:communication|campagne)\b"), Commitment.COMMUNICATE),
    (re.compile(r"\b(?:evenements?|forum|fete|festival|journees?|rencontres?)\b"), Commitment.ORGANISE_EVENT),
)
OBJECT_FIRST = frozenset(
    {"renforcer", "développer", "améliorer", "proposer", "favoriser", "fédérer", "lancer"}
)
CONVENTION = re.compile(r"\bconventions? (?:d')?adultes?[ -]relais\b")
NEAR_OBJECT = 70
WINDOW = 200


def commitment_of(text: str, *, verb: PromiseVerb | None) -> str | None:
    """
    Say what kind of promise the official words of a measure make; None where no rule is sure.

    Creating or funding posts comes first; then what is near the verb (« renforcer la coordination » is
    coordinating); then the verb alone.
    """
    plain = fold(text)[:WINDOW]
    if CONVENTION.search(plain):
        return Commitment.FUND_POST.value
    if verb is None:
        return None
    nearby = plain[verb.object_at : verb.object_at + NEAR_OBJECT]
    kind = _by_object(verb.infinitive, nearby) or _by_verb(verb.infinitive)
    return kind.value if kind else None


def _by_object(infinitive: str, nearby: str) -> Commitment | None:
    if infinitive in CREATES and POST.search(nearby):
        return Commitment.FUND_POST
    if infinitive not in OBJECT_FIRST:
        return None
    return next((kind for words, kind in OBJECT_RULES if words.search(nearby)), None)


def _by_verb(infinitive: str) -> Commitment | None:
    return BY_VERB.get(infinitive) or BY_VERB.get(infinitive.split(" et ", maxsplit=1)[0])
