"""
A small memory of attempts, in the database: every worker counts together, and a restart forgets nothing.

It is a cache of Django, as the library of accounts wants it. Keys are hashed with the secret of the site, so that
the table tells no address; values are JSON, so that a row can run nothing. Nothing is dropped before its time: a full
table would make an attacker's attempts forgotten.
"""

import datetime
import hashlib
import hmac
from typing import Any

from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, transaction
from django.utils import timezone

from declic.records.accounts.models import Throttle


LONGEST = datetime.timedelta(days=1)
"""How long an attempt is remembered at most."""


class ThrottleCache(BaseCache):
    """Keep values until they expire, and add one only where there is none."""

    def __init__(self, _name: str, params: dict[str, Any]) -> None:
        """Take Django's settings of the cache."""
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Give the value; `default` where there is none or it expired."""
        row = Throttle.objects.filter(key=self._hashed(key, version), expires_at__gt=timezone.now()).first()
        return default if row is None else row.value

    def set(
        self,
        key: str,
        value: Any,
        timeout: float | object | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep the value, whatever was there."""
        kept = {"value": value, "expires_at": self._end(timeout)}
        Throttle.objects.update_or_create(key=self._hashed(key, version), defaults=kept)

    def add(
        self,
        key: str,
        value: Any,
        timeout: float | object | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Keep the value where there is none, and say whether it was kept; of two at once, one is."""
        hashed = self._hashed(key, version)
        try:
            with transaction.atomic():
                Throttle.objects.filter(key=hashed, expires_at__lte=timezone.now()).delete()
                Throttle.objects.create(key=hashed, value=value, expires_at=self._end(timeout))
        except IntegrityError:
            return False
        return True

    def touch(
        self, key: str, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Push the end away, and say whether there was something."""
        rows = Throttle.objects.filter(key=self._hashed(key, version), expires_at__gt=timezone.now())
        return bool(rows.update(expires_at=self._end(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget the value, and say whether there was one."""
        return bool(Throttle.objects.filter(key=self._hashed(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        Throttle.objects.all().delete()

    def _hashed(self, key: str, version: int | None) -> str:
        whole = self.make_and_validate_key(key, version=version)
        return hmac.new(settings.SECRET_KEY.encode(), whole.encode(), hashlib.sha256).hexdigest()

    def _end(self, timeout: float | object | None) -> datetime.datetime:
        seconds = self.get_backend_timeout(timeout)  # type: ignore[arg-type] # Django's own sentinel
        now = timezone.now()
        if seconds is None:
            return now + LONGEST
        return min(datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC), now + LONGEST)
