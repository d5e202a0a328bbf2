"""The people of the tests, all invented: Claire pilots the pact, Jeanne is the clerk, anyone may pass by."""

from dataclasses import dataclass

from declic.records.accounts.choices import Role
from declic.records.accounts.viewers import OPERATOR, VISITOR, Viewer


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be given an account."""

    name: str
    email: str
    password: str
    roles: tuple[Role, ...]


CLAIRE = Person("Claire", "claire@demo.invalid", "claire-ouvre-le-pacte", (Role.PILOT,))
JEANNE = Person("Jeanne", "jeanne@demo.invalid", "jeanne-recompte-les-voix", (Role.CLERK,))


def viewer_without_database(person: Person, *, number: int) -> Viewer:
    """Give a person as a rule sees them, without any account."""
    return Viewer(user_id=number, name=person.name, roles=frozenset(role.value for role in person.roles))


def signed_up(person: Person) -> Viewer:
    """Give the person an account, and what reads and writes know of them."""
    from declic.records.accounts.writes import create_account  # noqa: PLC0415 — pure tests need no Django

    number = create_account(
        person.email, name=person.name, password=person.password, roles=person.roles, by=OPERATOR
    )
    return viewer_without_database(person, number=number)


__all__ = [
    "CLAIRE",
    "JEANNE",
    "OPERATOR",
    "VISITOR",
    "Person",
    "Viewer",
    "signed_up",
    "viewer_without_database",
]
