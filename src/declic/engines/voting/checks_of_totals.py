"""Checks of the totals: what the text announces beside what it lists."""

from collections.abc import Iterator

from declic.engines.voting.roll import Roll
from declic.engines.voting.verdicts import Check, Counted, Verdict, counted
from declic.units.person_names import find_namesake


def members_add_up(sitting: Counted) -> Check:
    """Hold the people listed to the members in office, and to the totals that the text announces."""
    rule, roll = "members_add_up", sitting.roll
    said = list(_totals(sitting)) if roll.members else []
    if not said:
        why = "aucun membre n'est nommé" if not roll.members else "le texte n'annonce aucun total"
        return Check(rule, Verdict.NOT_CHECKABLE, f"Non vérifiable : {why}.")
    wrong = [(field, words) for field, agrees, words in said if not agrees]
    shown = wrong or [(field, words) for field, _, words in said]
    return Check(
        rule,
        Verdict.CONTRADICTION if wrong else Verdict.OK,
        f"{' ; '.join(words for _, words in shown)}.",
        fields=tuple(field for field, _ in shown),
    )


def _totals(sitting: Counted) -> Iterator[tuple[str, bool, str]]:
    roll = sitting.roll
    present = sum(member.was_present for member in roll.members) + len(roll.substitutes)
    away = len(roll.members) + len(roll.substitutes) - present - _replaced(roll)
    if roll.in_office is not None and not _leaves_out_the_absent(roll, present=present, away=away):
        agrees = present + away == roll.in_office
        words = f"{counted(present, 'présent')} + {counted(away, 'absent')} = {present + away}"
        yield (
            "members_in_office",
            agrees,
            f"{words} {'=' if agrees else '≠'} {roll.in_office} membres en exercice",
        )
    rooms = {room.in_room for room in sitting.rooms} | {present}
    announced = (
        ("declared_present", roll.declared_present, rooms, "présent"),
        ("declared_absent", roll.declared_absent, {away, away - len(roll.proxies)}, "absent"),
        ("declared_proxies", roll.declared_proxies, _proxy_counts(sitting) | {away}, "procuration"),
    )
    for field, total, known, noun in announced:
        if total is not None:
            agrees = total in known
            words = (
                f"{counted(total, f'{noun} annoncé' + ('e' if noun == 'procuration' else ''), _plural(noun))}"
            )
            yield (
                field,
                agrees,
                words + (" comme dans les listes" if agrees else f", {max(known)} dans les listes"),
            )


def _leaves_out_the_absent(roll: Roll, *, present: int, away: int) -> bool:
    """Say whether the text names nobody who is away: its list is of those present alone, and not of all."""
    is_whole = roll.declared_present in {None, present}
    return away == 0 and is_whole and roll.in_office is not None and present < roll.in_office


def _plural(noun: str) -> str:
    return f"{noun}s annoncé{'e' if noun == 'procuration' else ''}s"


def _proxy_counts(sitting: Counted) -> set[int]:
    return {len(sitting.roll.proxies)} | {len(room.usable) for room in sitting.rooms}


def _replaced(roll: Roll) -> int:
    return sum(find_namesake(one.replaces or "", among=roll.names) is not None for one in roll.substitutes)
