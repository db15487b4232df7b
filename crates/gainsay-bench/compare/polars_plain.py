"""Contradicting pairs of a claims table, with Polars and its streaming engine: TABLE OUTPUT."""

import sys

import polars as pl
from polars import col

table, output = sys.argv[1:]
Z = 1.959963984540054
KEYS = ["proposition", "conditions"]


def wilson(share, m, sign):
    """The Wilson limit of a share in a sample of size m, below (-1) or above (1) it."""
    half = Z * (m * share * (1 - share) + Z * Z / 4).sqrt()
    return (m * share + Z * Z / 2 + sign * half) / (m + Z * Z)


lo, hi, m = col("lo"), col("hi"), col("n_effective")
claims = (
    pl.scan_csv(table, schema_overrides={"lo": pl.Float64, "hi": pl.Float64}, try_parse_dates=True)
    .filter(col("conditions").is_not_null() & m.is_not_null())
    .with_columns(
        down=lo - pl.max_horizontal(0.0, pl.min_horizontal(lo, wilson(lo, m, -1))),
        up=pl.max_horizontal(hi, pl.min_horizontal(1.0, wilson(hi, m, 1))) - hi,
    )
    .select("claim", "study", "publisher", *KEYS, "lo", "hi", "from", "to", "down", "up")
    .collect(engine="streaming")
    .lazy()
)
pairs = claims.join(claims, on=KEYS, suffix="_2").filter(
    col("study") != col("study_2"),
    col("publisher") != col("publisher_2"),
    col("from") <= col("to_2"),
    col("from_2") <= col("to"),
)
comparable = pairs.filter(col("claim") < col("claim_2")).select(pl.len()).collect(engine="streaming")
a, b = col("lo"), col("hi_2")
# Newcombe's interval of the facing ends excludes 0, and the gap is 5 points or the odds are 2.
(
    pairs.filter(
        a > b,
        a - b > (col("down") ** 2 + col("up_2") ** 2).sqrt(),
        (a - b >= 0.05 - 1e-12) | (a * (1 - b) >= (2 - 1e-12) * b * (1 - a)),
    )
    .select(upper="claim", lower="claim_2")
    .sink_csv(output)
)
print(comparable.item())
