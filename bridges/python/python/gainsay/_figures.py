"""Published figures: what they mean, and how two of them compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Sequence, Tuple, Union

from . import _gainsay


@dataclass(frozen=True)
class Reading:
    """What a published figure means.

    ``lo`` and ``hi`` are the ends of all values that the words leave open: fractions of the base
    for a share (0.695 is 69.5 %) or a change in points, the ratio after to before for a change in
    percent, else units of what is counted.
    """

    #: The figure as it was given.
    words: str
    #: ``share``, ``points``, ``percent-change``, ``factor``, ``count``, ``money`` or ``rank``.
    unit: str
    #: The lower end.
    lo: float
    #: The upper end; ``None`` where there is none.
    hi: Optional[float]
    #: Whether the lower end is not part of it.
    lo_open: bool
    #: Whether the upper end is not part of it.
    hi_open: bool
    #: Ends of what a reader likely takes a share for, as fractions; no conflict rests on them.
    likely: Optional[Tuple[float, float]]
    #: ISO 4217 code of money.
    currency: Optional[str]
    #: ``none``, ``about``, ``nearly``, ``just-over``, ``more-than``, ``at-least``, ``less-than``
    #: or ``at-most``.
    hedge: str
    #: ``exact``, or the words that stand for a number, such as ``majority``.
    kind: str
    #: Digits after the decimal sign.
    decimals: int
    #: Whether the words exaggerate by habit ("nobody likes ...") and are no evidence.
    rhetorical: bool


def read(text: str, lang: Optional[str] = None) -> Reading:
    """Reads a published figure, as ``gainsay read`` does.

    ``lang`` is the language that it is written in, ``"en"`` or ``"fr"``; without, both are tried.

    >>> read("près de 70 %").hi
    0.7
    """
    return Reading(**_gainsay.read(text, lang))


@dataclass(frozen=True)
class Comparison:
    """How two published shares compare, as if the answers were random samples.

    Gaps and intervals are differences of fractions: 0.09 is nine points.
    """

    #: ``agree``, ``compatible``, ``inconclusive`` or ``conflict``; where a size is unknown
    #: ``conflict-at-any-plausible-size``, ``conflict-from-break-even`` or ``not-established``.
    verdict: str
    #: Two-sided p; ``None`` where a size is unknown.
    p: Optional[float]
    #: Newcombe's interval of first minus second at the facing ends; ``None`` as for ``p``.
    ci: Optional[Tuple[float, float]]
    #: The nearest values of the two figures, as fractions.
    facing: Tuple[float, float]
    #: Their distance.
    gap: float
    #: Their odds ratio; ``None`` where unbounded.
    odds: Optional[float]
    #: The number of people from which on the gap is more than sampling explains, of both or of
    #: the one that is unknown; ``None`` where no number would do.
    break_even_n: Optional[int]
    #: How far a conflict survives larger design effects: ``fragile``, ``solid``, ``robust``.
    strength: Optional[str]
    #: The design effect assumed of both.
    design_effect: float
    #: The test at each design effect, as dictionaries with ``design_effect``, ``verdict``, ``p``
    #: and ``ci``.
    ladder: Sequence[dict[str, Any]]


#: A number of people; ``None`` where it is not known. Words are read, such as ``"1 004"``.
Size = Union[int, str, None]


def compare(
    first: str, second: str, n: Tuple[Size, Size] = (None, None), deff: float = 2.0
) -> Comparison:
    """Compares two published shares, as ``gainsay compare`` does.

    ``n`` are the numbers of people asked, ``deff`` is the design effect assumed of both: by how
    much less a survey tells than a random sample of its size.

    >>> compare("28 %", "18 %", n=(300, 1000)).verdict
    'conflict'
    """
    if isinstance(n, (str, bytes)):
        raise TypeError("n holds a size for each figure, such as (300, None), and is no text")
    sizes = ["?" if size is None else str(size) for size in n]
    return Comparison(**_gainsay.compare(first, second, sizes, float(deff)))
