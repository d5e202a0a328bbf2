"""Traced rows: what a row says of itself so that the history of each of its fields is kept (`history.py`)."""

from dataclasses import dataclass
from typing import ClassVar, Self

from django.db import models

from declic.records.accounts.editions import EditedRow


@dataclass(frozen=True, slots=True)
class Place:
    """Under which programme a change is told, and on which action sheet where there is one."""

    programme_id: int
    sheet_id: int | None = None


class TracedRow(EditedRow):
    """
    A row of which every change of `traced` leaves a line; `traced` names columns (`institution_id`, `title`).

    A field that is not traced is either never changed (the row above) or says nothing (editions).
    """

    traced: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @classmethod
    def table(cls) -> str:
        """Name the table, as the history does."""
        return cls._meta.label_lower

    @classmethod
    def rows(cls) -> models.QuerySet[Self]:
        """Find its rows."""
        return cls._default_manager.all()

    @classmethod
    def empty(cls, name: str) -> object:
        """Give the value that a traced column has where nobody gave it one."""
        return next(one for one in cls._meta.local_fields if name in (one.name, one.attname)).get_default()

    def place(self) -> Place:
        """Say under what its changes are told."""
        raise NotImplementedError
