"""The demonstration: the restated pact opened, and invented people who can sign in."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from declic.jobs.opening import apply, keep
from declic.jobs.refusals import RefusedError
from declic.jobs.serving import INVENTED
from declic.jobs.site import prepare
from declic.jobs.voice import Voice
from declic.records.accounts.choices import Role
from declic.records.accounts.reads import list_accounts
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import AccountExistsError, create_account
from declic.records.pact.values import OpenedDocument
from declic.records.pact.writes import title_measures


RESTATED = Path("data") / "planoise" / "deliberation.txt"
PLAIN_TITLES = "plain_titles.json"


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented person of the demonstration; the password is public, and so only good for a demonstration."""

    name: str
    email: str
    password: str
    role: Role


PERSONAS = (
    Persona("Claire", f"claire{INVENTED}", "claire-ouvre-le-pacte", Role.PILOT),
    Persona("Jeanne", f"jeanne{INVENTED}", "jeanne-recompte-les-voix", Role.CLERK),
)


def fill(*, tell: Callable[[str], None], voice: Voice) -> None:
    """Prepare the database, open the restated pact, make the personas; a second time changes nothing."""
    prepare(voice=voice)
    demand_no_real_account(voice=voice)
    path = restated(voice=voice)
    document = keep(path, voice=voice)
    if not document.was_applied:
        tell(voice.say("The restated pact is read and opened."))
        title(apply(document, voice=voice), titles=path.with_name(PLAIN_TITLES))
    for persona in PERSONAS:
        make_account(persona)


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
        create_account(
            persona.email, name=persona.name, password=persona.password, roles=[persona.role], by=OPERATOR
        )
    except AccountExistsError:
        return


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
        tell(f"  {persona.name:<8} {voice.say(persona.role.value):<9} {persona.email:<22} {persona.password}")
