"""A document that carries a programme and the act that adopts it proves one signatory's validation."""

from declic.records.council.models import Deliberation, Sitting
from declic.records.pact.adoptions import is_about, is_council_of
from declic.records.pact.choices import ValidationChoice
from declic.records.pact.models import Programme, Signatory


def propose_validation(slug: str, *, sitting_id: int | None) -> None:
    """
    Propose as validated the signatory whose own council adopts the programme in the same document.

    Nothing where no act is about the programme, none is adopted, or no signatory is that council's; what a
    person recorded is left alone.
    """
    if sitting_id is None:
        return
    sitting = Sitting.objects.filter(pk=sitting_id).first()
    programme = Programme.objects.filter(slug=slug).first()
    if sitting is None or programme is None:
        return
    act = _adopting_act(sitting, programme=programme)
    signatory = next(
        (
            row
            for row in Signatory.objects.filter(programme=programme, validation_recorded_at=None)
            if is_council_of(sitting.body, organisation=row.organisation)
        ),
        None,
    )
    if act is None or signatory is None:
        return
    signatory.validation = ValidationChoice.VALIDATED
    signatory.deliberation = act
    signatory.save(update_fields=["validation", "deliberation"])


def _adopting_act(sitting: Sitting, *, programme: Programme) -> Deliberation | None:
    acts = Deliberation.objects.filter(sitting=sitting).select_related("vote").order_by("position")
    return next(
        (act for act in acts if is_about(act.title, programme_title=programme.title) and _is_adopted(act)),
        None,
    )


def _is_adopted(act: Deliberation) -> bool:
    vote = getattr(act, "vote", None)
    if vote is None:
        return False
    return bool(vote.unanimous) or (vote.votes_for or 0) > (vote.against or 0)
