"""
What a migration says to PostgreSQL so that rows are hidden from a connection that may not see them.

Even the owner of the tables is held to it (FORCE): the site owns them. A row is shown where the connection's sight
(`records/accounts/sight.py`) is one of those named, or where the row itself is shown to everyone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython


REVIEWING = ("review", "all")
"""Sights of those who review documents."""

ALONE = ("all",)
"""The sight of who holds the machine."""


def sees(sights: Iterable[str]) -> str:
    """Give the condition that the connection's sight is one of these; it is asked once a statement, not once a row."""
    words = ", ".join(f"'{sight}'" for sight in sights)
    return f"(SELECT coalesce(current_setting('declic.sight', true), '') IN ({words}))"


def hung_on(column: str, *, table: str) -> str:
    """Give the condition that a row hangs on one that is shown itself."""
    return f"{column} IN (SELECT id FROM {table})"  # noqa: S608 — our own names


def hide(editor: BaseDatabaseSchemaEditor, *, table: str, unless: str) -> None:
    """Hide the rows of a table, to be read, changed or added, unless the condition holds; nothing on SQLite."""
    for statement in _hidden(table, unless=unless):
        _on_postgres(editor, statement)


def show(editor: BaseDatabaseSchemaEditor, *, table: str) -> None:
    """Show every row of a table again."""
    for statement in (
        f"DROP POLICY {table}_hidden ON {table}",
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ):
        _on_postgres(editor, statement)


def hiding_hung_rows(hung: Mapping[str, tuple[str, str]]) -> RunPython:
    """
    Give the step of a migration that shows rows to those who review, and to others as what they hang on.

    `hung` says of each table by which column it hangs on which other, one that hides its rows already.
    """

    def forwards(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        for table, (column, above) in hung.items():
            hide(editor, table=table, unless=f"{sees(REVIEWING)} OR {hung_on(column, table=above)}")

    def backwards(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        for table in hung:
            show(editor, table=table)

    return RunPython(forwards, backwards, elidable=False)


def _hidden(table: str, *, unless: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY {table}_hidden ON {table} USING ({unless})"


def _on_postgres(editor: BaseDatabaseSchemaEditor, statement: str) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(statement)
