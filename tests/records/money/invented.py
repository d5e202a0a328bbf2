"""The small pact with money: a measure that promises posts in two ways, funding lines, a post, a file of open data."""

import datetime
from decimal import Decimal
from typing import Any

from declic.records.accounts.viewers import Viewer
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.money.writes import add_line, add_post
from declic.records.pact.models import ContextFigure, Measure
from tests.records.sheets.invented import Steered, measure, steered


YESTERDAY = datetime.date(2024, 3, 1)
HEAD = "id_poste;raison_sociale;annee;montant;code_cv"


def funded(*, public: bool = True) -> Steered:
    """Give the steered pact, whose measure 10 promises two posts and perhaps a third, and measure 20 one."""
    pact = steered(public=public)
    for number, value, subject in (("10", 2, "de rue"), ("10", 1, "d'accueil"), ("20", 1, "santé")):
        promise(measure(number), value=value, subject=f"conventions adultes-relais {subject}")
    return pact


def promise(row: Measure, *, value: int, subject: str) -> None:
    ContextFigure.objects.create(
        programme=row.programme,
        position=1000 + ContextFigure.objects.count(),
        value=Decimal(value),
        unit="conventions",
        subject=subject,
        measure=row,
        axis=row.axis,
        sentence=row.citation,
        citation=row.citation,
    )


def line_says(pact: Steered, **more: Any) -> dict[str, Any]:
    said = {
        "funder_id": pact.odile.institution_id,
        "purpose": "Animer la ludothèque",
        "euros": Decimal(1000),
        "fiscal_year": 2024,
    }
    return {**said, **more}


def a_line(pact: Steered, *, key: str = "k1", by: Viewer | None = None, **more: Any) -> FundingLine:
    number = add_line(
        pact.slug, key=key, says=line_says(pact, **more), sheet_id=pact.sheet_id, by=by or pact.odile
    )
    return FundingLine.objects.get(pk=number)


def a_post(pact: Steered, *, key: str = "p1", number: str = "10", **more: Any) -> MediatorPost:
    says = {"employer_id": pact.workshop, "mission": "Médiation", **more}
    return MediatorPost.objects.get(pk=add_post(pact.slug, key=key, measure=number, says=says, by=pact.odile))


def posts_file(*rows: str) -> bytes:
    return "\n".join((HEAD, *rows)).encode()


POSTS = posts_file(
    "P1;ATELIER DES TILLEULS;2023;20000;CV99",
    "P1;ATELIER DES TILLEULS;2024;21000;CV99",
    "P2;Atelier des Tilleuls;2024;21000;CV99",
    "P3;Ailleurs;2024;21000;CV12",
    "P1;ATELIER DES TILLEULS;2024;21000;CV99",
)
