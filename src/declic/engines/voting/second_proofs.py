"""What a contradiction needs beside itself to be told: a list that is whole, and figures that no scan has changed."""

from dataclasses import replace

from declic.engines.voting.law import PERMANENT, law_on
from declic.engines.voting.roll import Grade
from declic.engines.voting.verdicts import Check, Counted, Verdict


OF_LISTS = frozenset(
    {
        "members_add_up",
        "proxies_can_hold",
        "quorum_at_each_question",
        "votes_add_up",
        "officers_are_present",
    }
)
OF_WHOLE_LISTS = frozenset({"quorum_at_each_question", "officers_are_present"})
OF_CHARACTERS = OF_LISTS | {"no_name_twice", "no_presence_with_own_proxy", "calendar_agrees"}
LOST = "la liste lue est bien plus courte que les totaux annoncés"
NOT_WHOLE = "rien ne dit que la liste lue est entière"
SCAN = "le texte porte des marques de numérisation, un caractère a pu changer"
FEWEST_LOST = 3
SHARE_LOST = 4


def proven(check: Check, *, sitting: Counted) -> Check:
    """
    Give a check back, its contradiction put off where nothing but a misreading is needed to explain it.

    A roll that a person confirmed is taken at its word. Of one that was read, a list far shorter than the totals
    announced is the reader's loss; of a scan, a name or a figure that disagrees may be a letter changed.
    """
    if check.verdict is not Verdict.CONTRADICTION or sitting.roll.grade is Grade.CONFIRMED:
        return check
    why = _doubt(check, sitting)
    if why is None:
        return check
    message = f"À confirmer ({why}) : {check.message}"
    return replace(check, verdict=Verdict.NOT_CHECKABLE, message=message)


def _doubt(check: Check, sitting: Counted) -> str | None:
    """Say what else than the text explains a contradiction, in French; None where nothing does."""
    is_twice = _is_said_twice(check, sitting)
    doubts = (
        (check.rule in OF_LISTS and _is_list_lost(sitting), LOST),
        (check.rule in OF_WHOLE_LISTS and not _is_whole(sitting) and not is_twice, NOT_WHOLE),
        (sitting.roll.grade is Grade.SCANNED and check.rule in OF_CHARACTERS and not is_twice, SCAN),
    )
    return next((why for applies, why in doubts if applies), None)


def _is_list_lost(sitting: Counted) -> bool:
    """
    Say whether far fewer people are listed than the text announces: three at least, and a quarter of them.

    Where nobody is listed as away, the members in office say nothing of how long the list should be.
    """
    roll = sitting.roll
    present = _present(sitting)
    everyone = len(roll.members) + len(roll.substitutes)
    in_office = roll.in_office if everyone > present or not present else None
    return _is_far(roll.declared_present, present) or _is_far(in_office, everyone)


def _is_far(said: int | None, listed: int) -> bool:
    return said is not None and said - listed >= FEWEST_LOST and (said - listed) * SHARE_LOST > said


def _present(sitting: Counted) -> int:
    return sum(member.was_present for member in sitting.roll.members) + len(sitting.roll.substitutes)


def _is_whole(sitting: Counted) -> bool:
    """Say whether the list is proven whole: by the total of those present, or by the members in office."""
    roll = sitting.roll
    return _present(sitting) == roll.declared_present or len(roll.members) == roll.in_office


def _is_said_twice(check: Check, sitting: Counted) -> bool:
    """Say whether the figure announced proves what the list shows: too few present for the quorum."""
    roll = sitting.roll
    if check.rule != "quorum_at_each_question" or roll.in_office is None or roll.declared_present is None:
        return False
    law = law_on(roll.held_on) or PERMANENT
    return roll.declared_present < law.quorum(roll.in_office)
