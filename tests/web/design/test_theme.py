"""The theme of a territory: a small file, refused in one sentence when people could not read it."""

import pytest

from declic.web.design.theme import Theme, WrongThemeError, check_theme, current_theme, read_theme


@pytest.fixture
def themed(tmp_path, settings):
    """Write a theme into the data folder of an installation, and forget it after."""

    def write(words: str, **files: bytes):
        (tmp_path / "theme.toml").write_text(words, encoding="utf-8")
        for name, data in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        settings.ENVIRONMENT = type("Environment", (), {"data": tmp_path})
        current_theme.cache_clear()

    yield write
    current_theme.cache_clear()


def test_without_a_file_the_theme_is_ours(tmp_path):
    assert read_theme(tmp_path / "theme.toml") == Theme()


def test_a_territory_changes_the_name_the_logo_and_the_colours(themed, client):
    themed(
        'name = "Pacte des Tilleuls"\nterritory = "Ville des Tilleuls"\n'
        'logo = "logo.svg"\naccent = "#0B5D51"\naccent_dark = "#8FE0D0"\n',
        logo_svg=b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    )

    page = client.get("/accessibilite/").content.decode()
    colours = client.get("/theme/couleurs.css")
    logo = client.get("/theme/logo")

    assert "Pacte des Tilleuls" in page
    assert "Ville des Tilleuls" in page
    assert colours.content.decode() == ":root {--theme-accent: #0b5d51;--theme-accent-dark: #8fe0d0;}\n"
    assert colours["Content-Type"] == "text/css; charset=utf-8"
    assert logo["Content-Type"] == "image/svg+xml"
    assert b"".join(logo) == b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def test_a_theme_without_colours_costs_no_request(themed, client):
    themed('territory = "Ville des Tilleuls"')

    assert "couleurs.css" not in client.get("/accessibilite/").content.decode()


def test_a_territory_without_logo_has_none_to_give(themed, client):
    themed('territory = "Ville des Tilleuls"')

    assert client.get("/theme/logo").status_code == 404


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('accent = "#ffe08a"', "ne se lit pas"),
        ('accent_dark = "#1c1a27"', "ne se lit pas"),
        ('accent = "vert"', "n'est pas une couleur"),
        ('couleur = "#000000"', "n'est pas une clé connue"),
        ('logo = "../secret.svg"', "n'est pas un fichier SVG ou PNG"),
        ('logo = "absent.svg"', "n'est pas un fichier SVG ou PNG"),
        ('name = ""', "un texte non vide"),
        ("name = 3", "un texte non vide"),
        ("name = ", "ne se lit pas comme du TOML"),
    ],
)
def test_a_theme_that_cannot_be_used_is_refused_in_one_sentence(themed, tmp_path, words, said):
    themed(words)

    with pytest.raises(WrongThemeError, match=said):
        read_theme(tmp_path / "theme.toml")
    (problem,) = check_theme(None)
    assert said in problem.msg
