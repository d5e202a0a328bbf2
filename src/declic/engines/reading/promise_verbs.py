"""The verb of a promise, as an infinitive: « Nous organiserons… », « l'agence renforcera… », « Création de… »."""

import re
from dataclasses import dataclass

from declic.units.folding import fold


INFINITIVES = """
accélérer accompagner accroître accueillir acheter acquérir actualiser adapter adhérer adopter agir aider
ajuster améliorer aménager amplifier analyser animer anticiper appeler appliquer apporter apprendre approfondir appuyer
articuler assister associer assurer atteindre attirer attribuer augmenter avoir bâtir bénéficier calculer capitaliser
cartographier centraliser chercher choisir cibler clarifier co-construire coconstruire collecter combattre
communiquer compléter concentrer concerter concevoir conclure conduire conforter connaître consacrer conseiller
conserver consolider constater constituer construire consulter contractualiser contribuer contrôler convier
coopérer coordonner couvrir créer cultiver déclencher décliner découvrir dédier définir délibérer démarrer démultiplier
densifier déployer désenclaver désigner détecter déterminer développer devenir diagnostiquer diffuser diminuer
disposer diversifier donner doter doubler économiser éditer effectuer élaborer élargir éliminer embaucher encadrer
encourager engager enrichir enseigner entretenir équiper essaimer établir étendre être étoffer étudier évaluer
éveiller éviter examiner exercer expérimenter expliquer exploiter fabriquer faciliter faire favoriser
fédérer fiabiliser fidéliser financer fixer fluidifier fonder formaliser former fournir garantir généraliser gérer
guider harmoniser identifier impliquer impulser inciter inclure informer initier innover inscrire insérer inspirer
installer instaurer instituer institutionnaliser instruire intégrer intensifier interdire intervenir inventorier
investir inviter lancer lever limiter lister livrer louer lutter maintenir maîtriser mener mesurer mettre
minimiser mobiliser moderniser modifier monter montrer multiplier mutualiser nommer nouer objectiver obtenir occuper
octroyer œuvrer offrir optimiser orchestrer organiser orienter outiller ouvrir parrainer participer partager
penser pérenniser permettre perfectionner piloter planifier planter porter poser poursuivre pratiquer préciser
préfigurer prendre préparer présenter préserver prévenir prévoir prioriser privilégier procéder produire
professionnaliser programmer progresser prolonger promouvoir proposer protéger publier qualifier rafraîchir
raccorder rapprocher rassembler réaliser réactiver recenser recevoir rechercher recourir recruter recueillir
recycler redéfinir redonner redynamiser réduire réemployer refondre réfléchir regrouper réhabiliter relancer
relayer relier remettre remobiliser remplacer rencontrer rendre renforcer renouer renouveler rénover renseigner
repenser repérer répertorier répondre reprendre requalifier réserver résorber respecter restaurer restituer
restructurer réunir réussir revaloriser réviser revitaliser sanctuariser
sécuriser sensibiliser servir signer simplifier solliciter soumettre soutenir stabiliser stimuler
structurer suivre supprimer surveiller susciter systématiser tendre tenir territorialiser tester tirer tisser
traiter transcrire transformer transmettre travailler trouver unifier utiliser valider valoriser végétaliser
veiller venir vérifier verser viser visiter vivre
"""
BY_PLAIN_FORM = {fold(verb).replace("œ", "oe"): verb for verb in INFINITIVES.split()}
NOT_VERBS = "foyer verger potager danger loyer hiver leader berger cancer manager poster dîner goûter"
NOUNS = frozenset(fold(NOT_VERBS).split())
UNKNOWN_INFINITIVE = re.compile(
    r"(?P<verb>[a-zœ]{3,20}(?<!i)er) (?:un|une|des|les|le|la|l'|de|du|d'|a|au|aux|en|et|sur|vers|ces|nos|leurs|chaque|plus|\d)"
)
IRREGULAR_FUTURES = {
    "fer": "faire", "ser": "être", "aur": "avoir", "pourr": "pouvoir", "devr": "devoir", "ir": "aller",
    "verr": "voir", "saur": "savoir", "voudr": "vouloir", "recevr": "recevoir", "concevr": "concevoir",
    "accueiller": "accueillir", "recueiller": "recueillir", "acquerr": "acquérir", "promouvr": "promouvoir",
}  # fmt: skip
FUTURE_ENDINGS = (("endr", "endre"), ("uir", "uire"), ("crir", "crire"))
NOMINALS = {
    "accompagnement": "accompagner", "accueil": "accueillir", "acquisition": "acquérir", "amelioration": "améliorer",
    "amenagement": "aménager", "animation": "animer", "construction": "construire", "consolidation": "consolider",
    "coordination": "coordonner", "creation": "créer", "deploiement": "déployer", "developpement": "développer",
    "diffusion": "diffuser", "edition": "éditer", "elaboration": "élaborer", "elargissement": "élargir",
    "evaluation": "évaluer", "experimentation": "expérimenter", "extension": "étendre", "financement": "financer",
    "formation": "former", "generalisation": "généraliser", "identification": "identifier",
    "installation": "installer", "integration": "intégrer", "lancement": "lancer", "maintien": "maintenir",
    "mise a disposition": "mettre à disposition", "mise en oeuvre": "mettre en œuvre", "mise en œuvre": "mettre en œuvre",
    "mise en place": "mettre en place", "mise en reseau": "mettre en réseau", "mobilisation": "mobiliser",
    "modernisation": "moderniser", "mutualisation": "mutualiser", "organisation": "organiser", "ouverture": "ouvrir",
    "perennisation": "pérenniser", "poursuite": "poursuivre", "prevention": "prévenir", "production": "produire",
    "promotion": "promouvoir", "realisation": "réaliser", "recrutement": "recruter", "reduction": "réduire",
    "rehabilitation": "réhabiliter", "renforcement": "renforcer", "renouvellement": "renouveler",
    "renovation": "rénover", "reperage": "repérer", "sensibilisation": "sensibiliser",
    "simplification": "simplifier", "soutien": "soutenir", "structuration": "structurer", "suivi": "suivre",
    "transformation": "transformer", "valorisation": "valoriser",
}  # fmt: skip
WE_WILL = re.compile(r"\bnous (?:nous )?(?P<verb>[a-zœ-]{2,24}r)(?:ons|ont)\b")
WE_DO = re.compile(r"\bnous (?:nous )?(?P<verb>[a-zœ-]{2,24})ons\b")
THEY_WILL = re.compile(r"\b(?P<verb>[a-zœ-]{3,24}r)(?:a|ont)\b")
FIRST_WORD = re.compile(r"[^a-zœ]{0,6}(?:ne pas |mieux |de |d'|à |a |se |s'|en )?(?P<verb>[a-zœ-]{3,24})\b")
NOMINAL = re.compile(
    rf"(?:^|[–—:-] ?|\. )[^a-z]{{0,3}}(?P<noun>{'|'.join(NOMINALS)})(?: et [a-z]{{3,20}})? (?:de |du |des |d'|a |au |aux |en )",
)
CALLS_ANOTHER = frozenset(
    {"travailler", "veiller", "engager", "chercher", "contribuer", "continuer", "viser", "tendre"}
)
CALLED = re.compile(
    r"(?:\b(?:a|de|pour) |\bd')(?P<one>[a-zœ-]{3,24}(?:er|ir|re))(?: et (?:a |de |d')?(?P<other>[a-zœ-]{3,24}(?:er|ir|re)))?\b"
)
SET_PHRASE = re.compile(
    r"mett[a-z]{1,8} (?P<rest>a dispositions?|en place|en oeuvre|en œuvre|en reseau|en relation)"
)
PHRASES = {"a disposition": "à disposition", "a dispositions": "à disposition", "en place": "en place",
           "en reseau": "en réseau", "en relation": "en relation"}  # fmt: skip
