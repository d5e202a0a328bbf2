"""
Which tables of steering travel with a pact, in the order in which they are put in, and what of each.

A link is kept by a name that means the same elsewhere: a measure's number, a sheet's code, an institution's name; rows
that have no name of their own bear an `id`, their place in the file. Accounts do not travel, nor what is signed by
somebody (comments, letters), nor the numbers of rows.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models

from declic.records.deliveries.models import PARTS, Delivery
from declic.records.evaluation.models import Indicator, IndicatorRule, IndicatorTarget, Observation
from declic.records.money.models import FundedPostRow, FundingLine, MediatorPost, PlannedCost, PromiseReading
from declic.records.money.models.lines import DATED
from declic.records.pact.models import Programme
from declic.records.sheets.models import (
    ActionSheet,
    AxisPilot,
    Blocker,
    MeasureLead,
    Milestone,
    Note,
    SheetInstitution,
    SheetPerson,
)
from declic.records.sheets.models.sheets import WRITTEN
from declic.records.steering.models import (
    AgendaItem,
    Attendance,
    CarryOver,
    Committee,
    CommitteeMember,
    Decision,
    DecisionEffect,
    Meeting,
    WrittenHealth,
)
from declic.records.steering.models.decisions import TARGETS


@dataclass(frozen=True, slots=True)
class Carried:
    """
    A table that travels: its name in the file, how its rows hang on the programme, the columns that are written.

    `public` are the columns that everyone reads, of the rows that `publishing.py` chooses; empty where none is public.
    `has_id` says whether its rows are named by others. `key` is a column that this site makes: never written.
    """

    name: str
    model: type[models.Model]
    under: str
    columns: tuple[str, ...]
    public: tuple[str, ...] = ()
    has_id: bool = False
    key: str = ""

    def field(self, name: str) -> Any:
        """Give a column of the table."""
        return self.model._meta.get_field(name)  # noqa: SLF001 — Django documents it

    def rows(self, programme: Programme) -> models.QuerySet[Any]:
        """Find its rows that hang on a programme, in the order in which they came."""
        return self.model._default_manager.filter(**{self.under: programme}).order_by("pk")  # noqa: SLF001


SHEET = ("measure", "sequence", "title", "start_on", "end_on", "status", "public_summary", "publication")

CARRIED: tuple[Carried, ...] = (
    Carried("axis_pilots", AxisPilot, "axis__programme", ("axis", "institution", "function")),
    Carried("measure_leads", MeasureLead, "measure__programme", ("measure", "institution", "function")),
    Carried(
        "carry_overs", CarryOver, "measure__programme", ("measure", "fate", "institution", "frame", "why")
    ),
    Carried(
        "sheets", ActionSheet, "measure__programme", ("measure", "sequence", "parent", *WRITTEN), public=SHEET
    ),
    Carried(
        "sheet_institutions",
        SheetInstitution,
        "sheet__measure__programme",
        ("sheet", "institution", "role"),
        public=("sheet", "institution", "role"),
    ),
    Carried("sheet_people", SheetPerson, "sheet__measure__programme", ("sheet", "role", "words")),
    Carried(
        "milestones",
        Milestone,
        "sheet__measure__programme",
        ("sheet", "title", "due_on", "done_on", "is_cancelled", "weight", "institution", "is_key"),
        has_id=True,
    ),
    Carried(
        "blockers",
        Blocker,
        "sheet__measure__programme",
        ("sheet", "cause", "lifting_condition", "institution", "since_on", "lifted_on"),
    ),
    Carried("notes", Note, "sheet__measure__programme", ("sheet", "kind", "text", "on")),
    Carried("written_healths", WrittenHealth, "sheet__measure__programme", ("sheet", "health", "why")),
    Carried(
        "funding_lines",
        FundingLine,
        "programme",
        (
            *("measure", "sheet", "funder", "beneficiary", "purpose", "instrument", "credit", "nature"),
            *("fiscal_year", "euros", "granted_euros", "tax", "stage", *DATED),
            *("agreement_reference", "report_due_on"),
        ),
        has_id=True,
        key="key",
    ),
    Carried(
        "planned_costs",
        PlannedCost,
        "sheet__measure__programme",
        ("sheet", "fiscal_year", "nature", "tax", "euros"),
    ),
    Carried(
        "posts",
        MediatorPost,
        "measure__programme",
        (
            *("measure", "sheet", "employer", "mission", "agreement_reference", "starts_on", "ends_on"),
            *("state", "state_on", "open_data_id"),
        ),
        has_id=True,
        key="key",
    ),
    Carried("promise_readings", PromiseReading, "measure__programme", ("measure", "post_count", "why")),
    Carried(
        "funded_posts",
        FundedPostRow,
        "programme",
        ("post_id", "employer", "year", "euros", "code", "is_doubtful"),
    ),
    Carried(
        "deliveries",
        Delivery,
        "measure__programme",
        ("measure", "sheet", "kind", "on", "place_words", "count", *PARTS, "person_key"),
        key="source_key",
    ),
    Carried(
        "indicators",
        Indicator,
        "programme",
        (
            *("measure", "code", "name", "kind", "unit", "direction", "frequency", "delay_days"),
            *("baseline_value", "baseline_on", "data_owner", "method", "limits"),
        ),
        public=("measure", "code", "name", "unit"),
    ),
    Carried(
        "targets",
        IndicatorTarget,
        "indicator__programme",
        ("indicator", "on", "value"),
        public=("indicator", "on", "value"),
        has_id=True,
    ),
    Carried(
        "rules",
        IndicatorRule,
        "indicator__programme",
        ("indicator", "kinds", "aggregation", "sheet", "part", "is_cumulative"),
        public=("indicator", "kinds", "aggregation", "part", "is_cumulative"),
    ),
    Carried(
        "observations",
        Observation,
        "indicator__programme",
        (
            *("indicator", "start_on", "end_on", "value", "origin", "state"),
            *("comment", "evidence", "review_words"),
        ),
        public=("indicator", "start_on", "end_on", "value", "origin", "state"),
    ),
    Carried(
        "committees",
        Committee,
        "programme",
        ("kind", "name", "mandate", "body", "meetings_due", "months"),
        has_id=True,
    ),
    Carried(
        "committee_members",
        CommitteeMember,
        "committee__programme",
        ("committee", "institution", "function", "alternate", "is_chair"),
    ),
    Carried(
        "meetings",
        Meeting,
        "committee__programme",
        ("committee", "number", "starts_at", "ends_at", "location", "state", "minutes"),
        has_id=True,
    ),
    Carried(
        "agenda_items",
        AgendaItem,
        "committee__programme",
        (
            *("committee", "meeting", "position", "kind", "title", "question", "presenter"),
            *("minutes_planned", "measure", "sheet", "postponed", "state", "outcome"),
        ),
        has_id=True,
    ),
    Carried(
        "attendance", Attendance, "meeting__committee__programme", ("meeting", "institution", "presence")
    ),
    Carried(
        "decisions",
        Decision,
        "meeting__committee__programme",
        ("meeting", "item", "sequence", "kind", "text", "owner", "due_on", "state"),
        has_id=True,
    ),
    Carried(
        "decision_effects",
        DecisionEffect,
        "decision__meeting__committee__programme",
        ("decision", "kind", *TARGETS, "value", "old", "applied_at"),
    ),
)
"""Each table stands after those that its rows name."""
