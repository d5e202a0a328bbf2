"""Who looks or acts: the only thing that reads and writes know of a person."""

from dataclasses import dataclass, field

from declic.records.accounts.choices import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """
    A person (or nobody), acting for one institution at a time with the roles that it gives them.

    `user_id` is None for a visitor and for the operator; `institution_id` is None for who acts for nobody.
    """

    user_id: int | None
    name: str
    roles: frozenset[str] = field(default_factory=frozenset)
    institution_id: int | None = None
    institution_name: str = ""
    has_second_factor: bool = False

    def holds(self, *roles: Role) -> bool:
        """Say whether they hold one of these roles now. Only the rules of rights ask."""
        return any(role.value in self.roles for role in roles)

    @property
    def mark(self) -> str:
        """How the journal names them: a number, or what they are; never a name."""
        if self.user_id is not None:
            return f"user {self.user_id}"
        return Role.OPERATOR.value if Role.OPERATOR in self.roles else "visitor"

    @property
    def is_signed_in(self) -> bool:
        """Say whether this is a person with an account."""
        return self.user_id is not None


VISITOR = Viewer(user_id=None, name="")
"""Anyone, without an account."""

OPERATOR = Viewer(user_id=None, name="", roles=frozenset({Role.OPERATOR.value}))
"""Who types `declic …` on the machine: they hold the database anyway."""
