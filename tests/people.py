"""
The people of the tests, all invented.

Claire pilots the pact and Odile coordinates it, Jeanne is the clerk, Marc manages an association where Lina works,
Hugo works elsewhere, Sofia administers the platform, and anyone may pass by.
"""

from dataclasses import dataclass

from declic.records.accounts.choices import Role
from declic.records.accounts.rights import needs_second_factor
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer


STATE, COUNCIL = "Préfecture de Valmont", "Conseil de Valmont"
WORKSHOP, LIBRARY = "Atelier des Tilleuls", "Médiathèque des Quais"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be given an account, and who acts for an institution with these roles."""

    name: str
    email: str
    password: str
    roles: tuple[Role, ...]
    institution: str


CLAIRE = Person("Claire", "claire@demo.invalid", "claire-ouvre-le-pacte", (Role.PILOT,), STATE)
ODILE = Person("Odile", "odile@demo.invalid", "odile-accorde-les-axes", (Role.COORDINATOR,), STATE)
JEANNE = Person("Jeanne", "jeanne@demo.invalid", "jeanne-recompte-les-voix", (Role.CLERK,), COUNCIL)
MARC = Person("Marc", "marc@demo.invalid", "marc-invite-ses-collegues", (Role.MANAGER,), WORKSHOP)
LINA = Person("Lina", "lina@demo.invalid", "lina-anime-les-ateliers", (), WORKSHOP)
HUGO = Person("Hugo", "hugo@demo.invalid", "hugo-range-les-livres", (Role.MANAGER,), LIBRARY)
SOFIA = Person("Sofia", "sofia@demo.invalid", "sofia-garde-les-comptes", (Role.ADMINISTRATOR,), STATE)

EVERYBODY = (CLAIRE, ODILE, JEANNE, MARC, LINA, HUGO, SOFIA)


def viewer_without_database(person: Person, *, number: int, institution: int | None = None) -> Viewer:
    """Give a person as a rule sees them, without any account."""
    roles = frozenset({Role.MEMBER.value, *(role.value for role in person.roles)})
    return Viewer(number, person.name, roles, institution or number, person.institution)


def signed_up(person: Person) -> Viewer:
    """Give the person an account and their institution, and what reads and writes know of them."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 — pure tests need no Django
    from django.utils import timezone  # noqa: PLC0415

    from declic.records.accounts.writes import create_account  # noqa: PLC0415
    from declic.records.partners.reads import viewer_of  # noqa: PLC0415
    from declic.records.partners.writes import find_or_add_institution, join  # noqa: PLC0415

    number = create_account(person.email, name=person.name, password=person.password, by=OPERATOR)
    place = find_or_add_institution(person.institution, by=OPERATOR)
    join(number, institution_id=place, roles=person.roles, now=timezone.now(), by=OPERATOR)
    if needs_second_factor(viewer_without_database(person, number=number)):
        give_app(number)
    return viewer_of(get_user_model().objects.get(pk=number))


APP_KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""What the app of codes of an invented person holds."""


def give_app(number: int) -> None:
    """Have an app of codes protect an account, as its role may need."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415
    from allauth.mfa.utils import encrypt  # noqa: PLC0415

    Authenticator.objects.create(
        user_id=number, type=Authenticator.Type.TOTP, data={"secret": encrypt(APP_KEY)}
    )


__all__ = [
    "APP_KEY",
    "CLAIRE",
    "EVERYBODY",
    "HUGO",
    "JEANNE",
    "LINA",
    "MARC",
    "ODILE",
    "OPERATOR",
    "SOFIA",
    "VISITOR",
    "Person",
    "Viewer",
    "give_app",
    "signed_up",
    "viewer_without_database",
]
