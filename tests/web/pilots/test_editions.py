"""Two people on one form: the second sees both texts and chooses; the same form sent twice is one act."""

import html
import re

import pytest
from django.test import Client

from declic.records.journal.models import Line
from declic.records.pact import reads
from declic.records.pact.writes import explain_finding, title_measure
from declic.records.sources.choices import ItemState
from declic.records.sources.writes import accept_all, decide_item
from tests.people import CLAIRE, OPERATOR, Person, signed_up
from tests.records.council.invented import PILOT
from tests.records.pact.invented import opened_small_pact
from tests.web.pilots.invented import draft_of, item_of
from tests.web.pilots.test_steering import finding_of, signatory_of, words


pytestmark = pytest.mark.django_db
NORA = Person("Nora", "nora@demo.invalid", "nora-pilote-aussi-le-pacte", CLAIRE.roles, CLAIRE.institution)


@pytest.fixture
def slug() -> str:
    return opened_small_pact()


@pytest.fixture
def claire_in(client, claire):
    client.login(username=CLAIRE.email, password=CLAIRE.password)
    assert claire.is_signed_in
    return client


@pytest.fixture
def nora(db: None):  # noqa: ARG001
    """Nora, another pilot, as writes know her."""
    return signed_up(NORA)


def form_of(client: Client, address: str, *, target: str = "") -> dict[str, str]:
    """Give the hidden fields of the form that is sent to `target`, as a browser would send them."""
    page = client.get(address).content.decode()
    forms = re.findall(r"<form(.*?)</form>", page, re.DOTALL)
    form = next(each for each in forms if (f'action="{target}"' in each if target else 'class="form' in each))
    return dict(re.findall(r'type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"', form))


