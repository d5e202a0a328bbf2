"""The seal of a line: what makes a later change of the journal visible."""

import datetime
import hashlib
import json


FIRST = "0" * 64
"""What stands for the line before the first one."""


def seal(*, previous: str, at: datetime.datetime, who: str, verb: str, about: str) -> str:
    """Give the hash of a line: SHA-256 of the previous hash and of what the line says, the instant in UTC."""
    instant = at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    said = json.dumps([previous, instant, who, verb, about], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
