"""Findings about structure and wording: each is raised where the text contradicts itself, and nowhere else."""

import pytest

from declic.engines.reading.drafts import Finding, MemberDraft, SittingDraft, Stated, Status
from declic.engines.reading.findings.structure import structure_findings
from declic.engines.reading.findings.wording import wording_findings
from declic.engines.reading.pact import read_pact
from declic.engines.reading.text import Layout
from declic.units.spans import Span
from tests.documents import needs_planoise, planoise_gold, planoise_text


def findings_of(text: str, *, sitting: SittingDraft | None = None) -> list[Finding]:
    layout = Layout(text)
    pact = read_pact(layout, sitting=sitting)
    structure = structure_findings(layout, sitting=sitting, pact=pact) if pact else ()
    return [*structure, *wording_findings(layout, sitting=sitting, pact=pact)]


def rules(text: str, *, sitting: SittingDraft | None = None) -> list[str]:
    return [finding.rule for finding in findings_of(text, sitting=sitting)]


def member(given: str, surname: str, *, group: str, at: int) -> MemberDraft:
    name = f"{given} {surname}"
    return MemberDraft(name, given, surname, "M.", group, Status.PRESENT, (), (Span(at, at + len(name)),))


COUNT_OF_AXES = "Le pacte compte trois axes : « Habiter », « Apprendre » et « Se soigner »."
CLEAN = """Pacte pour la vallée

Entre
- l'État, représenté par Mme Claire MARTIN, préfète ;
- la Ville de Valmont, représentée par M. Paul LENOIR, maire.

Il est convenu ce qui suit.

Le pacte compte trois axes : « Habiter », « Apprendre » et « Se soigner ».

Axe 1 : Habiter
Mesure 1 : Nous bâtirons dix maisons avec l'ARS (Agence régionale de santé).
Mesure 2 : Nous prêterons des outils, « comme promis ».
Axe 2 : Apprendre
Mesure 3 : Nous ouvrirons une école :
- le lundi ;
- le mardi.
Axe 3 : Se soigner
Mesure 4 : Nous mettrons à disposition une salle. Elle aura plus de lumière.
"""


def test_a_pact_that_agrees_with_itself_raises_nothing():
    assert findings_of(CLEAN) == []


@pytest.mark.parametrize(
    ("before", "after", "rule", "passage"),
    [
        ("« Apprendre » et", "« Apprentissages » et", "axis-named-two-ways", "« Apprentissages »"),
        ("compte trois axes", "s'articule autour de quatre axes", "axes-count-differs", "quatre axes"),
        ("Mesure 4 :", "Mesure 5 :", "measure-number-missing", "Mesure 5"),
        ("- le mardi.", "- le mardi.\n-", "empty-bullet", "-"),
        ("« comme promis »", "comme promis »", "unmatched-quotation-mark", "»"),
        ("« comme promis »", "« comme promis", "unmatched-quotation-mark", "«"),
        ("Nous bâtirons", "Nous bâtiront", "agreement", "Nous bâtiront"),
        ("à disposition une", "à dispositions une", "agreement", "mettrons à dispositions"),
        ("Elle aura plus de lumière.", "Cela donnera plus visibilité.", "agreement", "plus visibilité"),
    ],
)  # fmt: skip
def test_one_slip_raises_one_finding_where_it_stands(before: str, after: str, rule: str, passage: str):
    text = CLEAN.replace(before, after)
    found = findings_of(text)

    assert [finding.rule for finding in found] == [rule]
    assert any(passage in span.of(text) for span in found[0].spans)


OF_ITSELF = (
    "Le pacte compte trois axes et cinq mesures.",
    "Ce plan se décline en 5 mesures.",
    "Le présent contrat est un plan de 12 mesures.",
    "Le pacte pour la vallée comporte trois axes,\nsix objectifs et vingt-cinq mesures concrètes.",
    "Ce pacte, signé en mai, se compose de trois mesures :",
)


