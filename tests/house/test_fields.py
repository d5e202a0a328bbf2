"""Every field that is kept has a class, a purpose and an end; a field that nobody thought about fails here."""

from collections import Counter

from django.apps import apps

from tests.house.fields import CLASSES, class_of_fields, field_lines


def kept_fields() -> set[tuple[str, str]]:
    """The columns and the lists of every table, those of the libraries included."""
    return {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    }


def test_every_field_of_every_table_is_classified():
    missing = sorted(f"{model}.{name}" for model, name in kept_fields() - class_of_fields().keys())

    assert missing == [], (
        "say in src/declic/records/fields.csv what these are, why and how long they are kept"
    )


def test_no_line_names_a_field_that_is_gone():
    assert sorted(class_of_fields().keys() - kept_fields()) == [], "take them out of fields.csv"


def test_a_field_is_classified_once():
    counted = Counter((line.model, name) for line in field_lines() for name in line.names)

    assert [field for field, count in counted.items() if count > 1] == []


def test_every_line_says_a_known_class_a_purpose_and_an_end():
    assert [line for line in field_lines() if line.said not in CLASSES] == []
    assert [line for line in field_lines() if len(line.purpose) < 10 or len(line.kept) < 8] == []


def test_what_opens_or_reaches_or_names_somebody_is_never_called_internal():
    telling = (
        "email",
        "phone",
        "password",
        "nonce",
        "token",
        "token_secret",
        "secret",
        "session_key",
        "session_data",
    )
    mild = [
        f"{model}.{name}"
        for (model, name), said in class_of_fields().items()
        if said in {"internal", "public"} and name in telling
    ]

    assert mild == []
