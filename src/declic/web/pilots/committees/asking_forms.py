"""What is typed about questions by letter: whom to ask, and the answer."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.steering.choices import StatusAnswer
from declic.web.pilots.committees.forms import OfferingForm, a_choice


REGULARLY = [
    ("", _("Once")),
    ("30", _("Every month")),
    ("42", _("Every six weeks")),
    ("90", _("Every quarter")),
]


class QuestionForm(OfferingForm):
    """Whom to ask where a sheet stands, and how often."""

    sheet = a_choice(_("About the sheet"), is_required=True)
    email = forms.EmailField(
        label=_("E-mail of who answers"),
        help_text=_("A letter is sent there; no account is needed to answer."),
    )
    every_days = forms.TypedChoiceField(
        label=_("How often"), required=False, coerce=int, empty_value=None, choices=REGULARLY
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class AnswerForm(forms.Form):
    """Where a sheet stands, in the words of who carries it."""

    answer = forms.ChoiceField(label=_("Where does it stand?"), choices=StatusAnswer.choices)
    comment = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Never the name of a person that you support."),
    )