@pytest.mark.parametrize("words", OF_ITSELF)
def test_a_count_of_measures_that_the_plan_does_not_number_is_told(words: str):
    found = findings_of(CLEAN.replace(COUNT_OF_AXES, f"{COUNT_OF_AXES}\n\n{words}"))

    assert [finding.rule for finding in found] == ["measures-count-differs"]
    assert "il en numérote 4" in found[0].message


@pytest.mark.parametrize(
    "words",
    [
        "Le pacte compte trois axes et quatre mesures.",
        "Le plan national compte 34 mesures.",
        "Le précédent plan comprend 12 mesures.",
        "Le plan compte 12 actions de la commune.",
        "Dans ce plan, l'axe 1 comprend 2 mesures.",
        "Le pacte compte 2 mesures par axe.",
        "Le pacte comprend 2 mesures prioritaires.",
        "Le plan, adopté avec 5 mesures de prudence, est public.",
        "Le plan comptait 5 mesures.",
        "Le pacte de 2015 compte 12 mesures.",
        "Le pacte de la vallée voisine compte 12 mesures.",
        "Le contrat de ville signé en 2015 comporte 40 mesures ; le pacte le prolonge.",
        "Un pacte de 12 mesures a été signé en 2015.",
        "Ce pacte succède à celui de 2015, qui compte 40 mesures.",
        "Ce pacte compte entre dix et 12 mesures.",
        "Ce pacte compte une douzaine de mesures.",
        "Ce pacte compte 2 mesures pour les enfants et 2 mesures pour les aînés.",
        "Ce pacte compte 9 mesures, ramenées à quatre.",
        "Ce pacte compte 5 mesures. La mesure 5 viendra en 2031.",
        "Contrat de la vallée\n\nLa commune compte 12 mesures.",
    ],
)
def test_a_count_of_other_measures_is_not_told(words: str):
    assert rules(CLEAN.replace(COUNT_OF_AXES, f"{COUNT_OF_AXES}\n\n{words}")) == []


def test_measures_that_do_not_follow_each_other_are_not_counted():
    text = CLEAN.replace(COUNT_OF_AXES, OF_ITSELF[0]).replace("Mesure 3 :", "Mesure 7 :")

    assert "measures-count-differs" not in rules(text)


def test_a_list_of_the_axes_that_forgets_one_is_told():
    text = CLEAN.replace(
        "Axe 1 : Habiter\n",
        "Nous agirons sur tous les axes de la vallée (habiter mieux, apprendre toujours, se soigner vite).\n"
        "Axe 1 : Habiter mieux\n",
    ).replace("Axe 3 : Se soigner", "Axe 3 : Se soigner\nMesure 4 : Nous lirons.\nAxe 4 : Fêter les saisons")
    text = text.replace("Mesure 4 : Nous mettrons", "Mesure 5 : Nous mettrons").replace(
        "trois axes", "quatre axes"
    )
    text = text.replace("et « Se soigner »", ", « Se soigner » et « Fêter les saisons »")
    found = [finding for finding in findings_of(text) if finding.rule == "axes-list-incomplete"]

    assert len(found) == 1
    assert found[0].spans[0].of(text) == "(habiter mieux, apprendre toujours, se soigner vite)"
    assert "« Fêter les saisons »" in found[0].message


@pytest.mark.parametrize("opening", ["sur plusieurs axes", "sur certains axes", "notamment sur les axes"])
def test_a_list_that_says_it_is_partial_is_no_finding(opening: str):
    text = CLEAN.replace("« Apprendre » et « Se soigner ».", "« Apprendre » et « Se soigner ».").replace(
        "Axe 1 : Habiter\n", f"Nous agirons {opening} (habiter, apprendre, chanter).\n\nAxe 1 : Habiter\n"
    )

    assert "axes-list-incomplete" not in rules(text)


def test_a_function_that_changes_at_the_signature_is_told():
    text = (
        CLEAN.replace(
            "préfète ;", "préfète ;\n- l'Agence Bleue, représentée par M. Éric VAL, directeur régional ;"
        )
        + "\nSignatures\n\nMadame la Préfète,\n\nMonsieur le Maire de Valmont,\n\n"
        "Monsieur le directeur départemental de l'Agence Bleue,\n"
    )
    found = findings_of(text)

    assert [finding.rule for finding in found] == ["function-differs"]
    assert "« directeur régional »" in found[0].message
    assert "« directeur départemental »" in found[0].message


