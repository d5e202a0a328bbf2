"""A draft of a sitting becomes rows, each with its passages."""

from collections.abc import Iterable, Sequence

from declic.engines.reading.drafts import DeliberationDraft, MemberDraft, ProxyDraft, SittingDraft, Stated
from declic.records.council.choices import StatedField
from declic.records.council.models import (
    AgendaItem,
    Attendance,
    Decision,
    Deliberation,
    PresenceRange,
    Proxy,
    Signature,
    Sitting,
    SittingSource,
    Substitute,
    Vote,
)
from declic.records.council.proofs import Proofs
from declic.units.person_names import find_namesake


SINGLE_VALUES = tuple(field for field in StatedField if field is not StatedField.ORDER)


def stated_values(draft: SittingDraft) -> dict[str, object]:
    """Give the columns of the sitting that the draft states; what it does not say is left to the default."""
    found = {field.value: getattr(draft, field.value) for field in SINGLE_VALUES}
    return {name: stated.value for name, stated in found.items() if stated is not None}


def keep_sources(sitting: Sitting, *, draft: SittingDraft, proofs: Proofs) -> None:
    """Keep the passages of the single values and of the order of passage."""
    rows = []
    for field in SINGLE_VALUES:
        stated: Stated[object] | None = getattr(draft, field.value)
        if stated is not None:
            rows += [
                SittingSource(sitting=sitting, field=field, origin=stated.origin, citation_id=citation)
                for citation in proofs.ids(stated.spans)
            ]
    rows += [
        SittingSource(sitting=sitting, field=StatedField.ORDER, citation_id=citation)
        for citation in proofs.ids(draft.order_spans)
    ]
    SittingSource.objects.bulk_create(rows)


def keep_agenda(sitting: Sitting, *, order: Sequence[int]) -> None:
    """Keep the questions in the order of passage that the text states; one that it says twice counts once."""
    AgendaItem.objects.bulk_create(
        AgendaItem(sitting=sitting, question=question, position=position)
        for position, question in enumerate(dict.fromkeys(order), start=1)
    )


def keep_members(sitting: Sitting, *, members: Sequence[MemberDraft], proofs: Proofs) -> list[Attendance]:
    """Keep the roll, and give its lines in order."""
    rows = [
        Attendance(
            sitting=sitting,
            position=position,
            name=member.name,
            given=member.given or "",
            surname=member.surname or "",
            civility=member.civility or "",
            group=member.group or "",
            status=member.status,
        )
        for position, member in enumerate(members, start=1)
    ]
    kept = proofs.keep(rows, spans=[member.spans for member in members])
    PresenceRange.objects.bulk_create(
        PresenceRange(member=row, position=position, first=part.first, last=part.last)
        for row, member in zip(kept, members, strict=True)
        for position, part in enumerate(member.ranges, start=1)
    )
    return kept


def keep_proxies(
    sitting: Sitting, *, proxies: Sequence[ProxyDraft], roll: Sequence[Attendance], proofs: Proofs
) -> None:
    """Keep the votes given to others, tied to the only lines of the roll that their names can mean."""
    names = tuple(row.name for row in roll)

    def line(name: str) -> Attendance | None:
        at = find_namesake(name, among=names)
        return None if at is None else roll[at]

    rows = [
        Proxy(
            sitting=sitting,
            position=position,
            giver_name=proxy.giver,
            holder_name=proxy.holder,
            giver=line(proxy.giver),
            holder=line(proxy.holder),
            first=proxy.range.first,
            last=proxy.range.last,
        )
        for position, proxy in enumerate(proxies, start=1)
    ]
    proofs.keep(rows, spans=[proxy.spans for proxy in proxies])


def keep_others(sitting: Sitting, *, draft: SittingDraft, proofs: Proofs) -> None:
    """Keep the substitutes and the signatures."""
    substitutes = [
        Substitute(sitting=sitting, position=position, name=one.name, replaces=one.replaces or "")
        for position, one in enumerate(draft.substitutes, start=1)
    ]
    proofs.keep(substitutes, spans=[one.spans for one in draft.substitutes])
    signatures = [
        Signature(sitting=sitting, position=position, name=one.name, role=one.role or "")
        for position, one in enumerate(draft.signatures, start=1)
    ]
    proofs.keep(signatures, spans=[one.spans for one in draft.signatures])


def keep_deliberations(sitting: Sitting, *, acts: Sequence[DeliberationDraft], proofs: Proofs) -> None:
    """Keep the acts, what they decide and how they were voted."""
    rows = [
        Deliberation(
            sitting=sitting,
            position=position,
            question=act.question,
            number=act.number or "",
            title=act.title or "",
            rapporteur=act.rapporteur or "",
            budget_impact=act.budget_impact or "",
            summary=act.summary or "",
            appeal_court=act.appeal_court or "",
            appeal_months=act.appeal_months,
        )
        for position, act in enumerate(acts, start=1)
    ]
    kept = proofs.keep(rows, spans=[act.spans for act in acts])
    pairs = list(zip(kept, acts, strict=True))
    _keep_decisions(pairs, proofs=proofs)
    _keep_votes(pairs, proofs=proofs)


def _keep_decisions(acts: Iterable[tuple[Deliberation, DeliberationDraft]], *, proofs: Proofs) -> None:
    rows, spans = [], []
    for row, act in acts:
        for position, decision in enumerate(act.decisions, start=1):
            rows.append(Decision(deliberation=row, position=position, verb=decision.verb, text=decision.text))
            spans.append(decision.spans)
    proofs.keep(rows, spans=spans)


def _keep_votes(acts: Iterable[tuple[Deliberation, DeliberationDraft]], *, proofs: Proofs) -> None:
    voted = [(row, act.vote) for row, act in acts if act.vote is not None]
    rows = [
        Vote(
            deliberation=row,
            votes_for=vote.votes_for,
            against=vote.against,
            abstention=vote.abstention,
            interested=vote.interested,
            unanimous=vote.unanimous,
            abstention_counts_non_voters=vote.abstention_counts_non_voters,
        )
        for row, vote in voted
    ]
    proofs.keep(rows, spans=[vote.spans for _, vote in voted])
