"""The form of the components page: it shows fields, and is sent nowhere."""

from django import forms


class ExampleForm(forms.Form):
    """A field of each kind, one of them in error when the form is bound without values."""

    name = forms.CharField(label="Votre nom", max_length=80)
    day = forms.DateField(
        label="Le jour",
        help_text="Par exemple 14/07/2024.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    place = forms.ChoiceField(
        label="Le lieu", choices=[("library", "La bibliothèque"), ("yard", "La cour")], required=False
    )
    words = forms.CharField(label="Votre question", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label="Je veux recevoir la réponse", required=False)
