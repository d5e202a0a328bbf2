"""Signs of a scan: what recognition takes for something else, and clean texts that look odd."""

import pytest

from declic.engines.reading.scan_signs import are_confused, find_scan_signs
from declic.units.folding import fold


def signs(text):
    return [span.of(text) for span in find_scan_signs(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Le conscil se réunit.", "conscil"),
        ("M. Éric MAUB0RGNE", "MAUB0RGNE"),
        ("M. 8aptiste DANDRIEU", "8aptiste"),
        ("Mme Zora FONTVlELLE", "FONTVlELLE"),
        ("arrivée à l8 h 45", "l8 h"),
        ("à partir cle la question 2", "cle"),
        ("les mernbres de la commune", "mernbres"),
        ("Mme RenéDANDRIEU", "RenéDANDRIEU"),
        ("M. Théo AUBRACà M. Luc", "AUBRACà"),
        ("M. C1aire ROUVIER", "C1aire"),
        ("après enavoir parlé", "enavoir"),
    ],
)
def test_a_letter_taken_for_one_that_looks_like_it_is_a_sign(text, sign):
    assert signs(text) == [sign]


def test_accents_lost_in_a_text_that_has_them_elsewhere_are_signs():
    text = "La séance est ouverte, les présents signent. La seance est levée, les presents sortent."

    assert signs(text) == ["seance", "presents"]
    assert signs(text.split(".")[1] + text.split(".")[1]) == []


def test_one_frequent_word_without_its_accents_is_a_sign_in_a_text_that_has_them():
    text = "La durée est fixée après étude, à la mairie, déjà prévenue. {said}"

    assert signs(text.format(said="La seance est levée.")) == ["seance"]
    assert signs(text.format(said="Il a éte décidé.")) == ["éte"]
    assert signs(text.format(said="Il délibère, il a délibéré, il représente la ville.")) == []
    assert signs("La seance est levee, il a ete decide.") == []


@pytest.mark.parametrize(
    "text",
    [
        "SEANCE DU 3 MARS : ETAIENT PRESENTS LES CONSEILLERS",
        "Le 1er adjoint, la RD12, le M57, 20h30, 18 h, 5heures et 12ha, COVID19, A4, 2nde",
        "Délibération 2022-03-DCM-04, parcelle ZC118, lot 2B, salle H01",
        "Le conseil adopte ce qui fut adopté ; il présente ce qui est présenté.",
        "M. McDONALD, eCOLLECTIVITES et ChatGPT, le PLUi, la CCVal.",
        "La clé de la salle, le lac, les clés, une coutre.",
    ],
)
def test_a_clean_text_shows_none(text):
    assert signs(text) == []


@pytest.mark.parametrize(
    "said",
    [
        "www.bellefond.example/seance/deliberations",
        "secretaire@bellefond.example",
        "Les habitants ont dépensé peu.",
    ],
)
def test_an_address_has_no_accents_and_another_word_keeps_its_own(said):
    text = f"La présidence est assurée, la réunion a duré, le café a été servi en séance. {said}"

    assert signs(text) == []


def test_two_names_that_a_scan_alone_parts_are_confused():
    assert are_confused(["Lise ROUVIER", "Lise ROUVIFR"])
    assert are_confused(["Anne-Lise KEBBAL", "Annc-Lise KEBBAL"])
    assert not are_confused(["Lise ROUVIER", "Lise ROUVIER", "Luc ROUVIER"])