WINDOW = 240


@dataclass(frozen=True, slots=True)
class PromiseVerb:
    """The verb of a promise as an infinitive, and where its object begins in the passage."""

    infinitive: str
    object_at: int


def read_verb(passage: str) -> PromiseVerb | None:
    """
    Give the verb by which a passage promises something; None where it names a thing and promises in silence.

    A first person comes first, then an infinitive or a noun of action at the head, then any verb in the
    future. « Travailler à » and its like give way to the verb that they call.
    """
    plain = fold(passage)[:WINDOW]
    for reader in (_we_promise, _heads_with_infinitive, _heads_with_noun, _they_promise):
        found = reader(plain)
        if found is not None:
            return _called_verb(plain, _with_accents(passage, found))
    return None


def begins_as_promise(passage: str) -> bool:
    """Say whether a passage opens as a promise: « Nous + verb », an infinitive, or a noun of action."""
    plain = fold(passage)[:WINDOW]
    readers = (_we_promise, _heads_with_infinitive, _heads_with_noun)
    return any(reader(plain) is not None for reader in readers)


def _we_promise(plain: str) -> PromiseVerb | None:
    found = WE_WILL.search(plain)
    if found:
        return PromiseVerb(_from_future(found["verb"]), found.end())
    found = WE_DO.search(plain)
    verb = _from_present(found["verb"]) if found else None
    return PromiseVerb(verb, found.end()) if found and verb else None


