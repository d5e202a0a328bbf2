"""A figure of a plan is about its own action: no full stop parts the lines of a plan."""

from declic.engines.reading.reader import read_text


PLAN = """PLAN D'ACTIONS JEUNESSE 2025-2027

Axe 1 : Se déplacer
Action 1 : Offrir 200 abonnements de bus
Action 2 : Prêter des vélos
Action 3 : Financer 60 permis de conduire
Axe 2 : Participer
Action 4 : Installer un conseil des jeunes
Action 5 : Former 15 ambassadeurs
Action 6 : Voter un budget
"""


def test_the_subject_of_a_figure_stays_in_its_action():
    pact = read_text(PLAN).pact

    assert pact is not None
    assert [(one.value, one.unit) for one in pact.figures] == [
        (200, "abonnements"),
        (60, "permis"),
        (15, "ambassadeurs"),
    ]
    assert [one.subject for one in pact.figures][:2] == ["abonnements de bus", "permis de conduire"]
    assert not any("Action" in one.subject for one in pact.figures)


def test_the_last_action_ends_where_the_plan_is_signed():
    pact = read_text(f"{PLAN}\nFait à Valfleuri, le 15 mai 2024\nLe Maire, Le Préfet,\n").pact

    assert pact is not None
    assert [one.text for one in pact.measures][-1] == "Voter un budget"
