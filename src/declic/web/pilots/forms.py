"""What a pilot writes: an explanation, a plain title, where a signatory stands; and what they ask to see."""

from collections.abc import Iterable

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from declic.records.pact.choices import ValidationChoice
from declic.records.pact.values import ValidationState
from declic.records.pact.writes import LONGEST_PLAIN_TITLE


def sent_with(request: HttpRequest) -> QueryDict | None:
    """Give what was sent, be it nothing at all; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


class ExplanationForm(forms.Form):
    """The answer to a finding."""

    explanation = forms.CharField(
        label=_("Your explanation"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the reader must know. It is kept with your name, and shown publicly without it."),
    )


class PlainTitleForm(forms.Form):
    """A measure's plain title."""

    plain_title = forms.CharField(
        label=_("Plain title"),
        max_length=LONGEST_PLAIN_TITLE,
        required=False,
        help_text=_("In everyday words, for residents. Leave it empty to show the official text."),
    )


class ValidationForm(forms.Form):
    """Where a signatory stands with its own assembly; a validated one says by which deliberation."""

    state = forms.ChoiceField(label=_("Where it stands"))
    deliberation = forms.TypedChoiceField(
        label=_("Deliberation kept here"), required=False, coerce=int, empty_value=None
    )
    reference = forms.CharField(
        label=_("Or the reference of a deliberation kept elsewhere"),
        max_length=300,
        required=False,
        help_text=_("Its number and its date, for instance."),
    )

    def __init__(
        self,
        data: object = None,
        *,
        deliberations: Iterable[tuple[int, str]],
        initial: dict[str, object] | None = None,
    ) -> None:
        """Offer the deliberations that are kept here."""
        super().__init__(data, initial=initial)  # type: ignore[arg-type] # a QueryDict, or nothing
        state, deliberation = self.fields["state"], self.fields["deliberation"]
        if isinstance(state, forms.ChoiceField) and isinstance(deliberation, forms.ChoiceField):
            state.choices = ValidationChoice.choices
            deliberation.choices = [("", "–"), *deliberations]

    def clean(self) -> dict[str, object]:
        """Ask a validated signatory for its deliberation."""
        kept = super().clean() or {}
        is_validated = kept.get("state") == ValidationState.VALIDATED
        if is_validated and not (kept.get("deliberation") or str(kept.get("reference") or "").strip()):
            raise forms.ValidationError(_("Say which deliberation validated it."))
        return kept
