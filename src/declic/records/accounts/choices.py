"""The words of accounts: the roles a person may hold."""

from enum import StrEnum


class Role(StrEnum):
    """What a person does here; `operator` is who holds the machine and types commands on it."""

    PILOT = "pilot"
    CLERK = "clerk"
    OPERATOR = "operator"
