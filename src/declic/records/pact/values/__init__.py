"""What the reads of programmes return: frozen values, complete for the public pages and the pilots' home."""

from declic.records.pact.values.pages import (
    AmountsPage,
    AxisPage,
    FiguresPage,
    FindingsPage,
    MeasurePage,
    PactHome,
    SignatoriesPage,
    SteeringHome,
)
from declic.records.pact.values.programmes import (
    BodyLine,
    CoverageLine,
    NextThing,
    OpenedDocument,
    PactCounts,
    PactHeader,
    PactLine,
    PactList,
)
from declic.records.pact.values.promises import (
    AxisTile,
    FindingLine,
    MeasureNeighbour,
    MeasurePlace,
    MeasureTile,
    NamedLine,
    OngoingActionLine,
    RoleLine,
    SectionLine,
    WordingLine,
)
from declic.records.pact.values.quantities import AmountLine, FigureGroup, FigureLine
from declic.records.pact.values.signatories import (
    RepresentativeLine,
    SignatoryLine,
    SignatorySummary,
    ValidationLine,
)
from declic.records.pact.values.states import FigureKind, FindingState, MeasureState, ValidationState


__all__ = [
    "AmountLine",
    "AmountsPage",
    "AxisPage",
    "AxisTile",
    "BodyLine",
    "CoverageLine",
    "FigureGroup",
    "FigureKind",
    "FigureLine",
    "FiguresPage",
    "FindingLine",
    "FindingState",
    "FindingsPage",
    "MeasureNeighbour",
    "MeasurePage",
    "MeasurePlace",
    "MeasureState",
    "MeasureTile",
    "NamedLine",
    "NextThing",
    "OngoingActionLine",
    "OpenedDocument",
    "PactCounts",
    "PactHeader",
    "PactHome",
    "PactLine",
    "PactList",
    "RepresentativeLine",
    "RoleLine",
    "SectionLine",
    "SignatoriesPage",
    "SignatoryLine",
    "SignatorySummary",
    "SteeringHome",
    "ValidationLine",
    "ValidationState",
    "WordingLine",
]
