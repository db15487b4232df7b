"""Contradicting pairs of a claims table, with pandas and NumPy: TABLE OUTPUT."""

import sys

import numpy as np
import pandas as pd

table, output = sys.argv[1:]
Z = 1.959963984540054
KEYS = ["proposition", "conditions"]


def wilson(share, m, sign):
    """The Wilson limit of a share in a sample of size m, below (-1) or above (1) it."""
    half = Z * np.sqrt(m * share * (1 - share) + Z * Z / 4)
    return (m * share + Z * Z / 2 + sign * half) / (m + Z * Z)


claims = pd.read_csv(table, parse_dates=["from", "to"])
claims = claims.dropna(subset=["conditions", "n_effective"])
lo, hi, m = claims["lo"], claims["hi"], claims["n_effective"]
claims["down"] = lo - np.clip(wilson(lo, m, -1), 0, lo)
claims["up"] = np.clip(wilson(hi, m, 1), hi, 1) - hi
claims = claims[["claim", "study", "publisher", *KEYS, "lo", "hi", "from", "to", "down", "up"]]

pairs = claims.merge(claims, on=KEYS, suffixes=("", "_2"))
pairs = pairs[
    (pairs["study"] != pairs["study_2"])
    & (pairs["publisher"] != pairs["publisher_2"])
    & (pairs["from"] <= pairs["to_2"])
    & (pairs["from_2"] <= pairs["to"])
]
comparable = int((pairs["claim"] < pairs["claim_2"]).sum())
a, b = pairs["lo"], pairs["hi_2"]
# Newcombe's interval of the facing ends excludes 0, and the gap is 5 points or the odds are 2.
conflict = (
    (a > b)
    & (a - b > np.hypot(pairs["down"], pairs["up_2"]))
    & ((a - b >= 0.05 - 1e-12) | (a * (1 - b) >= (2 - 1e-12) * b * (1 - a)))
)
pairs[conflict][["claim", "claim_2"]].to_csv(output, index=False, header=["upper", "lower"])
print(comparable)
