"""The acts of the story of a pact that is steered, each as its user does it: pages, links, labels and buttons."""

import csv
import datetime
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from declic.records.sheets.spreadsheet.columns import COLUMNS, Column


@dataclass(frozen=True, slots=True)
class Told:
    """The story as one person lives it: their page, the pact, and the day it is."""

    page: Page
    slug: str
    today: datetime.date

    def at(self, path: str) -> Page:
        """Open a page of the pact's steering."""
        self.page.goto(f"/pilotage/pactes/{self.slug}/{path}")
        return self.page

    def day(self, days: int) -> str:
        """Give the day so many days from today, as a field takes it."""
        return (self.today + datetime.timedelta(days=days)).isoformat()

    def send(self, button: str, *, says: str = "") -> None:
        """Press a button, and expect what the page then says."""
        self.page.get_by_role("main").get_by_role("button", name=button).first.click()
        if says:
            expect(self.page.get_by_role("main")).to_contain_text(says)


def name_pilot(told: Told, *, axis: int, institution: str, person: str) -> None:
    """Say, on the page of an axis, that somebody of their institution pilots it."""
    told.at("pilotes/")
    told.page.get_by_role("link", name=re.compile("^Désigner un pilote")).nth(axis - 1).click()
    told.page.get_by_label("Institution", exact=True).select_option(label=institution)
    told.page.get_by_label("Personne ayant un compte").select_option(label=f"{person} ({institution})")
    told.send("Enregistrer", says=person)


def name_lead(told: Told, *, measure: str, institution: str) -> None:
    """Say which institution answers for a measure."""
    told.at("pilotes/")
    told.page.locator(f"#mesure-{measure}").get_by_role("link", name=re.compile("^Désigner")).click()
    told.page.get_by_label("Institution", exact=True).select_option(label=institution)
    told.send("Enregistrer")
    expect(told.page.locator(f"#mesure-{measure}")).to_contain_text(institution)


def open_sheet(told: Told, *, measure: str, title: str, lead: str, model: str = "") -> None:
    """Create a sheet of a measure, from scratch or from a model."""
    told.at(f"mesures/{measure}/fiches/")
    told.page.get_by_role("link", name="Créer une fiche").click()
    told.page.get_by_label("Intitulé de l'action").fill(title)
    told.page.get_by_label("Structure pilote").select_option(label=lead)
    told.page.get_by_label("Date de début").fill(told.day(-90))
    told.page.get_by_label("Date de fin prévisionnelle").fill(told.day(120))
    if model:
        told.page.get_by_label("Partir d'un modèle").select_option(label=model)
    told.send("Enregistrer", says="La fiche est créée")


def add_milestone(told: Told, *, sheet: str, title: str, days: int, weight: int = 1) -> None:
    """Put a step on a sheet."""
    told.at(f"fiches/{sheet}/calendrier/")
    told.page.get_by_role("link", name="Ajouter un jalon").click()
    told.page.get_by_label("Intitulé du jalon").fill(title)
    told.page.get_by_label("Échéance").fill(told.day(days))
    told.page.get_by_label("Poids").fill(str(weight))
    told.send("Enregistrer", says="Le jalon est enregistré.")


def make_model(told: Told, *, sheet: str) -> None:
    """Make a model of a sheet, which others start from."""
    told.at(f"fiches/{sheet}/")
    told.send("Faire de cette fiche un modèle", says="De nouvelles fiches peuvent partir de")


