"""Django's settings, all derived from one typed reading of the environment."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from declic.config.database import database_settings
from declic.config.embedded_database import use_packaged_sqlite
from declic.config.environment import read_environment
from declic.config.logs import log_settings
from declic.config.mail import mail_settings
from declic.records.accounts.choices import LONGEST_SESSION_SECONDS


ENVIRONMENT = read_environment(os.environ)
if not ENVIRONMENT.database_url:
    use_packaged_sqlite()

HOUSE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.debug
DEMO = ENVIRONMENT.demo
WORKERS = ENVIRONMENT.workers
THREADS = ENVIRONMENT.threads
SECURITY_CONTACT = ENVIRONMENT.security_contact
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "declic.records.journal",
    "declic.records.accounts",
    "declic.records.partners",
    "declic.records.sources",
    "declic.records.council",
    "declic.records.pact",
    "declic.records.sheets",
    "declic.records.money",
    "declic.records.deliveries",
    "declic.records.evaluation",
    "declic.records.steering",
    "declic.web.design",
    "declic.web.residents",
    "declic.web.pilots",
    "declic.web.clerks",
    "declic.web.members",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
]

MIDDLEWARE = [
    "declic.web.design.traces.Traced",
    "declic.config.proxies.BehindProxies",
    "declic.web.design.headers.StrictHeaders",
    "django.middleware.security.SecurityMiddleware",
    "declic.web.design.knocks.KnownRequests",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "declic.web.design.reading_only.ReadingOnly",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "declic.web.design.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "declic.web.members.watching.WatchedSessions",
    "allauth.account.middleware.AccountMiddleware",
    "declic.web.design.sight.DatabaseSight",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "declic.config.urls"
WSGI_APPLICATION = "declic.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "declic.web.design.shell.shell",
            ],
        },
    },
]

DATABASES = {"default": database_settings(ENVIRONMENT)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "declic.records.accounts.throttles.ThrottleCache"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["declic.web.members.adapters.Backend"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "declic.records.accounts.obvious.NotObvious"},
]

ACCOUNT_ADAPTER = "declic.web.members.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False  # people are invited
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation is answered from the mailbox it was sent to
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # our forms write to them
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_SESSION_REMEMBER = True  # for the twelve hours that the session engine allows, and no longer
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_TIMEOUT = 900
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_FORMS = {
    "login": "declic.web.members.forms.SignInForm",
    "reset_password": "declic.web.members.forms.PasswordRequestForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,100/d/ip,5/5m/key,20/d/key",
    "request_login_code": "10/m/ip,3/10m/key,20/d/key",
    "reset_password": "10/m/ip,3/10m/key,20/d/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
MFA_ADAPTER = "declic.web.members.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Déclic"
MFA_TOTP_TOLERANCE = 1  # half a minute on each side: clocks of telephones
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.https  # a passkey over http works on localhost alone
OIDC_ISSUER = ENVIRONMENT.oidc_issuer
OIDC_CLIENT_ID = ENVIRONMENT.oidc_client_id
OIDC_CLIENT_SECRET = ENVIRONMENT.oidc_client_secret
OIDC_NAME = ENVIRONMENT.oidc_name

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [HOUSE / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Paris"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = ENVIRONMENT.data / "files"

DATA_UPLOAD_MAX_MEMORY_SIZE = 60_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

SESSION_ENGINE = "declic.records.accounts.sessions"
SESSION_COOKIE_AGE = LONGEST_SESSION_SECONDS
SEEN_COOKIE_NAME = "seen"
BROWSER_COOKIE_NAME = "browser"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENVIRONMENT.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if ENVIRONMENT.https:
    SESSION_COOKIE_NAME = "__Host-session"
    SEEN_COOKIE_NAME = "__Host-seen"
    BROWSER_COOKIE_NAME = "__Host-browser"
    CSRF_COOKIE_NAME = "__Host-csrf"
    LANGUAGE_COOKIE_NAME = "__Host-language"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^(sante|pret)/$"]  # asked on this machine, behind the proxy
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

globals().update(mail_settings(ENVIRONMENT))
LETTERS_BACKEND = globals()["EMAIL_BACKEND"]
EMAIL_BACKEND = "declic.config.postbox.Postbox"

LOGGING = log_settings(requests=ENVIRONMENT.log == "requests")
