"""In the dark a page changes its colours and nothing else: its other obstacles are looked for in the light alone."""

import re

from tests.house.house import SOURCE


DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^{}]*)\}\s*\}")
COLOUR = re.compile(r"--[a-z0-9-]+: (?:#[0-9a-f]{6}|var\(--[a-z-]+, #[0-9a-f]{6}\))")


def test_in_the_dark_only_colours_change():
    styles = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.css")]
    blocks = [block for style in styles for block in DARK.findall(style)]
    lines = [line.strip() for block in blocks for line in block.split(";") if line.strip()]

    assert sum(style.count("prefers-color-scheme") for style in styles) == len(blocks) == 1
    assert len(lines) > 10
    assert [line for line in lines if not COLOUR.fullmatch(line)] == []
