"""
The engine of sessions: rows that know whose they are, and that end twelve hours after signing in.

Django's own would push the end away at each change of the session.
"""

import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from declic.records.accounts.choices import LONGEST_SESSION_SECONDS
from declic.records.accounts.models import Session


STARTED = "signed_in_at"
"""Where a session keeps the instant of signing in, in seconds."""

BROWSER = "browser"
"""Where a session keeps what its browser is called in two words."""


class SessionStore(DatabaseStore):
    """Keep sessions in the table of ours."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Give the row."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Make the row of this session, with whose it is."""
        row = Session(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined] # the stubs forget it
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            browser=str(data.get(BROWSER, "")),
        )
        if SESSION_KEY in data:
            row.account_id = int(data[SESSION_KEY])
        if STARTED in data:
            row.started_at = datetime.datetime.fromtimestamp(data[STARTED], tz=datetime.UTC)
        return row

    def get_expiry_age(self, **kwargs: Any) -> int:
        """Give the seconds left: twelve hours from signing in, whatever was changed since."""
        started = self.get(STARTED)
        if started is None:
            return int(super().get_expiry_age(**kwargs))
        return max(0, int(started + LONGEST_SESSION_SECONDS - timezone.now().timestamp()))

    def get_expiry_date(self, **kwargs: Any) -> datetime.datetime:
        """Give the instant of the end."""
        started = self.get(STARTED)
        if started is None:
            return super().get_expiry_date(**kwargs)
        return datetime.datetime.fromtimestamp(started + LONGEST_SESSION_SECONDS, tz=datetime.UTC)
