"""Django's name for this room."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import pre_migrate


class AccountsConfig(AppConfig):
    """The room `accounts`."""

    name = "declic.records.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Have each connection told what it may see, and migrations see everything."""
        from declic.records.accounts.sight import Sight, see_usually, tell_new_connection  # noqa: PLC0415 — apps first

        def see_everything(**_signal: Any) -> None:
            see_usually(Sight.ALL)

        connection_created.connect(tell_new_connection, dispatch_uid="sight")
        pre_migrate.connect(see_everything, dispatch_uid="sight of migrations", weak=False)
