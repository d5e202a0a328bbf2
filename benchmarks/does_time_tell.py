"""
It will measure whether the time of an answer tells that an account exists: signing in, asking for a code, for a link.

Run it by hand, on a quiet machine: it serves nothing and sends nothing, but hashes passwords as the site does. Known
and unknown addresses take turns in one process; for each door it prints both medians and the Mann-Whitney test
(normal approximation, ties averaged). Above p = 0.01, two hundred answers of each do not tell.
"""

# ruff: noqa: PLC0415 — Django is started before it is imported

import math
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable


ANSWERS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
KNOWN, UNKNOWN = "nora@demo.invalid", "eva@demo.invalid"


def main() -> int:
    """Make a site in a temporary folder, ask it, and say what the times tell; 1 where one door tells."""
    os.environ["DECLIC_DATA"] = tempfile.mkdtemp(prefix="declic-time-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "declic.config.settings"
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    django.setup()
    setup_test_environment()
    settings.ACCOUNT_RATE_LIMITS = (
        False  # the guard itself would answer, and what stands behind it is measured
    )
    call_command("migrate", verbosity=0)
    _open_account()
    told = [_measure(name, ask) for name, ask in _doors().items()]
    return int(any(told))


def _open_account() -> None:
    from declic.records.accounts.viewers import OPERATOR
    from declic.records.accounts.writes import create_account

    create_account(KNOWN, name="Nora", password="une phrase que personne ne dit", by=OPERATOR)  # noqa: S106


def _doors() -> dict[str, Callable[[str], object]]:
    from django.test import Client

    def typed(address: str, said: dict[str, str]) -> Callable[[str], object]:
        return lambda email: Client().post(address, {name: value or email for name, value in said.items()})

    def wrong_code(email: str) -> object:
        client = Client()
        client.post("/connexion/", {"login": email, "way": "code"})
        return client.post("/connexion/code/", {"code": "AAAA-AAAA"})

    return {
        "a wrong password": typed("/connexion/", {"login": "", "password": "ce n'est pas la bonne phrase"}),
        "a code asked for": typed("/connexion/", {"login": "", "way": "code"}),
        "a wrong code": wrong_code,
        "a link asked for": typed("/mot-de-passe/", {"email": ""}),
    }


def _measure(name: str, ask: Callable[[str], object]) -> bool:
    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for turn in range(ANSWERS + 10):
        for email in random.sample((KNOWN, UNKNOWN), 2):
            start = time.perf_counter()
            ask(email)
            if turn >= 10:  # the first answers warm the process
                times[email].append(1000 * (time.perf_counter() - start))
    p = mann_whitney(times[KNOWN], times[UNKNOWN])
    known, unknown = (statistics.median(times[email]) for email in (KNOWN, UNKNOWN))
    print(f"{name:18} known {known:7.2f} ms   unknown {unknown:7.2f} ms   p = {p:.3f}   n = {ANSWERS}")
    return p < 0.01


def mann_whitney(left: list[float], right: list[float]) -> float:
    """Give the two-sided p of the rank test: how likely such a difference is when nothing differs."""
    values = sorted([(value, 0) for value in left] + [(value, 1) for value in right])
    ranks = sum(rank for rank, (_value, side) in enumerate(values, 1) if side == 0)
    count, other = len(left), len(right)
    u = ranks - count * (count + 1) / 2
    z = (u - count * other / 2) / math.sqrt(count * other * (count + other + 1) / 12)
    return math.erfc(abs(z) / math.sqrt(2))


if __name__ == "__main__":
    sys.exit(main())