def choice_of(page: str) -> dict[str, str]:
    """Give what « Save what I wrote instead » sends."""
    form = page[page.index('class="both-choice"') :]
    found = re.findall(r'type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def test_who_sends_an_older_form_sees_both_titles_and_nothing_is_overwritten(slug, claire_in, nora):
    address = f"/pilotage/pactes/{slug}/mesures/10/"
    measure = reads.measure_page(slug, number="10", viewer=PILOT)
    seen = form_of(claire_in, address)
    title_measure(measure.measure_id, plain_title="Le titre de Nora", by=nora)

    answer = claire_in.post(address, {**seen, "plain_title": "Le titre de Claire"})

    page = words(answer.content.decode())
    assert answer.status_code == 409
    assert re.search(r"Nora l'a enregistré le \d+(er)? \w+ \d{4} à \d\d:\d\d\.", page)
    assert "Ce qui est enregistré Le titre de Nora Ce que vous avez écrit Le titre de Claire" in page
    assert reads.measure_page(slug, number="10", viewer=PILOT).plain_title == "Le titre de Nora"


def test_who_saw_both_texts_may_save_their_own_instead(slug, claire_in, nora):
    address = f"/pilotage/pactes/{slug}/mesures/10/"
    measure = reads.measure_page(slug, number="10", viewer=PILOT)
    title_measure(measure.measure_id, plain_title="Le titre de Nora", by=nora)
    refused = claire_in.post(address, {"plain_title": "L'été « ici » & là"}).content.decode()

    answer = claire_in.post(address, choice_of(refused))

    assert answer.status_code == 302
    assert reads.measure_page(slug, number="10", viewer=PILOT).plain_title == "L'été « ici » & là"
    assert f'href="{address}"' in refused


def test_a_third_text_saved_while_one_was_choosing_is_shown_in_turn(slug, claire_in, nora):
    address = f"/pilotage/pactes/{slug}/mesures/10/"
    measure = reads.measure_page(slug, number="10", viewer=PILOT)
    title_measure(measure.measure_id, plain_title="Premier titre de Nora", by=nora)
    refused = claire_in.post(address, {"plain_title": "Le titre de Claire"}).content.decode()
    title_measure(measure.measure_id, plain_title="Second titre de Nora", by=nora)

    answer = claire_in.post(address, choice_of(refused))

    assert answer.status_code == 409
    assert "Second titre de Nora" in words(answer.content.decode())


def test_one_person_with_two_windows_is_told_that_it_was_them(slug, claire_in, claire):
    address = f"/pilotage/pactes/{slug}/mesures/10/"
    measure = reads.measure_page(slug, number="10", viewer=PILOT)
    title_measure(measure.measure_id, plain_title="Dans l'autre fenêtre", by=claire)

    answer = claire_in.post(address, {"plain_title": "Dans celle-ci"})

    assert "Vous l'avez enregistré vous-même, dans une autre fenêtre" in words(answer.content.decode())


def test_the_same_title_sent_twice_is_one_act(slug, claire_in):
    address = f"/pilotage/pactes/{slug}/mesures/10/"
    sent = {**form_of(claire_in, address), "plain_title": "Une ludothèque"}

    answers = [claire_in.post(address, sent) for _press in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Line.objects.filter(verb="titled").count() == 1


def test_two_explanations_of_one_finding_are_both_shown(slug, claire_in, nora):
    number = finding_of(slug, message="L'axe 1 a deux noms.")
    target = f"/pilotage/pactes/{slug}/anomalies/{number}/"
    seen = form_of(claire_in, f"/pilotage/pactes/{slug}/anomalies/", target=target)
    explain_finding(number, explanation="Nora dit\nune chose", by=nora)

    answer = claire_in.post(target, {**seen, "explanation": "Claire en dit une autre"})
    chosen = claire_in.post(target, choice_of(answer.content.decode()))

    page = words(answer.content.decode())
    assert answer.status_code == 409
    assert "Nora dit une chose Ce que vous avez écrit Claire en dit une autre" in page
    assert chosen.status_code == 302
    kept = next(one for one in reads.findings_page(slug, viewer=PILOT).findings if one.finding_id == number)
    assert (kept.explanation, kept.explained_by) == ("Claire en dit une autre", "Claire")


def test_two_records_of_one_signatory_are_both_shown_in_words(slug, claire_in, nora):
    number = signatory_of(slug)
    address = f"/pilotage/pactes/{slug}/signataires/{number}/"
    seen = form_of(claire_in, address)
    nora_in = Client()
    nora_in.login(username=NORA.email, password=NORA.password)
    nora_in.post(address, {**seen, "state": "validated", "reference": "n° 7 du 2 mai 2031"})

    answer = claire_in.post(address, {**seen, "state": "not_required", "reference": ""})

    page = words(answer.content.decode())
    assert answer.status_code == 409
    assert "Nora l'a enregistré" in page
    assert "n° 7 du 2 mai 2031" in page
    assert nora.name == "Nora"
    assert reads.signatories_page(slug, viewer=PILOT).summary.validated == 1


def test_a_correction_made_from_an_older_form_shows_only_the_fields_that_differ(claire_in, nora):
    draft = draft_of(by=OPERATOR)
    member = item_of(draft, kind="member", viewer=OPERATOR)
    address = f"/pilotage/documents/{draft}/relire/valeurs/{member.id}/"
    form = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', claire_in.get(address).content.decode()))
    decide_item(member.id, decision=ItemState.EDITED, edited={"group": "Le Haut"}, by=nora)

    answer = claire_in.post(address, {**form, "status": "present", "group": "Le Bas"})
    page = words(answer.content.decode())
    chosen = claire_in.post(address, choice_of(answer.content.decode()))

    assert answer.status_code == 409
    assert "Commune ou groupe Ce qui est enregistré Le Haut Ce que vous avez écrit Le Bas" in page
    assert "Prénom" not in page
    assert chosen.status_code == 302
    assert item_of(draft, kind="member", viewer=OPERATOR).shown["group"] == "Le Bas"


def test_a_refusal_pressed_on_an_older_list_does_not_drop_a_correction_unseen(claire_in, nora):
    draft = draft_of(by=OPERATOR)
    member = item_of(draft, kind="member", viewer=OPERATOR)
    decide = f"/pilotage/documents/{draft}/relire/decider/"
    decide_item(member.id, decision=ItemState.EDITED, edited={"group": "Le Haut"}, by=nora)

    answer = claire_in.post(decide, {"decision": f"rejeter:{member.id}:0", "page": "1"})
    page = words(answer.content.decode())
    kept = item_of(draft, kind="member", viewer=OPERATOR)
    chosen = claire_in.post(decide, choice_of(answer.content.decode()))

    assert answer.status_code == 409
    assert "Corrigé Commune ou groupe – Le Haut" in page
    assert kept.state == "edited"
    assert chosen.status_code == 302
    assert item_of(draft, kind="member", viewer=OPERATOR).state == "rejected"


def test_an_acceptance_of_all_is_an_edition_too(claire_in, nora):
    draft = draft_of(by=OPERATOR)
    member = item_of(draft, kind="member", viewer=OPERATOR)
    accept_all(draft, by=nora)

    answer = claire_in.post(
        f"/pilotage/documents/{draft}/relire/decider/", {"decision": f"rejeter:{member.id}:{member.edition}"}
    )

    assert answer.status_code == 409
    assert "Nora l'a enregistré" in words(answer.content.decode())


@pytest.mark.parametrize("edition", ["", "-1", "abc", "1" * 40, "7"])
def test_an_edition_that_was_never_given_overwrites_nothing(slug, claire_in, nora, edition):
    address = f"/pilotage/pactes/{slug}/mesures/10/"
    measure = reads.measure_page(slug, number="10", viewer=PILOT)
    title_measure(measure.measure_id, plain_title="Le titre de Nora", by=nora)

    answer = claire_in.post(address, {"plain_title": "Le titre de Claire", "edition": edition})

    assert answer.status_code == 409
    assert reads.measure_page(slug, number="10", viewer=PILOT).plain_title == "Le titre de Nora"
