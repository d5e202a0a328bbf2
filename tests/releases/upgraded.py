"""
Bring a kept database to this version, read every public page, sign everybody in, and tell what was found.

Run in a process of its own by `test_upgrades.py`, on the data folder of DECLIC_DATA: the settings of the tests are not
those of a site.
"""

import html
import json
import os
import re
import sys
from collections import Counter
from typing import Any

from declic.jobs import site
from declic.jobs.voice import Voice


PEOPLE = {
    "Claire": ("claire@demo.invalid", "claire-ouvre-le-pacte"),
    "Jeanne": ("jeanne@demo.invalid", "jeanne-recompte-les-voix"),
    "Nora": ("nora@demo.invalid", "nora-tient-deux-roles"),
    "Martin": ("martin@demo.invalid", "martin-est-parti-hier"),
}
PAGES = ("/pilotage/", "/pilotage/lire/", "/pilotage/documents/2/relire/")
NOT_PAGES = ("/static/", "/langue/", "/deconnexion/", "/theme/")
WAITS_FOR_SIGNING_IN = "/connexion/"


def main() -> None:
    """Upgrade, read, and print what was found as data."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "declic.config.settings")
    site.wake(voice=Voice())
    site.prepare(voice=Voice())
    site.collect_styles()
    from django.test import Client  # noqa: PLC0415 — Django had to be woken

    told = {
        "public": crawled(Client(headers={"host": "localhost"})),
        "people": {
            name: seen_by(Client(headers={"host": "localhost"}), *who) for name, who in PEOPLE.items()
        },
    }
    json.dump(told, sys.stdout)


def crawled(reader: Any) -> dict[str, int]:
    """Follow every link from the home page, and count the pages by their status."""
    waiting, seen = ["/"], {}
    while waiting:
        path = waiting.pop()
        if path in seen or path.startswith(NOT_PAGES):
            continue
        answer = reader.get(path)
        seen[path] = answer.status_code
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            found = re.findall(r'href="(/[^"#]*)', answer.content.decode())
            waiting += [html.unescape(link) for link in found]
    return {str(status): count for status, count in Counter(seen.values()).items()}


def seen_by(reader: Any, email: str, password: str) -> list[int]:
    """Sign somebody in by the form, and give what the pages of the people who work here answer them."""
    form = reader.get(WAITS_FOR_SIGNING_IN).content.decode()
    name = next(one for one in re.findall(r'name="([^"]+)"', form) if one in {"username", "login", "email"})
    reader.post(WAITS_FOR_SIGNING_IN, {name: email, "password": password})
    return [reader.get(page).status_code for page in PAGES]


if __name__ == "__main__":
    main()
