"""The restated pact opened as the demonstration opens it, with nothing steered yet, and who works on it."""

import json
from pathlib import Path

from declic.jobs.demonstration import PLAIN_TITLES, RESTATED
from declic.jobs.opening import apply, keep
from declic.jobs.voice import Voice
from declic.records.accounts.viewers import OPERATOR
from declic.records.pact.writes import title_measures
from tests.people import CLAIRE, HUGO, LINA, signed_up


ROOT = Path(__file__).resolve().parents[2]


def restated_pact() -> str:
    """Open the restated pact, with its plain titles, and give its slug."""
    voice = Voice()
    slug = apply(keep(ROOT / RESTATED, voice=voice), voice=voice).slug
    assert slug is not None
    titles = json.loads((ROOT / RESTATED).with_name(PLAIN_TITLES).read_text(encoding="utf-8"))["titles"]
    title_measures(slug, plain_titles=titles, by=OPERATOR)
    return slug


def opened_restated_pact() -> str:
    """Open the restated pact, sign its people up, and give its slug."""
    slug = restated_pact()
    for person in (CLAIRE, LINA, HUGO):
        signed_up(person)
    return slug
