"""
The oracle: the rights said again from the words of the design, in plain Python, without a line of the site's.

It knows a world by facts alone (who, for whom, what is published) and answers for every person and every thing. The
site must answer alike. Where they differ, one of them is wrong, and a person decides which.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


REVIEW = {"clerk", "pilot", "coordinator", "operator"}
"""Who puts documents in and reviews them."""

STEER = {"pilot", "coordinator", "operator"}
"""Who steers the pact."""

ADMINISTER = {"administrator", "operator"}
"""Who keeps accounts; the operator holds the machine."""


class Actor(NamedTuple):
    """Somebody (or nobody) acting for one institution, or for none."""

    person: int | None = None
    institution: int | None = None
    roles: frozenset[str] = frozenset()


NOBODY = Actor()
MACHINE = Actor(roles=frozenset({"operator"}))


@dataclass(slots=True)
class Job:
    """A person who acts, or acted, for an institution."""

    person: int
    institution: int
    roles: frozenset[str]
    is_over: bool
    rank: int


@dataclass(slots=True)
class Paper:
    """A document with what stands on it."""

    is_public: bool
    version: int = 0
    draft: int = 0
    item: int = 0
    citation: int = 0
    slug: str = ""
    programme: str = ""
    sitting: int = 0
    measure: int = 0
    explained: int = 0
    unexplained: int = 0
    signatory: int = 0
    validated_by: int | None = None
    axis: int = 0
    sheet: int = 0
    line: int = 0
    post: int = 0
    delivery: int = 0
    indicator: int = 0
    is_published: bool = False
    pilots: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    carriers: frozenset[int] = frozenset()
    partners: frozenset[int] = frozenset()
    committee: int = 0
    meeting: int = 0
    point: int = 0
    decision: int = 0
    dossier: int = 0
    letter: int = 0
    seated: int = 0


@dataclass(slots=True)
class Known:
    """A contact person."""

    institution: int
    is_public: bool
    deputy: int | None = None


@dataclass(slots=True)
class World:
    """Every fact that rights are judged by."""

    closed: dict[int, bool] = field(default_factory=dict)
    jobs: dict[int, Job] = field(default_factory=dict)
    institutions: list[int] = field(default_factory=list)
    papers: dict[int, Paper] = field(default_factory=dict)
    contacts: dict[int, Known] = field(default_factory=dict)
    waiting: dict[int, int] = field(default_factory=dict)
    answered: dict[int, int] = field(default_factory=dict)


def actor_of(world: World, person: int, *, acting_for: int | None) -> Actor:
    """Who a person is: nobody with a closed account; by the job asked for where it is theirs and runs, else the first."""
    if world.closed[person]:
        return NOBODY
    mine = {number: job for number, job in world.jobs.items() if job.person == person and not job.is_over}
    if not mine:
        return Actor(person)
    first = min(mine, key=lambda number: (mine[number].rank, number))
    job = mine.get(acting_for if acting_for is not None else first, mine[first])
    return Actor(person, job.institution, job.roles | {"member"})


NEED_SECOND_FACTOR = {"manager", "coordinator", "administrator"}
"""Who reads the names of others, or gives rights, proves twice who they are."""


def enrolled(actor: Actor, *, has_second_factor: bool) -> Actor:
    """Until they have the second factor that their role needs, their roles open nothing."""
    if has_second_factor or not actor.roles & NEED_SECOND_FACTOR:
        return actor
    return actor._replace(roles=frozenset())


# --- what the design says, one sentence a function -----------------------------------------------


def reads_paper(actor: Actor, *, is_public: bool) -> bool:
    """A public act is open to everyone; what is under review, to who reviews."""
    return is_public or bool(actor.roles & REVIEW)


def reviews(actor: Actor) -> bool:
    return bool(actor.roles & REVIEW)


def steers(actor: Actor) -> bool:
    return bool(actor.roles & STEER)


def manages(actor: Actor, institution: int | None) -> bool:
    """A manager manages the institution they act for, and no other."""
    return "manager" in actor.roles and actor.institution is not None and actor.institution == institution


def operates(actor: Actor) -> bool:
    return "operator" in actor.roles


def knows_members(actor: Actor, institution: int) -> bool:
    """Colleagues' accounts are known to their manager, and to the administrator of the platform."""
    return manages(actor, institution) or bool(actor.roles & ADMINISTER)


def gives_role(actor: Actor, institution: int, role: str) -> bool:
    """A manager makes members and managers at home; an administrator gives every role."""
    if actor.roles & ADMINISTER:
        return True
    return manages(actor, institution) and role in {"member", "manager"}


def ends(actor: Actor, institution: int, person: int) -> bool:
    """Who leaves says so, or the manager, or the administrator."""
    if actor.person is not None and actor.person == person:
        return True
    return knows_members(actor, institution)


def knows_contact(actor: Actor, *, is_public: bool) -> bool:
    """Partners find every contact person; everyone, those that the institution publishes."""
    return is_public or bool(actor.roles & {"member", "operator"})


