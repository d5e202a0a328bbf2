"""A plan that counts its actions anew under each axis: put in, accepted, opened, and each action has its address."""

import html
import re

import pytest

from declic.records.pact.models import Measure
from declic.records.sources.models import Draft
from tests.people import CLAIRE, JEANNE


pytestmark = pytest.mark.django_db
PLAN = """\
Pacte des trois vallons

Axe 1 : L'éducation

Action 1 : Ouvrir une ludothèque de 200 jeux.

Action 2 : Former 12 animateurs du périscolaire.

Action 3 : Créer un club de lecture.

Axe 2 : La nature en ville

Action 1 : Planter 30 arbres dans les cours.

Action 2 : Ouvrir des jardins au pied des immeubles.

Axe 3 : L'emploi

Action 1 : Tenir un forum chaque automne.

Action 2 : Accompagner 50 jeunes vers un apprentissage.
"""
SLUG = "pacte-des-trois-vallons"


@pytest.fixture
def jeanne_in(client, jeanne):
    client.login(username=JEANNE.email, password=JEANNE.password)
    assert jeanne.is_signed_in
    return client


@pytest.fixture
def opened(jeanne_in):
    """Jeanne pastes the plan, accepts what was read and applies it, by the pages alone."""
    jeanne_in.post("/pilotage/lire/", {"text": PLAN})
    draft = Draft.objects.get().pk
    review = f"/pilotage/documents/{draft}"
    jeanne_in.post(f"{review}/relire/tout-accepter/")
    answer = jeanne_in.post(f"{review}/appliquer/", follow=True)
    assert "C'est appliqué et ouvert." in words(answer)
    return jeanne_in


def words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


def test_each_action_is_opened_under_a_number_of_its_own(opened):
    told = list(Measure.objects.order_by("position").values_list("number", "published_number"))

    assert told == [
        ("1.1", "1"), ("1.2", "2"), ("1.3", "3"), ("2.1", "1"), ("2.2", "2"), ("3.1", "1"), ("3.2", "2")
    ]  # fmt: skip
    page = words(opened.get(f"/pactes/{SLUG}/"))
    assert all(number in page for number, _published in told)


def test_residents_read_the_number_of_the_text_too(opened):
    opened.logout()

    first = words(opened.get(f"/pactes/{SLUG}/mesures/1.1/"))
    second = words(opened.get(f"/pactes/{SLUG}/mesures/2.1/"))

    assert "mesure 1.1, numérotée 1 dans le texte" in first
    assert "Ouvrir une ludothèque" in first
    assert "mesure 2.1, numérotée 1 dans le texte" in second
    assert "Planter 30 arbres" in second
    assert opened.get(f"/pactes/{SLUG}/mesures/1/").status_code == 404


def test_who_steers_reads_it_too_and_finds_its_sheets_there(opened, claire):
    assert claire.is_signed_in
    opened.login(username=CLAIRE.email, password=CLAIRE.password)

    page = words(opened.get(f"/pilotage/pactes/{SLUG}/mesures/3.2/"))

    assert "Le texte lui donne le numéro 2, qu'il emploie aussi ailleurs" in page
    assert opened.get(f"/pilotage/pactes/{SLUG}/mesures/3.2/fiches/").status_code == 200
