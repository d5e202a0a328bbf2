"""Texts made to slow a reader down, or to make it raise: it does neither. Time is the processor's: machines are shared."""

import time

import pytest

from declic.engines.reading.findings.structure import structure_findings
from declic.engines.reading.findings.wording import wording_findings
from declic.engines.reading.pact import read_pact
from declic.engines.reading.text import Layout
from tests.documents import needs_planoise, planoise_text


SIZE = 60_000
HOSTILE = {
    "many measures": "Plan\n\n" + "".join(f"Mesure {at} : Créer un lieu\n" for at in range(1, 3000)),
    "one number": "Plan\n\n" + "Mesure 1 : Créer un lieu\n" * 2500,
    "numbers that go down": "Plan\n\n" + "".join(f"Mesure {at} : Créer\n" for at in range(999, 0, -1)),
    "short restarts": "Plan\n\n" + "I. Créer\nII. Ouvrir\nIII. Faire\n" * 1500,
    "numbers without words": "1.1.1.1\n" * (SIZE // 8),
    "opened quotation marks": "« " * (SIZE // 2),
    "closed quotation marks": "Plan\n\nMesure 1 : A\nMesure 2 : B\nMesure 3 : C\n" + " »" * (SIZE // 2),
    "open brackets": "les axes " + "(" * SIZE,
    "one endless list": "les axes : " + "a, " * (SIZE // 3),
    "parties without end": "Entre\n" + "- la Ville, représentée par " * (SIZE // 28),
    "capitals": "Abc De La " * (SIZE // 10),
    "committees": "comité de pilotage trois fois par an " * (SIZE // 37),
    "blank lines": "\n" * SIZE,
    "empty bullets": "- \n" * (SIZE // 3),
    "titles": "Pacte pour\n\n" * (SIZE // 12),
    "spaces": "Mesure 1 :" + " " * SIZE,
    "acronyms": "Plan\n\nMesure 1 : A\nMesure 2 : B\nMesure 3 : C\n"
    + " ".join(f"ABC{chr(65 + at % 26)}{chr(65 + at // 26 % 26)}D" for at in range(SIZE // 8)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_a_moment(name: str):
    began = time.process_time()
    layout = Layout(HOSTILE[name])
    pact = read_pact(layout, sitting=None)
    wording_findings(layout, sitting=None, pact=pact)
    if pact is not None:
        structure_findings(layout, sitting=None, pact=pact)

    assert time.process_time() - began < 3


@needs_planoise
def test_eight_times_the_text_takes_about_eight_times_as_long():
    text = planoise_text()

    once = min(_seconds(text) for _ in range(3))
    assert _seconds(text * 8) < max(once * 24, 1)
    assert once < 0.3


def _seconds(text: str) -> float:
    began = time.process_time()
    read_pact(Layout(text), sitting=None)
    return time.process_time() - began