def keeps_contacts(actor: Actor, institution: int) -> bool:
    """Nobody but its manager speaks for an institution."""
    return manages(actor, institution) or operates(actor)


def describes(actor: Actor, institution: int) -> bool:
    return manages(actor, institution) or steers(actor)


def adds_institutions(actor: Actor) -> bool:
    return reviews(actor) or bool(actor.roles & ADMINISTER)


def keeps_accounts(actor: Actor) -> bool:
    return bool(actor.roles & ADMINISTER)


def sets_roles(actor: Actor, job: Job, asked: frozenset[str]) -> bool:
    """Every role that changes must be theirs to give, and nobody changes their own."""
    changed = (asked | {"member"}) ^ (job.roles | {"member"})
    if not gives_role(actor, job.institution, "member"):
        return False
    if not all(gives_role(actor, job.institution, role) for role in changed):
        return False
    return not changed or actor.person != job.person


def coordinates(actor: Actor) -> bool:
    return bool(actor.roles & {"coordinator", "operator"})


def steers_axis(actor: Actor, axis_pilots: frozenset[int]) -> bool:
    """A pilot steers the axes that are theirs and no other; the coordinator, the whole pact."""
    return coordinates(actor) or ("pilot" in actor.roles and actor.person in axis_pilots)


def names_pilots(actor: Actor, pilots: frozenset[int], *, is_piloted: bool) -> bool:
    """While nobody has an axis, any pilot may take it or give it."""
    return steers_axis(actor, pilots) or ("pilot" in actor.roles and not is_piloted)


def acts_for_one_of(actor: Actor, institutions: frozenset[int]) -> bool:
    return "member" in actor.roles and actor.institution is not None and actor.institution in institutions


def writes_on(actor: Actor, pilots: frozenset[int], institutions: frozenset[int]) -> bool:
    """A sheet is written by who carries it and by who steers its axis; a partner never touches another's."""
    return steers_axis(actor, pilots) or acts_for_one_of(actor, institutions)


def reads_sheet(actor: Actor, *, published: bool) -> bool:
    """Who works for an institution of the pact reads the sheets; a visitor, what they publish."""
    return published or bool(actor.roles & {"member", "operator"})


def knows_sheets(actor: Actor, paper: Paper) -> bool:
    """The sheets of a pact that one may read, for who works there."""
    return reads_paper(actor, is_public=paper.is_public) and reads_sheet(actor, published=False)


def names_colleague(actor: Actor, world: World, job: Job) -> bool:
    """Who steers may name anybody who works there; the others, their own and those who pilot an axis."""
    if job.is_over or world.closed[job.person]:
        return False
    pilots = {person for paper in world.papers.values() for person in paper.pilots}
    near = job.institution == actor.institution or job.person in pilots
    return steers(actor) or ("member" in actor.roles and near)


def is_expected_of(actor: Actor, paper: Paper) -> bool:
    """A sheet is somebody's where their institution carries it or they pilot its axis."""
    mine = acts_for_one_of(actor, paper.carriers) or actor.person in paper.pilots
    return actor.person is not None and knows_sheets(actor, paper) and mine


RULES: dict[str, Callable[..., bool]] = {
    "may_read_published": lambda _actor: True,
    "may_read_document": lambda actor, public: reads_paper(actor, is_public=public),
    "may_check_sittings": lambda actor, public: reads_paper(actor, is_public=public),
    "may_read_contact_persons": lambda actor, public: knows_contact(actor, is_public=public),
    "may_review_documents": reviews,
    "may_see_pilot_pages": steers,
    "may_edit_pact": steers,
    "may_name_pilots": lambda actor, axis_pilots, is_piloted: names_pilots(
        actor, axis_pilots, is_piloted=is_piloted
    ),
    "may_steer_axis": steers_axis,
    "may_open_sheet": lambda actor, axis_pilots, leads: writes_on(actor, axis_pilots, institutions=leads),
    "may_read_sheet": lambda actor, published: reads_sheet(actor, published=published),
    "may_edit_sheet": lambda actor, axis_pilots, carriers: writes_on(
        actor, axis_pilots, institutions=carriers
    ),
    "may_follow_sheet": lambda actor, axis_pilots, partners: writes_on(
        actor, axis_pilots, institutions=partners
    ),
    "may_read_committees": lambda actor: bool(actor.roles & {"member", "operator"}),
    "may_keep_committees": steers,
    "may_work_here": lambda actor: "member" in actor.roles,
    "may_add_institutions": adds_institutions,
    "may_describe_institution": describes,
    "may_keep_contact_persons": keeps_contacts,
    "may_read_members": knows_members,
    "may_give_role": gives_role,
    "may_end_membership": lambda actor, institution, user: ends(actor, institution, user or 0),
    "may_use_account": lambda actor, user: user is not None and actor.person == user,
    "may_keep_accounts": keeps_accounts,
    "may_verify_records": operates,
}
"""Each rule of the site by its name: what the oracle answers to the same facts."""
