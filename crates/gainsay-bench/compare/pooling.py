"""One group of studies pooled by gainsay, statsmodels and R: digits and time."""

import shutil
import subprocess

import tables


def compared(python, group):
    """Name, estimator, mean, standard error, tau2, Q and seconds of each; gainsay's first."""
    commands = {
        "gainsay": [tables.example("pool"), group],
        "statsmodels": [python, tables.HERE / "pool_statsmodels.py", group],
    }
    if shutil.which("Rscript") and has_metafor():
        commands["metafor"] = ["Rscript", tables.HERE / "pool_metafor.R", group]
    else:
        tables.note("R with metafor is not installed: the pooling is not held against it")
    return [line for name, command in commands.items() for line in pooled(name, command)]


def has_metafor():
    asked = ["Rscript", "-e", "suppressMessages(library(metafor))"]
    return subprocess.run(asked, capture_output=True).returncode == 0


def pooled(name, command):
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line in said.splitlines():
        estimator, *numbers = line.split()
        yield name, estimator, *(float(number) for number in numbers)


def digits(one, other):
    """How many leading digits two numbers share, at most 15."""
    if one == other:
        return 15
    apart = abs(one - other) / max(abs(one), abs(other))
    return next(count for count in range(15, -1, -1) if apart < 10.0**-count or count == 0)
