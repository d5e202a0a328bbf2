"""Checks of the acts: votes, unanimity, who reports, calendar and numbering."""

import re
from itertools import pairwise

from declic.engines.voting.calendar import WEEKDAYS, appeal_deadline, weekday_agrees
from declic.engines.voting.names import Names
from declic.engines.voting.roll import Act
from declic.engines.voting.verdicts import Check, Counted, Verdict, counted


LAST_NUMBER = re.compile(r"(\d{1,9})\D{0,3}$")


def votes_add_up(sitting: Counted) -> Check:
    """Hold the votes stated to the votes there are: members in the room and proxies that hold."""
    rule = "votes_add_up"
    acts = [(index, act) for index, act in enumerate(sitting.roll.acts) if act.has_counts]
    compared = [
        (index, act, room) for index, act in acts if (room := sitting.room_of(act.question)) and room.present
    ]
    if not compared:
        why = "aucun vote n'est compté" if not acts else "la salle n'est pas connue à cette question"
        return Check(rule, Verdict.NOT_CHECKABLE, f"Non vérifiable : {why}.", acts=tuple(i for i, _ in acts))
    wrong = [(index, act, room) for index, act, room in compared if act.cast != room.represented]
    sentences = [
        f"{_called(act)} : {counted(len(room.present), 'présent')} + {counted(len(room.usable), 'procuration')} "
        f"= {room.represented} {'=' if act.cast == room.represented else '≠'} {_votes(act)}."
        for _, act, room in (wrong or compared)
    ]
    verdict = Verdict.CONTRADICTION if wrong else Verdict.OK
    return Check(rule, verdict, " ".join(sentences), acts=tuple(index for index, _, _ in (wrong or compared)))


def _called(act: Act) -> str:
    if act.question is not None:
        return f"Question {act.question}"
    return f"Délibération {act.number}" if act.number else "Délibération"


def _votes(act: Act) -> str:
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
    names = Names([member.name for member in roll.members])
    officers = [("secrétaire", roll.secretary, None)] + [
        ("rapporteur", a.rapporteur, a.question) for a in roll.acts
    ]
    known = [(role, name, question) for role, name, question in officers if name]
    if not known or not roll.members:
        return Check(
            rule, Verdict.NOT_CHECKABLE, "Ni secrétaire ni rapporteur n'est nommé, ou la liste manque."
        )
    wrong, seen = [], []
    for role, name, question in known:
        member = names.find(name)
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


def calendar_agrees(sitting: Counted) -> Check:
    """Hold the weekday to the date, the order to each question once, the acts to numbers in sequence."""
    rule, roll = "calendar_agrees", sitting.roll
    said: list[str] = []
    wrong: list[str] = []
    if roll.held_on and roll.weekday:
        agrees = weekday_agrees(roll.held_on, weekday=roll.weekday)
        right_day = WEEKDAYS[roll.held_on.weekday()]
        (said if agrees else wrong).append(f"Le {roll.held_on:%d/%m/%Y} est un {right_day}.")
    if roll.held_on and roll.published_on:
        agrees = roll.published_on >= roll.held_on
        (said if agrees else wrong).append(
            "Publiée après la séance." if agrees else "Publiée avant la séance."
        )
    if roll.order:
        whole = sorted(roll.order) == list(range(1, len(roll.order) + 1))
        text = f"{counted(len(roll.order), 'question')}, chacune une fois."
        (said if whole else wrong).append(
            text if whole else "L'ordre de passage saute ou répète une question."
        )
    numbers = [
        int(found.group(1)) for act in roll.acts if act.number and (found := LAST_NUMBER.search(act.number))
    ]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        wrong.append("Les numéros des délibérations ne se suivent pas.")
    if roll.published_on and roll.appeal_months:
        last = appeal_deadline(roll.published_on, months=roll.appeal_months)
        said.append(f"Recours possible jusqu'au {last:%d/%m/%Y} (calculé).")
    if wrong:
        return Check(rule, Verdict.CONTRADICTION, " ".join(wrong), fields=("date", "weekday", "order"))
    if not said:
        return Check(
            rule, Verdict.NOT_CHECKABLE, "Ni jour de semaine, ni date de publication, ni ordre de passage."
        )
    return Check(rule, Verdict.OK, " ".join(said), fields=("date", "published_on", "order"))
