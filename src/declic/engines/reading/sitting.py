"""A sitting as its minutes state it: head, roll, acts, signatures; a text that shows none gives None."""

import re
from dataclasses import replace

from declic.engines.reading.act_headings import numbers_in
from declic.engines.reading.acts import ActReading, read_acts
from declic.engines.reading.drafts import DeliberationDraft, SittingDraft, Stated, Status
from declic.engines.reading.flat_text import with_lines
from declic.engines.reading.roll import Chair, RollReading, read_roll
from declic.engines.reading.roll_hours import find_hour_bounds
from declic.engines.reading.roll_moves import Scene, find_moves
from declic.engines.reading.roll_numbers import with_questions
from declic.engines.reading.roll_passages import blank_markup, blank_page_furniture
from declic.engines.reading.roll_repeats import with_repeated_rolls
from declic.engines.reading.scan_signs import find_scan_signs
from declic.engines.reading.sitting_body import find_body
from declic.engines.reading.sitting_bounds import sittings_in
from declic.engines.reading.sitting_choices import settle_moves
from declic.engines.reading.sitting_dates import read_sitting_dates
from declic.engines.reading.sitting_namesakes import settle_namesakes
from declic.engines.reading.sitting_people import NamedOfficer, find_chair, find_secretary
from declic.engines.reading.sitting_readings import settle_roll
from declic.engines.reading.sitting_signatures import find_signatures
from declic.engines.reading.sitting_totals import Totals, read_order, read_totals
from declic.engines.reading.text import Layout
from declic.engines.reading.vote_absences import carry_absences
from declic.engines.reading.vote_arithmetic import complete_votes
from declic.engines.reading.vote_names import find_mayor, find_named_votes, with_named_counts
from declic.units.folding import fold
from declic.units.person_names import find_namesake
from declic.units.spans import Span


HEAD = 5000
AFTER_ROLL = 1500
TITLE = 3000
MINUTES = re.compile(
    r"s'est\s+(?:\w+\s+){0,2}(?:reuni|assembl)|se\s+sont\s+(?:\w+\s+){0,2}(?:reuni|assembl)|seance\s+(?:\w+\s+)?du\s|"
    r"(?:proces[- ]verbal|comptes?[- ]rendu)\s+(?:\w+\s+){0,5}?(?:seance|reunion|conseil|comite|deliberations)|\bcr\s+du\s+conseil|"
    r"extrait\s+du\s+(?:registre|proces)|registre\s+des\s+deliberations|(?:^|\n)\W{0,9}deliberation\s+n|(?:^|\n)\W{0,9}conseil\s+\w+\s+du\s+\d"
)
SUMMONS = re.compile(
    r"vous\s+(?:etes|prie|informe|convie|invite)|l'honneur\s+de\s+vous|(?:est|sont)\s+convoque|se\s+reunira|aura\s+lieu|se\s+tiendra|"
    r"(?:^|\n)\W{0,9}(?:avis\s+de\s+)?convocation\b|bien\s+vouloir\s+(?:assister|participer)|etes\s+(?:prie|invite|convoque)"
)
PAST = re.compile(
    r"s'est\s+(?:\w+\s+){0,2}(?:reuni|assembl)|se\s+sont\s+(?:\w+\s+){0,2}(?:reuni|assembl)|(?:etaient|sont)\s+presents|"
    r"extrait\s+du\s+registre|(?:^|\n)\W{0,9}(?:votes?|pour)\s*:|(?:^|\n)\W{0,9}adopt\w+\s+a\s+l|seance\s+(?:est\s+)?(?:levee|close|cloturee)"
)


def read_sitting(layout: Layout) -> SittingDraft | None:
    """
    Read the sitting that a text is the minutes, the extract or the notice of.

    A notice gives its assembly and its day, and no act. Values that the text does not state stay None; the one
    computed value is a way of voting left unsaid where those said already make up all the voters.
    """
    view = _first_sitting(with_lines(blank_page_furniture(layout, blank_markup(layout.text))))
    folded = fold(view)
    chair = find_chair(view, folded, end=HEAD)
    order, order_spans = read_order(folded)
    roll = _roll(view, folded, chair, order)
    is_notice = not roll.members and SUMMONS.search(folded, 0, HEAD) is not None and not PAST.search(folded)
    found = () if is_notice else read_acts(view, folded, start=roll.end)
    acts = tuple(one.draft for one in found)
    roll = _with_acts(view, folded, roll, found, chair=chair, order=order)
    body = find_body(view, folded, chair=chair)
    head = _head(folded, roll, found)
    secretary = None if is_notice else find_secretary(view, folded, end=head)
    has_officer = chair is not None or secretary is not None
    if not _is_sitting(folded, roll, acts, body=body, has_officer=has_officer, is_notice=is_notice):
        return None
    sitting = _with_head(view, folded, head, is_notice=is_notice)
    sitting = replace(
        sitting,
        body=body,
        chair=_officer(chair, roll),
        secretary=_officer(secretary, roll),
        order=order,
        order_spans=order_spans,
        members=roll.members,
        substitutes=roll.substitutes,
        proxies=roll.proxies,
        deliberations=tuple(_with_known_rapporteur(act, roll) for act in acts),
        signatures=find_signatures(view, folded, start=_first_act(acts), end=len(folded)) if acts else (),
    )
    sitting = replace(
        sitting, scan_signs=find_scan_signs(view, folded), numbers_seen=numbers_in(view, folded)
    )
    return _settled(view, folded, sitting, found)


