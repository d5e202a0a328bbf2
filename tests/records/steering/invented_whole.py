"""The steering of the small pact on paper: rows of every table that travels, that agree with each other."""

from typing import Any

from declic.records.steering.whole.columns import shapes
from declic.records.steering.whole.values import CarriedRows, WholeSteering


Row = dict[str, Any]
VILLE, PREFECTURE, ASSOCIATION = "Ville de Valmont", "Préfecture inventée", "Les Amis de la Rive"

SAID: dict[str, tuple[Row, ...]] = {
    "axis_pilots": ({"axis": 1, "institution": VILLE, "function": "adjointe à la culture"},),
    "measure_leads": ({"measure": "10", "institution": PREFECTURE},),
    "carry_overs": (
        {"measure": "10", "fate": "handed_over", "institution": ASSOCIATION, "frame": "contrat de ville"},
        {"measure": "20", "fate": "ends", "why": "Le lieu aura ouvert."},
    ),
    "sheets": (
        {
            "measure": "10",
            "sequence": 1,
            "title": "Ouvrir la ludothèque",
            "status": "ongoing",
            "start_on": "2024-02-01",
            "end_on": "2024-11-30",
            "target_groups": ["children", "families"],
            "themes": ["culture"],
            "age_min": 3,
            "age_max": 12,
            "expected_reach": 40,
            "is_yearly": True,
            "announced_funders": [[PREFECTURE, "1200.00"], [VILLE, None]],
            "announced_budget": "1200.00",
            "public_summary": "Des jeux pour tous.",
            "publication": "published",
            "maturity": "draft",
        },
        {
            "measure": "10",
            "sequence": 2,
            "parent": "10-1",
            "title": "Acheter les jeux",
            "status": "to_write",
            "publication": "private",
            "maturity": "draft",
            "is_yearly": False,
            "context": "Rien n'est acheté.",
            "target_groups": [],
            "themes": [],
            "announced_funders": [],
        },
    ),
    "sheet_institutions": (
        {"sheet": "10-1", "institution": ASSOCIATION, "role": "lead"},
        {"sheet": "10-1", "institution": VILLE, "role": "funder"},
    ),
    "sheet_people": ({"sheet": "10-1", "role": "contact", "words": "service de la jeunesse"},),
    "milestones": (
        {
            "id": 1,
            "sheet": "10-1",
            "title": "Trouver le lieu",
            "due_on": "2024-03-01",
            "weight": 2,
            "done_on": "2024-02-20",
            "is_cancelled": False,
            "institution": VILLE,
            "is_key": True,
        },
        {
            "id": 2,
            "sheet": "10-1",
            "title": "Ouvrir",
            "due_on": "2024-09-01",
            "weight": 1,
            "is_cancelled": False,
            "is_key": False,
        },
    ),
    "blockers": (
        {
            "sheet": "10-1",
            "cause": "Pas de lieu",
            "lifting_condition": "Un bail",
            "institution": VILLE,
            "since_on": "2024-02-02",
            "lifted_on": "2024-02-20",
        },
    ),
    "notes": ({"sheet": "10-1", "kind": "progress", "text": "Le bail est signé.", "on": "2024-02-21"},),
    "written_healths": ({"sheet": "10-1", "health": "cloud", "why": "Le bail finit en mai."},),
    "funding_lines": (
        {
            "id": 1,
            "measure": "10",
            "sheet": "10-1",
            "funder": PREFECTURE,
            "beneficiary": ASSOCIATION,
            "purpose": "jeux et mobilier",
            "instrument": "p147",
            "credit": "specific",
            "tax": "included",
            "nature": "operating",
            "fiscal_year": 2024,
            "euros": "1200.50",
            "granted_euros": "1000.00",
            "stage": "signed",
            "requested_on": "2024-01-20",
            "granted_on": "2024-02-10",
            "signed_on": "2024-02-15",
            "agreement_reference": "C-12",
            "report_due_on": "2025-06-30",
        },
    ),
    "planned_costs": (
        {
            "sheet": "10-1",
            "fiscal_year": 2024,
            "nature": "operating",
            "tax": "included",
            "euros": "2400.00",
        },
    ),
    "posts": (
        {
            "id": 1,
            "measure": "10",
            "sheet": "10-1",
            "employer": ASSOCIATION,
            "mission": "accueillir",
            "state": "filled",
            "state_on": "2024-04-02",
            "open_data_id": "P-77",
        },
    ),
    "promise_readings": ({"measure": "10", "post_count": 2, "why": "Deux phrases, deux postes."},),
    "funded_posts": (
        {
            "post_id": "P-77",
            "employer": "LES AMIS DE LA RIVE",
            "year": 2024,
            "euros": "21000.00",
            "code": "CV1",
            "is_doubtful": False,
        },
    ),
    "deliveries": (
        {"measure": "10", "sheet": "10-1", "kind": "post", "on": "2024-04-02", "person_key": "post-1"},
        {"measure": "10", "kind": "people", "on": "2024-04-10", "count": 1, "person_key": "p1"},
        {"measure": "10", "kind": "people", "on": "2024-04-17", "count": 1, "person_key": "p1"},
        {
            "measure": "10",
            "kind": "session",
            "on": "2024-04-20",
            "place_words": "place du Port",
            "count": 12,
            "women": 6,
            "men": 5,
            "aged_16_to_25": 9,
        },
    ),
    "indicators": (
        {
            "measure": "10",
            "code": "10-S",
            "name": "Séances tenues",
            "unit": "séances",
            "kind": "output",
            "direction": "up",
            "frequency": "quarter",
            "delay_days": 30,
            "baseline_value": "0.00",
            "baseline_on": "2024-01-15",
            "data_owner": ASSOCIATION,
        },
        {
            "code": "P-1",
            "name": "Confiance",
            "kind": "impact",
            "direction": "up",
            "frequency": "year",
            "delay_days": 90,
            "method": "Trente questions.",
            "limits": "Peu de réponses.",
        },
    ),
    "targets": (
        {"id": 1, "indicator": "10-S", "on": "2024-06-30", "value": "10.00"},
        {"id": 2, "indicator": "10-S", "on": "2024-12-31", "value": "24.00"},
    ),
    "rules": (
        {
            "indicator": "10-S",
            "kinds": ["session", "event"],
            "aggregation": "count",
            "sheet": "10-1",
            "is_cumulative": True,
        },
    ),
    "observations": (
        {
            "indicator": "10-S",
            "start_on": "2024-01-15",
            "end_on": "2024-03-31",
            "value": "2.00",
            "origin": "auto",
            "state": "approved",
            "evidence": "feuilles de présence",
        },
        {
            "indicator": "10-S",
            "start_on": "2024-04-01",
            "end_on": "2024-06-30",
            "value": "9.00",
            "origin": "entry",
            "state": "returned",
            "review_words": "Comptez encore.",
        },
        {
            "indicator": "P-1",
            "start_on": "2024-01-15",
            "end_on": "2024-12-31",
            "value": "-3.50",
            "origin": "import",
            "state": "approved",
            "comment": "En points.",
        },
    ),
    "committees": (
        {
            "id": 1,
            "kind": "steering",
            "name": "Comité de suivi",
            "mandate": "Suivre.",
            "body": 1,
            "meetings_due": 3,
            "months": 12,
        },
    ),
    "committee_members": (
        {"committee": 1, "institution": PREFECTURE, "function": "déléguée", "is_chair": True},
        {"committee": 1, "institution": VILLE, "alternate": "directrice", "is_chair": False},
    ),
    "meetings": (
        {
            "id": 1,
            "committee": 1,
            "number": 1,
            "starts_at": "2024-03-10T08:30:00+00:00",
            "ends_at": "2024-03-10T10:00:00+00:00",
            "location": "mairie",
            "state": "closed",
            "minutes": "Le comité a tout examiné.",
        },
        {"id": 2, "committee": 1, "number": 2, "starts_at": "2024-06-10T08:30:00+00:00", "state": "planned"},
    ),
    "agenda_items": (
        {
            "id": 1,
            "committee": 1,
            "meeting": 1,
            "position": 1,
            "kind": "review",
            "title": "Le lieu",
            "minutes_planned": 15,
            "measure": "10",
            "sheet": "10-1",
            "presenter": VILLE,
            "state": "postponed",
            "outcome": "À revoir.",
        },
        {
            "id": 2,
            "committee": 1,
            "meeting": 2,
            "position": 1,
            "kind": "decision",
            "title": "Le lieu",
            "minutes_planned": 10,
            "postponed": 1,
            "state": "waiting",
            "question": "Où ouvrir ?",
        },
    ),
    "attendance": (
        {"meeting": 1, "institution": PREFECTURE, "presence": "present"},
        {"meeting": 1, "institution": VILLE, "presence": "alternate"},
    ),
    "decisions": (
        {
            "id": 1,
            "meeting": 1,
            "item": 1,
            "sequence": 1,
            "kind": "decision",
            "owner": VILLE,
            "text": "L'ouverture attendra septembre.",
            "due_on": "2024-04-01",
            "state": "done",
        },
    ),
    "decision_effects": (
        {
            "decision": 1,
            "kind": "milestone_due",
            "milestone": 2,
            "value": "2024-09-01",
            "old": "2024-06-01",
            "applied_at": "2024-03-10T09:15:00.250000+00:00",
        },
        {
            "decision": 1,
            "kind": "sheet_status",
            "sheet": "10-1",
            "value": "ongoing",
            "old": "planned",
            "applied_at": "2024-03-10T09:16:00+00:00",
        },
        {"decision": 1, "kind": "sheet_end", "sheet": "10-2", "value": "2024-12-15"},
        {"decision": 1, "kind": "funding_stage", "line": 1, "value": "signed", "old": "granted"},
        {"decision": 1, "kind": "indicator_target", "target": 2, "value": "24.5", "old": "20"},
    ),
}
"""What each row says; every column that is not named is null."""


def invented_steering(said: dict[str, tuple[Row, ...]] | None = None) -> WholeSteering:
    """Give those rows with all their columns, every table in its order."""
    rows = SAID if said is None else said
    return WholeSteering(
        tuple(
            CarriedRows(
                shape.table,
                tuple(
                    {one.name: row.get(one.name) for one in shape.columns}
                    for row in rows.get(shape.table, ())
                ),
            )
            for shape in shapes()
        )
    )
