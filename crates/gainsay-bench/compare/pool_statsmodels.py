"""Pools the studies of one group with statsmodels: TABLE.

Prints a line for each estimator: its name, mean, standard error, tau2, Q and the seconds it took.
"""

import sys
import time

import numpy as np
import pandas as pd
from statsmodels.stats.meta_analysis import combine_effects

group = pd.read_csv(sys.argv[1])
y, m, width = (group["lo"] + group["hi"]) / 2, group["n_effective"], group["hi"] - group["lo"]
estimate = np.log(y / (1 - y)).to_numpy()
# The variance of sampling, and that of rounding: uniform over the reporting set.
variance = (1 / (y * m) + 1 / ((1 - y) * m) + width**2 / 12 / (y * (1 - y)) ** 2).to_numpy()
for name, method, options in [
    ("PM", "iterated", {"atol": 1e-12, "maxiter": 1000}),
    ("DL", "dl", {}),
]:
    start = time.perf_counter()
    found = combine_effects(estimate, variance, method_re=method, **options)
    seconds = time.perf_counter() - start
    numbers = found.mean_effect_re, found.sd_eff_w_re, found.tau2, found.q, seconds
    print(name, *(f"{number:.15g}" for number in numbers))
