"""The clerk and the pilot of the records' tests have accounts, as whoever writes has."""

import pytest
from django.contrib.auth import get_user_model


@pytest.fixture(autouse=True)
def _writers_have_accounts(request: pytest.FixtureRequest) -> None:
    """Give the numbers 41 and 42 their accounts, where a test has a database and does not count accounts."""
    if request.path.parent.name == "accounts" or request.node.get_closest_marker("django_db") is None:
        return
    request.getfixturevalue("db")
    users = get_user_model()._default_manager
    for number, name in ((41, "Jeanne Courvoisier"), (42, "Claire Aubépin")):
        users.update_or_create(pk=number, defaults={"email": f"person-{number}@demo.invalid", "name": name})
