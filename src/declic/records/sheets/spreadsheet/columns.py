"""The 28 columns, in their order, and the words of their closed values as other tools write them."""

from enum import StrEnum

from declic.records.sheets.choices import Participation, Priority, SheetStatus


class Column(StrEnum):
    """A column, by its heading."""

    AXIS = "Axe"
    MEASURE = "Sous-axe"
    BELOW = "Sous-sous axe"
    TITLE = "Titre de l'action"
    PART_TITLE = "Titre de la sous-action"
    DESCRIPTION = "Descriptif"
    GOVERNANCE = "Instances de gouvernance"
    OBJECTIVES = "Objectifs"
    INDICATORS = "Indicateurs liés"
    LEAD = "Structure pilote"
    MEANS = "Moyens humains et techniques"
    PARTNERS = "Partenaires"
    DEPARTMENT = "Direction ou service pilote"
    PILOT = "Personne pilote"
    ELECTED = "Élu·e référent·e"
    PARTICIPATION = "Participation Citoyenne"
    FUNDING = "Financements"
    FUNDER_1 = "Financeur 1"
    AMOUNT_1 = "Montant € HT 1"
    FUNDER_2 = "Financeur 2"
    AMOUNT_2 = "Montant € HT 2"
    FUNDER_3 = "Financeur 3"
    AMOUNT_3 = "Montant € HT 3"
    BUDGET = "Budget prévisionnel total € HT"
    STATUS = "Statut"
    PRIORITY = "Niveau de priorité"
    START = "Date de début"
    END = "Date de fin"


COLUMNS = tuple(Column)
TEXTS = {
    Column.DESCRIPTION: "description",
    Column.GOVERNANCE: "governance_note",
    Column.OBJECTIVES: "objectives",
    Column.INDICATORS: "indicators_note",
    Column.MEANS: "means",
    Column.FUNDING: "funding_note",
}
"""Columns that are one text of a sheet."""

FUNDERS = (
    (Column.FUNDER_1, Column.AMOUNT_1),
    (Column.FUNDER_2, Column.AMOUNT_2),
    (Column.FUNDER_3, Column.AMOUNT_3),
)
STATUSES = {
    SheetStatus.TO_DISCUSS: "À discuter",
    SheetStatus.PLANNED: "À venir",
    SheetStatus.ONGOING: "En cours",
    SheetStatus.PAUSED: "En pause",
    SheetStatus.BLOCKED: "Bloqué",
    SheetStatus.DONE: "Réalisé",
    SheetStatus.DROPPED: "Abandonné",
}
"""A sheet that is still to be written has an empty status there."""

READ_AS = {
    "en retard": SheetStatus.ONGOING,
    "realisee": SheetStatus.DONE,
    "abandonnee": SheetStatus.DROPPED,
    "bloquee": SheetStatus.BLOCKED,
    "termine": SheetStatus.DONE,
}
"""Other words that people write; « late » is an action under way, whose lateness is computed."""

PRIORITIES = {Priority.HIGH: "Élevé", Priority.MEDIUM: "Moyen", Priority.LOW: "Bas"}
PARTICIPATIONS = {
    Participation.NONE: "Pas de participation",
    Participation.INFORMATION: "Information",
    Participation.CONSULTATION: "Consultation",
    Participation.CONCERTATION: "Concertation",
    Participation.COCONSTRUCTION: "Co-construction",
    Participation.CODECISION: "Codécision",
}
