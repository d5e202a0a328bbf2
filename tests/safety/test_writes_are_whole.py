"""A write is whole or absent: a fault at the n-th statement of every write, for every n, leaves all as it was."""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import OperationalError, connection

from tests.house.house import SOURCE, public_functions
from tests.house.test_doors import WRITES as WRITE_FILES
from tests.safety import (
    writes_of_evaluation,
    writes_of_money,
    writes_of_people,
    writes_of_sheets,
    writes_of_steering,
    writes_of_the_pact,
)
from tests.safety.scenarios import WRITES, Act
from tests.safety.tables import told


pytestmark = pytest.mark.django_db
SCENARIOS = (
    writes_of_people,
    writes_of_the_pact,
    writes_of_sheets,
    writes_of_money,
    writes_of_evaluation,
    writes_of_steering,
)


class BrokenStatementError(OperationalError):
    """What the database would say of a disk that fails."""


class Faults:
    """Counts statements, and breaks one of them."""

    def __init__(self, *, at: int) -> None:
        self.at, self.count = at, 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Run a statement, or fail in its place."""
        self.count += 1
        if self.count == self.at:
            raise BrokenStatementError("disk I/O error")
        return execute(sql, params, many, context)


def is_broken(act: Act, *, at: int) -> bool:
    """Run a write with a fault at one statement, and say whether it had that many."""
    faults = Faults(at=at)
    with suppress(BrokenStatementError), connection.execute_wrapper(faults):
        act()
    return faults.count >= at


def test_every_write_is_broken_here():
    records = SOURCE / "records"
    written = {
        f"{path.relative_to(records).parts[0]}.{node.name}"
        for path in WRITE_FILES
        for node in public_functions(path)
    }

    assert written - WRITES.keys() == set(), "a new write needs its scenario in writes_of_….py"
    assert WRITES.keys() - written == set()
    assert all(module.__doc__ for module in SCENARIOS)


@pytest.mark.parametrize("name", sorted(WRITES))
def test_a_write_that_breaks_at_any_statement_leaves_everything_as_it_was(name):
    act = WRITES[name]()
    before = told()
    at = 1
    while is_broken(act, at=at):
        assert told() == before, f"statement {at} of {name}"
        at += 1

    sys.stdout.write(f"{at - 1} statements broken in {name}\n")
    assert at > 3
    assert told() != before
