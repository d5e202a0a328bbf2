"""A pact that comes from another site with what was done for it."""

from django.db import transaction

from declic.records.accounts.rights import demand, may_edit_pact
from declic.records.accounts.viewers import Viewer
from declic.records.journal.adding import notes_last
from declic.records.pact.models import Programme
from declic.records.pact.values.whole import WholePact
from declic.records.pact.writes import bring_pact
from declic.records.steering.whole.arriving import put_in
from declic.records.steering.whole.values import WholeSteering


@transaction.atomic
@notes_last()
def bring_steered_pact(whole: WholePact, *, steering: WholeSteering, by: Viewer) -> tuple[str, bool]:
    """
    Open a programme that comes whole from another site with its steering; give its slug and whether it is new here.

    One that is here already is left as it is. Raises NotAllowedError, WrongPactError, and what `bring_pact` raises;
    nothing is kept then.
    """
    demand(may_edit_pact(by))
    slug, is_new = bring_pact(whole, by=by)
    if is_new:
        put_in(steering, programme=Programme.objects.get(slug=slug), by=by)
    return slug, is_new
