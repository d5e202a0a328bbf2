"""What a page may ask the database while it is only read."""

import pytest
from django.http import HttpRequest

from declic.web.design.reading_only import WriteWhileReadingError, demand_read


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        '(SELECT "a" FROM "b") UNION ALL (SELECT "a" FROM "c")',
        "((SELECT 1) UNION (SELECT 2))",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        'UPDATE "accounts_session" SET "expire_date" = %s',
    ],
)
def test_a_read_passes_bracketed_or_not(statement):
    demand_read(statement, request=HttpRequest())


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE "accounts_user" SET "name" = %s',
        '(DELETE FROM "accounts_user")',
        '( INSERT INTO "accounts_user" ("name") VALUES (%s))',
        '(WITH gone AS (DELETE FROM "accounts_user" RETURNING id) SELECT * FROM gone)',
        "WITH gone AS (DELETE FROM accounts_user RETURNING id) SELECT * FROM gone",
        "SELECTED",
        "",
    ],
)
def test_a_write_and_what_is_not_known_are_refused_bracketed_or_not(statement):
    with pytest.raises(WriteWhileReadingError):
        demand_read(statement, request=HttpRequest())
