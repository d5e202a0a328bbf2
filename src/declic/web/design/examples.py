"""An example of every piece of a page, with invented values; the page of components shows them all."""

from declic.records.council.passages import Origin
from declic.web.design.choosing import BothTexts, Difference, Search, Seen
from declic.web.design.components import (
    AxisMark,
    Badge,
    Breadcrumb,
    Card,
    Cell,
    Citation,
    Definitions,
    Empty,
    Figure,
    Link,
    Message,
    Neighbours,
    OriginMark,
    Pagination,
    Person,
    Source,
    Step,
    Steps,
    Tab,
    Table,
    Tabs,
    Term,
    Tile,
)
from declic.web.design.example_form import ExampleForm
from declic.web.design.fields import fields_of
from declic.web.design.pages import Example, example


HERE = "#content"
QUOTE = "Nous ouvrirons un atelier de réparation de vélos dans la cour de la maison de quartier."


def piece_examples() -> tuple[Example, ...]:
    """Give the examples of the pieces, what carries values first, then what leads the reader."""
    return (*_values(), *_lists(), *_facts(), *_ways(), *_words_to_people())


def _values() -> tuple[Example, ...]:
    citation = Citation(QUOTE, HERE, note="Article 7, partie C")
    return (
        example(*(OriginMark(origin) for origin in Origin)),
        example(
            Badge("à venir"),
            Badge("en cours d'examen", "info"),
            Badge("validé", "good"),
            Badge("à expliquer", "watch"),
            Badge("contradiction", "bad"),
        ),
        example(*(AxisMark(number) for number in range(1, 6))),
        example(Citation(QUOTE, HERE, is_large=True), citation),
        example(Source(HERE, of="atelier de réparation de vélos")),
        example(
            Figure(
                value="1 250",
                unit="vélos",
                subject="réparés dans l'année",
                qualifier="plus de",
                context="quartier des Tilleuls, 2021",
                origin=OriginMark(Origin.READ),
                citation=citation,
            )
        ),
    )


def _lists() -> tuple[Example, ...]:
    return (
        example(
            Card(
                "Se déplacer",
                HERE,
                "6 mesures, 2 actions en cours",
                "Axe",
                (Badge("validé", "good"),),
                AxisMark(2),
            )
        ),
        example(
            Tile("12", "Ouvrir un atelier de réparation de vélos", HERE, 2, Badge("à expliquer", "watch")),
            Tile(
                "13",
                "Prêter des vélos aux apprentis",
                HERE,
                2,
                health=Badge("Tout va bien", "good"),
                note="dernière activité le 3 mai 2021",
            ),
        ),
        example(
            Table(
                "Vélos prêtés",
                ("Lieu", "Vélos", "Depuis"),
                (
                    (Cell("La bibliothèque", HERE), Cell("12", is_number=True), Cell("avril 2021")),
                    (Cell("La cour"), Cell("108", is_number=True), Cell("inconnu")),
                ),
            )
        ),
    )


def _facts() -> tuple[Example, ...]:
    return (
        example(
            Definitions(
                (
                    Term(
                        "Signé le",
                        "14 juillet 2024",
                        OriginMark(Origin.READ),
                        Source(HERE, of="14 juillet 2024"),
                    ),
                    Term("Durée", "un an et demi", OriginMark(Origin.COMPUTED)),
                    Term("Fin", "le texte ne le dit pas", is_unsaid=True),
                )
            )
        ),
        example(Person("Camille Exemple", "présidente de l'association des Tilleuls")),
    )


def _ways() -> tuple[Example, ...]:
    return (
        example(Breadcrumb((Link("Pactes", HERE), Link("Pacte des Tilleuls", HERE)), "Mesure 12")),
        example(
            Tabs(
                "Le pacte", (Tab("Mesures", HERE, is_current=True, count=30), Tab("Chiffres", HERE, count=94))
            )
        ),
        example(Pagination(2, 3, HERE, HERE)),
        example(Search("Trouver un pacte par son nom", words="tilleuls", found="2 pactes")),
        example(Neighbours("Mesures voisines", Link("Mesure 11", HERE), Link("Mesure 13", HERE))),
        example(
            Steps(
                (
                    Step("Déposer le document", "Un PDF ou un fichier texte.", is_done=True),
                    Step("Relire ce qui a été lu", "Chaque valeur avec sa phrase.", is_current=True),
                    Step("Publier"),
                )
            )
        ),
    )


def _words_to_people() -> tuple[Example, ...]:
    return (
        example(
            Message("La lecture est prête.", "Lecture"),
            Message("Le pacte est publié.", "C'est fait", "good"),
            Message("Deux phrases se contredisent.", "À expliquer", "watch"),
            Message("Le fichier est vide.", "Le document n'a pas été lu", "bad"),
        ),
        example(
            BothTexts(
                "Camille a enregistré ce texte le 14 juillet 2024 à 15:12.",
                (Difference("Titre simple", "Un atelier pour les vélos", "Réparer son vélo ensemble"),),
            )
        ),
        example(Seen(3)),
        example(Empty("Aucun pacte", "Déposez une délibération pour en ouvrir un.", Link("Déposer", HERE))),
        example(*fields_of(ExampleForm({}, prefix="example"))),
    )
