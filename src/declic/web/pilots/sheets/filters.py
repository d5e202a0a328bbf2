"""What is asked of the list of sheets."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.accounts.viewers import Viewer
from declic.records.sheets.choices import SheetStatus, TargetGroup, Theme
from declic.records.sheets.values import SheetLine
from declic.web.pilots.sheets.forms import NOTHING


ALL = ("", _("All"))


class FilterForm(forms.Form):
    """Conditions on sheets; what cannot be meant is no condition."""

    axe = forms.ChoiceField(label=_("Axis"), required=False)
    statut = forms.ChoiceField(label=_("Status"), required=False, choices=[ALL, *SheetStatus.choices])
    theme = forms.ChoiceField(label=_("Theme"), required=False, choices=[ALL, *Theme.choices])
    public = forms.ChoiceField(label=_("Target group"), required=False, choices=[ALL, *TargetGroup.choices])
    q = forms.CharField(label=_("Words of the title"), required=False, max_length=100)
    retard = forms.BooleanField(label=_("Late only"), required=False)
    miennes = forms.BooleanField(label=_("My institution's only"), required=False)

    def __init__(self, *arguments: Any, axes: Iterable[tuple[int, str]], **options: Any) -> None:
        """Offer the axes."""
        super().__init__(*arguments, **options)
        axis = self.fields["axe"]
        if isinstance(axis, forms.ChoiceField):
            axis.choices = [ALL, *((str(number), f"{number}. {title}") for number, title in axes)]

    def asked(self, lines: Iterable[SheetLine], *, viewer: Viewer) -> list[SheetLine]:
        """Give the sheets that meet every condition."""
        self.is_valid()
        return [line for line in lines if self._meets(line, viewer=viewer)]

    def _meets(self, line: SheetLine, *, viewer: Viewer) -> bool:
        known = self.cleaned_data
        return (
            known.get("axe", "") in ("", str(line.axis_number))
            and known.get("statut", "") in ("", line.status)
            and (not known.get("theme") or known["theme"] in line.themes)
            and (not known.get("public") or known["public"] in line.target_groups)
            and str(known.get("q", "")).casefold() in f"{line.code} {line.title}".casefold()
            and (not known.get("retard") or line.lateness.is_late or line.late_milestone_count > 0)
            and (not known.get("miennes") or viewer.institution_id in line.institution_ids)
        )


__all__ = ["NOTHING", "FilterForm"]
