"""The rows of programmes."""

from declic.records.pact.models.findings import Finding, FindingPassage
from declic.records.pact.models.programmes import (
    Article,
    Body,
    Coverage,
    DiagnosisReason,
    Event,
    KeyDate,
    Programme,
    ProgrammeSource,
    Representative,
    Signatory,
    SignatureBlock,
)
from declic.records.pact.models.promises import (
    Axis,
    AxisWording,
    Measure,
    MeasureName,
    OngoingAction,
    Role,
    Section,
)
from declic.records.pact.models.quantities import Amount, ContextFigure


__all__ = [
    "Amount",
    "Article",
    "Axis",
    "AxisWording",
    "Body",
    "ContextFigure",
    "Coverage",
    "DiagnosisReason",
    "Event",
    "Finding",
    "FindingPassage",
    "KeyDate",
    "Measure",
    "MeasureName",
    "OngoingAction",
    "Programme",
    "ProgrammeSource",
    "Representative",
    "Role",
    "Section",
    "Signatory",
    "SignatureBlock",
]
