"""What a clerk may ask: a part of the grid, or the check of a text."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from declic.records.council.values import SittingPage
from declic.web.clerks.grids import Asked, Detail, Movement, groups_of


class GridForm(forms.Form):
    """The filter of the grid: all in the address, so that what is seen can be sent to a colleague."""

    question = forms.TypedChoiceField(label=_("Question"), required=False, coerce=int, empty_value=None)
    commune = forms.ChoiceField(label=_("Commune or group"), required=False)
    membres = forms.ChoiceField(
        label=_("Members"),
        required=False,
        choices=[
            (Movement.ALL.value, _("All")),
            (Movement.MOVED.value, _("Who moved, gave or held a vote")),
        ],
    )
    colonnes = forms.ChoiceField(
        label=_("Columns"),
        required=False,
        choices=[
            (Detail.PERIODS.value, _("When someone moves")),
            (Detail.QUESTIONS.value, _("Each question")),
        ],
    )

    def __init__(self, data: object, *, sitting: SittingPage) -> None:
        """Offer the questions and communes of this sitting."""
        super().__init__(data)  # type: ignore[arg-type] # a QueryDict
        questions = [(count.question, str(count.question)) for count in sitting.questions]
        self._offer("question", questions, anything=gettext("All"))
        self._offer("commune", [(name, name) for name in groups_of(sitting.rows)], anything=gettext("All"))

    def _offer(self, name: str, choices: Sequence[tuple[object, str]], *, anything: str) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", anything), *choices]

    def asked(self) -> Asked:
        """Give what is asked; a value that the sitting does not have is no condition."""
        self.is_valid()
        kept = self.cleaned_data
        return Asked(
            question=kept.get("question") or None,
            group=kept.get("commune") or None,
            movement=Movement(kept.get("membres") or Movement.ALL),
            detail=Detail(kept.get("colonnes") or Detail.PERIODS),
        )
