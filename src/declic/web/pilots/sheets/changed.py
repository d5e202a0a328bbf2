"""Changes in words: what each table that hangs on a sheet is called, its fields, and the values that they held."""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from django.db.models import TextChoices
from django.utils.translation import gettext as _, gettext_lazy

from declic.records.deliveries.choices import DeliveryKind
from declic.records.money.choices import CreditType, Instrument, Nature, PostState, StageChoice, TaxBasis
from declic.records.steering.choices import HealthChoice, ItemKind, ItemState
from declic.web.design.wording import day, euros
from declic.web.pilots.sheets.wording import field_label, said


SHEET = "sheets.actionsheet"
TITLE = gettext_lazy("Title")
KINDS = {
    SHEET: gettext_lazy("Sheet"),
    "sheets.sheetinstitution": gettext_lazy("Institution on the sheet"),
    "sheets.sheetperson": gettext_lazy("Person on the sheet"),
    "sheets.milestone": gettext_lazy("Milestone"),
    "sheets.blocker": gettext_lazy("Blocker"),
    "sheets.note": gettext_lazy("Note"),
    "money.fundingline": gettext_lazy("Funding line"),
    "money.plannedcost": gettext_lazy("Planned cost"),
    "money.mediatorpost": gettext_lazy("Mediator post"),
    "deliveries.delivery": gettext_lazy("What was done"),
    "steering.writtenhealth": gettext_lazy("Health of the sheet"),
    "steering.agendaitem": gettext_lazy("Point of the agenda"),
}
"""What a change is about."""

MONEY = {
    "fiscal_year": gettext_lazy("Year of the budget"),
    "nature": gettext_lazy("Nature"),
    "tax": gettext_lazy("Tax"),
}
FIELDS: Mapping[str, Mapping[str, object]] = {
    "sheets.milestone": {"title": TITLE},
    "money.fundingline": {
        **MONEY,
        "funder_id": gettext_lazy("Funder"),
        "beneficiary_id": gettext_lazy("Beneficiary"),
        "purpose": gettext_lazy("What for"),
        "instrument": gettext_lazy("Instrument"),
        "credit": gettext_lazy("Kind of credit"),
        "euros": gettext_lazy("Amount asked, in euros"),
        "granted_euros": gettext_lazy("Amount granted, in euros"),
        "stage": gettext_lazy("Where it stands"),
        **{f"{one.value}_on": one.label for one in StageChoice},
        "agreement_reference": gettext_lazy("Reference of the agreement"),
        "report_due_on": gettext_lazy("Financial report expected on"),
    },
    "money.plannedcost": {**MONEY, "euros": gettext_lazy("Planned cost, in euros")},
    "money.mediatorpost": {
        "employer_id": gettext_lazy("Employer"),
        "mission": gettext_lazy("Mission"),
        "agreement_reference": gettext_lazy("Reference of the agreement"),
        "starts_on": gettext_lazy("Agreement from"),
        "ends_on": gettext_lazy("Agreement until"),
        "state": gettext_lazy("The post is"),
        "state_on": gettext_lazy("Since"),
        "open_data_id": gettext_lazy("Number in the State’s open data"),
    },
    "deliveries.delivery": {
        "kind": gettext_lazy("Kind"),
        "place_words": gettext_lazy("Where"),
        "count": gettext_lazy("How many"),
        "women": gettext_lazy("women"),
        "men": gettext_lazy("men"),
        "aged_under_16": gettext_lazy("under 16"),
        "aged_16_to_25": gettext_lazy("16 to 25"),
        "aged_26_to_64": gettext_lazy("26 to 64"),
        "aged_65_and_over": gettext_lazy("65 and over"),
        "person_key": gettext_lazy("Anonymous key"),
    },
    "steering.writtenhealth": {"health": gettext_lazy("Health of the sheet"), "why": gettext_lazy("Why")},
    "steering.agendaitem": {
        "meeting_id": gettext_lazy("Meeting"),
        "position": gettext_lazy("Place on the agenda"),
        "kind": gettext_lazy("What it is there for"),
        "title": TITLE,
        "question": gettext_lazy("Question asked"),
        "presenter_id": gettext_lazy("Presented by"),
        "minutes_planned": gettext_lazy("Minutes planned"),
        "state": gettext_lazy("The point"),
        "outcome": gettext_lazy("What was said"),
    },
}
"""The names of fields that other rooms call otherwise than a sheet does."""

CHOICES: Mapping[str, Mapping[str, type[TextChoices]]] = {
    "money.fundingline": {
        "instrument": Instrument,
        "credit": CreditType,
        "nature": Nature,
        "tax": TaxBasis,
        "stage": StageChoice,
    },
    "money.plannedcost": {"nature": Nature, "tax": TaxBasis},
    "money.mediatorpost": {"state": PostState},
    "deliveries.delivery": {"kind": DeliveryKind},
    "steering.writtenhealth": {"health": HealthChoice},
    "steering.agendaitem": {"kind": ItemKind, "state": ItemState},
}


def changed_field(kind: str, *, field: str) -> str:
    """Name a field of a table that hangs on a sheet."""
    return str(FIELDS.get(kind, {}).get(field) or field_label(field))


def changed_value(value: object, *, kind: str, field: str) -> str:
    """Write a value of the history, where days and amounts are texts; empty for nothing."""
    if value is None or value == "":
        return ""
    if (choices := CHOICES.get(kind, {}).get(field)) is not None:
        return str(dict(choices.choices).get(str(value), value))
    if field.endswith("_on") or field == "on":
        return _day(str(value))
    written = WRITTEN.get(field)
    return written(str(value)) if written else said(value, field=field)


def _day(value: str) -> str:
    try:
        return day(datetime.date.fromisoformat(value))
    except ValueError:
        return ""


def _euros(value: str) -> str:
    try:
        return euros(Decimal(value))
    except InvalidOperation:
        return value


WRITTEN: Mapping[str, Callable[[str], str]] = {
    "euros": _euros,
    "granted_euros": _euros,
    "meeting_id": lambda _number: _("on the agenda of a meeting"),
}
"""How values are written that a field of a sheet never holds."""
