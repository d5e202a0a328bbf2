"""
What every template may use: `{% show piece %}` draws a component, `{% icon "name" %}` a small picture, and
`{{ table|as_csv }}` is the address of a table as a file, which asks the site for nothing more.
"""

from base64 import b64encode

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from declic.open_data.cells import french_csv
from declic.web.design.components import Component, Table


register = template.Library()


@register.simple_tag
def show(part: Component) -> SafeString:
    """Draw a piece with its own template, which sees the piece and nothing else."""
    return render_to_string(part.template, {"part": part})


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a picture of `icons.svg` that repeats what the words beside it say, and is silent to screen readers."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("design/icons.svg"),
        name,
    )


@register.filter
def as_csv(table: Table) -> str:
    """Give a table as a spreadsheet, written in the address itself: no second page that could say otherwise."""
    rows = (tuple(cell.text for cell in row) for row in table.rows)
    words = french_csv((table.heads, *rows))
    return f"data:text/csv;charset=utf-8;base64,{b64encode(words.encode()).decode()}"
