"""WHAT IS KEPT: the database, progress, export; the only writer of a person's data."""

from interviewcoach.records.leases import LeaseLost, LeaseTaken
from interviewcoach.records.rows import (
    Filter,
    Opening,
    Performance,
    Progressed,
    Remark,
    SittingRow,
    Standing,
    StoredCard,
    StoredEvent,
    StoredSitting,
)
from interviewcoach.records.store import Records, save_elsewhere

__all__ = [
    "Filter",
    "LeaseLost",
    "LeaseTaken",
    "Opening",
    "Performance",
    "Progressed",
    "Records",
    "Remark",
    "SittingRow",
    "Standing",
    "StoredCard",
    "StoredEvent",
    "StoredSitting",
    "save_elsewhere",
]
