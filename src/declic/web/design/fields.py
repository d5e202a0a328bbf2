"""From Django's forms to our pieces: a field with its label, help and errors tied to its control."""

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple

from declic.web.design.components import Field, Message


def field_of(bound: BoundField) -> Field:
    """Draw one field; its help and its errors are what a screen reader says after its label."""
    identity = bound.auto_id
    errors = tuple(str(error) for error in bound.errors)
    described_by = [f"{identity}-help"] if bound.help_text else []
    described_by += [f"{identity}-error"] if errors else []
    is_group = isinstance(bound.field.widget, CheckboxSelectMultiple)
    attributes: dict[str, str | bool] = {} if is_group else {"class": "control"}
    if described_by and not is_group:
        attributes["aria-describedby"] = " ".join(described_by)
    if errors:
        attributes["aria-invalid"] = "true"
    return Field(
        id=identity,
        label=str(bound.label),
        control=bound.as_widget(attrs=attributes),
        help=str(bound.help_text),
        errors=errors,
        is_required=bound.field.required,
        is_checkbox=isinstance(bound.field.widget, CheckboxInput),
        is_group=is_group,
    )


def fields_of(form: BaseForm) -> tuple[Field, ...]:
    """Draw every visible field of a form, in order."""
    return tuple(field_of(bound) for bound in form.visible_fields())


def form_message(form: BaseForm, *, title: str) -> Message | None:
    """Say above the form what is wrong with the whole of it; None where nothing is."""
    errors = form.non_field_errors()
    if not errors:
        return None
    return Message(title=title, text=" ".join(str(error) for error in errors), tone="bad")
