"""Random worlds: the same facts told to the database and to the oracle."""

import datetime
import random
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from declic.engines.reading.files.opening import open_file
from declic.records.council.models import Council, Deliberation, Sitting
from declic.records.deliveries.models import Delivery
from declic.records.evaluation.models import Indicator, IndicatorRule
from declic.records.money.models import FundingLine, MediatorPost
from declic.records.pact.models import Axis, ContextFigure, Coverage, Finding, Measure, Programme, Signatory
from declic.records.partners.models import ContactPerson, Institution, Invitation, Membership
from declic.records.sheets.models import (
    ActionSheet,
    AxisPilot,
    Blocker,
    Comment,
    MeasureLead,
    Mention,
    Milestone,
    Note,
    SheetInstitution,
    SheetPerson,
    SheetTemplate,
)
from declic.records.sources.models import Citation, Document, Draft, DraftItem, Version
from declic.records.sources.page_maps import packed
from tests.access.compared_steering import add_committee
from tests.access.oracle import Job, Known, Paper, World
from tests.engines.written_pdfs import lines_down, written_pdf


GIVEN = ("manager", "pilot", "coordinator", "clerk", "administrator")
ANSWER: dict[str, Any] = {
    "document": {"kind": "minutes"},
    "sitting": None,
    "pact": None,
    "findings": [],
    "coverage": {"digits": 0, "digits_claimed": 0, "unread_digits": []},
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    institutions: int = 3
    people: int = 5
    papers: int = 3
    contacts: int = 5
    invitations: int = 4


SMALL = Size()
LARGE = Size(institutions=8, people=24, papers=10, contacts=16, invitations=12)


def random_world(seed: int, size: Size = SMALL) -> World:
    """Make a world in the database, and give its facts."""
    chance, world = random.Random(seed), World()  # noqa: S311 — a world that can be made again
    for n in range(size.institutions):
        row = Institution.objects.create(name=f"Institution {seed} {n}", normalised_name=f"i {seed} {n}")
        world.institutions.append(row.pk)
    _people(world, chance, seed=seed, size=size)
    _contacts(world, chance, size=size)
    _invitations(world, chance, seed=seed, size=size)
    for n in range(size.papers):
        _paper(world, chance, mark=f"{seed}-{n}")
    _validations(world, chance)
    return world


def _people(world: World, chance: random.Random, *, seed: int, size: Size) -> None:
    begin = timezone.now() - datetime.timedelta(days=900)
    for n in range(size.people):
        is_closed = chance.random() < 0.15
        user = get_user_model().objects.create(
            email=f"p{seed}.{n}@demo.invalid", name=f"Personne {n}", is_active=not is_closed
        )
        world.closed[user.pk] = is_closed
        for place in chance.sample(world.institutions, chance.choice((0, 1, 1, 2, 2, 3))):
            _job(world, chance, person=user.pk, place=place, begin=begin)


def _job(world: World, chance: random.Random, *, person: int, place: int, begin: datetime.datetime) -> None:
    is_over = chance.random() < 0.25
    held = set() if is_over else {role for role in GIVEN if chance.random() < 0.22}
    rank = chance.randrange(400)
    row = Membership.objects.create(
        user_id=person,
        institution_id=place,
        began_at=begin + datetime.timedelta(days=rank),
        ended_at=begin + datetime.timedelta(days=800) if is_over else None,
        **{f"is_{role}": role in held for role in GIVEN},
    )
    world.jobs[row.pk] = Job(person, place, frozenset(held), is_over, rank)


def _contacts(world: World, chance: random.Random, *, size: Size) -> None:
    for n in range(size.contacts):
        place, is_public = chance.choice(world.institutions), chance.random() < 0.4
        near = [number for number, one in world.contacts.items() if one.institution == place]
        deputy = chance.choice(near) if near and chance.random() < 0.6 else None
        row = ContactPerson.objects.create(
            institution_id=place, name=f"Contact {n}", phone="03", is_public=is_public, deputy_id=deputy
        )
        world.contacts[row.pk] = Known(place, is_public, deputy)


def _invitations(world: World, chance: random.Random, *, seed: int, size: Size) -> None:
    now = timezone.now()
    for n in range(size.invitations):
        place, is_over = chance.choice(world.institutions), chance.random() < 0.3
        row = Invitation.objects.create(
            institution_id=place,
            email="" if is_over else f"i{seed}.{n}@demo.invalid",
            nonce=f"{seed}{n}",
            sent_at=now,
            expires_at=now + datetime.timedelta(days=chance.choice((-1, 5))),
            withdrawn_at=now if is_over else None,
        )
        (world.answered if is_over else world.waiting)[row.pk] = place


PAGED = written_pdf([lines_down(["Un acte"])])


def _paper(world: World, chance: random.Random, *, mark: str) -> None:
    is_public = chance.random() < 0.5
    document = Document.objects.create(
        title=f"Document {mark}", slug=f"d-{mark}", public=is_public, created_at=timezone.now()
    )
    version = Version.objects.create(
        document=document,
        number=1,
        file_name="acte.txt",
        data=PAGED,
        byte_count=len(PAGED),
        sha256=mark,
        text=f"Un acte {mark}",
        encoding="pdf",
        places=packed(open_file(PAGED).pages),
        taken_at=timezone.now(),
    )
    citation = Citation.objects.create(version=version, start=0, end=7, quote="Un acte")
    draft = Draft.objects.create(version=version, reader="r", answer=ANSWER, created_at=timezone.now())
    item = DraftItem.objects.create(
        draft=draft, kind="member", key="k", position=1, label="l", value={"name": "n"}
    )
    kept = Paper(is_public, version.pk, draft.pk, item.pk, citation.pk, document.slug)
    _sitting(kept, version=version, citation=citation, mark=mark)
    _programme(kept, chance, world=world, citation=citation, mark=mark)
    world.papers[document.pk] = kept


def _sitting(kept: Paper, *, version: Version, citation: Citation, mark: str) -> None:
    row = Sitting.objects.create(council=Council.objects.create(name=f"Conseil {mark}"), version=version)
    Deliberation.objects.create(sitting=row, position=1, number=mark, citation=citation)
    kept.sitting = row.pk


def _programme(kept: Paper, chance: random.Random, *, world: World, citation: Citation, mark: str) -> None:
    row = Programme.objects.create(slug=f"pacte-{mark}", version_id=kept.version, title="Pacte")
    Coverage.objects.create(
        programme=row, sentences=0, attached=0, ignored=0, orphans=0, digits=0, digits_claimed=0
    )
    axis = Axis.objects.create(programme=row, number=1, title="Axe", citation=citation, body=citation)
    measure = Measure.objects.create(
        programme=row, position=1, number="1", official_text="Nous ferons.", citation=citation, axis=axis
    )
    _sheet(kept, chance, world=world, axis=axis, measure=measure)
    findings = [
        Finding.objects.create(programme=row, position=n, rule="r", severity="info", message=f"Anomalie {n}")
        for n in (1, 2)
    ]
    Finding.objects.filter(pk=findings[0].pk).update(
        state="explained", explanation="Parce que.", explained_by="Claire", explained_at=timezone.now()
    )
    signatory = Signatory.objects.create(
        programme=row,
        position=1,
        institution_id=chance.choice(world.institutions),
        organisation="Ville",
        citation=citation,
    )
    kept.programme, kept.measure, kept.signatory = row.slug, measure.pk, signatory.pk
    kept.explained, kept.unexplained = (finding.pk for finding in findings)
    add_committee(kept, place=world.institutions[0])


def _sheet(kept: Paper, chance: random.Random, *, world: World, axis: Axis, measure: Measure) -> None:
    """A sheet whose axis has some pilots, whose measure has a lead or none, and on which institutions work."""
    people = chance.sample(sorted(world.closed), chance.choice((0, 1, 2)))
    for person, place in zip(people, chance.sample(world.institutions, len(people)), strict=True):
        AxisPilot.objects.create(axis=axis, institution_id=place, person_id=person)
    if chance.random() < 0.5:
        MeasureLead.objects.create(measure=measure, institution_id=chance.choice(world.institutions))
    kept.is_published = chance.random() < 0.5
    shown = {"publication": "published", "public_summary": "Fait."} if kept.is_published else {}
    row = ActionSheet.objects.create(measure=measure, sequence=1, title="Fiche", **shown)
    for place, role in zip(chance.sample(world.institutions, 2), ("lead", "funder"), strict=True):
        if chance.random() < 0.7:
            SheetInstitution.objects.create(sheet=row, institution_id=place, role=role)
    day = datetime.date(2024, 4, 1)
    Milestone.objects.create(sheet=row, title="Ouvrir", due_on=day)
    Blocker.objects.create(sheet=row, cause="Pas de clé", lifting_condition="Une clé", since_on=day)
    Note.objects.create(
        sheet=row, kind="progress", text="Bien", on=day, author_id=chance.choice(sorted(world.closed))
    )
    SheetPerson.objects.create(sheet=row, role="pilot", words="Directeur")
    comment = Comment.objects.create(sheet=row, text="Vu", written_at=timezone.now())
    Mention.objects.create(comment=comment, person_id=chance.choice(sorted(world.closed)))
    SheetTemplate.objects.get_or_create(name="Modèle")
    kept.axis, kept.sheet, kept.pilots = axis.pk, row.pk, frozenset(people)
    _money(kept, place=world.institutions[0], sheet=row, measure=measure)
    kept.leads = frozenset(measure.leads.values_list("institution_id", flat=True))
    on_it = dict(row.institutions.values_list("institution_id", "role"))
    kept.partners = frozenset(on_it)
    kept.carriers = frozenset(place for place, role in on_it.items() if role == "lead")


def _money(kept: Paper, *, place: int, sheet: ActionSheet, measure: Measure) -> None:
    """A funding line on the sheet, a post on the measure, and the promise of one."""
    programme, day = measure.programme, datetime.date(2024, 3, 1)
    ContextFigure.objects.create(
        programme=programme,
        position=1,
        value=1,
        unit="convention adulte-relais",
        measure=measure,
        sentence=measure.citation,
        citation=measure.citation,
    )
    line = FundingLine.objects.create(
        programme=programme,
        measure=measure,
        sheet=sheet,
        key="k",
        funder_id=place,
        purpose="Animer",
        fiscal_year=2024,
        euros=10,
        considered_on=day,
    )
    post = MediatorPost.objects.create(measure=measure, key="p", employer_id=place)
    kept.line, kept.post = line.pk, post.pk
    done = Delivery.objects.create(
        measure=measure, sheet=sheet, source_key="s", kind="session", on=day, count=12
    )
    indicator = Indicator.objects.create(programme=programme, measure=measure, code="I1", name="Séances")
    IndicatorRule.objects.create(indicator=indicator, kinds=["session"], aggregation="count")
    kept.delivery, kept.indicator = done.pk, indicator.pk


def _validations(world: World, chance: random.Random) -> None:
    """Some signatories validated by an act of another document, published or not."""
    for paper in world.papers.values():
        if chance.random() < 0.5:
            proof = chance.choice(sorted(world.papers))
            act = Deliberation.objects.get(sitting_id=world.papers[proof].sitting)
            Signatory.objects.filter(pk=paper.signatory).update(
                validation="validated", deliberation=act, validation_recorded_at=timezone.now()
            )
            paper.validated_by = proof
