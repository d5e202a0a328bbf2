"""
The whole story of a pact that is steered, from its thirty promises to the dossier that writes itself.

Told in a real browser on the restated pact, as of the day it is: nothing of it is steered when it begins.
"""

import io
import re
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from declic.jobs.voice import Voice
from declic.jobs.working import work
from declic.records.sheets.spreadsheet.columns import Column
from tests.people import CLAIRE, HUGO, LINA
from tests.stories import telling
from tests.stories.restated import opened_restated_pact
from tests.stories.telling import Told


STATE, WORKSHOP, LIBRARY = CLAIRE.institution, LINA.institution, HUGO.institution
GROUP = "Groupe de pilotage technique"
TEAM = {
    Column.MEASURE: "44",
    Column.TITLE: "Réunir l'équipe de soins",
    Column.DESCRIPTION: "Trouver un local et des soignants.",
    Column.LEAD: STATE,
    Column.STATUS: "En cours",
}


@pytest.fixture
def slug(live_server) -> str:
    """The restated pact, served, with nothing steered yet."""
    assert live_server.url
    return opened_restated_pact()


@pytest.fixture
def letters(settings, tmp_path, monkeypatch) -> Path:
    """The folder in which letters are kept as files."""
    settings.LETTERS_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "letters")
    monkeypatch.setattr("declic.jobs.working.data_folder", lambda: tmp_path)
    return Path(tmp_path / "letters")


def test_thirty_promises_are_steered_from_the_first_alert_to_a_dossier_that_writes_itself(
    open_page, slug, letters
):
    told = Told(open_page(f"/pilotage/pactes/{slug}/", person=CLAIRE), slug, timezone.localdate())
    alerts_say_what_is_missing(told)
    pilots_and_leads_are_named(told)
    four_sheets_are_created(told)
    steps_partners_money_and_posts_are_set(told)
    a_partner_completes_its_own_sheet_alone(
        open_page("/pilotage/mes-actions/", person=LINA, javascript=False), slug
    )
    what_is_done_fills_the_indicators(told)
    the_extra_post_is_a_finding_until_explained(told)
    who_leads_answers_from_the_mail(told, open_page("/", width=360), letters=letters)
    first = the_group_meets_and_decides(told, letters=letters)
    the_decision_comes_back_until_it_is_executed(told)
    the_dossier_is_frozen(told, meeting=first)
    residents_read_what_was_promised_done_and_left(open_page(f"/pactes/{slug}/mesures/53/"))


def alerts_say_what_is_missing(told: Told) -> None:
    main = told.page.get_by_role("main")
    expect(main).to_contain_text("Sans fiche action 30")
    told.at("alertes/")
    expect(main.get_by_role("link", name="Mesure sans fiche action 30")).to_be_visible()
    expect(main.get_by_role("link", name="Axe sans pilote 5")).to_be_visible()


def pilots_and_leads_are_named(told: Told) -> None:
    for axis in range(1, 6):
        telling.name_pilot(told, axis=axis, institution=STATE, person=CLAIRE.name)
    for measure in ("33", "53"):
        telling.name_lead(told, measure=measure, institution=WORKSHOP)
    told.at("alertes/")
    expect(told.page.get_by_role("main")).not_to_contain_text("Axe sans pilote")
    told.at("")
    expect(told.page.get_by_role("region", name=re.compile("Emploi"))).to_contain_text(STATE)


def four_sheets_are_created(told: Told) -> None:
    telling.open_sheet(told, measure="23", title="Tenir la journée du numérique", lead=STATE)
    telling.add_milestone(told, sheet="23-1", title="Choisir le lieu", days=-10, weight=2)
    telling.make_model(told, sheet="23-1")
    model = "Tenir la journée du numérique"
    telling.open_sheet(told, measure="33", title="Recruter une médiatrice", lead=WORKSHOP, model=model)
    telling.open_sheet(told, measure="53", title="Aller vers les jeunes en soirée", lead=WORKSHOP)
    content = telling.spreadsheet(
        {**TEAM, Column.START: told.day(-60), Column.END: told.day(90)},
        {Column.MEASURE: "99", Column.TITLE: "Rien"},
    )
    telling.import_spreadsheet(
        told,
        content=content,
        expected=("1 nouvelle fiche (44-1)", "« 99 » n'est pas une mesure de ce pacte"),
    )
    told.at("")
    expect(told.page.get_by_role("main")).to_contain_text("Avec fiche action 4")


