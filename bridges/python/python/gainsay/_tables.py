"""Claims as columns: those of a base, and contradictions in any table."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass, fields
from numbers import Integral, Real
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

from . import _gainsay, _program
from ._error import GainsayError

#: The columns of a claims table.
_COLUMNS = frozenset(
    "claim source study publisher sponsor role proposition conditions months collection evidence "
    "left_out figure lo hi n n_effective floor from to document line".split()
)

#: A folder.
Folder = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True)
class Policy:
    """The constants of a judgement that are decisions, not science."""

    #: Significance level of a test.
    alpha: float = 0.05
    #: A gap of this much matters, as a difference of fractions.
    delta: float = 0.05
    #: An odds ratio of this much matters.
    rho: float = 2.0
    #: The design effect assumed where a row gives no effective size.
    design_effect: float = 2.0
    #: Any plausible survey is taken to have asked so many people.
    floor: int = 100
    #: A break-even size above this one is not established.
    ceiling: int = 1000
    #: The share of a study's people that a reported subgroup is taken to hold at least.
    subsample_floor: float = 0.05


class _Columns:
    """Rows of Arrow, by the PyCapsule interface."""

    def __init__(self, batches: Any) -> None:
        self._batches = batches

    def __len__(self) -> int:
        return len(self._batches)

    def __arrow_c_schema__(self) -> object:
        return self._batches.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._batches.__arrow_c_stream__(requested_schema)


class Claims(_Columns):
    """The claims of a base as columns of Arrow.

    Whatever knows the PyCapsule interface of Arrow takes it without a copy:
    ``polars.DataFrame(claims)``, ``pyarrow.table(claims)``, ``pandas.DataFrame.from_arrow(claims)``,
    and DuckDB by the name of a variable that holds ``pyarrow.table(claims)``.
    """

    def __init__(
        self, batches: Any, policy: Policy, diagnostics: List[Dict[str, Any]]
    ) -> None:
        super().__init__(batches)
        #: The policy of the base, by which :func:`judge` judges these claims.
        self.policy = policy
        #: What could not be read, as dictionaries like those of :class:`GainsayError`.
        self.diagnostics = diagnostics

    def __repr__(self) -> str:
        return f"<gainsay.Claims: {len(self)} claims>"


def load(
    base: Folder, *, cache: bool = True, plugin_dir: Optional[Folder] = None
) -> Claims:
    """Loads the claims of a base: the folder that holds its ``gainsay.toml``.

    The program ``gainsay`` of this package does it, each plugin in a confined process of its own.
    ``cache`` keeps what plugins find for the next time; ``plugin_dir`` is a folder with further
    plugins.
    """
    with tempfile.TemporaryDirectory(prefix="gainsay-") as folder:
        file = Path(folder) / "claims.arrow"
        words = ["export", "--format", "arrow", "-o", os.fspath(file)]
        # In this form a configuration that is not valid is told with its places.
        words += ["--output-format", "json"]
        _program.run([*words, *_program.base_words(base, cache, plugin_dir)])
        if not file.exists():
            raise GainsayError(f"{_program.path()} wrote no claims; it is not the program gainsay")
        batches, about = _gainsay.open_arrow(file.read_bytes())
    known = json.loads(about)
    return Claims(batches, Policy(**known.get("policy", {})), _program.located(known))


def check(
    base: Folder, lang: str = "en", *, cache: bool = True, plugin_dir: Optional[Folder] = None
) -> Dict[str, Any]:
    """Looks for contradictions in a base: the JSON of ``gainsay check --output-format json``.

    ``lang`` is the language of messages, ``"en"`` or ``"fr"``.
    """
    options = _program.base_words(base, cache, plugin_dir)
    return _program.output(["check", "--lang", lang, *options])


@dataclass(frozen=True)
class Counts:
    """How much there was to judge, and what came of it."""

    #: Rows.
    rows: int
    #: Those that are compared.
    evidence: int
    #: Propositions that they are about.
    propositions: int
    #: Pairs of directly comparable rows.
    comparable: int
    #: Those of which both sizes are known.
    tested: int
    #: Those of which a size is unknown.
    untestable: int
    #: Pairs that conflict, one by one.
    conflicts: int
    #: Those that still do after Holm's correction, or at any plausible size.
    contradictions: int
    #: How many tests would be significant on average if nothing differed.
    expected_false_alarms: float


class Judged(_Columns):
    """The pairs of a table that contradict each other, as columns of Arrow.

    Columns: ``proposition``, ``upper`` and ``lower`` (claims), ``gap`` (a difference of
    fractions), ``odds``, ``p``, ``holm`` and ``bh`` (corrected among the tests of the
    proposition), ``q`` (by Benjamini and Hochberg among all tests of the table), ``stays``
    (whether the conflict outlasts Holm's correction, or is one at any plausible size).
    """

    def __init__(self, batches: Any, counts: Counts, diagnostics: List[Dict[str, Any]]) -> None:
        super().__init__(batches)
        #: How much there was to judge.
        self.counts = counts
        #: Rows that were left out, and why, as dictionaries like those of :class:`GainsayError`;
        #: ``line`` is the number of the row from 1. At most a hundred.
        self.diagnostics = diagnostics

    def __repr__(self) -> str:
        return f"<gainsay.Judged: {len(self)} pairs of {self.counts.rows} rows>"


def judge(
    table: object, policy: Union[Policy, Mapping[str, float], None] = None
) -> Judged:
    """Finds the rows of a claims table that contradict each other, as ``gainsay judge`` does.

    ``table`` is anything that gives columns of Arrow: a data frame of pandas or Polars, a table
    of pyarrow, a relation of DuckDB, :class:`Claims`. It needs the columns ``study``,
    ``proposition`` and either ``lo`` and ``hi`` (fractions) or ``figure`` (words). ``policy`` is
    that of the claims, else the default; a mapping names what is to differ from the default.

    Other threads of Python go on while it judges, and Ctrl-C ends it.
    """
    found = _gainsay.judge(_without_null(table), _constants(table, policy))
    batches, counts, diagnostics, count = found
    if count and not counts["rows"]:
        first = next((one for one in diagnostics if one["level"] == "error"), diagnostics[0])
        raise GainsayError(f"no row can be judged: {first['message']}", diagnostics)
    return Judged(batches, Counts(**counts), diagnostics)


def _without_null(table: Any) -> Any:
    """A data frame of Polars without columns of its type Null, which Polars gives in a form that
    is not Arrow's. They turn into empty columns of text, as do those that nobody reads, since
    such a type may be hidden in them; every column keeps its name and place."""
    polars = sys.modules.get("polars")
    if polars is None or not isinstance(table, polars.DataFrame):
        return table
    empty = [
        polars.lit(None, dtype=polars.String).alias(name)
        for name, kind in table.schema.items()
        if kind == polars.Null or name not in _COLUMNS
    ]
    return table.with_columns(empty) if empty else table


def _constants(
    table: object, policy: Union[Policy, Mapping[str, float], None]
) -> Tuple[Any, ...]:
    """The constants of a policy, once they are such that one can judge by them."""
    if policy is None:
        policy = table.policy if isinstance(table, Claims) else Policy()
    if isinstance(policy, Mapping):
        policy = Policy(**policy)
    if not isinstance(policy, Policy):
        kind = type(policy).__name__
        raise TypeError(f"a policy is a gainsay.Policy or a mapping of its names, and no {kind}")
    constants = tuple(_constant(field.name, getattr(policy, field.name)) for field in fields(Policy))
    _gainsay.ensure_policy(constants)
    return constants


def _constant(name: str, value: Any) -> Union[int, float]:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} of a policy is a number, and no {type(value).__name__}")
    if name not in ("floor", "ceiling"):
        return float(value)
    if not isinstance(value, Integral) or not 0 <= value < 1 << 64:
        raise GainsayError(
            f"a policy cannot have {name}={value}: it has to be a whole number from 0 on"
        )
    return int(value)
