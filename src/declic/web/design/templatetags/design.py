"""The two tags of every template: `{% show piece %}` draws a component, `{% icon "name" %}` a small picture."""

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from declic.web.design.components import Component


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
