"""The pages of money, as those who work on the pact use them."""

import csv
import datetime
import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from declic.engines.funding.stages import Stage
from declic.open_data.subsidies import COLUMNS
from declic.records.accounts.viewers import OPERATOR
from declic.records.money.choices import PostState
from declic.records.money.models import FundedPostRow, FundingLine, MediatorPost, PlannedCost, PromiseReading
from declic.records.money.writes import Move, import_posts, move_line
from declic.records.partners.models import Institution
from tests.people import CLAIRE, HUGO, LINA, Person
from tests.records.money.invented import POSTS, a_line, a_post, funded, posts_file
from tests.records.sheets.invented import Steered, measure


pytestmark = pytest.mark.django_db


@pytest.fixture
def pact() -> Steered:
    return funded()


def browser(person: Person) -> Client:
    client = Client()
    assert client.login(username=person.email, password=person.password)
    return client


def page(slug: str, rest: str) -> str:
    return f"/pilotage/pactes/{slug}/{rest}"


def words(answer) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ").split())


def line_form(pact: Steered, **more: object) -> dict[str, object]:
    said = {
        "place": f"s{pact.sheet_id}",
        "funder_id": pact.odile.institution_id,
        "purpose": "Animer la ludothèque",
        "euros": "1 200,50 €",
        "tax": "included",
        "fiscal_year": "2024",
        "credit": "specific",
        "instrument": "p147",
        "nature": "operating",
        "key": "0123456789abcdef",
    }
    return {**said, **more}


def test_nothing_yet_says_what_can_be_done(pact):
    shown = words(browser(LINA).get(page(pact.slug, "argent/")))

    assert "Aucune ligne de financement pour le moment" in shown
    assert "Ajouter une ligne de financement" in shown
    assert "Ajouter une ligne" not in words(browser(HUGO).get(page(pact.slug, "argent/")))


def test_lina_adds_the_money_of_her_sheet_and_a_second_click_adds_nothing(pact):
    lina, address = browser(LINA), page(pact.slug, "argent/lignes/nouvelle/")
    assert 'name="key"' in words(lina.get(f"{address}?fiche={pact.sheet_id}"))

    for _ in range(2):
        assert lina.post(address, line_form(pact)).status_code == 302

    assert FundingLine.objects.get().euros == Decimal("1200.50")
    shown = words(lina.get(page(pact.slug, "argent/")))
    assert "1 200,50 € TTC" in shown
    assert "10-1" in shown


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"euros": "beaucoup"}, "Écrivez un nombre"),
        ({"euros": "0"}, "Ce montant n’est pas possible."),
        ({"euros": "1,005"}, "Ce montant n’est pas possible."),
        ({"purpose": " "}, "Ce champ est obligatoire."),
        ({"fiscal_year": "1066"}, "2000"),
        ({"place": "s999999"}, "Sélectionnez un choix valide"),
    ],
)
def test_a_wrong_line_is_refused_beside_its_field(pact, wrong, said):
    answer = browser(LINA).post(page(pact.slug, "argent/lignes/nouvelle/"), line_form(pact, **wrong))

    assert answer.status_code == 422
    assert said in words(answer)
    assert FundingLine.objects.count() == 0


def test_a_line_moves_and_what_is_refused_is_said(pact):
    line, lina = a_line(pact), browser(LINA)
    go = page(pact.slug, f"argent/lignes/{line.pk}/avancer/")
    today = timezone.localdate().isoformat()

    assert lina.post(go, {"to": "requested", "on": today, "edition": "1"}).status_code == 302
    too_early = lina.post(go, {"to": "granted", "on": "2020-01-01", "edition": "2"})
    assert too_early.status_code == 422
    assert "Cette date précède celle de l’état actuel." in words(too_early)
    assert lina.post(go, {"to": "paid", "on": today, "edition": "2"}).status_code == 422
    assert (
        lina.post(go, {"to": "granted", "on": today, "granted_euros": "800", "edition": "2"}).status_code
        == 302
    )

    shown = words(lina.get(page(pact.slug, f"argent/lignes/{line.pk}/")))
    assert "800 € TTC" in shown
    assert "Demandé" in shown
    assert "Lina" in shown
    assert shown.count("Préfecture de Valmont") >= 2


