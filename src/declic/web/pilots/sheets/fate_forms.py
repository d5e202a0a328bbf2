"""What only who pilots an axis says: how a sheet fares in words, what becomes of a measure when the pact ends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.steering.choices import LONGEST_FRAME, Fate, HealthChoice
from declic.records.steering.given import GivenCarryOver
from declic.web.pilots.sheets.forms import words
from declic.web.pilots.sheets.step_forms import OfferingForm, choice


class HealthForm(OfferingForm):
    """How a sheet fares otherwise than the rules propose, and why."""

    health = forms.ChoiceField(
        label=_("How it fares"), required=False, choices=[("", _("As the rules say")), *HealthChoice.choices]
    )
    why = words(rows=3, label=_("Why"), help_text=_("What the rules propose stays beside your words."))

    def clean(self) -> dict[str, Any]:
        """Ask why."""
        kept = super().clean() or {}
        if kept.get("health") and not str(kept.get("why") or "").strip():
            self.add_error("why", _("Say why it fares otherwise."))
        return kept


class CarryOverForm(OfferingForm):
    """What becomes of a measure when the pact ends."""

    fate = forms.ChoiceField(label=_("When the pact ends"), choices=Fate.choices)
    institution_id = choice(_("Institution that takes it over"))
    frame = forms.CharField(
        label=_("In which frame"),
        required=False,
        max_length=LONGEST_FRAME,
        help_text=_("For instance « city contract »."),
    )
    why = words(rows=3, label=_("Why"))

    def clean(self) -> dict[str, Any]:
        """Ask who takes it over, or why it ends."""
        kept = super().clean() or {}
        ends = kept.get("fate") == Fate.ENDS
        if ends and not str(kept.get("why") or "").strip():
            self.add_error("why", _("Say why it ends."))
        if not ends and kept.get("institution_id") is None:
            self.add_error("institution_id", _("Say who takes it over."))
        return kept

    def given(self) -> GivenCarryOver:
        """Give what was typed."""
        kept = self.cleaned_data
        return GivenCarryOver(Fate(kept["fate"]), kept["institution_id"], kept["frame"], kept["why"])
