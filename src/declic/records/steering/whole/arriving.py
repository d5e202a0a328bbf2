"""How the steering that comes with a pact is put in: row after row, each with the history that says it was imported."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from declic.records.accounts.viewers import Viewer
from declic.records.deliveries.models import Delivery
from declic.records.money.models import MediatorPost
from declic.records.pact.bringing import WrongPactError
from declic.records.pact.models import Programme
from declic.records.sheets.choices import ChangeSource
from declic.records.sheets.history import Reason, added
from declic.records.sheets.traced import TracedRow
from declic.records.steering.choices import EffectKind
from declic.records.steering.deciding import value_of
from declic.records.steering.models import AgendaItem, Decision, DecisionEffect
from declic.records.steering.whole.columns import read
from declic.records.steering.whole.leaving import OF_A_POST
from declic.records.steering.whole.naming import Named
from declic.records.steering.whole.tables import CARRIED, Carried
from declic.records.steering.whole.values import WholeSteering


BROUGHT = Reason(source=ChangeSource.IMPORT, cause="pact file")


def put_in(steering: WholeSteering, *, programme: Programme, by: Viewer) -> None:
    """Put the steering of a programme in, where it has none. Raises WrongPactError for what contradicts itself."""
    given = {one.table: one.rows for one in steering.tables}
    named = Named(programme, by=by)
    for table in CARRIED:
        for place, values in enumerate(given.get(table.name, ()), start=1):
            row = _row(table, values, programme=programme, named=named)
            _complete(row, table=table, place=place, named=named)
            _demand_sound(row, table=table)
            if isinstance(row, TracedRow):
                added(row, by=by, reason=BROUGHT)
            else:
                row.save(force_insert=True)
            named.keep(row, table=table, number=values.get("id"))


def _row(table: Carried, values: Mapping[str, Any], *, programme: Programme, named: Named) -> Any:
    fields: dict[str, Any] = {"programme": programme} if table.under == "programme" else {}
    for name in table.columns:
        value, field = values[name], table.field(name)
        if value is None:
            continue
        try:
            fields[name] = (
                named.find(field.related_model, value, table=table)
                if field.is_relation
                else read(field, value)
            )
        except (ValueError, ValidationError) as error:
            raise WrongPactError(f"{table.name}: {value}") from error
    return table.model(**fields)


def _complete(row: Any, *, table: Carried, place: int, named: Named) -> None:
    """Give a row what only this site can say: its keys, and its author, who stayed elsewhere."""
    if table.key:
        setattr(row, table.key, f"brought-{place}")
    match row:
        case Decision():
            row.form_key = uuid.uuid4()
        case Delivery() if row.person_key.startswith(OF_A_POST):
            number = int(row.person_key.removeprefix(OF_A_POST))
            post = named.find(MediatorPost, number, table=table)
            row.person_key = f"{OF_A_POST}{post.pk}"
            row.source_key = f"post {post.pk} filled {row.on.isoformat()}"


def _demand_sound(row: Any, *, table: Carried) -> None:
    """Raise WrongPactError where a row names two things that do not belong together."""
    for name in _apart(row):
        raise WrongPactError(f"{table.name}: {name}")


def _apart(row: Any) -> Iterator[str]:
    sheet = getattr(row, "sheet", None)
    if sheet is not None and (getattr(row, "measure", None) or sheet.measure) != sheet.measure:
        yield "sheet"
    parent = getattr(row, "parent", None)
    if parent is not None and parent.measure != row.measure:
        yield "parent"
    match row:
        case AgendaItem() if row.meeting and row.meeting.committee != row.committee:
            yield "meeting"
        case Decision() if row.item and row.item.committee != row.meeting.committee:
            yield "item"
        case DecisionEffect() if not _may_become(row):
            yield "value"


def _may_become(row: DecisionEffect) -> bool:
    try:
        value_of(EffectKind(row.kind), row.value)
    except ValueError:
        return False
    return True
