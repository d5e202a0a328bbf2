"""A kept sitting becomes the roll that the voting engine counts again."""

from declic.engines.voting.roll import Act, Member, Proxy as GivenVote, Roll, Substitute as SeatedInstead
from declic.records.council.models import Attendance, Deliberation, Proxy, Sitting
from declic.units.question_ranges import QuestionRange


def roll_of(sitting: Sitting) -> Roll:
    """Give the roll of a sitting whose agenda, members, substitutes, proxies and acts were fetched, in order."""
    acts = list(sitting.deliberations.all())
    return Roll(
        members=tuple(_member(row) for row in sitting.members.all()),
        proxies=tuple(_proxy(row) for row in sitting.proxies.all()),
        substitutes=tuple(SeatedInstead(row.name, row.replaces or None) for row in sitting.substitutes.all()),
        order=tuple(item.question for item in sitting.agenda.all()),
        acts=tuple(_act(row) for row in acts),
        in_office=sitting.members_in_office,
        declared_present=sitting.declared_present,
        declared_absent=sitting.declared_absent,
        declared_proxies=sitting.declared_proxies,
        declared_voters=sitting.declared_voters,
        secretary=sitting.secretary or None,
        held_on=sitting.date,
        weekday=sitting.weekday or None,
        convened_on=sitting.convened_on,
        published_on=sitting.published_on,
        appeal_months=next((act.appeal_months for act in acts if act.appeal_months is not None), None),
    )


def ranges_of(row: Attendance) -> tuple[QuestionRange, ...]:
    """Give the parts of the sitting a member was in the room for, as written."""
    return tuple(QuestionRange(part.first, part.last) for part in row.ranges.all())


def _member(row: Attendance) -> Member:
    return Member(name=row.name, was_present=row.status == "present", ranges=ranges_of(row))


def _proxy(row: Proxy) -> GivenVote:
    return GivenVote(giver=row.giver_name, holder=row.holder_name, range=QuestionRange(row.first, row.last))


def _act(row: Deliberation) -> Act:
    vote = getattr(row, "vote", None)
    return Act(
        number=row.number or None,
        question=row.question,
        rapporteur=row.rapporteur or None,
        votes_for=vote.votes_for if vote else None,
        against=vote.against if vote else None,
        abstention=vote.abstention if vote else None,
        interested=vote.interested if vote else None,
        unanimous=vote.unanimous if vote else None,
    )