def _they_promise(plain: str) -> PromiseVerb | None:
    for found in THEY_WILL.finditer(plain):
        verb = _from_future(found["verb"])
        if fold(verb) in BY_PLAIN_FORM or verb in IRREGULAR_FUTURES.values():
            return PromiseVerb(verb, found.end())
    return None


def _heads_with_infinitive(plain: str) -> PromiseVerb | None:
    found = FIRST_WORD.match(plain)
    if not found:
        return None
    verb = BY_PLAIN_FORM.get(found["verb"].replace("œ", "oe"))
    is_new = UNKNOWN_INFINITIVE.match(plain, found.start("verb")) and found["verb"] not in NOUNS
    return PromiseVerb(verb or found["verb"], found.end()) if verb or is_new else None


def _with_accents(passage: str, verb: PromiseVerb) -> PromiseVerb:
    """Give back to an infinitive that no list knows the accents it has in the passage."""
    start = verb.object_at - len(verb.infinitive)
    words = passage[max(start, 0) : verb.object_at].lower()
    return PromiseVerb(words, verb.object_at) if fold(words) == verb.infinitive else verb


def _heads_with_noun(plain: str) -> PromiseVerb | None:
    found = NOMINAL.search(plain[:120])
    return PromiseVerb(NOMINALS[found["noun"]], found.end("noun")) if found else None


def _called_verb(plain: str, verb: PromiseVerb) -> PromiseVerb:
    phrase = SET_PHRASE.match(plain, max(0, plain.rfind(" ", 0, verb.object_at) + 1))
    if fold(verb.infinitive) == "mettre" and phrase:
        rest = PHRASES.get(phrase["rest"], "en œuvre")
        return PromiseVerb(f"mettre {rest}", phrase.end())
    if fold(verb.infinitive) not in CALLS_ANOTHER:
        return verb
    called = CALLED.search(plain, verb.object_at)
    known = [_known(called[part]) for part in ("one", "other") if called[part]] if called else []
    if not called or not known or known[0] is None:
        return verb
    return PromiseVerb(" et ".join(word for word in known if word), called.end())


def _known(plain: str) -> str | None:
    return BY_PLAIN_FORM.get(plain.replace("œ", "oe"))


def _from_future(stem: str) -> str:
    """Give the infinitive of a future without its ending (« deploier » is « déployer »)."""
    if stem in IRREGULAR_FUTURES:
        return IRREGULAR_FUTURES[stem]
    candidates = [stem, f"{stem}e", _with_y(stem), stem.replace("ell", "el").replace("ett", "et")]
    if stem.endswith("iendr"):
        candidates.append(f"{stem.removesuffix('iendr')}enir")
    known = next((BY_PLAIN_FORM[form] for form in candidates if form in BY_PLAIN_FORM), None)
    return known or next(
        (stem.removesuffix(cut) + end for cut, end in FUTURE_ENDINGS if stem.endswith(cut)), stem
    )


def _with_y(stem: str) -> str:
    return f"{stem.removesuffix('ier')}yer" if stem.endswith(("oier", "uier", "aier")) else stem


def _from_present(stem: str) -> str | None:
    candidates = (
        f"{stem}er",
        f"{stem.removesuffix('e')}er",
        f"{stem.removesuffix('iss')}ir",
        f"{stem}re",
        f"{stem}ir",
    )
    return next((BY_PLAIN_FORM[form] for form in candidates if form in BY_PLAIN_FORM), None)
