"""The pilot whose words residents read has an account, as whoever writes has."""

import pytest

from tests.records.council.invented import sign_up_writers


@pytest.fixture(autouse=True)
def _writers_have_accounts(request: pytest.FixtureRequest) -> None:
    """Give the writers their accounts, where a test has a database."""
    if request.node.get_closest_marker("django_db") is not None:
        request.getfixturevalue("db")
        sign_up_writers()
