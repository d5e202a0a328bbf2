"""What is written around a sheet: milestones, blockers, notes, comments, who works on it, who answers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from declic.records.sheets.choices import HEAVIEST, NoteKind, PersonRole, SheetRole
from declic.records.sheets.naming import LONGEST_FUNCTION
from declic.records.sheets.steps import LONGEST_STEP
from declic.records.sheets.values import Colleague
from declic.web.pilots.sheets.forms import NOTHING, PartForm, date_field, words


Offered = Sequence[tuple[int, str]]


def choice(label: Any = None, *, is_required: bool = False, **options: Any) -> forms.TypedChoiceField:
    """Make a choice among numbered things."""
    return forms.TypedChoiceField(label=label, required=is_required, coerce=int, empty_value=None, **options)


def people_of(colleagues: Sequence[Colleague]) -> list[tuple[int, str]]:
    """Offer colleagues by their name and their institution."""
    return [(one.person_id, f"{one.name} ({one.institution_name})") for one in colleagues]


class OfferingForm(PartForm):
    """A form that offers institutions and people where it asks for them."""

    def __init__(
        self, *arguments: Any, institutions: Offered = (), people: Offered = (), **options: Any
    ) -> None:
        """Offer them."""
        super().__init__(*arguments, **options)
        for name, offered in (("institution_id", institutions), ("person_id", people)):
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = [NOTHING, *offered]
        mentioned = self.fields.get("mentioned")
        if isinstance(mentioned, forms.MultipleChoiceField):
            mentioned.choices = list(people)


class MilestoneForm(OfferingForm):
    """A step with its date, its weight and its owner."""

    title = forms.CharField(label=_("Title of the milestone"), max_length=LONGEST_STEP)
    due_on = date_field(is_required=True)
    weight = forms.IntegerField(
        min_value=1,
        max_value=HEAVIEST,
        initial=1,
        help_text=_("How much it counts beside the others, from 1 to 100."),
    )
    institution_id = choice(_("Institution that owns it"))
    person_id = choice(_("Person who owns it"))
    is_key = forms.BooleanField(required=False)
    done_on = date_field()
    is_cancelled = forms.BooleanField(required=False)


class BlockerForm(OfferingForm):
    """What stops the action, and what would lift it."""

    cause = words(rows=2)
    lifting_condition = words(rows=2)
    institution_id = choice(_("Institution that can lift it"))
    since_on = date_field(is_required=True)
    lifted_on = date_field()

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Ask for both texts."""
        super().__init__(*arguments, **options)
        self.fields["cause"].required = self.fields["lifting_condition"].required = True


class NoteForm(PartForm):
    """How the action goes."""

    kind = forms.ChoiceField(choices=NoteKind.choices)
    text = words(rows=3)
    on = date_field(is_required=True)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Ask for the text."""
        super().__init__(*arguments, **options)
        self.fields["text"].required = True


class CommentForm(OfferingForm):
    """A word to colleagues."""

    words = words(rows=3, label=_("Your comment"))
    mentioned = forms.TypedMultipleChoiceField(
        label=_("Tell these colleagues"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Ask for the text."""
        super().__init__(*arguments, **options)
        self.fields["words"].required = True


class InstitutionForm(OfferingForm):
    """An institution and what it does on the sheet."""

    institution_id = choice(is_required=True)
    role = forms.ChoiceField(
        label=_("What it does"), choices=SheetRole.choices, initial=SheetRole.PARTNER
    )  # a second lead takes the place of the first: nobody may send that unawares


class PersonForm(OfferingForm):
    """Somebody on the sheet, in words."""

    words = forms.CharField(max_length=LONGEST_FUNCTION)
    role = forms.ChoiceField(label=_("As"), choices=PersonRole.choices)
    person_id = choice(_("Their account, where they have one"))


class NamingForm(OfferingForm):
    """An institution that answers, and who does there."""

    institution_id = choice(is_required=True)
    person_id = choice(_("Person with an account"))
    function = forms.CharField(
        required=False,
        max_length=LONGEST_FUNCTION,
        help_text=_("For instance « deputy mayor in charge of culture »: it names nobody."),
    )


class DoneForm(forms.Form):
    """A milestone that is done."""

    done_on = date_field(is_required=True)
