"""Checks of the acts: votes, unanimity, who reports."""

from declic.engines.voting.roll import Act
from declic.engines.voting.room import Room, question_of
from declic.engines.voting.verdicts import Check, Counted, Verdict, counted
from declic.units.person_names import find_colleague, find_namesake


HEAD_AND_PROXY = 2
"""Who presides withdraws from the vote on their accounts, with the vote that they hold."""


def votes_add_up(sitting: Counted) -> Check:
    """Hold the votes stated, and the voters announced, to the votes there are in the room."""
    rule = "votes_add_up"
    compared = [
        (index, act, room)
        for index, act in enumerate(sitting.roll.acts)
        if act.cast is not None and (room := sitting.room_of_act(index)) and room.present
    ]
    voters = _voters(sitting)
    if not compared and voters is None:
        return Check(
            rule, Verdict.NOT_CHECKABLE, "Non vérifiable : aucun vote compté, ou la salle n'est pas connue."
        )
    wrong = [(index, act, room) for index, act, room in compared if not _agrees(sitting, act, room=room)]
    sentences = [
        f"{_called(act)} : {_arithmetic(act, room=room, agrees=not wrong)}."
        for _, act, room in (wrong or compared)
    ]
    if voters and not (wrong and voters[0]):
        sentences.insert(0, voters[1])
    is_wrong = bool(wrong) or (voters is not None and not voters[0])
    verdict = Verdict.CONTRADICTION if is_wrong else Verdict.OK
    acts = tuple(index for index, _, _ in (wrong or compared))
    return Check(rule, verdict, " ".join(sentences), acts=acts, fields=("declared_voters",) if voters else ())


def _voters(sitting: Counted) -> tuple[bool, str] | None:
    said = sitting.roll.declared_voters
    if said is None or not any(room.present for room in sitting.rooms):
        return None
    fits = next((room for room in sitting.rooms if room.represented == said), None)
    room = fits or sitting.rooms[0]
    if fits is None and _are_expressed(sitting, said):
        return (
            True,
            f"{counted(said, 'votant annoncé', 'votants annoncés')} : pour et contre, sans les abstentions.",
        )
    return (
        fits is not None,
        f"{_voices(room)} {'=' if fits else '≠'} {counted(said, 'votant annoncé', 'votants annoncés')}.",
    )


def _are_expressed(sitting: Counted, said: int) -> bool:
    """Say whether the voters announced are those for and against alone, in an act whose votes fill its room."""
    return any(
        act.abstention
        and act.cast is not None
        and (act.votes_for or 0) + (act.against or 0) == said
        and (room := sitting.room_of_act(index)) is not None
        and _agrees(sitting, act, room=room)
        for index, act in enumerate(sitting.roll.acts)
    )


def _agrees(sitting: Counted, act: Act, *, room: Room) -> bool:
    """
    Say whether the votes make up those of the room, who took no part apart.

    With them go the votes that they hold, or not: minutes do both.
    """
    cast = act.cast or 0
    away = {find_namesake(name, among=sitting.roll.names) for name in act.apart} & room.present
    held = sum(sitting.seats[index][1] in away for index in room.usable)
    if act.is_account and not away and 0 <= room.represented - cast <= HEAD_AND_PROXY:
        return True
    return cast == room.represented or 0 <= room.represented - len(away) - cast <= held


def _arithmetic(act: Act, *, room: Room, agrees: bool) -> str:
    apart = f" + {len(act.apart)} sans prendre part au vote" if act.apart else ""
    return f"{_voices(room)} {'=' if agrees else '≠'} {_votes(act)}{apart}"


def _voices(room: Room) -> str:
    return f"{counted(room.in_room, 'présent')} + {counted(len(room.usable), 'procuration')} = {room.represented}"


def _called(act: Act) -> str:
    if act.question is not None:
        return f"Question {act.question}"
    return f"Délibération {act.number}" if act.number else "Délibération"


def _votes(act: Act) -> str:
    if act.votes_for is None:
        return counted(act.voters or 0, "bulletin")
    said = [f"{act.votes_for} pour", f"{act.against or 0} contre", counted(act.abstention or 0, "abstention")]
    if act.interested:
        said.append(counted(act.interested, "conseiller intéressé", "conseillers intéressés"))
    return " + ".join(said)


def unanimity_agrees(sitting: Counted) -> Check:
    """Hold an act said to be unanimous to having nobody against it."""
    rule = "unanimity_agrees"
    said = [
        (index, act)
        for index, act in enumerate(sitting.roll.acts)
        if act.unanimous is not None and (act.against is not None or act.abstention is not None)
    ]
    if not said:
        return Check(rule, Verdict.NOT_CHECKABLE, "Aucun vote n'est à la fois qualifié et compté.")
    wrong = tuple(index for index, act in said if act.unanimous and (act.against or 0) > 0)
    if wrong:
        names = ", ".join(_called(sitting.roll.acts[index]) for index in wrong)
        message = f"Dit unanime, avec des voix contre : {names}."
        return Check(rule, Verdict.CONTRADICTION, message, acts=wrong)
    message = f"{counted(len(said), 'vote')} : l'unanimité annoncée s'accorde avec les voix."
    return Check(rule, Verdict.OK, message, acts=tuple(index for index, _ in said))


def officers_are_present(sitting: Counted) -> Check:
    """Hold the secretary and each rapporteur to being members, and in the room."""
    rule, roll = "officers_are_present", sitting.roll
    officers: list[tuple[str, str | None, int | None]] = [("secrétaire", roll.secretary, None)]
    officers += [("rapporteur", act.rapporteur, question_of(roll, at)) for at, act in enumerate(roll.acts)]
    known = [(role, name, question) for role, name, question in officers if name]
    if not known or not roll.members:
        return Check(
            rule, Verdict.NOT_CHECKABLE, "Ni secrétaire ni rapporteur n'est nommé, ou la liste manque."
        )
    wrong, seen = [], []
    for role, name, question in known:
        member = find_colleague(name, among=roll.names)
        seen += [member] if member is not None else []
        if member is None:
            wrong.append(f"{name} ({role}) n'est pas dans la liste des membres.")
        elif not _was_there(sitting, member, question):
            wrong.append(f"{name} ({role}) n'est pas dans la salle.")
    fields = ("secretary",) if roll.secretary else ()
    if wrong:
        return Check(rule, Verdict.CONTRADICTION, " ".join(wrong), members=tuple(seen), fields=fields)
    said = ", ".join(f"{name} ({role})" for role, name, _ in known[:2]) + (" …" if len(known) > 2 else "")  # noqa: PLR2004
    message = f"Membres et dans la salle : {said}."
    return Check(rule, Verdict.OK, message, members=tuple(dict.fromkeys(seen)), fields=fields)


def _was_there(sitting: Counted, member: int, question: int | None) -> bool:
    room = sitting.room_of(question) if question is not None else None
    return member in room.present if room else sitting.roll.members[member].was_present
