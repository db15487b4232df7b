"""Claims that nobody published, for tests and measurements: the same for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pyarrow as pa

#: The number of rows of a proposition falls with this power of its rank. With 110 propositions
#: for each thousand rows the largest then holds about a quarter of all comparable pairs.
_POWER = 0.64

SCHEMA = pa.schema(
    [
        ("claim", pa.string()),
        ("study", pa.string()),
        ("publisher", pa.string()),
        ("proposition", pa.string()),
        ("conditions", pa.string()),
        ("months", pa.int64()),
        ("lo", pa.float64()),
        ("hi", pa.float64()),
        ("n", pa.int64()),
        ("from", pa.date32()),
        ("to", pa.date32()),
    ]
)


def claims(rows: int, seed: int, *, months: tuple[int | None, ...] = (None,), days: int = 2500):
    """A table of so many claims. Of ten, two have no size; of twenty, one is a bound; of fifty,
    one differs from the others. Several begin on the same day."""
    drawn = random.Random(seed)
    count = max(3, rows * 110 // 1000)
    weights = [rank**-_POWER for rank in range(1, count + 1)]
    propositions = drawn.choices(range(count), weights, k=rows)
    truth = [drawn.uniform(0.1, 0.6) for _ in range(count)]
    columns = {name: [] for name in SCHEMA.names}
    for row, proposition in enumerate(propositions):
        share = truth[proposition] + drawn.gauss(0, 0.01) + (0.2 if drawn.random() < 0.02 else 0.0)
        share = round(min(max(share, 0.01), 0.98), 2)
        lo, hi = round(share - 0.005, 3), round(share + 0.005, 3)
        if drawn.random() < 0.05:
            lo, hi = (lo, 1.0) if drawn.random() < 0.5 else (0.0, hi)
        start = date(2008, 1, 1) + timedelta(days=drawn.randrange(days))
        if drawn.random() < 0.3:
            start = start.replace(day=1)
        values = (
            f"c{row:08}",
            f"s{row // 3}",
            f"u{drawn.randrange(2000)}" if drawn.random() < 0.8 else None,
            f"p{proposition:06}",
            "GB" if drawn.random() < 0.7 else "US" if drawn.random() < 0.9 else None,
            drawn.choice(months),
            lo,
            hi,
            drawn.randrange(150, 4000) if drawn.random() < 0.8 else None,
            start,
            start + timedelta(days=drawn.randrange(30)),
        )
        for name, value in zip(SCHEMA.names, values):
            columns[name].append(value)
    return pa.table(columns, schema=SCHEMA)
