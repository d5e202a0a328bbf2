"""How a programme that comes whole from another site is opened here: its document, then what was said of it there."""

from collections.abc import Iterable
from hashlib import sha256

from django.utils import timezone

from declic.records.accounts.editions import next_edition
from declic.records.accounts.viewers import Viewer
from declic.records.pact.choices import FindingChoice, ValidationChoice
from declic.records.pact.models import Finding, Measure, Programme, Signatory
from declic.records.pact.values import ValidationState
from declic.records.pact.values.whole import SourceFile, WholeFinding, WholePact, WholeValidation
from declic.records.partners.names import normalised
from declic.records.sources.models import Document, Version
from declic.records.sources.writes import keep_document


class WrongPactError(ValueError):
    """A whole programme contradicts itself: its file is not the one it names, or what it says is of nothing in it."""


def keep_source(source: SourceFile, *, by: Viewer) -> int:
    """Keep the document and give its version. Raises WrongPactError for a file that is another one."""
    if sha256(source.data).hexdigest() != source.sha256:
        raise WrongPactError("sha256")
    version = keep_document(source.data, source.file_name, by=by, title=source.title)
    if Version.objects.values_list("text", flat=True).get(pk=version.id) != source.text:
        raise WrongPactError("text")
    return version.id


def publish(programme: Programme, *, slug: str) -> None:
    """Publish the document of a programme, and give it the address that it had where nobody has it here."""
    Document.objects.filter(pk=programme.version.document_id).update(public=True)
    if not Programme.objects.filter(slug=slug).exists():
        Programme.objects.filter(pk=programme.pk).update(slug=slug)


def tell(programme: Programme, *, whole: WholePact, by: Viewer) -> None:
    """Keep what was said of the programme: plain titles, answers to findings, validations. Raises WrongPactError."""
    _title(programme, titles=whole.plain_titles, by=by)
    _explain(programme, findings=whole.findings, by=by)
    _validate(programme, validations=whole.validations, by=by)


def _title(programme: Programme, *, titles: Iterable[tuple[str, str]], by: Viewer) -> None:
    for number, words in titles:
        rows = Measure.objects.filter(programme=programme, number=number)
        if not rows.update(plain_title=words, **next_edition(by)):
            raise WrongPactError(f"plain_titles: {number}")


def _explain(programme: Programme, *, findings: Iterable[WholeFinding], by: Viewer) -> None:
    for position, one in enumerate(findings, start=1):
        if one.explanation:
            Finding.objects.filter(programme=programme, position=position).update(
                state=FindingChoice.EXPLAINED,
                explanation=one.explanation,
                explained_by=(by.name or by.mark)[:150],
                explained_at=timezone.now(),
                **next_edition(by),
            )


def _validate(programme: Programme, *, validations: Iterable[WholeValidation], by: Viewer) -> None:
    known = {normalised(row.organisation): row.pk for row in Signatory.objects.filter(programme=programme)}
    for one in validations:
        number = known.get(normalised(one.organisation))
        if number is None or (one.state is ValidationState.VALIDATED) != bool(one.proof):
            raise WrongPactError(f"validations: {one.organisation}")
        Signatory.objects.filter(pk=number).update(
            validation=ValidationChoice(one.state.value),
            deliberation_elsewhere=one.proof,
            validation_recorded_at=timezone.now() if one.is_recorded else None,
            **next_edition(by),
        )
