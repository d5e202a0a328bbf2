"""Django's name for this room, and what it hears when somebody signs in."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """The room `members`."""

    name = "declic.web.members"
    label = "members"

    def ready(self) -> None:
        """Listen to who signs in, who fails, who leaves."""
        from declic.web.members import events  # noqa: PLC0415 — models are ready only now

        events.listen()
