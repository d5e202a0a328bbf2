"""
Who may do what, in one sitting: the only place of the house where a role is tested.

Each rule lists the grounds on which a person may do something. A ground always holds, or only for things of which
the facts named beside it are true. What is not said here is refused.
"""

from collections.abc import Iterator

from declic.records.accounts.choices import Because, Role
from declic.records.accounts.rules import Ground, ground, rule
from declic.records.accounts.viewers import Viewer


class NotAllowedError(Exception):
    """The person may not do this; pages answer as if the thing did not exist."""


# --- what is public ------------------------------------------------------------------------------


@rule()
def may_read_published(viewer: Viewer) -> Iterator[Ground]:  # noqa: ARG001 — whoever it is
    """Everyone reads what is published: a deliberation and a signed pact are public acts (CGCT, art. L2131-1)."""
    yield ground(Because.PUBLISHED)


@rule("public")
def may_read_document(viewer: Viewer) -> Iterator[Ground]:
    """Open a published document to everyone, and one that is still under review to those who review."""
    yield ground(Because.PUBLISHED, public=True)
    yield from _reviewing(viewer)


@rule("public")
def may_check_sittings(viewer: Viewer) -> Iterator[Ground]:
    """Anyone counts a published sitting again; one whose document is under review, those who review."""
    yield ground(Because.PUBLISHED, public=True)
    yield from _reviewing(viewer)


@rule("public")
def may_read_contact_persons(viewer: Viewer) -> Iterator[Ground]:
    """Everyone finds the contact persons that an institution publishes; its partners, the others too."""
    yield ground(Because.PUBLISHED, public=True)
    if viewer.holds(Role.MEMBER):
        yield ground(Because.WORKS_HERE)
    yield from _operating(viewer)


# --- the council and the pact --------------------------------------------------------------------


@rule()
def may_review_documents(viewer: Viewer) -> Iterator[Ground]:
    """Clerks, pilots and coordinators put documents in, review what was read and apply it."""
    yield from _reviewing(viewer)


@rule()
def may_see_pilot_pages(viewer: Viewer) -> Iterator[Ground]:
    """Pilots and coordinators see the steering of the pact."""
    yield from _steering(viewer)


@rule()
def may_edit_pact(viewer: Viewer) -> Iterator[Ground]:
    """Pilots and coordinators write plain titles, explain findings and follow the signatories."""
    yield from _steering(viewer)


# --- action sheets: who pilots which axis, who carries which sheet ----------------------------------


@rule("axis_pilots", "is_piloted")
def may_name_pilots(viewer: Viewer) -> Iterator[Ground]:
    """Let an axis be given to its pilots by the coordinator and by them, and by any pilot while nobody has it."""
    yield from _coordinating(viewer)
    yield from _piloting(viewer)
    if viewer.holds(Role.PILOT):
        yield ground(Because.PILOTS, is_piloted=False)


@rule("axis_pilots")
def may_steer_axis(viewer: Viewer) -> Iterator[Ground]:
    """Leave what carries an axis out (sheets, money, indicators) to its pilots, and to the coordinator of the pact."""
    yield from _coordinating(viewer)
    yield from _piloting(viewer)


@rule("axis_pilots", "leads")
def may_open_sheet(viewer: Viewer) -> Iterator[Ground]:
    """Let sheets of a measure be opened by who steers its axis, and by the institutions that answer for it."""
    yield from _coordinating(viewer)
    yield from _piloting(viewer)
    yield from _belonging(viewer, "leads")


@rule("published")
def may_read_sheet(viewer: Viewer) -> Iterator[Ground]:
    """Everyone reads what a sheet publishes; the sheet itself, who acts for an institution of the pact."""
    yield ground(Because.PUBLISHED, published=True)
    if viewer.holds(Role.MEMBER):
        yield ground(Because.WORKS_HERE)
    yield from _operating(viewer)


@rule("axis_pilots", "carriers")
def may_edit_sheet(viewer: Viewer) -> Iterator[Ground]:
    """Let a sheet be written by the institutions that carry it, and by who steers its axis; never by another."""
    yield from _coordinating(viewer)
    yield from _piloting(viewer)
    yield from _belonging(viewer, "carriers")


@rule("axis_pilots", "partners")
def may_follow_sheet(viewer: Viewer) -> Iterator[Ground]:
    """Let every institution on a sheet say how it goes: notes; and who steers its axis."""
    yield from _coordinating(viewer)
    yield from _piloting(viewer)
    yield from _belonging(viewer, "partners")


# --- committees, meetings, decisions ---------------------------------------------------------------


@rule()
def may_read_committees(viewer: Viewer) -> Iterator[Ground]:
    """Who acts for an institution of the pact reads its committees, their decisions and the alerts."""
    if viewer.holds(Role.MEMBER):
        yield ground(Because.WORKS_HERE)
    yield from _operating(viewer)


