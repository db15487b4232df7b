"""Judges claims tables on Apache Spark: the same answer as :func:`gainsay.judge`, on many machines.

Propositions are judged independently of each other, so each goes to one task with all its rows.
Where that would leave one task with much of the work, the rows of a proposition are cut along
time into slices that are judged by themselves: the pairs that are to be compared decide, not
bytes. What depends on all rows (``q``) needs only the number of tests and the p below the level.

Needs pyspark 4.1 or later and pyarrow; this package has to be installed on every worker.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Dict, Iterator, List, Mapping, Optional, Union

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.sql import DataFrame, functions as F
from pyspark.sql.types import IntegerType, NullType, StructField, StructType

from . import _gainsay, _sliced as sliced
from ._error import GainsayError
from ._tables import Counts, Policy, _constants

__all__ = ["Judged", "judge"]

#: More p than this are not brought to the driver (16 bytes each), but rounded up. One that several
#: tasks found counts once for each.
EXACT_TESTS = 1 << 22
#: They are rounded to so many binary digits: `q` is then at most one part in 64 greater.
DIGITS = 6

_UNNAMED = "a row has no `claim`; on a cluster rows have no number to be named by"

_PLACES = (
    "proposition string, conditions string, start int, free int, months bigint, "
    "fault string, claim string, faults bigint"
)
_NUMBERS = [StructField(name, IntegerType()) for name in ("slice", "partition")]
_PARTS = (
    "proposition string, upper string, lower string, gap double, odds double, p double, "
    "holm double, bh double, stays boolean, times bigint, comparable bigint, tested bigint, "
    "done boolean, home int"
)
_PAIRS = (
    "proposition string, upper string, lower string, gap double, odds double, p double, "
    "holm double, bh double, q double, stays boolean"
)


class Judged:
    """What was found of a table.

    ``pairs`` is a data frame of Spark with the columns of :class:`gainsay.Judged`, in no order.
    It is computed from what is kept in the memory of the workers until :meth:`unpersist`.
    """

    def __init__(
        self,
        pairs: DataFrame,
        counts: Counts,
        diagnostics: List[Dict[str, Any]],
        slices: int,
        exact: bool,
        kept: DataFrame,
    ) -> None:
        #: The pairs that contradict each other.
        self.pairs = pairs
        #: How much there was to judge.
        self.counts = counts
        #: Rows that were left out, and why, as dictionaries like those of :class:`GainsayError`,
        #: with ``claim`` instead of a line. At most a hundred.
        self.diagnostics = diagnostics
        #: Into how many slices propositions were cut; 0 if none was.
        self.slices = slices
        #: Whether every ``q`` is exact. Else none is smaller, and none more than one part in 64
        #: greater, than that of :func:`gainsay.judge`.
        self.exact = exact
        self._kept = kept

    def unpersist(self) -> None:
        """Frees the memory of the workers; ``pairs`` cannot be computed from then on."""
        self._kept.unpersist()


def judge(
    df: DataFrame,
    policy: Union[Policy, Mapping[str, float], None] = None,
    *,
    partitions: Optional[int] = None,
    slices: Optional[int] = None,
) -> Judged:
    """Finds the rows of a claims table that contradict each other, as :func:`gainsay.judge` does.

    ``df`` has the columns that :func:`gainsay.judge` asks for and ``claim``, which names each row:
    on a cluster rows have no number. ``partitions`` is the number of tasks (three for each core
    that Spark has), ``slices`` into how many pieces all pairs would be cut (four for each
    partition): a proposition with more than one such piece is cut.
    """
    if not isinstance(df, DataFrame):
        raise TypeError(
            f"a data frame of PySpark is wanted, and no {type(df).__name__}; gainsay.judge takes others"
        )
    constants = _constants(None, policy)
    partitions = partitions or 3 * df.sparkSession.sparkContext.defaultParallelism
    slices = slices or 4 * partitions
    if partitions < 1 or slices < 1:
        raise GainsayError("there has to be at least one partition and one slice")
    rows = _columns(df)
    places = rows.mapInArrow(_places, _PLACES)
    groups = _groups(places).persist()
    counted, diagnostics = _counted(groups, places)
    plan = _plan(groups, places, slices, partitions)
    groups.unpersist()

    sent = StructType([*rows.schema.fields, *_NUMBERS])
    routed = rows.mapInArrow(partial(_route, plan=plan, partitions=partitions), sent)
    parts = routed.repartitionById(partitions, F.col("partition")).mapInArrow(
        partial(_judge, plan=plan, constants=constants, partitions=partitions), _PARTS
    )
    joined = parts.repartitionById(partitions, F.col("home")).mapInArrow(
        partial(_join, constants=constants), _PARTS
    )
    kept = joined.persist()
    found = _sums(kept)
    exact, q = _corrected(kept, found, constants)
    pairs = kept.where(F.col("upper").isNotNull()).mapInArrow(partial(_with_q, q=q), _PAIRS)
    counts = Counts(
        rows=counted["rows"],
        evidence=counted["evidence"],
        propositions=counted["propositions"],
        comparable=found["comparable"],
        tested=found["tested"],
        untestable=found["comparable"] - found["tested"],
        conflicts=found["conflicts"],
        contradictions=found["contradictions"],
        expected_false_alarms=found["tested"] * constants[0],
    )
    return Judged(pairs, counts, diagnostics, sliced.count(plan), exact, kept)


def _columns(df: DataFrame) -> DataFrame:
    """The columns that judging needs; refuses a table that lacks one."""
    names = [name for name in df.columns if name in sliced.COLUMNS]
    if "claim" not in names:
        raise GainsayError("no column `claim`; on a cluster rows have no number to be named by")
    rows = df.select(*names)
    if isinstance(rows.schema["claim"].dataType, NullType):
        raise GainsayError(_UNNAMED)
    empty = rows.limit(0).toArrow()
    _, faults, count = _gainsay.places(empty)
    if count:
        raise GainsayError(f"the table cannot be judged: {faults[0]['message']}", faults)
    return rows


def _groups(places: DataFrame) -> DataFrame:
    """How many rows of each group, and how they lie in time."""
    rows = places.groupBy("proposition", "conditions").agg(
        F.sum((F.col("faults") == 0).cast("bigint")).alias("rows"),
        F.sum("faults").alias("faults"),
        F.min("months").alias("months"),
        F.avg(F.col("free") - F.col("start")).alias("length"),
        F.stddev_pop("start").alias("deviation"),
    )
    # Of periods spread evenly over a time, whose standard deviation is its length by the root of
    # 12, those within a window around one are 2 windows by the length.
    window = F.col("length") + F.when(F.col("months") > 0, 31 * (F.col("months") + 1)).otherwise(0)
    share = F.least(F.lit(1.0), window / F.greatest(F.lit(1.0), 1.73 * F.col("deviation")))
    pairs = F.col("rows") * (F.col("rows") - 1) / 2 * share
    return rows.withColumn("pairs", F.when(F.col("conditions").isNotNull(), pairs).otherwise(0.0))


def _counted(groups: DataFrame, places: DataFrame) -> Any:
    is_evidence = F.col("proposition").isNotNull()
    found = groups.agg(
        F.coalesce(F.sum("rows"), F.lit(0)).alias("rows"),
        F.coalesce(F.sum(F.when(is_evidence, F.col("rows"))), F.lit(0)).alias("evidence"),
        F.countDistinct("proposition").alias("propositions"),
        F.coalesce(F.sum("faults"), F.lit(0)).alias("faults"),
    ).first()
    assert found is not None
    if not found["faults"]:
        return found, []
    bad = places.where(F.col("fault").isNotNull()).select("claim", "fault").limit(100).collect()
    told = [
        {
            "rule": "claims-table",
            "level": "error",
            "message": row["fault"],
            "path": "table",
            "line": None,
            "column": None,
            "claim": row["claim"],
        }
        for row in bad
    ]
    if not found["rows"]:
        raise GainsayError(f"no row can be judged: {told[0]['message']}", told)
    return found, told


def _plan(groups: DataFrame, places: DataFrame, slices: int, partitions: int) -> bytes:
    """Which propositions are cut, and where."""
    total = groups.agg(F.sum("pairs")).first()
    most = max(1.0, ((total and total[0]) or 0.0) / slices)
    # An estimate is not trusted by more than a factor of four.
    heavy = groups.groupBy("proposition").agg(F.sum("pairs").alias("pairs"))
    heavy = heavy.where((F.col("pairs") > most / 4) & (F.col("pairs") > 1))
    names = [row["proposition"] for row in heavy.select("proposition").collect()]
    if not names:
        return sliced.plan([], most, partitions)
    stays = (
        places.where(F.col("proposition").isin(names) & F.col("conditions").isNotNull())
        .groupBy("proposition", "conditions", "start", "free")
        .agg(F.count("*").alias("rows"), F.min("months").alias("months"))
    )
    return sliced.plan(sliced.groups_of(stays.toArrow()), most, partitions)


def _sums(kept: DataFrame) -> Dict[str, int]:
    found = kept.agg(
        F.sum("comparable").alias("comparable"),
        F.sum("tested").alias("tested"),
        F.count("upper").alias("conflicts"),
        F.sum((F.col("upper").isNotNull() & F.col("stays")).cast("bigint")).alias("contradictions"),
        F.count("times").alias("p"),
    ).first()
    assert found is not None
    return {name: value or 0 for name, value in found.asDict().items()}


def _corrected(kept: DataFrame, found: Dict[str, int], constants: Any) -> Any:
    """Whether `q` is exact, and for each p below the level its `q`."""
    tests = kept.where(F.col("times").isNotNull())
    exact = found["p"] <= EXACT_TESTS
    if not exact:
        tests = tests.mapInArrow(_coarsened, _PARTS)
        summed = tests.groupBy("p").agg(F.sum("times").alias("times"))
    else:
        summed = tests.select("p", "times")
    batch = sliced.one(summed.toArrow())
    return exact, sliced.to_bytes(_gainsay.step_up(found["tested"], batch, constants))


# What workers do. Each takes and gives batches of Arrow.


def _places(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        _ensure_named(batch)
        told, faults, count = _gainsay.places(batch)
        yield from sliced.with_faults(pa.table(told), batch, faults, count).to_batches()


def _route(
    batches: Iterator[pa.RecordBatch], plan: bytes, partitions: int
) -> Iterator[pa.RecordBatch]:
    known = sliced.from_bytes(plan)
    for batch in batches:
        sent = pa.table(_gainsay.route(batch, known, partitions))
        taken = pa.Table.from_batches([batch]).take(sent["row"])
        for name in ("slice", "partition"):
            taken = taken.append_column(name, sent[name])
        yield from taken.to_batches()


def _judge(
    batches: Iterator[pa.RecordBatch], plan: bytes, constants: Any, partitions: int
) -> Iterator[pa.RecordBatch]:
    held = list(batches)
    if not held:
        return
    rows = pa.Table.from_batches(held)
    del held
    own = rows["partition"][0].as_py() if rows.num_rows else 0
    cuts = sliced.cuts(sliced.from_bytes(plan))
    for number in pc.unique(rows["slice"]).to_pylist():
        some = rows.filter(pc.equal(rows["slice"], number)).drop_columns(["slice", "partition"])
        told = _gainsay.part(some, constants, number >= 0, cuts.get(number))
        yield from sliced.with_home(pa.table(told), own, partitions).to_batches()


def _join(batches: Iterator[pa.RecordBatch], constants: Any) -> Iterator[pa.RecordBatch]:
    held = list(batches)
    if not held:
        return
    parts = pa.Table.from_batches(held).drop_columns(["home"])
    told = pa.table(_gainsay.join(sliced.one(parts), constants))
    yield from sliced.with_home(told, 0, 1).to_batches()


def _coarsened(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        told = pa.table(_gainsay.coarsened(batch, DIGITS))
        yield from sliced.with_home(told, 0, 1).to_batches()


def _with_q(batches: Iterator[pa.RecordBatch], q: bytes) -> Iterator[pa.RecordBatch]:
    known = sliced.from_bytes(q)
    for batch in batches:
        yield from pa.table(_gainsay.with_q(batch, known)).to_batches()


def _ensure_named(batch: pa.RecordBatch) -> None:
    claims = batch.column("claim")
    is_text = pa.types.is_string(claims.type) or pa.types.is_large_string(claims.type)
    if claims.null_count or is_text and pc.any(pc.equal(claims, "")).as_py():
        raise GainsayError(_UNNAMED)
