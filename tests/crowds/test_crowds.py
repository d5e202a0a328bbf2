"""Twenty people at one instant, in two processes, on one database: each act is done once, and nobody is turned away."""

from collections import Counter
from typing import Any

import pytest

from tests.web.pilots.invented import TEXT


PEOPLE = 20
ROWS = ("documents", "versions", "sittings", "programmes", "institutions", "accounts", "memberships")


def given(answers: list[dict[str, Any]]) -> list[Any]:
    """What everybody got; nobody got an error."""
    assert [answer for answer in answers if "error" in answer] == []
    assert len(answers) == PEOPLE
    return [answer["answer"] for answer in answers]


def pact_of(town: str) -> str:
    """The invented deliberation and its pact, as another town would have written them."""
    return TEXT.replace("Valmorte", town).replace("Mains vertes", f"Mains de {town}")


def added(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    """What there is more of, lines of the journal aside; the chain is whole and has one beginning."""
    assert (after["chains"], after["firsts"]) == (1, 1)
    return {name: after[name] - before[name] for name in ROWS if after[name] != before[name]}


def test_twenty_applications_of_one_draft_open_one_sitting_and_one_programme(crowd):
    _, draft, _ = crowd.one("draft", name="a.txt", text=pact_of("Valgrise"))
    before = crowd.one("count")

    opened = given(crowd.all("apply", draft=draft))

    assert len({tuple(one) for one in opened}) == 1
    assert opened[0][1] == "pacte-des-jardins-de-valgrise"
    assert added(before, crowd.one("count")) == {"sittings": 1, "programmes": 1, "institutions": 2}


def test_twenty_requests_on_the_page_open_one_pact_and_everybody_is_led_to_it(crowd):
    crowd.one("sign_up")
    _, draft, _ = crowd.one("draft", name="b.txt", text=pact_of("Valbrune"))
    before = crowd.one("count")

    answers = given(crowd.all("apply_on_the_page", draft=draft))

    assert answers == [[302, f"/pilotage/documents/{draft}/appliquer/"]] * PEOPLE
    assert added(before, crowd.one("count")) == {"sittings": 1, "programmes": 1, "institutions": 2}


def test_twenty_keepings_of_one_file_keep_one_document(crowd):
    before = crowd.one("count")

    kept = given(crowd.all("keep", name="le même.txt", text="Le même texte."))

    assert len({tuple(one) for one in kept}) == 1
    assert added(before, crowd.one("count")) == {"documents": 1, "versions": 1}


def test_twenty_files_of_one_name_are_twenty_documents(crowd):
    before = crowd.one("count")

    kept = given(crowd.all("keep", name="compte rendu.txt", text="Le texte de la personne {who}."))

    assert len({document for document, _ in kept}) == PEOPLE
    assert added(before, crowd.one("count")) == {"documents": PEOPLE, "versions": PEOPLE}


def test_twenty_pacts_of_one_title_and_the_same_parties_are_twenty_programmes(crowd):
    text = pact_of("Valblanche") + "\nExemplaire {who}.\n"
    before = crowd.one("count")

    opened = given(crowd.all("open_whole", name="pacte.txt", text=text))

    assert len({slug for _, slug in opened}) == PEOPLE
    assert added(before, crowd.one("count")) == {
        "documents": PEOPLE,
        "versions": PEOPLE,
        "sittings": PEOPLE,
        "programmes": PEOPLE,
        "institutions": 2,
    }


def test_twenty_readings_of_one_file_make_one_draft(crowd):
    read = given(crowd.all("draft", name="lu.txt", text=pact_of("Valverte")))

    assert len({tuple(one) for one in read}) == 1


def test_twenty_accounts_of_one_address_are_one_and_the_others_are_told(crowd):
    before = crowd.one("count")

    answers = crowd.all("open_account", email="Personne@demo.invalid")

    assert Counter(answer.get("error", "opened") for answer in answers) == {
        "opened": 1,
        "AccountExistsError": PEOPLE - 1,
    }
    assert added(before, crowd.one("count")) == {"accounts": 1}


def test_twenty_answers_to_one_invitation_make_one_account_and_one_membership(crowd):
    link = crowd.one("invite_somebody", email="invitee@demo.invalid")
    before = crowd.one("count")

    answers = crowd.all("accept", link=link)

    assert Counter(answer.get("error", "accepted") for answer in answers) == {
        "accepted": 1,
        "InvitationClosedError": PEOPLE - 1,
    }
    assert added(before, crowd.one("count")) == {"accounts": 1, "memberships": 1}


def test_twenty_invitations_of_one_person_leave_one_link_that_works(crowd):
    links = given(crowd.all("invite_somebody", email="attendue@demo.invalid"))

    answers = [answer for link in sorted(set(links)) for answer in crowd.all("accept", link=link)]

    assert Counter(answer.get("error", "accepted") for answer in answers)["accepted"] == 1


def test_twenty_spellings_of_one_institution_are_one(crowd):
    before = crowd.one("count")

    spellings = ["Régie des quais", "REGIE DES QUAIS", "régie  des quais.", "Regie-des-quais"]
    numbers = given(crowd.all("add_institution", spellings=spellings))

    assert len(set(numbers)) == 1
    assert added(before, crowd.one("count")) == {"institutions": 1}


def test_four_hundred_notes_by_twenty_people_make_one_chain(crowd):
    before = crowd.one("count")

    given(crowd.all("write_notes", notes=20))

    after = crowd.one("count")
    assert added(before, after) == {}
    assert after["lines"] - before["lines"] == 20 * PEOPLE


@pytest.mark.parametrize("town", ["Valnoire", "Valclaire", "Valrose"])
def test_whatever_twenty_reviewers_do_to_one_draft_none_is_turned_away_by_another(crowd, town):
    """Who comes after the draft was closed is told so; nobody waits for who waits for them."""
    version, draft, item = crowd.one("draft", name="c.txt", text=pact_of(town))
    document, _ = crowd.one("keep", name="c.txt", text=pact_of(town))
    before = crowd.one("count")

    answers = crowd.all(
        "review",
        version=version,
        draft=draft,
        item=item,
        document=document,
        institution=f"Ville de {town}",
        discard=town == "Valrose",
    )

    assert {answer["error"] for answer in answers if "error" in answer} <= {"DraftClosedError"}, answers
    assert added(before, crowd.one("count"))["institutions"] in {1, 2}


def test_twenty_pilots_who_title_the_same_measures_wait_for_each_other(crowd):
    _, draft, _ = crowd.one("draft", name="d.txt", text=pact_of("Valrousse"))
    _, slug = crowd.one("apply", draft=draft)

    changed = given(crowd.all("title", slug=slug, numbers=["1", "2", "3"]))

    assert changed == [3] * PEOPLE
    assert crowd.one("count")["chains"] == 1
