"""Changes of programmes: open one from a document, once; then title, explain, record."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from declic.engines.reading.drafts import Finding as FindingDraft, PactDraft
from declic.engines.reading.text import Layout
from declic.records.accounts.editions import edit
from declic.records.accounts.rights import demand, may_edit_pact, may_review_documents
from declic.records.accounts.viewers import Viewer
from declic.records.council.models import Deliberation, Sitting
from declic.records.council.proofs import prove
from declic.records.council.writes import open_sitting
from declic.records.journal.adding import notes_last
from declic.records.journal.turns import take_turn
from declic.records.journal.writes import note
from declic.records.pact.adopting import propose_validation
from declic.records.pact.bringing import keep_source, publish, tell
from declic.records.pact.choices import ValidationChoice
from declic.records.pact.counting import (
    Surroundings,
    innermost_first,
    keep_amounts,
    keep_figures,
    quantity_sentences,
)
from declic.records.pact.findings import answered
from declic.records.pact.models import Finding, Measure, Programme, Signatory
from declic.records.pact.numbers import told_apart
from declic.records.pact.opening import keep_articles, keep_frame, keep_signatories, open_programme
from declic.records.pact.promising import (
    keep_axes,
    keep_coverage,
    keep_findings,
    keep_measures,
    keep_roles_and_actions,
)
from declic.records.pact.values import CoverageLine, OpenedDocument, ValidationState
from declic.records.pact.values.whole import WholePact
from declic.records.sources.choices import DraftState
from declic.records.sources.models import Version
from declic.records.sources.reads import kept_reading
from declic.records.sources.writes import DraftClosedError, mark_applied


LONGEST_PLAIN_TITLE = 120


class NumberTwiceError(ValueError):
    """Two axes, articles or measures bear one number; the message says which, in French, for who reviews."""


class UnprovenValidationError(ValueError):
    """A signatory cannot be recorded as validated without the deliberation that did it."""


class EmptyExplanationError(ValueError):
    """A finding is explained by words."""


@transaction.atomic
@notes_last()
def open_pact(
    version_id: int,
    *,
    draft: PactDraft,
    findings: Sequence[FindingDraft],
    coverage: CoverageLine,
    by: Viewer,
) -> str:
    """
    Open the programme that a version of a document states, whole or not at all, and give its slug.

    Opened once: a second time gives the same slug and changes nothing. Raises NotAllowedError, LookupError for an
    unknown version, NumberTwiceError, and UncitedValueError for a value without passage. The document is
    published by who applies the draft (`apply_draft`).
    """
    demand(may_review_documents(by))
    versions = (
        Version.objects.select_for_update(of=("self",)).select_related("document").defer("data", "places")
    )
    version = versions.filter(pk=version_id).first()
    if version is None:
        raise LookupError(version_id)
    known = Programme.objects.filter(version_id=version_id).values_list("slug", flat=True).first()
    if known is not None:
        return known
    draft = replace(draft, measures=told_apart(draft.measures, text=version.text))
    _demand_single_numbers(draft)
    take_turn("address of a programme")
    programme = _keep_whole(version, draft=draft, findings=findings, by=by)
    keep_coverage(programme, coverage=coverage)
    note(by=by.mark, verb="opened", about=f"programme {programme.pk}")
    return programme.slug


@transaction.atomic
@notes_last()
def apply_draft(draft_id: int, *, by: Viewer) -> OpenedDocument:
    """
    Put what the review kept of a draft into the records, whole or not at all, and publish its document.

    Applied once: a second time gives what was opened the first time and changes nothing. Raises NotAllowedError,
    LookupError for an unknown draft, DraftClosedError for a discarded one, and what `open_sitting` and
    `open_pact` raise for values that cannot be applied.
    """
    demand(may_review_documents(by))
    try:
        mark_applied(draft_id, by=by)
    except DraftClosedError:
        return _opened_before(draft_id, by=by)
    kept = kept_reading(draft_id, viewer=by)
    if kept is None:
        raise LookupError(draft_id)
    sitting_id = open_sitting(kept.version_id, draft=kept.sitting, by=by) if kept.sitting else None
    slug = None
    if kept.pact:
        coverage = CoverageLine.of_answer(kept.answer["coverage"])
        slug = open_pact(kept.version_id, draft=kept.pact, findings=kept.findings, coverage=coverage, by=by)
        propose_validation(slug, sitting_id=sitting_id)
    return OpenedDocument(kept.version_id, sitting_id, slug)


@transaction.atomic
def title_measure(measure_id: int, *, plain_title: str, by: Viewer, seen: int | None = None) -> None:
    """
    Set the plain title that residents read beside the official text; an empty one takes it away.

    `seen` is the edition that the form was made from. Raises NotAllowedError, LookupError for an unknown measure,
    ValueError over 120 characters, ChangedMeanwhileError.
    """
    demand(may_edit_pact(by))
    words = " ".join(plain_title.split())
    if len(words) > LONGEST_PLAIN_TITLE:
        raise ValueError(f"Le titre dépasse {LONGEST_PLAIN_TITLE} caractères.")
    if edit(Measure.objects.filter(pk=measure_id), seen=seen, by=by, says={"plain_title": words}):
        note(by=by.mark, verb="titled", about=f"measure {measure_id}")


@transaction.atomic
def title_measures(slug: str, *, plain_titles: Mapping[str, str], by: Viewer) -> int:
    """
    Set the plain titles of a programme's measures by their numbers, and count those that changed.

    One journal line for the lot, none where nothing changed. Raises NotAllowedError, LookupError for an unknown
    programme or number, ValueError over 120 characters; nothing is changed then.
    """
    demand(may_edit_pact(by))
    programme = Programme.objects.select_for_update().filter(slug=slug).first()
    if programme is None:
        raise LookupError(slug)
    measures = {row.number: row for row in programme.measures.filter(number__in=plain_titles)}
    count = 0
    for number, title in plain_titles.items():
        words = " ".join(title.split())
        if number not in measures:
            raise LookupError(number)
        if len(words) > LONGEST_PLAIN_TITLE:
            raise ValueError(f"Le titre de la mesure {number} dépasse {LONGEST_PLAIN_TITLE} caractères.")
        if measures[number].plain_title != words:
            one = Measure.objects.filter(pk=measures[number].pk)
            count += edit(one, seen=None, by=by, says={"plain_title": words})
    if count:
        note(by=by.mark, verb="titled the measures of", about=f"programme {programme.pk}")
    return count


@transaction.atomic
def explain_finding(finding_id: int, *, explanation: str, by: Viewer, seen: int | None = None) -> None:
    """
    Answer for a finding, in the pilot's name; a new answer replaces the one before.

    `seen` is the edition that the form was made from. Raises NotAllowedError, LookupError for an unknown finding,
    EmptyExplanationError, ChangedMeanwhileError.
    """
    demand(may_edit_pact(by))
    words = explanation.strip()
    if not words:
        raise EmptyExplanationError("Dites en quelques mots ce qui explique l'anomalie.")
    if answered(Finding.objects.filter(pk=finding_id), words=words, by=by, seen=seen):
        note(by=by.mark, verb="explained", about=f"finding {finding_id}")


@transaction.atomic
def record_validation(
    signatory_id: int,
    *,
    state: ValidationState,
    deliberation: int | None = None,
    reference: str = "",
    by: Viewer,
    seen: int | None = None,
) -> None:
    """
    Record where a signatory stands with its own assembly.

    A validated one names its deliberation: the number of one kept here, or a `reference` to one that is not
    (« délibération n° 12 du 3 mars 2023 »). `seen` is the edition that the form was made from. Raises
    NotAllowedError, LookupError for an unknown signatory or deliberation, UnprovenValidationError,
    ChangedMeanwhileError.
    """
    demand(may_edit_pact(by))
    words = " ".join(reference.split())[:300]
    is_validated = state is ValidationState.VALIDATED
    if is_validated and deliberation is None and not words:
        raise UnprovenValidationError("Indiquez la délibération qui a validé l'engagement.")
    if deliberation is not None and not Deliberation.objects.filter(pk=deliberation).exists():
        raise LookupError(deliberation)
    changed = edit(
        Signatory.objects.filter(pk=signatory_id),
        seen=seen,
        by=by,
        says={
            "validation": ValidationChoice(state.value),
            "deliberation_id": deliberation if is_validated else None,
            "deliberation_elsewhere": words if is_validated else "",
        },
        also={"validation_recorded_at": timezone.now()},
    )
    if changed:
        note(by=by.mark, verb=f"recorded as {state.value}", about=f"signatory {signatory_id}")


@transaction.atomic
@notes_last()
def bring_pact(whole: WholePact, *, by: Viewer) -> tuple[str, bool]:
    """
    Open a programme that comes whole from another site, publish it, and give its slug and whether it is new here.

    One whose document was opened here before is left as it is, whatever was said of it elsewhere. Raises
    NotAllowedError, WrongPactError, and what `keep_document` and `open_pact` raise; nothing is kept then.
    """
    demand(may_edit_pact(by))
    version_id = keep_source(whole.source, by=by)
    known = Programme.objects.filter(version_id=version_id).values_list("slug", flat=True).first()
    if known is not None:
        return known, False
    findings = [one.finding for one in whole.findings]
    slug = open_pact(version_id, draft=whole.pact, findings=findings, coverage=whole.coverage, by=by)
    programme = Programme.objects.get(slug=slug)
    tell(programme, whole=whole, by=by)
    publish(programme, slug=whole.slug)
    note(by=by.mark, verb="brought", about=f"programme {programme.pk}")
    return Programme.objects.values_list("slug", flat=True).get(pk=programme.pk), True


def _opened_before(draft_id: int, *, by: Viewer) -> OpenedDocument:
    kept = kept_reading(draft_id, viewer=by)
    if kept is None or kept.state != DraftState.APPLIED:
        raise DraftClosedError(draft_id)
    sittings = Sitting.objects.filter(version_id=kept.version_id).values_list("pk", flat=True)
    slugs = Programme.objects.filter(version_id=kept.version_id).values_list("slug", flat=True)
    return OpenedDocument(kept.version_id, sittings.first(), slugs.first())


def _keep_whole(
    version: Version, *, draft: PactDraft, findings: Sequence[FindingDraft], by: Viewer
) -> Programme:
    sentences = quantity_sentences(draft, layout=Layout(version.text))
    proofs = prove(version.pk, draft=(draft, tuple(findings)), also=sentences.values(), by=by)
    programme = open_programme(version, draft=draft, proofs=proofs)
    keep_signatories(programme, draft=draft, proofs=proofs, by=by)
    articles = keep_articles(programme, articles=draft.articles, proofs=proofs)
    keep_frame(programme, draft=draft, proofs=proofs)
    axes = keep_axes(programme, axes=draft.axes, articles=articles, proofs=proofs)
    measures = keep_measures(programme, measures=draft.measures, axes=axes, proofs=proofs)
    keep_roles_and_actions(programme, draft=draft, axes=axes, proofs=proofs)
    around = Surroundings(axes, innermost_first(measures, drafts=draft.measures), sentences, proofs)
    keep_figures(programme, figures=draft.figures, around=around)
    keep_amounts(programme, amounts=draft.amounts, around=around)
    keep_findings(programme, findings=findings, proofs=proofs)
    return programme


def _demand_single_numbers(draft: PactDraft) -> None:
    _demand_once("L'article", [article.number for article in draft.articles])
    _demand_once("L'axe", [axis.number for axis in draft.axes])
    _demand_once("La mesure", [measure.number for measure in draft.measures])


def _demand_once(what: str, numbers: Iterable[object]) -> None:
    for number, count in Counter(numbers).items():
        if count > 1:
            raise NumberTwiceError(f"{what} {number} figure {count} fois : rejetez ou corrigez les autres.")
