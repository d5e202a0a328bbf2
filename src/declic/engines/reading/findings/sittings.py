"""What minutes say against themselves beyond the ten checks: law, elections, names, dates of what is approved."""

import datetime
import re
from collections.abc import Iterator

from declic.engines.reading.drafts import BallotDraft, DeliberationDraft, Finding, Severity, SittingDraft, Way
from declic.engines.reading.sitting_bounds import find_sittings
from declic.engines.reading.text import Layout
from declic.units.folding import fold
from declic.units.french_dates import find_dates
from declic.units.person_names import find_namesake, name_key
from declic.units.spans import Span


QUORUM = re.compile(
    r"quorum[^.\n]{0,50}?(?:atteint|obtenu|reuni|rempli|constate)[^.\n]{0,25}?"
    r"(?P<count>\d{1,3})\s+(?:\w+\s+){0,2}?(?P<who>(?:presents?\s+(?:et|ou)\s+)?representes?|votants?)(?!\w)"
)
REPRESENTED_COUNTED = (datetime.date(2020, 4, 3), datetime.date(2020, 7, 10))
APPROVES = re.compile(
    r"(?:proces[- ]verbal|compte[- ]rendu|\bpv)\b[^.\n]{0,70}?\b(?:du|de\s+la\s+\w+\s+du)\s"
)
DATED_NUMBER = re.compile(r"(?P<year>(?:19|20)\d{2})[-/_](?P<month>\d{2})[-/_](?P<day>\d{2})[-/_]\w")
FEWEST_DATED = 2
SHORTEST_NAME = 8
BODY = 900


def sitting_findings(layout: Layout, *, sitting: SittingDraft) -> tuple[Finding, ...]:
    """Give the findings of a sitting, each with its passages; silent wherever another reading is possible."""
    return (
        *_quorum(layout, sitting),
        *_elections(sitting),
        *_more_names_than_votes(sitting),
        *_names_spelt_two_ways(sitting),
        *_numbers_of_other_days(sitting),
        *_minutes_of_two_days(layout, sitting),
        *_to_confirm(sitting),
        *_several_sittings(layout),
    )


def _several_sittings(layout: Layout) -> Iterator[Finding]:
    """Say that the file holds other sittings than the one that is read."""
    titles = find_sittings(layout)
    if len(titles) > 1:
        days = ", ".join(f"{title.day:%d/%m/%Y}" for title in titles)
        message = f"Le fichier contient {len(titles)} séances ({days}) : seule la première est lue."
        yield Finding("several_sittings", Severity.INFO, message, tuple(title.span for title in titles))


def _to_confirm(sitting: SittingDraft) -> Iterator[Finding]:
    """Show the readings that nothing in the text settles."""
    for choice in sitting.choices:
        if choice.constraint is None and choice.rivals:
            others = " ; ".join(choice.rivals)
            message = f"{choice.subject} : lu {choice.chosen} ; possible aussi : {others}. À confirmer."
            yield Finding("reading_to_confirm", Severity.INFO, message, choice.spans)


def _quorum(layout: Layout, sitting: SittingDraft) -> Iterator[Finding]:
    """Look for a quorum counted on members represented: those present count alone. Source: CGCT, art. L2121-17."""
    day = sitting.date.value if sitting.date else None
    if day and REPRESENTED_COUNTED[0] <= day <= REPRESENTED_COUNTED[1]:
        return
    for found in QUORUM.finditer(layout.folded):
        message = (
            f"Le quorum est constaté sur {found['count']} {found['who']} : il se compte sur les membres présents, "
            "sans les pouvoirs (CGCT, art. L2121-17)."
        )
        yield Finding("quorum_on_represented", Severity.ERROR, message, (Span(*found.span()),))


def _elections(sitting: SittingDraft) -> Iterator[Finding]:
    """Count each ballot again, every round; of a scan, a figure that disagrees may be one that it changed."""
    for act in sitting.deliberations if not sitting.scan_signs else ():
        for ballot in (*act.vote.earlier, act.vote.ballot) if act.vote else ():
            for message in _faults(ballot) if ballot else ():
                yield Finding("election_adds_up", Severity.ERROR, message, act.vote.spans if act.vote else ())


