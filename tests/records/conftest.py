"""The clerk and the pilot of the records' tests have accounts, as whoever writes has."""

import pytest

from tests.records.council.invented import sign_up_writers


@pytest.fixture(autouse=True)
def _writers_have_accounts(request: pytest.FixtureRequest) -> None:
    """Give them their accounts, where a test has a database and does not count accounts."""
    if request.path.parent.name == "accounts" or request.node.get_closest_marker("django_db") is None:
        return
    request.getfixturevalue("db")
    sign_up_writers()
