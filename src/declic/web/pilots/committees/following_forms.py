"""What is typed about what follows a meeting: where a decision stands, why an alert is muted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.steering.choices import DecisionState
from declic.web.pilots.committees.forms import OfferingForm, a_choice, a_day


class FollowForm(OfferingForm):
    """Where a decision stands."""

    state = forms.ChoiceField(label=_("Where it stands"), choices=DecisionState.choices)
    owner = a_choice(_("Carried out by"))
    due_on = a_day(_("By the day"))


class MuteForm(forms.Form):
    """Why an alert is muted, and until when."""

    key = forms.CharField(max_length=120, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why it is muted"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    until_on = a_day(_("Until the day"), help_text=_("Without a day, until somebody lets it speak again."))