def test_two_people_who_edit_one_line_see_both_texts(pact):
    line, lina = a_line(pact), browser(LINA)
    edit = page(pact.slug, f"argent/lignes/{line.pk}/modifier/")
    form = line_form(pact, edition="1", purpose="Prêter des jeux")
    assert lina.post(edit, form).status_code == 302

    again = browser(CLAIRE).post(edit, {**form, "purpose": "Acheter des jeux"})

    assert again.status_code == 409
    assert "Prêter des jeux" in words(again)


def test_who_is_not_on_the_sheet_reads_and_writes_nothing(pact):
    line, hugo = a_line(pact), browser(HUGO)

    assert hugo.get(page(pact.slug, f"argent/lignes/{line.pk}/")).status_code == 200
    for rest in (
        "argent/lignes/nouvelle/",
        f"argent/lignes/{line.pk}/modifier/",
        f"argent/lignes/{line.pk}/avancer/",
        f"argent/fiches/{pact.sheet_id}/",
        "postes/nouveau/",
        "postes/donnees-ouvertes/",
        "postes/mesures/10/lecture/",
    ):
        assert hugo.post(page(pact.slug, rest), {}).status_code == 404


def test_the_cost_of_a_sheet_says_what_is_missing(pact):
    a_line(pact)
    lina, address = browser(LINA), page(pact.slug, f"argent/fiches/{pact.sheet_id}/")
    assert "non calculable" in words(lina.get(address))

    form = {"fiscal_year": "2024", "nature": "operating", "tax": "included", "euros": "3 000"}
    assert lina.post(address, form).status_code == 302
    assert lina.post(address, {**form, "euros": "-3"}).status_code == 422

    assert PlannedCost.objects.get().euros == Decimal(3000)
    assert "3 000 € TTC" in words(lina.get(address))


def test_amounts_with_and_without_tax_are_never_added(pact):
    a_line(pact)
    a_line(pact, key="k2", euros=Decimal(50), tax="excluded")

    shown = words(browser(CLAIRE).get(page(pact.slug, "argent/")))

    assert "jamais additionnés" in shown
    assert "1 000 € TTC + 50 € HT" in shown
    assert "1 050" not in shown


def test_posts_are_promised_filled_and_followed(pact):
    claire, address = browser(CLAIRE), page(pact.slug, "postes/")
    shown = words(claire.get(address))
    assert "Une anomalie à expliquer" in shown
    assert "2, peut-être 3 postes promis" in shown

    form = {"measure": "10", "employer_id": pact.workshop, "mission": "Médiation", "key": "p0123456789"}
    for _ in range(2):
        assert claire.post(page(pact.slug, "postes/nouveau/"), form).status_code == 302
    post = MediatorPost.objects.get()
    hold = page(pact.slug, f"postes/{post.pk}/etat/")
    assert claire.post(hold, {"state": "filled", "on": "2100-01-01", "edition": "1"}).status_code == 422
    assert claire.post(hold, {"state": "filled", "on": "2024-03-01", "edition": "1"}).status_code == 302
    assert claire.post(hold, {"state": "vacant", "on": "2024-04-01", "edition": "1"}).status_code == 409

    shown = words(claire.get(address))
    assert "1 pourvu" in shown
    assert "Pourvu depuis le 1er mars 2024" in shown
    edit = page(pact.slug, f"postes/{post.pk}/modifier/")
    changed = {"employer_id": pact.workshop, "mission": "Accueil", "edition": "2"}
    assert claire.post(edit, changed).status_code == 302
    assert "Accueil" in words(claire.get(page(pact.slug, f"postes/{post.pk}/")))


