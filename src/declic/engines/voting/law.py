"""The law of votes as dated parameters, each with its source; no lawyer has confirmed them yet."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VotingLaw:
    """
    What the law asked of local assemblies between two days, both included; no last day: still in force.

    The quorum is a share of the members in office: more than half (`quorum_share` 2) or at least a third (3),
    physically present unless `counts_represented`.
    """

    first_day: datetime.date
    last_day: datetime.date | None
    quorum_share: int
    counts_represented: bool
    proxies_per_holder: int
    sources: tuple[str, ...]
    is_confirmed_by_lawyer: bool = False

    def quorum(self, in_office: int) -> int:
        """Count the members needed: strictly more than half, or a third rounded up."""
        return in_office // 2 + 1 if self.quorum_share == HALF else -(-in_office // self.quorum_share)

    @property
    def proxy_source(self) -> str:
        """The article that limits the proxies of one holder."""
        return self.sources[1] if self.proxies_per_holder == 1 else self.sources[0]

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the parameters are those of the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


HALF = 2
THIRD = 3
ORDINARY = (
    "CGCT, art. L2121-17 (quorum)",
    "CGCT, art. L2121-20 (un seul pouvoir)",
    "CGCT, art. L5211-1 (communautés)",
)
FIRST_EMERGENCY = ("Loi n° 2020-290 du 23 mars 2020, art. 10 (quorum au tiers, deux pouvoirs)",)
FIRST_EMERGENCY_REPRESENTED = (
    *FIRST_EMERGENCY,
    "Ordonnance n° 2020-391 du 1er avril 2020 (présents ou représentés)",
)
SECOND_EMERGENCY = ("Loi n° 2020-1379 du 14 novembre 2020, art. 6, IV (quorum au tiers, deux pouvoirs)",)
VIGILANCE = (
    *SECOND_EMERGENCY,
    "Loi n° 2021-1465 du 10 novembre 2021 (prolongation jusqu'au 31 juillet 2022)",
)


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


TEMPORARY = (
    VotingLaw(_day("2020-03-24"), _day("2020-04-02"), THIRD, False, 2, FIRST_EMERGENCY),
    VotingLaw(_day("2020-04-03"), _day("2020-07-10"), THIRD, True, 2, FIRST_EMERGENCY_REPRESENTED),
    VotingLaw(_day("2020-07-11"), _day("2020-08-30"), THIRD, False, 2, FIRST_EMERGENCY),
    VotingLaw(_day("2020-11-15"), _day("2021-09-30"), THIRD, False, 2, SECOND_EMERGENCY),
    VotingLaw(_day("2021-11-11"), _day("2022-07-31"), THIRD, False, 2, VIGILANCE),
)
PERMANENT = VotingLaw(_day("1996-02-24"), None, HALF, False, 1, ORDINARY)


def law_on(day: datetime.date | None) -> VotingLaw | None:
    """Give the parameters of a day, a temporary law before the permanent one; None without a day or before both."""
    if day is None:
        return None
    return next((law for law in (*TEMPORARY, PERMANENT) if law.holds_on(day)), None)
