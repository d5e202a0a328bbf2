"""What is typed about committees: seats, dates, points, presences, decisions, minutes."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from declic.engines.funding.stages import Stage
from declic.records.money.choices import StageChoice
from declic.records.sheets.choices import SheetStatus
from declic.records.steering.choices import (
    CommitteeKind,
    DecisionKind,
    EffectKind,
    ItemKind,
    ItemState,
    PresenceChoice,
)
from declic.records.steering.deciding import Effect
from declic.records.steering.given import (
    GivenCommittee,
    GivenDecision,
    GivenItem,
    GivenMeeting,
    GivenSeat,
)
from declic.records.steering.values import Choice


NOTHING = ("", "–")
LONGEST_TEXT = 10_000


def offered(choices: Iterable[Choice]) -> list[tuple[str, str]]:
    """Give choices as a form offers them, after none."""
    return [NOTHING, *((str(one.id), one.words) for one in choices)]


def a_choice(label: Any, *, is_required: bool = False) -> forms.TypedChoiceField:
    """Make a field that chooses one row by its number, or none."""
    return forms.TypedChoiceField(label=label, required=is_required, coerce=int, empty_value=None)


def a_day(label: Any, *, is_required: bool = False, help_text: Any = "") -> forms.DateField:
    """Make a field for a day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=is_required, widget=widget, help_text=help_text)


class OfferingForm(forms.Form):
    """A form some of whose fields offer rows: `offers` gives their choices by the field's name."""

    def __init__(
        self, *args: Any, offers: Mapping[str, Iterable[Choice]] | None = None, **named: Any
    ) -> None:
        """Offer the rows."""
        super().__init__(*args, **named)
        for name, choices in (offers or {}).items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered(choices)


class CommitteeForm(forms.Form):
    """A committee that the text does not promise."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("What it is"), choices=CommitteeKind.choices)
    mandate = forms.CharField(
        label=_("What it is for"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    meetings_due = forms.IntegerField(label=_("Meetings promised"), required=False, min_value=1, max_value=60)
    months = forms.IntegerField(label=_("In so many months"), required=False, min_value=1, max_value=60)

    def clean(self) -> dict[str, Any]:
        """Ask for both halves of a rhythm, or none."""
        kept = super().clean() or {}
        if (kept.get("meetings_due") is None) != (kept.get("months") is None):
            raise forms.ValidationError(
                _("A rhythm is so many meetings in so many months: fill both, or none.")
            )
        return kept

    def given(self) -> GivenCommittee:
        """Give what was typed."""
        kept = self.cleaned_data
        return GivenCommittee(
            kept["name"], CommitteeKind(kept["kind"]), kept["mandate"], kept["meetings_due"], kept["months"]
        )


class SeatForm(OfferingForm):
    """An institution that sits, in which function, and who takes its place."""

    institution = a_choice(_("Institution"), is_required=True)
    function = forms.CharField(
        label=_("Function of who sits"),
        required=False,
        max_length=200,
        help_text=_("A function, never a name."),
    )
    alternate = forms.CharField(label=_("Function of the alternate"), required=False, max_length=200)
    is_chair = forms.BooleanField(label=_("Chairs the committee"), required=False)
    person = a_choice(_("Account that receives the convocation"))
    alternate_person = a_choice(_("Account of the alternate"))

    def given(self) -> GivenSeat:
        """Give what was typed."""
        kept = self.cleaned_data
        return GivenSeat(
            kept["function"],
            kept["alternate"],
            is_chair=kept["is_chair"],
            person_id=kept["person"],
            alternate_person_id=kept["alternate_person"],
        )


class MeetingForm(forms.Form):
    """When and where a committee meets."""

    day = a_day(_("Day"), is_required=True)
    starts = forms.TimeField(
        label=_("Starts at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("Ends at"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    location = forms.CharField(
        label=_("Place"), required=False, max_length=300, help_text=_("A room, or the address of a call.")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse an end that is not after the start."""
        kept = super().clean() or {}
        starts, ends = kept.get("starts"), kept.get("ends")
        if starts and ends and ends <= starts:
            raise forms.ValidationError(_("The meeting ends after it starts."))
        return kept

    def given(self) -> GivenMeeting:
        """Give what was typed, as instants of here."""
        kept = self.cleaned_data
        here = timezone.get_current_timezone()

        def at(time: datetime.time) -> datetime.datetime:
            return datetime.datetime.combine(kept["day"], time, tzinfo=here)

        ends = at(kept["ends"]) if kept["ends"] else None
        return GivenMeeting(at(kept["starts"]), ends, kept["location"])


