"""
What every template may use: `{% show piece %}` draws a component, `{% icon "name" %}` a small picture, and
`{{ table|as_csv }}` and `{{ chart|as_svg }}` are addresses of files, which ask the site for nothing more.
"""

from base64 import b64encode

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from declic.open_data.cells import french_csv
from declic.web.design.charts.taken_away import drawing_of
from declic.web.design.components import Cell, Component, Table


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
def linked(cell: Cell) -> SafeString:
    """Give the words of a cell, as a link where they lead somewhere."""
    return format_html('<a href="{}">{}</a>' if cell.url else "{1}", cell.url, cell.text)


@register.filter
def as_csv(table: Table) -> str:
    """Give a table as a spreadsheet, written in the address itself: no second page that could say otherwise."""
    rows = (tuple(cell.text for cell in row) for row in table.rows)
    words = french_csv((table.heads, *rows))
    return f"data:text/csv;charset=utf-8;base64,{b64encode(words.encode()).decode()}"


@register.filter
def as_svg(chart: object) -> str:
    """Give a chart as a drawing that stands alone, written in the address itself."""
    return f"data:image/svg+xml;base64,{b64encode(drawing_of(chart).encode()).decode()}"
