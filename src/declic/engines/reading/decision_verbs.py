"""Verbs by which a council decides, as they are written and as they are named."""

from declic.units.folding import fold


FIRST_GROUP = """
    abroger accepter accorder acter adopter affecter ajourner ajouter allouer annuler appliquer approuver
    arrêter attribuer autoriser céder charger classer clôturer confier confirmer constater créer décerner
    décider déclarer déléguer demander désaffecter désigner donner écarter engager entériner exonérer
    fixer habiliter imputer incorporer instaurer mandater maintenir modifier nommer opter ouvrir préciser
    procéder proclamer proposer prononcer proroger ratifier rejeter réitérer renoncer renouveler réserver
    réviser saluer signer solliciter souhaiter supprimer transférer valider verser voter octroyer inviter
    interdire reporter retirer rectifier régulariser refuser remplacer rembourser rappeler recruter
    aliéner déposer dénommer échanger émettre
"""
REGULAR = FIRST_GROUP.split()
IRREGULAR = {
    "prend acte": "prendre acte", "prennent acte": "prendre acte", "prend connaissance": "prendre connaissance",
    "prend note": "prendre note", "prend en consideration": "prendre en considération", "prend en charge": "prendre en charge",
    "donne acte": "donner acte", "donne pouvoir": "donner pouvoir", "donne tous pouvoirs": "donner pouvoir",
    "donne tout pouvoir": "donner pouvoir", "donne mandat": "donner mandat", "donne delegation": "donner délégation",
    "donne son accord": "donner son accord", "donne un avis": "donner un avis", "donne lecture": "",
    "emet": "émettre", "dit": "dire", "inscrit": "inscrire", "elit": "élire", "admet": "admettre", "retient": "retenir",
    "institue": "instituer", "constitue": "constituer", "reconduit": "reconduire", "prevoit": "prévoir",
    "s'engage": "s'engager", "s'oppose": "s'opposer", "surseoit": "surseoir", "sursoit": "surseoir", "soutient": "soutenir",
    "maintient": "maintenir", "acquiert": "acquérir", "vend": "vendre", "consent": "consentir", "reduit": "réduire",
    "etablit": "établir", "definit": "définir", "rejette": "rejeter", "renouvelle": "renouveler", "octroie": "octroyer",
    "rappelle": "rappeler", "ouvre": "ouvrir", "interdit": "interdire", "cede": "céder", "delegue": "déléguer",
    "complete": "compléter", "transfere": "transférer", "attribue": "attribuer", "exonere": "exonérer",
    "reserve": "réserver", "repartit": "répartir", "met en place": "mettre en place", "met a disposition": "mettre à disposition",
    "met fin": "mettre fin", "adhere": "adhérer", "souscrit": "souscrire", "convient": "convenir", "transmet": "transmettre",
    "promeut": "promouvoir", "apporte": "apporter", "choisit": "choisir", "fait": "", "participe": "participer",
}  # fmt: skip


def _third_person(infinitive: str) -> str:
    return fold(infinitive)[:-1] if infinitive.endswith("er") else ""


VERBS = {
    **{_third_person(verb): verb for verb in REGULAR if _third_person(verb)},
    **{form: verb for form, verb in IRREGULAR.items() if verb},
}
INFINITIVES = {fold(verb): verb for verb in {*REGULAR, *(verb for verb in IRREGULAR.values() if verb)}}
LONGEST_FIRST = tuple(sorted(VERBS, key=lambda form: -len(form)))
LONGEST_INFINITIVES = tuple(sorted(INFINITIVES, key=lambda form: -len(form)))