def steps_partners_money_and_posts_are_set(told: Told) -> None:
    telling.add_milestone(told, sheet="53-1", title="Définir les tournées", days=20)
    telling.put_partner(told, sheet="23-1", institution=WORKSHOP)
    telling.add_line(told, sheet="53-1", funder=STATE, purpose="Deux postes de médiation", euros=44_000)
    telling.add_line(told, sheet="23-1", funder=STATE, purpose="La journée", euros=12_000)
    telling.add_post(told, measure="33", employer=WORKSHOP, mission="médiation culturelle")
    telling.add_post(told, measure="53", employer=WORKSHOP, mission="médiation de rue, soir")
    telling.add_post(told, measure="53", employer=WORKSHOP, mission="médiation de rue, samedi")
    told.at("fiches/53-1/")
    told.page.get_by_role("link", name="Financements").click()
    expect(told.page.get_by_role("main")).to_contain_text("Deux postes de médiation")
    expect(told.page.get_by_role("main")).to_contain_text(re.compile(r"44.000.€"))


def a_partner_completes_its_own_sheet_alone(page: Page, slug: str) -> None:
    expect(page.get_by_role("main")).to_contain_text("53-1")
    page.goto(f"/pilotage/pactes/{slug}/fiches/53-1/modifier/presentation/")
    page.get_by_label("Contexte et besoin constaté").fill("Le soir, personne n'est dans la rue.")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("main")).to_contain_text("La fiche est enregistrée.")
    refused = page.goto(f"/pilotage/pactes/{slug}/fiches/44-1/modifier/presentation/")
    assert refused is not None
    assert refused.status == 404
    page.goto(f"/pilotage/pactes/{slug}/fiches/44-1/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Réunir l'équipe de soins")
    expect(page.get_by_role("link", name=re.compile("^Modifier"))).to_have_count(0)


def what_is_done_fills_the_indicators(told: Told) -> None:
    told.at("indicateurs/")
    told.send("Ouvrir ces indicateurs", says="Postes adultes-relais pourvus")
    telling.fill_post(told, mission="médiation culturelle", days=-20)
    telling.fill_post(told, mission="médiation de rue, soir", days=-3)
    telling.record_done(told, about="23-1", kind="Événement tenu", days=-1, count=140)
    telling.record_done(told, about="53-1", kind="Séance tenue", days=-2, count=12)
    telling.count_what_is_done(
        told, measure="23", name="Événements tenus", unit="journée", kind="Événement tenu", target=1
    )
    for measure, share in (("23", "100 % du chemin"), ("33", "100 % du chemin"), ("53", "50 % du chemin")):
        line = told.page.get_by_role("listitem").filter(has_text=f"Mesure {measure} ·")
        expect(line).to_contain_text(re.compile(share.replace(" ", r"\s")))
        expect(line).to_contain_text("Calculée depuis les réalisations")
    told.at("fiches/33-1/")
    expect(told.page.get_by_role("figure", name="Avancement")).to_contain_text("Résultats")


def the_extra_post_is_a_finding_until_explained(told: Told) -> None:
    told.at("postes/")
    part = told.page.get_by_role("region", name=re.compile("Mesure 53"))
    expect(part).to_contain_text("Une anomalie à expliquer")
    expect(part).to_contain_text("2, peut-être 3 postes promis, 1 pourvu")
    part.get_by_role("link", name=re.compile("^Dire comment le texte se lit")).click()
    told.page.get_by_label("Postes promis").select_option(label="2")
    told.page.get_by_label("Pourquoi").fill("La dernière phrase décrit l'un des deux postes.")
    told.page.get_by_role("main").get_by_role("button").first.click()
    expect(part).to_contain_text("2 postes promis, 1 pourvu")
    expect(part).not_to_contain_text("Une anomalie à expliquer")


def who_leads_answers_from_the_mail(told: Told, phone: Page, *, letters: Path) -> None:
    telling.ask_where_it_stands(told, sheet="53-1", email=LINA.email)
    work(once=True, tell=lambda _words: None, voice=Voice())
    (text,) = (words for words in sent_to(LINA.email, letters=letters) if "/reponses/" in words)
    link = re.search(r"http://\S+/reponses/\S+", text)
    assert link is not None
    telling.answer(phone, link=link[0], words="Les tournées commencent lundi.")
    told.at("courriers/")
    expect(told.page.get_by_role("main")).to_contain_text("Les tournées commencent lundi.")
    told.at("fiches/53-1/suivi/")
    expect(told.page.get_by_role("main")).to_contain_text("Les tournées commencent lundi.")


