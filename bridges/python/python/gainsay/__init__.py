"""Shows, with the reason, where published surveys contradict each other."""

from __future__ import annotations

from ._error import GainsayError
from ._figures import Comparison, Reading, compare, read
from ._tables import Claims, Counts, Judged, Policy, check, judge, load

__all__ = [
    "Claims",
    "Comparison",
    "Counts",
    "GainsayError",
    "Judged",
    "Policy",
    "Reading",
    "check",
    "compare",
    "judge",
    "load",
    "read",
]
