"""Where rows are judged, when several processes share a table: tables of Arrow, without Spark."""

from __future__ import annotations

import heapq
import zlib
from typing import Any, Dict, Iterable, List, Optional, Tuple

import pyarrow as pa
import pyarrow.compute as pc

from . import _gainsay

#: The columns of a claims table that judging looks at.
COLUMNS = (
    "claim study publisher proposition conditions months collection evidence figure lo hi n "
    "n_effective floor from to"
).split()

PLAN = pa.schema(
    [
        ("proposition", pa.string()),
        ("conditions", pa.string()),
        ("slice", pa.int32()),
        ("partition", pa.int32()),
        ("from", pa.int64()),
        ("until", pa.int64()),
        ("reach", pa.int32()),
        ("months", pa.int64()),
    ]
)
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1

#: A group: its proposition, its conditions, and its rows as `start`, `free`, `rows`, `months`.
Group = Tuple[str, str, pa.Table]


def groups_of(stays: pa.Table) -> List[Group]:
    """The groups of a table of stays, in order."""
    if not stays.num_rows:
        return []
    order = [(name, "ascending") for name in ("proposition", "conditions", "start", "free")]
    stays = stays.sort_by(order)
    names = list(zip(stays["proposition"].to_pylist(), stays["conditions"].to_pylist()))
    starts = [at for at in range(len(names)) if at == 0 or names[at] != names[at - 1]]
    ends = [*starts[1:], len(names)]
    return [(*names[at], stays.slice(at, end - at)) for at, end in zip(starts, ends)]


def plan(groups: Iterable[Group], most: float, partitions: int) -> bytes:
    """Cuts propositions of more than `most` pairs into slices of about so many, and spreads them
    evenly over the partitions. Groups that are too small to be cut share a slice."""
    bound = int(min(most, _MOST)) or 1
    lines: List[Dict[str, Any]] = []
    weights: List[int] = []
    for _, family in _families(groups):
        cut = [(group, *_cut(group[2], bound)) for group in family]
        if sum(sum(slices["pairs"]) for _, _, slices in cut) <= bound:
            continue
        _add(cut, bound, lines, weights)
    at = _spread(weights, partitions)
    for line in lines:
        line["partition"] = at[line["slice"]]
    return to_bytes(pa.Table.from_pylist(lines, schema=PLAN))


def _families(groups: Iterable[Group]) -> Iterable[Tuple[str, List[Group]]]:
    families: Dict[str, List[Group]] = {}
    for group in groups:
        families.setdefault(group[0], []).append(group)
    return families.items()


def _cut(stays: pa.Table, bound: int) -> Tuple[int, Dict[str, List[int]]]:
    """The months of a group, and its slices."""
    months = pc.min(stays["months"]).as_py()
    found = _gainsay.cut(one(stays.select(["start", "free", "rows"])), months, bound)
    return months, pa.table(found).to_pydict()


def _add(cut: List[Any], bound: int, lines: List[Dict[str, Any]], weights: List[int]) -> None:
    """Adds the slices of one proposition, and what each weighs."""
    shared: Optional[int] = None
    for (proposition, conditions, _), months, slices in cut:
        group = {"proposition": proposition, "conditions": conditions}
        if len(slices["pairs"]) == 1:
            pairs = slices["pairs"][0]
            if shared is None or weights[shared] + pairs > bound:
                shared = len(weights)
                weights.append(0)
            weights[shared] += pairs
            whole = {"from": _LEAST, "until": _MOST, "reach": (1 << 31) - 1, "months": None}
            lines.append({**group, **whole, "slice": shared})
            continue
        for at, pairs in enumerate(slices["pairs"]):
            own = {name: slices[name][at] for name in ("from", "until", "reach")}
            lines.append({**group, **own, "months": months, "slice": len(weights)})
            weights.append(pairs)


def _spread(weights: List[int], partitions: int) -> List[int]:
    """Gives each weight to the partition that has least, the heaviest first."""
    held = [(0, partition) for partition in range(partitions)]
    at = [0] * len(weights)
    for number in sorted(range(len(weights)), key=lambda number: (-weights[number], number)):
        weight, partition = held[0]
        at[number] = partition
        heapq.heapreplace(held, (weight + weights[number] + 1, partition))
    return at


def count(plan: bytes) -> int:
    """How many slices a plan has."""
    return int(pc.count_distinct(from_bytes(plan).column("slice")).as_py())


def cuts(plan: pa.RecordBatch) -> Dict[int, Tuple[int, int]]:
    """Of every slice that is cut its months and where it ends."""
    columns = plan.to_pydict()
    lines = zip(columns["slice"], columns["months"], columns["until"])
    return {number: (months, until) for number, months, until in lines if months is not None}


def with_home(parts: pa.Table, own: int, partitions: int) -> pa.Table:
    """Adds where each row goes next: what is done stays, the slices of one proposition meet."""
    done, names = parts["done"].to_pylist(), parts["proposition"]
    if all(done):
        homes = pa.nulls(len(done), pa.int32()).fill_null(own)
    else:
        unlike = names.unique().to_pylist()
        at = {name: zlib.crc32((name or "").encode()) % partitions for name in unlike}
        homes = pa.array([at[name] for name in names.to_pylist()], pa.int32())
    return parts.append_column("home", homes)


def with_faults(
    places: pa.Table, batch: pa.RecordBatch, faults: List[Dict[str, Any]], number: int
) -> pa.Table:
    """Adds a row for every fault that is told, and one for how many are not."""
    rows = places.num_rows
    empty = {name: pa.nulls(rows, pa.string()) for name in ("fault", "claim")}
    for name, column in empty.items():
        places = places.append_column(name, column)
    places = places.append_column("faults", pa.nulls(rows, pa.int64()).fill_null(0))
    claims = batch.column("claim")
    told = []
    for fault in faults:
        # What is wrong with the table itself is in no row: its line is 0.
        claim = str(claims[fault["line"] - 1].as_py()) if fault["line"] else None
        told.append({"fault": fault["message"], "claim": claim, "faults": 1})
    if number > len(faults):
        told.append({"faults": number - len(faults)})
    if not told:
        return places
    return pa.concat_tables([places, pa.Table.from_pylist(told, schema=places.schema)])


def one(table: pa.Table) -> pa.RecordBatch:
    """A table as one batch."""
    batches = table.combine_chunks().to_batches()
    if len(batches) == 1:
        return batches[0]
    if batches:
        raise OverflowError("a column of text has more than 2 GiB; use more partitions")
    return pa.RecordBatch.from_pylist([], schema=table.schema)


def to_bytes(table: Any) -> bytes:
    """A table that can be sent to workers."""
    batch = one(pa.table(table))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue().to_pybytes()


def from_bytes(held: bytes) -> pa.RecordBatch:
    """What was sent."""
    return one(pa.ipc.open_stream(held).read_all())