def spreadsheet(*rows: Mapping[Column, str]) -> bytes:
    """Write a spreadsheet of 28 columns, as another tool would."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows([row.get(column, "") for column in COLUMNS] for row in rows)
    return target.getvalue().encode()


def import_spreadsheet(told: Told, *, content: bytes, expected: tuple[str, ...]) -> None:
    """Put a spreadsheet in: look at what it would change, then say yes."""
    told.at("importer-des-fiches/")
    file = {"name": "fiches.csv", "mimeType": "text/csv", "buffer": content}
    told.page.get_by_label("Un tableur de 28 colonnes").set_input_files(file)  # type: ignore[arg-type]
    told.send("Voir ce qu'il changerait")
    for words in expected:
        expect(told.page.get_by_role("main")).to_contain_text(words)
    told.send("Enregistrer ces changements", says="Le tableur est enregistré.")


def put_partner(told: Told, *, sheet: str, institution: str) -> None:
    """Have an institution work on a sheet, as a partner."""
    told.at(f"fiches/{sheet}/acteurs/")
    told.page.get_by_label("Institution", exact=True).select_option(label=institution)
    told.send("Ajouter l'institution", says=institution)
    added = told.page.get_by_role("listitem").filter(has_text=institution)
    expect(added).to_contain_text("Partenaire")


def add_line(told: Told, *, sheet: str, funder: str, purpose: str, euros: int) -> None:
    """Add a line of funding that is sought for a sheet."""
    told.at("argent/lignes/nouvelle/")
    page = told.page
    _choose(page, "Pour quelle fiche ou quelle mesure", word=sheet)
    page.get_by_label("Financeur").select_option(label=funder)
    page.get_by_label("Pour quoi").fill(purpose)
    page.get_by_label("Montant demandé, en euros").fill(str(euros))
    page.get_by_label("Année budgétaire").fill(str(told.today.year))
    told.send("Ajouter la ligne", says=purpose)


def add_post(told: Told, *, measure: str, employer: str, mission: str) -> None:
    """Add a post of mediator that a measure promised."""
    told.at("postes/nouveau/")
    told.page.get_by_label("Mesure").select_option(value=measure)
    told.page.get_by_label("Employeur").select_option(label=employer)
    told.page.get_by_label("Mission").fill(mission)
    told.send("Ajouter le poste", says=mission)


def fill_post(told: Told, *, mission: str, days: int) -> None:
    """Say since when a post is filled; never by whom."""
    told.at("postes/")
    told.page.get_by_role("link", name=re.compile(f"^Suivre ce poste : {mission}")).click()
    told.page.get_by_label("Depuis").fill(told.day(days))
    told.send("Enregistrer l’état", says="Pourvu")


def record_done(told: Told, *, about: str, kind: str, days: int, count: int) -> None:
    """Say what was done for a sheet."""
    told.at("realisations/nouvelle/")
    _choose(told.page, "Pour quelle fiche ou quelle mesure", word=about)
    told.page.get_by_label("Ce qui a été fait").select_option(label=kind)
    told.page.get_by_label("Le", exact=True).fill(told.day(days))
    told.page.get_by_label("Où").fill("Place du marché")
    told.page.get_by_label("Combien de personnes").fill(str(count))
    told.send("Enregistrer", says="Place du marché")


def count_what_is_done(told: Told, *, measure: str, name: str, unit: str, kind: str, target: int) -> None:
    """Add an indicator that what is done fills by itself, with what it should reach."""
    told.at("indicateurs/nouveau/")
    page = told.page
    page.get_by_label("Mesure", exact=True).select_option(value=measure)
    page.get_by_label("Ce qu’il mesure").fill(name)
    page.get_by_label("Unité").fill(unit)
    page.get_by_label("Alimenté par").select_option(label=kind)
    page.get_by_label("Calcul", exact=True).select_option(label="Nombre de réalisations")
    page.get_by_label("Valeur de départ").fill("0")
    page.get_by_label("Date de départ").fill(told.day(-900))
    page.get_by_label(re.compile(r"^\s*Cible(?! à)")).fill(str(target))
    page.get_by_label("Cible à atteindre le").fill(told.day(200))
    told.send("Ajouter l’indicateur", says=name)


def ask_where_it_stands(told: Told, *, sheet: str, email: str) -> None:
    """Ask, by letter, who carries a sheet where it stands."""
    told.at("courriers/")
    told.page.get_by_text("Demander où en est une fiche").click()
    _choose(told.page, "À propos de la fiche", word=sheet)
    told.page.get_by_label("Adresse e-mail de qui répond").fill(email)
    told.send("Envoyer la question", says="1 courriel en attente")


def answer(page: Page, *, link: str, words: str) -> None:
    """Answer a letter by its link: looking at the page writes nothing, only the button does."""
    page.goto(link)
    page.get_by_label("Où en est-elle ?").select_option(label="C’est en cours")
    page.get_by_label("En quelques mots").fill(words)
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.get_by_role("main")).to_contain_text("Merci")


def seat(told: Told, *, committee: str, institution: str, person: str) -> None:
    """Seat an institution in a committee, with the account that is convened."""
    told.at("comites/")
    told.page.get_by_role("link", name=committee, exact=True).click()
    told.page.get_by_text("Faire siéger une institution").click()
    told.page.get_by_label("Institution", exact=True).select_option(label=institution)
    told.page.get_by_label("Compte qui reçoit").select_option(label=f"{person} ({institution})")
    told.send("Enregistrer le siège", says="Le siège est enregistré.")


def plan(told: Told, *, committee: str, days: int, time: str) -> None:
    """Plan a meeting of a committee, and open its page."""
    told.at("comites/")
    told.page.get_by_role("link", name=committee, exact=True).click()
    told.page.get_by_text("Prévoir une réunion").click()
    told.page.get_by_label("Jour").fill(told.day(days))
    told.page.get_by_label("Début").fill(time)
    told.page.get_by_label("Lieu").fill("Salle des actes")
    told.send("Prévoir la réunion", says="Salle des actes")


def decide_new_day(told: Told, *, words: str, milestone: str, owner: str, days: int) -> None:
    """Type a decision that moves the day of a milestone by itself."""
    told.page.get_by_text("Saisir une décision").click()
    form = told.page.locator("form", has=told.page.get_by_label("Ce qui est décidé"))
    form.get_by_label("Ce qui est décidé").fill(words)
    form.get_by_label("Responsable").select_option(label=owner)
    form.get_by_label("Échéance").fill(told.day(30))
    form.get_by_label("Elle change d’elle-même").select_option(label="Date d’un jalon")
    _choose(told.page, "Du jalon", word=milestone)
    form.get_by_label("Nouvelle date").fill(told.day(days))
    told.send("Enregistrer la décision", says=words)


def _choose(page: Page, label: str, *, word: str) -> None:
    """Choose, in a list, the first that bears a word."""
    found = page.get_by_label(label)
    found.select_option(value=found.locator("option", has_text=word).first.get_attribute("value"))
