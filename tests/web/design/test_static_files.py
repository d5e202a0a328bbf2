"""The files that browsers keep: every name that one of them says leads to a file that is served."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template.loader import render_to_string

from tests.house.house import SOURCE


ICON = re.compile(r"""\{%\s*icon\s+["'](\w+)["']""")
SYMBOL = re.compile(r'<symbol id="(\w+)"')
TEMPLATES = SOURCE / "web"
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"


def found(name: str) -> str:
    path = finders.find(name)
    assert isinstance(path, str)
    return Path(path).read_text(encoding="utf-8")


def test_the_real_storage_finds_every_file_that_a_style_names(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": HASHED}}

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").exists()
    assert re.search(r"design/declic\.[0-9a-f]+\.css", render_to_string("design/server_error.html"))


def test_every_icon_that_a_template_draws_is_in_the_sheet():
    drawn = {
        name
        for path in TEMPLATES.rglob("templates/**/*.html")
        for name in ICON.findall(path.read_text(encoding="utf-8"))
    }

    assert "read" in drawn
    assert drawn - set(SYMBOL.findall(found("design/icons.svg"))) == set()


@pytest.mark.parametrize("name", ["design/declic.svg", "design/icons.svg", "design/mark.svg"])
def test_a_picture_holds_neither_style_nor_script(name):
    picture = found(name)

    assert picture.startswith("<svg xmlns=")
    assert not re.search(r"<style|<script|style=|on\w+=|href=", picture)


def test_the_wordmark_says_its_name_to_who_opens_it_alone():
    assert 'role="img" aria-label="Déclic"' in found("design/declic.svg")
