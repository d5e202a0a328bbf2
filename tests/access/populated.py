"""
A small populated site: two institutions that know nothing of each other, a pact that is published and another under
review, each with its sitting, a draft that waits, invitations, contact persons; and one browser for each role.
"""

import copy
import datetime
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from declic.engines.reading.files.opening import open_file
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import close_account
from declic.records.council.writes import open_sitting
from declic.records.pact.models import Finding, Programme, Signatory
from declic.records.pact.writes import open_pact
from declic.records.partners.models import Institution, Membership
from declic.records.partners.values import Contact
from declic.records.partners.writes import add_contact_person, end_membership, invite
from declic.records.sources.files import fingerprint
from declic.records.sources.models import DraftItem, Version
from declic.records.sources.page_maps import packed
from tests.access.populated_money import money_places
from tests.access.populated_sheets import NO_SHEET, sheet_of
from tests.engines.written_pdfs import lines_down, written_pdf
from tests.people import CLAIRE, HUGO, JEANNE, LIBRARY, LINA, MARC, ODILE, SOFIA, WORKSHOP, Person, signed_up
from tests.records.council.invented import Paper, keep, small_sitting
from tests.records.pact.invented import COVERAGE, small_pact
from tests.records.steering.places import STEERED, steered_places
from tests.web.pilots.invented import draft_of


NORA = Person("Nora", "nora@demo.invalid", "nora-attend-une-invitation", (), LIBRARY)
PAUL = Person("Paul", "paul@demo.invalid", "paul-est-parti-en-mars", MARC.roles, WORKSHOP)
IVES = Person("Ives", "ives@demo.invalid", "ives-a-ferme-son-compte", CLAIRE.roles, CLAIRE.institution)
ROLES: dict[str, Person | None] = {
    "visitor": None,
    "closed": IVES,
    "account": NORA,
    "left": PAUL,
    "member": LINA,
    "manager": MARC,
    "other_manager": HUGO,
    "clerk": JEANNE,
    "pilot": CLAIRE,
    "coordinator": ODILE,
    "administrator": SOFIA,
}
"""Who tries every door, under the name of their column."""


@dataclass(slots=True)
class Browser:
    """A browser in which somebody may be signed in; what a page did to its cookies can be taken back."""

    client: Client
    cookies: Any

    def ask(self, method: str, address: str, data: dict[str, Any] | None = None) -> Any:
        self.client.cookies = copy.deepcopy(self.cookies)
        if method == "POST":
            return self.client.post(address, data or {})
        return self.client.generic(method, address)


@dataclass(slots=True)
class Populated:
    """The site: what stands in addresses, for each state of an object, and the browsers."""

    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    browsers: dict[str, Browser] = field(default_factory=dict)
    numbers: dict[str, int | None] = field(default_factory=dict)


def populated() -> Populated:
    """Build the site."""
    site = Populated()
    for role, person in ROLES.items():
        site.numbers[role] = signed_up(person).user_id if person else None
        site.browsers[role] = _browser(person)
    _leave(site)
    _keep_people()
    site.places = {
        "workshop": _workshop(),
        "published": _opened(public=True),
        "under review": _opened(public=False),
        "unknown": dict.fromkeys(
            (
                "version_id",
                "sitting_id",
                "draft_id",
                "item_id",
                "finding_id",
                "signatory_id",
                "sheet_id",
                "line_id",
                "post_id",
                "delivery_id",
                "indicator_id",
                *STEERED,
            ),
            999_999,
        )
        | {"slug": "inconnu"}
        | NO_SHEET,
    }
    return site


def _browser(person: Person | None) -> Browser:
    client = Client()
    if person is not None:
        client.force_login(get_user_model().objects.get(email=person.email))
    return Browser(client, copy.deepcopy(client.cookies))


def _leave(site: Populated) -> None:
    """Paul leaves, Nora never acts for anybody, Ives's account is closed while his browser is signed in."""
    now = timezone.now()
    for role in ("left", "account"):
        person = ROLES[role]
        assert person is not None
        row = Membership.objects.get(user__email=person.email)
        end_membership(row.pk, now=now, by=OPERATOR)
        site.browsers[role] = _browser(person)  # who acts for nobody was signed out, and signs in again
    number = site.numbers["closed"]
    assert number is not None
    close_account(number, by=OPERATOR)


def _keep_people() -> None:
    """Each institution invites somebody, and has a contact person that it publishes and one for partners."""
    for name, words in ((WORKSHOP, "tilleuls"), (LIBRARY, "quais")):
        place = Institution.objects.get(name=name).pk
        now = timezone.now() - datetime.timedelta(hours=1)
        invite(f"invitee.{words}@demo.invalid", institution_id=place, roles=(), now=now, by=OPERATOR)
        for who, is_public in (("Ouverte", True), ("Discrete", False)):
            contact = Contact(
                name=f"{who} {words}", email=f"{who.lower()}.{words}@demo.invalid", is_public=is_public
            )
            add_contact_person(place, contact=contact, by=OPERATOR)


def _workshop() -> dict[str, Any]:
    """Give what stands in the addresses of Marc's institution, seen through Lina."""
    row = Membership.objects.get(user__email=LINA.email)
    place = row.institution
    return {
        "institution_id": place.pk,
        "membership_id": row.pk,
        "user_id": row.user_id,
        "invitation_id": place.invitations.order_by("pk")[0].pk,
        "contact_id": place.contact_persons.order_by("pk")[0].pk,
    }


def _have_pages(version: int, *, words: str) -> None:
    """Put a PDF in the place of the file, so that it has pages to show."""
    data = written_pdf([lines_down([words])])
    Version.objects.filter(pk=version).update(
        data=data,
        byte_count=len(data),
        sha256=fingerprint(data),
        encoding="pdf",
        places=packed(open_file(data).pages),
    )


def _opened(*, public: bool) -> dict[str, Any]:
    """Open a pact and a sitting from one document, with a draft of another that waits."""
    paper, draft, findings = small_pact()
    paper.add(f"Exemplaire {public}")
    version = keep(paper, public=public)
    _have_pages(version, words=f"Exemplaire {public}")
    slug = open_pact(version, draft=draft, findings=findings, coverage=COVERAGE, by=OPERATOR)
    programme = Programme.objects.get(slug=slug)
    meeting, sitting_draft = small_sitting(Paper(f"Exemplaire {public}\n\n"))
    sitting = open_sitting(keep(meeting, public=public), draft=sitting_draft, by=OPERATOR)
    places: dict[str, Any] = {
        "slug": slug,
        "version_id": version,
        "sitting_id": sitting,
        "finding_id": Finding.objects.filter(programme=programme)
        .order_by("pk")
        .values_list("pk", flat=True)[0],
        "signatory_id": Signatory.objects.filter(programme=programme).order_by("pk")[0].pk,
    }
    places |= sheet_of(programme)
    places |= steered_places(programme.slug)
    places |= money_places(programme)
    if not public:
        places["draft_id"] = draft_of(by=OPERATOR)
        places["item_id"] = DraftItem.objects.filter(draft_id=places["draft_id"]).order_by("position")[0].pk
    return places
