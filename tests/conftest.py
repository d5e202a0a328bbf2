"""What every test stands on: a database in memory, quick passwords, people, a guarded journal that can be emptied."""

import importlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import settings as laws

from declic.records.accounts.sight import Sight, see_usually
from tests.empty_site import empty_database_in_memory
from tests.people import CLAIRE, HUGO, JEANNE, LINA, MARC, ODILE, SOFIA, VISITOR, Viewer, signed_up


# Machines are shared: a slow moment is not a fault. Continuous integration tries the same examples for the same code, so
# that a change is judged by itself; everywhere else chance goes on looking.
laws.register_profile("declic", deadline=None, derandomize="CI" in os.environ)
laws.load_profile("declic")


def pytest_configure(config: pytest.Config) -> None:
    """Make the site quick to test: nothing is compressed, hashed hard or looked for on the disk."""
    folder = Path(tempfile.mkdtemp(prefix="declic-tests-"))
    config.add_cleanup(lambda: _remove(folder))
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STATIC_ROOT = folder / "static"
    settings.STATIC_ROOT.mkdir()
    settings.MEDIA_ROOT = folder / "files"
    settings.WHITENOISE_AUTOREFRESH = True
    settings.WHITENOISE_USE_FINDERS = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    _let_tests_empty_what_never_changes()
    see_usually(
        Sight.ALL
    )  # what a test says is said by who holds the machine; pages are opened by their visitor


def _remove(folder: Path) -> None:
    import shutil  # noqa: PLC0415 — used once, at the very end

    shutil.rmtree(folder, ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tell the long ones first: at the end, each core still has something short to do."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


GUARDED = {
    "journal_line": "declic.records.journal.migrations.0002_lines_never_change",
    "steering_dossier": "declic.records.steering.migrations.0003_dossiers_never_change",
}
"""Tables that refuse to be emptied, and the migration that says so."""


def _let_tests_empty_what_never_changes() -> None:
    """
    Stand the triggers of the journal and of dossiers aside while a browser test empties every table.

    Django empties tables between tests that cannot be rolled back; these refuse it, as they should.
    """
    operations = type(connection.ops)
    original = operations.sql_flush

    def sql_flush(self: Any, style: Any, tables: Sequence[str], **options: Any) -> list[str]:
        statements: list[str] = original(self, style, tables, **options)
        guarded = [table for table in GUARDED if table in tables]
        if connection.vendor == "sqlite":
            guards = {table: importlib.import_module(GUARDED[table]).SQLITE for table in guarded}
            lifted = [f"DROP TRIGGER {table}_no_{name}" for table in guarded for name in guards[table]]
            forgotten = [
                f"DELETE FROM sqlite_sequence WHERE name = '{table}'"  # noqa: S608 — names of ours
                for table in guarded
            ]
            put_back = [words for table in guarded for words in guards[table].values()]
            return [*lifted, *statements, *forgotten, *put_back]
        aside = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in guarded]
        return [*aside, *statements, *(words.replace("DISABLE", "ENABLE") for words in aside)]

    operations.sql_flush = sql_flush  # type: ignore[method-assign] # tests alone empty them


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:  # noqa: ARG001
    """Find the tables made already; PostgreSQL, whose server lives as long as the tests, makes its own."""
    if connection.vendor != "sqlite":
        yield
        return
    with empty_database_in_memory():
        yield


@pytest.fixture
def claire(db: None) -> Viewer:  # noqa: ARG001 — the database is opened for her
    """Claire, who pilots the pact, with her account."""
    return signed_up(CLAIRE)


@pytest.fixture
def jeanne(db: None) -> Viewer:  # noqa: ARG001
    """Jeanne, the clerk, with her account."""
    return signed_up(JEANNE)


@pytest.fixture
def odile(db: None) -> Viewer:  # noqa: ARG001
    """Odile, who coordinates the pact, with their account."""
    return signed_up(ODILE)


@pytest.fixture
def marc(db: None) -> Viewer:  # noqa: ARG001
    """Marc, who manages an association, with their account."""
    return signed_up(MARC)


@pytest.fixture
def lina(db: None) -> Viewer:  # noqa: ARG001
    """Lina, who works in Marc's association, with their account."""
    return signed_up(LINA)


@pytest.fixture
def hugo(db: None) -> Viewer:  # noqa: ARG001
    """Hugo, who manages another institution, with their account."""
    return signed_up(HUGO)


@pytest.fixture
def sofia(db: None) -> Viewer:  # noqa: ARG001
    """Sofia, who administers the platform, with their account."""
    return signed_up(SOFIA)


@pytest.fixture
def visitor() -> Viewer:
    """Anyone, without an account."""
    return VISITOR
