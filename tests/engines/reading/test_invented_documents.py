"""Whole invented documents, in layouts that no rule was written for, read from end to end."""

from pathlib import Path

import pytest

from declic.engines.reading.drafts import DocumentKind
from declic.engines.reading.reader import read_text
from declic.units.question_ranges import WHOLE_SITTING, QuestionRange


FOLDER = Path(__file__).parent / "invented_documents"


def reading_of(name: str):
    return read_text((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def votes_of(sitting) -> list[tuple[str | None, int | None, int | None, int | None, bool | None]]:
    return [
        (act.number, act.vote.votes_for, act.vote.against, act.vote.abstention, act.vote.unanimous)
        for act in sitting.deliberations
        if act.vote
    ]


def test_municipal_minutes_with_collective_civilities_are_read():
    reading = reading_of("municipal-minutes")
    sitting = reading.sitting

    assert reading.kind is DocumentKind.MINUTES
    assert reading.pact is None
    assert sitting is not None
    assert [member.name for member in sitting.members if member.status == "present"] == [
        "Henri DELORME",
        "Lucas PERRAUD",
        "Jean-Marc BRISSET",
        "Alain TOURNIER",
        "Odile CHARVET",
        "Sandrine MERLE",
        "Lise FAVIER",
        "Anne-Claire GIROUD",
        "Paul ROCHET",
        "Denis VUILLET",
        "Chantal BONNARD",
    ]
    assert [(proxy.giver, proxy.holder) for proxy in sitting.proxies] == [
        ("Yves SERRE", "Henri DELORME"),
        ("Julie PONCET", "Sandrine MERLE"),
    ]
    assert votes_of(sitting) == [
        (None, None, None, None, True),
        ("2022-41", 10, 2, 1, None),
        ("2022-42", None, None, None, True),
    ]
    assert [decision.verb for decision in sitting.deliberations[1].decisions] == ["fixer", "charger"]


def test_the_motion_of_others_is_no_vote_of_the_council():
    sitting = reading_of("municipal-minutes").sitting

    assert sitting is not None
    assert not any("parents" in (act.title or "") for act in sitting.deliberations)
    assert len(votes_of(sitting)) == 3


def test_community_minutes_with_arrivals_and_departures_are_read():
    sitting = reading_of("community-minutes").sitting

    assert sitting is not None
    ranges = {member.name: member.ranges for member in sitting.members if member.ranges}
    assert ranges == {
        "Inès CARPENTIER": (QuestionRange(3, None),),
        "Gilbert MAUPAS": (QuestionRange(None, 6),),
    }
    assert [(proxy.giver, proxy.holder, proxy.range) for proxy in sitting.proxies] == [
        ("Luc ADAM", "Rémi LAGRANGE", WHOLE_SITTING),
        ("Fanny ROBIN", "Solange PICARD", WHOLE_SITTING),
        ("Gilbert MAUPAS", "Bruno FABRE", QuestionRange(7, None)),
        ("Ahmed BENSAID", "Étienne JOLY", WHOLE_SITTING),
    ]
    assert len(sitting.members) == 20
    assert votes_of(sitting) == [("2023-018", 16, 0, 1, None), ("2023-019", 15, 2, 0, None)]
    assert [decision.verb for decision in sitting.deliberations[0].decisions] == ["approuver", "autoriser"]


def test_a_plan_under_its_table_of_contents_has_each_action_once():
    pact = reading_of("plan-with-contents").pact

    assert pact is not None
    assert [(measure.number, measure.axis) for measure in pact.measures] == [
        ("1.1", 1),
        ("1.2", 1),
        ("1.3", 1),
        ("2.1", 2),
        ("2.2", 2),
        ("3.1", 3),
        ("3.2", 3),
    ]
    assert [party.organisation for party in pact.parties] == [
        "Ville de Montreviel",
        "Département de la Creuse",
        "association Les Passerelles",
    ]
    assert [(amount.value_eur, amount.funder) for amount in pact.amounts] == [
        (15000, "Département"),
        (20000, "Ville de Montreviel"),
    ]
    assert [(body.name, body.periodicity) for body in pact.bodies][:2] == [
        ("comité de suivi", "2 fois par an"),
        ("groupe technique", "trimestriel"),
    ]


def test_a_plan_of_three_levels_gives_each_measure_its_parent():
    pact = reading_of("plan-of-three-levels").pact

    assert pact is not None
    assert [(measure.number, measure.axis, measure.parent) for measure in pact.measures] == [
        ("1", 1, "1.1"),
        ("2", 1, "1.1"),
        ("3", 1, "1.2"),
        ("4", 2, "2.1"),
        ("5", 2, "2.1"),
    ]
    assert pact.measures[1].text == (
        "Deux médiateurs seront recrutés par l'association Horizon avant la fin de l'année 2025."
    )
    assert pact.measures[2].bullets == (
        "au printemps pour les collégiens ;",
        "à l'automne pour les demandeurs d'emploi.",
    )
    assert pact.measures[4].text == "Le bailleur installera 15 bancs."


def test_a_notice_of_meeting_yields_no_act_and_no_vote():
    reading = reading_of("notice")

    assert reading.kind is DocumentKind.NOTICE
    assert reading.sitting is None or (reading.sitting.deliberations, reading.sitting.members) == ((), ())
    assert reading.pact is None


def test_a_letter_yields_nothing():
    reading = reading_of("letter")

    assert (reading.kind, reading.sitting, reading.pact) == (DocumentKind.UNKNOWN, None, None)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_passage_of_an_invented_document_re_reads(path):
    text = path.read_text(encoding="utf-8")
    reading = read_text(text)

    coverage = reading.coverage
    spans = (*coverage.attached, *coverage.ignored, *coverage.orphans)
    assert spans
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
