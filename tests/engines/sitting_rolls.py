"""From what was read to what is recounted: engines do not know each other, so whoever calls both ties them."""

from typing import TypeVar

from declic.engines.reading.drafts import SittingDraft, Stated
from declic.engines.voting.roll import Act, Declared, Member, Proxy, Roll, Standing, Substitute, Vote


T = TypeVar("T")


def _value(stated: Stated[T] | None) -> T | None:
    return stated.value if stated else None


def roll_of(sitting: SittingDraft) -> Roll:
    return Roll(
        members=tuple(Member(one.name, Standing(one.status.value), one.ranges) for one in sitting.members),
        proxies=tuple(Proxy(one.giver, one.holder, one.range) for one in sitting.proxies),
        substitutes=tuple(Substitute(one.name, one.replaces) for one in sitting.substitutes),
        order=sitting.order,
        acts=tuple(
            Act(
                number=act.number,
                question=act.question,
                rapporteur=act.rapporteur,
                appeal_months=act.appeal_months,
                vote=Vote(
                    votes_for=act.vote.votes_for,
                    against=act.vote.against,
                    abstention=act.vote.abstention,
                    interested=act.vote.interested,
                    unanimous=act.vote.unanimous,
                    counts_non_voters=act.vote.abstention_counts_non_voters,
                )
                if act.vote
                else None,
            )
            for act in sitting.deliberations
        ),
        declared=Declared(
            in_office=_value(sitting.members_in_office),
            present=_value(sitting.declared_present),
            absent=_value(sitting.declared_absent),
            proxies=_value(sitting.declared_proxies),
            voters=_value(sitting.declared_voters),
        ),
        secretary=_value(sitting.secretary),
        sitting_on=_value(sitting.date),
        weekday=_value(sitting.weekday),
        convened_on=_value(sitting.convened_on),
        published_on=_value(sitting.published_on),
    )
