"""Signing in by a provider of identities: who has an account here, proved word by word; anything else is one sentence."""

import html
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from declic.records.accounts.models import User
from declic.records.accounts.viewers import OPERATOR
from declic.records.accounts.writes import close_account
from declic.web.members import openid
from tests.people import CLAIRE, JEANNE
from tests.web.members.identity_provider import (
    CLIENT,
    SECRET,
    STRANGER_KEY,
    LocalProvider,
    Mischief,
    local_provider,
)
from tests.web.members.people_sign_in import is_signed_in, text_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("claire")]
ELSEWHERE = "https://ailleurs.invalid"


@pytest.fixture
def provider(settings) -> Iterator[LocalProvider]:
    with local_provider() as served:
        served.email = CLAIRE.email
        settings.OIDC_ISSUER, settings.OIDC_NAME = served.issuer, "ProConnect"
        settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT, SECRET
        openid._keys.cache_clear()
        yield served


def asked(client: Client, **said: str) -> dict[str, str]:
    """Press the button, and give what the link would tell the provider."""
    page = text_of(client.post("/connexion/identite/", said))
    found = re.search(r'href="(http://127\.0\.0\.1:\d+/authorize\?[^"]+)"', page)
    assert found is not None, page
    return {name: values[0] for name, values in parse_qs(urlsplit(html.unescape(found[1])).query).items()}


def come_back(client: Client, provider: LocalProvider, query: dict[str, str], **changed: str):
    said = {"code": provider.code_for(query), "state": query["state"], **changed}
    return client.get(f"{urlsplit(query['redirect_uri']).path}?{urlencode(said)}")


def sign_in_by(provider: LocalProvider, client: Client | None = None):
    client = client or Client()
    return come_back(client, provider, asked(client))


def test_who_has_an_account_with_that_e_mail_signs_in_and_goes_where_they_went(provider):
    client = Client()

    answer = come_back(client, provider, asked(client, next="/a-propos/"))

    assert answer["Location"] == "/a-propos/"
    assert is_signed_in(client, CLAIRE)


def test_the_demand_bears_a_state_a_nonce_and_a_proof_that_change_each_time(provider):
    first, second = asked(Client()), asked(Client())

    assert provider.issuer
    assert first["code_challenge_method"] == "S256"
    assert first["redirect_uri"] == "http://testserver/connexion/identite/retour/"
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 43
        assert first[name] != second[name]


def test_afterwards_the_subject_signs_in_whatever_the_e_mail(provider):
    sign_in_by(provider)
    provider.email = "claire.nouvelle@demo.invalid"
    client = Client()

    sign_in_by(provider, client)

    assert is_signed_in(client, CLAIRE)
    assert SocialAccount.objects.count() == 1


def test_another_subject_who_took_the_e_mail_does_not_sign_in(provider):
    sign_in_by(provider)
    provider.subject = "sujet-2"
    client = Client()

    sign_in_by(provider, client)

    assert not is_signed_in(client, CLAIRE)


def test_who_has_no_account_gets_none(provider):
    provider.email = JEANNE.email
    client = Client()

    said = text_of(client.get(sign_in_by(provider, client)["Location"]))

    assert "aucun compte ici" in said
    assert User.objects.count() == 1


def test_a_closed_account_is_not_opened(provider, claire):
    sign_in_by(provider)
    close_account(claire.user_id, by=OPERATOR)
    client = Client()

    sign_in_by(provider, client)

    assert not is_signed_in(client, CLAIRE)


def test_a_person_told_in_plain_json_is_believed_when_the_subject_is_the_token_s(provider):
    provider.mischief = Mischief(plain_person=True)
    client = Client()

    sign_in_by(provider, client)

    assert is_signed_in(client, CLAIRE)


@pytest.mark.parametrize(
    "mischief",
    [
        Mischief(token={"nonce": "autre"}),
        Mischief(token={"iss": ELSEWHERE}),
        Mischief(token={"aud": "un-autre-site"}),
        Mischief(token={"azp": "un-autre-site"}),
        Mischief(token={"exp": 1_700_000_000}),
        Mischief(token={"iat": 4_000_000_000}),
        Mischief(token={"sub": ""}),
        Mischief(token_key=STRANGER_KEY),
        Mischief(algorithm="none"),
        Mischief(algorithm="HS256"),
        Mischief(person_key=STRANGER_KEY),
        Mischief(person={"sub": "sujet-2"}),
        Mischief(person={"aud": "un-autre-site"}),
        Mischief(person={"iss": ELSEWHERE}),
        Mischief(person={"exp": 1_700_000_000}),
        Mischief(person={"email_verified": False}),
        Mischief(plain_person=True, person={"sub": "sujet-2"}),
        Mischief(discovery={"issuer": ELSEWHERE}),
    ],
    ids=lambda mischief: str(mischief)[:60],
)
@pytest.mark.filterwarnings("ignore:The HMAC key is")
def test_a_false_word_is_refused_in_one_sentence(provider, mischief):
    client = Client()
    query = asked(client)
    provider.mischief = mischief

    answer = come_back(client, provider, query)

    assert answer["Location"] == "/connexion/"
    assert "ProConnect ne vous a pas reconnu." in text_of(client.get("/connexion/"))
    assert not is_signed_in(client, CLAIRE)
    assert SocialAccount.objects.count() == 0


@pytest.mark.parametrize("changed", [{"state": "autre"}, {"state": ""}, {"code": "code-volé"}])
def test_a_false_state_or_code_is_refused(provider, changed):
    client = Client()

    come_back(client, provider, asked(client), **changed)

    assert not is_signed_in(client, CLAIRE)


def test_the_answer_of_another_browser_opens_nothing(provider):
    query, victim = asked(Client()), Client()

    come_back(victim, provider, query)

    assert not is_signed_in(victim, CLAIRE)


def test_an_answer_serves_once(provider):
    client = Client()
    query = asked(client)
    come_back(client, provider, query)
    client.post("/deconnexion/")

    come_back(client, provider, query)

    assert not is_signed_in(client, CLAIRE)


@pytest.mark.usefixtures("provider")
def test_a_person_who_says_no_there_comes_back_to_the_sign_in_page():
    client = Client()
    query = asked(client)

    answer = client.get(
        f"/connexion/identite/retour/?{urlencode({'error': 'access_denied', 'state': query['state']})}"
    )

    assert answer["Location"] == "/connexion/"


def test_a_provider_that_does_not_answer_is_one_sentence(settings, provider):
    settings.OIDC_ISSUER = "http://127.0.0.1:9"
    client = Client()

    assert provider.issuer
    assert client.post("/connexion/identite/")["Location"] == "/connexion/"


def test_with_an_app_of_codes_the_provider_alone_opens_nothing(provider, claire):
    from tests.people import give_app  # noqa: PLC0415

    give_app(claire.user_id)
    client = Client()

    assert sign_in_by(provider, client)["Location"] == "/connexion/seconde-etape/"
    assert not is_signed_in(client, CLAIRE)


def test_without_a_provider_there_is_neither_button_nor_door(settings):
    settings.OIDC_ISSUER, settings.OIDC_NAME = "", ""

    assert "identite" not in text_of(Client().get("/connexion/"))
    assert Client().post("/connexion/identite/").status_code == 404
    assert Client().get("/connexion/identite/retour/?code=a&state=b").status_code == 404
