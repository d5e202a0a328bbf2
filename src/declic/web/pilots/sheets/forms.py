"""What is written of a sheet, one form for each of its parts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.sheets.choices import (
    LONGEST_TITLE,
    Maturity,
    Participation,
    Priority,
    Publication,
    SheetStatus,
    TargetGroup,
    Theme,
)
from declic.records.sheets.contents import LONGEST_TEXT, MOST_PEOPLE, OLDEST, WrongSheetError
from declic.web.pilots.sheet_fields import FIELDS


NOTHING = ("", "–")


def words(*, rows: int = 3, **options: Any) -> forms.CharField:
    """Make a field of several lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(required=False, max_length=LONGEST_TEXT, widget=area, **options)


def date_field(*, is_required: bool = False, **options: Any) -> forms.DateField:
    """Make a field of a day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(required=is_required, widget=widget, **options)


def boxes(choices: Any) -> forms.MultipleChoiceField:
    """Make several boxes under one label."""
    return forms.MultipleChoiceField(required=False, choices=choices, widget=forms.CheckboxSelectMultiple)


class PartForm(forms.Form):
    """A form whose fields bear the names that the sheet gives them, and their labels."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Name the fields."""
        super().__init__(*arguments, **options)
        for name, field in self.fields.items():
            if field.label is None and name in FIELDS:
                field.label = FIELDS[name]

    def refuse(self, wrong: WrongSheetError) -> None:
        """Say beside each field why it was not kept."""
        for name, fault in wrong.faults.items():
            self.add_error(name if name in self.fields else None, str(fault.label))


class PresentationForm(PartForm):
    """What the action is, for whom and why."""

    title = forms.CharField(max_length=LONGEST_TITLE)
    description = words(rows=5)
    context = words()
    general_objective = words(rows=2)
    objectives = words()
    expected_results = words()
    target_groups = boxes(TargetGroup.choices)
    themes = boxes(Theme.choices)
    age_min = forms.IntegerField(required=False, min_value=0, max_value=OLDEST)
    age_max = forms.IntegerField(required=False, min_value=0, max_value=OLDEST)
    expected_reach = forms.IntegerField(required=False, min_value=0, max_value=MOST_PEOPLE)
    places = words(rows=2)


class CalendarForm(PartForm):
    """Where the action stands and when it runs."""

    status = forms.ChoiceField(
        choices=SheetStatus.choices, help_text=_("« Late » is computed from the dates.")
    )
    start_on = date_field()
    end_on = date_field()
    is_yearly = forms.BooleanField(required=False)
    priority = forms.ChoiceField(required=False, choices=[NOTHING, *Priority.choices])
    maturity = forms.ChoiceField(choices=Maturity.choices)


class MeansForm(PartForm):
    """With what, with whom, and how it will be judged."""

    means = words()
    participation = forms.ChoiceField(required=False, choices=[NOTHING, *Participation.choices])
    participation_note = words(rows=2)
    governance_note = words(rows=2)
    indicators_note = words(rows=2)
    funding_note = words(rows=2)
    announced_budget = forms.DecimalField(required=False, min_value=0, max_digits=13, decimal_places=2)
    evaluation_method = words()
    evaluation_result = words()


class PublicForm(PartForm):
    """What everyone reads of the action."""

    public_summary = words(
        rows=5, help_text=_("In everyday words, for residents. It names nobody but institutions.")
    )
    publication = forms.ChoiceField(
        choices=Publication.choices, help_text=_("Those who pilot the axis publish; the others propose.")
    )


class OpeningForm(PartForm):
    """What a new sheet begins with."""

    title = forms.CharField(max_length=LONGEST_TITLE)
    description = words(rows=4)
    lead = forms.TypedChoiceField(label=_("Lead institution"), required=False, coerce=int, empty_value=None)
    start_on = date_field()
    end_on = date_field()
    template = forms.TypedChoiceField(
        label=_("Start from a model"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("The model fills what you leave empty, and adds its milestones from the start date."),
    )

    def __init__(
        self,
        *arguments: Any,
        institutions: list[tuple[int, str]],
        models: list[tuple[int, str]],
        **options: Any,
    ) -> None:
        """Offer the institutions and the models."""
        super().__init__(*arguments, **options)
        _offer(self, "lead", [NOTHING, *institutions])
        _offer(self, "template", [NOTHING, *models])
        if not models:
            del self.fields["template"]


def _offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
