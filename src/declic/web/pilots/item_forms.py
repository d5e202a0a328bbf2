"""A form for any value of a reading: one field for each of its leaves, whatever its kind."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from declic.records.sources.writes import NOT_EDITED
from declic.web.pilots.kinds import STATUSES, field_name


Path = tuple[str | int, ...]

KEPT_AS_READ = NOT_EDITED | {"rule", "severity"}
"""What a correction never touches: where a value stands, what is computed from it, what a rule said."""
WHOLE_NUMBERS = frozenset(
    {"abstention", "against", "appeal_months", "article", "axes", "axis", "for", "from", "interested", "question",
     "ranges", "secondary_axes", "to"}
    | {"members_in_office", "declared_present", "declared_absent", "declared_proxies", "declared_voters"}
)  # fmt: skip
NUMBERS = frozenset({"high", "low", "value", "value_eur"})
YES_OR_NO = frozenset({"abstention_counts_non_voters", "unanimous"})
LONG = frozenset({"text", "summary", "message", "reserve"})
SHORT_WORDS = 100


class SameLinesField(forms.CharField):
    """Words whose lines come back as they went: browsers send other line ends than texts have."""

    def to_python(self, value: Any) -> Any:
        """Put the line ends of texts back."""
        words = super().to_python(value)
        return words.replace("\r\n", "\n") if isinstance(words, str) else words


class ItemForm(forms.Form):
    """The fields of one value; what comes out of it is only what changed."""

    def __init__(self, value: Mapping[str, Any], data: Mapping[str, Any] | None = None) -> None:
        """Draw one field for each leaf of the value."""
        super().__init__(data)
        self.value = dict(value)
        self.paths = {_name(path): path for path, _leaf in leaves(self.value)}
        for path, leaf in leaves(self.value):
            self.fields[_name(path)] = _field(path, leaf)

    def changes(self) -> dict[str, Any]:
        """Give the fields of the value that changed, whole; empty where nothing did."""
        changed: dict[str, Any] = {}
        for name in self.changed_data:
            path = self.paths[name]
            top = str(path[0])
            changed.setdefault(top, _copy(self.value[top]))
            changed[top] = _put(changed[top], path[1:], self.cleaned_data[name])
        return changed


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """List every leaf of a value with the way to it; passages are left out."""
    if isinstance(value, Mapping):
        for field, each in value.items():
            if field not in KEPT_AS_READ and not _is_a_passage(field, each):
                yield from leaves(each, (*path, field))
    elif isinstance(value, list):
        for rank, each in enumerate(value):
            yield from leaves(each, (*path, rank))
    else:
        yield path, value


def _is_a_passage(field: str, value: Any) -> bool:
    """Tell the `body` of an article, which is where it stands, from that of a sitting, its council's name."""
    return field == "body" and isinstance(value, list)


def _name(path: Path) -> str:
    return "-".join(str(step) for step in path)


def _words(path: Path) -> str:
    named = [str(step + 1) if isinstance(step, int) else field_name(step) for step in path]
    if len(path) > 1 and path[-2:-1] and isinstance(path[-1], int) and path[0] == "ranges":
        return f"{field_name('ranges')} {named[1]} – " + (
            field_name("to") if path[-1] else field_name("from")
        )
    return " – ".join(named)


def _field(path: Path, leaf: Any) -> forms.Field:
    field = next(str(step) for step in reversed(path) if isinstance(step, str))
    label = _words(path)
    if field == "status":
        return forms.ChoiceField(label=label, choices=list(STATUSES.items()), initial=leaf)
    if field in YES_OR_NO or isinstance(leaf, bool):
        return _yes_or_no(label, leaf=leaf)
    if isinstance(leaf, str) or not _is_a_number(field, leaf):
        return _words_field(field, label=label, leaf=leaf)
    kind = forms.FloatField if field in NUMBERS or isinstance(leaf, float) else forms.IntegerField
    return kind(label=label, initial=leaf, required=False, localize=kind is forms.FloatField)


def _is_a_number(field: str, leaf: object) -> bool:
    return isinstance(leaf, int | float) or field in NUMBERS or field in WHOLE_NUMBERS


def _words_field(field: str, *, label: str, leaf: str | None) -> forms.Field:
    is_long = field in LONG or len(leaf or "") > SHORT_WORDS
    return SameLinesField(
        label=label,
        initial=leaf,
        required=False,
        strip=False,
        empty_value=None if leaf is None else "",
        widget=forms.Textarea(attrs={"rows": 4}) if is_long else forms.TextInput(),
    )


def _yes_or_no(label: str, *, leaf: bool | None) -> forms.Field:
    choices = [("", _("unknown")), ("yes", _("yes")), ("no", _("no"))]
    initial = {True: "yes", False: "no", None: ""}[leaf]
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        initial=initial,
        required=False,
        coerce=lambda chosen: chosen == "yes",
        empty_value=None,
    )


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {field: _copy(each) for field, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value


def _put(value: Any, path: Path, leaf: Any) -> Any:
    """Put a leaf at the end of the way, in place, and give the whole."""
    if not path:
        return leaf
    inside = value
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = leaf
    return value
