"""
An office: a process of its own, with ten clerks who act at the same instant, each on a connection of their own.

It is told on its standard input what to do, one line of JSON an act, and answers with one line: what each clerk got,
or the kind of error. It runs on the database that its environment names, as the site would.
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import django


django.setup()

from django.conf import settings  # noqa: E402 — Django must be started first
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from declic.records.accounts.models import User  # noqa: E402
from declic.records.accounts.sight import Sight, see_usually  # noqa: E402
from declic.records.accounts.viewers import OPERATOR  # noqa: E402
from declic.records.accounts.writes import create_account  # noqa: E402
from declic.records.council.models import Sitting  # noqa: E402
from declic.records.journal.models import Line  # noqa: E402
from declic.records.journal.reads import verify_chain  # noqa: E402
from declic.records.journal.writes import note  # noqa: E402
from declic.records.pact.models import Programme  # noqa: E402
from declic.records.pact.writes import apply_draft, title_measures  # noqa: E402
from declic.records.partners.models import Institution, Membership  # noqa: E402
from declic.records.partners.writes import (  # noqa: E402
    accept_invitation,
    find_or_add_institution,
    invite,
)
from declic.records.sources.choices import ItemState  # noqa: E402
from declic.records.sources.models import Document, DraftItem, Version  # noqa: E402
from declic.records.sources.writes import (  # noqa: E402
    accept_all,
    decide_item,
    discard_draft,
    keep_document,
    read_version,
)
from tests.people import JEANNE, Viewer, signed_up  # noqa: E402


CLERKS = 10
Given = dict[str, Any]


def prepare(_given: Given, _who: str) -> None:
    """Make the tables."""
    call_command("migrate", verbosity=0, interactive=False)


def keep(given: Given, who: str) -> list[int]:
    """Keep a file; `{who}` in its text makes one for each clerk."""
    text = given["text"].replace("{who}", who)
    version = keep_document(text.encode(), given["name"], by=OPERATOR)
    return [version.document_id, version.id]


def draft(given: Given, who: str) -> list[int]:
    """Keep a file, read it and accept everything: give its version, its draft and the draft's first value."""
    _, version = keep(given, who)
    number = read_version(version, by=OPERATOR)
    accept_all(number, by=OPERATOR)
    return [version, number, DraftItem.objects.filter(draft=number).order_by("position")[0].pk]


def apply(given: Given, _who: str) -> list[Any]:
    """Apply a draft: give what it opened."""
    opened = apply_draft(given["draft"], by=OPERATOR)
    return [opened.sitting_id, opened.slug]


def open_whole(given: Given, who: str) -> list[Any]:
    """Keep a file of one's own, read it, accept everything and apply it; give what it opened."""
    _, number, _ = draft(given, who)
    return apply({"draft": number}, who)


def apply_on_the_page(given: Given, _who: str) -> list[Any]:
    """Press « Appliquer » on the page, signed in; give the status and the way."""
    client = Client()
    client.force_login(User.objects.get(email=JEANNE.email))
    answer = client.post(f"/pilotage/documents/{given['draft']}/appliquer/")
    return [answer.status_code, answer.headers.get("Location")]


def review(given: Given, who: str) -> None:
    """Do to one draft what a reviewer may, each clerk something else."""
    acts: tuple[Callable[[], object], ...] = (
        lambda: apply_draft(given["draft"], by=OPERATOR),
        lambda: read_version(given["version"], by=OPERATOR),
        lambda: decide_item(given["item"], decision=ItemState.ACCEPTED, by=OPERATOR),
        lambda: accept_all(given["draft"], by=OPERATOR),
        lambda: keep_document(
            f"Suite, par {who}.".encode(), "suite.txt", by=OPERATOR, document_id=given["document"]
        ),
        lambda: find_or_add_institution(given["institution"], by=OPERATOR),
        lambda: discard_draft(given["draft"], by=OPERATOR) if given["discard"] else None,
    )
    acts[int(who) % len(acts)]()


def title(given: Given, who: str) -> int:
    """Give the measures of a programme titles of one's own."""
    return title_measures(
        given["slug"], plain_titles={n: f"{n}, par {who}" for n in given["numbers"]}, by=OPERATOR
    )


def sign_up(_given: Given, _who: str) -> None:
    """Give Jeanne, the clerk, her account."""
    signed_up(JEANNE)


def invite_somebody(given: Given, _who: str) -> str:
    """Invite somebody to act for an institution; give the link of their mail."""
    place = find_or_add_institution("Maison des quais", by=OPERATOR)
    return invite(given["email"], institution_id=place, roles=[], now=timezone.now(), by=OPERATOR).link


def accept(given: Given, _who: str) -> int:
    """Answer an invitation: give the number of the account."""
    return accept_invitation(given["link"], name="Personne", password=JEANNE.password, now=timezone.now())


def open_account(given: Given, _who: str) -> int:
    """Open an account."""
    return create_account(given["email"], name="Personne", password=JEANNE.password, by=OPERATOR)


def add_institution(given: Given, who: str) -> int:
    """Name an institution, each clerk in a spelling of their own."""
    spellings: list[str] = given["spellings"]
    return find_or_add_institution(spellings[int(who) % len(spellings)], by=OPERATOR)


def write_notes(given: Given, who: str) -> None:
    """Write several lines of the journal, one act after the other."""
    for number in range(given["notes"]):
        note(by=Viewer(user_id=int(who) + 1, name="").mark, verb="tried", about=f"trial {number}")


def count(_given: Given, _who: str) -> dict[str, int]:
    """Count what there is, and say whether the journal's chain is whole."""
    report = verify_chain()
    return {
        "documents": Document.objects.count(),
        "versions": Version.objects.count(),
        "sittings": Sitting.objects.count(),
        "programmes": Programme.objects.count(),
        "institutions": Institution.objects.count(),
        "accounts": User.objects.count(),
        "memberships": Membership.objects.count(),
        "lines": report.line_count,
        "chains": int(report.is_whole),
        "firsts": Line.objects.filter(previous_hash="0" * 64).count(),
    }


ACTS: dict[str, Callable[[Given, str], object]] = {
    act.__name__: act
    for act in (
        prepare,
        keep,
        draft,
        apply,
        open_whole,
        apply_on_the_page,
        review,
        title,
        sign_up,
        invite_somebody,
        accept,
        open_account,
        add_institution,
        write_notes,
        count,
    )
}


def everybody(
    act: Callable[[Given, str], object], *, given: Given, people: list[str], at: float
) -> list[Given]:
    """Let each person act at one instant, in a thread and on a connection of their own; give the answers in order."""
    answers: list[Given] = [{} for _ in people]

    def one(place: int, who: str) -> None:
        time.sleep(max(0.0, at - time.time()))
        try:
            answers[place] = {"answer": act(given, who)}
        except Exception as error:  # noqa: BLE001 — the test says which errors are right
            answers[place] = {"error": type(error).__name__, "words": str(error)}
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(place, who)) for place, who in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def main() -> None:
    """Serve until the standard input ends."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    see_usually(Sight.ALL)
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    for line in sys.stdin:
        order = json.loads(line)
        answers = everybody(ACTS[order["act"]], given=order["given"], people=order["people"], at=order["at"])
        print(json.dumps(answers), flush=True)  # noqa: T201 — it is how an office answers


if __name__ == "__main__":
    main()