class ItemForm(OfferingForm):
    """A point of an agenda."""

    title = forms.CharField(label=_("Point"), max_length=300)
    kind = forms.ChoiceField(label=_("What it is there for"), choices=ItemKind.choices)
    question = forms.CharField(
        label=_("Question asked"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    presenter = a_choice(_("Presented by"))
    minutes_planned = forms.IntegerField(label=_("Minutes planned"), min_value=0, max_value=600, initial=10)
    sheet = a_choice(_("About the sheet"))
    proposed_by = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def given(self) -> GivenItem:
        """Give what was typed."""
        kept = self.cleaned_data
        return GivenItem(
            kept["title"],
            ItemKind(kept["kind"]),
            kept["question"],
            kept["presenter"],
            kept["minutes_planned"],
            kept["sheet"],
            kept["proposed_by"],
        )


class OutcomeForm(forms.Form):
    """What came of a point."""

    outcome = forms.CharField(
        label=_("What was said"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    state = forms.ChoiceField(
        label=_("The point"),
        choices=[(one.value, one.label) for one in (ItemState.WAITING, ItemState.TREATED, ItemState.DROPPED)],
    )


class PresenceForm(forms.Form):
    """How each institution was there: one field each, by its number."""

    def __init__(self, *args: Any, seats: Iterable[tuple[int, str]], **named: Any) -> None:
        """Make a field for each seat."""
        super().__init__(*args, **named)
        for number, name in seats:
            self.fields[f"seat_{number}"] = forms.ChoiceField(
                label=name, required=False, choices=[NOTHING, *PresenceChoice.choices]
            )

    def given(self) -> dict[int, PresenceChoice]:
        """Give the presences that were said."""
        return {
            int(name.removeprefix("seat_")): PresenceChoice(value)
            for name, value in self.cleaned_data.items()
            if value
        }


class MinutesForm(forms.Form):
    """The minutes of a meeting."""

    minutes = forms.CharField(
        label=_("Minutes"), max_length=100_000, widget=forms.Textarea(attrs={"rows": 18}), required=False
    )


class DecisionForm(OfferingForm):
    """A decision, and what it changes by itself."""

    text = forms.CharField(
        label=_("What is decided"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=DecisionKind.choices)
    item = a_choice(_("On the point"))
    owner = a_choice(_("Carried out by"))
    due_on = a_day(_("By the day"))
    effect = forms.ChoiceField(
        label=_("It changes by itself"), required=False, choices=[NOTHING, *EffectKind.choices]
    )
    sheet = a_choice(_("Of the sheet"))
    milestone = a_choice(_("Of the milestone"))
    line = a_choice(_("Of the funding line"))
    target = a_choice(_("Of the target"))
    new_day = a_day(_("New date"))
    new_status = forms.ChoiceField(
        label=_("New status"), required=False, choices=[NOTHING, *SheetStatus.choices]
    )
    new_stage = forms.ChoiceField(
        label=_("New stage"), required=False, choices=[NOTHING, *StageChoice.choices]
    )
    new_value = forms.DecimalField(
        label=_("New target"), required=False, max_digits=13, decimal_places=2, localize=True
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean(self) -> dict[str, Any]:
        """Ask for what the effect needs."""
        kept = super().clean() or {}
        effect = str(kept.get("effect") or "")
        needed = NEEDED[EffectKind(effect)] if effect else ()
        lacking = [name for name in needed if kept.get(name) in (None, "")]
        for name in lacking:
            self.add_error(name, _("This is needed for the change."))
        return kept

    def given(self) -> GivenDecision:
        """Give what was typed."""
        kept = self.cleaned_data
        return GivenDecision(
            kept["text"],
            DecisionKind(kept["kind"]),
            kept["owner"],
            kept["due_on"],
            kept["item"],
            _effect(kept),
            kept["form_key"],
        )


NEEDED = {
    EffectKind.SHEET_END: ("sheet", "new_day"),
    EffectKind.SHEET_STATUS: ("sheet", "new_status"),
    EffectKind.MILESTONE_DUE: ("milestone", "new_day"),
    EffectKind.FUNDING_STAGE: ("line", "new_stage"),
    EffectKind.INDICATOR_TARGET: ("target", "new_value"),
}
"""What each effect needs to be told."""


def _effect(kept: dict[str, Any]) -> Effect | None:
    if not kept["effect"]:
        return None
    kind = EffectKind(kept["effect"])
    target, value = (kept[name] for name in NEEDED[kind])
    typed = {EffectKind.SHEET_STATUS: SheetStatus, EffectKind.FUNDING_STAGE: Stage}.get(kind)
    return Effect(kind, target, typed(value) if typed else value)