def _faults(ballot: BallotDraft) -> Iterator[str]:
    voters, cast = ballot.voters, ballot.cast
    both = ballot.blank_or_null
    if both and voters is not None and cast is not None and voters - both != cast:
        yield f"{voters} votants - {both} blancs ou nuls = {voters - both} ≠ {cast} exprimés."
    if voters is not None and cast is not None and ballot.blank is not None and ballot.null is not None:
        left = voters - ballot.blank - ballot.null
        if left != cast:
            yield f"{voters} votants - {ballot.blank} blancs - {ballot.null} nuls = {left} ≠ {cast} exprimés."
    if cast is not None and ballot.majority is not None and ballot.majority != cast // 2 + 1:
        yield f"Majorité absolue de {cast} exprimés : {cast // 2 + 1}, le texte dit {ballot.majority}."
    best = max((score.votes for score in ballot.scores), default=0)
    if cast is not None and best > cast:
        yield f"Un candidat a {best} voix pour {cast} suffrages exprimés."


def _more_names_than_votes(sitting: SittingDraft) -> Iterator[Finding]:
    words = {Way.AGAINST: "contre", Way.ABSTENTION: "en abstention"}
    for act in sitting.deliberations if not sitting.scan_signs else ():
        vote = act.vote
        if not vote:
            continue
        for way, count in ((Way.AGAINST, vote.against), (Way.ABSTENTION, vote.abstention)):
            named = [one for one in vote.named if one.way is way]
            if count is not None and len(named) > count:
                message = f"{len(named)} membres nommés {words[way]} pour {count} voix comptées."
                spans = tuple(span for one in named for span in one.spans)
                yield Finding("named_votes_agree", Severity.WARNING, message, spans)


def _names_spelt_two_ways(sitting: SittingDraft) -> Iterator[Finding]:
    """Look for people of the proxies whom no member is, while a single member's name is one letter away."""
    names = [member.name for member in sitting.members]
    said = [(name, proxy.spans) for proxy in sitting.proxies for name in (proxy.giver, proxy.holder)]
    for name, spans in dict(said).items():
        if find_namesake(name, among=names) is not None or len(name) < SHORTEST_NAME:
            continue
        near = [at for at, other in enumerate(names) if _is_one_letter_away(name_key(name), name_key(other))]
        if len(near) == 1:
            message = f"« {name} » et « {names[near[0]]} » : un même nom écrit de deux façons ?"
            yield Finding(
                "name_spelt_two_ways",
                Severity.WARNING,
                message,
                (*spans, *sitting.members[near[0]].spans[:1]),
            )


def _is_one_letter_away(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )


def _numbers_of_other_days(sitting: SittingDraft) -> Iterator[Finding]:
    """Look for act numbers that carry another day than the sitting's, where others carry it."""
    if not sitting.date:
        return
    dated = [(act, match) for act in sitting.deliberations if (match := DATED_NUMBER.match(act.number or ""))]
    own = sitting.date.value.isoformat()
    right = [act for act, match in dated if "-".join(match.group("year", "month", "day")) == own]
    if len(right) < FEWEST_DATED:
        return
    for act, match in dated:
        day = "-".join(match.group("year", "month", "day"))
        if day != own:
            message = f"La délibération {act.number} porte la date {day}, la séance est du {own}."
            yield Finding("act_number_date", Severity.WARNING, message, act.spans[:1])


def _minutes_of_two_days(layout: Layout, sitting: SittingDraft) -> Iterator[Finding]:
    """Look for minutes approved under one date in the title and another in the text of the act."""
    for act in sitting.deliberations:
        title = _title_span(act)
        if title is None or not act.title or not APPROVES.search(fold(act.title)):
            continue
        above = {one.day for one in find_dates(title.of(layout.text)) if one.day}
        below = layout.text[title.end : title.end + BODY]
        stop = act.vote.spans[-1].end - title.end if act.vote and act.vote.spans else BODY
        for found in APPROVES.finditer(fold(below[: max(stop, 0)])):
            dates = [one for one in find_dates(below[found.end() - 4 : found.end() + 40]) if one.day]
            if len(above) == 1 and dates and dates[0].day not in above:
                start = title.end + found.start()
                end = title.end + found.end() - 4 + dates[0].span.end
                message = (
                    f"Le titre approuve le procès-verbal du {min(above):%d/%m/%Y}, "
                    f"le texte celui du {dates[0].day:%d/%m/%Y}."
                )
                yield Finding("minutes_of_two_days", Severity.WARNING, message, (title, Span(start, end)))
                return


def _title_span(act: DeliberationDraft) -> Span | None:
    return act.spans[0] if act.spans else None
