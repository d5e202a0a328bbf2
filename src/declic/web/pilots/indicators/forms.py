"""What is written of indicators and deliveries: six fields at most to say what was done."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.deliveries.choices import DeliveryKind
from declic.records.deliveries.values import DeliveryChoices
from declic.records.evaluation.choices import (
    AggregationChoice,
    DirectionChoice,
    FrequencyChoice,
    IndicatorKind,
)
from declic.web.pilots.form_fields import NOTHING, NumberField, day_field


LONGEST_WORDS = 110
SAID = [(kind.value, kind.label) for kind in DeliveryKind if kind is not DeliveryKind.POST]
"""A post that is filled is said on its own page."""

PART_LABELS = {
    "women": _("women"),
    "men": _("men"),
    "aged_under_16": _("under 16"),
    "aged_16_to_25": _("16 to 25"),
    "aged_26_to_64": _("26 to 64"),
    "aged_65_and_over": _("65 and over"),
}


def shortened(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cut long words of choices."""
    return [
        (key, words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}…") for key, words in rows
    ]


def count_field(label: Any, **options: Any) -> forms.IntegerField:
    """Make a field of a count of people, or of nothing where nobody counted."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=1_000_000, **options)


class DeliveryForm(forms.Form):
    """What was done: for what, which kind, when, where, how many, and of them how many women."""

    kind = forms.ChoiceField(label=_("What was done"), choices=SAID)
    on = day_field(label=_("On"), is_required=True)
    place_words = forms.CharField(
        label=_("Where"), max_length=200, required=False, help_text=_("A place, never a person.")
    )
    count = count_field(_("How many people"), help_text=_("Leave it empty where nobody counted."))
    women = count_field(_("Of them, women"))

    def __init__(
        self, data: Any = None, *, offered: DeliveryChoices, initial: dict[str, Any] | None = None
    ) -> None:
        """Offer the sheets, then the measures where one may say what was done."""
        super().__init__(data, initial=initial)
        groups: list[Any] = [NOTHING]
        if offered.sheets:
            sheets = [(f"s{key}", words) for key, words in shortened(offered.sheets)]
            groups.append((str(_("Action sheets")), sheets))
        if offered.measures:
            measures = shortened((f"m{key}", f"{key}. {words}") for key, words in offered.measures)
            groups.append((str(_("Measures")), measures))
        first = {"place": forms.ChoiceField(label=_("For which sheet or measure"), choices=groups)}
        self.fields = {**first, **self.fields}


class CorrectionForm(forms.Form):
    """A correction of what was said of a delivery, with the counts by sex and age band."""

    kind = forms.ChoiceField(label=_("What was done"), choices=SAID)
    on = day_field(label=_("On"), is_required=True)
    place_words = forms.CharField(label=_("Where"), max_length=200, required=False)
    count = count_field(_("How many people"))

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        """Add a count for each part."""
        super().__init__(data, initial=initial)
        for name, label in PART_LABELS.items():
            self.fields[name] = count_field(_("Of them, %(part)s") % {"part": label})


class WithdrawalForm(forms.Form):
    """Why something is taken back."""

    why = forms.CharField(label=_("Why it is taken back"), max_length=2000)


class IndicatorForm(forms.Form):
    """An indicator: what it tells, how often, from where it starts, what fills it, what it aims at."""

    name = forms.CharField(label=_("What it tells"), max_length=200)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=IndicatorKind.choices, initial=IndicatorKind.OUTPUT)
    direction = forms.ChoiceField(label=_("Direction"), choices=DirectionChoice.choices)
    frequency = forms.ChoiceField(
        label=_("How often"), choices=FrequencyChoice.choices, initial=FrequencyChoice.QUARTER
    )
    kinds = forms.ChoiceField(
        label=_("Filled by"),
        required=False,
        choices=[("", _("nothing: somebody types it")), *DeliveryKind.choices],
    )
    aggregation = forms.ChoiceField(label=_("Counted as"), choices=AggregationChoice.choices)
    is_cumulative = forms.BooleanField(label=_("Added up since the start of the pact"), required=False)
    baseline_value = NumberField(label=_("Value at the start"), required=False)
    baseline_on = day_field(label=_("Day of the start"))
    target_value = NumberField(label=_("Target"), required=False)
    target_on = day_field(label=_("Target to be reached by"))
    method = forms.CharField(
        label=_("How it is calculated"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, data: Any = None, *, measures: Iterable[tuple[str, str]], initial: dict[str, Any] | None = None
    ) -> None:
        """Offer the measures."""
        super().__init__(data, initial=initial)
        offered = [NOTHING, *shortened((key, f"{key}. {words}") for key, words in measures)]
        first = {"measure": forms.ChoiceField(label=_("Measure"), choices=offered)}
        self.fields = {**first, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Ask for the day of a target, and for the value of its day."""
        said: dict[str, Any] = super().clean() or {}
        if (said.get("target_value") is None) != (said.get("target_on") is None):
            raise forms.ValidationError(_("A target has a value and a day."))
        return said


class TargetForm(forms.Form):
    """A value to reach by a day."""

    on = day_field(label=_("To be reached by"), is_required=True)
    value = NumberField(label=_("Target"))


class ValueForm(forms.Form):
    """The value of a period, with what proves it."""

    end_on = forms.ChoiceField(label=_("Period"))
    value = NumberField(label=_("Value"))
    comment = forms.CharField(label=_("Comment"), max_length=4000, required=False)
    evidence = forms.CharField(
        label=_("What proves it"),
        max_length=300,
        required=False,
        help_text=_("A register, a report, an address."),
    )

    def __init__(
        self, data: Any = None, *, periods: Iterable[tuple[str, str]], initial: dict[str, Any] | None = None
    ) -> None:
        """Offer the periods that may still change."""
        super().__init__(data, initial=initial)
        field = self.fields["end_on"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(periods)
