"""The demonstration: the restated pact opened, and invented people who can sign in."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from declic.jobs.demonstrated_steering import ASSOCIATION, COUNCIL, STATE, steer
from declic.jobs.opening import apply, keep
from declic.jobs.refusals import RefusedError
from declic.jobs.serving import INVENTED
from declic.jobs.site import prepare
from declic.jobs.voice import Voice
from declic.records.accounts.choices import GIVEN, Role
from declic.records.accounts.reads import account_at, list_accounts
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import AccountExistsError, create_account
from declic.records.pact.values import OpenedDocument
from declic.records.pact.writes import title_measures
from declic.records.partners.reads import viewer_of
from declic.records.partners.writes import find_or_add_institution, join


RESTATED = Path("data") / "planoise" / "deliberation.txt"
PLAIN_TITLES = "plain_titles.json"


@dataclass(frozen=True, slots=True)
class Persona:
    """
    An invented person of the demonstration, acting for an invented institution; `role` is None for a member.

    The password is public, and so only good for a demonstration.
    """

    name: str
    email: str
    password: str
    role: Role | None
    institution: str


PERSONAS = (
    Persona("Claire", f"claire{INVENTED}", "claire-ouvre-le-pacte", Role.PILOT, STATE),
    Persona("Jeanne", f"jeanne{INVENTED}", "jeanne-recompte-les-voix", Role.CLERK, COUNCIL),
    Persona("Odile", f"odile{INVENTED}", "odile-accorde-les-axes", Role.COORDINATOR, STATE),
    Persona("Marc", f"marc{INVENTED}", "marc-invite-ses-collegues", Role.MANAGER, ASSOCIATION),
    Persona("Lina", f"lina{INVENTED}", "lina-anime-les-ateliers", None, ASSOCIATION),
    Persona("Sofia", f"sofia{INVENTED}", "sofia-garde-les-comptes", Role.ADMINISTRATOR, STATE),
)


def fill(*, tell: Callable[[str], None], voice: Voice) -> None:
    """Prepare the database, open the restated pact, make the personas; a second time changes nothing."""
    prepare(voice=voice)
    demand_no_real_account(voice=voice)
    path = restated(voice=voice)
    document = keep(path, voice=voice)
    for persona in PERSONAS:
        make_account(persona)
    if not document.was_applied:
        tell(voice.say("The restated pact is read and opened."))
        opened = apply(document, voice=voice)
        title(opened, titles=path.with_name(PLAIN_TITLES))
        if opened.slug is not None:
            coordinator = next(one for one in PERSONAS if one.role is Role.COORDINATOR)
            by = viewer_of(account_at(coordinator.email))
            steer(opened.slug, today=timezone.localdate(), by=by)


def title(opened: OpenedDocument, *, titles: Path) -> None:
    """Set the plain titles that residents read, once: what a pilot writes afterwards stays."""
    if opened.slug is not None:
        plain_titles = json.loads(titles.read_text(encoding="utf-8"))["titles"]
        title_measures(opened.slug, plain_titles=plain_titles, by=OPERATOR)


def demand_no_real_account(*, voice: Voice) -> None:
    """Raise RefusedError where real people have accounts: invented facts have no place beside their work."""
    if any(not account.email.endswith(INVENTED) for account in list_accounts(viewer=OPERATOR)):
        raise RefusedError(
            voice.say("This database is a real site's: name another with DECLIC_DATA for the demo.")
        )


def make_account(persona: Persona) -> None:
    """Make the persona's account where it is not there yet."""
    try:
        number = create_account(persona.email, name=persona.name, password=persona.password, by=OPERATOR)
    except AccountExistsError:
        return
    institution = find_or_add_institution(persona.institution, by=OPERATOR)
    roles = [role for role in GIVEN if role is persona.role]
    join(number, institution_id=institution, roles=roles, now=timezone.now(), by=OPERATOR)


def restated(*, voice: Voice) -> Path:
    """Find the pact that the repository carries, from the source folder or the current one."""
    for folder in (Path(__file__).resolve().parents[3], Path.cwd()):
        if (folder / RESTATED).is_file():
            return folder / RESTATED
    raise RefusedError(
        voice.say("{path} is not here: run the demo from the folder of the project.", path=RESTATED)
    )


def present(*, tell: Callable[[str], None], voice: Voice) -> None:
    """Say who can sign in."""
    tell(voice.say("Invented people who can sign in:"))
    for persona in PERSONAS:
        role = voice.say((persona.role or Role.MEMBER).value)
        tell(f"  {persona.name:<8} {role:<15} {persona.email:<22} {persona.password}")
