"""Forms of who keeps an institution: to invite, to give roles, to say whom to call."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.partners.choices import InstitutionKind
from declic.records.partners.values import Contact, ContactLine, Description
from declic.units.register_numbers import plain_rna, plain_siret
from declic.web.members.roles import role_label


class RolesForm(forms.Form):
    """One box for each role that one may give."""

    def __init__(self, *arguments: Any, roles: tuple[str, ...], **options: Any) -> None:
        """Make the boxes."""
        super().__init__(*arguments, **options)
        for role in roles:
            self.fields[f"role_{role}"] = forms.BooleanField(label=role_label(role), required=False)
        self.roles = roles

    def given(self) -> tuple[str, ...]:
        """Give the roles whose box is ticked."""
        return tuple(role for role in self.roles if self.cleaned_data.get(f"role_{role}"))


class InvitationForm(RolesForm):
    """Whom to invite, and with which roles."""

    email = forms.EmailField(
        label=_("Professional e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class AcceptanceForm(forms.Form):
    """What a new account needs: a name; a password, if one likes."""

    name = forms.CharField(
        label=_("Your first and last name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("A password, if you like"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 15 characters: a sentence that you alone would say. "
            "Without one, a code by e-mail or a passkey will sign you in."
        ),
    )


class NewInstitutionForm(forms.Form):
    """The name of an institution."""

    name = forms.CharField(label=_("Name of the institution"), max_length=300)


class DescriptionForm(forms.Form):
    """What an institution is."""

    short_name = forms.CharField(label=_("Short name or initials"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("What it is"), choices=InstitutionKind)
    siret = forms.CharField(
        label=_("SIRET"),
        max_length=20,
        required=False,
        help_text=_("14 digits, those of the register of companies; spaces do not matter."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    rna = forms.CharField(
        label=_("RNA, for an association"),
        max_length=14,
        required=False,
        help_text=_("W and nine signs, those of the register of associations."),
    )

    def clean_siret(self) -> str:
        """Give the 14 digits."""
        return _plain(
            self.cleaned_data["siret"], plain_siret, _("This SIRET cannot exist: check its 14 digits.")
        )

    def clean_rna(self) -> str:
        """Give W and nine signs."""
        return _plain(self.cleaned_data["rna"], plain_rna, _("An RNA number is W and nine signs."))

    def description(self) -> Description:
        """Give what was said."""
        return Description(**self.cleaned_data)


class ContactForm(forms.Form):
    """Whom to call in an institution, about what."""

    name = forms.CharField(label=_("First and last name"), max_length=120)
    function = forms.CharField(label=_("Function"), max_length=160, required=False)
    topics = forms.CharField(
        label=_("About what to call them"),
        max_length=300,
        required=False,
        help_text=_("A few words that others would use: housing, first job, internships…"),
    )
    email = forms.EmailField(label=_("Professional e-mail address"), max_length=254, required=False)
    phone = forms.CharField(
        label=_("Professional telephone"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    is_public = forms.BooleanField(
        label=_("Show to everyone"),
        required=False,
        help_text=_("Without it, only the people of the partner institutions see this line."),
    )
    absent_until = forms.DateField(
        label=_("Absent until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    deputy = forms.TypedChoiceField(
        label=_("Who answers meanwhile"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *arguments: Any, others: tuple[ContactLine, ...], **options: Any) -> None:
        """Offer the others as deputies."""
        super().__init__(*arguments, **options)
        names = [(one.id, one.name) for one in others]
        self.fields["deputy"].choices = [("", _("Nobody")), *names]  # type: ignore[attr-defined]

    def contact(self) -> Contact:
        """Give what was said."""
        said = dict(self.cleaned_data)
        return Contact(deputy_id=said.pop("deputy"), **said)


def _plain(said: str, plain: Callable[[str], str], refusal: Any) -> str:
    try:
        return plain(said) if said else ""
    except ValueError as error:
        raise forms.ValidationError(refusal) from error
