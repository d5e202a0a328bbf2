"""A page that holds one form about a sheet, a measure or an axis."""

from dataclasses import dataclass

from django.forms import BaseForm
from django.utils.translation import gettext as _

from declic.web.design.choosing import Seen
from declic.web.design.components import Field, Link, Message
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form: what it is about, what was wrong, its fields, its button, the way back."""

    head: Head
    kicker: str
    lead: str
    refusal: Message | None
    seen: Seen
    fields: tuple[Field, ...]
    button: str
    back: Link


def form_page(
    form: BaseForm, *, head: Head, back: Link, kicker: str = "", lead: str = "", edition: int = 0
) -> FormPage:
    """Show a form."""
    return FormPage(
        head=head,
        kicker=kicker,
        lead=lead,
        refusal=form_message(form, title=_("This was not kept")),
        seen=Seen(edition),
        fields=fields_of(form),
        button=_("Keep"),
        back=back,
    )
