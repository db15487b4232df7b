"""Contradicting pairs of a claims table in Polars, as fast as we could make it: TABLE OUTPUT.

One join instead of two, keys and names as numbers; found by trying, at a million claims.
"""

import sys

import polars as pl
from polars import col

table, output = sys.argv[1:]
Z = 1.959963984540054
lo, hi, m = col("lo"), col("hi"), col("n_effective")


def wilson(share, sign):
    """The Wilson limit of a share, below (-1) or above (1) it."""
    half = Z * (m * share * (1 - share) + Z * Z / 4).sqrt()
    return (m * share + Z * Z / 2 + sign * half) / (m + Z * Z)


def conflict(a, b, down, up):
    """Newcombe's interval excludes 0, and the gap is 5 points or the odds are 2."""
    material = (a - b >= 0.05 - 1e-12) | (a * (1 - b) >= (2 - 1e-12) * b * (1 - a))
    return (a > b) & (a - b > (down**2 + up**2).sqrt()) & material


claims = (
    pl.scan_csv(table, schema_overrides={"lo": pl.Float64, "hi": pl.Float64}, try_parse_dates=True)
    .filter(col("conditions").is_not_null() & m.is_not_null())
    .with_columns(
        topic=pl.struct("proposition", "conditions").rank("dense"),
        study=col("study").rank("dense"),
        publisher=col("publisher").rank("dense"),
        down=lo - pl.max_horizontal(0.0, pl.min_horizontal(lo, wilson(lo, -1))),
        up=pl.max_horizontal(hi, pl.min_horizontal(1.0, wilson(hi, 1))) - hi,
    )
    .with_row_index("id")
    .collect(engine="streaming")
)
columns = ["id", "topic", "study", "publisher", "lo", "hi", "from", "to", "down", "up"]
one = claims.lazy().select(columns)
pairs = (
    one.join(one, on="topic", suffix="_2")
    .filter(
        col("id") < col("id_2"),
        col("study") != col("study_2"),
        col("publisher") != col("publisher_2"),
        col("from") <= col("to_2"),
        col("from_2") <= col("to"),
    )
    .select(
        "id",
        "id_2",
        above=conflict(lo, col("hi_2"), col("down"), col("up_2")),
        below=conflict(col("lo_2"), hi, col("down_2"), col("up")),
    )
    .collect(engine="streaming")
)
above = pairs.filter("above").select(upper="id", lower="id_2")
below = pairs.filter("below").select(upper="id_2", lower="id")
names = claims["claim"]
found = pl.concat([above, below])
pl.DataFrame({one: names.gather(found[one]) for one in ("upper", "lower")}).write_csv(output)
print(pairs.height)
