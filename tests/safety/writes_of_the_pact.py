"""Every write of what is promised, each with what it needs and one call that changes something."""

from declic.records.council import reads as council_reads, writes as council
from declic.records.council.filed import FiledActSaid, FilingSaid
from declic.records.journal import writes as journal
from declic.records.pact import reads as pact_reads, writes as pact
from declic.records.pact.values import ValidationState
from declic.records.sources import writes as sources
from declic.records.sources.choices import ItemState
from declic.records.steering.writes import bring_steered_pact
from declic.units.spans import Span
from tests.people import CLAIRE, OPERATOR, signed_up
from tests.records.council.invented import keep, small_sitting
from tests.records.pact.invented import COVERAGE, opened_small_pact, small_pact, tiny_whole_pact
from tests.records.steering.invented_whole import invented_steering
from tests.safety.scenarios import Act, write
from tests.web.pilots.invented import TEXT, draft_of, item_of


@write("journal.note")
def _note() -> Act:
    journal.note(by="operator", verb="tried", about="draft 1")
    return lambda: journal.note(by="operator", verb="tried", about="draft 2")


@write("sources.keep_document")
def _keep_document() -> Act:
    return lambda: sources.keep_document(TEXT.encode(), "deliberation.txt", by=OPERATOR)


@write("sources.take_document")
def _take_document() -> Act:
    return lambda: sources.take_document(TEXT.encode(), "deliberation.txt", by=OPERATOR)


@write("sources.read_version")
def _read_version() -> Act:
    version = sources.keep_document(TEXT.encode(), "deliberation.txt", by=OPERATOR)
    return lambda: sources.read_version(version.id, by=OPERATOR)


@write("sources.decide_item")
def _decide_item() -> Act:
    item = item_of(draft_of(by=OPERATOR), kind="member", viewer=OPERATOR)
    return lambda: sources.decide_item(
        item.id, decision=ItemState.EDITED, edited={"group": "Le Haut"}, by=OPERATOR, seen=0
    )


@write("sources.accept_all")
def _accept_all() -> Act:
    draft = draft_of(by=OPERATOR)
    return lambda: sources.accept_all(draft, by=OPERATOR)


@write("sources.discard_draft")
def _discard_draft() -> Act:
    draft = draft_of(by=OPERATOR)
    return lambda: sources.discard_draft(draft, by=OPERATOR)


@write("sources.mark_applied")
def _mark_applied() -> Act:
    draft = draft_of(by=OPERATOR)
    return lambda: sources.mark_applied(draft, by=OPERATOR)


@write("sources.cite")
def _cite() -> Act:
    version = sources.keep_document(TEXT.encode(), "deliberation.txt", by=OPERATOR)
    return lambda: sources.cite(version.id, [Span(0, 7), Span(8, 10)], by=OPERATOR)


@write("council.open_sitting")
def _open_sitting() -> Act:
    paper, draft = small_sitting()
    version = keep(paper)
    return lambda: council.open_sitting(version, draft=draft, by=OPERATOR)


@write("council.file_acts")
def _file_acts() -> Act:
    paper, draft = small_sitting()
    sitting = council.open_sitting(keep(paper), draft=draft, by=OPERATOR)
    [act] = council_reads.filing(sitting, viewer=OPERATOR).acts
    said = FilingSaid(None, "Grand Valmont", "12345678200010", (FiledActSaid(act.deliberation_id, "8.5"),))
    return lambda: council.file_acts(sitting, said=said, by=OPERATOR, seen=0)


@write("pact.open_pact")
def _open_pact() -> Act:
    paper, draft, findings = small_pact()
    version = keep(paper)
    return lambda: pact.open_pact(version, draft=draft, findings=findings, coverage=COVERAGE, by=OPERATOR)


@write("pact.bring_pact")
def _bring_pact() -> Act:
    return lambda: pact.bring_pact(tiny_whole_pact(), by=OPERATOR)


@write("steering.bring_steered_pact")
def _bring_steered_pact() -> Act:
    sheet = {"measure": "1", "sequence": 1, "title": "Ouvrir", "status": "to_write", "is_yearly": False}
    steering = invented_steering({"sheets": (sheet,)})
    return lambda: bring_steered_pact(tiny_whole_pact(), steering=steering, by=OPERATOR)


@write("pact.apply_draft")
def _apply_draft() -> Act:
    draft = draft_of(by=OPERATOR)
    sources.accept_all(draft, by=OPERATOR)
    return lambda: pact.apply_draft(draft, by=OPERATOR)


@write("pact.title_measure")
def _title_measure() -> Act:
    measure = pact_reads.measure_page(opened_small_pact(), number="10", viewer=OPERATOR)
    return lambda: pact.title_measure(measure.measure_id, plain_title="Jouer", by=OPERATOR, seen=0)


@write("pact.title_measures")
def _title_measures() -> Act:
    slug = opened_small_pact()
    return lambda: pact.title_measures(slug, plain_titles={"10": "Jouer", "20": "Lire"}, by=OPERATOR)


@write("pact.explain_finding")
def _explain_finding() -> Act:
    finding = pact_reads.findings_page(opened_small_pact(), viewer=OPERATOR).findings[0]
    claire = signed_up(CLAIRE)
    return lambda: pact.explain_finding(finding.finding_id, explanation="Oui.", by=claire, seen=0)


@write("pact.record_validation")
def _record_validation() -> Act:
    signatory = pact_reads.signatories_page(opened_small_pact(), viewer=OPERATOR).signatories[0]
    claire = signed_up(CLAIRE)
    return lambda: pact.record_validation(
        signatory.signatory_id, state=ValidationState.VALIDATED, reference="n° 12", by=claire, seen=0
    )
