"""What is written of money: a line, where it goes, what a sheet costs, a post, a file of open data."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.engines.funding.stages import BEFORE, NEXT, Stage
from declic.records.money.choices import CreditType, Instrument, Nature, PostState, StageChoice, TaxBasis
from declic.records.money.values import MoneyChoices, Named
from declic.web.pilots.form_fields import NOTHING, NumberField, day_field, numbered


def named(rows: Iterable[Named]) -> list[tuple[str, str]]:
    """Give what a read offers as a form wants it; long words are cut."""
    longest = 110
    return [(one.key, one.words if len(one.words) <= longest else f"{one.words[:longest]}…") for one in rows]


class LineForm(forms.Form):
    """A funding line; a new one says where it is put."""

    purpose = forms.CharField(label=_("What for"), max_length=300)
    euros = NumberField(label=_("Amount asked, in euros"))
    tax = forms.ChoiceField(label=_("Tax"), choices=TaxBasis.choices, initial=TaxBasis.INCLUDED)
    fiscal_year = forms.IntegerField(label=_("Year of the budget"), min_value=2000, max_value=2100)
    credit = forms.ChoiceField(label=_("Kind of credit"), choices=CreditType.choices)
    instrument = forms.ChoiceField(label=_("Instrument"), choices=Instrument.choices)
    nature = forms.ChoiceField(label=_("Nature"), choices=Nature.choices)
    report_due_on = day_field(label=_("Financial report expected on"))

    def __init__(
        self, data: Any = None, *, offered: MoneyChoices, is_new: bool, initial: dict[str, Any] | None = None
    ) -> None:
        """Offer the institutions, and for a new line the places."""
        super().__init__(data, initial=initial)
        institutions = named(offered.institutions)
        first: dict[str, forms.Field] = {}
        if is_new:
            first["place"] = forms.ChoiceField(label=_("For which sheet or measure"), choices=places(offered))
        first["funder_id"] = numbered(institutions, label=_("Funder"))
        first["beneficiary_id"] = numbered(institutions, label=_("Beneficiary"), is_required=False)
        self.fields = {**first, **self.fields}


def places(offered: MoneyChoices) -> list[Any]:
    """Give where money may be put: sheets, then measures, then the whole programme."""
    groups: list[Any] = [NOTHING]
    if offered.sheets:
        groups.append((str(_("Action sheets")), [(f"s{key}", words) for key, words in named(offered.sheets)]))
    if offered.measures:
        measures = [(f"m{key}", f"{key}. {words}") for key, words in named(offered.measures)]
        groups.append((str(_("Measures")), measures))
    return groups


def place_of(word: str) -> dict[str, Any]:
    """Read a chosen place as a write wants it."""
    return {"sheet_id": int(word[1:])} if word.startswith("s") else {"measure": word[1:]}


class MoveForm(forms.Form):
    """Where a line goes, since when; what was granted, by which agreement; why it goes back."""

    to = forms.ChoiceField(label=_("Goes to"))
    on = day_field(label=_("Since"), is_required=True)
    granted_euros = NumberField(label=_("Amount granted, in euros"), required=False)
    agreement_reference = forms.CharField(
        label=_("Reference of the agreement"), max_length=100, required=False
    )
    why = forms.CharField(label=_("Why it goes back, if it does"), max_length=500, required=False)

    def __init__(self, data: Any = None, *, stage: Stage, initial: dict[str, Any] | None = None) -> None:
        """Offer the stages that may follow, and the one before."""
        super().__init__(data, initial=initial)
        before = BEFORE.get(stage)
        ways = [*NEXT[stage], *([before] if before and before not in NEXT[stage] else [])]
        to = self.fields["to"]
        if isinstance(to, forms.ChoiceField):
            to.choices = [(one.value, StageChoice(one.value).label) for one in ways]


class CostForm(forms.Form):
    """What a sheet is planned to cost in a year."""

    fiscal_year = forms.IntegerField(label=_("Year of the budget"), min_value=2000, max_value=2100)
    nature = forms.ChoiceField(label=_("Nature"), choices=Nature.choices)
    tax = forms.ChoiceField(label=_("Tax"), choices=TaxBasis.choices, initial=TaxBasis.INCLUDED)
    euros = NumberField(label=_("Planned cost, in euros"))


class PostForm(forms.Form):
    """A mediator post, never who holds it."""

    mission = forms.CharField(label=_("Mission"), max_length=300, required=False)
    agreement_reference = forms.CharField(
        label=_("Reference of the agreement"), max_length=100, required=False
    )
    starts_on = day_field(label=_("Agreement from"))
    ends_on = day_field(label=_("Agreement until"))
    open_data_id = forms.CharField(
        label=_("Number in the State’s open data"),
        max_length=40,
        required=False,
        help_text=_("Where you know that it is this post."),
    )

    def __init__(
        self, data: Any = None, *, offered: MoneyChoices, is_new: bool, initial: dict[str, Any] | None = None
    ) -> None:
        """Offer the institutions, and for a new post the measures."""
        super().__init__(data, initial=initial)
        first: dict[str, forms.Field] = {}
        if is_new:
            measures = [(key, f"{key}. {words}") for key, words in named(offered.measures)]
            first["measure"] = forms.ChoiceField(label=_("Measure"), choices=[NOTHING, *measures])
        first["employer_id"] = numbered(named(offered.institutions), label=_("Employer"))
        self.fields = {**first, **self.fields}


class HoldForm(forms.Form):
    """Whether a post is filled, since when; never by whom."""

    state = forms.ChoiceField(
        label=_("The post is"),
        choices=[(one.value, one.label) for one in (PostState.FILLED, PostState.VACANT)],
        help_text=_("Never write who holds it."),
    )
    on = day_field(label=_("Since"), is_required=True)


class PromiseForm(forms.Form):
    """How many posts a measure promises, where its text reads in two ways."""

    post_count = forms.TypedChoiceField(label=_("Posts promised"), coerce=int)
    why = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data: Any = None, *, counts: range, initial: dict[str, Any] | None = None) -> None:
        """Offer the counts that the text can mean."""
        super().__init__(data, initial=initial)
        field = self.fields["post_count"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(one), str(one)) for one in counts]


class PostsFileForm(forms.Form):
    """A file of the State's open data of funded posts."""

    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("With the columns id_poste, raison_sociale, annee, montant, code_cv."),
    )
    code = forms.CharField(
        label=_("Code of the city contract"),
        max_length=40,
        required=False,
        help_text=_("Only the rows of this code are kept. Leave it empty to keep them all."),
    )
