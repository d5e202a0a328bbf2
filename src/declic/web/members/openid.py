"""
OpenID Connect, on the side of who is told: where to send people, and what a provider says of them, verified.

The library of accounts trusts the channel; here every word is signed. The identity token and, where it is a token as
ProConnect's is, the answer about the person are verified: key, algorithm, issuer, audience, time, nonce. Source: OpenID
Connect Core 1.0, 3.1.3.7 and 5.3.2; RFC 7636 for the proof of the code; RFC 9700.
"""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import jwt
import requests


ALGORITHMS = ["RS256", "ES256", "PS256"]
"""Signatures of two keys only: a secret that both sides know would let the site sign for the provider."""

PATIENCE_SECONDS = 10
LEEWAY_SECONDS = 30
LONGEST_SUBJECT = 191
LEAST_CLAIMS = ["iss", "sub", "aud", "exp", "iat"]


class IdentityRefusedError(Exception):
    """What the provider answered does not prove who the person is."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of identities, as the settings name it."""

    issuer: str
    client_id: str
    client_secret: str


@dataclass(frozen=True, slots=True)
class Demand:
    """What a sign-in keeps until the person comes back: it is good once, in the session that made it."""

    state: str
    nonce: str
    verifier: str

    @property
    def challenge(self) -> str:
        """Give what the provider sees of the verifier."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a provider says somebody is."""

    issuer: str
    subject: str
    email: str


def new_demand() -> Demand:
    """Draw the three words of a sign-in."""
    return Demand(*(secrets.token_urlsafe(32) for _ in range(3)))


def address_to_ask(provider: Provider, *, demand: Demand, back: str) -> str:
    """Give the provider's address to send the person to. Raises IdentityRefusedError where it does not answer."""
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": "openid email",
        "state": demand.state,
        "nonce": demand.nonce,
        "code_challenge": demand.challenge,
        "code_challenge_method": "S256",
    }
    return f"{_discovered(provider)['authorization_endpoint']}?{urlencode(asked)}"


def identity_of(provider: Provider, *, code: str, demand: Demand, back: str) -> Identity:
    """Exchange the code for an identity, and verify every word. Raises IdentityRefusedError."""
    known = _discovered(provider)
    told = _asked(
        "POST",
        known["token_endpoint"],
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": provider.client_id,
            "client_secret": provider.client_secret,
            "code_verifier": demand.verifier,
        },
    )
    tokens = _json(told)
    token = _verified(str(tokens.get("id_token", "")), provider=provider, keys=known["jwks_uri"])
    if not hmac.compare_digest(str(token.get("nonce", "")), demand.nonce):
        raise IdentityRefusedError("nonce")
    person = _person(provider, known=known, access=str(tokens.get("access_token", "")))
    return _identity(provider, token=token, person=person)


def _identity(provider: Provider, *, token: dict[str, Any], person: dict[str, Any]) -> Identity:
    subject, email = str(token["sub"]), str(person.get("email", "")).strip().lower()
    if person.get("sub") != token["sub"] or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise IdentityRefusedError("subject")
    if person.get("email_verified") is False:
        raise IdentityRefusedError("e-mail not verified")
    return Identity(provider.issuer, subject, email)


def _person(provider: Provider, *, known: dict[str, Any], access: str) -> dict[str, Any]:
    answer = _asked("GET", known["userinfo_endpoint"], headers={"Authorization": f"Bearer {access}"})
    if answer.headers.get("Content-Type", "").partition(";")[0].strip() == "application/jwt":
        return _verified(answer.text, provider=provider, keys=known["jwks_uri"], claims=["iss", "sub", "aud"])
    return _json(answer)


def _verified(
    token: str, *, provider: Provider, keys: str, claims: list[str] = LEAST_CLAIMS
) -> dict[str, Any]:
    try:
        said: dict[str, Any] = jwt.decode(
            token,
            key=_keys(keys).get_signing_key_from_jwt(token).key,
            algorithms=ALGORITHMS,
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": claims},
        )
    except jwt.PyJWTError as error:
        raise IdentityRefusedError("token") from error
    if said.get("azp", provider.client_id) != provider.client_id:
        raise IdentityRefusedError("authorised party")
    return said


def _discovered(provider: Provider) -> dict[str, Any]:
    known = _json(_asked("GET", f"{provider.issuer}/.well-known/openid-configuration"))
    needed = {"authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"}
    if str(known.get("issuer", "")).rstrip("/") != provider.issuer or not needed <= known.keys():
        raise IdentityRefusedError("configuration")
    return known


def _asked(method: str, address: str, **more: Any) -> requests.Response:
    try:
        answer = requests.request(method, address, timeout=PATIENCE_SECONDS, allow_redirects=False, **more)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise IdentityRefusedError("no answer") from error
    return answer


def _json(answer: requests.Response) -> dict[str, Any]:
    try:
        said = answer.json()
    except ValueError as error:
        raise IdentityRefusedError("answer") from error
    if not isinstance(said, dict):
        raise IdentityRefusedError("answer")
    return said


@lru_cache(maxsize=4)
def _keys(address: str) -> jwt.PyJWKClient:
    return jwt.PyJWKClient(address, timeout=PATIENCE_SECONDS, cooldown_duration=0)
