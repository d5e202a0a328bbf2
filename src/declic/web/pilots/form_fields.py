"""Fields that the pilots' forms share: euros and numbers as people write them, days, choices given by a read."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _


BLANKS = re.compile(r"[\s\u00a0\u202f€]+")
NOTHING = ("", "–")
MOST_DIGITS = 20


class NumberField(forms.Field):
    """A number as people write it: « 1 200,50 », « 1200.5 », « 30 € »."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:
        """Read it. Raises ValidationError."""
        word = BLANKS.sub("", str(value or "")).replace(",", ".")
        if not word:
            return None
        try:
            read = Decimal(word)
        except InvalidOperation:
            read = Decimal("NaN")
        if len(word) > MOST_DIGITS or not read.is_finite():
            raise forms.ValidationError(_("Write a number, such as 1200 or 1200,50."))
        return read


def day_field(*, label: Any, is_required: bool = False, help_text: Any = "") -> forms.DateField:
    """Make a field of a day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=is_required, widget=widget, help_text=help_text)


def numbered(
    choices: Iterable[tuple[str, str]], *, label: Any, is_required: bool = True, help_text: Any = ""
) -> forms.TypedChoiceField:
    """Make a field that chooses among rows by their numbers."""
    offered = [NOTHING, *choices]
    return forms.TypedChoiceField(
        label=label,
        choices=offered,
        coerce=int,
        empty_value=None,
        required=is_required,
        help_text=help_text,
    )
