"""Answers about partners."""

from declic.records.accounts.rights import may_read_published
from declic.records.accounts.viewers import Viewer
from declic.records.partners.models import Institution
from declic.records.partners.values import InstitutionLine


def list_institutions(*, viewer: Viewer) -> tuple[InstitutionLine, ...]:
    """List every institution by name: they are public bodies or publicly engaged ones."""
    if not may_read_published(viewer):
        return ()
    return tuple(_line(institution) for institution in Institution.objects.order_by("name", "id"))


def institution(institution_id: int, *, viewer: Viewer) -> InstitutionLine | None:
    """Give one institution, or None."""
    if not may_read_published(viewer):
        return None
    row = Institution.objects.filter(pk=institution_id).first()
    return _line(row) if row else None


def _line(row: Institution) -> InstitutionLine:
    return InstitutionLine(row.pk, row.name, row.short_name, row.kind, row.get_kind_display())
