"""A provider of identities on this machine, of ProConnect's shape; it can be told to misbehave."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


CLIENT, SECRET = "declic", "un-secret-partagé"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Mischief:
    """What is false in what the provider says: claims of each token, the key that signs, the algorithm."""

    token: dict[str, Any] = field(default_factory=dict)
    person: dict[str, Any] = field(default_factory=dict)
    token_key: Any = KEY
    person_key: Any = KEY
    algorithm: str = "RS256"
    plain_person: bool = False
    discovery: dict[str, Any] = field(default_factory=dict)


@dataclass
class LocalProvider:
    """The provider as a test sees it: its address, who it recognises, what is false."""

    issuer: str
    email: str = ""
    subject: str = "sujet-1"
    mischief: Mischief = field(default_factory=Mischief)
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def code_for(self, query: dict[str, str]) -> str:
        code = f"code-{len(self.asked)}"
        self.asked[code] = query
        return code

    def tokens(self, said: dict[str, str]) -> dict[str, str] | None:
        """Give the tokens of a code, once, to who knows the secret and the verifier."""
        asked = self.asked.pop(said.get("code", ""), None)
        digest = hashlib.sha256(said.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        proved = asked and (said["client_id"], said["client_secret"], challenge) == (
            CLIENT,
            SECRET,
            asked["code_challenge"],
        )
        if not (asked and proved and said["redirect_uri"] == asked["redirect_uri"]):
            return None
        claims = {
            **self._claims(),
            "nonce": asked["nonce"],
            "acr": "eidas1",
            "amr": ["pwd"],
            **self.mischief.token,
        }
        key = "" if self.mischief.algorithm == "none" else self.mischief.token_key
        if self.mischief.algorithm == "HS256":
            key = SECRET
        token = jwt.encode(claims, key, algorithm=self.mischief.algorithm, headers={"kid": "a"})
        return {"access_token": "jeton", "token_type": "Bearer", "id_token": token}

    def person(self) -> tuple[str, str]:
        claims = {**self._claims(), "email": self.email, **self.mischief.person}
        if self.mischief.plain_person:
            return "application/json", json.dumps(claims)
        return "application/jwt", jwt.encode(
            claims, self.mischief.person_key, algorithm="RS256", headers={"kid": "a"}
        )

    def configuration(self) -> dict[str, Any]:
        names = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
        }
        ends = {name: f"{self.issuer}/{end}" for name, end in {**names, "jwks_uri": "jwks"}.items()}
        return {"issuer": self.issuer, **ends, **self.mischief.discovery}

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [{**public, "kid": "a", "alg": "RS256", "use": "sig"}]}

    def _claims(self) -> dict[str, Any]:
        now = int(time.time())
        return {"iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 60}


@contextmanager
def local_provider() -> Iterator[LocalProvider]:
    """Serve a provider on 127.0.0.1 while the test runs."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers = {
                "/.well-known/openid-configuration": lambda: (
                    "application/json",
                    json.dumps(provider.configuration()),
                ),
                "/jwks": lambda: ("application/json", json.dumps(provider.keys())),
                "/userinfo": provider.person,
            }
            path = urlsplit(self.path).path
            if path == "/userinfo" and self.headers["Authorization"] != "Bearer jeton":
                self.send_error(401)
            else:
                kind, text = answers[path]()
                self.give(text, kind=kind)

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            tokens = provider.tokens({name: values[0] for name, values in parse_qs(sent).items()})
            if tokens is None:
                self.send_error(400)
            else:
                self.give(json.dumps(tokens))

        def give(self, text: str, *, kind: str = "application/json") -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    provider = LocalProvider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
