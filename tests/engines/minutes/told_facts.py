"""The facts that minutes tell, by kind: those that were written, and those that a reading found."""

from collections import Counter

from declic.engines.reading.drafts import SittingDraft, Status, VoteDraft
from declic.units.person_names import name_key
from tests.engines.minutes.layouts import Minutes
from tests.engines.minutes.meetings import Item, Meeting


Facts = dict[str, Counter[object]]


def written_facts(meeting: Meeting, layout: Minutes) -> Facts:
    """Give the facts that the layout writes; a part of a sitting told by an hour alone may be left open."""
    names = [name_key(one.name) for one in meeting.people]
    facts: Facts = {
        "date": Counter([meeting.day]),
        "opened": Counter([meeting.opened]),
        "chair": Counter([names[0]]),
        "secretary": Counter([names[meeting.secretary]]),
        "in office": Counter([len(names)]),
        "present": Counter(name_key(one.name) for one in meeting.standing(None)),
        "away": Counter(name_key(one.name) for one in meeting.people if one.away),
        "proxies": Counter((names[one.giver], names[one.holder]) for one in meeting.proxies),
        "acts": Counter(name_key(one.title) for one in meeting.items),
    }
    facts["votes of acts"] = Counter((name_key(one.title), *_result(one, layout)) for one in meeting.items)
    facts["votes"] = Counter(_result(one, layout) for one in meeting.items)
    if layout.roll.bounds != "hour":
        facts["parts"] = Counter(
            (name_key(one.name), one.first, one.last) for one in meeting.people if one.first or one.last
        )
        facts["parts of proxies"] = Counter(
            (names[one.giver], one.first, one.last) for one in meeting.proxies if one.first or one.last
        )
    if layout.tells_communes:
        facts["communes"] = Counter((name_key(one.name), name_key(one.commune)) for one in meeting.people)
    return facts


def _result(item: Item, layout: Minutes) -> tuple[object, ...]:
    if item.is_unanimous and layout.tells_only_unanimity:
        return ("unanimous",)
    return item.result.votes_for, item.result.against, item.result.abstention


def read_facts(sitting: SittingDraft | None) -> Facts:
    """Give the facts of a reading."""
    if sitting is None:
        return {}
    single = {
        "date": sitting.date,
        "opened": sitting.opened_at,
        "in office": sitting.members_in_office,
    }
    facts: Facts = {kind: Counter([one.value]) if one else Counter() for kind, one in single.items()}
    facts |= {
        kind: Counter([name_key(one.value)]) if one else Counter()
        for kind, one in {"chair": sitting.chair, "secretary": sitting.secretary}.items()
    }
    facts["present"] = Counter(name_key(one.name) for one in sitting.members if one.status is Status.PRESENT)
    facts["away"] = Counter(name_key(one.name) for one in sitting.members if one.status is not Status.PRESENT)
    facts["proxies"] = Counter((name_key(one.giver), name_key(one.holder)) for one in sitting.proxies)
    facts["acts"] = Counter(name_key(one.title or "") for one in sitting.deliberations)
    facts["parts"] = Counter(
        (name_key(one.name), part.first, part.last) for one in sitting.members for part in one.ranges
    )
    facts["parts of proxies"] = Counter(
        (name_key(one.giver), one.range.first, one.range.last)
        for one in sitting.proxies
        if one.range.first or one.range.last
    )
    facts["communes"] = Counter(
        (name_key(one.name), name_key(one.group)) for one in sitting.members if one.group
    )
    results = [(name_key(act.title or ""), *_vote(act.vote)) for act in sitting.deliberations if act.vote]
    facts["votes of acts"] = Counter(one for one in results if len(one) > 1)
    facts["votes"] = Counter(one[1:] for one in results if len(one) > 1)
    return facts


def _vote(vote: VoteDraft) -> tuple[object, ...]:
    if vote.votes_for is not None:
        return vote.votes_for, vote.against, vote.abstention
    return ("unanimous",) if vote.unanimous else ()