@rule()
def may_keep_committees(viewer: Viewer) -> Iterator[Ground]:
    """Pilots and coordinators convene the committees, keep their decisions and dossiers, and mute alerts."""
    yield from _steering(viewer)


# --- institutions and those who work there -------------------------------------------------------


@rule()
def may_work_here(viewer: Viewer) -> Iterator[Ground]:
    """Who acts for an institution enters the pages of those who work together."""
    if viewer.holds(Role.MEMBER):
        yield ground(Because.WORKS_HERE)


@rule()
def may_add_institutions(viewer: Viewer) -> Iterator[Ground]:
    """Institutions come with the documents that name them, or are added by the platform's administrator."""
    yield from _reviewing(viewer)
    yield from _administering(viewer)


@rule("institution")
def may_describe_institution(viewer: Viewer) -> Iterator[Ground]:
    """Let an institution be described by its manager, and by those who steer the pact that names it."""
    yield from _managing(viewer)
    yield from _steering(viewer)


@rule("institution")
def may_keep_contact_persons(viewer: Viewer) -> Iterator[Ground]:
    """Leave an institution's contact persons to its manager: nobody else speaks for it."""
    yield from _managing(viewer)
    yield from _operating(viewer)


@rule("institution")
def may_read_members(viewer: Viewer) -> Iterator[Ground]:
    """Who has an account in an institution is known to its manager, and to the platform's administrator."""
    yield from _managing(viewer)
    yield from _administering(viewer)
    yield from _operating(viewer)


@rule("institution", "role")
def may_give_role(viewer: Viewer) -> Iterator[Ground]:
    """
    Let a manager make members and managers of their own institution, and an administrator give every role.

    Nobody gives himself a role: the write that gives roles refuses one's own.
    """
    for role in (Role.MEMBER, Role.MANAGER):
        for one in _managing(viewer):
            yield ground(one.because, **dict(one.demanded), role=role.value)
    yield from _administering(viewer)
    yield from _operating(viewer)


@rule("institution", "user")
def may_end_membership(viewer: Viewer) -> Iterator[Ground]:
    """Let a departure be recorded by the institution's manager, an administrator, or the person who leaves."""
    yield from _managing(viewer)
    yield from _administering(viewer)
    yield from _operating(viewer)
    if viewer.user_id is not None:
        yield ground(Because.YOURS, user=viewer.user_id)


# --- accounts and the platform -------------------------------------------------------------------


@rule("user")
def may_use_account(viewer: Viewer) -> Iterator[Ground]:
    """Leave an account to its owner: name, password, second factor, sessions."""
    if viewer.user_id is not None:
        yield ground(Because.YOURS, user=viewer.user_id)


@rule()
def may_keep_accounts(viewer: Viewer) -> Iterator[Ground]:
    """Administrators keep accounts and settings, and see nobody's data by virtue of it; so does the operator."""
    yield from _administering(viewer)
    yield from _operating(viewer)


@rule()
def may_verify_records(viewer: Viewer) -> Iterator[Ground]:
    """Only the machine's operator verifies that what is kept is whole."""
    yield from _operating(viewer)


def needs_second_factor(viewer: Viewer) -> bool:
    """Who reads the names of others, or gives rights, proves twice who they are."""
    return viewer.holds(Role.MANAGER, Role.COORDINATOR, Role.ADMINISTRATOR)


def demand(allowed: bool) -> None:  # noqa: FBT001 — read as « demand(may_see_pilot_pages(viewer)) »
    """Raise NotAllowedError where a rule said no."""
    if not allowed:
        raise NotAllowedError


# --- the grounds that several rules share --------------------------------------------------------


def _steering(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.PILOT):
        yield ground(Because.PILOTS)
    if viewer.holds(Role.COORDINATOR):
        yield ground(Because.COORDINATES)
    yield from _operating(viewer)


def _coordinating(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.COORDINATOR):
        yield ground(Because.COORDINATES)
    yield from _operating(viewer)


def _piloting(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.PILOT) and viewer.user_id is not None:
        yield ground(Because.PILOTS, axis_pilots=viewer.user_id)


def _belonging(viewer: Viewer, institutions: str) -> Iterator[Ground]:
    """Give the ground of who works for one of these institutions."""
    if viewer.holds(Role.MEMBER) and viewer.institution_id is not None:
        yield ground(Because.CARRIES, **{institutions: viewer.institution_id})


def _reviewing(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.CLERK):
        yield ground(Because.KEEPS_ACTS)
    yield from _steering(viewer)


def _managing(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.MANAGER) and viewer.institution_id is not None:
        yield ground(Because.MANAGES, institution=viewer.institution_id)


def _administering(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.ADMINISTRATOR):
        yield ground(Because.ADMINISTERS)


def _operating(viewer: Viewer) -> Iterator[Ground]:
    if viewer.holds(Role.OPERATOR):
        yield ground(Because.OPERATES)
