"""Shows, with the reason, where published surveys contradict each other."""

from __future__ import annotations

from ._error import GainsayError
from ._figures import Comparison, Reading, compare, read
from ._gainsay import __version__
from ._tables import Claims, Counts, Judged, Policy, check, judge, load

__all__ = [
    "Claims",
    "Comparison",
    "Counts",
    "GainsayError",
    "Judged",
    "Policy",
    "Reading",
    "__version__",
    "check",
    "compare",
    "judge",
    "load",
    "read",
]