def _head(folded: str, roll: RollReading, acts: tuple[ActReading, ...]) -> int:
    """Give where the head ends: some lines after the roll, and never past the first act's vote."""
    end = min(len(folded), roll.end + AFTER_ROLL) if roll.end else HEAD
    votes = [one.vote_start for one in acts if one.vote_start is not None and one.vote_start > roll.end]
    return min([end, *votes]) if roll.end else end


def _settled(view: str, folded: str, sitting: SittingDraft, acts: tuple[ActReading, ...]) -> SittingDraft:
    """Tell who voted how, who came and went, and what the totals prove of the votes."""
    sitting = settle_namesakes(settle_roll(sitting, view), view)
    sitting = _with_named_votes(view, folded, sitting, acts)
    names = [member.name for member in sitting.members]
    told = find_moves(Scene(view, folded, acts, names, _value(sitting.chair), sitting.order))
    first = min((one.span.start for one in acts), default=0)
    hours = find_hour_bounds(view, folded, sitting, part=Span(0, first))
    known = {(move.name, move.direction) for move in told}
    moves = [
        *told,
        *(one for one in hours if one.proxy is not None or (one.name, one.direction) not in known),
    ]
    sitting = settle_moves(sitting, moves)
    return replace(sitting, deliberations=complete_votes(sitting))


def _with_named_votes(
    view: str, folded: str, sitting: SittingDraft, acts: tuple[ActReading, ...]
) -> SittingDraft:
    """Add to each vote what it says of members by name."""
    names = [member.name for member in sitting.members]
    roll = (names, find_mayor(folded, names) or _value(sitting.chair))
    told: list[DeliberationDraft] = []
    above = acts[0].span.start if acts else 0
    for act, one in zip(sitting.deliberations, acts, strict=True):
        if act.vote is None:
            told.append(act)
            continue
        below = max(span.end for span in act.vote.spans)
        before = Span(min(above, below), below)
        named = find_named_votes(view, folded, one.span, before=before, roll=roll)
        told.append(replace(act, vote=with_named_counts(replace(act.vote, named=named), folded)))
        above = below
    return replace(sitting, deliberations=carry_absences(view, folded, told, roll))


def _value(stated: Stated[str] | None) -> str | None:
    return stated.value if stated else None


def _roll(view: str, folded: str, chair: NamedOfficer | None, order: tuple[int, ...]) -> RollReading:
    declared = read_totals(folded, end=HEAD).present
    return read_roll(
        view, folded, chair=_seated(chair), order=order, declared_present=declared.value if declared else None
    )


def _first_sitting(view: str) -> str:
    """Keep the minutes of the first sitting where a file holds several."""
    titles = sittings_in(view, fold(view))
    return view[: titles[1].span.start] if len(titles) > 1 else view


def _with_acts(
    view: str,
    folded: str,
    roll: RollReading,
    acts: tuple[ActReading, ...],
    *,
    chair: NamedOfficer | None,
    order: tuple[int, ...],
) -> RollReading:
    """Complete the roll with what the acts tell: which questions their numbers are, who is there at each extract."""
    said = with_questions(view, folded, acts, start=roll.start)
    if said != view:
        roll = _roll(said, fold(said), chair, order)
    if not order and len(acts) > 1:
        roll = with_repeated_rolls(view, folded, roll, acts, chair=_seated(chair))
    return roll


def _seated(chair: NamedOfficer | None) -> Chair | None:
    return Chair(chair.person, chair.span) if chair else None


def _with_head(view: str, folded: str, end: int, *, is_notice: bool) -> SittingDraft:
    """Read when the assembly sat and the totals that it declares."""
    dates = read_sitting_dates(view, folded, end=end, is_notice=is_notice)
    totals = Totals() if is_notice else read_totals(folded, end=end)
    return SittingDraft(
        date=dates.held_on,
        weekday=dates.weekday,
        published_on=dates.published_on,
        convened_on=dates.convened_on,
        opened_at=dates.opened_at,
        closed_at=dates.closed_at,
        members_in_office=totals.in_office,
        declared_present=totals.present,
        declared_absent=totals.absent,
        declared_proxies=totals.proxies,
        declared_voters=totals.voters,
    )


def _is_sitting(
    folded: str,
    roll: RollReading,
    acts: tuple[DeliberationDraft, ...],
    *,
    body: Stated[str] | None,
    has_officer: bool,
    is_notice: bool,
) -> bool:
    """Say whether the text shows a sitting: people in the room, or acts under the title of minutes."""
    if is_notice:
        return body is not None
    is_titled = MINUTES.search(folded, 0, TITLE) is not None
    has_present = any(member.status is Status.PRESENT for member in roll.members)
    if has_present:
        return body is not None or is_titled or bool(acts) or bool(roll.proxies) or has_officer
    return body is not None and is_titled and (bool(acts) or bool(roll.members))


def _officer(officer: NamedOfficer | None, roll: RollReading) -> Stated[str] | None:
    """Give the officer by the name of the member that they are, in full where the roll has it in full."""
    if not officer:
        return None
    name = officer.person.name
    known = _known_name(name, roll)
    return Stated(known if len(known) > len(name) else name, (officer.span,))


def _known_name(name: str, roll: RollReading) -> str:
    names = [member.name for member in roll.members]
    index = find_namesake(name, among=names)
    return names[index] if index is not None else name


def _with_known_rapporteur(act: DeliberationDraft, roll: RollReading) -> DeliberationDraft:
    return replace(act, rapporteur=_known_name(act.rapporteur, roll)) if act.rapporteur else act


def _first_act(acts: tuple[DeliberationDraft, ...]) -> int:
    return min((span.start for act in acts for span in act.spans), default=0)
