"""Letters leave by one server, named by the environment; without one they stay in a folder."""

import pytest

from declic.config.environment import WrongEnvironmentError, read_environment
from declic.config.mail import WrongMailServerError, mail_settings, read_mail_server


SENDER = "Pacte <pacte@demo.invalid>"


def settings_with(folder, **variables):
    return mail_settings(read_environment({"DECLIC_DATA": str(folder), **variables}))


def test_without_a_server_each_letter_is_a_file_and_nobody_receives_it(tmp_path):
    settings = settings_with(tmp_path, DECLIC_HOSTS="pacte.demo.invalid")

    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.filebased.EmailBackend"
    assert settings["EMAIL_FILE_PATH"] == str(tmp_path / "letters")
    assert settings["DEFAULT_FROM_EMAIL"] == "Déclic <declic@pacte.demo.invalid>"


def test_letters_can_be_printed(tmp_path):
    settings = settings_with(tmp_path, DECLIC_MAIL_URL="console:")

    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.console.EmailBackend"


def test_a_server_is_reached_with_its_password_behind_encryption(tmp_path):
    settings = settings_with(
        tmp_path, DECLIC_MAIL_URL="smtp://pacte:s%40cret@mail.demo.invalid", DECLIC_MAIL_FROM=SENDER
    )

    assert settings["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail.demo.invalid", 587)
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("pacte", "s@cret")
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (True, False)
    assert settings["DEFAULT_FROM_EMAIL"] == settings["SERVER_EMAIL"] == SENDER
    assert settings["EMAIL_TIMEOUT"] == 10


@pytest.mark.parametrize(
    ("address", "port", "starttls", "tls"),
    [
        ("smtps://mail.demo.invalid", 465, False, True),
        ("smtp://mail.demo.invalid:2525", 2525, True, False),
        ("smtp+plain://localhost", 25, False, False),
    ],
)
def test_each_kind_of_server_has_its_port_and_its_encryption(tmp_path, address, port, starttls, tls):
    settings = settings_with(tmp_path, DECLIC_MAIL_URL=address, DECLIC_MAIL_FROM=SENDER)

    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (
        port,
        starttls,
        tls,
    )


@pytest.mark.parametrize(
    "address",
    [
        "mail.demo.invalid",
        "http://mail.demo.invalid",
        "smtp://",
        "smtp://mail.demo.invalid:port",
        "smtp://mail.demo.invalid:99999",
        "smtp://mail.demo.invalid/path",
        "smtp://mail.demo.invalid?tls=no",
        "smtp://[::1",
        "smtp://pacte:secret#1@mail.demo.invalid",
    ],
)
def test_an_address_that_is_not_a_mail_server_is_refused_without_being_repeated(address):
    with pytest.raises(WrongMailServerError, match="DECLIC_MAIL_URL") as refusal:
        read_mail_server(address)

    assert "demo.invalid" not in str(refusal.value)


def test_a_server_needs_a_sender(tmp_path):
    with pytest.raises(WrongEnvironmentError, match="DECLIC_MAIL_FROM"):
        settings_with(tmp_path, DECLIC_MAIL_URL="smtp://mail.demo.invalid")


@pytest.mark.parametrize(
    "sender", ["Pacte", "@demo.invalid", "pacte@", "a@demo.invalid, b@demo.invalid", "a@b\r\nBcc: c@d"]
)
def test_a_sender_is_one_address(tmp_path, sender):
    with pytest.raises(WrongEnvironmentError, match="DECLIC_MAIL_FROM"):
        settings_with(tmp_path, DECLIC_MAIL_FROM=sender)
