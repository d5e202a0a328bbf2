"""The steering of a pact as one paper."""

from declic.records.accounts.viewers import Viewer
from declic.records.pact.queries import readable_programmes
from declic.records.pact.reads import UnknownPactError
from declic.records.steering.whole.leaving import steering_of
from declic.records.steering.whole.values import WholeSteering


def whole_steering(slug: str, *, viewer: Viewer) -> WholeSteering:
    """
    Give the steering of a programme: all of it to who works on it, what is published to everyone.

    Raises UnknownPactError.
    """
    programme = readable_programmes(viewer=viewer).filter(slug=slug).first()
    if programme is None:
        raise UnknownPactError(slug)
    return steering_of(programme, viewer=viewer)
