"""The rows of partners: institutions, who works there, whom to call."""

from declic.records.partners.models.contact_persons import ContactPerson
from declic.records.partners.models.institutions import Institution
from declic.records.partners.models.memberships import Invitation, Membership


__all__ = ["ContactPerson", "Institution", "Invitation", "Membership"]
