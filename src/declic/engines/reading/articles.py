"""The numbered articles of a pact: heading, title and body of each."""

from declic.engines.reading.drafts import ArticleDraft
from declic.engines.reading.heading_labels import Label
from declic.engines.reading.outline import Outline
from declic.engines.reading.passages import title_of
from declic.engines.reading.text import Layout
from declic.units.spans import Span


def article_labels(outline: Outline) -> tuple[Label, ...]:
    """Give the headings of the articles, where their numbering proves them; none elsewhere."""
    return next(
        (series.labels for series in outline.series if series.word == "article" and series.is_proven), ()
    )


def read_articles(layout: Layout, outline: Outline, *, closing: int) -> tuple[ArticleDraft, ...]:
    """Read the articles; the body of the last one ends where the pact is closed."""
    labels = [label for label in article_labels(outline) if label.start < closing]
    ends = [*(label.start for label in labels[1:]), closing][: len(labels)]
    return tuple(
        ArticleDraft(
            number=label.number[0],
            title=title_of(layout, label),
            spans=(heading_span(layout, label),),
            body=Span(heading_span(layout, label).end + 1, end),
        )
        for label, end in zip(labels, ends, strict=True)
    )


def heading_span(layout: Layout, label: Label) -> Span:
    """Give the line of a heading, from its announcement to its end."""
    return Span(label.start, max(label.title.end, layout.lines[label.line].span.end))
