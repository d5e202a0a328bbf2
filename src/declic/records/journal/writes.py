"""The only way to add to the journal."""

from django.db import connection, transaction
from django.utils import timezone

from declic.records.journal.models import Line
from declic.records.journal.seals import FIRST, seal


CHAIN_LOCK = 0x4465_636C_6963
"""The number under which PostgreSQL makes writers of the chain wait for each other; SQLite has one writer."""


@transaction.atomic
def note(*, by: str, verb: str, about: str) -> None:
    """Add one line: `by` and `about` are marks (« user 3 », « draft 12 »), never names; `verb` is a past tense."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    last = Line.objects.order_by("-id").values_list("hash", flat=True).first()
    previous, at = last or FIRST, timezone.now()
    sealed = seal(previous=previous, at=at, who=by, verb=verb, about=about)
    Line.objects.create(at=at, who=by, verb=verb, about=about, previous_hash=previous, hash=sealed)
