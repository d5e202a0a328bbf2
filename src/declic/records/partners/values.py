"""What partners answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstitutionLine:
    """An institution as it is listed; `kind_label` is in the reader's language."""

    id: int
    name: str
    short_name: str
    kind: str
    kind_label: str