def test_numbers_by_tens_are_a_choice_and_not_a_gap():
    text = """Plan de la rivière

Axe 1 : Nettoyer
Mesure 10 : Nous ramasserons.
Mesure 11 : Nous curerons.
Mesure 12 : Nous trierons.
Axe 2 : Surveiller
Mesure 20 : Nous mesurerons.
Mesure 21 : Nous noterons.
"""
    found = findings_of(text)

    assert [finding.rule for finding in found] == ["measure-numbers-by-tens"]
    assert [span.of(text) for span in found[0].spans] == ["Mesure 10 :", "Mesure 21 :"]
    assert "il y en a 5, pas 12" in found[0].message


def test_two_lists_that_both_start_at_one_are_told():
    text = """Plan de la rivière

Axe 1 : Nettoyer
A - Constat
Sale.
B - Actions en cours
1 - Le tri : chaque jour.
2 - Le curage.
D'autres existent :
1 - La pêche.
2 - La sieste.
C - Plan
Mesure 1 : Nous ramasserons.
Mesure 2 : Nous curerons.
Axe 2 : Voir
Mesure 3 : Nous verrons.
"""

    assert rules(text) == ["two-numbered-series"]


def test_the_same_opening_words_make_two_promises():
    text = CLEAN.replace(
        "Nous bâtirons dix maisons avec", "Association Lilas – Lire. Nous lirons avec"
    ).replace("Nous prêterons des outils,", "Association Lilas – Lire. Nous écrirons,")
    found = findings_of(text)

    assert [finding.rule for finding in found] == ["same-opening-two-promises"]
    assert "mesures 1 et 2" in found[0].message


def test_a_count_followed_by_one_of_the_same_is_unclear():
    text = CLEAN.replace(
        "Nous bâtirons dix maisons", "Création de deux nouvelles maisons en bois. Une maison verte"
    )

    assert rules(text) == ["count-unclear"]


@pytest.mark.parametrize(
    ("topic", "taken_up", "expected"),
    [
        ("l'évaluation", "", ["promised-not-described"]),
        ("l'évaluation", "Un bilan est fait chaque hiver.", []),
        ("le calendrier", "", ["promised-not-described"]),
        ("le calendrier", "Les échéances sont au printemps.", []),
        ("le financement", "La ville verse 100 € par an.", []),
    ],
)
def test_a_topic_promised_and_taken_up_nowhere_is_told(topic: str, taken_up: str, expected: list[str]):
    text = CLEAN.replace(
        "Le pacte compte", f"Le présent pacte fixe les mesures et {topic}.\n{taken_up}\nLe pacte compte"
    )

    assert rules(text) == expected


def test_assemblies_that_have_still_to_vote_are_told_but_not_the_one_whose_minutes_these_are():
    text = CLEAN.replace(
        "- la Ville", "- le Département de la Loue, représenté par Mme Eve NOIR ;\n- la Ville"
    ) + ("\nL'engagement reste soumis à la validation de chaque assemblée délibérante.\n")
    sitting = SittingDraft(body=Stated("Conseil municipal de Valmont", ()))

    alone, with_minutes = findings_of(text), findings_of(text, sitting=sitting)
    assert [finding.rule for finding in alone] == ["deliberation-awaited"]
    assert "Département de la Loue, Ville de Valmont" in alone[0].message
    assert "Ville de Valmont" not in with_minutes[0].message


def test_pilots_are_missing_only_where_another_axis_has_one():
    text = CLEAN.replace("Axe 2 : Apprendre\n", "Axe 2 : Apprendre\nPilote : le collège\n")
    found = findings_of(text)

    assert [finding.rule for finding in found] == ["axis-without-pilot"]
    assert "les axes 1, 3" in found[0].message


