"""Who looks or acts: the only thing that reads and writes know of a person."""

from dataclasses import dataclass, field

from declic.records.accounts.choices import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person (or nobody) with the roles they hold now; `user_id` is None for a visitor and for the operator."""

    user_id: int | None
    name: str
    roles: frozenset[str] = field(default_factory=frozenset)

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


def viewer_of(user: object) -> Viewer:
    """Give the viewer of Django's `request.user`; VISITOR where nobody is signed in or the account is closed."""
    if not (getattr(user, "is_authenticated", False) and getattr(user, "is_active", False)):
        return VISITOR
    roles = [role.value for role in (Role.PILOT, Role.CLERK) if getattr(user, f"is_{role.value}", False)]
    return Viewer(
        user_id=getattr(user, "pk", None), name=str(getattr(user, "name", "")), roles=frozenset(roles)
    )
