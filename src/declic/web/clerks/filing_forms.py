"""What a clerk says of a sitting's acts, so that they can leave as open data."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from declic.records.council.filed import FiledActLine, FiledActSaid, FilingLine, FilingSaid
from declic.records.council.matters import MATTERS, matter_name
from declic.records.partners.values import InstitutionLine
from declic.units.register_numbers import plain_siret


class FilingForm(forms.Form):
    """Whose council it is, its SIRET, then the matter of each act and the day when the prefecture received it."""

    institution = forms.TypedChoiceField(
        label=_("Institution whose council this is"), required=False, coerce=int, empty_value=None
    )
    institution_name = forms.CharField(
        label=_("Or its name, where it is not in the list"), max_length=300, required=False
    )
    siret = forms.CharField(
        label=_("SIRET"),
        max_length=20,
        required=False,
        help_text=_("14 digits, those of the register of companies; spaces do not matter."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, data: Any, *, filing: FilingLine, institutions: Sequence[InstitutionLine]) -> None:
        """Offer the known institutions, and two fields for each act of the sitting."""
        super().__init__(data, initial=_said(filing))
        self.acts = filing.acts
        chosen = self.fields["institution"]
        if isinstance(chosen, forms.ChoiceField):
            listed = [(str(one.id), one.name) for one in institutions]
            chosen.choices = [("", gettext("Not said yet")), *listed]
        for act in filing.acts:
            self.fields[f"matter_{act.deliberation_id}"] = _matter_field(act, is_alone=len(filing.acts) == 1)
            self.fields[f"received_{act.deliberation_id}"] = _received_field(
                act, is_alone=len(filing.acts) == 1
            )

    def clean_institution_name(self) -> str:
        """Give a name that has a letter or a digit in it."""
        name = " ".join(str(self.cleaned_data["institution_name"]).split())
        if name and not any(sign.isalnum() for sign in name):
            raise forms.ValidationError(_("A name has letters."))
        return name

    def clean_siret(self) -> str:
        """Give the 14 digits."""
        said = str(self.cleaned_data["siret"])
        try:
            return plain_siret(said) if said else ""
        except ValueError as error:
            raise forms.ValidationError(_("This SIRET cannot exist: check its 14 digits.")) from error

    def clean(self) -> dict[str, Any]:
        """Refuse a list and a name that say two institutions, and a SIRET of nobody."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("institution") and said.get("institution_name"):
            self.add_error("institution_name", _("Choose in the list or write a name, not both."))
        elif said.get("siret") and not (said.get("institution") or said.get("institution_name")):
            self.add_error("siret", _("Say which institution bears this SIRET."))
        return said

    def filing(self) -> FilingSaid:
        """Give what was said."""
        said = self.cleaned_data
        return FilingSaid(
            institution_id=said["institution"],
            institution_name=said["institution_name"],
            siret=said["siret"],
            acts=tuple(
                FiledActSaid(
                    act.deliberation_id,
                    matter=said[f"matter_{act.deliberation_id}"],
                    received_on=said[f"received_{act.deliberation_id}"],
                )
                for act in self.acts
            ),
        )


def _said(filing: FilingLine) -> dict[str, object]:
    found: dict[str, object] = {"institution": filing.institution_id or "", "siret": filing.siret}
    for act in filing.acts:
        found[f"matter_{act.deliberation_id}"] = act.matter
        found[f"received_{act.deliberation_id}"] = act.received_on
    return found


def _matter_field(act: FiledActLine, *, is_alone: bool) -> forms.ChoiceField:
    label = gettext("Matter of the act")
    listed = [(code, f"{code} {matter_name(code)}") for code in MATTERS]
    return forms.ChoiceField(
        label=label if is_alone else f"{label}: {_name(act)}",
        required=False,
        choices=[("", gettext("Not said yet")), *listed],
    )


def _received_field(act: FiledActLine, *, is_alone: bool) -> forms.DateField:
    label = gettext("Received by the prefecture on")
    return forms.DateField(
        label=label if is_alone else f"{label}: {_name(act)}",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def _name(act: FiledActLine) -> str:
    return act.number or act.title or str(act.deliberation_id)
