"""Texts made to slow a reader down, or to make it raise; `make benchmarks` says how the time grows."""

import pytest

from declic.engines.reading.findings.structure import structure_findings
from declic.engines.reading.findings.wording import wording_findings
from declic.engines.reading.pact import read_pact
from declic.engines.reading.text import Layout


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
def test_a_hostile_text_is_read_to_its_end_and_nothing_stands_outside_it(name: str):
    text = HOSTILE[name]
    layout = Layout(text)

    pact = read_pact(layout, sitting=None)

    findings = [*wording_findings(layout, sitting=None, pact=pact)]
    findings += structure_findings(layout, sitting=None, pact=pact) if pact is not None else []
    measures = pact.measures if pact is not None else ()
    spans = [span for measure in measures for span in measure.spans]
    spans += [span for finding in findings for span in finding.spans]
    assert [span for span in spans if not 0 <= span.start < span.end <= len(text)] == []