def test_a_title_that_changes_before_the_pact_is_told():
    text = (
        "Rapport n°4 - Pacte pour la vallée verte\n\nSéance du soir. Quorum. Ordre du jour.\n\n"
        + CLEAN.replace("Pacte pour la vallée\n", "Pacte pour la vallée bleue\n")
    )

    assert rules(text) == ["title-differs"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("RAFPIC", "RAFPIIC", ["acronym-spelt-two-ways"]),
        ("CAPTEUR", "CAPETUR", ["acronym-spelt-two-ways"]),
        ("DREETS", "DDEETS", []),
        ("CISPD", "CLSPD", []),
        ("ARS", "ARRS", []),
    ],
)
def test_an_acronym_with_a_doubled_or_swapped_letter_is_told(one: str, other: str, expected: list[str]):
    assert rules(CLEAN.replace("des outils", f"des outils avec {one} puis {other}")) == expected


def test_a_bullet_cut_across_a_blank_line_is_told():
    text = CLEAN.replace(
        "- le lundi ;", "- Partenaires : région, villes, Conseils\n\n- départementaux, clubs\n- Écoles ;"
    )

    assert rules(text) == ["bullet-cut-in-two"]


@pytest.mark.parametrize(
    "words",
    [
        "Les voisins nous rejoindront.",
        "Ceux qui nous aideront seront là.",
        "mise à disposition de deux salles",
        "Il donne plus vite que lui.",
    ],
)
def test_correct_french_raises_nothing(words: str):
    assert rules(CLEAN.replace("Elle aura plus de lumière.", words)) == []


def test_a_commune_named_like_a_given_name_of_the_list_is_to_be_checked():
    text = "Aubin : M. Jean MARTIN  Valmont : M. Aubin LEROY"
    sitting = SittingDraft(
        members=(
            member("Jean", "MARTIN", group="Aubin", at=11),
            member("Aubin", "LEROY", group="Valmont", at=37),
        )
    )
    found = findings_of(text, sitting=sitting)

    assert [(finding.rule, finding.spans) for finding in found] == [("doubtful-name", (Span(0, 5),))]


# --- the real document --------------------------------------------------------------------
RULE_OF_KIND = {
    "nom_axe": "axis-named-two-ways",
    "nombre_axes": "axes-list-incomplete",
    "fonction": "function-differs",
    "sigle": "acronym-spelt-two-ways",
    "guillemet": "unmatched-quotation-mark",
    "faute": "agreement",
    "coquille_nom": "doubtful-name",
    "titre": "title-differs",
    "mesures_sans_debut": "measure-numbers-by-tens",
    "puce_vide": "bullet-cut-in-two",
    "etape_numerotation": "two-numbered-series",
    "incise": "count-unclear",
}
UNSAID_IN_THE_GOLD = {
    "axis-without-pilot": 1,
    "deliberation-awaited": 1,
    "empty-bullet": 1,
    "promised-not-described": 1,
    "same-opening-two-promises": 1,
}


def real_sitting() -> SittingDraft:
    members = tuple(
        MemberDraft(
            one["name"],
            one["given"],
            one["surname"],
            one["civility"],
            one["commune"],
            Status(one["status"]),
            (),
            (Span(*one["span"]),),
        )
        for one in planoise_gold()["councillors"]
    )
    return SittingDraft(body=Stated(planoise_gold()["seance"]["body"]["value"], ()), members=members)


@needs_planoise
def test_every_anomaly_of_structure_and_wording_of_the_gold_is_found():
    found = findings_of(planoise_text(), sitting=real_sitting())

    for anomaly in planoise_gold()["anomalies"]:
        rule = RULE_OF_KIND.get(anomaly["kind"])
        if rule is not None:
            passages = [span for finding in found if finding.rule == rule for span in finding.spans]
            assert any(span.meets(Span(*pair)) for span in passages for pair in anomaly["spans"]), anomaly[
                "kind"
            ]


@needs_planoise
def test_nothing_is_raised_on_the_real_document_but_what_is_true():
    found = findings_of(planoise_text(), sitting=real_sitting())
    expected = dict.fromkeys(RULE_OF_KIND.values(), 1) | {"agreement": 3} | UNSAID_IN_THE_GOLD

    assert {rule: sum(finding.rule == rule for finding in found) for rule in expected} == expected
    assert len(found) == sum(expected.values())