def test_claire_says_how_the_text_is_read(pact):
    claire, address = browser(CLAIRE), page(pact.slug, "postes/mesures/10/lecture/")
    assert claire.post(address, {"post_count": "2", "why": " ", "edition": "0"}).status_code == 422
    assert claire.post(address, {"post_count": "9", "why": "Non.", "edition": "0"}).status_code == 422

    said = {"post_count": "2", "why": "La troisième est l’une des deux.", "edition": "0"}
    assert claire.post(address, said).status_code == 302

    assert PromiseReading.objects.get().post_count == 2
    shown = words(claire.get(page(pact.slug, "postes/")))
    assert "La troisième est l’une des deux." in shown
    assert "Une anomalie à expliquer" not in shown
    assert claire.get(page(pact.slug, "postes/mesures/20/lecture/")).status_code == 404


def test_open_data_are_imported_once_and_set_beside_promises(pact):
    a_post(pact)
    claire, address = browser(CLAIRE), page(pact.slug, "postes/donnees-ouvertes/")
    for _ in range(2):
        file = SimpleUploadedFile("postes.csv", POSTS, content_type="text/csv")
        assert claire.post(address, {"file": file, "code": "CV99"}).status_code == 302

    assert FundedPostRow.objects.count() == 3
    shown = words(claire.get(page(pact.slug, "postes/")))
    assert "le poste P1 figure déjà pour 2024" in shown
    assert "ATELIER DES TILLEULS" in shown
    bad = SimpleUploadedFile("postes.csv", b"a;b\n1;2", content_type="text/csv")
    refused = claire.post(address, {"file": bad})
    assert refused.status_code == 422
    assert "Il manque les colonnes" in words(refused)
    assert claire.post(address, {}).status_code == 422


def test_a_year_in_doubt_is_told(pact):
    doubtful = posts_file("P1;A;2024;21000;CV99", "P1;A;2025;7000;CV99", "P2;A;2025;7000;CV99")
    import_posts(pact.slug, doubtful, file_name="f.csv", code="", by=OPERATOR)

    shown = words(browser(LINA).get(page(pact.slug, "postes/")))

    assert "7 000 €" in shown
    assert "les montants ne sont pas crédibles" in shown


def signed(pact: Steered, **more: Any) -> FundingLine:
    line = a_line(pact, beneficiary_id=pact.workshop, **more)
    today = timezone.localdate()
    for to in (Stage.REQUESTED, Stage.GRANTED, Stage.SIGNED):
        move_line(line.pk, move=Move(to, today, {"agreement_reference": "2024-014"}), by=pact.odile)
    return line


def test_signed_grants_leave_as_open_data_once_their_institutions_have_a_siret(pact):
    signed(pact, purpose="=1+1")
    a_line(pact, key="k2")
    lina = browser(LINA)
    assert "1 subvention conventionnée n’est pas dans les données ouvertes" in words(
        lina.get(page(pact.slug, "argent/"))
    )
    assert subsidies(lina, pact) == []

    Institution.objects.filter(pk=pact.workshop).update(siret="12345678200010", rna="W123456789")
    Institution.objects.filter(pk=pact.odile.institution_id).update(siret="12345678200028")

    (row,) = subsidies(lina, pact)
    assert row["dateConvention"] == timezone.localdate().isoformat()
    assert {name: row[name] for name in ("idAttribuant", "idBeneficiaire", "montant", "objet")} == {
        "idAttribuant": "12345678200028",
        "idBeneficiaire": "12345678200010",
        "montant": "1000.00",
        "objet": "'=1+1",
    }


def subsidies(client: Client, pact: Steered) -> list[dict[str, str]]:
    text = client.get(page(pact.slug, "argent/subventions.csv")).content.decode("utf-8-sig")
    read = csv.DictReader(io.StringIO(text))
    assert read.fieldnames == list(COLUMNS)
    return list(read)


def test_a_post_that_is_filled_is_what_was_done_for_its_measure(pact):
    post = a_post(pact)
    on = datetime.date(2024, 3, 1)
    browser(CLAIRE).post(
        page(pact.slug, f"postes/{post.pk}/etat/"),
        {"state": PostState.FILLED, "on": on.isoformat(), "edition": "1"},
    )

    assert list(measure().deliveries.values_list("kind", "on")) == [("post", on)]
