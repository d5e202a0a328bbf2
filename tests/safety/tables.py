"""Everything that is kept, as one value that two instants are compared by."""

from django.conf import settings
from django.db import connection


NOT_KEPT = {"django_session", "django_migrations", "django_content_type"}
"""Tables that say nothing of what people did."""
SESSIONS = frozenset({"accounts_session"})
"""Who is signed in: each page that is asked for may move their hour."""


def told(*, but: frozenset[str] = frozenset()) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table but some, in order, and every file that is kept."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - NOT_KEPT - but)
        for name in names:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608 — names of tables
            found[name] = sorted(tuple(map(repr, row)) for row in cursor.fetchall())
    root = settings.MEDIA_ROOT
    if root.is_dir():
        files = (path for path in sorted(root.rglob("*")) if path.is_file())
        found["files"] = [(str(path.relative_to(root)), path.read_bytes()) for path in files]
    return found
