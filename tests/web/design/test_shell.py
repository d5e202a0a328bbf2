"""What stands around every page: the menu by who looks, the errors in words."""

import pytest
from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from declic.records.accounts.choices import Because
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import VISITOR
from declic.web.design import errors
from declic.web.design.doors import EVERYONE, PILOTS, Door, doors_open_to, open_to
from declic.web.design.shell import shell
from declic.web.design.unknown import unknown_is_404
from tests.people import CLAIRE, JEANNE, viewer_without_database


HOME, HOW = Door("home", "Pactes", behind=("/pactes/",)), Door("how_it_works", "Comment")
STEERING = Door("about", "Pilotage", PILOTS)


three_doors = pytest.mark.usefixtures("a_menu_of_three")


@pytest.fixture
def a_menu_of_three(monkeypatch):
    """A menu of three entries, one of them for pilots."""
    configs = [type("Residents", (), {"doors": (HOME, HOW)}), type("Pilots", (), {"doors": (STEERING,)})]
    monkeypatch.setattr("declic.web.design.doors.apps.get_app_configs", lambda: configs)


@three_doors
def test_the_menu_shows_to_each_the_doors_that_open_to_them():
    claire = viewer_without_database(CLAIRE, number=1)
    jeanne = viewer_without_database(JEANNE, number=2)

    assert list(doors_open_to(VISITOR)) == [HOME, HOW]
    assert list(doors_open_to(jeanne)) == [HOME, HOW]
    assert list(doors_open_to(claire)) == [HOME, HOW, STEERING]


@three_doors
@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", ["Pactes"]),
        ("/pactes/des-tilleuls/", ["Pactes"]),
        ("/comment-ca-marche/", ["Comment"]),
        ("/x/", []),
    ],
)
def test_the_entry_behind_which_one_stands_is_the_current_one(path, current):
    menu = shell(RequestFactory().get(path))["shell"].menu

    assert [link.label for link in menu if link.is_current] == current


def test_the_language_switch_comes_back_to_a_page_that_can_be_read_again():
    asked = shell(RequestFactory().get("/x/?axe=2"))["shell"]
    posted = shell(RequestFactory().post("/x/?axe=2"))["shell"]

    assert (asked.path, posted.path) == ("/x/?axe=2", "/x/")


def visit(view, *, viewer=None, method: str = "get") -> HttpResponse:
    request = getattr(RequestFactory(), method)("/pilotage/?axe=2")
    if viewer is not None:
        request.user = get_user_model().objects.get(pk=viewer.user_id)
        request.session = {}
    answer: HttpResponse = view(request)
    return answer


@open_to(PILOTS)
def steering(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("pilotage")


def test_a_page_declares_its_door():
    assert getattr(steering, "door", None) == "pilots, coordinators"


@pytest.mark.django_db
def test_a_pilot_enters_the_pilots_page(claire):
    assert visit(steering, viewer=claire).content == b"pilotage"


def test_a_visitor_is_asked_to_sign_in_and_will_come_back():
    assert visit(steering)["Location"] == "/connexion/?next=%2Fpilotage%2F%3Faxe%3D2"


@pytest.mark.django_db
def test_somebody_without_the_right_finds_nothing_there(jeanne):
    with pytest.raises(Http404):
        visit(steering, viewer=jeanne)


@pytest.mark.django_db
def test_a_page_says_to_who_is_signed_in_why_they_see_it_and_for_whom_they_act(client, claire):
    assert claire.is_signed_in
    client.login(username=CLAIRE.email, password=CLAIRE.password)

    steering = client.get("/pilotage/").content.decode()
    public = client.get("/").content.decode()

    assert "Vous voyez cette page parce que vous pilotez un axe du pacte" in steering
    assert "Vous agissez pour\xa0: Préfecture de Valmont." in steering
    assert "Vous voyez cette page parce qu" in public


@pytest.mark.django_db
def test_a_visitor_is_told_nothing_of_that(client):
    assert "Vous voyez cette page" not in client.get("/").content.decode()


def test_a_page_that_is_only_read_cannot_be_posted():
    assert visit(steering, method="post").status_code == 405
    assert visit(open_to(EVERYONE)(errors.server_error), method="head").status_code == 500


@pytest.mark.parametrize("error", [KeyError("x"), NotAllowedError()])
def test_what_is_unknown_and_what_is_not_allowed_are_one(error):
    @unknown_is_404(KeyError)
    def broken(_request: HttpRequest) -> HttpResponse:
        raise error

    with pytest.raises(Http404):
        visit(broken)


def test_an_error_that_was_not_foreseen_is_not_hidden():
    @unknown_is_404(KeyError)
    def broken(_request: HttpRequest) -> HttpResponse:
        raise IndexError

    with pytest.raises(IndexError):
        visit(broken)


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (errors.not_found, 404, "Cette page n'existe pas"),
        (errors.forbidden, 403, "Vous ne pouvez pas faire cela"),
        (errors.bad_request, 400, "Cette demande n'a pas été comprise"),
    ],
)
def test_what_went_wrong_is_said_in_words_with_a_way_out(answer, status, words):
    page = answer(RequestFactory().get("/x/"))

    assert page.status_code == status
    assert words in page.content.decode().replace("&#x27;", "'")
    assert 'href="/"' in page.content.decode()


def test_our_own_fault_is_said_without_database_nor_account():
    page = errors.server_error(RequestFactory().get("/x/"))

    assert page.status_code == 500
    assert "C'est notre faute" in page.content.decode().replace("&#x27;", "'")


def test_an_unknown_host_gets_words_too():
    answer = Client().get("/a-propos/", headers={"host": "ailleurs.invalid"})

    assert answer.status_code == 400
    assert "comprise" in answer.content.decode()


def test_the_rule_of_an_audience_is_that_of_the_rights():
    claire = viewer_without_database(CLAIRE, number=1)

    assert PILOTS.because(claire) is Because.PILOTS
    assert PILOTS.because(VISITOR) is None
