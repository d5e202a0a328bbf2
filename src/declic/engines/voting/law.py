"""
The law of a council's votes, as dated parameters with their articles.

Written from the codes by people who are not lawyers: `confirmed` is False until one has read it, and the pages
say so.
"""

import datetime
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Parameter:
    """A rule's value from a day to another, both included; None is without limit."""

    value: Fraction
    article: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    confirmed: bool = False

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the value is the law on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


# The health emergency of 2020-2022 lowered the quorum to a third and let a member hold two proxies.
EMERGENCY = (
    (
        datetime.date(2020, 3, 12),
        datetime.date(2020, 8, 30),
        "ordonnance 2020-391, art. 2 ; loi 2020-760, art. 1",
    ),
    (datetime.date(2020, 10, 31), datetime.date(2021, 9, 30), "loi 2020-1379, art. 6 ; loi 2021-689, art. 8"),
    (datetime.date(2021, 11, 10), datetime.date(2022, 7, 31), "loi 2021-1465, art. 10"),
)
QUORUM = (
    *(Parameter(Fraction(1, 3), article, since, until) for since, until, article in EMERGENCY),
    Parameter(Fraction(1, 2), "CGCT, art. L2121-17 (et L5211-1 pour les EPCI)"),
)
PROXIES_PER_HOLDER = (
    *(Parameter(Fraction(2), article, since, until) for since, until, article in EMERGENCY),
    Parameter(Fraction(1), "CGCT, art. L2121-20 (et L5211-1 pour les EPCI)"),
)
APPEAL_MONTHS = (Parameter(Fraction(2), "CJA, art. R421-1"),)


def in_force(parameters: tuple[Parameter, ...], *, day: datetime.date) -> Parameter:
    """Give the value in force on a day: the first that holds, exceptions before the rule."""
    return next(parameter for parameter in parameters if parameter.holds_on(day))


def quorum_of(in_office: int, *, day: datetime.date | None) -> int:
    """
    Count the members who must be in the room.

    More than half of those in office (123 → 62); during the emergency a third, rounded up. Without a date, the
    ordinary rule. Source: CGCT, art. L2121-17.
    """
    share = in_force(QUORUM, day=day).value if day else QUORUM[-1].value
    if share == Fraction(1, 2):
        return in_office // 2 + 1
    return -(-in_office * share.numerator // share.denominator)
