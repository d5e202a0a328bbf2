"""
Turns: acts that must see each other's result come one after the other.

SQLite has one writer at a time, from the first statement of a transaction. PostgreSQL lets several write together, and
two that look for a free address at the same instant would find the same one: they wait here instead.
"""

import hashlib

from django.db import connection


def take_turn(what: str) -> None:
    """
    Wait until nobody else is at it, and keep others waiting until this transaction ends.

    Take it before the first line of the journal is noted: whoever notes holds the journal until the end.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_number(what)])


def _number(what: str) -> int:
    return int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], signed=True)
