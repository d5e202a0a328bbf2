"""The rows of money."""

from declic.records.money.models.lines import FundingLine, PlannedCost
from declic.records.money.models.open_data import FundedPostRow, PostImport
from declic.records.money.models.posts import MediatorPost, PromiseReading


__all__ = ["FundedPostRow", "FundingLine", "MediatorPost", "PlannedCost", "PostImport", "PromiseReading"]
