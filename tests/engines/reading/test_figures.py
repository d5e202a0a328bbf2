"""Quantities of a pact: value, unit and shade exact; numbers that only name something left alone."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.amounts import read_amounts
from declic.engines.reading.dates import read_dates
from declic.engines.reading.drafts import AxisDraft, FigureDraft, PactDraft
from declic.engines.reading.figures import read_figures
from declic.engines.reading.text import Layout
from declic.units.spans import Span


def figures_of(text: str, *, pact: PactDraft | None = None) -> tuple[FigureDraft, ...]:
    layout = Layout(text)
    outline = pact or PactDraft()
    return read_figures(
        layout,
        pact=outline,
        amounts=read_amounts(layout, axes=outline.axes),
        dates=read_dates(layout, sitting=None, pact=outline),
    )


def said(text: str) -> list[tuple[str, float | tuple[float | None, float | None] | None, str, str | None]]:
    """The passage, the value or the two ends, the unit and the shade of each figure."""
    return [
        (
            figure.spans[0].of(text),
            figure.value if figure.low is None else (figure.low, figure.high),
            figure.unit,
            figure.qualifier,
        )
        for figure in figures_of(text)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("La commune accueille 12 450 habitants.", ("12 450", 12450, "habitants", None)),
        ("Le parc compte plus de 1 500 logements sociaux.", ("1 500", 1500, "logements sociaux", "plus de")),
        ("Nous financerons deux nouveaux postes.", ("deux", 2, "postes", None)),
        ("Une vingtaine de bénévoles participent.", ("Une vingtaine", 20, "bénévoles", "environ")),
        ("On y compte près de 4 000 demandeurs d'emploi.", ("4 000", 4000, "demandeurs d'emploi", "près de")),
        ("Le taux de pauvreté atteint 47,2 %.", ("47,2 %", 47.2, "%", None)),
        ("Il concerne un tiers des familles.", ("un tiers", 1 / 3, "part", None)),
        ("Il concerne les 2/3 des familles.", ("2/3", 2 / 3, "part", None)),
        ("Près d'un élève sur cinq est boursier.", ("un élève sur cinq", 0.2, "part", "près de")),
        ("C'est le triple de la moyenne.", ("triple", 3, "×", None)),
        ("Le public est âgé de 11 à 17 ans.", ("11 à 17 ans", (11, 17), "ans", None)),
        ("Un stage pour les 6/10 ans.", ("6/10 ans", (6, 10), "ans", None)),
        ("Un camp pour 30 à 40 enfants.", ("30 à 40", (30, 40), "enfants", None)),
        ("Le bilan est fait après 3 mois minimum.", ("3 mois", 3, "mois", "minimum")),
        ("Le bourg est à 12 km de la gare.", ("12 km", 12, "km", None)),
        ("Un contrat signé pour un an.", ("un an", 1, "ans", None)),
        ("Une densité de 7,5 pour 1 000 hab.", ("7,5", 7.5, "pour 1 000 habitants", None)),
        ("Nous ouvrirons une 4ème classe.", ("4ème", 4, "rang", None)),
        ("Il faudra nos 12 agents.", ("12", 12, "agents", None)),
        ("Ils suivent 5 cours de français.", ("5", 5, "cours", None)),
        ("Cela concerne 1 jeune sur 4.", ("1 jeune sur 4", 0.25, "part", None)),
        ("- 5 Maisons de quartier", ("5", 5, "Maisons", None)),
        ("Le Collège compte 450 élèves.", ("450", 450, "élèves", None)),
        ("La Communauté de 12 communes.", ("12", 12, "communes", None)),
        ("Nombre de logements : 250", ("250", 250, "logements", None)),
        ("| Logements sociaux | 1 230 |", ("1 230", 1230, "Logements sociaux", None)),
        ("Population : 12 450 hab.", ("12 450", 12450, "habitants", None)),
        ("Une population de **8 200** habitants", ("8 200", 8200, "habitants", None)),
        ("On y compte 12.450 habitants.", ("12.450", 12450, "habitants", None)),
        ("Un cours pour 15/20 participants.", ("15/20", (15, 20), "participants", None)),
        ("La fréquentation a été multipliée par trois.", ("trois", 3, "×", None)),
        ("L'indice de jeunesse est de 1,4.", ("1,4", 1.4, "indice", None)),
        ("Les jeunes sans emploi sont 1 120.", ("1 120", 1120, "jeunes", None)),
        ("Un suivi de deux ans et demi.", ("deux ans et demi", 2.5, "ans", None)),
        ("Un animateur effectue 7h30 de permanence.", ("7h30", 7.5, "heures", None)),
    ],
)
def test_a_quantity_is_read_with_its_unit_and_its_shade(words, expected):
    assert expected in said(words)


@pytest.mark.parametrize(
    "words",
    [
        "La RN 12 et la D75 longent le bourg.",
        "Les élèves de CM2, de 6e et de 3ème sont invités.",
        "Voir l'article 4, les mesures 3, 5 et 7, et l'axe 2.",
        "La loi n° 2014-173 du 21 février 2014 s'applique.",
        "Le Théâtre des 2 rives ouvre ses portes.",
        "Le quartier des Trois Moulins longe la rue des Quatre Vents.",
        "2.4 Actions en direction des parents",
        "Le bureau est ouvert 24 heures sur 24 et 7 jours sur 7.",
        "L'an deux mille vingt-deux, le six mai, 23 membres se sont réunis.",
        "Le 3 mars, la commission se réunit à 18h30.",
        "La commission se réunit trois fois par an, tous les 2 mois.",
        "Dans un premier temps, une seconde chance est donnée.",
        "Téléphone : 03 81 00 00 00, 14 rue des Lilas, 21000 Dijon.",
        "Rapport adopté : 34 voix pour, 2 abstentions.",
        "Étaient présents : 23 membres.",
        "Une rencontre sera organisée avec un partenaire.",
        "Un jeudi sur deux, le local est ouvert.",
        "Le coût est de 15 000 €.",
        "Fait en deux exemplaires.",
        "",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(words):
    assert said(words) == []


@given(st.text(alphabet="abefghjklmoprtwy .,;:\n", max_size=300))
def test_no_figure_is_read_in_letters_that_spell_no_number(text):
    assert figures_of(text) == ()


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_each_passage_re_reads(text):
    for figure in figures_of(text):
        assert all(span.of(text).strip() for span in figure.spans)
        assert (figure.value is None) == (figure.low is not None)


@given(st.integers(min_value=2, max_value=9_999), st.sampled_from(["places", "agents", "QPV", "élèves"]))
def test_a_count_reads_back_with_its_noun(value, noun):
    written = f"{value:,}".replace(",", " ")

    assert said(f"Le site dispose de {written} {noun} au total.") == [(written, value, noun, None)]


def test_an_exact_count_between_brackets_takes_the_place_of_the_approximate_one():
    words = "On recense, en infirmiers libéraux : une bonne trentaine (33 selon l'enquête de 2021)."

    (figure,) = figures_of(words)

    assert (figure.value, figure.unit) == (33, "infirmiers libéraux")
    assert [span.of(words) for span in figure.spans] == ["33", "une bonne trentaine"]


def test_a_value_between_brackets_has_the_unit_of_the_rate_before_it():
    words = "Le taux est de 6,5 pour 1 000 habitants, au-dessus des taux national (4,2) et régional (3,9)."

    assert [(figure.value, figure.unit) for figure in figures_of(words)] == [
        (6.5, "pour 1 000 habitants"),
        (4.2, "pour 1 000 habitants"),
        (3.9, "pour 1 000 habitants"),
    ]


def test_a_number_before_a_verb_counts_what_was_last_counted():
    words = "Le dispositif suit 420 apprentis. 75 habitent le bourg, dont 12 en foyer."

    assert [(figure.value, figure.unit) for figure in figures_of(words)] == [
        (420, "apprentis"),
        (75, "apprentis"),
        (12, "apprentis"),
    ]


def test_ages_without_their_unit_are_ages_after_people():
    assert said("Un atelier pour 40 enfants de 4 à 7 inscrits au centre.") == [
        ("40", 40, "enfants", None),
        ("4 à 7", (4, 7), "ans", None),
    ]


def test_the_ages_that_a_percentage_is_about_belong_to_it():
    words = "On y compte 12 % des 18-24 ans sans diplôme et une part élevée des plus de 60 ans (31 %)."

    assert [[span.of(words) for span in figure.spans] for figure in figures_of(words)] == [
        ["12 %", "18-24 ans"],
        ["31 %", "60 ans"],
    ]


def test_one_counts_in_a_list_of_counted_places_or_staff():
    words = "Le quartier compte 3 écoles, deux gymnases, une piscine et un collège."

    assert [(figure.value, figure.unit) for figure in figures_of(words)] == [
        (3, "écoles"),
        (2, "gymnases"),
        (1, "piscine"),
        (1, "collège"),
    ]


def test_one_counts_when_it_is_one_for_each():
    assert said("Dans chaque école, un animateur est nommé référent.") == [("un", 1, "animateur", None)]


def test_one_more_post_counts():
    assert said("Une nouvelle convention est signée.") == [("Une", 1, "convention", None)]
    assert said("Une nouvelle dynamique est lancée.") == []


def test_occupants_listed_together_are_inhabitants():
    assert said("Y logent 3 200 locataires et propriétaires.") == [("3 200", 3200, "habitants", None)]


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        (
            "La Ville recrute 6 agents supplémentaires sur ce secteur.",
            "agents supplémentaires sur ce secteur",
        ),
        ("Près de 45 % des familles du bourg sont locataires.", "familles du bourg sont locataires"),
        ("Le bourg compte 900 actifs, dont 80 apprentis.", "bourg compte 900 actifs, dont 80 apprentis"),
        ("Le club s'adresse aux jeunes de 12 à 15 ans.", "jeunes"),
        ("La salle est à 12 km de la gare.", "gare"),
    ],
)
def test_the_subject_is_said_in_the_words_of_the_text(words, subject):
    assert figures_of(words)[-1].subject == subject


def test_place_date_and_axis_are_given_where_they_are_said():
    words = "En 2021, 320 élèves du quartier des Acacias ont été reçus."
    axis = AxisDraft(2, "Réussite", (), None, (), None, (), Span(0, len(words)))

    (figure,) = figures_of(words, pact=PactDraft(axes=(axis,)))

    assert (figure.place, figure.date, figure.axis) == ("Acacias", "2021", 2)


def test_how_often_is_given_as_a_date():
    assert figures_of("Le club reçoit 20 jeunes par an.")[0].date == "par an"