def the_group_meets_and_decides(told: Told, *, letters: Path) -> str:
    told.at("comites/")
    told.send("Ouvrir 2 instances que le texte promet", says=GROUP)
    telling.seat(told, committee=GROUP, institution=STATE, person=CLAIRE.name)
    telling.seat(told, committee=GROUP, institution=WORKSHOP, person=LINA.name)
    telling.plan(told, committee=GROUP, days=0, time="00:05")
    late = "Choisir le lieu (Tenir la journée du numérique)"
    told.page.get_by_role("button", name=re.compile(re.escape(late))).click()
    expect(told.page.get_by_role("region", name="Ordre du jour", exact=True)).to_contain_text(late)
    told.send("Convoquer les membres par courriel", says="Convoquée")
    work(once=True, tell=lambda _words: None, voice=Voice())
    (convocation,) = (words for words in sent_to(LINA.email, letters=letters) if "BEGIN:VCALENDAR" in words)
    assert "Salle des actes" in convocation
    told.send("Ouvrir la réunion", says="En cours")
    telling.decide_new_day(
        told, words="Choisir le lieu plus tard.", milestone="Choisir le lieu", owner=WORKSHOP, days=15
    )
    told.send("Clore la réunion", says="Choisir le lieu plus tard.")
    return told.page.url


def the_decision_comes_back_until_it_is_executed(told: Told) -> None:
    told.at("fiches/23-1/calendrier/")
    step = told.page.get_by_role("listitem").filter(has_text="Choisir le lieu")
    expect(step).not_to_contain_text("jours de retard")
    told.at("fiches/23-1/decisions/")
    expect(told.page.get_by_role("main")).to_contain_text("Choisir le lieu plus tard.")
    telling.plan(told, committee=GROUP, days=0, time="23:50")
    followed = told.page.get_by_role("region", name="Décisions précédentes non exécutées")
    expect(followed).to_contain_text("Choisir le lieu plus tard.")
    meeting = told.page.url
    followed.get_by_role("link").first.click()
    told.page.get_by_label("Où elle en est", exact=True).select_option(label="Réalisée")
    told.send("Enregistrer", says="Réalisée")
    told.page.goto(meeting)
    expect(followed).to_have_count(0)


def the_dossier_is_frozen(told: Told, *, meeting: str) -> None:
    told.send("Générer le dossier de séance", says="Dossier n° 1")
    files = {name: download(told, name=name) for name in ("PDF", "XLSX")}
    words = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(files["PDF"]))
    for part in ("Choisir le lieu plus tard.", "Aller vers les jeunes en soirée", "Points à arbitrer"):
        assert part in " ".join(words.split())
    assert "Décisions" in load_workbook(io.BytesIO(files["XLSX"])).sheetnames
    told.send("Générer le dossier de séance", says="Dossier n° 1")
    expect(told.page.get_by_role("main")).not_to_contain_text("Dossier n° 2")
    assert {name: download(told, name=name) for name in files} == files
    told.page.goto(meeting)


def residents_read_what_was_promised_done_and_left(public: Page) -> None:
    main = public.get_by_role("main")
    expect(main.locator("blockquote").first).to_contain_text("médiateurs de rue")
    expect(main).to_contain_text("article 10, partie C, mesure 53")
    expect(main.get_by_role("region", name="Ce qui a été fait")).to_contain_text("1 poste pourvu")
    expect(main.get_by_role("region", name="Ce qui reste à faire")).to_contain_text("1 poste à pourvoir")


def download(told: Told, *, name: str) -> bytes:
    """Take a file of the newest dossier, as its link gives it."""
    address = told.page.get_by_role("link", name=name, exact=True).first.get_attribute("href")
    assert address is not None
    answer = told.page.request.get(address)
    assert answer.ok
    return answer.body()


def sent_to(email: str, *, letters: Path) -> list[str]:
    """Read the letters that left for an address, each with what is attached to it."""
    messages = [message_from_bytes(path.read_bytes()) for path in sorted(letters.glob("*.eml"))]
    return ["\n".join(map(words_of, one.walk())) for one in messages if one["To"] == email]


def words_of(part: Message) -> str:
    """Read a part of a letter."""
    content = part.get_payload(decode=True)
    return content.decode() if isinstance(content, bytes) else ""
