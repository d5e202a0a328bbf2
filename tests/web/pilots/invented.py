"""A small invented deliberation with its pact, as a file that somebody puts in; and its draft, read by the reader."""

from declic.records.accounts.viewers import Viewer
from declic.records.sources.reads import review_page
from declic.records.sources.values import ReviewItem, ReviewPage
from declic.records.sources.writes import keep_document, read_version


TEXT = """\
Extrait du registre des délibérations du Conseil municipal de Valmorte

Séance du 14 mai 2031

Membres du Conseil municipal en exercice : 5

Le Conseil municipal, régulièrement convoqué, s'est réuni sous la présidence de Mme Brune AUBREPIN, Maire.

Ordre de passage des rapports : 1, 2, 3.

Étaient présents : Mme Brune AUBREPIN, M. Edmond DORVAL, Mme Diane CHANTELOUP (à partir de la question n°2).

Étaient absents : Mme Flore ESTIENVRE, M. Gaspard FOLLEVILLE.

Secrétaire de séance : M. Edmond DORVAL.

Procurations de vote : Mme Flore ESTIENVRE à M. Edmond DORVAL, M. Gaspard FOLLEVILLE à Mme Diane CHANTELOUP.

Délibération n°2031/012

Rapport n°3 - Pacte des jardins de Valmorte

Rapporteur : M. Edmond DORVAL, adjoint

Le Conseil municipal, à l'unanimité, approuve le pacte et autorise Mme la Maire à le signer.

Pour : 5
Contre : 0
Abstention : 0

Pacte des jardins de Valmorte

Entre

La Ville de Valmorte, représentée par Mme Brune AUBREPIN, maire,

L'association Les Mains vertes, représentée par M. Ugo KLEIN, président,

Article 1. Objet :

Le présent pacte donne à chaque habitant un jardin à moins de 500 mètres de chez lui.

Article 2. Axe 1 – Jardiner ensemble :

Mesure 1 : Nous ouvrirons un jardin de 40 parcelles sur la place de la halle.

Mesure 2 : Nous créerons un poste de jardinier médiateur.

Mesure 3 : Nous organiserons une fête des semences chaque printemps.

Article 3. Axe 2 – Cuisiner ensemble :

Mesure 4 : Nous équiperons une cuisine partagée pour 12 000 euros.

Mesure 5 : Nous formerons 25 habitants à la conserve.

Fait à Valmorte, le 20 mai 2031.
"""


def draft_of(text: str = TEXT, *, by: Viewer, name: str = "deliberation.txt") -> int:
    """Put a text in and give its draft."""
    return read_version(keep_document(text.encode(), name, by=by).id, by=by)


def read_again(draft_id: int, *, viewer: Viewer) -> ReviewPage:
    """Give the draft as it stands."""
    found = review_page(draft_id, viewer=viewer)
    assert found is not None
    return found


def item_of(draft_id: int, *, kind: str, at: int = 0, viewer: Viewer) -> ReviewItem:
    """Give one value of a draft."""
    group = next(group for group in read_again(draft_id, viewer=viewer).groups if group.kind == kind)
    return group.items[at]
